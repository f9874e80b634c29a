/// A range that holds an unknown number with a stated probability.
public struct Interval: Hashable, Codable, Sendable {
    /// The lower end.
    public var lower: Double
    /// The upper end, not below `lower`.
    public var upper: Double
    /// The probability or confidence the range claims, between 0 and 1; half of the rest lies on each side.
    public var level: Double

    /// A range from `lower` to `upper` that claims `level`.
    public init(lower: Double, upper: Double, level: Double) {
        precondition(lower <= upper && level > 0 && level < 1)
        self.lower = lower
        self.upper = upper
        self.level = level
    }

    /// Whether `value` lies in the range, ends included.
    public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

    /// The same range of `1 − x`: turns a range of success rates into one of failure rates.
    public var complement: Interval { Interval(lower: 1 - upper, upper: 1 - lower, level: level) }
}
