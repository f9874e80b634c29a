import Foundation

/// The delivery figures, by the definition's promise, level, tolerances and clock.
extension KPIDefinition {
    /// One trial an order, line or set of units, for on-time, on-time-in-full, perfect-order and damage figures.
    ///
    /// Orders the customer cancelled are left out.  A delivery that was due and not made counts as late.  A late stop
    /// that the plan itself predicted as late is the planner's, whatever was proposed.
    func deliveryTrials(in history: CarrierHistory) -> [Trial] {
        switch level {
        case .order:
            let orders = Dictionary(grouping: history.deliveries) { [$0.carrier, $0.order] }
            return orders.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap {
                trial(ofOrder: $0.value)
            }
        case .line:
            return history.deliveries.flatMap { delivery in
                delivery.lines.map { trial(of: delivery, tally: .one(isMet($0, of: delivery))) }
            }
        case .unit:
            return history.deliveries.flatMap { delivery in
                delivery.lines.map { trial(of: delivery, tally: unitTally($0, of: delivery)) }
            }
        }
    }

    private func trial(ofOrder deliveries: [DeliveryRecord]) -> Trial? {
        let counting = deliveries.filter { !$0.isCancelledByCustomer }
        guard
            let last = (counting.isEmpty ? deliveries : counting).max(by: { moment(of: $0) < moment(of: $1) })
        else {
            return nil
        }
        // The delivery that failed is the one whose cause counts; the last one dates the order.
        let failed = counting.first { delivery in delivery.lines.contains { !isMet($0, of: delivery) } }
        var trial = trial(of: failed ?? last, tally: .one(failed == nil))
        trial.moment = moment(of: last)
        return trial
    }

    private func trial(of delivery: DeliveryRecord, tally: Tally) -> Trial {
        var exclusion: Trial.Exclusion?
        if delivery.isCancelledByCustomer {
            exclusion = .cancelledByCustomer
        } else if kpi != .undamaged && window(of: delivery) == nil {
            exclusion = .noPromise
        }
        return Trial(
            subject: delivery.order,
            carrier: delivery.carrier,
            lane: delivery.lane,
            moment: moment(of: delivery),
            tally: tally,
            attribution: attribution(of: delivery),
            exclusion: exclusion,
            definition: self
        )
    }

    /// The promise the delivery is held against; nil when there is none of that kind.
    func window(of delivery: DeliveryRecord) -> DeliveryRecord.Window? {
        switch reference {
        case .requested: delivery.requested
        case .firstPromised: delivery.firstPromised
        case .lastAgreed: delivery.lastAgreed ?? delivery.firstPromised
        }
    }

    /// The moment the delivery happened by the definition's clock; nil when it did not.
    func happened(_ delivery: DeliveryRecord) -> Date? {
        switch clock {
        case .arrival: delivery.arrival
        case .serviceStart: delivery.serviceStart
        case .proofOfDelivery: delivery.signed
        }
    }

    /// Whether the delivery was in time: w_start − e ≤ a ≤ w_end + l.
    func isOnTime(_ delivery: DeliveryRecord) -> Bool {
        guard let window = window(of: delivery), let moment = happened(delivery) else { return false }
        if let earlyTolerance, moment < window.opens.addingTimeInterval(-earlyTolerance) { return false }
        return moment <= window.closes.addingTimeInterval(lateTolerance)
    }

    private func moment(of delivery: DeliveryRecord) -> Date {
        window(of: delivery)?.closes ?? happened(delivery) ?? delivery.arrival ?? .distantPast
    }

    private func isMet(_ line: DeliveryRecord.Line, of delivery: DeliveryRecord) -> Bool {
        switch kpi {
        case .onTimeInFull: isOnTime(delivery) && line.isInFull
        case .perfectOrder: isOnTime(delivery) && line.isInFull && line.hasDocuments && line.damaged == 0
        case .undamaged: line.damaged == 0
        default: isOnTime(delivery)
        }
    }

    private func unitTally(_ line: DeliveryRecord.Line, of delivery: DeliveryRecord) -> Tally {
        let arrived = min(line.delivered, line.ordered)
        let met =
            switch kpi {
            case .onTimeInFull: isOnTime(delivery) ? arrived : 0
            case .perfectOrder: isOnTime(delivery) && line.hasDocuments ? max(arrived - line.damaged, 0) : 0
            case .undamaged: line.ordered - line.damaged
            default: isOnTime(delivery) ? line.ordered : 0
            }
        return Tally(met, of: line.ordered)
    }

    private func attribution(of delivery: DeliveryRecord) -> Attribution? {
        if kpi != .undamaged, !isOnTime(delivery), let planned = delivery.plannedArrival,
            let window = window(of: delivery), planned > window.closes.addingTimeInterval(lateTolerance)
        {
            return Attribution(.planner, .agreed)
        }
        return delivery.attribution
    }
}
