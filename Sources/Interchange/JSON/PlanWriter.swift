import VehicleRouting

/// Turns a written plan into JSON: all keys of VROOM's answer, the deprecated ones too, and ours behind them.
struct PlanWriter {
    let plan: WrittenPlan
    let problem: Problem
    private let names: TaskNames
    private let vehicles: [Identifier: Int]

    init(plan: WrittenPlan, problem: Problem) {
        self.plan = plan
        self.problem = problem
        names = TaskNames(problem)
        vehicles = Dictionary(
            problem.vehicles.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    func document(computingTimes: ComputingTimes, warnings: [String]) -> JSONValue {
        var root = JSONObject()
        root.append("code", .unsigned(0))
        root.append("summary", summary(computingTimes))
        root.append("unassigned", .array(plan.unassigned.map(unassigned)))
        root.append("routes", .array(plan.routes.map(route)))
        root.put("awards", plan.awards.map(award))
        root.put("warnings", warnings.map(JSONValue.string))
        return .object(root)
    }

    private func summary(_ times: ComputingTimes) -> JSONValue {
        var object = JSONObject()
        object.append("cost", JSONValue(plan.summary.totals.cost))
        object.append("routes", JSONValue(plan.summary.routes))
        object.append("unassigned", JSONValue(plan.summary.unassigned))
        append(plan.summary.totals, to: &object)
        let all = plan.routes.flatMap { route in
            route.violations.map { violation($0, vehicle: route.vehicle) }
        }
        object.append("violations", .array(all))
        var computing = JSONObject()
        computing.append("loading", JSONValue(times.loading))
        computing.append("solving", JSONValue(times.solving))
        computing.append("routing", JSONValue(times.routing))
        object.append("computing_times", .object(computing))
        object.put("carrier_cost", plan.summary.carrierCost)
        object.put("unassigned_cost", plan.summary.unassignedCost)
        return .object(object)
    }

    /// What routes and the summary both state, after the cost.
    private func append(_ totals: WrittenTotals, to object: inout JSONObject) {
        object.put("delivery", totals.delivery.map(JSONValue.init))
        // The old key means what has been delivered.
        object.put("amount", totals.delivery.map(JSONValue.init))
        object.put("pickup", totals.pickup.map(JSONValue.init))
        object.append("setup", JSONValue(totals.setup))
        object.append("service", JSONValue(totals.service))
        object.append("duration", JSONValue(totals.travelTime))
        object.append("waiting_time", JSONValue(totals.waitingTime))
        object.put("priority", totals.priority)
        object.put("distance", totals.distance)
        if let ledger = totals.ledger {
            var causes = JSONObject()
            for (name, path) in LedgerKeys.all { causes.append(name, JSONValue(ledger[keyPath: path])) }
            object.append("cost_breakdown", .object(causes))
        }
    }

    private func unassigned(_ item: WrittenUnassigned) -> JSONValue {
        var object = JSONObject()
        object.append("id", JSONValue(item.id))
        object.append("type", .string(item.kind.rawValue))
        append(place: item.location, to: &object)
        object.put("description", description(item.kind, item.id), unless: "")
        object.put(
            "reasons",
            item.reasons.map { reason in
                var entry = JSONObject()
                entry.append("code", .string(reason.code))
                entry.append("vehicles", .array(reason.vehicles.map { JSONValue($0) }))
                entry.put("relaxation", reason.relaxation)
                entry.put("unit", reason.unit, unless: "")
                entry.put("detail", reason.detail, unless: "")
                if reason.evenAlone { entry.append("even_alone", .bool(true)) }
                return .object(entry)
            }
        )
        return .object(object)
    }

    private func route(_ route: WrittenRoute) -> JSONValue {
        var object = JSONObject()
        let vehicle = vehicles[route.vehicle].map { problem.vehicles[$0] }
        object.append("vehicle", JSONValue(route.vehicle))
        object.put("description", vehicle?.description ?? "", unless: "")
        object.append("cost", JSONValue(route.totals.cost))
        append(route.totals, to: &object)
        let steps = route.steps.enumerated().map { index, step in
            self.step(step, at: index, of: route, by: vehicle)
        }
        object.append("steps", .array(steps))
        object.append("violations", .array(route.violations.map { violation($0) }))
        return .object(object)
    }

    private func step(
        _ step: WrittenStep,
        at index: Int,
        of route: WrittenRoute,
        by vehicle: Vehicle?
    ) -> JSONValue {
        var object = JSONObject()
        object.append("type", .string(step.kind.rawValue))
        object.put("id", step.id.map { JSONValue($0) })
        if let id = step.id { object.put("description", description(step.kind, id), unless: "") }
        if step.kind == .job { object.put("job", step.id.map { JSONValue($0) }) }
        append(place: step.location, to: &object)
        object.put("compartment", step.compartment.map { JSONValue($0) })
        object.put("box", step.box.map { JSONValue($0) })
        object.append("setup", JSONValue(step.setup))
        object.append("service", JSONValue(step.service))
        object.put("preparation", step.preparation ?? 0, unless: 0)
        object.append("waiting_time", JSONValue(step.waiting))
        object.put("load", step.load.map(JSONValue.init))
        object.append("arrival", JSONValue(step.arrival))
        object.append("duration", JSONValue(step.travelTime))
        object.put("distance", step.distance)
        let own = route.violations.filter { $0.step == index }
        object.append("violations", .array(own.map { violation($0, isAtStep: true) }))
        object.append("departure", JSONValue(step.arrival + step.waiting + step.setup + step.service))
        let depot = step.kind == .start ? vehicle?.startDepot : step.kind == .end ? vehicle?.endDepot : nil
        object.put(
            "depot",
            depot.map { JSONValue(problem.depots[$0].id) } ?? step.depot.map { JSONValue($0) }
        )
        let compartments = step.kind == .start ? route.compartments : step.compartments
        object.put("compartments", compartments.map(setting))
        object.put("compartment_loads", step.compartmentLoads.map { .array($0.map(JSONValue.init)) })
        return .object(object)
    }

    private func setting(_ compartment: WrittenCompartment) -> JSONValue {
        var object = JSONObject()
        object.append("id", JSONValue(compartment.id))
        object.put("regime", compartment.regime.map { JSONValue($0) })
        return .object(object)
    }

    private func award(_ award: WrittenAward) -> JSONValue {
        var object = JSONObject()
        object.append("id", JSONValue(award.id))
        object.append("type", .string(award.kind.rawValue))
        object.append("carrier", JSONValue(award.carrier))
        object.append("cost", JSONValue(award.cost))
        return .object(object)
    }

    private func violation(
        _ violation: WrittenViolation,
        vehicle: Identifier? = nil,
        isAtStep: Bool = false
    ) -> JSONValue {
        var object = JSONObject()
        object.append("cause", .string(violation.cause))
        if violation.unit == "s" { object.append("duration", JSONValue(violation.amount)) }
        object.put("vehicle", vehicle.map { JSONValue($0) })
        if vehicle == nil, !isAtStep { object.put("step", violation.step) }
        object.append("amount", JSONValue(violation.amount))
        object.put("unit", violation.unit, unless: "")
        object.put("detail", violation.detail, unless: "")
        return .object(object)
    }

    private func append(place: Int?, to object: inout JSONObject) {
        guard let place, problem.locations.indices.contains(place) else { return }
        object.put(place: place, "location", "location_index", in: problem)
    }

    private func description(_ kind: WrittenStepKind, _ id: Identifier) -> String {
        names[kind, id].map { problem.visit($0).description } ?? ""
    }
}

/// The names of a ledger's causes in files.
enum LedgerKeys {
    static var all: [(name: String, path: WritableKeyPath<WrittenLedger, Int>)] {
        [
            ("fixed", \.fixed), ("distance", \.distance), ("driving", \.driving), ("tasks", \.tasks),
            ("waiting", \.waiting), ("stops", \.stops), ("overtime", \.overtime), ("lateness", \.lateness),
        ]
    }
}

extension JSONValue {
    /// Amounts per dimension.
    fileprivate init(_ load: Load) {
        self = .array(load.map { JSONValue($0) })
    }
}
