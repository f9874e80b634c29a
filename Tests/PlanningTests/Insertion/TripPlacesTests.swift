import Planning
import RoutingTestSupport
import Testing
import VehicleRouting

@Suite struct TripPlacesTests {
    /// A depot at 0 and jobs at 10 and 20 of 6 kg each, on one vehicle for 8 kg that has loaded again between them.
    private func problem() -> (Problem, Plan) {
        var problem = Problem.line(0, 10, 20, 15)
        problem.measure("kg")
        problem.addVehicle {
            $0.capacity = [8]
            $0.reloadDepots = [0]
        }
        problem.addDepot(at: 0)
        for place in 1...2 { problem.addJob(at: place) { $0.delivery = [6] } }
        let steps: [RouteStep] = [
            .visit(Visit(.job(0))), .reload(Reload(depot: 0, regimes: [nil])), .visit(Visit(.job(1))),
        ]
        return (problem, Plan(routes: [Route(vehicle: 0, steps: steps, regimes: [nil])]))
    }

    @Test func `a place is sought on every trip, with the load of that trip`() {
        var (problem, plan) = problem()
        let urgent = problem.addJob(at: 3) { $0.delivery = [2] }
        let best = PlaceFinder(plan, in: problem).places(for: .job(urgent), in: problem, count: 9)
        // On the second trip 15 is on the way to 20 and back; on the first it is 10 farther than 10.
        #expect(best.map(\.cost.wireUnits) == [0, 0, 10, 10])
        #expect(best.allSatisfy { $0.evaluation.violations.isEmpty })
        #expect(best[0].route.steps.firstIndex(of: .visit(Visit(.job(urgent)))) == 2)
        // 6 + 3 is more than 8 on either trip.
        problem.jobs[urgent].delivery = [3]
        #expect(PlaceFinder(plan, in: problem).places(for: .job(urgent), in: problem, count: 9).isEmpty)
    }

    @Test func `a boxed order goes into its box on a trip of its own too`() {
        var (problem, plan) = problem()
        problem.addRegimes()
        problem.boxTypes = [BoxType(id: "B", regime: 0, holdTime: 999)]
        let urgent = problem.addJob(at: 3) {
            $0.delivery = [3]
            $0.boxes = [BoxNeed(type: 0)]
        }
        plan.unassigned = [Unassigned(.job(urgent))]
        let reasons = ExplainUnassigned(problem).run(plan).unassigned[0].reasons
        #expect(reasons.map(\.code) == ["NO_CONSTRAINT"])
    }

    @Test func `a trip of one stop goes with the stop`() {
        var (problem, plan) = problem()
        problem.addDepot(at: 2)
        problem.vehicles[0].reloadDepots = [1]
        plan.routes[0].steps[1] = .reload(Reload(depot: 1, regimes: [nil]))
        let explained = OrderExplanation(of: .job(1), in: plan, of: problem)
        // Out to 20, where it loads, and back, or out to 10 and back.
        #expect(explained.standing == .driven(route: 0, cost: Cost(wireUnits: 20)))
        #expect(explained.alternatives.isEmpty)
    }

    @Test func `the break of a vehicle in the yard comes along`() {
        var problem = Problem.line(0, 10)
        problem.addVehicle {
            $0.breaks = [Break(id: 1, timeWindows: [[0, 100]], service: 30)]
        }
        let urgent = problem.addJob(at: 1)
        let best = PlaceFinder(Plan(), in: problem).places(for: .job(urgent), in: problem, count: 9)
        // Before or behind the stop.
        #expect(best.map(\.cost.wireUnits) == [20, 20])
        #expect(best.allSatisfy { $0.route.steps.contains(.rest(.planned(0))) && $0.isFresh })
        #expect(best.allSatisfy { $0.evaluation.violations.isEmpty })
    }

    @Test func `a relation with another stop is kept`() {
        var problem = Problem.line(0, 10, 20)
        for _ in 0..<2 { problem.addVehicle() }
        problem.addJob(at: 1)
        let urgent = problem.addJob(at: 2)
        let plan = Plan(routes: [problem.route(of: 0, .job(0))])
        func vehicles() -> [Int] {
            PlaceFinder(plan, in: problem).places(for: .job(urgent), in: problem, count: 9).map(
                \.route.vehicle
            )
        }
        #expect(vehicles() == [0, 0, 1])
        problem.relations = [Relation(.apart, [.job(0), .job(urgent)])]
        #expect(vehicles() == [1])
        problem.relations = [Relation(.sequence(lag: 0), [.job(0), .job(urgent)])]
        #expect(vehicles() == [0])
    }
}
