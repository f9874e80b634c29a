import RoutingTestSupport
import Testing
import VehicleRouting

@testable import RouteSearch

@Suite struct LocalSearchTests {
    @Test func `two visits join with the wait that the later window forces`() {
        // Served from 10 to 15 if begun at 10 … 20; 5 s of road; the second opens at 40.  Starting as late as 20 one
        // leaves at 25, arrives at 30 and waits 10 s: 5 + 5 + 10 + 5 = 25 s, begun at 20 exactly.
        let first = TimeSegment(duration: 5, warp: 0, earliest: 10, latest: 20)
        let second = TimeSegment(duration: 5, warp: 0, earliest: 40, latest: 60)
        let both = first.joined(5, second)
        #expect(both.duration == 25)
        #expect(both.warp == 0)
        #expect(both.earliest == 20 && both.latest == 20)
    }

    @Test func `two visits join with the time warp that a closed window forces`() {
        // Begun at 10 at the earliest, done at 15, 30 s of road: there at 45, 5 s after the closing at 40.
        let first = TimeSegment(duration: 5, warp: 0, earliest: 10, latest: 20)
        let second = TimeSegment(duration: 5, warp: 0, earliest: 0, latest: 40)
        let both = first.joined(30, second)
        #expect(both.warp == 5)
        #expect(first.warpJoined(30, second) == 5)
        #expect(both.duration == 40)
        #expect(both.earliest == 10 && both.latest == 10)
    }

    @Test(arguments: UInt64(1)...40)
    func `joining stretches in any order gives the same time warp`(seed: UInt64) {
        var random = SearchRandom(seed: seed)
        let visits = (0..<5).map { _ -> TimeSegment in
            let opens = Int32(random.below(100))
            let closes = opens + Int32(random.below(40))
            return TimeSegment(duration: Int32(random.below(9)), warp: 0, earliest: opens, latest: closes)
        }
        let roads = (0..<4).map { _ in Int32(random.below(50)) }
        let forward = (1..<5).reduce(visits[0]) { $0.joined(roads[$1 - 1], visits[$1]) }
        let backward = (0..<4).reversed().reduce(visits[4]) { visits[$1].joined(roads[$1], $0) }
        #expect(forward.warp == backward.warp)
        #expect(forward.duration == backward.duration)
    }

    /// A random problem of several types, depots and prices whose routes cost what their arcs cost.
    private static func costingArcsAlone(_ seed: UInt64) -> Problem {
        var problem = Problem.random(
            seed: seed,
            jobs: 30,
            vehicles: 12,
            features: [.windows, .openRoutes, .skills, .market]
        )
        for index in problem.jobs.indices {
            problem.jobs[index].timeWindows = Array(problem.jobs[index].timeWindows.prefix(1))
            problem.jobs[index].service = index % 4
        }
        for index in problem.vehicles.indices {
            problem.vehicles[index].costs = VehicleCosts(
                fixed: 40 * (index % 3),
                perKilometre: 1000 * (1 + index % 2),
                perHour: 3600
            )
        }
        return problem
    }

    /// Debug builds assert after every applied move that its promised change is the change of cost.
    @Test(arguments: UInt64(1)...20)
    func `the local search keeps its promises and ends with a plan that keeps every rule`(seed: UInt64) throws
    {
        let problem = Self.costingArcsAlone(seed)
        let instance = CompiledInstance(problem)
        try #require(!instance.needs.rich)
        var origin = RuinRecreate<FleetKernel>(instance, seed: seed)
        origin.fillIn()
        let before = Elite(origin.best)
        var local = IteratedLocalSearch(origin, typicalCost: 50)
        local.load(before)
        for _ in 0..<300 { local.iterate(temperature: 5) }
        #expect(local.best.isBetter(than: before) || local.best.cost == before.cost)
        var record = SolutionRecord(instance)
        record.copy(from: local.best)
        let evaluation = PlanEvaluation(record.plan(instance), in: problem)
        #expect(evaluation.violations.isEmpty)
        let leftOut = record.plan(instance).unassigned.compactMap { problem.leaveOutPrice(of: $0.task) }
        let total = leftOut.reduce(evaluation.ledger.total, +)
        #expect(total.ticks == Int(local.best.cost * instance.ticksPerUnit))
    }

    @Test func `charges rise while too few plans keep the rule and fall when nearly all do`() {
        var charges = Penalties(perSecond: 100, perUnit: 100)
        for _ in 0..<200 { _ = charges.note(inTime: false, inLoad: true) }
        #expect(charges.perSecond == 120)
        #expect(charges.perUnit == 90)
    }
}
