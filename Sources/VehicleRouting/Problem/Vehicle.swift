/// One vehicle with its shift: where it starts and ends, what it carries and what it costs.
public struct Vehicle: Hashable, Sendable {
    /// The name from outside, unique among vehicles.
    public var id: Identifier
    /// A line for people; echoed.
    public var description: String
    /// The word that `servicePerType` and `setupPerType` of jobs refer to.
    public var type: String
    /// Which travel matrix it uses.
    public var profile: String
    /// Index of the location where the route starts; nil when it starts at its first stop.
    public var start: Int?
    /// Index of the location where the route ends; nil when it ends at its last stop (an open route).
    public var end: Int?
    /// Index of the depot it loads at; nil when the start is no depot.
    public var startDepot: Int?
    /// Index of the depot it returns to; nil when the end is no depot.
    public var endDepot: Int?
    /// What it carries in all, per dimension; empty sets no limit.
    public var capacity: Load
    /// What it carries of `Compartment.ballast`, where it has no compartments; empty for nothing.
    public var ballast: Load
    /// Where the goods travel; none means one compartment of `capacity` without temperature control.
    public var compartments: [Compartment]
    /// What it offers to jobs that ask for skills.
    public var skills: Set<Identifier>
    /// How much it offers of what comes in degrees: `security`, `crew`.
    public var levels: [String: Int]
    /// What it and its driver are certified for.
    public var permits: [Permit]
    /// The body it is one layout of, nil for one of its own; of all vehicles with one body at most one drives.
    public var body: Identifier?
    /// When it may leave (including loading) and must be back.
    public var shift: TimeWindow
    /// What it costs.
    public var costs: VehicleCosts
    /// Travel times are divided by this; above 0, at most 5, 1 for the matrix as it is.
    public var speedFactor: Double
    /// The most tasks on a route; nil for no limit.
    public var maxTasks: Int?
    /// The most seconds of driving on a route; nil for no limit.
    public var maxTravelTime: Seconds?
    /// The most metres on a route; nil for no limit.
    public var maxDistance: Metres?
    /// The most seconds from start to end of a route, waiting and overtime included; nil for no limit.
    public var maxDuration: Seconds?
    /// Breaks the driver must take, all of them, in this order.
    public var breaks: [Break]
    /// Depots (indices) where it may load for another trip; empty for one trip only.
    public var reloadDepots: [Int]
    /// What the law asks of its driver's day; nil for nothing.
    public var workRule: WorkRule?
    /// What the driver has done of the day when the route begins.
    public var hoursUsed: HoursUsed

    /// A vehicle with `id`; everything else has the default that VROOM gives it.
    public init(id: Identifier) {
        self.id = id
        description = ""
        type = ""
        profile = "car"
        start = nil
        end = nil
        startDepot = nil
        endDepot = nil
        capacity = []
        ballast = []
        compartments = []
        skills = []
        levels = [:]
        permits = []
        body = nil
        shift = .always
        costs = VehicleCosts()
        speedFactor = 1
        maxTasks = nil
        maxTravelTime = nil
        maxDistance = nil
        maxDuration = nil
        breaks = []
        reloadDepots = []
        workRule = nil
        hoursUsed = HoursUsed()
    }

    /// The vehicle without its names: equal for those that differ in nothing else.
    public var nameless: Vehicle {
        var nameless = self
        nameless.id = ""
        nameless.description = ""
        return nameless
    }

    /// The compartments, with the whole body as the only one where none is given.
    public var effectiveCompartments: [Compartment] {
        guard compartments.isEmpty else { return compartments }
        var body = Compartment(id: "body", capacity: capacity, regimes: nil)
        body.ballast = ballast
        return [body]
    }
}

/// A part of a vehicle's body with its own capacity, kept at one regime per route.
public struct Compartment: Hashable, Sendable {
    /// The name from outside, unique within the vehicle.
    public var id: Identifier
    /// What it holds, per dimension; empty sets no limit.
    public var capacity: Load
    /// What is in it as the route begins and is handed over to nobody, per dimension: it takes room until the vehicle next
    /// loads at a depot, where it comes off; empty for nothing.
    public var ballast: Load
    /// Indices of the regimes it is qualified for; nil for a body without temperature control, which takes
    /// goods without a regime only.
    public var regimes: [Int]?
    /// How much opening its door may warm it; nil for no limit.
    public var door: DoorBudget?
    /// The last second at which its validation holds; nil when that does not lapse.
    public var validUntil: Seconds?
    /// How long it takes to bring it to its regimes; none where that takes no time.
    public var changeovers: [Changeover]
    /// What it is like when the route begins.
    public var state: CompartmentState

    /// A compartment of `capacity` that may run one of `regimes` at a time.
    public init(id: Identifier, capacity: Load, regimes: [Int]?) {
        self.id = id
        self.capacity = capacity
        ballast = []
        self.regimes = regimes
        door = nil
        validUntil = nil
        changeovers = []
        state = CompartmentState()
    }
}

/// What a vehicle costs, in wire units (see `Cost`).
public struct VehicleCosts: Hashable, Sendable {
    /// For using the vehicle at all.
    public var fixed: Int
    /// Per kilometre.
    public var perKilometre: Int
    /// Per hour of driving.
    public var perHour: Int
    /// Per hour of setup, service and loading.
    public var perTaskHour: Int
    /// Per hour of waiting between the start and the end of the route.
    public var perWaitHour: Int
    /// Per halt at a location, however many tasks are done there.
    public var perStop: Int
    /// For each hour that the route lasts beyond `overtimeAfter`, in addition to the other rates.
    public var overtimePerHour: Int
    /// The length of a route, in seconds, from which overtime counts; nil for no overtime.
    public var overtimeAfter: Seconds?

    /// The rates; the defaults are VROOM's, under which a route costs its driving seconds.
    public init(
        fixed: Int = 0,
        perKilometre: Int = 0,
        perHour: Int = 3600,
        perTaskHour: Int = 0,
        perWaitHour: Int = 0,
        perStop: Int = 0,
        overtimePerHour: Int = 0,
        overtimeAfter: Seconds? = nil
    ) {
        self.fixed = fixed
        self.perKilometre = perKilometre
        self.perHour = perHour
        self.perTaskHour = perTaskHour
        self.perWaitHour = perWaitHour
        self.perStop = perStop
        self.overtimePerHour = overtimePerHour
        self.overtimeAfter = overtimeAfter
    }
}

/// A break of the driver, as VROOM describes it.
public struct Break: Hashable, Sendable {
    /// The name from outside, unique within the vehicle.
    public var id: Identifier
    /// When it may begin, sorted and apart; none means at any time.
    public var timeWindows: [TimeWindow]
    /// How long it lasts, in seconds.
    public var service: Seconds

    /// A break of `service` seconds that begins within `timeWindows`.
    public init(id: Identifier, timeWindows: [TimeWindow], service: Seconds) {
        self.id = id
        self.timeWindows = timeWindows
        self.service = service
    }
}
