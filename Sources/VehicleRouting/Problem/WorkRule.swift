/// What the law or an agreement asks of a driver's day, as one record.
///
/// A zero or nil switches a part off.  The figures in force: EU 561/2006 art. 7 (45 min after 4.5 h, or 15 then 30), 49 CFR
/// 395.3 (30 min off driving after 8 h), China's road safety regulation art. 62 (20 min after 4 h).
public struct WorkRule: Hashable, Sendable {
    /// The name from outside: `EU-561`.
    public var id: Identifier
    /// Where it is written, for people.
    public var source: String
    /// The most seconds of driving without a full rest between; nil for no limit.
    public var maxContinuousDriving: Seconds?
    /// How long a full rest is, in seconds.
    public var rest: Seconds
    /// The parts a full rest may be split into, in this order, in seconds; nil when it may not be split.
    public var split: SplitRest?
    /// Whether standing for setup, service or loading counts as a rest when it lasts as long as one.
    public var countsOtherWork: Bool
    /// The most seconds of driving in a day; nil for no limit.
    public var maxDailyDriving: Seconds?
    /// The most seconds from the start of the day's work to its end; nil for no limit.
    public var maxDuty: Seconds?

    /// The rule `id`, which asks for nothing yet.
    public init(id: Identifier, source: String = "") {
        self.id = id
        self.source = source
        maxContinuousDriving = nil
        rest = 0
        split = nil
        countsOtherWork = false
        maxDailyDriving = nil
        maxDuty = nil
    }
}

/// A full rest in two parts.
public struct SplitRest: Hashable, Sendable {
    /// The least length of the first part, in seconds.
    public var first: Seconds
    /// The least length of the second, in seconds; together they make a full rest.
    public var second: Seconds

    /// `first` seconds, and later `second` seconds.
    public init(first: Seconds, second: Seconds) {
        self.first = first
        self.second = second
    }
}

/// What a driver has already done of a day when the route begins.
public struct HoursUsed: Hashable, Sendable {
    /// Seconds of driving since the last full rest.
    public var drivingSinceRest: Seconds
    /// Whether the first part of a split rest has been taken since then.
    public var hasFirstPart: Bool
    /// Seconds of driving today.
    public var driving: Seconds
    /// Seconds since the day's work began.
    public var duty: Seconds

    /// Nothing yet, unless stated.
    public init(
        drivingSinceRest: Seconds = 0,
        hasFirstPart: Bool = false,
        driving: Seconds = 0,
        duty: Seconds = 0
    ) {
        self.drivingSinceRest = drivingSinceRest
        self.hasFirstPart = hasFirstPart
        self.driving = driving
        self.duty = duty
    }
}

extension Vehicle {
    /// The most seconds of driving on a route, by the vehicle's own limit and what its work rule leaves; nil for no limit.
    public var drivingLimit: Seconds? {
        let left = workRule?.maxDailyDriving.map { max($0 - hoursUsed.driving, 0) }
        return [maxTravelTime, left].compactMap { $0 }.min()
    }

    /// The longest route in seconds, by the vehicle's own limit and what its work rule leaves; nil for no limit.
    public var durationLimit: Seconds? {
        let left = workRule?.maxDuty.map { max($0 - hoursUsed.duty, 0) }
        return [maxDuration, left].compactMap { $0 }.min()
    }
}
