public import VehicleRouting

/// Something that happened while a day was under way, as `Docs/events.md` describes it.
public struct DayEvent: Hashable, Sendable {
    /// Its name, unique among all events of the day.
    public var id: Identifier
    /// When it happened, or became known.
    public var time: Seconds
    /// What happened.
    public var kind: Kind
    /// Where it stands in its file, as a JSON pointer.
    public var pointer: String

    /// What can happen.
    public enum Kind: Hashable, Sendable {
        /// A customer needs something at once.
        case urgentOrder(UrgentOrder)
        /// A vehicle can go no further.
        ///
        /// Goods that other vehicles take over must be fetched by a time, if one is given.
        case breakdown(vehicle: Identifier, place: EventPlace?, load: LoadRescue, fetchBy: Seconds?)
        /// A compartment is no longer kept at its temperature.
        case reeferFailure(ReeferFailure)
        /// A compartment was outside its range, without a failure.
        case temperatureAlarm(vehicle: Identifier, compartment: Identifier, milliCelsius: Int)
        /// Every drive through a circle takes longer; a closed road is one that takes the time of its detour.
        case roadDelay(RoadDelay)
        /// The customer of an order cannot take it, or will not before a window.
        case customerClosed(order: Identifier, reopens: TimeWindow?)
        /// A carrier gives an order back, or all it has.
        case carrierRejects(carrier: Identifier, order: Identifier?)
        /// A driver must be home earlier, is relieved by another, or can go no further.
        case driverOut(vehicle: Identifier, until: DriverRelief)
        /// Goods may not be delivered, and what has been delivered is fetched back.
        case recall(lot: String, orders: [Identifier])
        /// A depot cannot load vehicles.
        case depotOutage(depot: Identifier, until: Seconds?)
        /// A depot holds so much of an article for urgent orders.
        case stock(depot: Identifier, article: String, quantity: Int)
        /// Goods come to the depot later than expected.
        case lateGoods(orders: [Identifier], release: Seconds)
        /// A vehicle is behind its plan.
        case vehicleLate(vehicle: Identifier, by: Seconds)
    }

    /// An event.
    public init(_ id: Identifier, at time: Seconds, _ kind: Kind, pointer: String = "") {
        self.id = id
        self.time = time
        self.kind = kind
        self.pointer = pointer
    }
}

/// A place that an event names.
public enum EventPlace: Hashable, Sendable {
    /// A site or place of the problem, by its code, or the place of an order.
    case named(Identifier)
    /// A point on the map.
    case point(Coordinate)
    /// A location of the problem, by its index.
    case index(Int)
}

/// What becomes of the goods on a vehicle that can go no further.
public enum LoadRescue: String, Hashable, Sendable, CaseIterable {
    /// Other vehicles come and take them over.
    case transfer
    /// They stay where they are, and the same goods are sent again from the depot.
    case resend
    /// They stay where they are, and the orders are not delivered today.
    case lost
}

/// A customer's urgent order.
public struct UrgentOrder: Hashable, Sendable {
    /// What is to be brought, under a name that is new to the day; its location follows from `place`.
    public var job: Job
    /// Where it goes.
    public var place: EventPlace
    /// The article whose stock it takes; nil where every depot has enough.
    public var article: String?
    /// How much of the article, at least 1.
    public var quantity: Int

    /// An order for `place`, of the highest priority.
    public init(_ order: Identifier, to place: EventPlace) {
        job = Job(id: order, location: 0)
        job.priority = 100
        self.place = place
        article = nil
        quantity = 1
    }
}

/// A compartment that warms up or cools down towards the weather.
public struct ReeferFailure: Hashable, Sendable {
    /// The vehicle.
    public var vehicle: Identifier
    /// Its compartment; nil for all.
    public var compartment: Identifier?
    /// The last temperature measured inside, in thousandths of a degree Celsius.
    public var milliCelsius: Int
    /// The temperature outside, in thousandths of a degree Celsius.
    public var ambientMilliCelsius: Int
    /// The body's time constant in seconds, above 0: from its power-off test.
    public var timeConstant: Seconds

    /// A failure of `compartment` of `vehicle`.
    public init(
        vehicle: Identifier,
        compartment: Identifier?,
        milliCelsius: Int,
        ambientMilliCelsius: Int,
        timeConstant: Seconds
    ) {
        self.vehicle = vehicle
        self.compartment = compartment
        self.milliCelsius = milliCelsius
        self.ambientMilliCelsius = ambientMilliCelsius
        self.timeConstant = timeConstant
    }
}

/// A circle in which roads are closed or jammed.
public struct RoadDelay: Hashable, Sendable {
    /// The middle of the circle.
    public var centre: Coordinate
    /// Its radius in kilometres, above 0.
    public var kilometres: Double
    /// Seconds that each drive through it takes longer.
    public var delay: Seconds
    /// Until when; nil for the rest of the day.
    public var until: Seconds?

    /// A circle around `centre`.
    public init(centre: Coordinate, kilometres: Double, delay: Seconds, until: Seconds? = nil) {
        self.centre = centre
        self.kilometres = kilometres
        self.delay = delay
        self.until = until
    }
}

/// How the work of a driver who cannot go on is done.
public enum DriverRelief: Hashable, Sendable {
    /// The driver drives on and must be home by this time.
    case homeBy(Seconds)
    /// Another driver takes the wheel at this time, where the vehicle stands.
    case relieved(at: Seconds)
    /// Nobody: the vehicle stays where it is, and its goods are rescued.
    case nobody
}
