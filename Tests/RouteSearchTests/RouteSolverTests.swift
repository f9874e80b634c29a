import RoutingTestSupport
import Testing
import VehicleRouting

@testable import RouteSearch

@Suite struct RouteSolverTests {
    /// Feature sets over which the search must agree with the evaluation to the last tick.
    static let features: [RandomFeatures] = [
        [], .windows, [.windows, .depots], .releases, [.regimes, .windows], .skills, [.shipments, .windows],
        [.pickups, .windows], .openRoutes, .costs, [.costs, .times, .windows], .limits, .market, .all,
        [.depots, .reloads], [.depots, .reloads, .releases, .windows], [.depots, .reloads, .costs, .times],
        [.depots, .reloads, .shipments, .windows], [.all, .reloads],
        .coldChain, [.coldChain, .depots, .reloads, .releases], [.coldChain, .windows, .costs],
        [.coldChain, .regimes, .shipments],
        .channels, [.channels, .depots, .shipments], [.channels, .depots, .reloads, .pickups, .windows],
        [.rests, .windows], [.rests, .costs, .times, .windows], [.dueTimes, .windows, .costs],
        [.decay, .windows, .costs],
        [.preparations, .regimes, .windows, .costs],
        [.preparations, .coldChain, .regimes, .depots, .reloads, .costs],
        [.preparations, .all, .reloads], [.preparations, .all, .workingDay],
        [.ballast, .windows], [.ballast, .pickups, .costs], [.ballast, .depots, .reloads],
        [.ballast, .regimes, .shipments, .depots, .reloads], [.ballast, .all, .reloads],
        [.relations, .windows], [.relations, .shipments], [.traffic, .windows, .costs], [.all, .workingDay],
    ]

    @Test(arguments: features, UInt64(1)...8)
    func `what the search claims is what the evaluation says`(features: RandomFeatures, seed: UInt64) {
        let problem = Problem.random(seed: seed, jobs: 12, vehicles: 4, features: features)
        let result = RouteSolver(problem).solve(SearchParameters(seconds: nil, iterations: 200, seed: seed))
        let evaluation = PlanEvaluation(result.plan, in: problem)
        #expect(evaluation.violations.isEmpty)
    }

    @Test(arguments: UInt64(1)...3)
    func `equal seeds and iterations give equal plans`(seed: UInt64) {
        let problem = Problem.random(seed: seed, jobs: 12, vehicles: 4)
        let parameters = SearchParameters(seconds: nil, iterations: 400, seed: seed, threads: 2)
        #expect(RouteSolver(problem).solve(parameters).plan == RouteSolver(problem).solve(parameters).plan)
    }

    @Test func `a plan to start from is never made worse`() {
        let problem = Problem.random(seed: 5, jobs: 12, vehicles: 4)
        let good = RouteSolver(problem).solve(SearchParameters(seconds: nil, iterations: 2000)).plan
        let after = RouteSolver(problem).solve(SearchParameters(seconds: nil, iterations: 1), from: good).plan
        let objectives = [good, after].map { PlanEvaluation($0, in: problem).objective }
        #expect(objectives[1] <= objectives[0])
    }

    @Test(arguments: UInt64(1)...10)
    func `a plan to start from that names tasks twice still gives a plan that keeps every promise`(
        seed: UInt64
    ) {
        let problem = Problem.random(
            seed: seed,
            jobs: 12,
            vehicles: 4,
            features: [.windows, .shipments]
        )
        var start = RouteSolver(problem).solve(SearchParameters(seconds: nil, iterations: 200)).plan
        guard let first = start.routes.first else { return }
        for index in start.routes.indices {
            start.routes[index].steps += first.visits.map(RouteStep.visit)
        }
        let plan = RouteSolver(problem).solve(SearchParameters(seconds: nil, iterations: 200), from: start)
            .plan
        #expect(PlanEvaluation(plan, in: problem).violations.isEmpty)
    }

    @Test func `a plan to start from keeps what lies between a pickup and its delivery`() {
        var problem = Problem.line(0, 10, 20, 30)
        problem.measure("kg")
        problem.addJob(at: 2) { $0.delivery = [1] }
        problem.addShipment(from: 1, to: 3, amount: [1])
        problem.addVehicle { $0.capacity = [2] }
        let visits = [Visit(.pickup(0)), Visit(.job(0)), Visit(.delivery(0))]
        let start = Plan(routes: [Route(vehicle: 0, visits: visits, regimes: [nil])])
        let instance = CompiledInstance(problem)
        var search = RuinRecreate<TimedKernel>(instance, parameters: RuinParameters(), prices: [:], seed: 1)
        search.adopt(start)
        #expect(search.solution.routes[0].count == 3)
    }

    @Test func `a search that is told to stop returns what it has`() {
        let problem = Problem.random(seed: 5, jobs: 12, vehicles: 4)
        let result = RouteSolver(problem).solve(SearchParameters(seconds: 60), shouldStop: { true })
        #expect(result.termination == .cancelled)
        #expect(PlanEvaluation(result.plan, in: problem).violations.isEmpty)
    }

    @Test func `a problem without vehicles leaves everything out`() {
        var problem = Problem.line(0, 3)
        problem.addJob(at: 1)
        let result = RouteSolver(problem).solve()
        #expect(result.termination == .nothingToDo)
        #expect(result.plan.unassigned == [Unassigned(.job(0))])
    }

    @Test func `a job is left out when its price is below what serving it costs`() {
        // Each job lies 10 from the depot: 20 s of driving at 1 unit a second.  Job 1 may be left out for 19, job 2 for 21.
        for (price, isServed) in [(19, false), (21, true)] {
            var problem = Problem.line(0, 10)
            problem.addJob(at: 1) { $0.unassignedCost = Cost(wireUnits: price) }
            problem.addVehicle()
            let result = RouteSolver(problem).solve(SearchParameters(seconds: nil, iterations: 50))
            #expect(result.plan.unassigned.isEmpty == isServed)
        }
    }

    @Test func `a job whose carrier is cheaper is left to the pool`() {
        var problem = Problem.line(0, 10)
        problem.addJob(at: 1)
        problem.addVehicle()
        problem.carriers = [Carrier(id: "C", tariff: Tariff(perJob: 19))]
        let result = RouteSolver(problem).solve(SearchParameters(seconds: nil, iterations: 50))
        #expect(result.plan.unassigned == [Unassigned(.job(0))])
    }

    @Test func `of two jobs that exclude each other the one of higher priority is served`() {
        // One vehicle, and windows 10 s apart at opposite ends 20 s from each other.
        var problem = Problem.line(0, -10, 10)
        problem.addJob(at: 1) { $0.timeWindows = [[10, 10]] }
        problem.addJob(at: 2) {
            $0.timeWindows = [[10, 10]]
            $0.priority = 5
        }
        problem.addVehicle()
        let result = RouteSolver(problem).solve(SearchParameters(seconds: nil, iterations: 500))
        #expect(result.plan.unassigned == [Unassigned(.job(0))])
    }

    @Test func `a job that fits no vehicle alone is served between others`() {
        // The road from the depot straight to job 2 takes a day; by way of job 1 it takes 2 s.
        var problem = Problem.line(0, 1, 2)
        let far: Int32 = 86_400
        problem.matrices["car"] = TravelMatrix(size: 3, durations: [0, 1, far, 1, 0, 1, 2, 1, 0])
        problem.addJob(at: 1)
        problem.addJob(at: 2)
        problem.addVehicle { $0.shift = [0, 100] }
        let result = RouteSolver(problem).solve(SearchParameters(seconds: nil, iterations: 200))
        #expect(result.plan.unassigned.isEmpty)
    }

    @Test func `prices of a relaxation change no rule`() {
        var problem = Problem.line(0, 10)
        problem.measure("kg")
        problem.addJob(at: 1) { $0.delivery = [1] }
        problem.addJob(at: 1) { $0.delivery = [1] }
        problem.addVehicle { $0.capacity = [1] }
        for worthier in 0...1 {
            var parameters = SearchParameters(seconds: nil, iterations: 500)
            parameters.prices = [.job(worthier): Cost(wireUnits: 1000)]
            let result = RouteSolver(problem).solve(parameters)
            #expect(result.plan.unassigned.count == 1)
            #expect(PlanEvaluation(result.plan, in: problem).violations.isEmpty)
        }
    }
}
