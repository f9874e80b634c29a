/// A point in time or a length of time, in whole seconds.
///
/// Points in time count from the problem's `epoch`; for a day read from a folder that is local midnight, for a VROOM
/// file it is whatever zero the file uses (often 1970), and published instances count from the opening of the depot.
public typealias Seconds = Int

/// A length of road, in whole metres (in published instances: in the instance's own scaled unit).
public typealias Metres = Int

/// An exact amount of money.
///
/// Rates are stated per kilometre and per hour, while roads are measured in metres and seconds.  Counting money in
/// 1/18 000 of a wire unit makes one metre cost `18 × rate per km` ticks and one second `5 × rate per hour` ticks, both
/// whole numbers, so no cost in the program is ever rounded before it is shown: sums may be taken in any order, and the
/// search, the evaluation and the checker agree to the last tick.
///
/// A wire unit is what a file means by 1: a thousandth of the currency in a day's problem, a plain cost unit in VROOM.
public struct Cost: Hashable, Comparable, Sendable, AdditiveArithmetic {
    /// The amount in 1/18 000 of a wire unit; may be negative in differences.
    public var ticks: Int

    /// An amount of `ticks`, each 1/18 000 of a wire unit.
    @inlinable
    public init(ticks: Int) {
        self.ticks = ticks
    }

    /// An amount of whole wire units.
    @inlinable
    public init(wireUnits: Int) {
        ticks = wireUnits * Self.ticksPerWireUnit
    }

    /// How many ticks one wire unit has: the least common multiple of 1000 m and 3600 s.
    public static let ticksPerWireUnit = 18_000
    /// What one metre costs, in ticks, for each wire unit per kilometre.
    public static let ticksPerMetre = 18
    /// What one second costs, in ticks, for each wire unit per hour.
    public static let ticksPerSecond = 5

    /// Nothing.
    public static let zero = Cost(ticks: 0)

    /// The amount in wire units, rounded to the nearest, halves away from zero.
    public var wireUnits: Int {
        let half = Self.ticksPerWireUnit / 2
        return (ticks >= 0 ? ticks + half : ticks - half) / Self.ticksPerWireUnit
    }

    /// The sum of two amounts.
    @inlinable
    public static func + (left: Cost, right: Cost) -> Cost {
        Cost(ticks: left.ticks + right.ticks)
    }

    /// The difference of two amounts.
    @inlinable
    public static func - (left: Cost, right: Cost) -> Cost {
        Cost(ticks: left.ticks - right.ticks)
    }

    /// A whole multiple of an amount.
    @inlinable
    public static func * (count: Int, amount: Cost) -> Cost {
        Cost(ticks: count * amount.ticks)
    }

    /// Whether the left amount is the smaller.
    @inlinable
    public static func < (left: Cost, right: Cost) -> Bool {
        left.ticks < right.ticks
    }
}
