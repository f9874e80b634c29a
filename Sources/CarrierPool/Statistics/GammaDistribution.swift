import Foundation

/// What is known of a rate of rare events per unit of exposure: a gamma distribution on 0…∞.
public struct GammaDistribution: Hashable, Codable, Sendable {
    /// Events the knowledge is worth, above 0.
    public var events: Double
    /// Exposure the knowledge is worth, in the unit of the rate (trip-hours, trips), above 0.
    public var exposure: Double

    /// The distribution worth these events (its shape) over this exposure (its inverse scale); both above 0, finite.
    public init(events: Double, exposure: Double) {
        precondition(events > 0 && exposure > 0 && events.isFinite && exposure.isFinite)
        self.events = events
        self.exposure = exposure
    }

    /// The expected rate, events per unit of exposure.
    public var mean: Double { events / exposure }

    /// The distribution after seeing more: Bayes' rule for a Poisson count.
    public func updated(with events: EventCount) -> GammaDistribution {
        GammaDistribution(events: self.events + events.count, exposure: exposure + events.exposure)
    }

    /// The probability that the unknown rate is at most `rate`.
    public func probability(atMost rate: Double) -> Double {
        incompleteGamma(max(rate, 0) * exposure, shape: events).lower
    }

    /// The rate that the unknown one stays below with this probability, at least 0 and below 1.
    public func quantile(_ probability: Double) -> Double {
        precondition(probability >= 0 && probability < 1)
        if probability == 0 { return 0 }
        var upper = events + 1
        while incompleteGamma(upper, shape: events).lower < probability { upper *= 2 }
        let standard = CarrierPool.quantile(
            probability,
            between: 0,
            and: upper,
            startingAt: min(events, upper),
            distribution: { incompleteGamma($0, shape: events).lower },
            density: { gammaFactor($0, shape: events) / $0 }
        )
        return standard / exposure
    }

    /// The central range that holds the rate with probability `level`.
    public func interval(level: Double = 0.9) -> Interval {
        Interval(lower: quantile((1 - level) / 2), upper: quantile((1 + level) / 2), level: level)
    }
}
