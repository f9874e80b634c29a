import RoutingTestSupport
import Testing
import VehicleRouting

@Suite struct PlanEvaluationTests {
    @Test func `what is left out costs its price, its priority, or counts as required`() {
        var problem = Problem.line(0, 4)
        problem.addVehicle()
        problem.addJob(at: 1) { $0.unassignedCost = Cost(wireUnits: 9) }
        problem.addJob(at: 1) { $0.priority = 30 }
        problem.addJob(at: 1)
        let plan = Plan(unassigned: (0...2).map { Unassigned(.job($0)) })
        let objective = PlanEvaluation(plan, in: problem).objective
        let expected = PlanObjective(
            violations: 0,
            unassignedPriority: 30,
            unassignedRequired: 2,
            cost: Cost(wireUnits: 9)
        )
        #expect(objective == expected)
    }

    @Test func `a carrier charges per job, kilometre and unit, and its minimum at least`() {
        var problem = Problem.line(0, 2000, 5000)
        problem.dimensions = [LoadDimension(name: "volume", unit: "m³", scale: 1000)]
        problem.addDepot(at: 0)
        problem.addDepot(at: 2)
        problem.addJob(at: 1) { $0.delivery = [500] }
        let tariff = Tariff(perJob: 10, perKilometre: 6, perUnit: [8], minimum: 0)
        var carrier = Carrier(id: "North", tariff: tariff)
        // 2 km from the nearer depot: 10 + 2 × 6 + 0.5 m³ × 8
        #expect(problem.price(of: .job(0), by: carrier) == Cost(wireUnits: 26))
        // The goods may come from the other one only, 3 km away.
        problem.jobs[0].depots = [1]
        #expect(problem.price(of: .job(0), by: carrier) == Cost(wireUnits: 32))
        carrier.tariff.minimum = 40
        #expect(problem.price(of: .job(0), by: carrier) == Cost(wireUnits: 40))
    }

    @Test func `a plan costs its routes, its carriers and what it leaves out`() {
        var problem = Problem.line(0, 4)
        problem.addVehicle()
        for _ in 0..<3 { problem.addJob(at: 1) { $0.unassignedCost = Cost(wireUnits: 9) } }
        problem.carriers = [Carrier(id: "North", tariff: Tariff(perJob: 5))]
        let plan = Plan(
            routes: [problem.route(.job(0))],
            awards: [Award(.job(1), carrier: 0)],
            unassigned: [Unassigned(.job(2))]
        )
        // 8 s of driving + 5 + 9
        #expect(PlanEvaluation(plan, in: problem).cost == Cost(wireUnits: 22))
    }

    @Test(arguments: [
        (
            PlanObjective(violations: 0, unassignedPriority: 9, unassignedRequired: 9, cost: Cost(ticks: 9)),
            PlanObjective(violations: 1, unassignedPriority: 0, unassignedRequired: 0, cost: .zero)
        ),
        (
            PlanObjective(violations: 0, unassignedPriority: 1, unassignedRequired: 9, cost: Cost(ticks: 9)),
            PlanObjective(violations: 0, unassignedPriority: 2, unassignedRequired: 0, cost: .zero)
        ),
        (
            PlanObjective(violations: 0, unassignedPriority: 1, unassignedRequired: 1, cost: Cost(ticks: 9)),
            PlanObjective(violations: 0, unassignedPriority: 1, unassignedRequired: 2, cost: .zero)
        ),
        (
            PlanObjective(violations: 0, unassignedPriority: 1, unassignedRequired: 1, cost: Cost(ticks: 8)),
            PlanObjective(violations: 0, unassignedPriority: 1, unassignedRequired: 1, cost: Cost(ticks: 9))
        ),
    ])
    func `promises count before priority, priority before number, number before cost`(
        better: PlanObjective,
        worse: PlanObjective
    ) {
        #expect(better < worse)
        #expect(!(worse < better))
    }
}
