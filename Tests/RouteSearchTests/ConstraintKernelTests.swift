import RoutingTestSupport
import Testing
import VehicleRouting

@testable import RouteSearch

/// The kernels that join stretches, held against the one that measures whole routes.
@Suite struct ConstraintKernelTests {
    /// Rules that joining stretches can tell.
    static let features: [RandomFeatures] = [
        [.windows, .costs], [.windows, .costs, .times, .depots], [.windows, .releases, .limits],
        [.costs, .times],
        [.regimes, .windows, .costs], [.shipments, .windows],
        [.shipments, .windows, .costs, .times, .limits],
        [.pickups, .windows, .limits, .costs], [.shipments, .pickups, .windows, .openRoutes],
        [.windows, .depots, .releases, .skills, .openRoutes, .costs, .times, .limits, .market],
    ]

    /// A random problem with at most one window per task and depot.
    private func problem(_ features: RandomFeatures, _ seed: UInt64, jobs: Int = 10) -> Problem {
        var problem = Problem.random(seed: seed, jobs: jobs, vehicles: 4, features: features)
        for index in problem.jobs.indices { problem.jobs[index].keepFirstWindow() }
        for index in problem.shipments.indices {
            problem.shipments[index].pickup.keepFirstWindow()
            problem.shipments[index].delivery.keepFirstWindow()
        }
        for index in problem.depots.indices {
            problem.depots[index].timeWindows = Array(problem.depots[index].timeWindows.prefix(1))
        }
        return problem
    }

    @Test(arguments: features, UInt64(1)...6)
    func `with one window each, no route need be walked, and the evaluation agrees`(
        features: RandomFeatures,
        seed: UInt64
    ) {
        let problem = problem(features, seed, jobs: 12)
        #expect(!CompiledInstance(problem).needs.rich)
        let result = RouteSolver(problem).solve(SearchParameters(seconds: nil, iterations: 300, seed: seed))
        #expect(PlanEvaluation(result.plan, in: problem).violations.isEmpty)
    }

    @Test(arguments: features, UInt64(1)...6)
    func `joined stretches price every place as the whole route does`(features: RandomFeatures, seed: UInt64)
    {
        let instance = CompiledInstance(problem(features, seed))
        var search = RuinRecreate<TimedKernel>(instance, seed: seed)
        search.fillIn()
        for _ in 0..<50 { search.iterate(temperature: 1000) }
        let elite = Elite(search.best)
        var measured = RuinRecreate<RichKernel>(instance, seed: seed)
        for index in 0..<search.hopeful.count {
            let head = search.hopeful[index]
            search.load(elite)
            measured.load(elite)
            #expect(search.solution.routeCost == measured.solution.routeCost)
            let places = (search.place(ofRemoved: head), measured.place(ofRemoved: head))
            #expect(places.0 == places.1, "task \(head) of seed \(seed)")
        }
    }

    @Test func `a job fits before one at its place that is spared its setup`() {
        // At 10, a job of 20 s setup, to begin by 25; at 20 one to begin by 40: 10 + 20 + 10 = 40.  A third at 10, of 15 s and to begin by 12,
        // comes before both without setup of its own: 10 + 15 + 10 = 35.
        var problem = Problem.line(0, 10, 20)
        problem.addJob(at: 1) {
            $0.setup = 20
            $0.timeWindows = [TimeWindow(opens: 0, closes: 25)]
        }
        problem.addJob(at: 2) { $0.timeWindows = [TimeWindow(opens: 0, closes: 40)] }
        problem.addJob(at: 1) {
            $0.service = 15
            $0.timeWindows = [TimeWindow(opens: 0, closes: 12)]
        }
        problem.addVehicle()
        var search = RuinRecreate<RichKernel>(CompiledInstance(problem), seed: 1)
        search.open(0, with: 0, delta: search.solution.single[0])
        for task in Int32(1)...2 {
            search.solution.beginCandidate()
            let place = search.solution.bestPlace(of: task, in: 0, below: .max / 4, &search.random)
            #expect(place.after == (task == 1 ? 0 : search.solution.start(0)))
            guard place.after >= 0 else { return }
            search.solution.insert(task, place)
        }
    }

    @Test(arguments: UInt64(1)...20)
    func `loads around a place tell what the whole route does`(seed: UInt64) {
        let instance = CompiledInstance(problem([.pickups, .windows], seed))
        guard instance.needs.mixedLoads else { return }
        #expect(!instance.needs.timed)
        var search = RuinRecreate<MixedKernel>(instance, seed: seed)
        search.fillIn()
        for _ in 0..<50 { search.iterate(temperature: 1000) }
        let elite = Elite(search.best)
        var measured = RuinRecreate<RichKernel>(instance, seed: seed)
        for task in 0..<Int32(instance.taskCount) {
            search.load(elite)
            measured.load(elite)
            let places = (search.place(ofRemoved: task), measured.place(ofRemoved: task))
            #expect(places.0 == places.1, "task \(task) of seed \(seed)")
        }
    }

    /// A problem with vehicles that differ in what they hold and cost alone.
    private func alikeTypes(_ features: RandomFeatures, _ seed: UInt64) -> Problem {
        var problem = problem(features, seed, jobs: 14)
        let first = problem.vehicles[0]
        for index in 0..<6 {
            var vehicle = first
            vehicle.id = .number(UInt64(index + 1))
            let size = 1 + (index + Int(seed)) % 3
            vehicle.capacity = [6 * size, 4 * size]
            vehicle.costs = VehicleCosts(fixed: 10 * size * size, perKilometre: 1000 * (2 + size), perHour: 0)
            if index < problem.vehicles.count {
                problem.vehicles[index] = vehicle
            } else {
                problem.vehicles.append(vehicle)
            }
        }
        return problem
    }

    @Test(arguments: [[.windows], [.windows, .pickups]] as [RandomFeatures], UInt64(1)...12)
    func `vehicles alike but for size and cost change routes at the price that was promised`(
        features: RandomFeatures,
        seed: UInt64
    ) {
        let problem = alikeTypes(features, seed)
        let instance = CompiledInstance(problem)
        #expect(instance.hasAlikeTypes)
        #expect(instance.types.count == 3)
        let result = RouteSolver(problem).solve(SearchParameters(seconds: nil, iterations: 600, seed: seed))
        #expect(PlanEvaluation(result.plan, in: problem).violations.isEmpty)
    }

    @Test func `two routes exchange vehicles where both are the cheaper for it`() {
        // 10 and 100 from the depot, one kilogram each.  The vehicles hold one each, so both are needed, and cost 1 and 5 a
        // second: the long route on the cheap one costs 200 + 5 × 20 in all, the other way round 20 + 5 × 200.
        var problem = Problem.line(0, 10, 100)
        problem.measure("kg")
        problem.addJob(at: 1) { $0.delivery = [1] }
        problem.addJob(at: 2) { $0.delivery = [1] }
        for rate in [3600, 5 * 3600] {
            problem.addVehicle {
                $0.capacity = [1]
                $0.costs = VehicleCosts(perHour: rate)
            }
        }
        let instance = CompiledInstance(problem)
        var search = RuinRecreate<FleetKernel>(instance, seed: 1)
        search.solution.beginCandidate()
        for task in 0..<Int32(2) {
            let slot = search.solution.emptySlot(of: task)
            search.open(slot, with: task, delta: search.solution.single[Int(task) * 2 + Int(task)])
        }
        let (cheap, dear) = (search.solution.nodes[Int32(0)].route, search.solution.nodes[Int32(1)].route)
        #expect(search.solution.routeCost == 20 + 5 * 200)
        let change = search.solution.changeByExchange(cheap, dear)
        search.solution.exchangeVehicles(cheap, dear)
        #expect(change == 300 - 1020)
        #expect(search.solution.routeCost == 300)
    }

    @Test func `a stretch leaves as late as it can without ending later`() {
        // Open 0…20, stay 5; 10 on, open 50…60, stay 5.  Leaving the first at 25 at the latest means 15 of waiting: begin
        // at 20, end at 55, 35 in all; no other start is in time and as short.
        var stretch = TimedStretch(duration: 5, earliest: 0, latest: 20)
        let joins = stretch.append(TimedStretch(duration: 5, earliest: 50, latest: 60), after: 10)
        #expect(joins)
        #expect(stretch.duration == 35)
        #expect(stretch.earliest == 20)
        #expect(stretch.latest == 20)
    }

    @Test func `a stretch that cannot reach the next in time does not join it`() {
        var stretch = TimedStretch(duration: 5, earliest: 50, latest: 60)
        let joins = stretch.append(TimedStretch(duration: 5, earliest: 0, latest: 64), after: 10)
        #expect(!joins)
    }
}

extension Job {
    fileprivate mutating func keepFirstWindow() {
        timeWindows = Array(timeWindows.prefix(1))
    }
}

extension RuinRecreate {
    /// Takes a request off its route and returns what putting it back costs at the cheapest place of all routes left; nil
    /// when that cannot be asked, `Int64.max` when there is no place.
    fileprivate mutating func place(ofRemoved head: Int32) -> Int64? {
        solution.beginCandidate()
        round += 1
        pending.removeAll()
        let slot = solution.nodes[head].route
        guard slot >= 0 else { return nil }
        solution.touch(slot)
        remove(head)
        guard solution.settle(slot) else { return nil }
        if instance.tasks.partner[head] < 0 {
            return solution.bestPlaceAnywhere(of: head, below: .max / 4, random: &random).delta
        }
        return
            solution.bestPairPlace(of: head, below: .max / 4, blink: 0, everywhere: true, random: &random)
            .delta
    }
}
