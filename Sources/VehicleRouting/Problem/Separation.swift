/// How far two classes of goods must be kept apart; the raw value is the word on the wire.
public enum Separation: String, Hashable, Sendable, CaseIterable, Comparable {
    /// They may share a compartment, but not a box: one of the two travels in a closed box of its own.
    case otherBox = "other_box"
    /// They may share a trip, but not a compartment.
    case otherCompartment = "other_compartment"
    /// They may never share a vehicle during its shift, on no trip of it.
    case otherVehicle = "other_vehicle"
    /// They may share a vehicle one after the other, but not a trip.
    case neverSameTrip = "never_same_trip"

    /// Whether the left one asks for less: box, compartment, trip, vehicle.
    public static func < (left: Self, right: Self) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .otherBox: 0
        case .otherCompartment: 1
        case .neverSameTrip: 2
        case .otherVehicle: 3
        }
    }
}

/// Which classes of goods must be kept apart; symmetric.
public struct SegregationMatrix: Hashable, Sendable {
    private var separations: [Key: Separation] = [:]

    private struct Key: Hashable {
        var low: Int
        var high: Int

        init(_ first: Int, _ second: Int) {
            (low, high) = (min(first, second), max(first, second))
        }
    }

    /// A matrix that keeps nothing apart.
    public init() {}

    /// How far two classes (indices) must be kept apart; nil when they may touch.
    public subscript(first: Int, second: Int) -> Separation? {
        separations[Key(first, second)]
    }

    /// Keeps two classes apart, or one from its like.
    public mutating func keep(_ first: Int, and second: Int, _ separation: Separation) {
        separations[Key(first, second)] = separation
    }

    /// Whether it keeps nothing apart.
    public var isEmpty: Bool { separations.isEmpty }

    /// All pairs that are kept apart, sorted.
    public var pairs: [(first: Int, second: Int, separation: Separation)] {
        separations.map { (first: $0.low, second: $0.high, separation: $1) }
            .sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }
}

extension Problem {
    /// The most classes of goods a problem may have: one bit each in the search.
    public static let mostGoodsClasses = 32
}
