public import VehicleRouting

/// A list of routes to be looked at as it stands: who does what in which order, and when, where that is fixed.
///
/// Unlike a plan file it states no figures.  It is a JSON document with `routes`, each a `vehicle` and its `steps`, or with
/// `vehicles` that have `steps`, as VROOM's plan mode takes them.
public struct PlanSketch: Sendable {
    /// The routes; tasks on none of them are unassigned.
    public var plan: Plan
    /// When service at a task is fixed to begin.
    public var fixedTimes: [TaskReference: FixedTime]

    /// A sketch of `plan` with some times fixed.
    public init(plan: Plan, fixedTimes: [TaskReference: FixedTime] = [:]) {
        self.plan = plan
        self.fixedTimes = fixedTimes
    }

    /// When a service is fixed to begin; VROOM's `service_at`, `service_after` and `service_before`.
    public struct FixedTime: Hashable, Sendable {
        /// Not before this second; nil for no limit.
        public var earliest: Seconds?
        /// Not after this second; nil for no limit.
        public var latest: Seconds?
    }

    /// Reads the sketch at `path` of routes for `problem`.
    public static func read(_ path: String, in problem: Problem) throws(FormatError) -> PlanSketch {
        let bytes = try FileBytes.read(path)
        do {
            return try read(bytes, in: problem)
        } catch {
            throw FormatError(error.reason, at: error.place, in: path)
        }
    }

    /// Reads the sketch that `bytes` are the text of.
    public static func read(_ bytes: [UInt8], in problem: Problem) throws(FormatError) -> PlanSketch {
        let root = try JSONMembers(try JSONParser.parse(bytes), at: "", called: "the document")
        let key = root.has("routes") ? "routes" : "vehicles"
        guard let list = try root.objects(key, each: "a route") else {
            throw root.missing("routes", remedy: "list the routes, each with a vehicle and its steps")
        }
        var reader = ProblemReader(isStrict: false)
        reader.problem = problem
        var fixedTimes: [TaskReference: FixedTime] = [:]
        let names = TaskNames(problem)
        for members in list {
            let name = key == "routes" ? "vehicle" : "id"
            guard let steps = try members.objects("steps", each: "a step"), !steps.isEmpty else { continue }
            guard let id = try members.identifier(name) else {
                throw members.missing(name, remedy: "name the vehicle that drives the route")
            }
            guard let vehicle = problem.vehicles.firstIndex(where: { $0.id == id }) else {
                throw FormatError(
                    .unknownReference("the route", to: "vehicle \(id)"),
                    at: members.place(name)
                )
            }
            reader.steps.append((vehicle, steps))
            for step in steps { try note(step, names, &fixedTimes) }
        }
        let plan = try reader.initialPlan() ?? Plan(unassigned: everything(in: problem))
        return PlanSketch(plan: plan, fixedTimes: fixedTimes)
    }

    private static func note(
        _ step: JSONMembers,
        _ names: TaskNames,
        _ fixedTimes: inout [TaskReference: FixedTime]
    ) throws(FormatError) {
        let at = try step.unsigned("service_at")
        let after = try step.unsigned("service_after")
        let before = try step.unsigned("service_before")
        guard at != nil || after != nil || before != nil else { return }
        guard let type = try step.text("type"), let kind = WrittenStepKind(rawValue: type),
            let id = try step.identifier("id"), let task = names[kind, id]
        else {
            throw FormatError(
                .unsupported(
                    "a fixed time at such a step",
                    remedy: "fix the times of jobs and shipments only"
                ),
                at: .pointer(step.pointer)
            )
        }
        let (earliest, latest) = (at ?? after, at ?? before)
        if let earliest, let latest, earliest > latest {
            throw FormatError(
                .conflict(
                    "service is fixed to begin after \(earliest) and before \(latest)",
                    remedy: "let 'service_before' be the later of the two"
                ),
                at: .pointer(step.pointer)
            )
        }
        fixedTimes[task] = FixedTime(earliest: earliest, latest: latest)
    }

    private static func everything(in problem: Problem) -> [Unassigned] {
        problem.orders.map { Unassigned($0) }
    }
}
