/// Length and driving of several arcs.
struct RoadSum: BitwiseCopyable {
    /// Metres, or the arcs' own cost.
    var length: Int64
    /// Seconds.
    var driving: Int64

    /// No arc.
    static let zero = RoadSum(length: 0, driving: 0)

    @inline(__always)
    static func - (whole: Self, part: Self) -> Self {
        RoadSum(length: whole.length &- part.length, driving: whole.driving &- part.driving)
    }
}
