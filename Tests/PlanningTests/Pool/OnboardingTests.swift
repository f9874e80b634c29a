import CarrierPool
import Testing
import VehicleRouting

@testable import Planning

@Suite struct `Carriers on trial` {
    /// Forty jobs of the value given, each 100 at A, of whom all is known, and 60 at NEW, of whom nothing is.
    private func problem(value: Int = 1_000) -> Problem {
        var problem = Problem(name: "trial")
        problem.currency = Currency(code: "EUR", wireUnits: 1000)
        problem.locations = [Location(coordinate: nil), Location(coordinate: nil)]
        problem.depots = [Depot(id: "D", location: 0)]
        problem.jobs = (1...40).map { number in
            var job = Job(id: .text("J\(number)"), location: 1)
            job.goodsValue = Cost(wireUnits: value * 1_000)
            return job
        }
        problem.carriers = [
            Carrier(id: "A", tariff: Tariff(perJob: 100_000)),
            Carrier(id: "NEW", tariff: Tariff(perJob: 60_000)),
        ]
        return problem
    }

    private func knowledge(cleanTrips: Int) -> PoolKnowledge {
        let safe = FailureRisk.known(0)
        var knowledge = PoolKnowledge()
        knowledge.risks["A"] = CarrierRisk(
            late: safe,
            excursion: safe,
            refusal: safe,
            missingRecord: safe,
            damage: safe
        )
        // Ten trials' worth: late in one of ten, give or take.
        let unknown = FailureRisk.share(BetaDistribution(alpha: 1, beta: 9))
        knowledge.newcomer = CarrierRisk(
            late: unknown,
            excursion: safe,
            refusal: safe,
            missingRecord: safe,
            damage: safe
        )
        knowledge.cleanTrips = ["A": 200, "NEW": cleanTrips]
        knowledge.trips = ["A": 200, "NEW": cleanTrips]
        return knowledge
    }

    private func allocate(
        _ problem: Problem,
        cleanTrips: Int = 3,
        basis: AllocateCarriers.Basis = .effectivePrice
    ) throws -> AllocationResult {
        var allocation = AllocateCarriers(problem, knowledge: knowledge(cleanTrips: cleanTrips))
        allocation.basis = basis
        let open = Plan(unassigned: problem.jobs.indices.map { Unassigned(.job($0)) })
        return try allocation.run(open).result
    }

    private func count(_ result: AllocationResult) -> Int { result.awards.values.count { $0 == "NEW" } }

    @Test func `a cheap newcomer gets a tenth of what it may be tried on`() throws {
        // A tenth of 40.  At 60 and a draw that is nearly always below 22 % late it beats 100.
        let result = try allocate(problem())
        #expect(count(result) == 4)
        let drawn = result.entries.filter { $0.candidate.carrier == "NEW" }
        #expect(drawn.allSatisfy { $0.candidate.decision.reading == .drawn })
        // Each order has its own draw, and the expected price beside it: 60 + 0.1 · 180.
        #expect(Set(drawn.map(\.candidate.decision.total)).count == 40)
        #expect(drawn.allSatisfy { abs($0.candidate.price.total - 78) < 1e-9 })
    }

    @Test func `by bids, too, a newcomer gets no more than its share and nothing that matters`() throws {
        // 60 against 100 for all of them.
        let result = try allocate(problem(), basis: .bid)
        #expect(count(result) == 4)
        #expect(result.entries.allSatisfy { $0.candidate.decision.total == $0.candidate.price.price })
        #expect(count(try allocate(problem(value: 5_001), basis: .bid)) == 0)
    }

    @Test func `equal seeds draw equally`() throws {
        let first = try allocate(problem())
        let second = try allocate(problem())
        #expect(first.entries.map(\.candidate.decision) == second.entries.map(\.candidate.decision))
        #expect(first.awards == second.awards)
    }

    @Test func `nothing dear, critical, special or for a patient is tried`() throws {
        #expect(count(try allocate(problem(value: 5_001))) == 0)
        var critical = problem()
        for index in critical.jobs.indices { critical.jobs[index].priority = 80 }
        #expect(count(try allocate(critical)) == 0)
        var special = problem()
        for index in special.jobs.indices { special.jobs[index].skills = ["controlled"] }
        for index in special.carriers.indices { special.carriers[index].skills = ["controlled"] }
        #expect(count(try allocate(special)) == 0)
        // All but ten are for patients: a tenth of ten.
        var bound = problem()
        for index in 0..<30 { bound.jobs[index].handling.patient = .text("P-\(index)") }
        let result = try allocate(bound)
        #expect(count(result) == 1)
        #expect(CandidateLedger.csv(result).contains("is on trial, and a failure here would cost too much"))
    }

    @Test func `after its trips a carrier is like any other`() throws {
        #expect(count(try allocate(problem(), cleanTrips: 29)) == 4)
        // 78 expected against 100: all of them.
        #expect(count(try allocate(problem(), cleanTrips: 30)) == 40)
    }

    @Test func `the first trips carry a second logger, and a contract may say how many trips it takes`()
        throws
    {
        var known = knowledge(cleanTrips: 4)
        #expect(known.onTrial(among: problem())["NEW"]?.stage == .shadow)
        known = knowledge(cleanTrips: 5)
        #expect(known.onTrial(among: problem())["NEW"]?.stage == .trial)
        #expect(known.onTrial(among: problem())["NEW"]?.remaining == 25)
        known.trialTrips = ["NEW": 0, "A": 300]
        #expect(known.onTrial(among: problem()).keys.sorted() == ["A"])
        known.cleanTrips = nil
        #expect(known.onTrial(among: problem()).isEmpty)
    }
}
