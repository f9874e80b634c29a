/// A plan as a file states it: names instead of indices, and every number spelled out.
///
/// `Plan` holds decisions and nothing that follows from them; this holds what a reader of `plan.json` is told, true or
/// not.  `PlanChecker` judges it.  Optional numbers are nil where a file does not state them (VROOM writes no ledger);
/// what is not stated is not checked.
///
/// Money is in whole wire units (see `Cost`), each amount rounded by itself from the exact one.
public struct WrittenPlan: Hashable, Sendable {
    /// The routes that are driven.
    public var routes: [WrittenRoute]
    /// What carriers of the pool take.
    public var awards: [WrittenAward]
    /// What nobody takes; both halves of a shipment are listed, as VROOM does.
    public var unassigned: [WrittenUnassigned]
    /// The totals.
    public var summary: WrittenSummary

    /// A written plan of these parts.
    public init(
        routes: [WrittenRoute] = [],
        awards: [WrittenAward] = [],
        unassigned: [WrittenUnassigned] = [],
        summary: WrittenSummary
    ) {
        self.routes = routes
        self.awards = awards
        self.unassigned = unassigned
        self.summary = summary
    }
}

/// What kind of thing a written step is; the raw value is VROOM's word on the wire.
public enum WrittenStepKind: String, Hashable, Sendable, CaseIterable {
    /// The vehicle begins its shift; loading is this step's service.
    case start
    /// A job is done.
    case job
    /// A shipment comes aboard.
    case pickup
    /// A shipment leaves the vehicle.
    case delivery
    /// The vehicle is back at a depot and loads again; loading is this step's service.
    case reload
    /// The driver rests; VROOM's word is break.
    case rest = "break"
    /// The vehicle is back; waiting for the depot to open is this step's waiting.
    case end
}

/// The totals that a route and the summary both state.
public struct WrittenTotals: Hashable, Sendable {
    /// Wire units; for a route its own cost, for the summary carriers and prices of what is left out
    /// included.
    public var cost: Int
    /// Costs by cause; nil when not stated.
    public var ledger: WrittenLedger?
    /// Setup seconds.
    public var setup: Seconds
    /// Service, loading and rest seconds.
    public var service: Seconds
    /// Driving seconds (VROOM's word is `duration`).
    public var travelTime: Seconds
    /// Waiting seconds.
    public var waitingTime: Seconds
    /// Metres; nil when not stated.
    public var distance: Metres?
    /// Priorities of the tasks that are done, each shipment counted once for each of its halves.
    public var priority: Int?
    /// What jobs have delivered and shipments have handed over, per dimension; nil when not stated.
    public var delivery: Load?
    /// What jobs and shipments have picked up, per dimension; nil when not stated.
    public var pickup: Load?

    /// Totals that state a cost and times only.
    public init(
        cost: Int = 0,
        setup: Seconds = 0,
        service: Seconds = 0,
        travelTime: Seconds = 0,
        waitingTime: Seconds = 0
    ) {
        self.cost = cost
        ledger = nil
        self.setup = setup
        self.service = service
        self.travelTime = travelTime
        self.waitingTime = waitingTime
        distance = nil
        priority = nil
        delivery = nil
        pickup = nil
    }
}

/// A `CostLedger` in wire units, each cause rounded by itself.
public struct WrittenLedger: Hashable, Sendable {
    /// For using the vehicle.
    public var fixed: Int
    /// For metres driven.
    public var distance: Int
    /// For seconds driven, or for arcs with their own costs.
    public var driving: Int
    /// For setup, service and loading.
    public var tasks: Int
    /// For waiting.
    public var waiting: Int
    /// For halts.
    public var stops: Int
    /// For overtime.
    public var overtime: Int
    /// For services that begin after they are due.
    public var lateness: Int

    /// A ledger of these amounts, in wire units.
    public init(
        fixed: Int = 0,
        distance: Int = 0,
        driving: Int = 0,
        tasks: Int = 0,
        waiting: Int = 0,
        stops: Int = 0,
        overtime: Int = 0,
        lateness: Int = 0
    ) {
        self.fixed = fixed
        self.distance = distance
        self.driving = driving
        self.tasks = tasks
        self.waiting = waiting
        self.stops = stops
        self.overtime = overtime
        self.lateness = lateness
    }
}

/// The totals of a whole plan.
public struct WrittenSummary: Hashable, Sendable {
    /// Sums over the routes; `cost` also holds `carrierCost` and `unassignedCost`.
    public var totals: WrittenTotals
    /// How many routes are driven.
    public var routes: Int
    /// How many unassigned tasks are listed.
    public var unassigned: Int
    /// What carriers charge, in wire units; nil when not stated.
    public var carrierCost: Int?
    /// What leaving tasks out costs, in wire units; nil when not stated.
    public var unassignedCost: Int?

    /// A summary with these counts.
    public init(totals: WrittenTotals = WrittenTotals(), routes: Int = 0, unassigned: Int = 0) {
        self.totals = totals
        self.routes = routes
        self.unassigned = unassigned
        carrierCost = nil
        unassignedCost = nil
    }
}
