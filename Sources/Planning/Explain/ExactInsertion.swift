internal import VehicleRouting

/// An insertion judged by `RouteEvaluation`: the rules it breaks that the route without it keeps.
struct ExactInsertion {
    let breaches: [Breach]
    let score: InsertionScore
    /// What it adds to the plan's cost.
    let cost: Cost

    init(_ insertion: Insertion, of task: ProbedTask, in problem: Problem) {
        self.init(insertion, making: insertion.route(with: task), of: task, in: problem)
    }

    /// The least broken way to put rests into the route of an empty vehicle, and to keep relations to tasks elsewhere.
    init(
        _ insertion: Insertion,
        of task: ProbedTask,
        among relations: RelationObstacles,
        in problem: Problem
    ) {
        let route = insertion.route(with: task)
        let vehicle = problem.vehicles[route.vehicle]
        let routes = insertion.host.stops.isEmpty ? route.withRests(of: vehicle) : [route]
        let relation = relations.breach(task, on: route.vehicle)
        var best = ExactInsertion(insertion, making: routes[0], of: task, adding: relation, in: problem)
        for other in routes.dropFirst() where best.score.rules > 0 {
            let next = ExactInsertion(insertion, making: other, of: task, adding: relation, in: problem)
            if next.score < best.score { best = next }
        }
        self = best
    }

    private init(
        _ insertion: Insertion,
        making route: Route,
        of task: ProbedTask,
        adding relation: Breach? = nil,
        in problem: Problem
    ) {
        let vehicle = problem.vehicles[route.vehicle]
        let before = insertion.host.evaluation
        let after = RouteEvaluation(route, at: 0, in: problem)
        // A vehicle without visits stays in the yard and costs nothing.
        cost = after.ledger.total - (insertion.host.stops.isEmpty ? .zero : before.ledger.total)
        let reader = BreachReader(task: task, vehicle: vehicle, schedule: after.schedule, problem: problem)
        breaches =
            reader.breaches(after.violations, beyond: insertion.host.violations)
            + [relation].compactMap { $0 }
        var score = InsertionScore()
        for breach in breaches {
            let dimension = problem.dimensions.firstIndex { $0.name == breach.unit }
            let capacity = dimension.flatMap { vehicle.capacity.isEmpty ? nil : vehicle.capacity[$0] } ?? 1
            score.add(breach, capacity: capacity)
        }
        score.cost = cost.ticks
        self.score = score
    }
}

/// Turns the violations of a route into the rules that would have to give.
private struct BreachReader {
    let task: ProbedTask
    let vehicle: Vehicle
    let schedule: RouteSchedule
    let problem: Problem

    /// One breach per rule, the largest amount of each; what was broken before counts only as far as it grew.
    func breaches(_ violations: [Violation], beyond known: [Violation]) -> [Breach] {
        var found: [Breach] = []
        for violation in violations {
            let old = known.first {
                $0.cause == violation.cause && $0.task == violation.task && $0.unit == violation.unit
                    && $0.detail == violation.detail
            }
            if let old, old.amount >= violation.amount { continue }
            guard let breach = breach(violation) else { continue }
            let same = found.firstIndex { other in
                other.code == breach.code && other.unit == breach.unit
                    && (breach.amount != nil || other.detail == breach.detail)
            }
            if let same {
                if (breach.amount ?? 0) > (found[same].amount ?? 0) { found[same] = breach }
            } else {
                found.append(breach)
            }
        }
        return found
    }

    private func breach(_ violation: Violation) -> Breach? {
        func measured(_ code: ReasonCode, _ detail: String = "") -> Breach {
            Breach(code: code, amount: violation.amount, unit: violation.unit, detail: detail)
        }
        return switch violation.cause {
        case .delay: delay(violation)
        case .load: measured(.capacity, vehicle.compartments.isEmpty ? "" : violation.detail)
        case .skills: Breach(code: .skill, detail: violation.detail)
        case .regime: regime(violation)
        case .depot: Breach(code: .depot, detail: vehicle.startDepot.map { "\(problem.depots[$0].id)" } ?? "")
        case .vehicle, .aboard: Breach(code: .vehicle)
        case .maxTasks: measured(.maxTasks)
        case .maxTravelTime: measured(.maxTravelTime)
        case .maxDistance: measured(.maxDistance)
        case .maxDuration: measured(.maxDuration)
        case .holdTime: measured(.holdTime, name(of: violation))
        case .activity: measured(.activity, name(of: violation))
        case .timeOnBoard: measured(.timeOnBoard, name(of: violation))
        case .segregation: Breach(code: .segregation, detail: violation.detail)
        case .exclusive: Breach(code: .exclusive, detail: violation.detail)
        case .doors: measured(.doors, violation.detail)
        case .level: measured(.level, violation.detail)
        case .permit: permit(violation)
        case .prohibited: Breach(code: .prohibited, detail: violation.detail)
        case .channel: Breach(code: .channel, detail: violation.detail)
        case .shipFrom: Breach(code: .shipFrom, detail: violation.detail)
        case .box: missingBox(violation)
        // Stock is shared by the whole plan and judged with it.
        case .boxStock: nil
        case .driving: measured(.driving, violation.detail)
        case .missingBreak: Breach(code: .rest, detail: violation.detail)
        case .relation: Breach(code: .relation, detail: violation.detail)
        // Insertions keep pickups before deliveries and add no reloads, and each task is looked at by itself.
        case .precedence, .duplicate, .missing, .carrier, .reload: nil
        }
    }

    /// A label that no compartment is qualified for is too narrow by degrees.
    private func regime(_ violation: Violation) -> Breach {
        var breach = Breach(code: .regime, detail: violation.detail)
        guard let label = violation.task.flatMap(problem.regime).map({ problem.regimes[$0] }) else {
            return breach
        }
        let kept = vehicle.compartments.flatMap { $0.regimes ?? [] }.map { problem.regimes[$0] }
        if let excess = kept.compactMap(label.excess).min(), excess > 0 {
            (breach.amount, breach.unit) = (excess, "mK")
        }
        return breach
    }

    /// A box of which there are too few is short by a number of them.
    private func missingBox(_ violation: Violation) -> Breach {
        guard let missing = task.missingBox else { return Breach(code: .box, detail: violation.detail) }
        let id = problem.boxTypes[missing.type].id
        return Breach(code: .box, amount: missing.count, unit: "boxes", detail: "\(id)")
    }

    /// The late goods where they are not the task's own.
    private func name(of violation: Violation) -> String {
        guard let other = violation.task, !task.references.contains(other) else { return "" }
        return "\(problem.visit(other).id)"
    }

    /// A certificate that lapses is short by days; one that is missing cannot be prolonged.
    private func permit(_ violation: Violation) -> Breach {
        guard violation.unit == "s" else { return Breach(code: .permit, detail: violation.detail) }
        let days = (violation.amount + 86_399) / 86_400
        return Breach(code: .permit, amount: days, unit: "d", detail: violation.detail)
    }

    /// A late stop is the rule of its window; a late end that of the shift, or of the depot when the shift would do.
    private func delay(_ violation: Violation) -> Breach {
        if let late = violation.task {
            let isOwn = task.references.contains(late)
            return Breach(
                code: .timeWindow,
                amount: violation.amount,
                unit: violation.unit,
                detail: isOwn ? "" : "\(problem.visit(late).id)"
            )
        }
        let isShift = violation.detail == "end" && schedule.end - vehicle.shift.closes == violation.amount
        let depot = violation.detail == "end" ? vehicle.endDepot : vehicle.startDepot
        return Breach(
            code: .shift,
            amount: violation.amount,
            unit: violation.unit,
            detail: isShift ? "" : depot.map { "\(problem.depots[$0].id)" } ?? ""
        )
    }
}
