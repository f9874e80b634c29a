import VehicleRouting

/// Reads what a plan file states; judges nothing but its form.
struct PlanReader {
    let problem: Problem

    func read(_ root: JSONMembers) throws(FormatError) -> WrittenPlan {
        if let code = try root.unsigned("code"), code != 0 {
            let message = try root.text("error") ?? "code \(code)"
            throw FormatError(
                .conflict("the file holds an error and no plan: \(message)", remedy: "plan again"),
                at: .pointer("/error")
            )
        }
        guard let summary = try root.members("summary") else {
            throw root.missing("summary", remedy: "give a plan file, not a problem")
        }
        guard let routes = try root.objects("routes", each: "a route") else {
            throw root.missing("routes", remedy: "give a plan file, not a problem")
        }
        var plan = WrittenPlan(summary: try read(summary: summary))
        for route in routes { plan.routes.append(try read(route: route)) }
        for item in try root.objects("unassigned", each: "an unassigned task") ?? [] {
            plan.unassigned.append(try read(unassigned: item))
        }
        for award in try root.objects("awards", each: "an award") ?? [] {
            plan.awards.append(
                WrittenAward(
                    try kind(award),
                    id: try id(award, "id"),
                    carrier: try id(award, "carrier"),
                    cost: try award.integer("cost") ?? 0
                )
            )
        }
        return plan
    }

    private func read(summary members: JSONMembers) throws(FormatError) -> WrittenSummary {
        var summary = WrittenSummary(
            totals: try totals(members),
            routes: try members.unsigned("routes") ?? 0,
            unassigned: try members.unsigned("unassigned") ?? 0
        )
        summary.carrierCost = try members.integer("carrier_cost")
        summary.unassignedCost = try members.integer("unassigned_cost")
        return summary
    }

    private func totals(_ members: JSONMembers) throws(FormatError) -> WrittenTotals {
        guard let cost = try members.integer("cost") else {
            throw members.missing("cost", remedy: "add the cost")
        }
        var totals = WrittenTotals(
            cost: cost,
            setup: try members.integer("setup") ?? 0,
            service: try members.integer("service") ?? 0,
            travelTime: try members.integer("duration") ?? 0,
            waitingTime: try members.integer("waiting_time") ?? 0
        )
        totals.distance = try members.integer("distance")
        totals.priority = try members.integer("priority")
        totals.delivery = try members.integerList("delivery")
        totals.pickup = try members.integerList("pickup")
        if let causes = try members.members("cost_breakdown") {
            var ledger = WrittenLedger()
            for (name, path) in LedgerKeys.all { ledger[keyPath: path] = try causes.integer(name) ?? 0 }
            totals.ledger = ledger
        }
        return totals
    }

    private func read(route members: JSONMembers) throws(FormatError) -> WrittenRoute {
        guard let list = try members.objects("steps", each: "a step") else {
            throw members.missing("steps", remedy: "list what the vehicle does")
        }
        var steps: [WrittenStep] = []
        var compartments: [WrittenCompartment] = []
        for members in list {
            var step = try read(step: members)
            var setting: [WrittenCompartment] = []
            for part in try members.objects("compartments", each: "a compartment") ?? [] {
                setting.append(
                    WrittenCompartment(id: try id(part, "id"), regime: try part.identifier("regime"))
                )
            }
            if step.kind == .reload { step.compartments = setting } else { compartments += setting }
            steps.append(step)
        }
        var violations: [WrittenViolation] = []
        for item in try members.objects("violations", each: "a violation") ?? [] {
            let duration = try item.integer("duration")
            violations.append(
                WrittenViolation(
                    try item.text("cause") ?? "",
                    step: try item.unsigned("step"),
                    amount: try item.integer("amount") ?? duration ?? 1,
                    unit: try item.text("unit") ?? (duration == nil ? "" : "s"),
                    detail: try item.text("detail") ?? ""
                )
            )
        }
        return WrittenRoute(
            vehicle: try id(members, "vehicle"),
            compartments: compartments,
            steps: steps,
            totals: try totals(members),
            violations: violations
        )
    }

    private func read(step members: JSONMembers) throws(FormatError) -> WrittenStep {
        guard let arrival = try members.integer("arrival") else {
            throw members.missing("arrival", remedy: "say when the vehicle arrives")
        }
        let kind = try kind(members)
        var step = WrittenStep(
            kind,
            id: kind.hasName ? try id(members, "id") : try members.identifier("id"),
            location: try location(members),
            arrival: arrival,
            waiting: try members.integer("waiting_time") ?? 0,
            setup: try members.integer("setup") ?? 0,
            service: try members.integer("service") ?? 0,
            travelTime: try members.integer("duration") ?? 0
        )
        if kind == .reload { step.depot = try id(members, "depot") }
        if kind == .start || kind == .reload { step.preparation = try members.integer("preparation") ?? 0 }
        step.compartment = try members.identifier("compartment")
        step.box = try members.identifier("box")
        step.load = try members.integerList("load")
        step.distance = try members.integer("distance")
        if let list = try members.list("compartment_loads") {
            var loads: [Load] = []
            for (index, value) in list.enumerated() {
                let path = "\(members.path("compartment_loads"))/\(index)"
                loads.append(try value.integers("compartment_loads", at: path))
            }
            step.compartmentLoads = loads
        }
        return step
    }

    private func read(unassigned members: JSONMembers) throws(FormatError) -> WrittenUnassigned {
        var reasons: [WrittenReason] = []
        for reason in try members.objects("reasons", each: "a reason") ?? [] {
            reasons.append(
                WrittenReason(
                    code: try reason.text("code") ?? "",
                    vehicles: try reason.identifiers("vehicles") ?? [],
                    relaxation: try reason.integer("relaxation"),
                    unit: try reason.text("unit") ?? "",
                    detail: try reason.text("detail") ?? "",
                    evenAlone: try reason.flag("even_alone") ?? false
                )
            )
        }
        return WrittenUnassigned(
            try kind(members),
            id: try id(members, "id"),
            location: try location(members),
            reasons: reasons
        )
    }

    /// The place of a step: by index, or the only place with its coordinates.
    private func location(_ members: JSONMembers) throws(FormatError) -> Int? {
        if let index = try members.unsigned("location_index") { return index }
        guard let coordinate = try PlaceTable.coordinate(members, "location") else { return nil }
        return problem.locations.firstIndex { $0.coordinate == coordinate }
    }

    private func kind(_ members: JSONMembers) throws(FormatError) -> WrittenStepKind {
        let type = try members.text("type") ?? "job"
        guard let kind = WrittenStepKind(rawValue: type) else {
            let known = WrittenStepKind.allCases.map(\.rawValue)
            let expected = known.dropLast().joined(separator: ", ") + " or " + (known.last ?? "")
            throw FormatError(
                .wrongType("type", expected: expected, found: "\"\(type)\""),
                at: members.place("type")
            )
        }
        return kind
    }

    private func id(_ members: JSONMembers, _ key: String) throws(FormatError) -> Identifier {
        guard let id = try members.identifier(key) else {
            throw members.missing(key, remedy: "name it as the problem does")
        }
        return id
    }
}

extension WrittenStepKind {
    /// Whether such a step always names a task.
    fileprivate var hasName: Bool {
        switch self {
        case .job, .pickup, .delivery: true
        case .start, .reload, .rest, .end: false
        }
    }
}

extension JSONMembers {
    /// A list of whole numbers.
    fileprivate func integerList(_ key: String) throws(FormatError) -> [Int]? {
        guard let value = value(key) else { return nil }
        return try value.integers(key, at: path(key))
    }
}

extension JSONValue {
    /// The whole numbers of a list.
    fileprivate func integers(_ field: String, at pointer: String) throws(FormatError) -> [Int] {
        guard case .array(let list) = self else {
            throw FormatError(.wrongType(field, expected: "a list", found: shown), at: .pointer(pointer))
        }
        var numbers: [Int] = []
        for (index, value) in list.enumerated() {
            numbers.append(try value.integer("an entry of \(field)", at: "\(pointer)/\(index)"))
        }
        return numbers
    }
}
