/// One carrier's score, with every figure it is made of.
public struct Scorecard: Hashable, Codable, Sendable {
    /// What is known of a figure.
    public enum Evidence: Hashable, Codable, Sendable {
        /// A share, learnt from trials.
        case share(BetaDistribution)
        /// A mean or ratio, taken as it is.
        case value(Double)

        /// The value that is scored: the posterior mean.
        public var mean: Double {
            switch self {
            case .share(let distribution): distribution.mean
            case .value(let value): value
            }
        }
    }

    /// One figure.
    public struct Line: Hashable, Codable, Sendable {
        /// How it is counted.
        public let definition: KPIDefinition
        /// The figure's share of this score, once the weights of missing figures are spread over the rest.
        ///
        /// 0 when it is missing itself.
        public let weight: Double
        /// What is known; nil when the figure is missing.
        public let evidence: Evidence?
        /// Its points, 0 to 100; nil when it is missing.
        public let points: Double?
        /// The points at the ends of the 90 % interval; nil when missing or taken as it is.
        public let interval: Interval?

        /// Whether the figure is missing, so that the score rests on the others.
        public var isMissing: Bool { evidence == nil }
    }

    /// The figures, in the rule's order.
    public let lines: [Line]
    /// Why the score is capped; empty when it is not.
    public let gates: [GateFinding]
    /// The weighted mean of the points, 0 to 100; nil when every figure is missing.
    public let score: Double?
    /// How uncertain the score is: the standard deviation of the weighted mean, in points.
    public let deviation: Double

    /// Scores a carrier from what is known of each figure; figures not given are missing.
    public init(rule: ScoringRule, evidence: [KPI: Evidence], gates: [GateFinding] = []) {
        let known = rule.entries.filter { evidence[$0.definition.kpi] != nil }
        let sum = known.reduce(0) { $0 + $1.weight }
        var score = 0.0
        var variance = 0.0
        lines = rule.entries.map { entry in
            guard let found = evidence[entry.definition.kpi] else {
                return Line(
                    definition: entry.definition,
                    weight: 0,
                    evidence: nil,
                    points: nil,
                    interval: nil
                )
            }
            let weight = sum > 0 ? entry.weight / sum : 0
            let points = entry.scale.points(found.mean)
            score += weight * points
            var interval: Interval?
            if case .share(let distribution) = found {
                variance += weight * weight * entry.scale.variance(of: distribution)
                interval = entry.scale.points(distribution.interval())
            }
            return Line(
                definition: entry.definition,
                weight: weight,
                evidence: found,
                points: points,
                interval: interval
            )
        }
        self.gates = gates
        self.score = sum > 0 ? score : nil
        deviation = variance.squareRoot()
    }

    /// Whether figures are missing, so that the weights of the others are larger than agreed.
    public var isIncomplete: Bool { lines.contains(where: \.isMissing) }

    /// The probability that the true score lies from `low` up to `high`: the figures taken as independent and their
    /// weighted sum as normal.
    ///
    /// 0 or 1 when nothing is uncertain; nil without a score.
    public func probability(from low: Double, to high: Double) -> Double? {
        guard let score else { return nil }
        guard deviation > 0 else { return score >= low && score < high ? 1 : 0 }
        let upper = NormalDistribution.probability(atMost: (high - score) / deviation)
        return upper - NormalDistribution.probability(atMost: (low - score) / deviation)
    }
}
