public import Interchange
internal import VehicleRouting

/// Plan mode: schedules a list of routes as it stands, and names every rule it breaks.
///
/// Nothing is searched and nothing moved.  Times that are fixed take the place of the windows of their tasks; the windows
/// are then judged beside them.
public struct SchedulePlan: Sendable {
    /// What became of the routes.
    public struct Outcome: Hashable, Sendable {
        /// What they cost, in the file's own unit and number of decimals.
        public var cost: String
        /// How many there are.
        public var routes: Int
        /// How many jobs and shipments are on none.
        public var unassigned: Int
        /// When everything happens, route by route, a line each.
        public var timetable: [String]
        /// Every broken rule, with place, cause and amount, a sentence each.
        public var broken: [String]
    }

    private let problem: String
    private let routes: String
    private let rounding: Rounding?

    /// The routes in the file `routes`, for the problem or published instance in the file `problem`.
    ///
    /// - Parameter rounding: How an instance's numbers become whole; nil for the customary way of its format.
    public init(problem: String, routes: String, rounding: Rounding? = nil) {
        self.problem = problem
        self.routes = routes
        self.rounding = rounding
    }

    /// Reads both files and schedules.
    public func run() throws -> Outcome {
        let given = try GivenProblem(at: problem, rounding: rounding)
        let sketch: PlanSketch
        if let instance = given.instance, !JSONSniffer.recognises(routes) {
            sketch = PlanSketch(plan: try SolutionFile.read(routes, for: instance).plan, fixedTimes: [:])
        } else {
            sketch = try PlanSketch.read(routes, in: given.problem)
        }
        let timed = given.problem.fixing(sketch.fixedTimes)
        let evaluation = PlanEvaluation(sketch.plan, in: timed)
        return Outcome(
            cost: given.text(of: evaluation.cost),
            routes: sketch.plan.routes.count { !$0.visits.isEmpty },
            unassigned: sketch.plan.unassigned.count,
            timetable: timetable(sketch.plan, evaluation, in: given.problem),
            broken: broken(sketch, evaluation, timed, given.problem)
        )
    }

    private func timetable(_ plan: Plan, _ evaluation: PlanEvaluation, in problem: Problem) -> [String] {
        let (strings, clock) = (Strings(), DayClock(problem))
        return zip(plan.routes, evaluation.routes).enumerated().flatMap { index, item -> [String] in
            let (route, evaluation) = item
            let schedule = evaluation.schedule
            let head = strings.text(
                .timetableRoute,
                [
                    "route": "\(index + 1)", "vehicle": "\(problem.vehicles[route.vehicle].id)",
                    "start": clock.time(schedule.start), "end": clock.time(schedule.end),
                ]
            )
            let rows = zip(route.steps, schedule.steps).map { step, stop in
                "  \(clock.time(stop.arrival))  \(clock.time(stop.begin))  \(clock.time(stop.departure))  "
                    + problem.name(of: step, by: problem.vehicles[route.vehicle], strings: strings)
            }
            return [head] + rows
        }
    }

    private func broken(
        _ sketch: PlanSketch,
        _ evaluation: PlanEvaluation,
        _ timed: Problem,
        _ problem: Problem
    ) -> [String] {
        let strings = Strings()
        var written = WrittenPlan(sketch.plan, evaluation: evaluation, in: timed)
        for route in written.routes.indices { written.routes[route].violations = [] }
        var found = PlanChecker(timed).check(written)
        for index in found.indices where found[index].code == .delay {
            guard let task = sketch.plan.task(at: found[index].place), sketch.fixedTimes[task] != nil else {
                continue
            }
            found[index].subject = strings.text(.fixedTimeMissed, ["task": timed.name(of: task)])
        }
        // What is fixed is judged by the windows that it took the place of.
        for (route, item) in zip(sketch.plan.routes, evaluation.routes).enumerated() {
            for (step, action) in item.0.steps.enumerated() {
                guard let task = action.visit?.task, sketch.fixedTimes[task] != nil else { continue }
                let begin = item.1.schedule.steps[step].begin
                let windows = problem.visit(task).timeWindows
                guard let next = windows.nextOpening(at: begin) ?? windows.last?.closes, next != begin else {
                    continue
                }
                found.append(
                    CheckFinding(
                        next > begin ? .early : .delay,
                        at: CheckFinding.Place(route: route, step: step + 1),
                        subject: strings.text(
                            next > begin ? .fixedBeforeWindow : .fixedAfterWindow,
                            ["task": problem.name(of: task)]
                        ),
                        derived: abs(next - begin),
                        unit: "s"
                    )
                )
            }
        }
        return found.map(\.description)
    }
}

extension Plan {
    /// The task at a step of a written plan, whose steps begin with the start; nil when there is none.
    fileprivate func task(at place: CheckFinding.Place) -> TaskReference? {
        guard let route = place.route, let step = place.step, step > 0 else { return nil }
        return routes[route].steps.indices.contains(step - 1)
            ? routes[route].steps[step - 1].visit?.task : nil
    }
}

extension Problem {
    /// The same problem with fixed times in place of windows.
    fileprivate func fixing(_ times: [TaskReference: PlanSketch.FixedTime]) -> Problem {
        var problem = self
        for (task, time) in times {
            let window = TimeWindow(
                opens: time.earliest ?? TimeWindow.always.opens,
                closes: time.latest ?? TimeWindow.always.closes
            )
            switch task {
            case .job(let index): problem.jobs[index].timeWindows = [window]
            case .pickup(let index): problem.shipments[index].pickup.timeWindows = [window]
            case .delivery(let index): problem.shipments[index].delivery.timeWindows = [window]
            }
        }
        return problem
    }

    /// A task for people, as the checker names it.
    fileprivate func name(of task: TaskReference) -> String {
        switch task {
        case .job(let index): "job \(jobs[index].id)"
        case .pickup(let index): "pickup \(shipments[index].pickup.id)"
        case .delivery(let index): "delivery \(shipments[index].delivery.id)"
        }
    }

    /// A step for people.
    fileprivate func name(of step: RouteStep, by vehicle: Vehicle, strings: Strings) -> String {
        switch step {
        case .visit(let visit): name(of: visit.task)
        case .reload(let reload): strings.text(.timetableReload, ["depot": "\(depots[reload.depot].id)"])
        case .rest(.planned(let index)):
            strings.text(.timetableBreak, ["break": "\(vehicle.breaks[index].id)"])
        case .rest(.legal): strings[.timetableRest]
        }
    }
}
