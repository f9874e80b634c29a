import Planning
import RoutingTestSupport
import Testing
import VehicleRouting

@Suite struct PlanDifferenceTests {
    /// A depot at 0, jobs 1…4 at 10, 20, 30 and 40 with no service time, two vehicles.
    private var problem: Problem {
        var problem = Problem.line(0, 10, 20, 30, 40)
        problem.addVehicle()
        problem.addVehicle()
        for place in 1...4 { problem.addJob(at: place) }
        return problem
    }

    private func difference(_ before: [Route], _ after: [Route], _ problem: Problem) -> PlanDifference {
        func plan(_ routes: [Route]) -> Plan {
            let done = Set(routes.flatMap(\.visits).map(\.task))
            let rest = problem.jobs.indices.map(TaskReference.job).filter { !done.contains($0) }
            return Plan(routes: routes, unassigned: rest.map { Unassigned($0) })
        }
        return PlanDifference(from: plan(before), in: problem, to: plan(after), in: problem)
    }

    private func changes(of order: Identifier, in difference: PlanDifference) -> [StopDifference.Change] {
        difference.stops.first { $0.name.order == order }?.changes ?? []
    }

    @Test func `a plan does not differ from itself`() {
        let problem = problem
        let route = problem.route(.job(0), .job(1))
        let found = difference([route], [route], problem)
        #expect(found.stops.isEmpty)
        #expect(found.vehicles.isEmpty)
        #expect(found.costBefore == found.costAfter)
    }

    @Test func `a stop put in between delays the others but moves none of them`() {
        let problem = problem
        // 0 → 10 → 30 arrives at 10 and 30; with the stop at 40 in between, 0 → 10 → 40 → 30 arrives at 10, 40, 50.
        let found = difference(
            [problem.route(.job(0), .job(2))],
            [problem.route(.job(0), .job(3), .job(2))],
            problem
        )
        #expect(changes(of: 1, in: found).isEmpty)
        #expect(changes(of: 3, in: found) == [.time(20)])
        #expect(changes(of: 4, in: found) == [.takenUp])
        #expect(found.changedTimes(beyond: 19).map(\.name.order) == [3])
        #expect(found.changedTimes(beyond: 20).isEmpty)
    }

    @Test func `only the stop that left the order has moved`() {
        let problem = problem
        let before = problem.route(.job(0), .job(1), .job(2), .job(3))
        let after = problem.route(.job(1), .job(2), .job(3), .job(0))
        // Before: 10, 20, 30, 40.  After: 20, 30, 40 and 70: only job 1 is later, by 60.
        let found = difference([before], [after], problem)
        #expect(found.stops.count == 1)
        #expect(changes(of: 1, in: found) == [.position(from: 1, to: 4), .time(60)])
    }

    @Test func `another vehicle is named once and both vehicles are touched`() {
        let problem = problem
        let before = [problem.route(.job(0), .job(1)), problem.route(of: 1, .job(2))]
        let after = [problem.route(.job(0)), problem.route(of: 1, .job(1), .job(2))]
        let found = difference(before, after, problem)
        #expect(changes(of: 2, in: found) == [.vehicle(from: 1, to: 2)])
        #expect(found.stops.count == 1)
        #expect(found.vehicles == [1, 2])
    }

    @Test func `a promise that breaks is told with its minutes, and one that is kept again`() {
        var problem = problem
        problem.jobs[2].timeWindows = [[0, 35]]
        let straight = [problem.route(.job(0), .job(2))]
        let late = [problem.route(.job(0), .job(3), .job(2))]
        // The stop at 30 closes at 35; by way of 40 it is reached at 50, 15 late.
        let worse = difference(straight, late, problem)
        #expect(changes(of: 3, in: worse) == [.time(20), .promiseBroken(15)])
        let better = difference(late, straight, problem)
        #expect(changes(of: 3, in: better) == [.time(-20), .promiseKept])
        #expect(changes(of: 4, in: better) == [.leftOut])
    }

    @Test func `goods in another compartment and carriers that come and go are told`() {
        var problem = problem
        problem.measure("boxes")
        let box = Compartment(id: "front", capacity: [5], regimes: nil)
        problem.vehicles[0].compartments = [box, Compartment(id: "rear", capacity: [5], regimes: nil)]
        problem.carriers = [Carrier(id: "north", tariff: Tariff()), Carrier(id: "south", tariff: Tariff())]
        var before = Plan(routes: [problem.route(.job(0))])
        before.awards = [Award(.job(1), carrier: 0), Award(.job(2), carrier: 0)]
        before.unassigned = [Unassigned(.job(3))]
        var after = before
        after.routes[0].steps[0] = .visit(Visit(.job(0), compartment: 1))
        after.awards = [Award(.job(1), carrier: 1), Award(.job(3), carrier: 0)]
        after.unassigned = [Unassigned(.job(2))]
        let found = PlanDifference(from: before, in: problem, to: after, in: problem)
        #expect(changes(of: 1, in: found) == [.compartment(from: "front", to: "rear")])
        #expect(changes(of: 2, in: found) == [.carrier(from: "north", to: "south")])
        #expect(changes(of: 3, in: found) == [.leftOut, .carrier(from: "north", to: nil)])
        #expect(changes(of: 4, in: found) == [.takenUp, .carrier(from: nil, to: "north")])
    }

    @Test func `a job that became a shipment is the same stop, and stops done in between do not count`() {
        let before = problem
        var after = problem
        after.jobs.remove(at: 3)
        after.addShipment(from: 2, to: 4) {
            $0.pickup.id = 4
            $0.delivery.id = 4
        }
        let found = PlanDifference(
            from: Plan(
                routes: [before.route(.job(0), .job(3))],
                unassigned: [Unassigned(.job(1)), Unassigned(.job(2))]
            ),
            in: before,
            to: Plan(
                routes: [after.route(of: 1, .pickup(0), .delivery(0))],
                unassigned: [Unassigned(.job(1)), Unassigned(.job(2)), Unassigned(.job(0))]
            ),
            in: after,
            ignoring: [StopName(1)]
        )
        #expect(found.stops.map(\.name) == [StopName(4, isPickup: true), StopName(4)])
        #expect(found.stops.map(\.changes) == [[.added], [.vehicle(from: 1, to: 2)]])
    }
}
