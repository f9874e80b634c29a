/// A task, or the start or end of a route, as the local search sees it: one cache line.
///
/// Numbered as in `Node`: tasks first, then start and end of each slot in turn.
struct LocalNode: BitwiseCopyable {
    /// The node after this one.
    var next: Int32
    /// The node before this one.
    var previous: Int32
    /// The slot of its route; −1 while the task is absent.
    var route: Int32
    /// How many nodes of its route stand before it.
    var position: Int32
    /// Row in the matrix.
    var location: Int32
    /// The length of the arc to the next node.
    var lengthNext: Int32
    /// Driving seconds to the next node.
    var timeNext: Int32
    /// The load of the first dimension from the start of the route up to and with this node.
    var load: Int32
    /// From the start of the route up to and with this node.
    var before: TimeSegment
    /// From this node to the end of the route.
    var after: TimeSegment
}

/// Totals of one route in the local search.
struct LocalRoute: BitwiseCopyable {
    /// The type of its vehicle.
    var type: Int32
    /// How many tasks it has.
    var count: Int32
    /// Seconds of time warp.
    var warp: Int32
    /// Load beyond capacity, summed over the dimensions.
    var excess: Int32
    /// What it costs in search units, its fixed cost included; 0 when it has no tasks.
    var cost: Int64
    /// What its time warp and its excess are charged with now.
    var penalty: Int64
}
