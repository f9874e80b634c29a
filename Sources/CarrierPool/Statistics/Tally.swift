/// How often something happened in how many trials.
///
/// Both are real numbers, because old trials fade (see `Forgetting`).
public struct Tally: Hashable, Codable, Sendable {
    /// Times it happened, between 0 and `trials`.
    public private(set) var count: Double
    /// Times it could have happened, at least 0.
    public private(set) var trials: Double

    /// It happened `count` times in `trials`.
    public init(_ count: Double, of trials: Double) {
        precondition(count >= 0 && count <= trials && trials.isFinite)
        self.count = count
        self.trials = trials
    }

    /// Nothing seen.
    public static let none = Tally(0, of: 0)

    /// Times it did not happen.
    public var misses: Double { trials - count }

    /// The raw rate, or nil when there were no trials.
    public var rate: Double? { trials > 0 ? count / trials : nil }

    /// The tally of it not happening.
    public var complement: Tally { Tally(misses, of: trials) }

    /// Both tallies together.
    public static func + (a: Tally, b: Tally) -> Tally { Tally(a.count + b.count, of: a.trials + b.trials) }

    /// Adds one trial of the given weight.
    public mutating func record(_ happened: Bool, weight: Double = 1) {
        precondition(weight >= 0)
        trials += weight
        // `misses` must not fall below zero by rounding when every trial so far happened.
        if happened { count = min(count + weight, trials) }
    }

    /// Every trial counted with this weight, at least 0.
    public func weighted(by weight: Double) -> Tally { Tally(count * weight, of: trials * weight) }
}

/// How many rare events fell into how much exposure.
public struct EventCount: Hashable, Codable, Sendable {
    /// Events, at least 0.
    public private(set) var count: Double
    /// Exposure, at least 0, in any one unit: trip-hours, trips, kilometres.
    public private(set) var exposure: Double

    /// `count` events in `exposure`.
    public init(_ count: Double, in exposure: Double) {
        precondition(count >= 0 && exposure >= 0 && count.isFinite && exposure.isFinite)
        self.count = count
        self.exposure = exposure
    }

    /// The raw rate per unit of exposure, or nil without exposure.
    public var rate: Double? { exposure > 0 ? count / exposure : nil }

    /// Both counts together.
    public static func + (a: EventCount, b: EventCount) -> EventCount {
        EventCount(a.count + b.count, in: a.exposure + b.exposure)
    }

    /// The rate that the data exclude from above; nil without exposure.
    ///
    /// With a true rate this high, so few events would be seen with probability 1 − `confidence` only.
    /// The exact Poisson bound, from the gamma distribution (Garwood, *Biometrika* 28 (1936), 437–442).  No event in
    /// n units gives 2.996 ÷ n at 95 %: the rule of three.
    public func upperBound(confidence: Double = 0.95) -> Double? {
        exposure > 0 ? GammaDistribution(events: count + 1, exposure: exposure).quantile(confidence) : nil
    }
}
