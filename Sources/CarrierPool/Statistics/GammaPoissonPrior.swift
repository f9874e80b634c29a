/// What carriers of one service class have in common in rare events per exposure: excursions per trip-hour, losses per
/// trip.
///
/// Each carrier has its own rate, drawn from one gamma distribution; its count is Poisson.  Matched by moments
/// (Marshall, *Applied Statistics* 40 (1991), 283–294):
///
/// - m = ΣX ÷ ΣT
/// - s² = Σ tᵢ (xᵢ/tᵢ − m)² ÷ ΣT
/// - A = s² − m ÷ (ΣT ÷ k), the variance of the true rates
/// - exposure worth of the prior = m ÷ A
public struct GammaPoissonPrior: Hashable, Codable, Sendable {
    /// The pooled rate m, events per unit of exposure; nil without exposure.
    public let pooledRate: Double?
    /// The variance A of the carriers' true rates; at most 0 when chance explains all of the spread.
    ///
    /// Nil when it cannot be estimated.
    public let variance: Double?
    /// Whether the carriers differ at all.
    public let verdict: PoolVerdict
    /// The prior itself.
    public let distribution: GammaDistribution

    /// Estimates the prior from one count a carrier; carriers without exposure say nothing and are left out.
    ///
    /// Returns nil when no carrier has any exposure: there is no convention for a rate whose unit is unknown.
    public init?(estimatedFrom counts: [EventCount]) {
        let seen = counts.filter { $0.exposure > 0 }
        let all = seen.reduce(EventCount(0, in: 0), +)
        guard let mean = all.rate else { return nil }
        pooledRate = mean
        guard seen.count > 1 else {
            variance = nil
            verdict = .incomparable
            distribution = Self.fullyPooled(all)
            return
        }
        let spread = seen.reduce(0) { sum, one in
            let off = one.count / one.exposure - mean
            return sum + one.exposure * off * off
        }
        let between = spread / all.exposure - mean * Double(seen.count) / all.exposure
        variance = between
        guard between > 0 else {
            verdict = .indistinguishable
            distribution = Self.fullyPooled(all)
            return
        }
        verdict = .distinguishable
        // The class cannot be worth more than it has seen, nor less than half an event: Jeffreys' prior has that much.
        let worth = min(max(mean / between, 0.5 / mean), all.exposure)
        distribution = GammaDistribution(events: mean * worth, exposure: worth)
    }

    /// All carriers alike.
    ///
    /// Half an event is added (Jeffreys' prior), so a class without events keeps a rate above 0.
    private static func fullyPooled(_ all: EventCount) -> GammaDistribution {
        GammaDistribution(events: all.count + 0.5, exposure: all.exposure)
    }

    /// What is known of one carrier's rate: the prior and its own record.
    public func posterior(for count: EventCount) -> GammaDistribution { distribution.updated(with: count) }
}
