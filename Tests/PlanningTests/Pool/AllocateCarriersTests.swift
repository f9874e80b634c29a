import CarrierPool
import Testing
import VehicleRouting

@testable import Planning

@Suite struct `Allocation of a day's overflow` {
    /// Three jobs without vehicles, value 1 000 each; A asks 100 a job, B 120; one wire unit is a thousandth.
    private func problem(limitOfA: Int? = nil) -> Problem {
        var problem = Problem(name: "overflow")
        problem.currency = Currency(code: "EUR", wireUnits: 1000)
        problem.regimes = [Regime(id: "REF", low: 2000, high: 8000)]
        problem.locations = [Location(coordinate: nil), Location(coordinate: nil)]
        problem.depots = [Depot(id: "D", location: 0)]
        problem.jobs = (1...3).map { number in
            var job = Job(id: .text("J\(number)"), location: 1)
            job.regime = 0
            job.goodsValue = Cost(wireUnits: 1_000_000)
            return job
        }
        problem.carriers = [("A", 100_000), ("B", 120_000)].map { code, price in
            var carrier = Carrier(id: .text(code), tariff: Tariff(perJob: price))
            carrier.regimes = [0]
            return carrier
        }
        problem.carriers[0].maxJobs = limitOfA
        return problem
    }

    private func risk(late: Double) -> CarrierRisk {
        CarrierRisk(
            late: .known(late),
            excursion: .known(0),
            refusal: .known(0),
            missingRecord: .known(0),
            damage: .known(0)
        )
    }

    private var overflow: Plan { Plan(unassigned: (0..<3).map { Unassigned(.job($0)) }) }

    @Test func `without a record the cheapest tariff wins as far as it reaches`() throws {
        let outcome = try AllocateCarriers(problem(limitOfA: 2)).run(overflow)
        #expect(outcome.plan.awards.map(\.carrier).sorted() == [0, 0, 1])
        #expect(outcome.plan.unassigned.isEmpty)
        #expect(PlanEvaluation(outcome.plan, in: problem(limitOfA: 2)).violations.isEmpty)
        // Two at 100, one at 120.
        #expect(abs((outcome.result.cost ?? 0) - 320) < 1e-6)
    }

    @Test func `a record of late deliveries makes the cheapest tariff the dearer carrier`() throws {
        var knowledge = PoolKnowledge()
        // 180 for a late delivery: A costs 100 + 0.2 · 180 = 136, B 120 + 0.02 · 180 = 123.60.
        knowledge.risks = ["A": risk(late: 0.2), "B": risk(late: 0.02)]
        let outcome = try AllocateCarriers(problem(), knowledge: knowledge).run(overflow)
        #expect(outcome.plan.awards.map(\.carrier) == [1, 1, 1])
        #expect(abs((outcome.result.cost ?? 0) - 3 * 123.6) < 1e-6)
        let entry = try #require(outcome.result.entries.first { $0.candidate.carrier == "A" })
        #expect(abs(entry.candidate.price.amount(of: .late) - 36) < 1e-9)
        #expect(abs((entry.regret ?? 0) - 12.4) < 1e-6)
        // Every carrier is on record for every lot.
        let table = CandidateLedger.csv(outcome.result)
        #expect(table.split(separator: "\r\n").count == 7)
        #expect(table.contains("J1,A,100,36,0,0,0,0,136,expected,136,no,,12.4"))
    }

    @Test func `a carrier whose qualification has ended gets nothing, and the record says why`() throws {
        var knowledge = PoolKnowledge()
        knowledge.expired = ["A"]
        let outcome = try AllocateCarriers(problem(), knowledge: knowledge).run(overflow)
        #expect(Set(outcome.plan.awards.map(\.carrier)) == [1])
        #expect(CandidateLedger.csv(outcome.result).contains("lacks a qualification still in force"))
    }

    @Test func `a carrier without the regime is excluded by its name`() throws {
        var warm = problem()
        warm.carriers[0].regimes = nil
        let outcome = try AllocateCarriers(warm).run(overflow)
        #expect(Set(outcome.plan.awards.map(\.carrier)) == [1])
        #expect(CandidateLedger.csv(outcome.result).contains("lacks REF"))
    }

    @Test func `the share of volume given before limits what a carrier gets today`() throws {
        var knowledge = PoolKnowledge()
        knowledge.policy = DiversificationPolicy(shareCap: 0.6, effectiveNumber: 1)
        // 15 and 5 before, 3 today: A may have 0.6 · 23 = 13.8 and has 15.
        knowledge.given = [
            GivenVolume(lane: "north", carrier: "A", volume: 15),
            GivenVolume(lane: "north", carrier: "B", volume: 5),
        ]
        let outcome = try AllocateCarriers(problem(), knowledge: knowledge).run(overflow)
        #expect(Set(outcome.plan.awards.map(\.carrier)) == [1])
    }

    @Test func `a carrier that a customer refuses is no candidate for its order`() throws {
        var refusing = problem()
        refusing.jobs[1].excludedCarriers = ["A"]
        let outcome = try AllocateCarriers(refusing).run(overflow)
        #expect(outcome.plan.awards.map(\.carrier) == [0, 1, 0])
        #expect(PlanEvaluation(outcome.plan, in: refusing).violations.isEmpty)
    }

    @Test func `carriers of one partner have one share together`() throws {
        var knowledge = PoolKnowledge()
        knowledge.policy = DiversificationPolicy(shareCap: 0.6, effectiveNumber: 1, leastVolume: 3)
        var terms = ["A", "A2", "B"].map { CarrierTerms(carrier: $0, party: "one van owner") }
        terms[2] = CarrierTerms(carrier: "B")
        terms[2].shareCap = 1
        var shared = problem()
        shared.carriers.append(shared.carriers[0])
        shared.carriers[2].id = "A2"
        // 0.6 of 3 orders: one for A and A2 together, two for B.
        var outcome = try AllocateCarriers(shared, knowledge: with(terms, knowledge)).run(overflow)
        #expect(outcome.plan.awards.count { $0.carrier == 1 } == 2)
        terms[1].party = "A2"
        outcome = try AllocateCarriers(shared, knowledge: with(terms, knowledge)).run(overflow)
        #expect(outcome.plan.awards.count { $0.carrier == 1 } == 1)
    }

    private func with(_ terms: [CarrierTerms], _ knowledge: PoolKnowledge) -> PoolKnowledge {
        var known = knowledge
        known.contracts = terms
        return known
    }

    @Test func `a promised minimum is kept while missing it costs more than the dearer carrier`() throws {
        var terms = CarrierTerms(carrier: "B")
        terms.minimumLots = 2
        terms.shortfallPrice = 25
        // 20 more an order for B against 25 for each one missing: two for B.
        var outcome = try AllocateCarriers(problem(), knowledge: with([terms], PoolKnowledge())).run(overflow)
        #expect(outcome.plan.awards.count { $0.carrier == 1 } == 2)
        terms.shortfallPrice = 15
        outcome = try AllocateCarriers(problem(), knowledge: with([terms], PoolKnowledge())).run(overflow)
        #expect(outcome.plan.awards.count { $0.carrier == 1 } == 0)
        #expect(outcome.result.ledger?.shortfalls == 30)
    }

    @Test func `the price of the pool is the cheapest carrier's, and what its capacity is worth on top`()
        throws
    {
        let short = problem(limitOfA: 2)
        let allocation = AllocateCarriers(short)
        let tasks = (0..<3).map(TaskReference.job)
        #expect(tasks.map { allocation.poolPrices()[$0] } == tasks.map { _ in Cost(wireUnits: 100_000) })
        let result = try allocation.run(overflow).result
        // A third lot at A would save 20: at the margin the pool takes a job for 120.
        let prices = allocation.poolPrices(result.marginals)
        #expect(tasks.map { prices[$0]?.wireUnits } == [120_000, 120_000, 120_000])
    }
}
