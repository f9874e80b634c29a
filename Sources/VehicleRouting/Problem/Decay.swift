/// What goods lose that decay while they are late: `value · (1 − 2^(−t / T½))`.
///
/// Reckoned in whole numbers, so that the search, the evaluation and the checker agree: between knots a sixteenth of a
/// half-life apart what is left is taken from the chord.  The chord of a convex curve lies above it, here by at most
/// (ln 2 / 16)² / 8 = 0.024 % of the value, and by so much the loss is too low.
public struct Decay: Hashable, Sendable {
    /// What the goods are worth when they are due, in wire units.
    public var value: Int
    /// Seconds until half of it is left, at least 1.
    public var halfLife: Seconds

    /// Goods of `value` wire units that lose half of it in `halfLife` seconds.
    public init(value: Int, halfLife: Seconds) {
        self.value = value
        self.halfLife = halfLife
    }

    /// What is left after k sixteenths of a half-life, of 2³⁰: round(2³⁰ · 2^(−k/16)).
    public static let knots: [Int] = [
        1_073_741_824, 1_028_218_693, 984_625_594, 942_880_699, 902_905_651, 864_625_413, 827_968_132,
        792_865_000,
        759_250_125, 727_060_411, 696_235_434, 666_717_336, 638_450_708, 611_382_493, 585_461_881,
        560_640_218,
        536_870_912,
    ]
    /// The knots in a half-life.
    static let parts = 16

    /// What is lost by being `seconds` late, in whole wire units, rounded down.
    public func loss(after seconds: Seconds) -> Int {
        guard seconds > 0 else { return 0 }
        let (knot, rest) = (seconds * Self.parts).quotientAndRemainder(dividingBy: halfLife)
        let (halvings, part) = knot.quotientAndRemainder(dividingBy: Self.parts)
        guard halvings < 30 else { return value }
        let (from, to) = (Self.knots[part] >> halvings, Self.knots[part + 1] >> halvings)
        let left = to + (from - to) * (halfLife - rest) / halfLife
        return (value * ((1 << 30) - left)) >> 30
    }
}

extension DueTime {
    /// What beginning `seconds` late costs.
    public func cost(of seconds: Seconds) -> Cost {
        let hourly = Cost(ticks: seconds * latePerHour * Cost.ticksPerSecond)
        guard let decay else { return hourly }
        return hourly + Cost(wireUnits: decay.loss(after: seconds))
    }
}
