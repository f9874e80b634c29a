import Testing

@testable import CarrierPool

/// Two hundred classes of carriers with known true rates, each seen through a record of its own length.
@Suite struct CoverageTests {
    struct SeenCarrier {
        var truth: Double
        var tally: Tally
        var plain: BetaDistribution
        var estimate: BetaDistribution
    }

    static func history(seed: UInt64, truth: BetaDistribution, carriers: Int) -> [SeenCarrier] {
        var random = SplitMix64(seed: seed)
        let records = (0..<carriers).map { _ in
            let rate = truth.quantile(Double.random(in: 0..<1, using: &random))
            let trials = [8, 20, 60, 150, 300].randomElement(using: &random) ?? 8
            var tally = Tally.none
            for _ in 0..<trials { tally.record(random.happens(rate)) }
            return (rate, tally)
        }
        let pool = PooledRates(records.map(\.1))
        return records.map {
            SeenCarrier(
                truth: $0.0,
                tally: $0.1,
                plain: pool.prior.posterior(for: $0.1),
                estimate: pool.estimate(for: $0.1)
            )
        }
    }

    /// Whether the truth lies in the central 90 %; cheaper than asking for the interval's two ends.
    static func holds(_ distribution: BetaDistribution, _ truth: Double) -> Bool {
        (0.05...0.95).contains(distribution.probability(atMost: truth))
    }

    @Test(arguments: [
        (BetaDistribution(alpha: 13.5, beta: 1.5), 6), (BetaDistribution(alpha: 38, beta: 2), 10),
        (BetaDistribution(alpha: 24, beta: 6), 4), (BetaDistribution(alpha: 38, beta: 2), 6),
    ])
    func `ninety per cent intervals hold the true rate 86 to 94 times in a hundred`(
        _ c: (truth: BetaDistribution, carriers: Int)
    ) {
        let all = (1...200).flatMap { Self.history(seed: $0, truth: c.truth, carriers: c.carriers) }
        let held = Double(all.filter { Self.holds($0.estimate, $0.truth) }.count) / Double(all.count)
        #expect(held > 0.86 && held < 0.94, "\(held) of \(all.count)")
        // The prior taken as known is the reason for the wider estimate.
        let plain = Double(all.filter { Self.holds($0.plain, $0.truth) }.count) / Double(all.count)
        #expect(plain < 0.86)
    }

    @Test func `ranking by posterior mean picks a better carrier than ranking by raw rate`() throws {
        var byPosterior = 0.0
        var byRaw = 0.0
        for seed in 1...200 as ClosedRange<UInt64> {
            let carriers = Self.history(
                seed: seed,
                truth: BetaDistribution(alpha: 13.5, beta: 1.5),
                carriers: 10
            )
            byPosterior += try #require(carriers.max { $0.estimate.mean < $1.estimate.mean }).truth
            byRaw += try #require(carriers.max { ($0.tally.rate ?? 0) < ($1.tally.rate ?? 0) }).truth
        }
        // Mean true rate of the carrier put first: one more delivery in a hundred on time.
        #expect(byPosterior / 200 > byRaw / 200 + 0.01, "\(byPosterior / 200) against \(byRaw / 200)")
    }

    @Test func `the estimate keeps the posterior mean and is never narrower than the posterior`() {
        for carrier in Self.history(seed: 7, truth: BetaDistribution(alpha: 38, beta: 2), carriers: 6) {
            #expect(abs(carrier.estimate.mean - carrier.plain.mean) < 1e-12)
            #expect(carrier.estimate.strength <= carrier.plain.strength)
        }
    }
}
