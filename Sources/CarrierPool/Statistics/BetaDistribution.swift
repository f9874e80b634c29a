import Foundation

/// What is known of a probability: a beta distribution on 0…1.
public struct BetaDistribution: Hashable, Codable, Sendable {
    /// Weight of evidence for the event, in trials, above 0.
    public var alpha: Double
    /// Weight of evidence against the event, in trials, above 0.
    public var beta: Double

    /// The distribution with this evidence for and against; both above 0 and finite.
    public init(alpha: Double, beta: Double) {
        precondition(alpha > 0 && beta > 0 && alpha.isFinite && beta.isFinite)
        self.alpha = alpha
        self.beta = beta
    }

    /// The expected probability.
    public var mean: Double { alpha / (alpha + beta) }

    /// The variance of the probability.
    public var variance: Double { mean * (1 - mean) / (strength + 1) }

    /// All evidence, in trials.
    public var strength: Double { alpha + beta }

    /// The same knowledge about the event not happening.
    public var complement: BetaDistribution { BetaDistribution(alpha: beta, beta: alpha) }

    /// The distribution after more trials: Bayes' rule for a binomial count.
    public func updated(with tally: Tally) -> BetaDistribution {
        BetaDistribution(alpha: alpha + tally.count, beta: beta + tally.misses)
    }

    /// The probability that the unknown rate is at most `rate`.
    public func probability(atMost rate: Double) -> Double {
        incompleteBeta(min(max(rate, 0), 1), a: alpha, b: beta).lower
    }

    /// The probability that the unknown rate is above `rate`.
    public func probability(above rate: Double) -> Double {
        incompleteBeta(min(max(rate, 0), 1), a: alpha, b: beta).upper
    }

    /// The rate that the unknown one stays below with this probability, which lies between 0 and 1.
    public func quantile(_ probability: Double) -> Double {
        precondition(probability >= 0 && probability <= 1)
        if probability == 0 { return 0 }
        if probability == 1 { return 1 }
        return CarrierPool.quantile(
            probability,
            between: 0,
            and: 1,
            startingAt: mean,
            distribution: { incompleteBeta($0, a: alpha, b: beta).lower },
            density: { betaFactor($0, 1 - $0, a: alpha, b: beta) / ($0 * (1 - $0)) }
        )
    }

    /// The central range that holds the rate with probability `level`.
    public func interval(level: Double = 0.9) -> Interval {
        Interval(lower: quantile((1 - level) / 2), upper: quantile((1 + level) / 2), level: level)
    }
}
