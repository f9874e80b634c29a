/// The figures a carrier can be judged by.
public enum KPI: String, Hashable, Codable, Sendable, CaseIterable {
    /// Pickups reached in time.
    case onTimePickup
    /// Deliveries made in time.
    case onTimeDelivery
    /// Deliveries made in time and in full.
    case onTimeInFull
    /// Deliveries in full, in time, with documents and undamaged (SCOR RL.1.1).
    case perfectOrder
    /// How late the deliveries are, in minutes.
    case lateness
    /// Offers accepted.
    case tenderAcceptance
    /// Offers accepted by the carrier asked first.
    case firstTenderAcceptance
    /// Accepted loads not given back.
    case acceptanceReliability
    /// From offer to answer, in minutes.
    case responseTime
    /// Monitored trips without a confirmed excursion.
    case excursionFree
    /// How bad excursions are, in degree-minutes a monitored trip.
    case excursionSeverity
    /// Trips with a complete temperature record.
    case recordCompleteness
    /// Required minutes of temperature record that are covered.
    case recordCoverage
    /// Temperature records that arrive in time.
    case recordTimeliness
    /// Units neither damaged nor lost.
    case undamaged
    /// Claims by freight spend.
    case claimsRatio
    /// Claims by trips.
    case claimsPerTrip
    /// From claim to settlement, in days.
    case claimClosure
    /// Proofs of delivery that arrive in time.
    case proofTimeliness
    /// Proofs of delivery that are complete.
    case proofCompleteness
    /// Invoices without correction.
    case invoiceAccuracy
    /// Corrections by invoiced value, up and down added.
    case invoiceCorrection
    /// Status messages received of those due.
    case trackingCompliance
    /// Announced arrivals that came true.
    case arrivalAccuracy
    /// Corrective actions done in time.
    case correctiveActions
    /// Trips with every qualification valid: a gate, never a weight.
    case qualification
    /// Spend a drop.
    case costPerDrop
    /// Spend a kilometre.
    case costPerKilometre
    /// Spend a kilogram.
    case costPerKilogram
    /// Spend an order.
    case costPerOrder
    /// Spend by the goods' value.
    case costByValue

    /// What shape the figure has, and so which statistics apply to it.
    public enum Kind: Hashable, Codable, Sendable {
        /// A share of trials that were met, between 0 and 1; high is good.
        case share
        /// A time or size measured once a trial; low is good.
        case measure
        /// One sum over another; low is good.
        case ratio
    }

    /// What shape the figure has.
    public var kind: Kind {
        switch self {
        case .lateness, .responseTime, .excursionSeverity, .claimClosure: .measure
        case .claimsRatio, .claimsPerTrip, .invoiceCorrection, .costPerDrop, .costPerKilometre,
            .costPerKilogram,
            .costPerOrder, .costByValue:
            .ratio
        default: .share
        }
    }
}
