/// A visit at one location: delivers, picks up, or just serves.
public struct Job: Transported, Hashable, Sendable {
    /// The name from outside, unique among jobs.
    public var id: Identifier
    /// A line for people; echoed.
    public var description: String
    /// Index into the problem's locations.
    public var location: Int
    /// Seconds needed once on reaching the location, before the first task there.
    public var setup: Seconds
    /// Seconds of service.
    public var service: Seconds
    /// Service seconds by vehicle type where they differ from `service`.
    public var servicePerType: [String: Seconds]
    /// Setup seconds by vehicle type where they differ from `setup`.
    public var setupPerType: [String: Seconds]
    /// What is brought from the start of the route.
    public var delivery: Load
    /// What is taken to the end of the route.
    public var pickup: Load
    /// What holds for its goods wherever they come from.
    public var terms: GoodsTerms
    /// When service may begin, sorted and apart; none means always.
    public var timeWindows: [TimeWindow]
    /// When service should begin, and what beginning later costs; nil for no such wish.
    public var due: DueTime?
    /// The last second at which service may begin because the goods are of no use after: a dose whose activity falls short;
    /// nil for goods that keep.
    public var useBy: Seconds?
    /// The last second at which hand-over may end, for goods that are under way already: since their loading or pickup their
    /// time runs, whoever brings them; nil for goods without such a limit.
    public var goodUntil: Seconds?
    /// The earliest departure of a vehicle that brings the delivery; 0 when it is ready from the start.
    public var release: Seconds
    /// Depots (indices) the delivery may come from; empty means any.
    public var depots: Set<Int>
    /// Where its goods already are, on a vehicle under way; nil while they are still to be loaded.
    public var aboard: Aboard?
    /// The longest time from the beginning of loading to the end of hand-over, in seconds; nil for no limit.
    public var holdTime: Seconds?
    /// The passive boxes its goods may travel in, one kind of them; empty for goods without one.
    public var boxes: [BoxNeed]

    /// A job with `id` at `location`; everything else has the default that VROOM gives it.
    public init(id: Identifier, location: Int) {
        self.id = id
        description = ""
        self.location = location
        setup = 0
        service = 0
        servicePerType = [:]
        setupPerType = [:]
        delivery = []
        pickup = []
        terms = GoodsTerms()
        timeWindows = []
        due = nil
        useBy = nil
        goodUntil = nil
        release = 0
        depots = []
        aboard = nil
        holdTime = nil
        boxes = []
    }

    /// The windows as far as the goods are of use; all of them where that leaves nothing, and the task cannot be done then.
    public var openings: [TimeWindow] {
        guard let useBy else { return timeWindows }
        guard !timeWindows.isEmpty else { return [TimeWindow(opens: 0, closes: useBy)] }
        let open = timeWindows.filter { $0.opens <= useBy }
            .map { TimeWindow(opens: $0.opens, closes: min($0.closes, useBy)) }
        return open.isEmpty ? timeWindows : open
    }

    /// Whether its goods are of no use any more before the first window opens, so that nobody can do it.
    public var isPastUse: Bool {
        guard let useBy, let first = timeWindows.first else { return false }
        return useBy < first.opens
    }

    /// Seconds of service by a vehicle of `type`.
    public func service(by type: String) -> Seconds {
        servicePerType[type] ?? service
    }

    /// Seconds of setup by a vehicle of `type`.
    public func setup(by type: String) -> Seconds {
        setupPerType[type] ?? setup
    }
}

/// A time by which service should begin, and the price of beginning later.
public struct DueTime: Hashable, Sendable {
    /// The last second that costs nothing.
    public var by: Seconds
    /// What each hour of beginning later costs, in wire units.
    public var latePerHour: Int
    /// What the goods lose by decaying meanwhile, in addition; nil for goods that do not decay.
    public var decay: Decay?

    /// Service by second `by`, or for `latePerHour` an hour later.
    public init(by: Seconds, latePerHour: Int, decay: Decay? = nil) {
        self.by = by
        self.latePerHour = latePerHour
        self.decay = decay
    }
}

/// The compartment of a vehicle in which goods already travel: no other vehicle, no carrier and no other compartment can
/// have them.
public struct Aboard: Hashable, Sendable {
    /// The vehicle's id.
    public var vehicle: Identifier
    /// The id of the compartment, of those the vehicle has in effect.
    public var compartment: Identifier

    /// Goods in `compartment` of `vehicle`.
    public init(vehicle: Identifier, compartment: Identifier) {
        self.vehicle = vehicle
        self.compartment = compartment
    }
}

/// Goods picked up at one location and delivered to another by the same vehicle, in that order.
public struct Shipment: Transported, Hashable, Sendable {
    /// Where and when the goods are picked up.
    ///
    /// Only what makes a visit is used: place, times, description.
    public var pickup: Job
    /// Where and when they are handed over.
    public var delivery: Job
    /// What is carried from one to the other.
    public var amount: Load
    /// What holds for the goods wherever they come from.
    public var terms: GoodsTerms
    /// The longest time from the beginning of the pickup to the end of the hand-over, in seconds; nil for no limit.
    public var maxTimeOnBoard: Seconds?

    /// A shipment of `amount` from `pickup` to `delivery`.
    public init(pickup: Job, delivery: Job, amount: Load = []) {
        self.pickup = pickup
        self.delivery = delivery
        self.amount = amount
        terms = GoodsTerms()
        maxTimeOnBoard = nil
    }
}
