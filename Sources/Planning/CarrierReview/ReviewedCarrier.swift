public import CarrierPool

/// What a review needs to know of a carrier beside its record.
public struct ReviewedCarrier: Hashable, Sendable {
    /// The code its records carry.
    public var code: String
    /// The name people know it by.
    public var name: String
    /// Carriers are compared within a class only: `van 2-8`, `pallet network`.
    public var serviceClass: String
    /// When its office answers; nil counts response times around the clock.
    public var office: OfficeHours?

    /// A carrier of a service class.
    public init(code: String, name: String = "", serviceClass: String = "", office: OfficeHours? = nil) {
        self.code = code
        self.name = name.isEmpty ? code : name
        self.serviceClass = serviceClass
        self.office = office
    }
}
