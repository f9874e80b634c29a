/// A promise of the problem that a plan breaks.
public struct Violation: Hashable, Sendable {
    /// Which promise; the raw value is the word on the wire.
    public enum Cause: String, Hashable, Sendable, CaseIterable {
        /// Service begins after the last window has closed, or the route ends after the shift; amount in
        /// seconds.
        case delay
        /// Service begins after the goods are of use; amount in seconds.
        case activity
        /// More on board than a compartment or the vehicle holds; amount above the capacity.
        case load
        /// The vehicle lacks a skill.
        case skills
        /// The goods are in a compartment whose regime their label does not allow, or that is not qualified
        /// for it.
        case regime
        /// The goods may not come from the depot where the vehicle loads.
        case depot
        /// The task may not be done by this vehicle.
        case vehicle
        /// Goods that are on board already are to travel in another compartment.
        case aboard
        /// More tasks than the vehicle may do; amount above the limit.
        case maxTasks = "max_tasks"
        /// More driving than the vehicle may do; amount in seconds.
        case maxTravelTime = "max_travel_time"
        /// More metres than the vehicle may drive; amount in metres.
        case maxDistance = "max_distance"
        /// A route longer than allowed; amount in seconds.
        case maxDuration = "max_duration"
        /// A delivery before its pickup, without it, or in another compartment.
        case precedence
        /// A task done twice, or a vehicle with two routes.
        case duplicate
        /// A task that is neither served, nor given to a carrier, nor named as unassigned.
        case missing
        /// The vehicle loads at a depot where it may not.
        case reload
        /// A break that the driver must take is left out or taken twice.
        case missingBreak = "missing_break"
        /// More driving without a rest than the work rule allows; amount in seconds.
        case driving
        /// Tasks that share a vehicle or do not, or their order, against a relation.
        case relation
        /// A carrier that may not carry the goods, or more jobs than it takes; amount above the limit.
        case carrier
        /// Goods longer on the way than they or their box hold; amount in seconds.
        case holdTime = "hold_time"
        /// A shipment longer on board than it may be; amount in seconds.
        case timeOnBoard = "time_on_board"
        /// Goods closer to others than their classes may be.
        case segregation
        /// Others' goods on a trip that one customer has for itself.
        case exclusive
        /// A compartment that warms by more than its door budget; amount in thousandths of a degree.
        case doors
        /// A vehicle that offers too little of what comes in degrees; amount in levels.
        case level
        /// A certificate that is missing, or lapses before the route ends; amount in seconds.
        case permit
        /// A transport that a rule forbids.
        case prohibited
        /// A supply that a channel rule forbids, or for which it asks certificates that are missing.
        case channel
        /// Goods from a depot that a channel rule does not let ship them.
        case shipFrom = "ship_from"
        /// Goods without the passive box they need, or in the wrong one.
        case box
        /// More boxes of a type in use than there are; amount in boxes.
        case boxStock = "box_stock"
    }

    /// Which promise.
    public var cause: Cause
    /// Index into the plan's routes; nil when it concerns the plan as a whole.
    public var route: Int?
    /// The task at fault; nil when it concerns the route as a whole.
    public var task: TaskReference?
    /// Index into the route's steps, where the fault is at a reload or a rest; nil where it is at a task or the route.
    public var step: Int?
    /// How much, in `unit`; 1 where the promise is kept or broken without a measure.
    public var amount: Int
    /// `s`, `m`, a dimension's name, or empty.
    public var unit: String
    /// What was asked for, for people: the skill, the regime, the compartment.
    public var detail: String

    /// A broken promise.
    public init(
        _ cause: Cause,
        route: Int? = nil,
        task: TaskReference? = nil,
        step: Int? = nil,
        amount: Int = 1,
        unit: String = "",
        detail: String = ""
    ) {
        self.cause = cause
        self.route = route
        self.task = task
        self.step = step
        self.amount = amount
        self.unit = unit
        self.detail = detail
    }
}
