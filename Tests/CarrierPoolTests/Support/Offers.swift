@testable import CarrierPool

/// A price without risks, so that sums can be done by hand.
func plain(_ price: Double) -> EffectivePrice {
    let safe = FailureRisk.known(0)
    let risk = CarrierRisk(late: safe, excursion: safe, refusal: safe, missingRecord: safe, damage: safe)
    let nothing = Consequences(
        late: 0,
        goodsValue: 0,
        excursionLoss: 0,
        refusal: 0,
        missingRecord: 0,
        damageLoss: 0
    )
    return EffectivePrice(price: price, risk: risk, consequences: nothing)
}

/// Lots called L1, L2 … on one lane.
func numberedLots(_ count: Int, lane: String = "north") -> [PoolLot] {
    (1...count).map { PoolLot(id: "L\($0)", lane: lane) }
}

/// Every carrier offers every lot at one price.
func offers(_ lots: [PoolLot], _ prices: [String: Double]) -> [PoolCandidate] {
    lots.flatMap { lot in
        prices.sorted { $0.key < $1.key }.map {
            PoolCandidate(lot: lot.id, carrier: $0.key, price: plain($0.value))
        }
    }
}
