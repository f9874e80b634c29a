/// The class a carrier is in: from 85 points A, from 70 B, from 55 C, below D.
public enum Tier: String, Hashable, Codable, Sendable, CaseIterable, Comparable {
    /// 85 points and more.
    case a = "A"
    /// 70 points and more.
    case b = "B"
    /// 55 points and more.
    case c = "C"
    /// Fewer than 55 points.
    case d = "D"

    /// The points from which the tier begins.
    public var lowestScore: Double {
        switch self {
        case .a: 85
        case .b: 70
        case .c: 55
        case .d: -.infinity
        }
    }

    /// The tier that a score lies in by itself.
    public init(score: Double) {
        self = Self.allCases.first { score >= $0.lowestScore } ?? .d
    }

    /// Whether the left tier is the worse one.
    public static func < (left: Tier, right: Tier) -> Bool { left.lowestScore < right.lowestScore }
}

/// Which tier a carrier is in after a period, and why.
public struct TierDecision: Hashable, Codable, Sendable {
    /// Why the tier is what it is.
    public enum Reason: Hashable, Codable, Sendable {
        /// The first score of this carrier.
        case first
        /// The score lies in the tier the carrier was in.
        case unchanged
        /// The score lies in another tier, but this may be chance; the probability that it is not, below 0.8.
        case held(probability: Double)
        /// The score lies in another tier, and that with at least this probability.
        case certain(probability: Double)
        /// The scores of two periods in a row lay beyond the old tier on the same side.
        case twoPeriods
        /// A gate caps the tier at C.
        case gated
        /// No figure was known, so nothing changes.
        case noScore
    }

    /// The tier the carrier is in from now on; nil when it never had a score.
    public let tier: Tier?
    /// The tier its score lies in by itself, to be handed to the next period; nil without a score.
    public let scoreTier: Tier?
    /// Why.
    public let reason: Reason

    /// The probability from which a change of tier is believed at once.
    public static let certainty = 0.8

    /// Decides after a period.
    ///
    /// A tier changes only if the score lies in the new tier or beyond it with a probability of at least 0.8, or if the
    /// period before already lay on the same side; then it moves to the nearer of the two.  A gate caps at C at once.
    ///
    /// - Parameters:
    ///   - current: The tier so far; nil for a new carrier.
    ///   - previousScoreTier: `scoreTier` of the period before.
    public init(scorecard: Scorecard, current: Tier?, previousScoreTier: Tier?) {
        let decided = Self.decide(scorecard: scorecard, current: current, previous: previousScoreTier)
        scoreTier = scorecard.score.map(Tier.init(score:))
        if !scorecard.gates.isEmpty, decided.tier.map({ $0 > .c }) ?? false {
            tier = .c
            reason = .gated
        } else {
            (tier, reason) = decided
        }
    }

    private static func decide(
        scorecard: Scorecard,
        current: Tier?,
        previous: Tier?
    ) -> (tier: Tier?, reason: Reason) {
        guard let score = scorecard.score else { return (current, .noScore) }
        let new = Tier(score: score)
        guard let current else { return (new, .first) }
        if new == current { return (current, .unchanged) }
        let isBetter = new > current
        let better = Tier.allCases.last { $0 > new }
        let probability =
            isBetter
            ? scorecard.probability(from: new.lowestScore, to: .infinity)
            : scorecard.probability(from: -.infinity, to: better?.lowestScore ?? .infinity)
        if let probability, probability >= certainty { return (new, .certain(probability: probability)) }
        if let previous, isBetter ? previous > current : previous < current {
            return (isBetter ? min(new, previous) : max(new, previous), .twoPeriods)
        }
        return (current, .held(probability: probability ?? 0))
    }
}
