import Foundation

/// The standard normal distribution, for limits stated in standard deviations.
enum NormalDistribution {
    /// The probability of a value of at most `z`.
    static func probability(atMost z: Double) -> Double { erfc(-z / 2.0.squareRoot()) / 2 }

    /// The value that stays below with this probability, which lies strictly between 0 and 1.
    static func quantile(_ probability: Double) -> Double {
        precondition(probability > 0 && probability < 1)
        // Solved in the lower tail, where the distribution function keeps its digits.
        if probability > 0.5 { return -quantile(1 - probability) }
        return CarrierPool.quantile(
            probability,
            between: -40,
            and: 1,
            startingAt: -1,
            distribution: Self.probability(atMost:),
            density: { exp(-$0 * $0 / 2) / (2 * .pi).squareRoot() }
        )
    }
}
