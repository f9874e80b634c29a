import RoutingTestSupport
import Testing
import VehicleRouting

@Suite struct ViolationTests {
    /// Two jobs at 4 and 9 on a line, one vehicle at 0; one dimension.
    private var problem: Problem {
        var problem = Problem.line(0, 4, 9)
        problem.measure("kg")
        problem.addRegimes()
        problem.addVehicle { $0.capacity = [10] }
        problem.addJob(at: 1) { $0.delivery = [3] }
        problem.addJob(at: 2) { $0.delivery = [4] }
        return problem
    }

    private func violations(_ problem: Problem, _ plan: Plan? = nil) -> [Violation] {
        let plan = plan ?? Plan(routes: [problem.route(.job(0), .job(1))])
        return PlanEvaluation(plan, in: problem).violations
    }

    @Test func `a plan that keeps every promise has none`() {
        #expect(violations(problem).isEmpty)
    }

    @Test func `a late stop is named with its seconds`() {
        var problem = problem
        problem.jobs[1].timeWindows = [[0, 7]]
        // At 9 by 9 at the earliest: 2 late.
        let expected = Violation(.delay, route: 0, task: .job(1), amount: 2, unit: "s")
        #expect(violations(problem) == [expected])
    }

    @Test func `a route beyond the shift is late at its end`() {
        var problem = problem
        problem.vehicles[0].shift = [0, 15]
        // 4 + 5 + 9 = 18
        #expect(violations(problem) == [Violation(.delay, route: 0, amount: 3, unit: "s", detail: "end")])
    }

    @Test func `an overload is named by dimension and compartment, with the greatest excess`() {
        var problem = problem
        problem.vehicles[0].capacity = [5]
        let body = Violation(.load, route: 0, amount: 2, unit: "kg", detail: "body")
        #expect(violations(problem) == [body])
        problem.vehicles[0].compartments = [Compartment(id: "box", capacity: [6], regimes: nil)]
        let box = Violation(.load, route: 0, amount: 1, unit: "kg", detail: "box")
        let vehicle = Violation(.load, route: 0, amount: 2, unit: "kg")
        #expect(violations(problem) == [box, vehicle])
    }

    @Test func `each missing skill is named`() {
        var problem = problem
        problem.vehicles[0].skills = ["narcotics"]
        problem.jobs[0].skills = ["narcotics", "tail lift", "adr"]
        let expected = ["adr", "tail lift"].map { Violation(.skills, route: 0, task: .job(0), detail: $0) }
        #expect(violations(problem) == expected)
    }

    @Test func `goods at the wrong temperature are a regime violation`() {
        var problem = problem
        problem.vehicles[0].compartments = [Compartment(id: "box", capacity: [9], regimes: [0, 1])]
        problem.jobs[0].regime = 0
        let visits = [Visit(.job(0)), Visit(.job(1))]
        func plan(_ regime: Int?) -> Plan {
            Plan(routes: [Route(vehicle: 0, visits: visits, regimes: [regime])])
        }
        #expect(violations(problem, plan(0)).isEmpty)
        let wrong = Violation(.regime, route: 0, task: .job(0), detail: "REF")
        #expect(violations(problem, plan(1)) == [wrong])
        #expect(violations(problem, plan(nil)) == [wrong])
    }

    @Test func `a compartment run at a regime it is not qualified for is a violation of the route`() {
        var problem = problem
        problem.vehicles[0].compartments = [Compartment(id: "box", capacity: [9], regimes: [0])]
        let plan = Plan(routes: [Route(vehicle: 0, visits: [Visit(.job(0)), Visit(.job(1))], regimes: [2])])
        #expect(violations(problem, plan) == [Violation(.regime, route: 0, detail: "box: FRZ")])
    }

    @Test func `goods from another depot are a depot violation`() {
        var problem = problem
        problem.addDepot(at: 0)
        problem.addDepot(at: 2)
        problem.jobs[1].depots = [1]
        #expect(violations(problem) == [Violation(.depot, route: 0, task: .job(1))])
        problem.jobs[1].depots = [0, 1]
        #expect(violations(problem).isEmpty)
    }

    @Test func `a vehicle that may not do the task is named`() {
        var problem = problem
        problem.jobs[1].allowedVehicles = [7]
        #expect(violations(problem) == [Violation(.vehicle, route: 0, task: .job(1), detail: "1")])
    }

    @Test func `each limit of the vehicle is measured in its unit`() {
        // Two tasks, 18 s of driving, 18 m, 18 s in all.
        var problem = problem
        problem.vehicles[0].maxTasks = 1
        problem.vehicles[0].maxTravelTime = 16
        problem.vehicles[0].maxDistance = 15
        problem.vehicles[0].maxDuration = 14
        #expect(
            violations(problem) == [
                Violation(.maxTasks, route: 0, amount: 1),
                Violation(.maxTravelTime, route: 0, amount: 2, unit: "s"),
                Violation(.maxDistance, route: 0, amount: 3, unit: "m"),
                Violation(.maxDuration, route: 0, amount: 4, unit: "s"),
            ]
        )
    }

    @Test func `a delivery before its pickup is out of order, and so is the pickup left over`() {
        var problem = Problem.line(0, 4, 9)
        problem.measure("kg")
        problem.addVehicle()
        problem.addShipment(from: 1, to: 2, amount: [3])
        let backwards = Plan(routes: [problem.route(.delivery(0), .pickup(0))])
        #expect(
            violations(problem, backwards) == [
                Violation(.precedence, route: 0, task: .delivery(0)),
                Violation(.precedence, route: 0, task: .pickup(0)),
            ]
        )
        #expect(violations(problem, Plan(routes: [problem.route(.pickup(0), .delivery(0))])).isEmpty)
    }

    @Test func `goods that change compartments on the way are out of order`() {
        var problem = Problem.line(0, 4, 9)
        problem.addVehicle {
            $0.compartments = ["front", "rear"].map { Compartment(id: $0, capacity: [], regimes: nil) }
        }
        problem.addShipment(from: 1, to: 2)
        let route = Route(
            vehicle: 0,
            visits: [Visit(.pickup(0)), Visit(.delivery(0), compartment: 1)],
            regimes: [nil, nil]
        )
        let expected = Violation(.precedence, route: 0, task: .delivery(0))
        #expect(violations(problem, Plan(routes: [route])) == [expected])
    }

    @Test func `tasks done twice and tasks forgotten are found`() {
        let plan = Plan(routes: [problem.route(.job(0))], unassigned: [Unassigned(.job(0))])
        #expect(
            violations(problem, plan) == [
                Violation(.duplicate, task: .job(0)), Violation(.missing, task: .job(1)),
            ]
        )
    }

    @Test func `a vehicle with two routes is found`() {
        let plan = Plan(routes: [problem.route(.job(0)), problem.route(.job(1))])
        #expect(violations(problem, plan) == [Violation(.duplicate, route: 1, detail: "1")])
    }

    @Test func `a carrier may carry what it is qualified for, and no more jobs than it takes`() {
        var problem = problem
        problem.jobs[0].regime = 0
        problem.carriers = [Carrier(id: "North", tariff: Tariff(perJob: 5))]
        problem.carriers[0].maxJobs = 1
        let plan = Plan(awards: [Award(.job(0), carrier: 0), Award(.job(1), carrier: 0)])
        #expect(
            violations(problem, plan) == [
                Violation(.carrier, task: .job(0), detail: "North"),
                Violation(.carrier, amount: 1, unit: "jobs", detail: "North"),
            ]
        )
    }
}
