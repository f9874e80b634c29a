import Interchange
import Planning
import RoutingTestSupport
import Testing
import VehicleRouting

@Suite struct RunningDayTests {
    @Test func `what is over is a fact, and the rest goes on as planned`() throws {
        var day = try FourStops().day()
        day.advance(to: 1500)
        // Vehicle 1 left the stop at 1000 at 1100 and is on its way to 2000; vehicle 2 is on its way to 3000.
        #expect(day.done.map(\.name) == [StopName(1)])
        #expect(day.done[0].begin == 1000)
        #expect(day.done[0].departure == 1100)
        #expect(day.problem.jobs.map(\.id) == [2, 3, 4])
        #expect(day.problem.jobs.map(\.aboard?.vehicle) == [1, 2, 2])
        let times = day.plan.routes.map { RouteSchedule($0, in: day.problem).stops.map(\.begin) }
        #expect(times == [[2100], [3000, 4100]])
        expectSound(day)
    }

    @Test func `the same moment is reached in one step or in many`() throws {
        var inOne = try FourStops().day()
        inOne.advance(to: 3200)
        var inMany = try FourStops().day()
        for time in stride(from: 0, through: 3200, by: 100) { inMany.advance(to: time) }
        #expect(inOne.done == inMany.done)
        #expect(inOne.plan == inMany.plan)
        #expect(inOne.problem == inMany.problem)
    }

    @Test func `goods on board are bound to vehicle and compartment`() throws {
        var four = FourStops()
        let box = Compartment(id: "front", capacity: [5], regimes: nil)
        four.problem.vehicles[1].compartments = [box, Compartment(id: "rear", capacity: [5], regimes: nil)]
        four.plan.routes[1] = Route(
            vehicle: 1,
            visits: [Visit(.job(2), compartment: 1), Visit(.job(3), compartment: 0)],
            regimes: [nil, nil]
        )
        var day = try four.day()
        day.advance(to: 500)
        #expect(day.problem.jobs[2].aboard == Aboard(vehicle: 2, compartment: "rear"))
        #expect(day.problem.jobs[3].aboard == Aboard(vehicle: 2, compartment: "front"))
        var wrong = day.plan
        wrong.routes[1].steps[0] = .visit(Visit(wrong.routes[1].visits[0].task, compartment: 0))
        let moved = PlanEvaluation(wrong, in: day.problem)
        #expect(moved.violations.map(\.cause) == [.aboard])
        let findings = PlanChecker(day.problem).check(WrittenPlan(wrong, evaluation: moved, in: day.problem))
        #expect(findings.map(\.code) == [.aboard])
        var teleported = day.plan
        let moving = try #require(teleported.routes[1].steps.removeFirst().visit)
        teleported.routes[0].steps.append(.visit(Visit(moving.task)))
        let causes = PlanEvaluation(teleported, in: day.problem).violations.map(\.cause)
        #expect(causes.contains(.vehicle))
    }

    @Test func `a compartment that has been cooled is not cooled again under way`() throws {
        // Recalled goods were in it; the saleable ones that are aboard are not cleaned away from, those of a later trip are.
        var problem = Problem.line(0, 1000)
        problem.measure("boxes")
        problem.addRegimes()
        problem.goodsClasses = ["saleable", "recalled"]
        problem.cleaning[after: 1, before: 0] = 300
        problem.addVehicle {
            $0.compartments = [Compartment(id: "box", capacity: [1], regimes: [0, 1])]
            $0.compartments[0].changeovers = [
                Changeover(to: 0, seconds: 600), Changeover(to: 1, seconds: 500),
            ]
            $0.shift = [0, 100_000]
        }
        problem.addDepot(at: 0)
        problem.vehicles[0].reloadDepots = [0]
        for (regime, goods) in [(0, 1), (1, 0)] {
            problem.addJob(at: 1) {
                $0.delivery = [1]
                $0.regime = regime
                $0.handling.goodsClass = goods
            }
        }
        let steps: [RouteStep] = [
            .visit(Visit(.job(0))), .reload(Reload(depot: 0, regimes: [1])), .visit(Visit(.job(1))),
        ]
        let plan = Plan(routes: [Route(vehicle: 0, steps: steps, regimes: [0])])
        var day = try RunningDay(plan, in: problem)
        day.advance(to: 700)
        // Cooled till 600, there at 1600, back at 2600; 300 s of cleaning and 500 to the other regime; there at 4400.
        func begins() -> [Seconds] { RouteSchedule(day.plan.routes[0], in: day.problem).steps.map(\.begin) }
        #expect(begins() == [1600, 2600, 4400])
        #expect(day.problem.vehicles[0].compartments[0].state == CompartmentState(regime: 0, carried: [1]))
        expectSound(day)
        day.advance(to: 2000)
        #expect(begins() == [2600, 4400])
        day.advance(to: 3500)
        #expect(begins() == [4400])
        #expect(day.problem.vehicles[0].compartments[0].state == CompartmentState(regime: 1, carried: [0]))
        expectSound(day)
    }

    @Test func `limits carry over less what has been used up`() throws {
        var four = FourStops()
        four.problem.vehicles[0].maxTravelTime = 5000
        four.problem.vehicles[0].maxDistance = 6000
        four.problem.vehicles[0].maxDuration = 7000
        four.problem.vehicles[0].maxTasks = 3
        four.problem.vehicles[0].costs.fixed = 40
        four.problem.vehicles[0].costs.overtimePerHour = 10
        four.problem.vehicles[0].costs.overtimeAfter = 4000
        var day = try four.day()
        day.advance(to: 1500)
        let vehicle = day.problem.vehicles[0]
        // 1000 driven, one task done, ready again 1100 after the beginning at 0; the duration has become the end of the shift.
        #expect(vehicle.maxTravelTime == 4000)
        #expect(vehicle.maxDistance == 5000)
        #expect(vehicle.maxTasks == 2)
        #expect(vehicle.shift.closes == 7000)
        #expect(vehicle.maxDuration == nil)
        #expect(vehicle.costs.overtimeAfter == 2900)
        #expect(vehicle.costs.fixed == 0)
    }

    @Test func `a vehicle that has come home may load again`() throws {
        var day = try FourStops().day()
        day.advance(to: 5000)
        #expect(day.standings[0].activity == .atDepot)
        #expect(day.problem.vehicles[0].startDepot == 0)
        #expect(day.problem.vehicles[0].shift.opens == 5000)
        // Vehicle 2 has made its last stop and is not called back; it is home at 8200.
        #expect(day.problem.vehicles[1].shift.opens == 8200)
        day.advance(to: 9000)
        #expect(day.problem.jobs.isEmpty)
        #expect(day.done.map(\.name.order) == [1, 2, 3, 4])
    }

    @Test func `a shipment that has been fetched is on board, and what has been collected takes up room`()
        throws
    {
        var problem = Problem.line(0, 1000, 2000, 3000)
        problem.measure("boxes")
        problem.addVehicle {
            $0.capacity = [10]
            $0.shift = [0, 100_000]
        }
        problem.addDepot(at: 0)
        problem.addShipment(from: 1, to: 3, amount: [4])
        problem.addJob(at: 2) { $0.pickup = [3] }
        let plan = Plan(routes: [problem.route(.pickup(0), .job(0), .delivery(0))])
        var day = try RunningDay(plan, in: problem)
        day.advance(to: 2500)
        #expect(day.problem.shipments.isEmpty)
        // The name of the delivery is free once the job of that name is done.
        #expect(day.problem.jobs.map(\.delivery) == [[4]])
        #expect(day.problem.jobs[0].aboard == Aboard(vehicle: 1, compartment: "body"))
        #expect(day.problem.vehicles[0].ballast == [3])
        expectSound(day)
        day.advance(to: 10_000)
        #expect(day.problem.vehicles[0].ballast == [])
    }
}
