/// How fast the traffic is from a time of day on.
///
/// A vehicle covers `speed` thousandths of a second of the matrix in each second, so it never arrives earlier by leaving
/// later (Ichoua, Gendreau and Potvin, *European Journal of Operational Research* 144 (2003), 379–396).
public struct SpeedSlice: Hashable, Sendable {
    /// The first second it holds; it ends where the next slice begins, the last one never.
    public var begins: Seconds
    /// Thousandths of the speed behind the matrix, 1 … 1000.
    public var speed: Int

    /// `speed` thousandths from second `begins` on.
    public init(begins: Seconds, speed: Int) {
        self.begins = begins
        self.speed = speed
    }
}

extension [SpeedSlice] {
    /// When a drive of `work` thousandths of a second of the matrix ends that begins at `time`, rounded up to whole
    /// seconds.
    ///
    /// Before the first slice traffic flows freely.
    public func arrival(leaving time: Seconds, work: Int) -> Seconds {
        var (clock, left) = (time, work)
        for index in -1..<count {
            let speed = index < 0 ? 1000 : self[index].speed
            if index + 1 < count {
                let ends = self[index + 1].begins
                guard ends > clock else { continue }
                let possible = (ends - clock) * speed
                if left > possible {
                    left -= possible
                    clock = ends
                    continue
                }
            }
            return clock + (left + speed - 1) / speed
        }
        return clock
    }

    /// The thousandths of a second of the matrix that are driven from one second to another.
    public func work(from begin: Seconds, to end: Seconds) -> Int {
        var sum = 0
        for index in -1..<count {
            let opens = index < 0 ? begin : Swift.max(self[index].begins, begin)
            let closes = index + 1 < count ? Swift.min(self[index + 1].begins, end) : end
            if closes > opens { sum += (closes - opens) * (index < 0 ? 1000 : self[index].speed) }
        }
        return sum
    }
}
