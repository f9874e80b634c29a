/// The answer to a problem: who does what in which order, and what is left out.
///
/// A plan holds decisions only.  Times, loads, costs and violations follow from it by `PlanEvaluation`.
public struct Plan: Hashable, Sendable {
    /// The routes that are driven, at most one per vehicle; a vehicle without a route stays in the yard.
    public var routes: [Route]
    /// What carriers of the pool take.
    public var awards: [Award]
    /// What neither a route nor a carrier serves.
    public var unassigned: [Unassigned]

    /// A plan of `routes` and `awards` that leaves out `unassigned`.
    public init(routes: [Route] = [], awards: [Award] = [], unassigned: [Unassigned] = []) {
        self.routes = routes
        self.awards = awards
        self.unassigned = unassigned
    }
}

/// A job or a shipment given to a carrier.
///
/// A shipment is named once, by its pickup.
public struct Award: Hashable, Sendable {
    /// What is given away: `.job` or `.pickup`.
    public var task: TaskReference
    /// Index into the problem's carriers.
    public var carrier: Int

    /// `task`, carried by `carrier`.
    public init(_ task: TaskReference, carrier: Int) {
        self.task = task
        self.carrier = carrier
    }
}

/// A job or a shipment that no route serves.
///
/// A shipment is named once, by its pickup.
public struct Unassigned: Hashable, Sendable {
    /// What is left out: `.job` or `.pickup`.
    public var task: TaskReference
    /// Why, one entry per rule that stops it; empty until `ExplainUnassigned` has looked.
    public var reasons: [UnassignedReason]

    /// A task that is left out for `reasons`.
    public init(_ task: TaskReference, reasons: [UnassignedReason] = []) {
        self.task = task
        self.reasons = reasons
    }
}

/// A rule that keeps a group of vehicles from serving a task, and the least change that would lift it.
public struct UnassignedReason: Hashable, Sendable {
    /// A stable code such as `CAPACITY_CONSTRAINT`; Docs/errors.md lists them.
    public var code: String
    /// Indices of the vehicles it stops.
    public var vehicles: [Int]
    /// How much would have to give, in `unit`; nil when no amount would help (a missing skill).
    public var relaxation: Int?
    /// The unit of `relaxation`: `s`, `m`, `money` (wire units) or the name of a load dimension; empty for a count, or
    /// when there is none.
    public var unit: String
    /// What would have to give, for people: the skill, the regime, the dimension.
    public var detail: String
    /// Whether the rule stops the vehicles even when they do nothing else, so that no rearrangement of the plan would
    /// help.
    public var evenAlone: Bool

    /// The rule `code`, which stops `vehicles`.
    public init(
        code: String,
        vehicles: [Int],
        relaxation: Int? = nil,
        unit: String = "",
        detail: String = "",
        evenAlone: Bool = false
    ) {
        self.code = code
        self.vehicles = vehicles
        self.relaxation = relaxation
        self.unit = unit
        self.detail = detail
        self.evenAlone = evenAlone
    }
}
