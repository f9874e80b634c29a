import RoutingTestSupport
import Testing
import VehicleRouting

@testable import RouteSearch

@Suite struct RegionalSearchTests {
    /// Cuts problems of forty jobs, so that small problems show what large ones do.
    static let small = RegionParameters(mostTasksAtOnce: 10, regionSize: 12)

    private func solve(_ problem: Problem, threads: Int = 1, from start: Plan? = nil) -> SearchResult {
        let parameters = SearchParameters(seconds: nil, iterations: 600, seed: 3, threads: threads)
        return RouteSolver(problem, sizes: Self.small).solve(parameters, from: start)
    }

    @Test(arguments: RouteSolverTests.features, UInt64(1)...2)
    func `a problem searched by regions gets a plan that keeps every promise`(
        features: RandomFeatures,
        seed: UInt64
    ) {
        let problem = Problem.random(seed: seed, jobs: 40, vehicles: 10, features: features)
        let result = solve(problem)
        #expect(PlanEvaluation(result.plan, in: problem).violations.isEmpty)
        #expect(result.iterations > 0)
    }

    @Test(arguments: 1...3)
    func `threads of unequal speed find the same plan again`(threads: Int) {
        let problem = Problem.random(seed: 7, jobs: 40, vehicles: 10, features: [.windows, .depots])
        let plans = (0..<2).map { _ in solve(problem, threads: threads).plan }
        #expect(plans[0] == plans[1])
    }

    @Test func `a plan to start from is never made worse by regions`() {
        let problem = Problem.random(seed: 5, jobs: 40, vehicles: 10, features: [.windows, .market])
        let good = RouteSolver(problem).solve(SearchParameters(seconds: nil, iterations: 5000)).plan
        let after = solve(problem, from: good).plan
        let worth = [good, after].map { PlanWorth($0, in: problem, wholeTasks: problem.taskCount) }
        #expect(worth[1] <= worth[0])
    }

    @Test func `a search by regions that is told to stop returns its first plan`() {
        let problem = Problem.random(seed: 5, jobs: 40, vehicles: 10, features: [])
        let result = RouteSolver(problem, sizes: Self.small).solve(
            SearchParameters(seconds: 60),
            shouldStop: { true }
        )
        #expect(result.termination == .cancelled)
        #expect(!result.plan.routes.isEmpty)
    }

    @Test func `large problems without vehicles leave everything out`() {
        let problem = Problem.random(seed: 1, jobs: 20, vehicles: 0, features: [])
        let result = solve(problem)
        #expect(result.termination == .nothingToDo)
        #expect(result.plan.unassigned.count == 20)
    }

    @Test(arguments: UInt64(1)...5)
    func `first regions share out all requests and all vehicles, once each`(seed: UInt64) throws {
        let problem = Problem.random(seed: seed, jobs: 40, vehicles: 10)
        let roads = try #require(problem.matrices["car"])
        let regions = FirstRegions(problem, requests: problem.requests, roads: roads).regions(count: 4)
        #expect(regions.count == 4)
        #expect(Set(regions.flatMap(\.requests)) == Set(problem.requests))
        #expect(regions.map(\.requests.count).reduce(0, +) == problem.requests.count)
        #expect(regions.flatMap(\.vehicles).sorted() == Array(problem.vehicles.indices))
    }

    @Test(arguments: UInt64(1)...5)
    func `regions of a plan hold each route and each absent request once`(seed: UInt64) throws {
        let problem = Problem.random(seed: seed, jobs: 40, vehicles: 10)
        let roads = try #require(problem.matrices["car"])
        let plan = RouteSolver(problem).solve(SearchParameters(seconds: nil, iterations: 50)).plan
        let routes = plan.routes.filter { !$0.visits.isEmpty }
        let absent = plan.unassigned.map(\.task)
        var random = SearchRandom(seed: seed)
        let regions = AdjacentRegions(problem, routes: routes, absent: absent, roads: roads)
            .regions(of: 12, random: &random)
        #expect(regions.flatMap(\.routes).map(\.vehicle).sorted() == routes.map(\.vehicle).sorted())
        #expect(Set(regions.flatMap(\.requests)) == Set(problem.requests))
        let vehicles = regions.flatMap(\.vehicles)
        #expect(Set(vehicles).count == vehicles.count)
    }

    @Test(arguments: UInt64(1)...5)
    func `a region costs by itself what its routes cost in the whole`(seed: UInt64) {
        let problem = Problem.random(seed: seed, jobs: 30, vehicles: 8)
        let plan = RouteSolver(problem).solve(SearchParameters(seconds: nil, iterations: 50)).plan
        // Every other route, and nothing else.
        let routes = plan.routes.filter { !$0.visits.isEmpty && $0.vehicle % 2 == 0 }
        let requests = routes.flatMap { $0.visits.map(\.task) }.filter {
            if case .delivery = $0 { false } else { true }
        }
        let part = RegionProblem(
            Region(vehicles: routes.map(\.vehicle), requests: requests, routes: routes),
            of: problem
        )
        let inside = PlanEvaluation(part.start, in: part.problem)
        let outside = PlanEvaluation(Plan(routes: routes), in: problem)
        #expect(inside.ledger == outside.ledger)
        #expect(inside.violations.isEmpty)
        #expect(part.outside(part.start) == routes)
    }
}
