extension Scorecard {
    /// The range that holds the true score with probability `level`, figures taken as independent and their weighted sum
    /// as normal, cut off at 0 and 100; nil without a score.
    public func interval(level: Double = 0.9) -> Interval? {
        guard let score else { return nil }
        let reach = NormalDistribution.quantile((1 + level) / 2) * deviation
        return Interval(lower: max(score - reach, 0), upper: min(score + reach, 100), level: level)
    }

    /// The probability that this carrier's true score is the higher one; nil when either has no score.
    ///
    /// Both are taken as normal and independent.  Equal scores without uncertainty give ½.
    public func probability(above other: Scorecard) -> Double? {
        guard let score, let otherScore = other.score else { return nil }
        let spread = (deviation * deviation + other.deviation * other.deviation).squareRoot()
        guard spread > 0 else { return score > otherScore ? 1 : score < otherScore ? 0 : 0.5 }
        return NormalDistribution.probability(atMost: (score - otherScore) / spread)
    }
}

/// Between which ranks each carrier may lie when chance is taken into account.
public struct ScoreRanks: Hashable, Sendable {
    /// For each scorecard, the best and the worst rank it may have, counted from 1; nil without a score.
    public let ranges: [ClosedRange<Int>?]

    /// Ranks scorecards of one class: one stands above another only if it is the better with a probability of at least
    /// 0.8, which is also what a change of tier needs.
    public init(_ cards: [Scorecard]) {
        func isBetter(_ first: Scorecard, _ second: Scorecard) -> Bool {
            (first.probability(above: second) ?? 0) >= TierDecision.certainty
        }
        let scored = cards.filter { $0.score != nil }
        ranges = cards.map { card in
            guard card.score != nil else { return nil }
            let better = scored.count { isBetter($0, card) }
            let worse = scored.count { isBetter(card, $0) }
            return better + 1...scored.count - worse
        }
    }
}
