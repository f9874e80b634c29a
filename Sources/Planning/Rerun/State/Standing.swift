public import Interchange
public import VehicleRouting

/// How a vehicle stands while the day is under way.
public struct Standing: Hashable, Sendable {
    /// What it is doing.
    public enum Activity: String, Hashable, Sendable {
        /// It is at a depot, and may load and leave.
        case atDepot = "at_depot"
        /// It is out, or being loaded.
        case underWay = "under_way"
        /// It does nothing more today.
        case out
    }

    /// What it is doing.
    public var activity = Activity.atDepot
    /// When its first loading of the day began; nil before.
    public var began: Seconds?
    /// Index of the depot that stands for where it is, once it has been under way.
    var waypoint: Int?
    /// When loading for the trip it is on began; nil before the first.
    var tripBegan: Seconds?
    /// When it must be home, whatever its goods; nil where its shift may be stretched for them.
    var latestHome: Seconds?

    /// A vehicle in the yard.
    public init() {}
}

/// A stop that has been made: a fact, no longer anybody's to decide or to judge.
public struct DoneStop: Hashable, Sendable {
    /// The stop.
    public var name: StopName
    /// The vehicle that made it.
    public var vehicle: Identifier
    /// The compartment its goods travelled in.
    public var compartment: Identifier
    /// When the vehicle reached it.
    public var arrival: Seconds
    /// When service began.
    public var begin: Seconds
    /// When the vehicle was ready to leave.
    public var departure: Seconds
    /// Seconds by which service began too late; 0 when in time.
    public var lateness: Seconds
    /// What the stop was, its goods and its place.
    public var job: Job
}

/// Goods that will not reach their customer today.
public struct HeldGoods: Hashable, Sendable {
    /// Why goods are held.
    public enum Reason: String, Hashable, Sendable {
        /// The customer could not take them.
        case customerClosed = "customer_closed"
        /// Their lot has been recalled: quarantine.
        case recalled
        /// They may have become too warm or too cold: for quality assurance to judge.
        case temperature
        /// They are on a vehicle that can go no further, and nobody fetches them.
        case stranded
        /// Their vehicle came home with them.
        case broughtBack = "brought_back"
        /// No depot that may give it out has any left.
        case noStock = "no_stock"
        /// A person decided so.
        case decided

        /// Whether the goods are the trouble, and not their customer: somebody may still go there to collect others.
        var isOfGoods: Bool { self != .customerClosed && self != .decided }
    }

    /// The order.
    public var order: Identifier
    /// Why.
    public var reason: Reason
    /// The vehicle they are on; nil when they never left the depot.
    public var vehicle: Identifier?
    /// When it became known.
    public var since: Seconds
    /// What is held.
    public var job: Job
}

/// A person's decision that no field of a problem expresses, with the name of its override.
public enum StandingOrder: Hashable, Sendable {
    /// Orders that go with one vehicle.
    case together(Identifier, [Identifier])
    /// Orders of which no two go with one vehicle.
    case apart(Identifier, [Identifier])
    /// A vehicle whose stops stay as they are up to this order, or all of them.
    case keep(Identifier, vehicle: Identifier, upTo: Identifier?)
}

/// Roads that take longer for a while.
public struct StandingDelay: Hashable, Sendable {
    /// The event.
    public var event: Identifier
    /// Where, by how much and until when.
    public var circle: RoadDelay
    /// How many locations there were then: drives between those are slower.
    public var locations: Int
}
