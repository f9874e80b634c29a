/// The three cheapest places of a task in one route: enough to have one left when the neighbour of the best place goes.
struct RoomyPlaces: BitwiseCopyable {
    /// What the task would cost there, cheapest first; the greatest number where there is no place.
    private(set) var delta = (Int64.max, Int64.max, Int64.max)
    /// The nodes it would stand behind.
    private(set) var after: (Int32, Int32, Int32) = (-1, -1, -1)

    /// No place.
    static let none = RoomyPlaces()

    /// What the task costs at the cheapest place; the greatest number where there is none.
    var least: Int64 { delta.0 }
    /// What a place has to cost less than to be kept.
    var greatest: Int64 { delta.2 }

    /// Keeps a place if it is one of the three cheapest and not kept already.
    @inline(__always)
    mutating func offer(_ cost: Int64, after node: Int32) {
        guard cost < delta.2, node != after.0, node != after.1 else { return }
        if cost >= delta.1 {
            (delta.2, after.2) = (cost, node)
        } else if cost >= delta.0 {
            (delta, after) = ((delta.0, cost, delta.1), (after.0, node, after.1))
        } else {
            (delta, after) = ((cost, delta.0, delta.1), (node, after.0, after.1))
        }
    }

    /// The cheapest place that is on neither side of a task about to leave.
    @inline(__always)
    func best(without task: Int32, behind previous: Int32) -> (delta: Int64, after: Int32) {
        if after.0 != task, after.0 != previous { return (delta.0, after.0) }
        if after.1 != task, after.1 != previous { return (delta.1, after.1) }
        if after.2 != task, after.2 != previous { return (delta.2, after.2) }
        return (.max, -1)
    }
}
