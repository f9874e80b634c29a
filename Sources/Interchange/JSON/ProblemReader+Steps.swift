import VehicleRouting

extension ProblemReader {
    /// The plan that the vehicles' `steps` describe; nil when no vehicle has any.
    mutating func initialPlan() throws(FormatError) -> Plan? {
        guard !steps.isEmpty else { return nil }
        let names = TaskNames(problem)
        var routes: [Route] = []
        var served: Set<TaskReference> = []
        for (vehicle, steps) in steps {
            var builder = RouteBuilder(vehicle: vehicle, in: problem)
            for step in steps {
                try keys.check(step, known: ProblemKeys.step, binds: false)
                guard let task = try read(step, names: names, into: &builder) else { continue }
                guard served.insert(task).inserted else {
                    let kind = task.kind.rawValue
                    throw FormatError(
                        .vroom(
                            "Duplicate \(kind) id in input steps: \(problem.visit(task).id).",
                            remedy: "let one vehicle do it, once"
                        ),
                        at: .pointer(step.pointer)
                    )
                }
            }
            if !builder.visits.isEmpty { routes.append(builder.route()) }
        }
        let tasks = problem.orders
        let left = tasks.filter { !served.contains($0) && !served.contains($0.otherHalf) }
        return Plan(routes: routes, unassigned: left.map { Unassigned($0) })
    }

    /// Adds a step to a route; gives the task it does, if any.
    private mutating func read(
        _ step: JSONMembers,
        names: TaskNames,
        into builder: inout RouteBuilder
    ) throws(FormatError) -> TaskReference? {
        for key in ["service_at", "service_after", "service_before"] where step.has(key) {
            _ = try step.unsigned(key)
            // As in VROOM, where fixed times belong to the evaluation of a given plan (`-c`) only.
            keys.note(
                step.path(key),
                "'\(key)' has no effect on planning; give the job a time window instead"
            )
        }
        guard let type = try step.text("type") else {
            throw step.missing(
                "type",
                remedy: "write job, pickup, delivery, start, reload, end or break"
            )
        }
        switch type {
        case "start":
            try readSetting(of: step, into: &builder)
            return nil
        case "end": return nil
        case "reload":
            guard let id = try step.identifier("depot") else {
                throw step.missing("depot", remedy: "name the depot where the vehicle loads again")
            }
            builder.reload(at: try depot(id, step, "depot"))
            try readSetting(of: step, into: &builder)
            return nil
        case "break":
            builder.rest(try rest(step, of: problem.vehicles[builder.vehicle]))
            return nil
        default: break
        }
        guard let kind = WrittenStepKind(rawValue: type) else {
            throw FormatError(
                .wrongType(
                    "type",
                    expected: "job, pickup, delivery, start, reload, end or break",
                    found: "\"\(type)\""
                ),
                at: step.place("type")
            )
        }
        guard let id = try step.identifier("id") else {
            throw step.missing("id", remedy: "name the \(type)")
        }
        guard let task = names[kind, id] else {
            throw FormatError(.unknownReference("a step", to: "\(type) \(id)"), at: step.place("id"))
        }
        try builder.add(
            task,
            in: try step.identifier("compartment"),
            box: try step.identifier("box"),
            at: .pointer(step.pointer)
        )
        return task
    }

    /// What the compartments are kept at from a step on.
    private mutating func readSetting(
        of step: JSONMembers,
        into builder: inout RouteBuilder
    ) throws(FormatError) {
        for part in try step.objects("compartments", each: "a compartment") ?? [] {
            try keys.check(part, known: ProblemKeys.setting, binds: false)
            let id = try id(part, "compartment")
            try builder.set(id, to: try regime(part), at: .pointer(part.pointer))
        }
    }

    /// A break of the vehicle, or without an id a rest by its work rule.
    private func rest(_ step: JSONMembers, of vehicle: Vehicle) throws(FormatError) -> Rest {
        guard let id = try step.identifier("id") else {
            return .legal(try step.unsigned("service") ?? vehicle.workRule?.rest ?? 0)
        }
        guard let index = vehicle.breaks.firstIndex(where: { $0.id == id }) else {
            throw FormatError(.unknownReference("a step", to: "break \(id)"), at: .pointer(step.pointer))
        }
        return .planned(index)
    }
}

/// Finds tasks by what files call them: jobs, pickups and deliveries each have names of their own.
struct TaskNames {
    private var jobs: [Identifier: Int] = [:]
    private var pickups: [Identifier: Int] = [:]
    private var deliveries: [Identifier: Int] = [:]

    init(_ problem: Problem) {
        for (index, job) in problem.jobs.enumerated() { jobs[job.id] = index }
        for (index, shipment) in problem.shipments.enumerated() {
            pickups[shipment.pickup.id] = index
            deliveries[shipment.delivery.id] = index
        }
    }

    /// The task of `kind` called `id`; nil when there is none.
    subscript(kind: WrittenStepKind, id: Identifier) -> TaskReference? {
        switch kind {
        case .job: jobs[id].map(TaskReference.job)
        case .pickup: pickups[id].map(TaskReference.pickup)
        case .delivery: deliveries[id].map(TaskReference.delivery)
        case .start, .reload, .rest, .end: nil
        }
    }
}

extension TaskReference {
    /// What a file calls such a task.
    var kind: WrittenStepKind {
        switch self {
        case .job: .job
        case .pickup: .pickup
        case .delivery: .delivery
        }
    }

    /// The delivery of a pickup and the pickup of a delivery; a job itself.
    var otherHalf: TaskReference {
        switch self {
        case .job: self
        case .pickup(let index): .delivery(index)
        case .delivery(let index): .pickup(index)
        }
    }
}
