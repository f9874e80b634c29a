import RoutingTestSupport
import Testing
import VehicleRouting

@Suite("Rules of handling, by hand") struct HandlingRuleTests {
    /// A depot at 0, places at 4 and 9, one vehicle with one cold compartment.
    private func problem() -> Problem {
        var problem = Problem.line(0, 4, 9)
        problem.measure("kg")
        problem.addRegimes()
        problem.addVehicle { $0.compartments = [Compartment(id: "cold", capacity: [99], regimes: [0])] }
        problem.addDepot(at: 0)
        return problem
    }

    private func violations(_ problem: Problem, _ visits: Visit...) -> [Violation] {
        RouteEvaluation(Route(vehicle: 0, visits: visits, regimes: [0]), at: 0, in: problem).violations
    }

    @Test func `time on board runs from the beginning of the pickup to the end of the hand-over`() {
        var problem = problem()
        problem.addShipment(from: 1, to: 2, amount: [1])
        problem.shipments[0].pickup.service = 2
        problem.shipments[0].delivery.service = 3
        problem.shipments[0].maxTimeOnBoard = 10
        // 2 at the pickup, 5 on the road, 3 at the hand-over.
        #expect(violations(problem, Visit(.pickup(0)), Visit(.delivery(0))).isEmpty)
        problem.shipments[0].maxTimeOnBoard = 8
        #expect(
            violations(problem, Visit(.pickup(0)), Visit(.delivery(0))) == [
                Violation(.timeOnBoard, route: 0, task: .delivery(0), amount: 2, unit: "s")
            ]
        )
    }

    @Test func `a vehicle must offer at least the level that is asked for`() {
        var problem = problem()
        problem.vehicles[0].levels = ["security": 2, "crew": 1]
        problem.addJob(at: 1) { $0.handling.levels = ["security": 2, "crew": 2] }
        // A crew of two for narcotics; security suffices.
        let short = Violation(.level, route: 0, task: .job(0), amount: 1, unit: "levels", detail: "crew")
        #expect(violations(problem, Visit(.job(0))) == [short])
    }

    @Test func `what a rule forbids nobody may bring`() {
        var problem = problem()
        problem.addJob(at: 1) { $0.handling.prohibition = "CN-ONLINE-2022" }
        let forbidden = Violation(.prohibited, route: 0, task: .job(0), detail: "CN-ONLINE-2022")
        #expect(violations(problem, Visit(.job(0))) == [forbidden])
    }

    @Test func `a compartment's validation must hold until the vehicle is back, for goods that need it`() {
        var problem = problem()
        problem.vehicles[0].compartments[0].validUntil = 15
        problem.addJob(at: 2) { $0.regime = 0 }
        problem.addJob(at: 2)
        // Back at 18.
        let lapsed = Violation(.permit, route: 0, task: .job(0), amount: 3, unit: "s", detail: "cold")
        #expect(violations(problem, Visit(.job(0))) == [lapsed])
        #expect(violations(problem, Visit(.job(1))).isEmpty)
    }

    @Test func `a vehicle that lacks a certificate, or whose own lapses on the road, may not go`() {
        var problem = problem()
        problem.addJob(at: 2) { $0.handling.requires = ["class7"] }
        let lacking = Violation(.permit, route: 0, task: .job(0), detail: "class7")
        #expect(violations(problem, Visit(.job(0))) == [lacking])
        problem.vehicles[0].permits = [Permit("class7", validUntil: 10)]
        let lapsed = Violation(.permit, route: 0, task: .job(0), amount: 8, unit: "s", detail: "class7")
        #expect(violations(problem, Visit(.job(0))) == [lapsed])
        problem.vehicles[0].permits = [Permit("class7", validUntil: 18)]
        #expect(violations(problem, Visit(.job(0))).isEmpty)
    }

    @Test func `goods in a box need that box, and there are only so many`() {
        var problem = problem()
        problem.boxTypes = [
            BoxType(id: "B", regime: 0, holdTime: 99), BoxType(id: "C", regime: 0, holdTime: 99),
        ]
        problem.boxTypes[0].stock = 2
        for place in 1...2 {
            problem.addJob(at: place) {
                $0.delivery = [1]
                $0.boxes = [BoxNeed(type: 0, count: place)]
            }
        }
        #expect(violations(problem, Visit(.job(0))) == [Violation(.box, route: 0, task: .job(0))])
        #expect(
            violations(problem, Visit(.job(0), box: 1)) == [
                Violation(.box, route: 0, task: .job(0), detail: "C")
            ]
        )
        // One and two boxes of the two there are.
        let visits = [Visit(.job(0), box: 0), Visit(.job(1), box: 0)]
        let plan = Plan(routes: [Route(vehicle: 0, visits: visits, regimes: [0])])
        #expect(
            PlanEvaluation(plan, in: problem).violations == [
                Violation(.boxStock, amount: 1, unit: "boxes", detail: "B")
            ]
        )
    }

    @Test func `the sum of transport indices on board may not exceed fifty`() {
        var problem = problem()
        problem.dimensions = [LoadDimension(name: "transport index", unit: "TI", scale: 10)]
        problem.vehicles[0].compartments = []
        problem.vehicles[0].capacity = [500]
        for (place, index) in [(1, 301), (2, 200)] {
            problem.addJob(at: place) { $0.delivery = [index] }
        }
        // 30.1 + 20.0 is 0.1 too much; after the first hand-over there are 20.0 on board.
        let found = RouteEvaluation(
            Route(vehicle: 0, visits: [Visit(.job(0)), Visit(.job(1))], regimes: [nil]),
            at: 0,
            in: problem
        ).violations
        #expect(found.map(\.cause) == [.load])
        #expect(found.map(\.amount) == [1])
    }

    @Test func `a reload begins the regime, the clock and the door anew`() {
        // One compartment for two regimes, one after the other; goods hold 12 s, each trip takes 4 or 9 to hand-over.
        var problem = problem()
        problem.vehicles[0].compartments[0].regimes = [0, 1]
        problem.vehicles[0].compartments[0].door = DoorBudget(rise: 1000, recoveryPerHour: 0, limit: 1500)
        problem.vehicles[0].reloadDepots = [0]
        problem.addJob(at: 1) {
            $0.delivery = [1]
            $0.regime = 0
            $0.holdTime = 12
        }
        problem.addJob(at: 2) {
            $0.delivery = [1]
            $0.regime = 1
            $0.holdTime = 12
        }
        func route(_ second: Int) -> Route {
            let steps: [RouteStep] = [
                .visit(Visit(.job(0))), .reload(Reload(depot: 0, regimes: [second])), .visit(Visit(.job(1))),
            ]
            return Route(vehicle: 0, steps: steps, regimes: [0])
        }
        #expect(RouteEvaluation(route(1), at: 0, in: problem).violations.isEmpty)
        #expect(RouteEvaluation(route(0), at: 0, in: problem).violations.map(\.cause) == [.regime])
    }
}
