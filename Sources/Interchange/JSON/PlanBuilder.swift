import VehicleRouting

/// Finds the things that a written plan names, and keeps its decisions.
struct PlanBuilder {
    private let problem: Problem
    private let names: TaskNames
    private let vehicles: [Identifier: Int]
    private let regimes: [Identifier: Int]

    init(problem: Problem) {
        self.problem = problem
        names = TaskNames(problem)
        vehicles = Self.indices(problem.vehicles.map(\.id))
        regimes = Self.indices(problem.regimes.map(\.id))
    }

    func plan(_ written: WrittenPlan) throws(FormatError) -> Plan {
        var plan = Plan()
        for (index, route) in written.routes.enumerated() {
            plan.routes.append(try self.route(route, at: "/routes/\(index)"))
        }
        let carriers = Self.indices(problem.carriers.map(\.id))
        for (index, award) in written.awards.enumerated() {
            let place = "/awards/\(index)"
            guard let carrier = carriers[award.carrier] else {
                throw unknown("the award", "carrier \(award.carrier)", at: place)
            }
            plan.awards.append(Award(try task(award.kind, award.id, at: place), carrier: carrier))
        }
        var left: Set<TaskReference> = []
        for (index, item) in written.unassigned.enumerated() {
            let place = "/unassigned/\(index)"
            let half = try task(item.kind, item.id, at: place)
            // Both halves of a shipment are listed; the plan names it once, by its pickup.
            let whole = half.kind == .delivery ? half.otherHalf : half
            guard left.insert(whole).inserted else { continue }
            var reasons: [UnassignedReason] = []
            for reason in item.reasons { reasons.append(try self.reason(reason, at: place)) }
            plan.unassigned.append(Unassigned(whole, reasons: reasons))
        }
        return plan
    }

    private func route(_ written: WrittenRoute, at place: String) throws(FormatError) -> Route {
        guard let vehicle = vehicles[written.vehicle] else {
            throw unknown("the route", "vehicle \(written.vehicle)", at: place + "/vehicle")
        }
        var builder = RouteBuilder(vehicle: vehicle, in: problem)
        try set(written.compartments, in: &builder, at: place + "/steps/0")
        for (index, step) in written.steps.enumerated() {
            let place = "\(place)/steps/\(index)"
            switch step.kind {
            case .start, .end: continue
            case .reload:
                guard let depot = problem.depots.firstIndex(where: { $0.id == step.depot }) else {
                    throw unknown("the reload", "depot \(step.depot.map { "\($0)" } ?? "(none)")", at: place)
                }
                builder.reload(at: depot)
                try set(step.compartments, in: &builder, at: place)
            case .rest:
                builder.rest(try rest(step, of: problem.vehicles[vehicle], at: place))
            case .job, .pickup, .delivery:
                guard let id = step.id else { continue }
                let task = try task(step.kind, id, at: place)
                try builder.add(task, in: step.compartment, box: step.box, at: .pointer(place))
            }
        }
        return builder.route()
    }

    private func set(
        _ compartments: [WrittenCompartment],
        in builder: inout RouteBuilder,
        at place: String
    ) throws(FormatError) {
        for compartment in compartments {
            var regime: Int?
            if let id = compartment.regime {
                guard let index = regimes[id] else {
                    throw unknown("compartment \(compartment.id)", "the regime '\(id)'", at: place)
                }
                regime = index
            }
            try builder.set(compartment.id, to: regime, at: .pointer(place + "/compartments"))
        }
    }

    private func rest(_ step: WrittenStep, of vehicle: Vehicle, at place: String) throws(FormatError) -> Rest
    {
        guard let id = step.id else { return .legal(step.service) }
        guard let index = vehicle.breaks.firstIndex(where: { $0.id == id }) else {
            throw unknown("the step", "break \(id)", at: place)
        }
        return .planned(index)
    }

    private func reason(_ written: WrittenReason, at place: String) throws(FormatError) -> UnassignedReason {
        var stopped: [Int] = []
        for id in written.vehicles {
            guard let vehicle = vehicles[id] else {
                throw unknown("the reason \(written.code)", "vehicle \(id)", at: place + "/reasons")
            }
            stopped.append(vehicle)
        }
        return UnassignedReason(
            code: written.code,
            vehicles: stopped,
            relaxation: written.relaxation,
            unit: written.unit,
            detail: written.detail,
            evenAlone: written.evenAlone
        )
    }

    private func task(
        _ kind: WrittenStepKind,
        _ id: Identifier,
        at place: String
    ) throws(FormatError) -> TaskReference {
        guard let task = names[kind, id] else {
            throw unknown("the plan", "\(kind.rawValue) \(id)", at: place)
        }
        return task
    }

    private func unknown(_ field: String, _ thing: String, at place: String) -> FormatError {
        FormatError(.unknownReference(field, to: thing), at: .pointer(place))
    }

    private static func indices(_ ids: [Identifier]) -> [Identifier: Int] {
        Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
