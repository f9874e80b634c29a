extension WrittenPlan {
    /// What a file says about `plan`, with all the numbers of its evaluation.
    ///
    /// - Precondition: `evaluation` is that of `plan` in `problem`.
    public init(_ plan: Plan, evaluation: PlanEvaluation, in problem: Problem) {
        precondition(plan.routes.count == evaluation.routes.count)
        routes = zip(plan.routes, evaluation.routes).map { WrittenRoute($0, evaluation: $1, in: problem) }
        awards = plan.awards.map { award in
            let carrier = problem.carriers[award.carrier]
            return WrittenAward(
                award.task.writtenKind,
                id: problem.visit(award.task).id,
                carrier: carrier.id,
                cost: problem.price(of: award.task, by: carrier).wireUnits
            )
        }
        unassigned = plan.unassigned.flatMap { item in
            item.task.halves.map { task in
                WrittenUnassigned(
                    task.writtenKind,
                    id: problem.visit(task).id,
                    location: problem.visit(task).location,
                    reasons: item.reasons.map { WrittenReason($0, in: problem) }
                )
            }
        }
        summary = WrittenSummary(
            totals: routes.reduce(into: .nothing(in: problem)) { $0.add($1.totals) },
            routes: routes.count,
            unassigned: unassigned.count
        )
        summary.totals.cost = evaluation.cost.wireUnits
        summary.totals.ledger = WrittenLedger(evaluation.ledger)
        summary.carrierCost = evaluation.carrierCost.wireUnits
        summary.unassignedCost = evaluation.unassignedCost.wireUnits
    }
}

extension WrittenRoute {
    fileprivate init(_ route: Route, evaluation: RouteEvaluation, in problem: Problem) {
        let writing = RouteWriting(route: route, schedule: evaluation.schedule, problem: problem)
        var steps = writing.steps
        // The evaluation has a moment after the start and after each step; nothing changes at the end.
        for (index, loads) in (evaluation.loads + evaluation.loads.suffix(1)).enumerated() {
            steps[index].compartmentLoads = loads
            steps[index].load = loads.reduce(into: problem.noLoad) { $0.add($1) }
        }
        self.init(
            vehicle: problem.vehicles[route.vehicle].id,
            compartments: writing.setting(route.regimes),
            steps: steps,
            totals: WrittenTotals(route, evaluation, in: problem),
            violations: evaluation.violations.map { WrittenViolation($0, on: route) }
        )
    }
}

/// The steps of a route as a file has them, loads aside.
private struct RouteWriting {
    let route: Route
    let schedule: RouteSchedule
    let problem: Problem

    private var vehicle: Vehicle { problem.vehicles[route.vehicle] }
    private var places: [Int] { route.steps.compactMap { problem.place(of: $0) } }

    var steps: [WrittenStep] {
        var steps = [start]
        for (action, stop) in zip(route.steps, schedule.steps) {
            steps.append(step(action, stop, after: steps[steps.count - 1]))
        }
        return steps + [end]
    }

    private var start: WrittenStep {
        var start = WrittenStep(
            .start,
            location: vehicle.start ?? places.first,
            arrival: schedule.start,
            service: schedule.loading
        )
        start.preparation = schedule.preparation
        start.distance = 0
        return start
    }

    private var end: WrittenStep {
        var end = WrittenStep(
            .end,
            location: vehicle.end ?? places.last ?? vehicle.start,
            arrival: schedule.arrival,
            waiting: schedule.end - schedule.arrival,
            travelTime: schedule.travelTime
        )
        end.distance = schedule.distance
        return end
    }

    private func step(
        _ action: RouteStep,
        _ stop: RouteSchedule.Stop,
        after last: WrittenStep
    ) -> WrittenStep {
        var step = WrittenStep(
            .job,
            location: problem.place(of: action),
            arrival: stop.arrival,
            waiting: stop.waiting,
            setup: stop.setup,
            service: stop.service,
            travelTime: last.travelTime + stop.travel
        )
        step.distance = (last.distance ?? 0) + stop.distance
        switch action {
        case .visit(let visit):
            let compartments = vehicle.effectiveCompartments
            step.kind = visit.task.writtenKind
            step.id = problem.visit(visit.task).id
            step.compartment = compartments.count > 1 ? compartments[visit.compartment].id : nil
            step.box = visit.box.map { problem.boxTypes[$0].id }
        case .reload(let reload):
            step.kind = .reload
            step.preparation = stop.preparation
            step.depot = problem.depots[reload.depot].id
            step.compartments = setting(reload.regimes)
        case .rest(let rest):
            step.kind = .rest
            if case .planned(let index) = rest { step.id = vehicle.breaks[index].id }
        }
        return step
    }

    /// What the compartments run on a trip; nothing for a body that never keeps a temperature.
    func setting(_ regimes: [Int?]) -> [WrittenCompartment] {
        let isPlain =
            vehicle.compartments.isEmpty && route.trips.allSatisfy { $0.regimes.allSatisfy { $0 == nil } }
        guard !isPlain else { return [] }
        return zip(vehicle.effectiveCompartments, regimes).map { compartment, regime in
            WrittenCompartment(id: compartment.id, regime: regime.map { problem.regimes[$0].id })
        }
    }
}

extension WrittenTotals {
    fileprivate static func nothing(in problem: Problem) -> WrittenTotals {
        var totals = WrittenTotals()
        totals.distance = 0
        totals.priority = 0
        totals.delivery = problem.noLoad
        totals.pickup = problem.noLoad
        return totals
    }

    /// What a route comes to.
    fileprivate init(_ route: Route, _ evaluation: RouteEvaluation, in problem: Problem) {
        let schedule = evaluation.schedule
        self = .nothing(in: problem)
        cost = evaluation.ledger.total.wireUnits
        ledger = WrittenLedger(evaluation.ledger)
        setup = schedule.stops.reduce(0) { $0 + $1.setup }
        service = schedule.taskTime - setup + schedule.restTime
        travelTime = schedule.travelTime
        waitingTime = schedule.waitingTime
        distance = schedule.distance
        priority = route.visits.reduce(0) { $0 + problem.importance(of: $1.task).priority }
        for visit in route.visits {
            let change = problem.loadChange(visit.task)
            delivery?.add(change.unloaded)
            pickup?.add(change.loaded)
        }
    }

    /// Adds a route's times, distance and loads; costs are not added, since each amount is rounded by itself.
    fileprivate mutating func add(_ other: WrittenTotals) {
        setup += other.setup
        service += other.service
        travelTime += other.travelTime
        waitingTime += other.waitingTime
        distance = (distance ?? 0) + (other.distance ?? 0)
        priority = (priority ?? 0) + (other.priority ?? 0)
        delivery?.add(other.delivery ?? [])
        pickup?.add(other.pickup ?? [])
    }
}

extension WrittenLedger {
    fileprivate init(_ ledger: CostLedger) {
        self.init(
            fixed: ledger.fixed.wireUnits,
            distance: ledger.distance.wireUnits,
            driving: ledger.driving.wireUnits,
            tasks: ledger.tasks.wireUnits,
            waiting: ledger.waiting.wireUnits,
            stops: ledger.stops.wireUnits,
            overtime: ledger.overtime.wireUnits,
            lateness: ledger.lateness.wireUnits
        )
    }
}

extension WrittenViolation {
    fileprivate init(_ violation: Violation, on route: Route) {
        let position =
            violation.task.flatMap { task in route.steps.firstIndex { $0.visit?.task == task } }
            ?? violation.step
        self.init(
            violation.cause.rawValue,
            step: position.map { $0 + 1 },
            amount: violation.amount,
            unit: violation.unit,
            detail: violation.detail
        )
    }
}

extension WrittenReason {
    fileprivate init(_ reason: UnassignedReason, in problem: Problem) {
        self.init(
            code: reason.code,
            vehicles: reason.vehicles.map { problem.vehicles[$0].id },
            relaxation: reason.relaxation,
            unit: reason.unit,
            detail: reason.detail,
            evenAlone: reason.evenAlone
        )
    }
}

extension TaskReference {
    fileprivate var writtenKind: WrittenStepKind {
        switch self {
        case .job: .job
        case .pickup: .pickup
        case .delivery: .delivery
        }
    }
}

extension Problem {
    fileprivate var noLoad: Load { Load(repeating: 0, count: dimensions.count) }

    /// The place (index) of a step; nil for a rest.
    fileprivate func place(of step: RouteStep) -> Int? {
        switch step {
        case .visit(let visit): self.visit(visit.task).location
        case .reload(let reload): depots[reload.depot].location
        case .rest: nil
        }
    }
}
