import Foundation

/// The tender figures.
extension KPIDefinition {
    /// Hours before pickup from which giving a load back is late, and how much more a late return counts.
    private static var lateReturn: (hours: Double, weight: Double) { (24, 2) }

    /// One trial an offer, for acceptance figures; one an accepted load, for reliability.
    ///
    /// No answer by the deadline is a refusal.  Offers the shipper took back are left out.  An accepted load given back
    /// within 24 hours of its pickup counts twice.
    func tenderTrials(in history: CarrierHistory) -> [Trial] {
        let offers = history.tenders.filter { tender in
            switch kpi {
            case .firstTenderAcceptance: tender.rank == 1
            case .acceptanceReliability: tender.isAccepted
            default: true
            }
        }
        return offers.map { tender in
            let tally =
                kpi == .acceptanceReliability
                ? Tally.one(tender.cancelled == nil, weight: returnWeight(of: tender))
                : .one(tender.isAccepted)
            return Trial(
                subject: tender.load,
                carrier: tender.carrier,
                lane: tender.lane,
                moment: kpi == .acceptanceReliability ? tender.cancelled ?? tender.pickup : tender.offered,
                tally: tally,
                attribution: tender.attribution,
                exclusion: tender.answer == .withdrawn ? .withdrawn : nil,
                definition: self
            )
        }
    }

    private func returnWeight(of tender: TenderRecord) -> Double {
        guard let cancelled = tender.cancelled else { return 1 }
        let hoursLeft = tender.pickup.timeIntervalSince(cancelled) / 3_600
        return hoursLeft < Self.lateReturn.hours ? Self.lateReturn.weight : 1
    }
}
