/// What is on record about the carriers of a pool.
public struct CarrierHistory: Hashable, Codable, Sendable {
    /// Offers.
    public var tenders: [TenderRecord] = []
    /// Trips.
    public var trips: [TripRecord] = []
    /// Deliveries.
    public var deliveries: [DeliveryRecord] = []
    /// Claims.
    public var claims: [ClaimRecord] = []
    /// Invoices.
    public var invoices: [InvoiceRecord] = []
    /// Actions from audits.
    public var actions: [CorrectiveAction] = []

    /// An empty record.
    public init() {}

    /// Every carrier on record, in order of name.
    public var carriers: [String] {
        var names = Set(tenders.map(\.carrier))
        names.formUnion(trips.map(\.carrier))
        names.formUnion(deliveries.map(\.carrier))
        names.formUnion(claims.map(\.carrier))
        names.formUnion(invoices.map(\.carrier))
        names.formUnion(actions.map(\.carrier))
        return names.sorted()
    }

    /// The part that belongs to one carrier.
    public func of(carrier: String) -> CarrierHistory {
        var part = self
        part.tenders.removeAll { $0.carrier != carrier }
        part.trips.removeAll { $0.carrier != carrier }
        part.deliveries.removeAll { $0.carrier != carrier }
        part.claims.removeAll { $0.carrier != carrier }
        part.invoices.removeAll { $0.carrier != carrier }
        part.actions.removeAll { $0.carrier != carrier }
        return part
    }
}
