import CarrierPool
import RouteSearch
import Testing
import VehicleRouting

@testable import Planning

@Suite struct `Market of a day` {
    /// One job 50 km from the depot, a van at 1 a kilometre, a carrier that asks `tariff` for the job.
    private func problem(tariff: Int) -> Problem {
        var problem = Problem(name: "market")
        problem.currency = Currency(code: "EUR", wireUnits: 1000)
        problem.locations = [Location(coordinate: nil), Location(coordinate: nil)]
        problem.depots = [Depot(id: "D", location: 0)]
        problem.jobs = [Job(id: "J", location: 1)]
        let metres: [Int32] = [0, 50_000, 50_000, 0]
        problem.matrices["car"] = TravelMatrix(size: 2, durations: metres.map { $0 / 10 }, distances: metres)
        var van = Vehicle(id: "V")
        van.start = 0
        van.end = 0
        van.startDepot = 0
        van.endDepot = 0
        van.shift = TimeWindow(opens: 0, closes: 86_400)
        van.costs = VehicleCosts(perKilometre: 1_000, perHour: 0)
        problem.vehicles = [van]
        problem.carriers = [Carrier(id: "A", tariff: Tariff(perJob: tariff))]
        return problem
    }

    private func market(_ problem: Problem, late: Double) throws -> DayMarket.Outcome {
        var knowledge = PoolKnowledge()
        let safe = FailureRisk.known(0)
        knowledge.newcomer = CarrierRisk(
            late: .known(late),
            excursion: safe,
            refusal: safe,
            missingRecord: safe,
            damage: safe
        )
        let pool = DayPool(of: problem, knowledge: knowledge)
        let parameters = SearchParameters(seconds: nil, iterations: 100)
        let outcome = try DayMarket(pool: pool).run(parameters, from: nil) { problem, parameters, start, _ in
            RouteSolver(problem).solve(parameters, from: start)
        }
        #expect(outcome.search.iterations <= 100)
        return outcome
    }

    private func ownJobs(_ problem: Problem, late: Double) throws -> Int {
        try market(problem, late: late).best.plan.routes.reduce(0) { $0 + $1.visits.count }
    }

    @Test func `the own fleet drives what the pool would do worse, although its tariff is lower`() throws {
        // Own: 2 · 50 km at 1 are 100.  The carrier asks 90; with 20 % late at 180 it costs 126.
        #expect(try ownJobs(problem(tariff: 90_000), late: 0) == 0)
        #expect(try ownJobs(problem(tariff: 90_000), late: 0.2) == 1)
        // At 60 it costs 96 with the same record, and takes the job.
        #expect(try ownJobs(problem(tariff: 60_000), late: 0.2) == 0)
    }

    @Test func `without carriers the search has its problem and all of its time in one round`() throws {
        var alone = problem(tariff: 1)
        alone.carriers = []
        #expect(try ownJobs(alone, late: 0) == 1)
    }

    @Test func `the plan kept is the best of the rounds, and the ledger adds up`() throws {
        let problem = problem(tariff: 90_000)
        let outcome = try market(problem, late: 0)
        // The first round knows no prices and drives for 100; the pool takes the job for 90.
        #expect(outcome.rounds.map(\.prices).prefix(2) == [.none, .open])
        #expect(outcome.rounds.map(\.standing.total.wireUnits).prefix(2) == [100_000, 90_000])
        #expect(outcome.best.total == outcome.rounds.map(\.standing.total).min())
        // What is told of the search has one clock and one kind of cost: the totals of the rounds that were better.
        #expect(outcome.search.incumbents.map(\.cost.wireUnits) == [100_000, 90_000])
        #expect(outcome.search.iterations == outcome.rounds.map(\.iterations).reduce(0, +))
        let moments = outcome.search.incumbents.map(\.seconds)
        #expect(moments == moments.sorted())
        let rows = MarketLedger.csv(outcome, in: problem).split(separator: "\r\n")
        #expect(rows.count == outcome.rounds.count + 1)
        #expect(rows[1].hasPrefix("1,none,1,100,0,0,0,0,0,0,0,0,0,100,"))
        #expect(rows[2].hasPrefix("2,open,0,0,1,90,0,0,0,0,0,0,0,90,") && rows[2].hasSuffix(",yes"))
    }

    @Test func `what the pool cannot take stays with the own fleet, because its room has a price`() throws {
        // Two jobs at one place, a carrier with room for one; own: 100 for one or both.
        var two = problem(tariff: 40_000)
        two.jobs.append(Job(id: "K", location: 1))
        two.carriers[0].maxJobs = 1
        let outcome = try market(two, late: 0)
        // Both own: 100.  One given away costs 40 more.
        #expect(outcome.best.plan.routes.reduce(0) { $0 + $1.visits.count } == 2)
        #expect(outcome.best.total.wireUnits == 100_000)
        #expect(outcome.best.plan.unassigned.isEmpty)
    }

    @Test func `the fleet leaves what was promised when missing it costs more than the own route saves`()
        throws
    {
        // Own: 100.  The carrier asks 110, and 30 for a promised order that it does not get.
        var knowledge = PoolKnowledge()
        var terms = CarrierTerms(carrier: "A")
        terms.minimumLots = 1
        terms.shortfallPrice = 30
        knowledge.contracts = [terms]
        let pool = DayPool(of: problem(tariff: 110_000), knowledge: knowledge)
        let parameters = SearchParameters(seconds: nil, iterations: 100)
        let outcome = try DayMarket(pool: pool).run(parameters, from: nil) { problem, parameters, start, _ in
            RouteSolver(problem).solve(parameters, from: start)
        }
        // 110 instead of 100 + 30; the first round still drives.
        #expect(outcome.rounds.first?.standing.total.wireUnits == 130_000)
        #expect(outcome.best.total.wireUnits == 110_000)
        let section = try #require(MarketSection(outcome.best, in: pool.problem))
        #expect(section.lines.map(\.amount) == ["110.00"] && section.total == "110.00")
        #expect(section.lots.map(\.summary) == ["J: A, of 1 candidate"])
    }

    @Test func `carriers that fail together have one share of a lane together when a day is planned`() throws
    {
        // Five jobs and no van that may drive; A and A2 ask 40, B 60, C 70.  A and A2 have one owner.
        var five = problem(tariff: 40_000)
        five.vehicles[0].maxTasks = 0
        five.jobs = (1...5).map { Job(id: .text("J\($0)"), location: 1) }
        for (id, tariff) in [("A2", 40_000), ("B", 60_000), ("C", 70_000)] {
            five.carriers.append(Carrier(id: .text(id), tariff: Tariff(perJob: tariff)))
        }
        func awards(party: String?) throws -> [Int] {
            var knowledge = PoolKnowledge()
            let safe = FailureRisk.known(0)
            knowledge.newcomer = CarrierRisk(
                late: safe,
                excursion: safe,
                refusal: safe,
                missingRecord: safe,
                damage: safe
            )
            knowledge.policy = DiversificationPolicy(shareCap: 0.4, effectiveNumber: 1, leastVolume: 5)
            knowledge.contracts = ["A", "A2", "B", "C"].map { carrier in
                var terms = CarrierTerms(carrier: carrier)
                if let party, carrier.hasPrefix("A") { terms = CarrierTerms(carrier: carrier, party: party) }
                return terms
            }
            let pool = DayPool(of: five, knowledge: knowledge)
            let parameters = SearchParameters(seconds: nil, iterations: 100)
            let outcome = try DayMarket(pool: pool).run(parameters, from: nil) { problem, part, start, _ in
                RouteSolver(problem).solve(part, from: start)
            }
            return five.carriers.indices.map { carrier in
                outcome.best.plan.awards.count { $0.carrier == carrier }
            }
        }
        // 40 % of five are two orders a party: apart, A and A2 have two each and B the fifth.
        #expect(try awards(party: nil) == [2, 2, 1, 0])
        // Together they have two, B two and C the fifth.
        let together = try awards(party: "one owner")
        #expect(together[0] + together[1] == 2)
        #expect(together[2...] == [2, 1])
    }

    @Test func `a customer's refusal keeps its order with the own fleet`() throws {
        var refusing = problem(tariff: 40_000)
        refusing.jobs[0].excludedCarriers = ["A"]
        let outcome = try market(refusing, late: 0)
        #expect(outcome.best.plan.awards.isEmpty && outcome.best.total.wireUnits == 100_000)
    }

    @Test func `comparisons follow the same rules and are judged at effective prices`() throws {
        var knowledge = PoolKnowledge()
        func risk(late: Double) -> CarrierRisk {
            let safe = FailureRisk.known(0)
            return CarrierRisk(
                late: .known(late),
                excursion: safe,
                refusal: safe,
                missingRecord: safe,
                damage: safe
            )
        }
        knowledge.risks = ["A": risk(late: 0.3), "B": risk(late: 0)]
        var problem = problem(tariff: 50_000)
        problem.jobs[0].unassignedCost = Cost(wireUnits: 70_000)
        problem.carriers.append(Carrier(id: "B", tariff: Tariff(perJob: 60_000)))
        let pool = DayPool(of: problem, knowledge: knowledge)
        func total(_ basis: AllocateCarriers.Basis) throws -> Int {
            try MarketStanding(Plan(unassigned: [Unassigned(.job(0))]), in: pool, basis: basis, seconds: 10)
                .total.wireUnits
        }
        // The cheapest bid is A's 50, which costs 50 + 0.3 · 180 = 104; B costs its 60; nobody costs 70.
        #expect(try total(.bid) == 104_000)
        #expect(try total(.effectivePrice) == 60_000)
        #expect(try total(.nobody) == 70_000)
    }
}
