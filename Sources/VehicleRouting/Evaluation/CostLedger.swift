/// What a route costs, by cause.
public struct CostLedger: Hashable, Sendable {
    /// For using the vehicle.
    public var fixed = Cost.zero
    /// For metres driven.
    public var distance = Cost.zero
    /// For seconds driven, or for arcs where the matrix brings its own costs.
    public var driving = Cost.zero
    /// For setup, service and loading.
    public var tasks = Cost.zero
    /// For waiting between the start and the end of the route.
    public var waiting = Cost.zero
    /// For halts.
    public var stops = Cost.zero
    /// For the part of the route beyond the normal shift.
    public var overtime = Cost.zero

    /// For services that begin after they are due.
    public var lateness = Cost.zero

    /// A ledger with nothing in it.
    public init() {}

    /// Everything together.
    public var total: Cost {
        fixed + distance + driving + tasks + waiting + stops + overtime + lateness
    }

    /// Adds another route's costs, cause by cause.
    public mutating func add(_ other: CostLedger) {
        fixed += other.fixed
        distance += other.distance
        driving += other.driving
        tasks += other.tasks
        waiting += other.waiting
        stops += other.stops
        overtime += other.overtime
        lateness += other.lateness
    }
}
