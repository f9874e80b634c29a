/// What carriers of one service class have in common: the prior for the rate of each, estimated from all of them.
///
/// Each carrier has its own rate, drawn from one beta distribution; its count is binomial.  The distribution's two
/// numbers are matched to the pooled rate and to the spread between carriers, weighted by trials (the moment estimator
/// of Kleinman, *Journal of the American Statistical Association* 68 (1973), 46–54, in its analysis-of-variance form):
///
/// - p̂ = ΣX ÷ ΣN
/// - S = Σ nᵢ (xᵢ/nᵢ − p̂)²
/// - D = ΣN − Σnᵢ² ÷ ΣN
/// - ρ̂ = (S ÷ (p̂(1 − p̂)) − (k − 1)) ÷ (D − (k − 1))
/// - M = 1/ρ̂ − 1, a = p̂M, b = (1 − p̂)M
public struct BetaBinomialPrior: Hashable, Codable, Sendable {
    /// The pooled rate p̂; nil when nobody has a record.
    public let pooledRate: Double?
    /// The spread S between carriers: squared distances from the pooled rate, weighted by trials.
    public let spread: Double
    /// The scale D that S is judged by, in trials.
    public let scale: Double
    /// The correlation ρ̂ of two trials of one carrier; at most 0 when chance explains all of the spread.
    ///
    /// Nil when it cannot be estimated.
    public let correlation: Double?
    /// Whether the carriers differ at all.
    public let verdict: PoolVerdict
    /// The prior itself; its strength is M, in trials.
    public let distribution: BetaDistribution

    /// How strong a prior may be, in trials: M is kept within this range.
    ///
    /// Below 2 a single trial would outweigh the class; 500 stands for "all carriers are alike".
    public static let strengthRange = 2.0...500.0

    /// Estimates the prior from one tally a carrier; carriers without trials say nothing and are left out.
    public init(estimatedFrom tallies: [Tally]) {
        let seen = tallies.filter { $0.trials > 0 }
        let all = seen.reduce(Tally.none, +)
        guard let pooled = all.rate else {
            pooledRate = nil
            spread = 0
            scale = 0
            correlation = nil
            verdict = .unseen
            distribution = BetaDistribution(alpha: 1, beta: 1)
            return
        }
        let spread = seen.reduce(0) { sum, tally in
            let off = tally.count / tally.trials - pooled
            return sum + tally.trials * off * off
        }
        let scale = all.trials - seen.reduce(0) { $0 + $1.trials * $1.trials } / all.trials
        let freedom = Double(seen.count - 1)
        let denominator = scale - freedom
        let variance = pooled * (1 - pooled)

        pooledRate = pooled
        self.spread = spread
        self.scale = scale
        if freedom == 0 || denominator <= 0 {
            correlation = nil
            verdict = .incomparable
        } else {
            // With every trial alike there is no spread to explain, and 0 ÷ 0 in the formula.
            let explained = variance > 0 ? spread / variance : 0
            let rho = (explained - freedom) / denominator
            correlation = rho
            verdict = rho > 0 ? .distinguishable : .indistinguishable
        }
        distribution = Self.distribution(pooled: all, correlation: correlation)
    }

    private static func distribution(pooled: Tally, correlation: Double?) -> BetaDistribution {
        var strength = strengthRange.upperBound
        if let correlation, correlation > 0 {
            strength = 1 / correlation - 1
        }
        var rate = pooled.count / pooled.trials
        if pooled.count == 0 || pooled.misses == 0 {
            // A pool that never failed is not a pool that cannot fail: Jeffreys' half trial on each side keeps both
            // parameters above zero, and the prior is worth no more than what was seen.
            rate = (pooled.count + 0.5) / (pooled.trials + 1)
            strength = min(strength, pooled.trials)
        }
        strength = min(max(strength, strengthRange.lowerBound), strengthRange.upperBound)
        return BetaDistribution(alpha: rate * strength, beta: (1 - rate) * strength)
    }

    /// What is known of one carrier's rate: the prior and its own trials.
    public func posterior(for tally: Tally) -> BetaDistribution { distribution.updated(with: tally) }

    /// The prior for a newcomer: the same expected rate, worth only this share of the trials (above 0, at most 1).
    ///
    /// The class says less about a stranger than about its members, so the newcomer's interval is wider and its first
    /// trips count for more.
    public func discounted(to share: Double) -> BetaDistribution {
        precondition(share > 0 && share <= 1)
        return BetaDistribution(alpha: distribution.alpha * share, beta: distribution.beta * share)
    }
}
