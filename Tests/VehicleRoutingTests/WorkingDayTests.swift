import RoutingTestSupport
import Testing
import VehicleRouting

@Suite("The working day") struct WorkingDayTests {
    /// A rule of `rest` seconds after every `limit` seconds of driving.
    private static func rule(limit: Int, rest: Int) -> WorkRule {
        var rule = WorkRule(id: "law")
        rule.maxContinuousDriving = limit
        rule.rest = rest
        return rule
    }

    @Test func `a reload waits for the goods of its trip, and the route leaves later for it`() {
        // Loading takes 5 s, the stop is 10 s away, and the second load is ready to leave at 40.  So loading for it begins
        // at 35, job 1 may be served at 25 as well as at 15, and the route starts to load at 10, not at 0.
        var problem = Problem.line(0, 10)
        problem.measure("kg")
        problem.addVehicle {
            $0.capacity = [1]
            $0.reloadDepots = [0]
        }
        problem.addDepot(at: 0, loading: 5)
        problem.addJob(at: 1) { $0.delivery = [1] }
        problem.addJob(at: 1) {
            $0.delivery = [1]
            $0.release = 40
        }
        let steps: [RouteStep] = [
            .visit(Visit(.job(0))), .reload(Reload(depot: 0, regimes: [nil])), .visit(Visit(.job(1))),
        ]
        let evaluation = RouteEvaluation(Route(vehicle: 0, steps: steps, regimes: [nil]), at: 0, in: problem)
        let schedule = evaluation.schedule
        #expect(schedule.start == 10)
        #expect(schedule.steps.map(\.begin) == [25, 35, 50])
        #expect(schedule.end == 60)
        #expect(schedule.taskTime == 10)
        #expect(schedule.waitingTime == 0)
        #expect(evaluation.loads == [[[1]], [[0]], [[1]], [[0]]])
        #expect(evaluation.violations.isEmpty)
    }

    @Test func `a rest by the rule is taken where driving would come to exceed the limit`() {
        // Stops at 8 and 16.  Two of the 8 s to the second stop may still be driven: rest from 10 to 15, arrival 21.  On the
        // way home 4 s may be driven: rest from 25 to 30; 12 s are left, 2 more than allowed, so one more rest at 40.
        var problem = Problem.line(0, 8, 16)
        problem.addVehicle { $0.workRule = Self.rule(limit: 10, rest: 5) }
        problem.addJob(at: 1)
        problem.addJob(at: 2)
        var steps: [RouteStep] = [
            .visit(Visit(.job(0))), .rest(.legal(5)), .visit(Visit(.job(1))), .rest(.legal(5)),
        ]
        let short = RouteEvaluation(Route(vehicle: 0, steps: steps, regimes: [nil]), at: 0, in: problem)
        #expect(short.schedule.steps.map(\.begin) == [8, 10, 21, 25])
        #expect(short.violations.map { [$0.cause.rawValue, "\($0.amount)"] } == [["driving", "2"]])
        steps.append(.rest(.legal(5)))
        let long = RouteEvaluation(Route(vehicle: 0, steps: steps, regimes: [nil]), at: 0, in: problem)
        #expect(long.schedule.steps.last?.begin == 40)
        #expect(long.schedule.end == 47)
        #expect(long.schedule.restTime == 15)
        #expect(long.violations.isEmpty)
    }

    @Test(arguments: [([2, 3], 0), ([3, 2], 6)])
    func `a split rest counts in its order only`(parts: [Int], overdriving: Int) {
        // As EU 561 has 15 then 30 min: 2 then 3 s after 10 s of driving.  Stops at 4 and 8: 8 s driven, then 2 of the
        // 8 s home, then the second part.  In the wrong order nothing is reset, and 16 s are driven in one go.
        var problem = Problem.line(0, 4, 8)
        problem.addVehicle {
            $0.workRule = Self.rule(limit: 10, rest: 5)
            $0.workRule?.split = SplitRest(first: 2, second: 3)
        }
        problem.addJob(at: 1)
        problem.addJob(at: 2)
        let steps: [RouteStep] = [
            .visit(Visit(.job(0))), .rest(.legal(parts[0])), .visit(Visit(.job(1))), .rest(.legal(parts[1])),
        ]
        let schedule = RouteSchedule(Route(vehicle: 0, steps: steps, regimes: [nil]), in: problem)
        #expect(schedule.overdriving == overdriving)
    }

    @Test(arguments: [(true, 0), (false, 6)])
    func `other work is a rest where the rule says so`(countsOtherWork: Bool, overdriving: Int) {
        // As 49 CFR 395.3: 3 s off driving after 10 s; the service at 8 takes 3 s.
        var problem = Problem.line(0, 8)
        problem.addVehicle {
            $0.workRule = Self.rule(limit: 10, rest: 3)
            $0.workRule?.countsOtherWork = countsOtherWork
        }
        problem.addJob(at: 1) { $0.service = 3 }
        let schedule = RouteSchedule(problem.route(.job(0)), in: problem)
        #expect(schedule.overdriving == overdriving)
    }

    @Test func `hours used before the route count, for the day too`() {
        // 16 s of driving; 7 had been driven since the last rest, so 13 more than 10; and 20 − 7 = 13 are left of the day.
        var problem = Problem.line(0, 8)
        problem.addVehicle {
            $0.workRule = Self.rule(limit: 10, rest: 3)
            $0.workRule?.maxDailyDriving = 20
            $0.workRule?.maxDuty = 30
            $0.hoursUsed = HoursUsed(drivingSinceRest: 7, driving: 7, duty: 20)
        }
        problem.addJob(at: 1)
        let found = RouteEvaluation(problem.route(.job(0)), at: 0, in: problem).violations
        #expect(found.map(\.cause) == [.maxTravelTime, .maxDuration, .driving])
        #expect(found.map(\.amount) == [3, 6, 13])
    }

    @Test func `a break begins on the road when its window opens`() {
        // Stops at 10 and 40.  The window opens at 20, after 10 of the 30 s between: arrival 10 + 30 + 5 = 45, home at 85.
        var problem = Problem.line(0, 10, 40)
        problem.addVehicle { $0.breaks = [Break(id: "lunch", timeWindows: [[20, 30]], service: 5)] }
        problem.addJob(at: 1)
        problem.addJob(at: 2)
        let steps: [RouteStep] = [
            .visit(Visit(.job(0))), .rest(.planned(0)), .visit(Visit(.job(1))),
        ]
        let schedule = RouteSchedule(Route(vehicle: 0, steps: steps, regimes: [nil]), in: problem)
        #expect(schedule.steps.map(\.begin) == [10, 20, 45])
        #expect(schedule.steps.map(\.travel) == [10, 10, 20])
        #expect(schedule.end == 85)
        // On the way home it would begin at 40, 10 s after its window has closed.
        let late = [steps[0], steps[2], steps[1]]
        let evaluation = RouteEvaluation(Route(vehicle: 0, steps: late, regimes: [nil]), at: 0, in: problem)
        #expect(evaluation.violations.map(\.amount) == [10])
        #expect(evaluation.violations.map(\.step) == [2])
    }

    @Test func `lateness has its price, and none before`() {
        // The stop is 10 s away and due at 4: 6 s late at 3600 an hour.
        var problem = Problem.line(0, 10)
        problem.addVehicle { $0.costs = VehicleCosts(perHour: 0) }
        problem.addJob(at: 1) { $0.due = DueTime(by: 4, latePerHour: 3600) }
        let plan = Plan(routes: [problem.route(.job(0))])
        #expect(PlanEvaluation(plan, in: problem).cost == Cost(wireUnits: 6))
        problem.jobs[0].due?.by = 10
        #expect(PlanEvaluation(plan, in: problem).cost == .zero)
    }

    @Test func `traffic slows the part of a drive that falls into it`() {
        // 10 s of road: 5 at full speed until 5, the other 5 at half speed: arrival 15.  Home at half speed: 20 s.
        var problem = Problem.line(0, 10)
        problem.matrices["car"]?.speeds = [SpeedSlice(begins: 5, speed: 500)]
        problem.addVehicle()
        problem.addJob(at: 1)
        let schedule = RouteSchedule(problem.route(.job(0)), in: problem)
        #expect(schedule.stops.map(\.arrival) == [15])
        #expect(schedule.end == 35)
        #expect(schedule.travelTime == 35)
    }

    @Test func `who leaves later does not arrive earlier`() {
        let slices = [
            SpeedSlice(begins: 10, speed: 300), SpeedSlice(begins: 25, speed: 1000),
            SpeedSlice(begins: 40, speed: 1),
        ]
        for work in [1, 999, 7000, 31_500] {
            let arrivals = (0...60).map { slices.arrival(leaving: $0, work: work) }
            #expect(zip(arrivals, arrivals.dropFirst()).allSatisfy { $0 <= $1 })
        }
    }

    @Test func `a task that comes a while after another waits for it`() {
        // Stops at 10 and 20; the second 20 s after the first is over: at 30, home at 50.
        var problem = Problem.line(0, 10, 20)
        problem.addVehicle()
        problem.addJob(at: 1)
        problem.addJob(at: 2)
        problem.relations = [Relation(.sequence(lag: 20), [.job(0), .job(1)])]
        let schedule = RouteSchedule(problem.route(.job(0), .job(1)), in: problem)
        #expect(schedule.stops.map(\.begin) == [10, 30])
        #expect(schedule.end == 50)
        let reversed = PlanEvaluation(Plan(routes: [problem.route(.job(1), .job(0))]), in: problem)
        #expect(reversed.violations.map(\.cause) == [.relation])
        #expect(reversed.violations.map(\.task) == [.job(1)])
    }

    @Test func `tasks that belong apart or together are found on the wrong routes`() {
        var problem = Problem.line(0, 10, 20)
        problem.addVehicle()
        problem.addVehicle()
        problem.addJob(at: 1)
        problem.addJob(at: 2)
        let shared = Plan(routes: [problem.route(.job(0), .job(1))])
        let parted = Plan(routes: [problem.route(.job(0)), problem.route(of: 1, .job(1))])
        for (kind, right, wrong) in [(Relation.Kind.together, shared, parted), (.apart, parted, shared)] {
            problem.relations = [Relation(kind, [.job(0), .job(1)])]
            #expect(PlanEvaluation(right, in: problem).violations.isEmpty)
            #expect(PlanEvaluation(wrong, in: problem).violations.map(\.task) == [.job(1)])
        }
    }
}
