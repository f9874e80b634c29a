/// What a stretch of a route says about time, so that two stretches join in constant time.
///
/// A task reached after its window has closed is served as if time were turned back to the closing; the seconds turned
/// back are *time warp* and are paid for.  After Vidal, Crainic, Gendreau and Prins, *Computers & Operations Research* 40
/// (2013), 475–489, section 4.4.
struct TimeSegment: BitwiseCopyable {
    /// Seconds from the start of the first visit to the end of the last: driving, waiting, service.
    var duration: Int32
    /// Seconds of time warp.
    var warp: Int32
    /// The earliest start of the first visit with the least duration and warp.
    var earliest: Int32
    /// The latest such start.
    var latest: Int32

    /// This stretch and, after `travel` seconds, another.
    @inline(__always)
    func joined(_ travel: Int32, _ other: TimeSegment) -> TimeSegment {
        let reach = duration &- warp &+ travel
        let wait = max(other.earliest &- reach &- latest, 0)
        let late = max(earliest &+ reach &- other.latest, 0)
        return TimeSegment(
            duration: duration &+ other.duration &+ travel &+ wait,
            warp: warp &+ other.warp &+ late,
            earliest: max(other.earliest &- reach, earliest) &- wait,
            latest: min(other.latest &- reach, latest) &+ late
        )
    }

    /// The time warp of this stretch and, after `travel` seconds, another.
    @inline(__always)
    func warpJoined(_ travel: Int32, _ other: TimeSegment) -> Int32 {
        let reach = duration &- warp &+ travel
        return warp &+ other.warp &+ max(earliest &+ reach &- other.latest, 0)
    }
}
