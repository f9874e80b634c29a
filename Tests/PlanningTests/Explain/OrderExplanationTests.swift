import Planning
import RoutingTestSupport
import Testing
import VehicleRouting

@Suite struct OrderExplanationTests {
    /// A depot at 0, jobs 1…3 at 10, 20 and −10 with 4 kg each; three vehicles for 8 kg, the third with a fixed cost of 9.
    private var problem: Problem {
        var problem = Problem.line(0, 10, 20, -10)
        problem.measure("kg")
        for _ in 0..<2 { problem.addVehicle { $0.capacity = [8] } }
        problem.addVehicle {
            $0.capacity = [8]
            $0.costs.fixed = 9
        }
        for place in 1...3 { problem.addJob(at: place) { $0.delivery = [4] } }
        return problem
    }

    @Test
    func `an order is worth what the plan without it costs less, and the next best vehicle has its price`() {
        let problem = problem
        let plan = Plan(routes: [problem.route(of: 0, .job(0), .job(1)), problem.route(of: 1, .job(2))])
        // Without job 2 the first route ends at 10: 20 less.  On the second it goes from −10 to 20 and back, 60 for 20.
        let found = OrderExplanation(of: .job(1), in: plan, of: problem)
        #expect(found.standing == .driven(route: 0, cost: Cost(wireUnits: 20)))
        #expect(found.alternatives.map(\.route.vehicle) == [1, 2])
        #expect(found.alternatives.map(\.cost) == [Cost(wireUnits: 40), Cost(wireUnits: 49)])
        #expect(found.reasons.isEmpty)
        #expect(
            found.text() == """
                Order 2 for km 20 is on 1, stop 2 of 2: 00:00.
                It costs 20 there: the plan without it, otherwise unchanged, costs that much less.
                Next best: 2, stop 1 of 2: 00:00, for 40, 20 more.
                Then: 3, stop 1 of 1: 00:00; the vehicle is in the yard otherwise, for 49, 29 more.
                """
        )
    }

    @Test func `vehicles that cannot take it are told apart by what stops them`() {
        var problem = problem
        problem.vehicles[2].skills = ["lift"]
        problem.jobs[1].allowedVehicles = [1, 2]
        problem.jobs[2].delivery = [7]
        let plan = Plan(routes: [problem.route(of: 0, .job(0), .job(1)), problem.route(of: 1, .job(2))])
        let found = OrderExplanation(of: .job(1), in: plan, of: problem)
        #expect(found.alternatives.isEmpty)
        // 4 + 7 − 8 on the second; the third is not allowed.
        #expect(
            found.reasons == [
                UnassignedReason(code: "CAPACITY_CONSTRAINT", vehicles: [1], relaxation: 3, unit: "kg"),
                UnassignedReason(code: "VEHICLE_CONSTRAINT", vehicles: [2], evenAlone: true),
            ]
        )
        #expect(found.text().contains("No other vehicle can take it as the plan stands."))
        #expect(found.text().contains("  No room: 3 kg short on 2"))
    }

    @Test(arguments: 0..<40)
    func `for an order that is left out the reasons are those of the plan`(seed: Int) throws {
        let problem = Problem.random(seed: UInt64(seed), jobs: 5, vehicles: 3)
        let plan = Plan.random(for: problem, seed: UInt64(seed))
        for item in ExplainUnassigned(problem).run(plan).unassigned {
            // A task that the random plan has done too is no case.
            guard !plan.routes.flatMap(\.visits).contains(where: { $0.task == item.task }) else { continue }
            let found = OrderExplanation(of: item.task, in: plan, of: problem)
            #expect(found.standing == .leftOut)
            #expect(found.reasons == item.reasons)
        }
    }

    @Test func `an order that a carrier has is compared with the own vehicles and the other carriers`() {
        var problem = problem
        problem.carriers = [
            Carrier(id: "N", name: "North", tariff: Tariff(perJob: 70)),
            Carrier(id: "S", tariff: Tariff(perJob: 60)),
        ]
        let routes = [problem.route(of: 0, .job(0)), problem.route(of: 1, .job(2))]
        let plan = Plan(routes: routes, awards: [Award(.job(1), carrier: 0)])
        let found = OrderExplanation(of: .job(1), in: plan, of: problem)
        #expect(found.standing == .carried(CarrierOffer(carrier: 0, price: Cost(wireUnits: 70))))
        #expect(found.offers == [CarrierOffer(carrier: 1, price: Cost(wireUnits: 60))])
        #expect(
            found.text() == """
                Order 2 for km 20 is given to carrier North for 70.
                Cheapest on an own vehicle: 1, stop 1 of 2: 00:00, for 20.
                Carrier S would take it for 60
                """
        )
    }

    @Test func `vehicles that are alike but for their bodies stop nobody`() {
        var problem = Problem.line(0, 10)
        for number in 0...2 { problem.addVehicle { $0.body = .text("body \(number)") } }
        for _ in 0...1 { problem.addJob(at: 1) }
        let together = Plan(routes: [problem.route(.job(0), .job(1))])
        let explained = OrderExplanation(of: .job(0), in: together, of: problem)
        #expect(explained.alternatives.map(\.route.vehicle) == [1])
        #expect(explained.reasons.isEmpty)
        // Without the order vehicle 1 itself would be the one of its kind in the yard.
        let alone = Plan(routes: [problem.route(.job(0))], unassigned: [Unassigned(.job(1))])
        #expect(OrderExplanation(of: .job(0), in: alone, of: problem).reasons.isEmpty)
    }
}
