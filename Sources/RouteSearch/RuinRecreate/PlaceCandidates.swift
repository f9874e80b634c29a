/// Places where a job may go, each with the least that it may cost there, until their routes are measured.
///
/// Measuring a whole route takes a hundred times as long as a bound.  From the most promising place on, few are left that
/// could still be cheaper than the best one measured.
struct PlaceCandidates: ~Copyable {
    private let nodes: Slab<Int32>
    private let bounds: Slab<Int64>
    private var count = 0
    /// The round in which each node was last looked at, as the near tasks of a job often stand side by side.
    private let seenIn: Slab<Int32>
    private var round: Int32 = 0

    /// Room for the places behind so many nodes.
    init(capacity: Int) {
        nodes = Slab(repeating: -1, count: capacity)
        bounds = Slab(repeating: 0, count: capacity)
        seenIn = Slab(repeating: 0, count: capacity)
    }

    /// Forgets all places.
    mutating func begin() {
        count = 0
        round &+= 1
    }

    /// Whether the place behind a node has not been looked at yet; then it has been now.
    @inline(__always)
    func isNew(_ node: Int32) -> Bool {
        guard seenIn[node] != round else { return false }
        seenIn[node] = round
        return true
    }

    /// Adds the place behind a node.
    @inline(__always)
    mutating func add(_ node: Int32, bound: Int64) {
        nodes[count] = node
        bounds[count] = bound
        count &+= 1
    }

    /// Takes out the node with the least bound below `limit`; −1 when there is none.
    mutating func takeLeast(below limit: Int64) -> Int32 {
        var (least, place) = (limit, -1)
        for index in 0..<count where bounds[index] < least { (least, place) = (bounds[index], index) }
        guard place >= 0 else { return -1 }
        let node = nodes[place]
        count &-= 1
        nodes[place] = nodes[count]
        bounds[place] = bounds[count]
        return node
    }
}
