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
