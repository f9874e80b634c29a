public import CarrierPool
internal import Foundation
public import Interchange

extension CarrierHistory {
    /// The records of a history folder.
    ///
    /// Rows of one order on one trip become one delivery with a line for each; the first row gives its times.
    public init(_ folder: CarrierHistoryFolder) {
        self.init()
        tenders = folder.tenders.map(TenderRecord.init)
        trips = folder.trips.map(TripRecord.init)
        var indices: [[String]: Int] = [:]
        for stop in folder.stops {
            let key = [stop.carrier, stop.order, stop.trip]
            if let index = indices[key] {
                deliveries[index].lines.append(DeliveryRecord.Line(stop))
                deliveries[index].attribution =
                    deliveries[index].attribution ?? stop.blame.map(Attribution.init)
            } else {
                indices[key] = deliveries.count
                deliveries.append(DeliveryRecord(stop))
            }
        }
        claims = folder.claims.map {
            ClaimRecord(
                carrier: $0.carrier,
                lane: $0.lane,
                opened: $0.opened,
                closed: $0.closed,
                value: $0.value
            )
        }
        invoices = folder.invoices.map {
            InvoiceRecord(
                carrier: $0.carrier,
                lane: $0.lane,
                issued: $0.issued,
                value: $0.value,
                correction: $0.correction
            )
        }
        actions = folder.actions.map { CorrectiveAction(carrier: $0.carrier, due: $0.due, closed: $0.closed) }
    }
}

extension ReviewedCarrier {
    /// The carriers of a history: those it lists, and those it only has records of.
    public static func all(in folder: CarrierHistoryFolder, _ history: CarrierHistory) -> [ReviewedCarrier] {
        let listed = folder.carriers.map { row in
            ReviewedCarrier(
                code: row.code,
                name: row.name,
                serviceClass: row.serviceClass,
                office: row.office.map {
                    OfficeHours(opens: $0.lowerBound, closes: $0.upperBound, timeZone: folder.timeZone)
                }
            )
        }
        let codes = Set(listed.map(\.code))
        return listed + history.carriers.filter { !codes.contains($0) }.map { ReviewedCarrier(code: $0) }
    }
}

extension Attribution {
    fileprivate init(_ blame: CarrierHistoryFolder.Blame) {
        let cause: FailureCause =
            switch blame.cause {
            case .carrier: .carrier
            case .shipper: .shipper
            case .consignee: .consignee
            case .forceMajeure: .forceMajeure
            case .planner: .planner
            }
        let state: State =
            switch blame.state {
            case .proposed: .proposed
            case .agreed: .agreed
            case .disputed: .disputed
            }
        self.init(cause, state)
    }
}

extension TenderRecord {
    fileprivate init(_ row: CarrierHistoryFolder.Tender) {
        let answer: Answer =
            switch (row.answer, row.answered) {
            case (.accepted, let moment?): .accepted(moment)
            case (.refused, let moment?): .rejected(moment)
            case (.withdrawn, _): .withdrawn
            default: .expired
            }
        self.init(
            load: row.load,
            carrier: row.carrier,
            lane: row.lane,
            offered: row.offered,
            deadline: row.deadline,
            rank: row.rank,
            answer: answer,
            cancelled: row.cancelled,
            pickup: row.pickup,
            attribution: row.blame.map(Attribution.init)
        )
    }
}

extension TripRecord {
    fileprivate init(_ row: CarrierHistoryFolder.Trip) {
        let seconds = row.delivered.map { $0.timeIntervalSince(row.pickupArrival ?? row.pickupBy) } ?? 0
        self.init(
            trip: row.trip,
            carrier: row.carrier,
            lane: row.lane,
            pickupBy: row.pickupBy,
            pickupArrival: row.pickupArrival,
            delivered: row.delivered,
            hours: max(seconds, 0) / 3_600,
            temperatureClass: row.temperatureClass,
            temperature: row.temperature.map {
                Temperature(
                    excursions: $0.excursions,
                    degreeMinutes: $0.degreeMinutes,
                    isReported: $0.isReported,
                    coveredMinutes: $0.coveredMinutes,
                    requiredMinutes: $0.requiredMinutes,
                    longestGapMinutes: $0.longestGapMinutes,
                    uploaded: $0.uploaded
                )
            },
            isQualified: row.isQualified
        )
        status = Tally(row.statusReceived, of: row.statusDue)
        basis = CostBasis(
            drops: row.drops,
            orders: row.orders,
            kilometres: row.kilometres,
            kilograms: row.kilograms,
            goodsValue: row.goodsValue
        )
        spend = row.spend
        attribution = row.blame.map(Attribution.init)
    }
}

extension DeliveryRecord {
    fileprivate init(_ row: CarrierHistoryFolder.Stop) {
        func window(_ span: ClosedRange<Date>?) -> Window? {
            span.map { Window(opens: $0.lowerBound, closes: $0.upperBound) }
        }
        self.init(
            order: row.order,
            carrier: row.carrier,
            lane: row.lane,
            promised: window(row.promised),
            arrival: row.arrival,
            lines: [Line(row)],
            attribution: row.blame.map(Attribution.init)
        )
        requested = window(row.requested)
        lastAgreed = window(row.agreed)
        serviceStart = row.serviceStart
        signed = row.signed
        plannedArrival = row.planned
        announcedArrival = row.announced
        proof = row.proofReceived.map { Proof(received: $0, isComplete: row.isProofComplete) }
        isCancelledByCustomer = row.isCancelled
    }
}

extension DeliveryRecord.Line {
    fileprivate init(_ row: CarrierHistoryFolder.Stop) {
        self.init(
            ordered: row.ordered,
            delivered: row.delivered,
            damaged: row.damaged,
            hasDocuments: row.hasDocuments
        )
    }
}
