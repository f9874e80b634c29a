import Foundation

/// The probability that something goes wrong with one trip, and how well it is known.
public enum FailureRisk: Hashable, Codable, Sendable {
    /// A probability taken as known, between 0 and 1.
    case known(Double)
    /// A share of trips, learnt from counts.
    case share(BetaDistribution)
    /// At least one event in a trip with this exposure, learnt from a rate per unit of exposure.
    case event(rate: GammaDistribution, exposure: Double)

    /// The expected probability, between 0 and 1.
    public var mean: Double {
        switch self {
        case .known(let probability): probability
        case .share(let distribution): distribution.mean
        case .event(let rate, let exposure):
            // E(1 − e^(−rt)) for r gamma distributed.
            1 - pow(rate.exposure / (rate.exposure + exposure), rate.events)
        }
    }

    /// The value that the unknown probability stays below with this confidence, between 0 and 1 (exclusive).
    public func upperBound(confidence: Double) -> Double { quantile(confidence) }

    /// A value drawn at random from what is known: one number from the generator, turned through the quantiles.
    public func draw(using random: inout some RandomNumberGenerator) -> Double {
        // Consumed for known probabilities too, so that equal seeds give equal draws whatever the kinds of risk.
        // The half step keeps it strictly between 0 and 1.
        let uniform = (Double(random.next() >> 12) + 0.5) * 0x1p-52
        return quantile(uniform)
    }

    private func quantile(_ confidence: Double) -> Double {
        switch self {
        case .known(let probability): probability
        case .share(let distribution): distribution.quantile(confidence)
        case .event(let rate, let exposure): 1 - exp(-rate.quantile(confidence) * exposure)
        }
    }
}
