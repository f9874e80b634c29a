import LinearProgramming
import Testing

@testable import CarrierPool

@Suite struct `What one more lot costs` {
    private func allocation(
        lots count: Int,
        _ prices: [String: Double],
        terms: [CarrierTerms] = [],
        policy: DiversificationPolicy = .none
    ) -> CarrierAllocation {
        let lots = numberedLots(count)
        return CarrierAllocation(
            lots: lots,
            terms: terms,
            candidates: offers(lots, prices),
            policy: policy
        )
    }

    private func surcharge(_ marginals: PoolMarginals, _ carrier: String) -> Double {
        marginals.surcharge(carrier: carrier, party: carrier, lane: "north", volume: 1)
    }

    @Test func `full capacity asks what the next carrier costs more, and a promise pays for itself`() throws {
        var promised = CarrierTerms(carrier: "B")
        promised.minimumLots = 3
        promised.shortfallPrice = 20
        let result = try allocation(
            lots: 3,
            ["A": 100, "B": 130],
            terms: [CarrierTerms(carrier: "A", maxLots: 2), promised]
        ).solve()
        // Two at A, one at B, two promised lots short: 200 + 130 + 40.
        #expect(abs(try #require(result.cost) - 370) < 1e-6)
        // A fourth lot goes to B for 130, and saves a shortfall of 20.
        #expect(abs(surcharge(result.marginals, "B") + 20) < 1e-6)
        // At A it would push another one out to B: 100 + 10 is the same 110.
        #expect(abs(surcharge(result.marginals, "A") - 10) < 1e-6)
        let ledger = try #require(result.ledger)
        #expect(abs(ledger.prices - 330) < 1e-6 && abs(ledger.shortfalls - 40) < 1e-6)
        #expect(abs(ledger.total - 370) < 1e-6)
    }

    @Test func `one more lot on a lane leaves room for the cheap carrier too`() throws {
        let cap = DiversificationPolicy(shareCap: 0.6, effectiveNumber: 1)
        let result = try allocation(lots: 10, ["A": 100, "B": 150], policy: cap).solve()
        // 6 at 100 and 4 at 150 are 1 200.  Eleven lots, cut anywhere, are 6.6 and 4.4: 1 320, so one costs 120 at both.
        #expect(abs(try #require(result.cost) - 1_200) < 1e-6)
        #expect(abs(surcharge(result.marginals, "A") - 20) < 1e-6)
        #expect(abs(surcharge(result.marginals, "B") + 30) < 1e-6)
    }

    @Test func `rounds are averaged, and what binds in one only counts half`() {
        var first = PoolMarginals()
        first.carriers = ["A": 30]
        var second = PoolMarginals()
        second.carriers = ["B": 10]
        second.lanes = ["north": -4]
        let mean = first.blended(with: second, weight: 0.5)
        #expect(mean.carriers == ["A": 15, "B": 5] && mean.lanes == ["north": -2])
    }

    @Test func `carriers on trial get no more than their lots, however cheap they are drawn`() throws {
        var trial = allocation(lots: 5, ["A": 100, "NEW": 100])
        for index in trial.candidates.indices where trial.candidates[index].carrier == "NEW" {
            trial.candidates[index].decision = plain(10)
        }
        trial.trials = TrialLimit(carriers: ["NEW"], mostLots: 2)
        let result = try trial.solve()
        #expect(result.awards.values.count { $0 == "NEW" } == 2)
        // Decided by 2 · 10 + 3 · 100; expected are 5 · 100.
        #expect(abs(try #require(result.cost) - 320) < 1e-6)
        #expect(abs(try #require(result.ledger).total - 500) < 1e-6)
    }

    @Test func `a lane that depended on one party before is no fault of today`() throws {
        var lane = allocation(
            lots: 6,
            ["A": 100, "B": 100],
            policy: DiversificationPolicy(shareCap: 1, effectiveNumber: 2)
        )
        lane.given = [GivenVolume(lane: "north", carrier: "A", volume: 60)]
        let ledger = try #require(try lane.solve().ledger)
        // Shares were 1 and 0; all that B gets makes the lane less dependent.
        #expect(ledger.concentration == 0)
    }
}
