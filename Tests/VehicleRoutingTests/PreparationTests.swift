import RoutingTestSupport
import Testing
import VehicleRouting

/// A depot at 0 with 5 s of loading, a place at 4, and a vehicle that may load again with one compartment for both REF and
/// CRT, which takes 20 s to either and 12 s from REF to CRT.
@Suite("Cleaning, cooling and warming before a trip, by hand") struct PreparationTests {
    private func problem() -> Problem {
        var problem = Problem.line(0, 4)
        problem.measure("kg")
        problem.addRegimes()
        problem.goodsClasses = ["saleable", "recalled"]
        problem.addVehicle {
            var box = Compartment(id: "box", capacity: [9], regimes: [0, 1])
            box.changeovers = [
                Changeover(to: 0, seconds: 20), Changeover(to: 1, seconds: 20),
                Changeover(from: 0, to: 1, seconds: 12),
            ]
            $0.compartments = [box]
            $0.reloadDepots = [0]
            $0.costs = VehicleCosts(perHour: 0, perTaskHour: 3600)
        }
        problem.addDepot(at: 0, loading: 5)
        for regime in 0...1 {
            problem.addJob(at: 1) {
                $0.delivery = [1]
                $0.regime = regime
            }
        }
        return problem
    }

    /// The first job on one trip and the second on the next.
    private func twoTrips(_ regimes: [Int?], _ then: [Int?], _ order: [Int] = [0, 1]) -> Route {
        Route(
            vehicle: 0,
            steps: [
                .visit(Visit(.job(order[0]))), .reload(Reload(depot: 0, regimes: then)),
                .visit(Visit(.job(order[1]))),
            ],
            regimes: regimes
        )
    }

    @Test func `a compartment is cooled before it is loaded, on the clock of the shift`() {
        var problem = problem()
        problem.jobs[0].holdTime = 9
        let route = Route(vehicle: 0, visits: [Visit(.job(0))], regimes: [0])
        let evaluation = RouteEvaluation(route, at: 0, in: problem)
        // 20 s of cooling, 5 of loading, 4 of driving; the goods are packed at 20, so 9 s on the way.
        #expect(evaluation.schedule.start == 0)
        #expect(evaluation.schedule.preparation == 20)
        #expect(evaluation.schedule.stops[0].begin == 29)
        #expect(evaluation.violations.isEmpty)
        // Paid as loading is: 25 s at 3600 an hour.
        #expect(evaluation.ledger.total == Cost(wireUnits: 25))
        // A van that has been cooled over night goes at once.
        problem.vehicles[0].compartments[0].state.regime = 0
        #expect(RouteSchedule(route, in: problem).stops[0].begin == 9)
    }

    @Test func `a change of regime comes before loading again, a regime that stays takes no time`() {
        var problem = problem()
        problem.jobs[1].holdTime = 9
        let evaluation = RouteEvaluation(twoTrips([0], [1]), at: 0, in: problem)
        // Back at 33; 12 s from REF to CRT and 5 of loading: at 4 by 54, packed at 45.
        #expect(evaluation.schedule.steps.map(\.begin) == [29, 33, 54])
        #expect(evaluation.schedule.steps[1].preparation == 12)
        #expect(evaluation.violations.isEmpty)
        problem.jobs[1].regime = 0
        #expect(RouteSchedule(twoTrips([0], [0]), in: problem).steps.map(\.begin) == [29, 33, 42])
        // Switched off in between it starts from off again: here from CRT, which has no entry of its own.
        #expect(RouteSchedule(twoTrips([1], [0], [1, 0]), in: problem).steps[1].preparation == 20)
    }

    @Test func `the depot's hours bind loading, not the cooling before it`() {
        var problem = problem()
        problem.depots[0].timeWindows = [[0, 30], [60, 90]]
        // Ready to leave at 33 + 12 + 5 = 50, but the depot is shut until 60: loading ends then.
        let schedule = RouteSchedule(twoTrips([0], [1]), in: problem)
        #expect(schedule.steps[1].departure == 60)
        #expect(schedule.steps[1].begin == 43)
    }

    @Test(arguments: [([1, 0], 10), ([0, 1], 0)])
    func `cleaning follows the order of the goods`(classes: [Int], seconds: Int) {
        // Recalled goods first ask for 10 s before saleable ones; the other way round for none.
        var problem = problem()
        problem.cleaning[after: 1, before: 0] = 10
        problem.vehicles[0].compartments[0].changeovers = []
        for index in 0...1 {
            problem.jobs[index].regime = nil
            problem.jobs[index].handling.goodsClass = classes[index]
        }
        #expect(twoTrips([nil], [nil]).preparations(in: problem).map(\.cleaning) == [0, seconds])
        // Goods in closed boxes neither soil nor mind.
        problem.jobs[1].handling.isBoxed = true
        #expect(twoTrips([nil], [nil]).preparations(in: problem).map(\.cleaning) == [0, 0])
    }

    @Test func `a compartment is clean after it has been cleaned, and dirty from the start if it came so`() {
        var problem = problem()
        problem.cleaning[after: 1, before: 0] = 10
        problem.vehicles[0].compartments[0].state.carried = [1]
        problem.jobs[0].handling.goodsClass = 0
        problem.jobs[1].handling.goodsClass = 0
        #expect(twoTrips([0], [0]).preparations(in: problem).map(\.seconds) == [30, 0])
    }

    @Test func `compartments are cleaned one after the other and cooled at the same time`() {
        var problem = problem()
        problem.cleaning[after: 1, before: 0] = 10
        problem.vehicles[0].compartments.append(problem.vehicles[0].compartments[0])
        problem.vehicles[0].compartments[1].id = "other"
        problem.vehicles[0].compartments[1].changeovers = [Changeover(to: 1, seconds: 7)]
        for index in 0...1 {
            problem.vehicles[0].compartments[index].state.carried = [1]
            problem.jobs[index].handling.goodsClass = 0
        }
        let visits = [Visit(.job(0)), Visit(.job(1), compartment: 1)]
        let route = Route(vehicle: 0, visits: visits, regimes: [0, 1])
        // 10 + 10 of cleaning, then 20 and 7 of cooling side by side.
        #expect(route.preparations(in: problem) == [TripPreparation(cleaning: 20, changeover: 20)])
        #expect(RouteSchedule(route, in: problem).loading == 20 + 20 + 5)
    }

    @Test func `a plan that leaves out the changeover is found out`() {
        let problem = problem()
        // A plan that runs REF on both trips, as it is written, and then CRT on the second.
        let plan = Plan(routes: [twoTrips([0], [0])])
        var written = WrittenPlan(plan, evaluation: PlanEvaluation(plan, in: problem), in: problem)
        written.routes[0].steps[2].compartments[0].regime = "CRT"
        written.routes[0].violations = []
        let codes = PlanChecker(problem).check(written).filter { $0.place == .init(route: 0, step: 2) }
            .map(\.code)
        #expect(codes == [.service, .preparation])
    }
}
