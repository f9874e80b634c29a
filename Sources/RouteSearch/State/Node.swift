/// A task, or the start or end of a route, in the linked list of its route: half a cache line.
///
/// Tasks have the nodes 0 ..< taskCount.  The route in slot `s` starts at node `taskCount + 2s` and ends at the next one.
struct Node: BitwiseCopyable {
    /// The node after this one.
    var next: Int32
    /// The node before this one.
    var previous: Int32
    /// The slot of its route; −1 while the task is absent.
    var route: Int32
    /// The earliest departure from here, driving the route from its start.
    var departure: Int32
    /// The length of the arc to the next node.
    var lengthNext: Int32
    /// The latest arrival at the next node that keeps the rest of the route in its windows.
    var latestNext: Int32
    /// Row in the matrix.
    var location: Int32
    /// Row of the next node in the matrix.
    var locationNext: Int32
}

/// Totals of one route.
struct RouteRecord: BitwiseCopyable {
    /// The type of its vehicle.
    var type: Int32
    /// How many tasks it has.
    var count: Int32
    /// What is left of the capacity in the first dimension; only of use with one load and one compartment, where goods
    /// either leave or come aboard.
    var room: Int32
    /// Seconds of waiting; kept by the timed and the rich kernel only.
    var waiting: Int32
    /// What it costs in search units; 0 when it has no tasks.
    var cost: Int64
}
