import RoutingTestSupport
import Testing
import VehicleRouting

@testable import RouteSearch

@Suite struct SearchSolutionTests {
    /// The routes as lists of tasks, with cost: what an undone candidate must leave unchanged.
    private func picture<Kernel: ConstraintKernel>(_ solution: borrowing SearchSolution<Kernel>) -> [[Int64]]
    {
        var routes: [[Int64]] = []
        for slot in 0..<Int32(solution.routes.count) {
            var route = [solution.routes[slot].cost, Int64(solution.routes[slot].count)]
            var node = solution.start(slot)
            while node >= 0 {
                let figures = solution.nodes[node]
                route += [
                    Int64(node), Int64(figures.departure), Int64(figures.latestNext), Int64(figures.previous),
                ]
                node = figures.next
            }
            routes.append(route)
        }
        return routes
    }

    @Test(arguments: UInt64(1)...20)
    func `a rejected candidate leaves no trace`(seed: UInt64) {
        let instance = CompiledInstance(Problem.random(seed: seed, jobs: 12, vehicles: 4))
        var search = RuinRecreate<RichKernel>(instance, seed: seed)
        search.fillIn()
        for _ in 0..<50 { search.iterate(temperature: 100) }
        let before = picture(search.solution)
        let cost = search.solution.routeCost
        for _ in 0..<20 {
            search.solution.beginCandidate()
            search.round += 1
            search.pending.removeAll()
            search.disturb()
            search.ruin()
            search.solution.rollBack()
        }
        #expect(picture(search.solution) == before)
        #expect(search.solution.routeCost == cost)
    }

    @Test(arguments: UInt64(1)...30)
    func `the cheapest place anywhere is the one an exhaustive trial finds`(seed: UInt64) {
        let problem = Problem.random(
            seed: seed,
            jobs: 7,
            vehicles: 2,
            features: [.windows, .costs, .pickups]
        )
        let instance = CompiledInstance(problem)
        var search = RuinRecreate<RichKernel>(instance, seed: seed)
        search.fillIn()
        let plan = search.best.plan(instance)
        guard let route = plan.routes.first, let visit = route.visits.first, route.visits.count > 1 else {
            return
        }
        search.solution.beginCandidate()
        let task = instance.number(visit.task)
        let slot = search.solution.nodes[task].route
        search.solution.touch(slot)
        search.solution.unlink(task)
        guard search.solution.settle(slot) else { return }
        let found = search.solution.bestPlaceAnywhere(of: task, below: .max, random: &search.random)
        #expect(found.delta * instance.ticksPerUnit == exhaustive(visit.task, plan, problem))
    }

    /// The least change of cost, in ticks, over every place of every route that keeps all rules.
    private func exhaustive(_ task: TaskReference, _ plan: Plan, _ problem: Problem) -> Int64 {
        var best = Int64.max
        for var route in plan.routes {
            route.removeVisits { $0.task == task }
            guard !route.visits.isEmpty else { continue }
            let before = RouteEvaluation(route, at: 0, in: problem).ledger.total
            for place in 0...route.visits.count {
                var longer = route
                longer.insert(Visit(task), at: place)
                let after = RouteEvaluation(longer, at: 0, in: problem)
                guard after.violations.isEmpty else { continue }
                best = min(best, Int64((after.ledger.total - before).ticks))
            }
        }
        return best
    }

    @Test(arguments: UInt64(1)...10)
    func `a kept plan loads as it was`(seed: UInt64) {
        let instance = CompiledInstance(Problem.random(seed: seed, jobs: 12, vehicles: 4))
        var search = RuinRecreate<RichKernel>(instance, seed: seed)
        search.fillIn()
        let elite = Elite(search.best)
        let plan = search.best.plan(instance)
        for _ in 0..<30 { search.iterate(temperature: 1000) }
        search.load(elite)
        #expect(search.best.cost == elite.cost)
        #expect(search.best.plan(instance) == plan)
    }
}
