/// What failures cost on one trip, in the currency of the tariff.
public struct Consequences: Hashable, Codable, Sendable {
    /// A late delivery to this customer in this service class.
    public var late: Double
    /// Value of the goods on board.
    public var goodsValue: Double
    /// Share of the goods' value lost in an excursion, between 0 and 1.
    public var excursionLoss: Double
    /// A refused tender: handling and the time lost.
    public var refusal: Double
    /// An incomplete temperature record: inquiry, stability assessment, a customer's complaint.
    public var missingRecord: Double
    /// Share of the goods' value lost in a damage, between 0 and 1.
    public var damageLoss: Double
    /// Whether the class is critical, so that doubt about a carrier counts against it.
    public var isCritical: Bool

    /// The costs of failure on one trip; none below 0, shares at most 1.
    public init(
        late: Double,
        goodsValue: Double,
        excursionLoss: Double,
        refusal: Double,
        missingRecord: Double,
        damageLoss: Double,
        isCritical: Bool = false
    ) {
        precondition(
            [late, goodsValue, excursionLoss, refusal, missingRecord, damageLoss].allSatisfy { $0 >= 0 }
        )
        precondition(excursionLoss <= 1 && damageLoss <= 1)
        self.late = late
        self.goodsValue = goodsValue
        self.excursionLoss = excursionLoss
        self.refusal = refusal
        self.missingRecord = missingRecord
        self.damageLoss = damageLoss
        self.isCritical = isCritical
    }

    /// What it costs, in currency, when this goes wrong.
    public func cost(of part: EffectivePrice.Part) -> Double {
        switch part {
        case .late: late
        case .excursion: goodsValue * excursionLoss
        case .refusal: refusal
        case .missingRecord: missingRecord
        case .damage: goodsValue * damageLoss
        }
    }
}
