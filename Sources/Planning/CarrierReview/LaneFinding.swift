public import CarrierPool

/// How a carrier's deliveries went on one lane.
public struct LaneFinding: Hashable, Sendable {
    /// The lane.
    public let lane: String
    /// Late deliveries of those made or due, without those that others caused.
    public let late: Tally
    /// Late deliveries that others caused.
    public let lateByOthers: Double
    /// The 90 % interval of the late share on this lane alone.
    public let interval: Interval

    /// The lanes with late deliveries, worst first, at most `count`.
    ///
    /// Sorted by the low end of the interval, so that one late delivery out of one does not lead the list.
    static func worst(_ trials: [Trial], count: Int = 5) -> [LaneFinding] {
        let lanes = Dictionary(grouping: trials.filter { $0.exclusion == nil }, by: \.lane)
        let findings = lanes.compactMap { lane, trials -> LaneFinding? in
            let own = trials.filter { $0.attribution == nil || $0.isCarriers }
            let late = own.reduce(Tally.none) { $0 + $1.tally.complement }
            let others = trials.filter { $0.attribution != nil && !$0.isCarriers }
            guard late.count > 0, let interval = late.wilsonInterval(level: 0.9) else { return nil }
            return LaneFinding(
                lane: lane,
                late: late,
                lateByOthers: others.reduce(0) { $0 + $1.tally.misses },
                interval: interval
            )
        }
        return Array(
            findings.sorted { ($1.interval.lower, $0.lane) < ($0.interval.lower, $1.lane) }.prefix(count)
        )
    }
}

/// A failure whose cause is in dispute.
public struct Dispute: Hashable, Sendable {
    /// The figure it counts in.
    public let kpi: KPI
    /// The failed trial.
    public let trial: Trial

    /// The disputes among the trials of several figures; a failure counted by several figures is listed once, with the
    /// first.
    static func list(_ trials: [(kpi: KPI, trials: [Trial])]) -> [Dispute] {
        var seen: Set<String> = []
        var disputes: [Dispute] = []
        for (kpi, trials) in trials {
            for trial in trials where trial.attribution?.state == .disputed {
                guard seen.insert(trial.subject).inserted else { continue }
                disputes.append(Dispute(kpi: kpi, trial: trial))
            }
        }
        return disputes.sorted { ($0.trial.moment, $0.trial.subject) < ($1.trial.moment, $1.trial.subject) }
    }
}
