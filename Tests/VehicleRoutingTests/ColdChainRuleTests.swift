import RoutingTestSupport
import Testing
import VehicleRouting

@Suite("Rules of the cold chain, by hand") struct ColdChainRuleTests {
    /// A depot at 0 with 5 s of loading, places at 4, 9 and 20, one vehicle with a cold and a warm compartment.
    private func problem() -> Problem {
        var problem = Problem.line(0, 4, 9, 20)
        problem.measure("kg")
        problem.addRegimes()
        problem.addVehicle {
            $0.compartments = [
                Compartment(id: "cold", capacity: [99], regimes: [0]),
                Compartment(id: "warm", capacity: [99], regimes: [1]),
            ]
        }
        problem.addDepot(at: 0, loading: 5)
        return problem
    }

    private func violations(_ problem: Problem, _ visits: Visit...) -> [Violation] {
        let route = Route(vehicle: 0, visits: visits, regimes: [0, 1])
        return RouteEvaluation(route, at: 0, in: problem).violations
    }

    @Test func `hold time runs from the beginning of loading to the end of hand-over`() {
        var problem = problem()
        problem.addJob(at: 2) {
            $0.delivery = [1]
            $0.service = 3
            $0.holdTime = 17
        }
        // 5 loading + 9 driving + 3 service = 17.
        #expect(violations(problem, Visit(.job(0))).isEmpty)
        problem.jobs[0].holdTime = 16
        #expect(violations(problem, Visit(.job(0))).map(\.amount) == [1])
    }

    @Test func `waiting on the way counts, waiting before loading does not`() {
        var problem = problem()
        problem.addJob(at: 1) {
            $0.delivery = [1]
            $0.holdTime = 20
            $0.timeWindows = [[100, 110]]
        }
        // The departure is put off until 96: 5 + 4 = 9 s.
        #expect(violations(problem, Visit(.job(0))).isEmpty)
        problem.addJob(at: 2) { $0.timeWindows = [[50, 60]] }
        // By way of 9 the vehicle is there at 60 at the latest, so packed at 46: 60, back at 4 by 65, waits till 100.
        let late = violations(problem, Visit(.job(1)), Visit(.job(0)))
        #expect(late.map(\.cause) == [.holdTime])
        #expect(late.map(\.amount) == [100 - 46 - 20])
    }

    @Test func `a box holds for its own time and keeps the regime in any compartment`() {
        var problem = problem()
        problem.boxTypes = [BoxType(id: "B", regime: 0, holdTime: 12)]
        problem.addJob(at: 2) {
            $0.delivery = [1]
            $0.regime = 0
            $0.boxes = [BoxNeed(type: 0)]
        }
        // In the warm compartment; 5 + 9 = 14 s.
        let found = violations(problem, Visit(.job(0), compartment: 1, box: 0))
        #expect(found == [Violation(.holdTime, route: 0, task: .job(0), amount: 2, unit: "s")])
    }

    @Test func `a box still being conditioned holds the vehicle back`() {
        var problem = problem()
        problem.boxTypes = [BoxType(id: "B", regime: 0, holdTime: 99)]
        problem.boxTypes[0].readyAt = 30
        problem.addJob(at: 1) {
            $0.delivery = [1]
            $0.boxes = [BoxNeed(type: 0)]
        }
        let route = Route(vehicle: 0, visits: [Visit(.job(0), box: 0)], regimes: [nil, nil])
        #expect(RouteSchedule(route, in: problem).stops.map(\.arrival) == [34])
    }

    @Test(arguments: [
        (Separation.otherBox, 1, 0), (.otherCompartment, 1, 0), (.neverSameTrip, 1, 1), (.otherVehicle, 1, 1),
    ])
    func `goods of two classes are kept as far apart as asked`(
        separation: Separation,
        inOneCompartment: Int,
        inTwo: Int
    ) {
        var problem = problem()
        problem.goodsClasses = ["saleable", "toxic"]
        problem.segregation.keep(0, and: 1, separation)
        problem.addJob(at: 1) { $0.handling.goodsClass = 0 }
        problem.addJob(at: 2) { $0.handling.goodsClass = 1 }
        #expect(violations(problem, Visit(.job(0)), Visit(.job(1))).count == inOneCompartment)
        #expect(violations(problem, Visit(.job(0)), Visit(.job(1), compartment: 1)).count == inTwo)
    }

    @Test func `a closed box is another box, but no other compartment`() {
        var problem = problem()
        problem.goodsClasses = ["saleable", "toxic"]
        problem.segregation.keep(0, and: 1, .otherBox)
        problem.addJob(at: 1) { $0.handling.goodsClass = 0 }
        problem.addJob(at: 2) {
            $0.handling.goodsClass = 1
            $0.handling.isBoxed = true
        }
        #expect(violations(problem, Visit(.job(0)), Visit(.job(1))).isEmpty)
        problem.segregation.keep(0, and: 1, .otherCompartment)
        #expect(violations(problem, Visit(.job(0)), Visit(.job(1))).count == 1)
    }

    @Test func `a certificate must hold until the vehicle is back, not only until hand-over`() {
        var problem = problem()
        problem.addJob(at: 2) { $0.handling.permits = [Permit("licence", validUntil: 18)] }
        // Handed over at 14, back at 23.
        let found = violations(problem, Visit(.job(0)))
        #expect(found.map(\.amount) == [5])
        #expect(found.map(\.detail) == ["licence"])
    }

    @Test func `openings add up, drives take away, and tasks at one place are one opening`() {
        var problem = problem()
        // 1 °C per opening, 0.1 °C less for each second of driving, at most 1.6 °C.
        problem.vehicles[0].compartments[0].door = DoorBudget(
            rise: 1000,
            recoveryPerHour: 360_000,
            limit: 1600
        )
        for place in [1, 1, 2, 3] { problem.addJob(at: place) }
        // 4: 1.0; 5 s on, 9: 0.5 + 1 = 1.5; 11 s on, 20: 0.4 + 1 = 1.4.
        let all = [0, 1, 2, 3].map { Visit(.job($0)) }
        #expect(violations(problem, all[0], all[1], all[2], all[3]).isEmpty)
        problem.vehicles[0].compartments[0].door?.limit = 1450
        #expect(violations(problem, all[0], all[1], all[2], all[3]).map(\.amount) == [50])
        // The other compartment has no budget.
        #expect(violations(problem, Visit(.job(0), compartment: 1), Visit(.job(2))).isEmpty)
    }

    @Test func `one customer's vehicle carries nobody else's goods`() {
        var problem = problem()
        problem.addJob(at: 1) { $0.handling.exclusiveGroup = "Royal" }
        problem.addJob(at: 2)
        #expect(violations(problem, Visit(.job(1)), Visit(.job(0))).map(\.task) == [.job(1)])
    }

    @Test func `two layouts of one body cannot both drive`() {
        var problem = problem()
        problem.vehicles[0].body = "V"
        problem.addVehicle { $0.body = "V" }
        problem.addJob(at: 1)
        problem.addJob(at: 2)
        let plan = Plan(routes: [problem.route(of: 0, .job(0)), problem.route(of: 1, .job(1))])
        let evaluation = PlanEvaluation(plan, in: problem)
        #expect(evaluation.violations == [Violation(.duplicate, route: 1, detail: "2")])
        let written = WrittenPlan(plan, evaluation: evaluation, in: problem)
        #expect(PlanChecker(problem).check(written).map(\.code) == [.duplicate])
    }

    @Test func `boxes in short supply go to the jobs furthest away, and cheap ones to whoever they suffice`()
    {
        var problem = problem()
        problem.boxTypes = [
            BoxType(id: "short", regime: 0, holdTime: 12), BoxType(id: "long", regime: 0, holdTime: 99),
        ]
        problem.boxTypes[1].stock = 1
        problem.boxTypes[1].cost = 9
        for place in [1, 3] {
            problem.addJob(at: place) {
                $0.delivery = [1]
                $0.boxes = [BoxNeed(type: 0), BoxNeed(type: 1)]
            }
        }
        var choice = BoxChoice(problem)
        #expect(choice.roomiest() == [0, 1])
        // Near alone in a long box: 5 + 4 s fit the short one, which costs nothing.
        let route = Route(vehicle: 0, visits: [Visit(.job(0), box: 1)], regimes: [nil, nil])
        var second = BoxChoice(problem)
        let cheaper = second.cheapest(for: Plan(routes: [route]))
        #expect(cheaper.routes[0].visits[0].box == 0)
    }
}

@Suite("Door heat") struct DoorHeatTests {
    /// Openings (above 0) and drives (below), one by one.
    private func walk(_ changes: [Int]) -> (peak: Int, end: Int) {
        var (warmth, peak) = (0, 0)
        for change in changes {
            warmth = max(warmth + change, 0)
            peak = max(peak, warmth)
        }
        return (peak, warmth)
    }

    @Test(arguments: UInt64(1)...60)
    func `two stretches join in constant time to what walking them gives`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let changes = (0..<random.draw(0...12)).map { _ in random.draw(-9...9) }
        let parts = changes.map { $0 > 0 ? DoorHeat.opening($0) : .drive(-$0) }
        let cut = random.draw(0...parts.count)
        let front = parts[..<cut].reduce(DoorHeat.nothing) { $0.joined($1) }
        let back = parts[cut...].reduce(DoorHeat.nothing) { $0.joined($1) }
        let whole = front.joined(back)
        #expect(whole.peak == walk(changes).peak)
        #expect(whole.end == walk(changes).end)
    }
}
