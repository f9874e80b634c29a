import Testing

@testable import CarrierPool

@Suite struct EffectivePriceTests {
    struct Bid {
        var price: Double
        var onTime: Double
        var excursion: Double
        var acceptance: Double
        var record: Double

        func effective(goodsValue: Double) -> EffectivePrice {
            EffectivePrice(
                price: price,
                risk: CarrierRisk(
                    late: .known(1 - onTime),
                    excursion: .known(excursion),
                    refusal: .known(1 - acceptance),
                    missingRecord: .known(1 - record),
                    damage: .known(0)
                ),
                consequences: Consequences(
                    late: 180,
                    goodsValue: goodsValue,
                    excursionLoss: 0.35,
                    refusal: 60,
                    missingRecord: 40,
                    damageLoss: 0
                )
            )
        }
    }

    static let bids = [
        Bid(price: 420, onTime: 0.96, excursion: 0.002, acceptance: 0.95, record: 0.995),
        Bid(price: 390, onTime: 0.9, excursion: 0.012, acceptance: 0.8, record: 0.96),
        Bid(price: 450, onTime: 0.985, excursion: 0.001, acceptance: 0.9, record: 0.999),
    ]

    @Test func `the cheapest bid is not the cheapest carrier`() {
        let prices = Self.bids.map { printed($0.effective(goodsValue: 9_000).total, 2) }
        #expect(prices == ["436.70", "459.40", "461.89"])
    }

    @Test func `with ten times the value on board the most careful carrier is cheapest`() {
        let prices = Self.bids.map { printed($0.effective(goodsValue: 90_000).total, 2) }
        #expect(prices == ["493.40", "799.60", "490.24"])
    }

    @Test func `every part of the price is kept`() {
        let price = Self.bids[0].effective(goodsValue: 9_000)
        // .04 · 180, .002 · 9000 · .35, .05 · 60, .005 · 40, nothing for damage
        let parts = EffectivePrice.Part.allCases.map { printed(price.amount(of: $0), 2) }
        #expect(parts == ["7.20", "6.30", "3.00", "0.20", "0.00"])
        #expect(price.reading == .expected)
    }

    static let unknown = FailureRisk.share(BetaDistribution(alpha: 1, beta: 1))
    static let newcomer = CarrierRisk(
        late: unknown,
        excursion: .event(rate: GammaDistribution(events: 1, exposure: 100), exposure: 5),
        refusal: .known(0),
        missingRecord: .known(0),
        damage: .known(0)
    )
    static func consequences(isCritical: Bool) -> Consequences {
        Consequences(
            late: 100,
            goodsValue: 1_000,
            excursionLoss: 1,
            refusal: 0,
            missingRecord: 0,
            damageLoss: 0,
            isCritical: isCritical
        )
    }

    @Test func `on a critical class doubt about a carrier is priced, not only its average`() {
        let calm = EffectivePrice(
            price: 0,
            risk: Self.newcomer,
            consequences: Self.consequences(isCritical: false)
        )
        let wary = EffectivePrice(
            price: 0,
            risk: Self.newcomer,
            consequences: Self.consequences(isCritical: true)
        )
        // Of a uniform probability the mean is ½ and the 80 % bound .8.
        #expect(abs(calm.amount(of: .late) - 50) < 1e-9)
        #expect(abs(wary.amount(of: .late) - 80) < 1e-9)
        // Rate with mean ÷ 100 h, exponential: P = 1 − 100 ÷ 105 on average, and 1 − .2^(5 ÷ 100) at the 80 % bound,
        // where the rate is −ln .2 ÷ 100.
        #expect(abs(calm.amount(of: .excursion) - 1_000 * 5 / 105) < 1e-9)
        #expect(printed(wary.amount(of: .excursion), 4) == "77.3192")
        #expect(wary.reading == .upperBound(confidence: 0.8))
    }

    /// Gives the same word for ever.
    struct Stuck: RandomNumberGenerator {
        var word: UInt64
        func next() -> UInt64 { word }
    }

    @Test func `a scripted draw reads the quantile it was given`() {
        // The word 2⁶³ is the uniform number ½, so the draw is the median: of a uniform probability ½.
        var random = Stuck(word: 1 << 63)
        let price = EffectivePrice.drawn(
            price: 10,
            risk: Self.newcomer,
            consequences: Self.consequences(isCritical: false),
            using: &random
        )
        #expect(abs(price.amount(of: .late) - 50) < 1e-9)
        #expect(price.reading == .drawn)
    }

    @Test func `equal seeds draw equal prices, and draws average to the expected price`() {
        let consequences = Self.consequences(isCritical: false)
        func draws(seed: UInt64) -> [Double] {
            var random = SplitMix64(seed: seed)
            return (0..<2_000).map { _ in
                EffectivePrice.drawn(
                    price: 10,
                    risk: Self.newcomer,
                    consequences: consequences,
                    using: &random
                ).total
            }
        }
        let first = draws(seed: 3)
        #expect(first == draws(seed: 3))
        #expect(first != draws(seed: 4))
        let expected = EffectivePrice(price: 10, risk: Self.newcomer, consequences: consequences).total
        // Deviation of one draw: 100 ÷ √12 and about 44, together about 53; of the mean of 2000, 1.2.
        #expect(abs(first.reduce(0, +) / 2_000 - expected) < 4)
    }

    @Test func `a draw is never certain, at either end of the generator's range`() {
        for word in [UInt64.min, .max] {
            var random = Stuck(word: word)
            let probability = Self.unknown.draw(using: &random)
            #expect(probability > 0 && probability < 1)
        }
    }
}
