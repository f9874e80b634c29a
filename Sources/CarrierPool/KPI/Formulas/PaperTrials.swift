import Foundation

/// The figures counted by document: proofs of delivery, announcements, invoices, corrective actions.
extension KPIDefinition {
    /// One trial a delivery made, for proofs and announced arrivals.
    func proofTrials(in history: CarrierHistory) -> [Trial] {
        history.deliveries.compactMap { delivery in
            guard let arrival = delivery.arrival else { return nil }
            let judged = judge(delivery, arrival: arrival)
            return Trial(
                subject: delivery.order,
                carrier: delivery.carrier,
                lane: delivery.lane,
                moment: arrival,
                tally: judged.map { Tally.one($0) } ?? .none,
                attribution: nil,
                exclusion: judged == nil ? .nothingToJudge : nil,
                definition: self
            )
        }
    }

    private func judge(_ delivery: DeliveryRecord, arrival: Date) -> Bool? {
        switch kpi {
        case .proofTimeliness:
            let latest = (delivery.signed ?? arrival).addingTimeInterval(allowance)
            return delivery.proof.map { $0.received <= latest } ?? false
        case .proofCompleteness:
            return delivery.proof?.isComplete
        default:
            return delivery.announcedArrival.map { abs($0.timeIntervalSince(arrival)) <= allowance }
        }
    }

    /// One trial an invoice.
    func invoiceTrials(in history: CarrierHistory) -> [Trial] {
        history.invoices.enumerated().map { index, invoice in
            Trial(
                subject: "invoice \(index + 1)",
                carrier: invoice.carrier,
                lane: invoice.lane,
                moment: invoice.issued,
                tally: .one(invoice.correction == 0),
                attribution: nil,
                definition: self
            )
        }
    }

    /// One trial an action that was closed or has fallen due by `now`.
    func actionTrials(in history: CarrierHistory, at now: Date) -> [Trial] {
        history.actions.enumerated().compactMap { index, action in
            guard action.due <= now || action.closed != nil else { return nil }
            return Trial(
                subject: "action \(index + 1)",
                carrier: action.carrier,
                lane: "",
                moment: min(action.due, action.closed ?? action.due),
                tally: .one(action.closed.map { $0 <= action.due } ?? false),
                attribution: nil,
                definition: self
            )
        }
    }
}
