import RoutingTestSupport
import Testing
import VehicleRouting

@testable import RouteSearch

@Suite struct IncumbentExchangeTests {
    private func plan(costing cost: Int64) -> Elite {
        Elite(tasks: [], compartments: [], slots: [], begins: [0], weight: 0, cost: cost)
    }

    @Test func `islands that wait see the plans of the same round, and those that do not the latest`() {
        let waiting = IncumbentExchange(islands: 2, waits: true)
        runOnThreads(count: 2) { island in
            let first = waiting.trade(plan(costing: Int64(10 + island)), by: island) { false }
            #expect(first.map(\.cost) == [Int64(11 - island)])
            // The second island leaves; the first one's next trade finds nobody and does not wait for ever.
            if island == 0 { #expect(waiting.trade(plan(costing: 5), by: 0) { false }.isEmpty) }
            waiting.leave(island)
        }
        let hasty = IncumbentExchange(islands: 2, waits: false)
        #expect(hasty.trade(plan(costing: 9), by: 0) { false }.isEmpty)
        _ = hasty.trade(plan(costing: 8), by: 0) { false }
        #expect(hasty.trade(plan(costing: 7), by: 1) { false }.map(\.cost) == [8])
    }

    @Test func `more islands than cores give the same plan twice`() {
        var problem = Problem.random(seed: 4, jobs: 25, vehicles: 6, features: [.market])
        for index in problem.jobs.indices { problem.jobs[index].service = 1 }
        let parameters = SearchParameters(seconds: nil, iterations: 3_000, seed: 3, threads: 5)
        let plans = (0..<2).map { _ in RouteSolver(problem).solve(parameters).plan }
        #expect(plans[0] == plans[1])
    }
}
