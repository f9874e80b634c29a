import RoutingTestSupport
import Testing
import VehicleRouting

@Suite("Goods that decay") struct DecayTests {
    @Test func `half is lost in a half-life, and half of the rest in the next`() {
        let decay = Decay(value: 1000, halfLife: 4)
        #expect([0, 4, 8, 12].map(decay.loss) == [0, 500, 750, 875])
        #expect(decay.loss(after: -3) == 0)
        #expect(decay.loss(after: 4000) == 1000)
    }

    /// Half-lives in seconds and what half an hour costs, in per cent.
    @Test(arguments: [
        (6586, 17.26), (4063, 26.44), (21_621, 5.61), (47_520, 2.59), (574_068, 0.22),
    ])
    func `half an hour costs what the nuclides lose in it`(halfLife: Int, percent: Double) {
        // F-18 109.77 min, Ga-68 67.71 min, Tc-99m 6.0058 h, I-123 13.2 h, Lu-177 6.6443 d; the chord is up to 0.024 % low,
        // the figure is rounded to 0.005 %.
        let loss = Double(Decay(value: 1_000_000, halfLife: halfLife).loss(after: 1800)) / 10_000
        #expect(loss <= percent + 0.005)
        #expect(loss >= percent - 0.029)
    }

    @Test(arguments: [1, 7, 60, 6586])
    func `the loss never falls, and is that of the reference`(halfLife: Int) {
        let decay = Decay(value: 4321, halfLife: halfLife)
        var last = 0
        for late in stride(from: 0, through: 8 * halfLife, by: max(halfLife / 50, 1)) {
            let loss = decay.loss(after: late)
            #expect(loss >= last)
            #expect(Double(loss) == referenceLoss(of: decay, after: late))
            last = loss
        }
    }

    @Test func `lateness costs its hours and what has decayed`() {
        // The stop is 10 s away and due at 2: 8 s late, two half-lives of goods worth 400, at 3600 an hour: 300 + 8.
        var problem = Problem.line(0, 10)
        problem.addVehicle { $0.costs = VehicleCosts(perHour: 0) }
        problem.addJob(at: 1) {
            $0.due = DueTime(by: 2, latePerHour: 3600, decay: Decay(value: 400, halfLife: 4))
        }
        let plan = Plan(routes: [problem.route(.job(0))])
        let evaluation = PlanEvaluation(plan, in: problem)
        #expect(evaluation.cost == Cost(wireUnits: 308))
        let written = WrittenPlan(plan, evaluation: evaluation, in: problem)
        #expect(PlanChecker(problem).check(written).isEmpty)
    }

    @Test func `a cost of decay that is wrong by one is found`() throws {
        var problem = Problem.line(0, 10)
        problem.addVehicle { $0.costs = VehicleCosts(perHour: 0) }
        problem.addJob(at: 1) {
            $0.due = DueTime(by: 2, latePerHour: 0, decay: Decay(value: 400, halfLife: 4))
        }
        let plan = Plan(routes: [problem.route(.job(0))])
        var written = WrittenPlan(plan, evaluation: PlanEvaluation(plan, in: problem), in: problem)
        written.routes[0].totals.ledger?.lateness = 299
        #expect(PlanChecker(problem).check(written).map(\.code) == [.ledger])
    }

    @Test func `a dose is of no use after its activity has fallen short`() {
        // At 10 at the earliest, 4 s after the activity has fallen short; the window does not matter.
        var problem = Problem.line(0, 10)
        problem.addVehicle()
        problem.addJob(at: 1) {
            $0.useBy = 6
            $0.timeWindows = [[0, 50]]
        }
        let found = RouteEvaluation(problem.route(.job(0)), at: 0, in: problem).violations
        #expect(found == [Violation(.activity, route: 0, task: .job(0), amount: 4, unit: "s")])
        problem.jobs[0].useBy = 10
        #expect(RouteEvaluation(problem.route(.job(0)), at: 0, in: problem).violations.isEmpty)
    }

    @Test func `a route leaves in time for what decays, though it waits later for that`() {
        // Without the dose at 4 the route would leave at 91 for the window at 9; with it, at 6, to be there at 10.
        var problem = Problem.line(0, 4, 9)
        problem.addVehicle()
        problem.addJob(at: 1)
        problem.addJob(at: 2) { $0.timeWindows = [[100, 110]] }
        let route = problem.route(.job(0), .job(1))
        #expect(RouteSchedule(route, in: problem).start == 91)
        problem.jobs[0].useBy = 10
        let schedule = RouteSchedule(route, in: problem)
        #expect(schedule.start == 6)
        #expect(schedule.stops.map(\.begin) == [10, 100])
    }

    @Test func `a window that opens after the activity has fallen short is kept, and the dose is lost`() {
        var problem = Problem.line(0, 10)
        problem.addVehicle()
        problem.addJob(at: 1) {
            $0.useBy = 20
            $0.timeWindows = [[30, 50]]
        }
        let found = RouteEvaluation(problem.route(.job(0)), at: 0, in: problem).violations
        #expect(found == [Violation(.activity, route: 0, task: .job(0), amount: 10, unit: "s")])
        #expect(problem.validate().map(\.code) == [.uselessBeforeOpening])
    }
}
