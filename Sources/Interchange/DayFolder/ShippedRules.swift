public import VehicleRouting

/// Which classes of goods the program keeps apart where a folder does not say.
///
/// The rules themselves are `ColdChain`'s; whoever reads a folder hands them over.
public struct SegregationDirectory: Sendable {
    /// All classes.
    public var classes: [String]
    /// How far two of them, by index, are kept apart.
    public var matrix: SegregationMatrix

    /// A directory of `classes` with their `matrix`.
    public init(classes: [String], matrix: SegregationMatrix) {
        self.classes = classes
        self.matrix = matrix
    }

    /// A directory without classes.
    public static let none = SegregationDirectory(classes: [], matrix: SegregationMatrix())
}

/// A passive box of a catalogue.
public struct ShippedBox: Sendable {
    /// The code of the regime it keeps.
    public var regime: String
    /// Seconds from pack-out to hand-over that may be planned when it is from the first to the second °C outside; nil where it was
    /// never tested for such a day.
    public var hold: @Sendable (Double, Double) -> Seconds?
    /// How many hold so many millilitres and grams.
    public var count: @Sendable (Int, Int) -> Int
    /// Seconds of conditioning.
    public var conditioning: Seconds
    /// What one use costs, in thousandths of the currency.
    public var cost: Int

    /// A box that keeps `regime`.
    public init(
        regime: String,
        conditioning: Seconds,
        cost: Int,
        hold: @escaping @Sendable (Double, Double) -> Seconds?,
        count: @escaping @Sendable (Int, Int) -> Int
    ) {
        self.regime = regime
        self.conditioning = conditioning
        self.cost = cost
        self.hold = hold
        self.count = count
    }
}

/// What the carriage of radioactive packages is bound by.
///
/// The limits are `ColdChain`'s; whoever reads a folder hands them over.
public struct PackageDirectory: Sendable {
    /// The category of a package by transport index and mSv/h at its surface; nil for one that must have a vehicle for itself.
    public var category: @Sendable (Double, Double) -> String?
    /// The most transport index that a vehicle may carry.
    public var vehicleLimit: Int
    /// A transport index up to this counts as none.
    public var negligibleIndex: Double

    /// Categories by `category`, and limits.
    public init(
        vehicleLimit: Int,
        negligibleIndex: Double,
        category: @escaping @Sendable (Double, Double) -> String?
    ) {
        self.vehicleLimit = vehicleLimit
        self.negligibleIndex = negligibleIndex
        self.category = category
    }

    /// A directory by which nobody carries such packages.
    public static let none = PackageDirectory(vehicleLimit: 0, negligibleIndex: 0) { _, _ in nil }
}

/// Where the reader looks up passive boxes.
public struct BoxDirectory: Sendable {
    /// The box with a code; nil for an unknown one.
    public var find: @Sendable (String) -> ShippedBox?

    /// A directory that looks boxes up by `find`.
    public init(find: @escaping @Sendable (String) -> ShippedBox?) {
        self.find = find
    }

    /// A directory without boxes.
    public static let none = BoxDirectory { _ in nil }
}
