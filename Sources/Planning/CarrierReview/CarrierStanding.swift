public import CarrierPool
internal import Foundation

/// One carrier's review.
public struct CarrierStanding: Sendable {
    /// Who.
    public let carrier: ReviewedCarrier
    /// The score with every figure it is made of.
    public let scorecard: Scorecard
    /// The tier from now on, and why.
    public let decision: TierDecision
    /// The best and the worst rank that the score may have among its class; nil without a score.
    public let ranks: ClosedRange<Int>?
    /// The counts behind the figures of kind `share`, in the scorecard's order.
    public let measurements: [KPIMeasurement]
    /// The trends.
    public let charts: [ControlChart]
    /// The lanes with late deliveries in the period, worst first.
    public let worstLanes: [LaneFinding]
    /// Failures of the period whose cause is in dispute.
    public let disputes: [Dispute]
    /// Late deliveries of the period that the plan itself had predicted: the planner's, not the carrier's.
    public let predictedByPlan: Int
    /// Excursions over monitored hours of the period.
    public let excursions: EventCount
    /// Claims that were open at the end of the period.
    public let openClaims: [ClaimRecord]
    /// Corrective actions that were overdue at the end of the period.
    public let overdueActions: [CorrectiveAction]
    /// Trips and deliveries of the period.
    public let volume: (trips: Int, deliveries: Int)

    /// - Parameter earlier: On-time delivery as it stood when the period began: what the charts hold the period against.
    init(
        carrier: ReviewedCarrier,
        scorecard: Scorecard,
        decision: TierDecision,
        ranks: ClosedRange<Int>?,
        comparisons: [KPIComparison],
        history: CarrierHistory,
        period: ReviewPeriod,
        earlier: KPIComparison?
    ) {
        self.carrier = carrier
        self.scorecard = scorecard
        self.decision = decision
        self.ranks = ranks
        measurements = comparisons.compactMap { $0.measurements[carrier.code] }
        let trials = comparisons.map { comparison in
            (
                kpi: comparison.definition.kpi,
                trials: comparison.definition.trials(in: history, at: period.end)
                    .filter { period.contains($0.moment) }
            )
        }
        func trialsOf(_ kpi: KPI) -> [Trial] { trials.first { $0.kpi == kpi }?.trials ?? [] }
        func comparison(_ kpi: KPI) -> KPIComparison? { comparisons.first { $0.definition.kpi == kpi } }
        let deliveries = trialsOf(.onTimeDelivery)
        charts = Self.charts(
            deliveries: deliveries,
            lateRate: (earlier.flatMap { $0.isKnown(carrier.code) ? $0 : nil } ?? comparison(.onTimeDelivery))?
                .estimate(for: carrier.code).complement.mean,
            trips: trialsOf(.excursionFree),
            // The class's rate: one carrier's own is known from a handful of excursions at most.
            excursionRate: comparison(.excursionFree)?.pool.prior.distribution.complement.mean,
            period: period
        )
        worstLanes = LaneFinding.worst(deliveries)
        disputes = Dispute.list(trials)
        predictedByPlan = deliveries.count { $0.attribution?.cause == .planner }
        let end = period.end
        let trips = history.trips.filter { period.contains($0.delivered ?? $0.pickupBy) }
        var seen = CarrierHistory()
        seen.trips = trips
        excursions = seen.excursionCount
        openClaims = history.claims.filter { $0.opened < end && $0.closed.map { $0 >= end } ?? true }
        overdueActions = history.actions.filter { $0.due < end && $0.closed.map { $0 >= end } ?? true }
        volume = (trips.count, deliveries.count)
    }

    private static func charts(
        deliveries: [Trial],
        lateRate: Double?,
        trips: [Trial],
        excursionRate: Double?,
        period: ReviewPeriod
    ) -> [ControlChart] {
        var charts: [ControlChart?] = []
        if let lateRate {
            charts.append(.smoothedLate(deliveries, in: period, rate: lateRate))
            charts.append(.lateShare(deliveries, in: period, rate: lateRate))
        }
        if let excursionRate {
            charts.append(.excursionEvidence(trips, in: period, rate: excursionRate))
        }
        return charts.compactMap { $0 }
    }
}

extension KPIComparison {
    /// Whether a carrier has a record of its own.
    fileprivate func isKnown(_ carrier: String) -> Bool {
        (measurements[carrier]?.attributable.trials ?? 0) > 0
    }
}
