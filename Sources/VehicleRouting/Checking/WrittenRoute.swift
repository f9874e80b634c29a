/// One route as a file states it.
public struct WrittenRoute: Hashable, Sendable {
    /// The vehicle's name.
    public var vehicle: Identifier
    /// What each compartment is kept at on the first trip, in the vehicle's order; empty when the vehicle has none or the file
    /// does not say.
    public var compartments: [WrittenCompartment]
    /// What happens, from start to end.
    public var steps: [WrittenStep]
    /// The route's totals.
    public var totals: WrittenTotals
    /// The promises the file admits to be broken on this route.
    public var violations: [WrittenViolation]

    /// A route of `vehicle` through `steps`.
    public init(
        vehicle: Identifier,
        compartments: [WrittenCompartment] = [],
        steps: [WrittenStep],
        totals: WrittenTotals = WrittenTotals(),
        violations: [WrittenViolation] = []
    ) {
        self.vehicle = vehicle
        self.compartments = compartments
        self.steps = steps
        self.totals = totals
        self.violations = violations
    }
}

/// A compartment and the regime it runs on a route.
public struct WrittenCompartment: Hashable, Sendable {
    /// The compartment's name.
    public var id: Identifier
    /// The regime's name; nil when the compartment is off.
    public var regime: Identifier?

    /// The compartment `id`, kept at `regime`.
    public init(id: Identifier, regime: Identifier?) {
        self.id = id
        self.regime = regime
    }
}

/// One step of a route as a file states it.
public struct WrittenStep: Hashable, Sendable {
    /// What happens.
    public var kind: WrittenStepKind
    /// The name of the job, of the shipment's half or of the break; nil for start, reload, end, and a rest that the work rule
    /// asks for.
    public var id: Identifier?
    /// Index into the problem's locations; nil when not stated.
    public var location: Int?
    /// The depot of a reload; nil for every other step.
    public var depot: Identifier?
    /// What each compartment is kept at from a reload on, in the vehicle's order; empty where it is not said.
    public var compartments: [WrittenCompartment]
    /// The compartment the goods travel in; nil when the vehicle has only one.
    public var compartment: Identifier?
    /// The type of passive box the goods travel in; nil for none.
    public var box: Identifier?
    /// When the vehicle reaches the location; for the start, when loading begins.
    public var arrival: Seconds
    /// Seconds between arrival and the beginning of the step.
    public var waiting: Seconds
    /// Setup seconds.
    public var setup: Seconds
    /// Service seconds; for the start and a reload, preparing and loading; for a rest, its length.
    public var service: Seconds
    /// Of the start and a reload, the seconds of `service` before loading begins; nil when not stated.
    public var preparation: Seconds?
    /// What is on board after the step in all, per dimension; nil when not stated.
    public var load: Load?
    /// What is on board after the step, per compartment and dimension; nil when not stated.
    public var compartmentLoads: [Load]?
    /// Driving seconds since the start of the route (VROOM's word is `duration`).
    public var travelTime: Seconds
    /// Metres since the start of the route; nil when not stated.
    public var distance: Metres?

    /// A step of `kind` that states its times only.
    public init(
        _ kind: WrittenStepKind,
        id: Identifier? = nil,
        location: Int? = nil,
        arrival: Seconds,
        waiting: Seconds = 0,
        setup: Seconds = 0,
        service: Seconds = 0,
        travelTime: Seconds = 0
    ) {
        self.kind = kind
        self.id = id
        self.location = location
        depot = nil
        compartments = []
        compartment = nil
        box = nil
        self.arrival = arrival
        self.waiting = waiting
        self.setup = setup
        self.service = service
        preparation = nil
        load = nil
        compartmentLoads = nil
        self.travelTime = travelTime
        distance = nil
    }
}

/// A broken promise that a file admits.
public struct WrittenViolation: Hashable, Sendable {
    /// The cause, in the words of `Violation.Cause`.
    public var cause: String
    /// Index of the step at fault; nil when it concerns the route as a whole.
    public var step: Int?
    /// How much, in `unit`.
    public var amount: Int
    /// `s`, `m`, a dimension's name, or empty.
    public var unit: String
    /// What was asked for, for people.
    public var detail: String

    /// The violation `cause`.
    public init(_ cause: String, step: Int? = nil, amount: Int = 1, unit: String = "", detail: String = "") {
        self.cause = cause
        self.step = step
        self.amount = amount
        self.unit = unit
        self.detail = detail
    }
}

/// A job or shipment that the file gives to a carrier.
public struct WrittenAward: Hashable, Sendable {
    /// `.job`, or `.pickup` for a whole shipment.
    public var kind: WrittenStepKind
    /// The name of the job, or of the shipment's pickup.
    public var id: Identifier
    /// The carrier's name.
    public var carrier: Identifier
    /// What the carrier charges, in wire units.
    public var cost: Int

    /// The task `id`, carried by `carrier` for `cost`.
    public init(_ kind: WrittenStepKind, id: Identifier, carrier: Identifier, cost: Int) {
        self.kind = kind
        self.id = id
        self.carrier = carrier
        self.cost = cost
    }
}

/// A job, or half a shipment, that the file leaves out.
public struct WrittenUnassigned: Hashable, Sendable {
    /// `.job`, `.pickup` or `.delivery`.
    public var kind: WrittenStepKind
    /// The name of the job, or of the shipment's half.
    public var id: Identifier
    /// Index into the problem's locations; nil when not stated.
    public var location: Int?
    /// Why; empty when the file does not say.
    public var reasons: [WrittenReason]

    /// The task `id`, left out for `reasons`.
    public init(
        _ kind: WrittenStepKind,
        id: Identifier,
        location: Int? = nil,
        reasons: [WrittenReason] = []
    ) {
        self.kind = kind
        self.id = id
        self.location = location
        self.reasons = reasons
    }
}

/// An `UnassignedReason` with the vehicles' names.
public struct WrittenReason: Hashable, Sendable {
    /// A stable code such as `CAPACITY_CONSTRAINT`.
    public var code: String
    /// Names of the vehicles it stops.
    public var vehicles: [Identifier]
    /// How much would have to give, in `unit`; nil when no amount would help.
    public var relaxation: Int?
    /// The unit of `relaxation`; empty when there is none.
    public var unit: String
    /// What would have to give, for people.
    public var detail: String
    /// Whether the rule stops the vehicles even when they do nothing else.
    public var evenAlone: Bool

    /// The rule `code`, which stops `vehicles`.
    public init(
        code: String,
        vehicles: [Identifier],
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
