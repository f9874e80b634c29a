import Testing

@testable import CarrierPool

@Suite struct WilsonIntervalTests {
    @Test(arguments: [
        (9, 10, "0.5958", "0.9821"), (10, 10, "0.7225", "1.0000"), (48, 50, "0.8654", "0.9890"),
        (96, 100, "0.9016", "0.9843"), (188, 200, "0.8981", "0.9653"), (0, 30, "0.0000", "0.1135"),
    ])
    func `the 95 per cent interval of a single rate`(
        _ c: (count: Double, trials: Double, lower: String, upper: String)
    )
        throws
    {
        let interval = try #require(Tally(c.count, of: c.trials).wilsonInterval())
        #expect(printed(interval.lower, 4) == c.lower)
        #expect(printed(interval.upper, 4) == c.upper)
    }

    @Test func `without trials there is no interval`() {
        #expect(Tally.none.wilsonInterval() == nil)
    }
}
