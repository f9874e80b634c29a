/// What may go wrong when a carrier is given a trip: its record, as probabilities.
public struct CarrierRisk: Hashable, Codable, Sendable {
    /// The delivery is late by the customer's definition.
    public var late: FailureRisk
    /// The trip has a confirmed temperature excursion.
    public var excursion: FailureRisk
    /// The carrier refuses the tender.
    public var refusal: FailureRisk
    /// The temperature record is incomplete.
    public var missingRecord: FailureRisk
    /// Goods are damaged or lost.
    public var damage: FailureRisk

    /// The five risks of one carrier, for the lane and class at hand.
    public init(
        late: FailureRisk,
        excursion: FailureRisk,
        refusal: FailureRisk,
        missingRecord: FailureRisk,
        damage: FailureRisk
    ) {
        self.late = late
        self.excursion = excursion
        self.refusal = refusal
        self.missingRecord = missingRecord
        self.damage = damage
    }

    /// The risk behind one part of the effective price.
    public subscript(part: EffectivePrice.Part) -> FailureRisk {
        switch part {
        case .late: late
        case .excursion: excursion
        case .refusal: refusal
        case .missingRecord: missingRecord
        case .damage: damage
        }
    }
}
