import Testing

@testable import CarrierPool

@Suite struct GammaPoissonPriorTests {
    @Test func `different excursion rates give a prior matched to their spread`() throws {
        // m = 24 ÷ 3000 = .008; rates .002, .004, .018; s² = (.006² + .004² + .010²) ÷ 3 = 5.0667e-5;
        // A = 5.0667e-5 − .008 ÷ 1000 = 4.2667e-5; worth m ÷ A = 187.5 hours and 1.5 events.
        let prior = try #require(
            GammaPoissonPrior(estimatedFrom: [
                EventCount(2, in: 1_000), EventCount(4, in: 1_000), EventCount(18, in: 1_000),
            ])
        )
        #expect(prior.verdict == .distinguishable)
        #expect(abs(prior.distribution.exposure - 187.5) < 1e-9)
        #expect(abs(prior.distribution.events - 1.5) < 1e-9)
        // (1.5 + 2) ÷ 1187.5
        #expect(abs(prior.posterior(for: EventCount(2, in: 1_000)).mean - 3.5 / 1_187.5) < 1e-12)
    }

    @Test func `a carrier without an excursion is not given the rate zero`() throws {
        let counts = [EventCount(0, in: 80), EventCount(3, in: 900), EventCount(2, in: 700)]
        let prior = try #require(GammaPoissonPrior(estimatedFrom: counts))
        #expect(prior.verdict == .indistinguishable)
        let posterior = prior.posterior(for: counts[0])
        #expect(posterior.mean > 0.002)
        #expect(posterior.interval().lower > 0)
    }

    @Test func `a class without events keeps a rate above zero, and without exposure has none`() throws {
        let prior = try #require(
            GammaPoissonPrior(estimatedFrom: [EventCount(0, in: 50), EventCount(0, in: 50)])
        )
        #expect(prior.distribution == GammaDistribution(events: 0.5, exposure: 100))
        #expect(GammaPoissonPrior(estimatedFrom: [EventCount(0, in: 0)]) == nil)
    }
}
