import Testing

@testable import CarrierPool

@Suite struct TenderWaterfallTests {
    static let waterfall = TenderWaterfall(
        steps: [
            .init(cost: 420, acceptance: 0.85, answerTime: 3_600),
            .init(cost: 450, acceptance: 0.9, answerTime: 1_800),
        ],
        spotCost: 610
    )

    @Test func `the expected cost counts every refusal before an acceptance`() {
        // .85 · 420 + .15 · .9 · 450 + .15 · .1 · 610 = 357 + 60.75 + 9.15
        #expect(printed(Self.waterfall.expectedCost, 2) == "426.90")
        #expect(printed(Self.waterfall.spotProbability, 3) == "0.015")
        #expect(Self.waterfall.acceptedAt.map { printed($0, 3) } == ["0.850", "0.135"])
    }

    @Test func `only offers that can expire before the pickup are made`() {
        #expect(Self.waterfall.longestAnswerTime == 5_400)
        #expect(Self.waterfall.fitting(within: 5_400) == Self.waterfall)
        #expect(Self.waterfall.fitting(within: 5_399).steps.count == 1)
        // Nobody can be asked in time: everything goes to the spot market.
        #expect(Self.waterfall.fitting(within: 600).expectedCost == 610)
    }
}
