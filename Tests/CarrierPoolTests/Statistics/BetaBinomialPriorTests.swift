import Testing

@testable import CarrierPool

@Suite struct BetaBinomialPriorTests {
    /// Six carriers, on time of total; N = 575, X = 498.
    static let spread = [
        Tally(188, of: 200), Tally(171, of: 200), Tally(46, of: 50), Tally(18, of: 20), Tally(5, of: 5),
        Tally(70, of: 100),
    ]

    @Test func `six carriers give the prior worked out by hand`() throws {
        let prior = BetaBinomialPrior(estimatedFrom: Self.spread)
        // p̂ = 498 ÷ 575; D = 575 − (200² + 200² + 50² + 20² + 5² + 100²) ÷ 575 = 575 − 92 925 ÷ 575
        #expect(printed(try #require(prior.pooledRate), 6) == "0.866087")
        #expect(printed(prior.spread, 6) == "4.133696")
        #expect(printed(prior.scale, 4) == "413.3913")
        #expect(printed(try #require(prior.correlation), 7) == "0.0750294")
        #expect(printed(prior.distribution.strength, 5) == "12.32811")
        #expect(printed(prior.distribution.alpha, 5) == "10.67722")
        #expect(printed(prior.distribution.beta, 5) == "1.65089")
        #expect(prior.verdict == .distinguishable)
    }

    @Test func `each carrier is drawn towards the class by as much as its record is short`() {
        let prior = BetaBinomialPrior(estimatedFrom: Self.spread)
        let means = Self.spread.map { printed(prior.posterior(for: $0).mean, 4) }
        #expect(means == ["0.9357", "0.8556", "0.9093", "0.8871", "0.9047", "0.7182"])
        let cautious = Self.spread.map { printed(prior.posterior(for: $0).interval().lower, 4) }
        #expect(cautious == ["0.9059", "0.8142", "0.8434", "0.7850", "0.7707", "0.6465"])
    }

    @Test func `carriers whose raw rates run from 90 to 100 per cent can still be indistinguishable`() throws
    {
        let prior = BetaBinomialPrior(estimatedFrom: [
            Tally(188, of: 200), Tally(95, of: 100), Tally(47, of: 50), Tally(28, of: 30), Tally(9, of: 10),
            Tally(5, of: 5),
        ])
        #expect(printed(try #require(prior.correlation), 4) == "-0.0165")
        #expect(prior.verdict == .indistinguishable)
        #expect(abs(prior.distribution.strength - 500) < 1e-9)
    }

    @Test func `a pool that never failed may still fail`() {
        let prior = BetaBinomialPrior(estimatedFrom: [Tally(10, of: 10), Tally(20, of: 20)])
        #expect(prior.verdict == .indistinguishable)
        // (30 + ½) ÷ 31, worth the 30 trials seen and not 500.
        #expect(abs(prior.distribution.mean - 30.5 / 31) < 1e-12)
        #expect(abs(prior.distribution.strength - 30) < 1e-12)
    }

    @Test func `opposite carriers leave the weakest prior, two trials`() {
        // S ÷ p̂(1 − p̂) = 200 · ¼ ÷ ¼ = 200 and D = 100, so ρ̂ = 199 ÷ 99 > 1 and M would be negative.
        let prior = BetaBinomialPrior(estimatedFrom: [Tally(100, of: 100), Tally(0, of: 100)])
        #expect(prior.distribution == BetaDistribution(alpha: 1, beta: 1))
    }

    @Test func `one carrier, or single trials, cannot be compared, and no record is unseen`() {
        #expect(BetaBinomialPrior(estimatedFrom: [Tally(9, of: 10), .none]).verdict == .incomparable)
        #expect(
            BetaBinomialPrior(estimatedFrom: [Tally(1, of: 1), Tally(0, of: 1)]).verdict == .incomparable
        )
        let unseen = BetaBinomialPrior(estimatedFrom: [.none])
        #expect(unseen.verdict == .unseen)
        #expect(unseen.distribution == BetaDistribution(alpha: 1, beta: 1))
    }

    @Test func `a newcomer keeps the class's rate and gets a wider interval`() {
        let prior = BetaBinomialPrior(estimatedFrom: Self.spread)
        let newcomer = prior.discounted(to: 0.5)
        #expect(abs(newcomer.mean - prior.distribution.mean) < 1e-12)
        #expect(newcomer.quantile(0.05) < prior.distribution.quantile(0.05))
    }
}
