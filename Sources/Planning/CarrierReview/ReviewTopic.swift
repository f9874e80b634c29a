public import CarrierPool
public import Foundation

/// Something to talk about with a carrier, most pressing kinds first.
public enum ReviewTopic: Hashable, Sendable {
    /// A gate caps the tier.
    case gate(GateFinding)
    /// Charts show more late deliveries than chance explains; the moment is that of the first alarm.
    case lateAlarm(first: Date)
    /// The chart shows that excursions have become more frequent.
    case excursionAlarm(first: Date)
    /// The figure that costs the most points, and how many of the score's 100.
    case costliestFigure(KPI, points: Double)
    /// A lane that is worse than the carrier's deliveries as a whole by more than chance.
    case badLane(LaneFinding)
    /// Failures whose cause is in dispute.
    case disputes(count: Int)
    /// Claims that are not settled, and what they are worth.
    case openClaims(count: Int, value: Double)
    /// Corrective actions that should have been done.
    case overdueActions(count: Int)
    /// Late deliveries that our own plan had predicted.
    case ownFault(count: Int)
    /// Figures without records, whose weight the others carry.
    case missing([KPI])
    /// Nothing else is to be said.
    case nothing
}

extension CarrierStanding {
    /// A figure that costs fewer points than this is not worth an agenda item.
    private static let pointsWorthTalking = 2.0

    /// What to talk about in the review; never empty.
    public var topics: [ReviewTopic] {
        var topics = scorecard.gates.map(ReviewTopic.gate)
        func firstAlarm(_ isMeant: (ControlChart.Kind) -> Bool) -> Date? {
            charts.filter { isMeant($0.kind) }.compactMap { $0.alarms.first?.moment }.min()
        }
        // Two charts watch late deliveries; whichever sees them first is the news.
        if let first = firstAlarm({ $0 != .excursionEvidence }) { topics.append(.lateAlarm(first: first)) }
        if let first = firstAlarm({ $0 == .excursionEvidence }) {
            topics.append(.excursionAlarm(first: first))
        }
        let costs = scorecard.lines.compactMap { line in
            line.points.map { (kpi: line.definition.kpi, points: line.weight * (100 - $0)) }
        }
        if let costliest = costs.max(by: { $0.points < $1.points }),
            costliest.points >= Self.pointsWorthTalking
        {
            topics.append(.costliestFigure(costliest.kpi, points: costliest.points))
        }
        let late = measurements.first { $0.definition.kpi == .onTimeDelivery }?.attributable.complement.rate
        topics += worstLanes.filter { $0.interval.lower > late ?? 1 }.map(ReviewTopic.badLane)
        if !disputes.isEmpty { topics.append(.disputes(count: disputes.count)) }
        if !openClaims.isEmpty {
            let value = openClaims.reduce(0) { $0 + $1.value }
            topics.append(.openClaims(count: openClaims.count, value: value))
        }
        if !overdueActions.isEmpty { topics.append(.overdueActions(count: overdueActions.count)) }
        if predictedByPlan > 0 { topics.append(.ownFault(count: predictedByPlan)) }
        let missing = scorecard.lines.filter(\.isMissing).map(\.definition.kpi)
        if !missing.isEmpty { topics.append(.missing(missing)) }
        return topics.isEmpty ? [.nothing] : topics
    }
}
