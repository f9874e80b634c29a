/// Consecutive tasks of a route as one: how long they take at least, and when they may begin.
///
/// With one window per task, two stretches join in constant time.  After Vidal, Crainic, Gendreau and Prins, *Computers &
/// Operations Research* 40 (2013), 475–489, section 4.4, without time warp: a stretch that would be late is none.
struct TimedStretch: BitwiseCopyable {
    /// Seconds from the beginning of the first task to the end of the last: driving, waiting, setup and service.
    var duration: Int32
    /// The first moment from which it takes no longer than `duration`.
    var earliest: Int32
    /// The last moment from which every task is in time.
    var latest: Int32

    /// Adds a stretch that begins `travel` seconds after this one ends; false when one of its tasks would be late, and
    /// what is left then means nothing.
    ///
    /// Reckons in 64 bits: windows that never bind lie a thousand million seconds either way.
    @inline(__always)
    mutating func append(_ next: TimedStretch, after travel: Int32) -> Bool {
        let reach = Int(duration) &+ Int(travel)
        guard Int(earliest) &+ reach <= Int(next.latest) else { return false }
        let wait = max(Int(next.earliest) &- reach &- Int(latest), 0)
        let start = max(Int(next.earliest) &- reach, Int(earliest)) &- wait
        duration = Int32(truncatingIfNeeded: reach &+ wait &+ Int(next.duration))
        earliest = Int32(truncatingIfNeeded: start)
        latest = Int32(truncatingIfNeeded: min(Int(next.latest) &- reach, Int(latest)))
        return true
    }
}

/// The two stretches that meet behind a node.
struct NodeTimes: BitwiseCopyable {
    /// From the start of the route to the end of the stay at this node.
    var upTo: TimedStretch
    /// From the arrival at the next node to the end of the route.
    var behind: TimedStretch

    /// Times of a node that is on no route.
    static let none = NodeTimes(
        upTo: TimedStretch(duration: 0, earliest: 0, latest: 0),
        behind: TimedStretch(duration: 0, earliest: 0, latest: 0)
    )
}

/// What a route adds up to beside its cost; kept by the timed kernel, and its roads where types are alike.
struct RouteTotals: BitwiseCopyable {
    /// Seconds from the start of loading to the end of the route.
    var duration: Int32
    /// Length of its arcs.
    var length: Int64
    /// Seconds of driving.
    var driving: Int32
    /// Seconds of setup and service.
    var working: Int32
    /// The latest release among its goods.
    var release: Int32
    /// Metres; 0 where its type has no limit on them.
    var metres: Int64
    /// What its waiting and overtime cost, in search units.
    var timeCost: Int64

    /// Totals of an empty route.
    static let none = RouteTotals(
        duration: 0,
        length: 0,
        driving: 0,
        working: 0,
        release: .min,
        metres: 0,
        timeCost: 0
    )
}

/// The most that is on board around a node, per dimension; kept where goods both leave and come aboard.
struct LoadPeaks: BitwiseCopyable {
    /// From the start of the route to the leg that leaves this node.
    var before: LoadVector
    /// From the leg that leaves this node to the end of the route.
    var behind: LoadVector

    /// Nothing on board.
    static let none = LoadPeaks(before: .zero, behind: .zero)
}

extension RouteTerms {
    /// What waiting and overtime cost on a route of these seconds.
    @inline(__always)
    func timeCost(duration: Int32, driving: Int32, working: Int32) -> Int64 {
        guard paysForTime else { return 0 }
        let waiting = Int64(duration) &- Int64(loading) &- Int64(driving) &- Int64(working)
        let overtime = max(Int64(duration) &- Int64(overtimeAfter), 0)
        return perWaitSecond &* waiting &+ perOvertimeSecond &* overtime
    }
}
