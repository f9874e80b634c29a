public import CarrierPool
internal import Foundation

/// The carriers of one service class, compared.
public struct ServiceClassReview: Sendable {
    /// The name of the class; empty when the history has only one without a name.
    public let name: String
    /// One comparison for each figure of kind `share` on the scorecard, in its order.
    public let comparisons: [KPIComparison]
    /// The carriers: best score first where they can be told apart, by name where not.
    public let carriers: [CarrierStanding]
    /// Whether some figure differs by more than chance explains, and some score is above another with a probability of
    /// at least 0.8.
    ///
    /// The first alone would not do: of seven figures of equal carriers, one differs more often than not.
    public let canBeToldApart: Bool

    init(
        name: String,
        carriers: [ReviewedCarrier],
        history: CarrierHistory,
        period: ReviewPeriod,
        rule: ScoringRule,
        forgetting: Forgetting
    ) {
        let scoring = ClassScoring(carriers: carriers, history: history, rule: rule, forgetting: forgetting)
        let now = scoring.scores(in: period)
        let decisions = scoring.decisions(upTo: period, now: now)
        let ranks = ScoreRanks(now.scorecards)
        self.name = name
        comparisons = now.comparisons
        let everyRank = 1...max(now.scorecards.count { $0.score != nil }, 1)
        canBeToldApart =
            now.comparisons.contains { $0.pool.prior.verdict == .distinguishable }
            && ranks.ranges.contains { $0 != nil && $0 != everyRank }
        let standings = carriers.enumerated().map { index, carrier in
            CarrierStanding(
                carrier: carrier,
                scorecard: now.scorecards[index],
                decision: decisions[index],
                ranks: ranks.ranges[index],
                comparisons: now.comparisons,
                history: history.of(carrier: carrier.code),
                period: period,
                earlier: scoring.comparison(.onTimeDelivery, at: period.start)
            )
        }
        self.carriers =
            canBeToldApart
            ? standings.sorted {
                ($1.scorecard.score ?? -1, $0.carrier.code) < ($0.scorecard.score ?? -1, $1.carrier.code)
            } : standings
    }
}

/// Scores the carriers of one class at the ends of periods.
struct ClassScoring {
    let carriers: [ReviewedCarrier]
    let history: CarrierHistory
    let rule: ScoringRule
    let forgetting: Forgetting

    struct Scores {
        var comparisons: [KPIComparison]
        /// In the order of the carriers.
        var scorecards: [Scorecard]
    }

    func comparison(_ kpi: KPI, at moment: Date) -> KPIComparison? {
        rule.entries.first { $0.definition.kpi == kpi }.map { comparison($0.definition, at: moment) }
    }

    private func comparison(_ definition: KPIDefinition, at moment: Date) -> KPIComparison {
        // A trial at the very end belongs to the next period.
        let now = moment.addingTimeInterval(-1)
        return KPIComparison(definition, of: carriers.map(\.code), in: history, at: now) { _ in forgetting }
    }

    func scores(in period: ReviewPeriod) -> Scores {
        let shares = rule.entries.map(\.definition).filter { $0.kpi.kind == .share }
        let comparisons = shares.map { comparison($0, at: period.end) }
        let scorecards = carriers.map { carrier in
            let own = history.of(carrier: carrier.code)
            var evidence: [KPI: Scorecard.Evidence] = [:]
            for comparison in comparisons {
                // A carrier without trials would be shown its class's rate as if it were its own.
                guard let seen = comparison.measurements[carrier.code], seen.attributable.trials > 0 else {
                    continue
                }
                evidence[comparison.definition.kpi] = .share(comparison.estimate(for: carrier.code))
            }
            for definition in rule.entries.map(\.definition) where definition.kpi.kind != .share {
                evidence[definition.kpi] = Self.value(definition, in: own, carrier: carrier, period: period)
            }
            return Scorecard(rule: rule, evidence: evidence, gates: own.gates(in: period))
        }
        return Scores(comparisons: comparisons, scorecards: scorecards)
    }

    /// The tier of each carrier, after the decisions of all earlier periods that the record reaches into.
    func decisions(upTo period: ReviewPeriod, now: Scores) -> [TierDecision] {
        var periods: [ReviewPeriod] = []
        var next = period.previous
        while let earlier = next, let span = history.span, earlier.end > span.first {
            periods.append(earlier)
            next = earlier.previous
        }
        var last: [TierDecision?] = carriers.map { _ in nil }
        for cards in periods.reversed().map({ scores(in: $0).scorecards }) + [now.scorecards] {
            last = zip(cards, last).map { card, decision in
                TierDecision(
                    scorecard: card,
                    current: decision?.tier,
                    previousScoreTier: decision?.scoreTier
                )
            }
        }
        return last.compactMap { $0 }
    }

    /// The median of a measure, or a ratio, of the period; nil without records.
    private static func value(
        _ definition: KPIDefinition,
        in history: CarrierHistory,
        carrier: ReviewedCarrier,
        period: ReviewPeriod
    ) -> Scorecard.Evidence? {
        if definition.kpi.kind == .ratio {
            return definition.ratio(in: history)?.value.map { .value($0) }
        }
        let measures = definition.measures(in: history, office: carrier.office)
        let values = measures.filter { period.contains($0.moment) }.map(\.value)
        return MeasureSummary(values).median.map { .value($0) }
    }
}

extension CarrierHistory {
    /// The gates that the trips of a period ran into.
    fileprivate func gates(in period: ReviewPeriod) -> [GateFinding] {
        var part = CarrierHistory()
        part.trips = trips.filter { period.contains($0.delivered ?? $0.pickupBy) }
        return part.gateFindings
    }
}
