import Planning
import RoutingTestSupport
import Testing
import VehicleRouting

@Suite struct ExplainUnassignedTests {
    /// A depot at 0 and places at 4 and 9; one vehicle of 10 kg.
    private func problem() -> Problem {
        var problem = Problem.line(0, 4, 9)
        problem.measure("kg")
        problem.addRegimes()
        problem.addVehicle { $0.capacity = [10] }
        return problem
    }

    /// The reasons for leaving out the last job when the others are done by `route`.
    private func reasons(_ problem: Problem, _ routes: Route...) -> [UnassignedReason] {
        let last = problem.jobs.count - 1
        let plan = Plan(routes: routes, unassigned: [Unassigned(.job(last))])
        return ExplainUnassigned(problem).run(plan).unassigned[0].reasons
    }

    @Test func `a job too big for the vehicle lacks capacity even alone`() {
        var problem = problem()
        problem.addJob(at: 1) { $0.delivery = [13] }
        let expected = UnassignedReason(
            code: "CAPACITY_CONSTRAINT",
            vehicles: [0],
            relaxation: 3,
            unit: "kg",
            evenAlone: true
        )
        #expect(reasons(problem) == [expected])
    }

    @Test func `what a channel rule forbids names the rule, for all vehicles alike`() {
        var problem = problem()
        problem.addVehicle { $0.capacity = [20] }
        problem.addJob(at: 1) { $0.handling.channel = "direct_to_patient" }
        var rule = ChannelRule(id: "BAN")
        rule.channels = ["direct_to_patient"]
        rule.isForbidden = true
        problem.channelRules = [rule]
        let expected = UnassignedReason(
            code: "CHANNEL_CONSTRAINT",
            vehicles: [0, 1],
            detail: "BAN",
            evenAlone: true
        )
        #expect(reasons(problem) == [expected])
        problem.channelRules[0].isForbidden = false
        problem.channelRules[0].needs = ["licence"]
        #expect(reasons(problem).map(\.detail) == ["BAN licence"])
    }

    @Test func `where goods may not travel at all, what else is in the way is not told`() {
        var problem = problem()
        // 3 kg too much and 8 seconds too far as well.
        problem.vehicles[0].shift = [0, 10]
        problem.addJob(at: 2) {
            $0.delivery = [13]
            $0.handling.channel = "direct_to_patient"
        }
        var rule = ChannelRule(id: "BAN")
        rule.channels = ["direct_to_patient"]
        rule.isForbidden = true
        problem.channelRules = [rule]
        #expect(reasons(problem).map(\.code) == ["CHANNEL_CONSTRAINT"])
        // A certificate can be had, so all that is in the way is of use.
        problem.channelRules[0].isForbidden = false
        problem.channelRules[0].needs = ["licence"]
        #expect(
            Set(reasons(problem).map(\.code)) == [
                "CHANNEL_CONSTRAINT", "CAPACITY_CONSTRAINT", "SHIFT_CONSTRAINT",
            ]
        )
        problem.channelRules = []
        problem.jobs[0].handling.prohibition = "R1"
        #expect(reasons(problem).map(\.code) == ["PROHIBITED"])
    }

    @Test func `goods that a depot may not ship are refused to its vehicles only`() {
        var problem = problem()
        problem.addVehicle(from: 2, to: 2) { $0.capacity = [5] }
        problem.addDepot(at: 0)
        problem.addDepot(at: 2)
        problem.addJob(at: 1) { $0.delivery = [7] }
        var rule = ChannelRule(id: "TENDER")
        rule.depots = [1]
        problem.channelRules = [rule]
        let found = reasons(problem)
        let wrong = UnassignedReason(
            code: "SHIP_FROM_CONSTRAINT",
            vehicles: [0],
            detail: "TENDER",
            evenAlone: true
        )
        #expect(found.contains(wrong))
        // The other is short of 2 kg.
        #expect(found.first { $0.vehicles == [1] }?.code == "CAPACITY_CONSTRAINT")
        #expect(found.count == 2)
    }

    @Test func `a job that fits alone lacks room beside what is planned`() {
        var problem = problem()
        problem.addJob(at: 1) { $0.delivery = [7] }
        problem.addJob(at: 2) { $0.delivery = [5] }
        // 7 + 5 − 10
        let expected = UnassignedReason(code: "CAPACITY_CONSTRAINT", vehicles: [0], relaxation: 2, unit: "kg")
        #expect(reasons(problem, problem.route(.job(0))) == [expected])
    }

    @Test func `a pickup after the delivery that makes room for it is no excess`() {
        var problem = problem()
        problem.addJob(at: 1) { $0.delivery = [7] }
        problem.addJob(at: 2) { $0.pickup = [10] }
        #expect(reasons(problem, problem.route(.job(0))).map(\.code) == ["NO_CONSTRAINT"])
    }

    @Test func `a window that closes before the vehicle can be there needs the missing seconds`() {
        var problem = problem()
        problem.addJob(at: 2) { $0.timeWindows = [[0, 6]] }
        // At 9 by 9 at the earliest.
        let expected = UnassignedReason(
            code: "TIME_WINDOW_CONSTRAINT",
            vehicles: [0],
            relaxation: 3,
            unit: "s",
            evenAlone: true
        )
        #expect(reasons(problem) == [expected])
    }

    @Test func `when the detour makes another stop late, that stop is named`() {
        var problem = problem()
        problem.addJob(at: 1) {
            $0.id = 77
            $0.timeWindows = [[0, 12]]
            $0.service = 20
        }
        problem.addJob(at: 2) { $0.timeWindows = [[0, 9]] }
        // First the new job: at 9 by 9, at 4 by 14, 2 late.  After the other one it would be there at 4 + 20 + 5 = 29.
        let expected = UnassignedReason(
            code: "TIME_WINDOW_CONSTRAINT",
            vehicles: [0],
            relaxation: 2,
            unit: "s",
            detail: "77"
        )
        #expect(reasons(problem, problem.route(.job(0))) == [expected])
    }

    @Test func `a place too far for the shift needs a longer shift`() {
        var problem = problem()
        problem.vehicles[0].shift = [0, 15]
        problem.addJob(at: 2)
        // There and back is 18.
        let expected = UnassignedReason(
            code: "SHIFT_CONSTRAINT",
            vehicles: [0],
            relaxation: 3,
            unit: "s",
            evenAlone: true
        )
        #expect(reasons(problem) == [expected])
    }

    @Test func `a depot that closes before the return is named`() {
        var problem = problem()
        problem.addDepot(at: 0, open: [[0, 15]])
        problem.addJob(at: 2)
        let found = reasons(problem)
        #expect(found.map(\.code) == ["SHIFT_CONSTRAINT"])
        #expect(found.map(\.detail) == ["D1"])
    }

    @Test func `each missing skill is a reason of its own`() {
        var problem = problem()
        problem.addJob(at: 1) { $0.skills = ["lift", "narcotics"] }
        let expected = ["lift", "narcotics"].map {
            UnassignedReason(code: "SKILL_CONSTRAINT", vehicles: [0], detail: $0, evenAlone: true)
        }
        #expect(reasons(problem) == expected)
    }

    @Test func `two rules that stop a vehicle together are both given`() {
        var problem = problem()
        problem.addJob(at: 1) {
            $0.skills = ["lift"]
            $0.delivery = [12]
        }
        let found = reasons(problem)
        #expect(Set(found.map(\.code)) == ["SKILL_CONSTRAINT", "CAPACITY_CONSTRAINT"])
        #expect(found.first { $0.unit == "kg" }?.relaxation == 2)
    }

    @Test func `a body without temperature control cannot take refrigerated goods`() {
        var problem = problem()
        problem.addJob(at: 1) { $0.regime = 0 }
        let expected = UnassignedReason(
            code: "REGIME_CONSTRAINT",
            vehicles: [0],
            detail: "REF",
            evenAlone: true
        )
        #expect(reasons(problem) == [expected])
    }

    @Test func `a label that is too narrow for the compartments is so by degrees`() {
        var problem = problem()
        problem.regimes = [
            Regime(id: "CRT", low: 20_000, high: 25_000), Regime(id: "RT", low: 15_000, high: 25_000),
            Regime(id: "HOT", low: 10_000, high: 40_000),
        ]
        problem.vehicles[0].compartments = [Compartment(id: "box", capacity: [10], regimes: [1, 2])]
        problem.addJob(at: 1) { $0.regime = 0 }
        // 15 … 25 °C lies 5 degrees outside 20 … 25 °C, 10 … 40 °C lies 15.
        let expected = UnassignedReason(
            code: "REGIME_CONSTRAINT",
            vehicles: [0],
            relaxation: 5000,
            unit: "mK",
            detail: "CRT",
            evenAlone: true
        )
        #expect(reasons(problem) == [expected])
    }

    @Test func `a compartment busy with another regime is free for it on an empty vehicle only`() {
        var problem = problem()
        problem.vehicles[0].compartments = [Compartment(id: "box", capacity: [10], regimes: [0, 1])]
        problem.addJob(at: 1) { $0.regime = 1 }
        problem.addJob(at: 2) { $0.regime = 0 }
        let route = Route(vehicle: 0, visits: [Visit(.job(0))], regimes: [1])
        #expect(
            reasons(problem, route) == [
                UnassignedReason(code: "REGIME_CONSTRAINT", vehicles: [0], detail: "REF")
            ]
        )
        // Alone the box can be switched, so nothing stops the vehicle.
        #expect(reasons(problem).map(\.code) == ["NO_CONSTRAINT"])
    }

    @Test func `goods of another depot and tasks of other vehicles are told apart`() {
        var problem = problem()
        problem.addVehicle { $0.capacity = [10] }
        problem.addDepot(at: 0)
        problem.addDepot(at: 2)
        problem.addJob(at: 1) {
            $0.depots = [1]
            $0.allowedVehicles = [2]
        }
        let depot = UnassignedReason(
            code: "DEPOT_CONSTRAINT",
            vehicles: [0, 1],
            detail: "D1",
            evenAlone: true
        )
        let vehicle = UnassignedReason(code: "VEHICLE_CONSTRAINT", vehicles: [0], evenAlone: true)
        #expect(Set(reasons(problem)) == [depot, vehicle])
    }

    @Test(arguments: [
        ("MAX_TASKS_CONSTRAINT", 1, ""), ("MAX_TRAVEL_TIME_CONSTRAINT", 10, "s"),
        ("MAX_DISTANCE_CONSTRAINT", 10, "m"), ("MAX_DURATION_CONSTRAINT", 10, "s"),
    ])
    func `each limit of the vehicle is a reason with its excess`(code: String, excess: Int, unit: String) {
        var problem = problem()
        problem.addJob(at: 1)
        problem.addJob(at: 2)
        // The route to 4 and back is 8 long; with the job at 9 it is 18.
        switch code {
        case "MAX_TASKS_CONSTRAINT": problem.vehicles[0].maxTasks = 1
        case "MAX_TRAVEL_TIME_CONSTRAINT": problem.vehicles[0].maxTravelTime = 8
        case "MAX_DISTANCE_CONSTRAINT": problem.vehicles[0].maxDistance = 8
        default: problem.vehicles[0].maxDuration = 8
        }
        let found = reasons(problem, problem.route(.job(0)))
        #expect(found.map(\.code) == [code])
        #expect(found.first?.relaxation == excess)
        #expect(found.first?.unit == unit)
    }

    @Test func `a job cheaper to leave out than to serve says by how much`() {
        var problem = problem()
        problem.addJob(at: 2) { $0.unassignedCost = Cost(wireUnits: 11) }
        // 18 s of driving cost 18.
        let expected = UnassignedReason(code: "PRICE_CONSTRAINT", vehicles: [0], relaxation: 7, unit: "money")
        #expect(reasons(problem) == [expected])
    }

    @Test func `a job that the search has overlooked has no rule against it`() {
        var problem = problem()
        problem.addJob(at: 1)
        #expect(reasons(problem) == [UnassignedReason(code: "NO_CONSTRAINT", vehicles: [0])])
    }

    @Test func `identical vehicles share a reason, and the closest class comes first`() {
        var problem = problem()
        problem.addVehicle { $0.capacity = [10] }
        problem.addVehicle { $0.capacity = [12] }
        problem.addJob(at: 1) { $0.delivery = [13] }
        let found = reasons(problem)
        #expect(found.map(\.vehicles) == [[2], [0, 1]])
        #expect(found.map(\.relaxation) == [1, 3])
    }

    @Test func `the best place among the routes counts, not the first`() {
        var problem = problem()
        problem.addVehicle { $0.capacity = [10] }
        problem.addJob(at: 1) { $0.delivery = [9] }
        problem.addJob(at: 1) { $0.delivery = [7] }
        problem.addJob(at: 2) { $0.delivery = [5] }
        let found = reasons(problem, problem.route(of: 0, .job(0)), problem.route(of: 1, .job(1)))
        #expect(found.map(\.relaxation) == [2])
    }

    @Test func `a shipment is tried with pickup and delivery apart`() {
        var problem = problem()
        problem.addJob(at: 1) { $0.delivery = [7] }
        problem.addShipment(from: 1, to: 2, amount: [4]) { $0.pickup.timeWindows = [[0, 4]] }
        let plan = Plan(routes: [problem.route(.job(0))], unassigned: [Unassigned(.pickup(0))])
        let found = ExplainUnassigned(problem).run(plan).unassigned[0].reasons
        // Both are at 4: the job is done first in no time, and the shipment fits after it.
        #expect(found.map(\.code) == ["NO_CONSTRAINT"])
        problem.jobs[0].service = 1
        let late = ExplainUnassigned(problem).run(plan).unassigned[0].reasons
        // After it the pickup is 1 s late, before it 11 kg are on board: the second weighs more.
        #expect(late.map(\.code) == ["TIME_WINDOW_CONSTRAINT"])
        #expect(late.map(\.relaxation) == [1])
    }

    @Test
    func `a hold time that is too short is told with the seconds, and with the certificate that lapses too`()
    {
        var problem = problem()
        problem.addJob(at: 2) {
            $0.delivery = [1]
            $0.holdTime = 7
            $0.handling.permits = [Permit("licence", validUntil: 10)]
        }
        // Handed over at 9, 2 s after it holds; back at 18, 8 s after the licence, which is a day.
        let expected = [
            UnassignedReason(
                code: "HOLD_TIME_CONSTRAINT",
                vehicles: [0],
                relaxation: 2,
                unit: "s",
                evenAlone: true
            ),
            UnassignedReason(
                code: "PERMIT_CONSTRAINT",
                vehicles: [0],
                relaxation: 1,
                unit: "d",
                detail: "licence",
                evenAlone: true
            ),
        ]
        #expect(reasons(problem) == expected)
    }

    @Test func `a box of which none is left is told with its type and number`() {
        var problem = problem()
        problem.boxTypes = [BoxType(id: "REF-24", regime: 0, holdTime: 99)]
        problem.boxTypes[0].stock = 2
        for count in [1, 3] {
            problem.addJob(at: 1) {
                $0.delivery = [1]
                $0.boxes = [BoxNeed(type: 0, count: count)]
            }
        }
        var route = problem.route(.job(0))
        route.steps[0] = .visit(Visit(.job(0), box: 0))
        // 3 needed, 1 left.
        let found = reasons(problem, route)
        #expect(found.map(\.code) == ["BOX_CONSTRAINT"])
        #expect(found.map(\.relaxation) == [2])
        #expect(found.map(\.detail) == ["REF-24"])
    }
}
