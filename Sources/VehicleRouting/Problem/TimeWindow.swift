/// An interval in which service may *begin*, closed on both ends.
public struct TimeWindow: Hashable, Sendable {
    /// The first second at which service may begin.
    public var opens: Seconds
    /// The last second at which service may begin; not before `opens`.
    public var closes: Seconds

    /// A window from `opens` to `closes`, both included.
    public init(opens: Seconds, closes: Seconds) {
        self.opens = opens
        self.closes = closes
    }

    /// A window that never binds: all of VROOM's unsigned 32-bit clock.
    public static let always = TimeWindow(opens: 0, closes: 4_294_967_295)
}

extension [TimeWindow] {
    /// The first second not before `time` at which one of these windows is open, or nil when all have
    /// closed.
    ///
    /// The windows are sorted and do not overlap.  No windows at all means always open.
    public func nextOpening(at time: Seconds) -> Seconds? {
        guard !isEmpty else { return time }
        for window in self where time <= window.closes {
            return Swift.max(time, window.opens)
        }
        return nil
    }

    /// The last second not after `time` at which one of these windows is open, or nil when none has opened
    /// by then.
    public func lastOpening(at time: Seconds) -> Seconds? {
        guard !isEmpty else { return time }
        for window in reversed() where window.opens <= time {
            return Swift.min(time, window.closes)
        }
        return nil
    }
}
