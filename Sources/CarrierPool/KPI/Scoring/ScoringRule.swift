/// What a scorecard is made of: figures with weights and scales.
public struct ScoringRule: Hashable, Codable, Sendable {
    /// One figure on the scorecard.
    public struct Entry: Hashable, Codable, Sendable {
        /// How it is counted.
        public var definition: KPIDefinition
        /// Its weight against the others, at least 0.
        public var weight: Double
        /// How it becomes points.
        public var scale: ScoreScale

        /// A figure with this weight and scale.
        public init(_ definition: KPIDefinition, weight: Double, scale: ScoreScale) {
            self.definition = definition
            self.weight = weight
            self.scale = scale
        }
    }

    /// The figures, in the order they are shown.
    public let entries: [Entry]

    /// A scorecard of these figures; weights need not sum to anything.
    ///
    /// - Throws: `CarrierPoolError` when a weight is negative, a gate is weighed, or no weight is above 0.
    public init(_ entries: [Entry]) throws(CarrierPoolError) {
        for entry in entries {
            let kpi = entry.definition.kpi
            guard entry.weight >= 0, entry.weight.isFinite else {
                throw CarrierPoolError(.negative(name: "the weight", value: entry.weight), at: .scoring(kpi))
            }
            guard kpi != .qualification else { throw CarrierPoolError(.weightedGate, at: .scoring(kpi)) }
        }
        guard entries.contains(where: { $0.weight > 0 }) else {
            throw CarrierPoolError(.noWeight, at: .scorecard)
        }
        self.entries = entries
    }

    /// The house rule for medical distribution: seven figures, temperature and its record weighing 40 of 100.
    ///
    /// Weights as agreed for the product; scales are starting points to be set with each customer.
    public static func medical() throws(CarrierPoolError) -> ScoringRule {
        let rows: [(kpi: KPI, weight: Double, floor: Double, target: Double)] = [
            (.onTimeDelivery, 30, 0.85, 0.98),
            (.excursionFree, 25, 0.95, 0.995),
            (.recordCompleteness, 15, 0.9, 0.995),
            (.firstTenderAcceptance, 15, 0.7, 0.95),
            (.undamaged, 5, 0.98, 0.999),
            (.proofTimeliness, 5, 0.85, 0.98),
            (.responseTime, 5, 240, 30),
        ]
        var entries: [Entry] = []
        for row in rows {
            let scale = try ScoreScale(floor: row.floor, target: row.target, of: row.kpi)
            entries.append(Entry(.standard(row.kpi), weight: row.weight, scale: scale))
        }
        return try ScoringRule(entries)
    }
}
