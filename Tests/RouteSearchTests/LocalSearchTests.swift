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
    private static func costingArcsAlone(
        _ seed: UInt64,
        features: RandomFeatures = [.windows, .openRoutes, .skills, .market]
    ) -> Problem {
        var problem = Problem.random(seed: seed, jobs: 30, vehicles: 12, features: features)
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
        try #require(!instance.needs.rich && !instance.needs.timed && !instance.needs.mixedLoads)
        try Self.improve(instance, with: FleetKernel.self, seed: seed)
    }

    @Test(arguments: UInt64(1)...20)
    func `the same where goods both leave and come aboard`(seed: UInt64) throws {
        var problem = Self.costingArcsAlone(seed)
        for index in problem.jobs.indices where index % 3 != 0 {
            problem.jobs[index].pickup = problem.jobs[index].delivery
            problem.jobs[index].delivery = []
        }
        let instance = CompiledInstance(problem)
        try #require(!instance.needs.rich && !instance.needs.timed && instance.needs.mixedLoads)
        try Self.improve(instance, with: MixedKernel.self, seed: seed)
    }

    @Test(arguments: UInt64(1)...20)
    func `the same where vehicles differ in what they hold and cost alone`(seed: UInt64) throws {
        var problem = Self.costingArcsAlone(seed, features: [.windows])
        let pattern = problem.vehicles[0]
        for index in problem.vehicles.indices {
            var vehicle = pattern
            vehicle.id = problem.vehicles[index].id
            vehicle.capacity = pattern.capacity.map { $0 * (2 + index % 3) / 2 }
            vehicle.costs = problem.vehicles[index].costs
            problem.vehicles[index] = vehicle
        }
        let instance = CompiledInstance(problem)
        try #require(instance.hasAlikeTypes)
        try Self.improve(instance, with: FleetKernel.self, seed: seed)
    }

    /// Improves a first plan, and expects a plan whose rules and cost the evaluation confirms.
    private static func improve<Kernel: ConstraintKernel>(
        _ instance: CompiledInstance,
        with kernel: Kernel.Type,
        seed: UInt64
    ) throws {
        var origin = RuinRecreate<Kernel>(instance, seed: seed)
        origin.fillIn()
        let before = Elite(origin.best)
        var local = IteratedLocalSearch(origin, typicalCost: 50, freedom: 1)
        local.load(before)
        for _ in 0..<300 { local.iterate(temperature: 5) }
        #expect(local.best.isBetter(than: before) || local.best.cost == before.cost)
        var record = SolutionRecord(instance)
        record.copy(from: local.best)
        let plan = record.plan(instance)
        let evaluation = PlanEvaluation(plan, in: instance.problem)
        #expect(evaluation.violations.isEmpty)
        let leftOut = plan.unassigned.compactMap { instance.problem.leaveOutPrice(of: $0.task) }
        let total = leftOut.reduce(evaluation.ledger.total, +)
        #expect(total.ticks == Int(local.best.cost * instance.ticksPerUnit))
    }

    @Test func `two tasks each go to the place where they belong in the other's route`() throws {
        // From 0, and not back, one route serves 10, 20, −5 and the other −10, −20, 15; three tasks fill a vehicle.  That is
        // 10 + 10 + 25 = 45 and 10 + 10 + 35 = 55.  −5 belongs before −10, and 15 between 10 and 20, where neither takes the
        // other's place: 20 and 20.
        var problem = Problem.line(0, 10, 20, -5, -10, -20, 15)
        problem.measure("boxes")
        for place in 1...6 { problem.addJob(at: place) { $0.delivery = [1] } }
        for _ in 1...2 {
            problem.addVehicle(to: nil) {
                $0.capacity = [3]
                $0.costs = VehicleCosts(perKilometre: 1000)
            }
        }
        let instance = CompiledInstance(problem)
        var solution = LocalSolution<FleetKernel>(instance, penalties: Penalties(perSecond: 9, perUnit: 1000))
        for (slot, tasks) in [(Int32(0), [Int32(0), 1, 2]), (1, [3, 4, 5])] {
            for task in tasks.reversed() { solution.insert(task, after: solution.start(slot)) }
        }
        let before = solution.cost
        solution.notePairs(of: 0)
        let found = solution.freeExchange(between: 0, and: 1)
        let (exchange, delta) = try #require(found)
        #expect(exchange.tasks == (2, 5))
        solution.exchange(exchange)
        let after = solution.cost
        #expect(after == before + delta)
        #expect(100 * after == 40 * before)
        let (behindTen, behindFive) = (solution.nodes[Int32(0)].next, solution.nodes[Int32(2)].next)
        #expect(behindTen == 5 && behindFive == 3)
        solution.notePairs(of: 0)
        let further = solution.freeExchange(between: 0, and: 1)
        #expect(further?.delta == nil)
    }

    @Test func `goods for jobs ride until they are left and goods from jobs ride from there on`() {
        // Leave 3, then take 5, then leave 4: on board are 7, 4, 9, 5, so 9 at most.
        let stops = [(3, 0), (0, 5), (4, 0)].map {
            LoadSegment(
                unloaded: LoadVector(repeating: Int32($0.0)),
                loaded: LoadVector(repeating: Int32($0.1))
            )
        }
        let forward = stops[0].joined(stops[1]).joined(stops[2])
        #expect(forward.peak[0] == 9 && forward.unloaded[0] == 7 && forward.loaded[0] == 5)
        #expect(stops[0].joined(stops[1].joined(stops[2])).peak == forward.peak)
        // Taking last, as a backhaul: 7, 4, 0, 5.
        #expect(stops[0].joined(stops[2]).joined(stops[1]).peak[0] == 7)
    }

    @Test func `charges rise while too few plans keep the rule and fall when nearly all do`() {
        var charges = Penalties(perSecond: 100, perUnit: 100)
        for _ in 0..<200 { _ = charges.note(inTime: false, inLoad: true) }
        #expect(charges.perSecond == 120)
        #expect(charges.perUnit == 90)
    }
}
