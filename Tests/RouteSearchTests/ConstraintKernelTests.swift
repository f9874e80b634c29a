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
