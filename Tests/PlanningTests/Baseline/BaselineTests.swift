import Planning
import RoutingTestSupport
import Testing
import VehicleRouting

@Suite struct `Territories` {
    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func `no promise is broken and no order is forgotten`(seed: UInt64) {
        let problem = Problem.random(seed: seed, jobs: 10, vehicles: 3)
        let plan = TerritoryPlan(problem).plan()
        #expect(PlanEvaluation(plan, in: problem).violations.isEmpty)
    }

    @Test func `equal problems give equal plans`() {
        let day = SampleDay(jobs: 40, vans: 4)
        #expect(TerritoryPlan(day.problem).plan() == TerritoryPlan(day.problem).plan())
    }

    @Test func `a stop that is too late for one van is passed on to the next`() {
        // Both jobs close at 10; from the depot at 0 they lie 10 to either side, 20 apart, so each needs its own van.
        var problem = Problem.line(0, 10, -10)
        for location in 1...2 {
            problem.addJob(at: location) { $0.timeWindows = [TimeWindow(opens: 0, closes: 10)] }
        }
        for id in ["A", "B"] {
            var van = Vehicle(id: .text(id))
            van.start = 0
            van.end = 0
            problem.vehicles.append(van)
        }
        let plan = TerritoryPlan(problem).plan()
        #expect(plan.routes.map(\.visits.count) == [1, 1])
        #expect(plan.unassigned.isEmpty)
    }

    @Test func `a driver with a break gets a round, and the break in it`() {
        // Out and back at 10 each way with a break of 5 between 0 and 30: 10 to the first job, which waits for nobody, the break
        // before or behind it.
        var problem = Problem.line(0, 10, 20)
        problem.addJob(at: 1)
        problem.addJob(at: 2)
        problem.addVehicle {
            $0.shift = [0, 100]
            $0.breaks = [Break(id: "lunch", timeWindows: [[0, 30]], service: 5)]
        }
        let plan = TerritoryPlan(problem).plan()
        #expect(plan.unassigned.isEmpty)
        #expect(PlanEvaluation(plan, in: problem).violations.isEmpty)
        #expect(plan.routes.first?.steps.contains(.rest(.planned(0))) == true)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `no promise of a working day is broken`(seed: UInt64) {
        let problem = Problem.random(seed: seed, jobs: 10, vehicles: 3, features: [.windows, .rests])
        let plan = TerritoryPlan(problem).plan()
        #expect(PlanEvaluation(plan, in: problem).violations.isEmpty)
    }

    @Test func `what no van takes goes to the cheapest carrier that may`() {
        var problem = Problem.line(0, 10)
        problem.regimes = [Regime(id: "REF", low: 2000, high: 8000)]
        problem.addJob(at: 1) { $0.regime = 0 }
        problem.addJob(at: 1) {
            $0.regime = 0
            $0.unassignedCost = Cost(wireUnits: 20)
        }
        var cheap = Carrier(id: "CHEAP", tariff: Tariff(perJob: 10))
        cheap.regimes = nil
        var dear = Carrier(id: "DEAR", tariff: Tariff(perJob: 30))
        dear.regimes = [0]
        problem.carriers = [cheap, dear]
        // CHEAP keeps no temperature.  DEAR takes the first; leaving the second out costs less than its 30.
        let plan = TerritoryPlan(problem).plan()
        #expect(plan.awards == [Award(.job(0), carrier: 1)])
        #expect(plan.unassigned.map(\.task) == [.job(1)])
    }

    @Test func `a normal day keeps every promise and leaves little out`() {
        let day = SampleDay(jobs: 200, vans: 14)
        let plan = TerritoryPlan(day.problem).plan()
        #expect(PlanEvaluation(plan, in: day.problem).violations.isEmpty)
        #expect(plan.unassigned.count < 4)
    }
}

@Suite struct `Today's plan` {
    /// A depot at 0 and four jobs of 5 kg along a line; a van that holds 12.
    private func problem() -> Problem {
        var problem = Problem.line(0, 10, 20, 30)
        problem.measure("kg")
        for location in [1, 2, 2, 3] { problem.addJob(at: location) { $0.delivery = [5] } }
        var van = Vehicle(id: "VAN")
        van.start = 0
        van.end = 0
        van.capacity = [12]
        problem.vehicles = [van]
        return problem
    }

    @Test func `the order of stops stays, and what is not named is left out`() {
        let today = TodaysPlan([0: [.job(2), .job(0), .job(2)]], in: problem())
        #expect(today.plan.routes.map { $0.visits.map(\.task) } == [[.job(2), .job(0)]])
        #expect(today.plan.unassigned.map(\.task) == [.job(1), .job(3)])
    }

    @Test func `broken promises stay and are counted`() {
        let problem = problem()
        let today = TodaysPlan([0: [.job(0), .job(1), .job(2), .job(3)]], in: problem)
        // Four jobs of 5 kg in a van that holds 12.
        let violations = PlanEvaluation(today.plan, in: problem).violations
        #expect(violations.map(\.cause) == [.load])
        #expect(violations.first?.amount == 8)
    }

    @Test func `goods go into compartments that keep their temperature`() {
        var problem = problem()
        problem.regimes = [
            Regime(id: "REF", low: 2000, high: 8000), Regime(id: "RT", low: 15_000, high: 25_000),
        ]
        problem.jobs[1].regime = 0
        problem.jobs[2].regime = 1
        problem.vehicles[0].capacity = []
        problem.vehicles[0].compartments = [
            Compartment(id: "any", capacity: [10], regimes: [0, 1]),
            Compartment(id: "cold", capacity: [10], regimes: [0]),
        ]
        let today = TodaysPlan([0: [.job(1), .job(2)]], in: problem)
        // The cold goods take the compartment with fewer choices, which leaves the other for the warm ones.
        #expect(
            today.plan.routes.map(\.visits) == [
                [Visit(.job(1), compartment: 1), Visit(.job(2), compartment: 0)]
            ]
        )
        #expect(today.plan.routes.map(\.regimes) == [[1, 0]])
    }
}
