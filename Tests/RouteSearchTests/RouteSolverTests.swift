import RoutingTestSupport
import Testing
import VehicleRouting

@testable import RouteSearch

@Suite struct RouteSolverTests {
    /// Feature sets over which the search must agree with the evaluation to the last tick.
    static let features: [RandomFeatures] = [
        [], .windows, [.windows, .depots], .releases, [.regimes, .windows], .skills, [.shipments, .windows],
        [.pickups, .windows], .openRoutes, .costs, [.costs, .times, .windows], .limits, .market, .all,
    ]

    @Test(arguments: features, UInt64(1)...12)
    func `what the search claims is what the evaluation says`(features: RandomFeatures, seed: UInt64) {
        let problem = Problem.random(seed: seed, jobs: 12, vehicles: 4, features: features)
        let result = RouteSolver(problem).solve(SearchParameters(seconds: nil, iterations: 300, seed: seed))
        let evaluation = PlanEvaluation(result.plan, in: problem)
        #expect(evaluation.violations.isEmpty)
    }

    @Test(arguments: UInt64(1)...5)
    func `equal seeds and iterations give equal plans`(seed: UInt64) {
        let problem = Problem.random(seed: seed, jobs: 12, vehicles: 4)
        let parameters = SearchParameters(seconds: nil, iterations: 400, seed: seed, threads: 2)
        #expect(RouteSolver(problem).solve(parameters).plan == RouteSolver(problem).solve(parameters).plan)
    }
}
