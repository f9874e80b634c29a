/// What a stretch of a route says about the load on board, so that two stretches join in constant time.
///
/// Goods for its jobs come aboard at the start of the route, goods from them leave at its end; the most on board lies somewhere
/// between.  After Bräysy and Gendreau; Wouda, Lan and Kool, *INFORMS Journal on Computing* 36 (2024), 943–955.
struct LoadSegment: BitwiseCopyable {
    /// What its tasks take from the vehicle.
    var unloaded: LoadVector
    /// What its tasks put on the vehicle.
    var loaded: LoadVector
    /// The most on board at once, of its own goods.
    var peak: LoadVector

    /// A stretch without tasks.
    static let none = LoadSegment(unloaded: .zero, loaded: .zero)

    /// One task.
    init(unloaded: LoadVector, loaded: LoadVector) {
        self.unloaded = unloaded
        self.loaded = loaded
        peak = pointwiseMax(unloaded, loaded)
    }

    /// This stretch and another behind it.
    @inline(__always)
    func joined(_ other: LoadSegment) -> LoadSegment {
        var sum = LoadSegment(unloaded: unloaded &+ other.unloaded, loaded: loaded &+ other.loaded)
        sum.peak = peakJoined(other)
        return sum
    }

    /// The most on board at once on this stretch and another behind it.
    @inline(__always)
    func peakJoined(_ other: LoadSegment) -> LoadVector {
        pointwiseMax(peak &+ other.unloaded, loaded &+ other.peak)
    }
}

/// The stretches before and behind a node, the node itself in both.
struct NodeLoads: BitwiseCopyable {
    /// From the start of the route up to and with this node.
    var before: LoadSegment
    /// From this node to the end of the route.
    var after: LoadSegment

    /// The loads of a node without goods.
    static let none = NodeLoads(before: .none, after: .none)
}
