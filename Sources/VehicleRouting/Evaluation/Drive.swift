/// The vehicle and its driver on the way along a route.
struct Drive {
    private(set) var clock: Seconds
    /// What is left of the leg being driven, in thousandths of a second of the matrix; nil between legs.
    var leg: Int?
    /// Seconds beyond what the work rule allows without a rest, where that is most.
    private(set) var overdriving: Seconds = 0
    private let rule: WorkRule?
    private let speeds: [SpeedSlice]
    private var drivingSinceRest: Seconds
    private var hasFirstPart: Bool

    init(_ vehicle: Vehicle, speeds: [SpeedSlice], departure: Seconds) {
        clock = departure
        rule = vehicle.workRule
        self.speeds = speeds
        drivingSinceRest = vehicle.hoursUsed.drivingSinceRest
        hasFirstPart = vehicle.hoursUsed.hasFirstPart
    }

    /// Drives to the place of a visit or a reload and stays there as long as it takes.
    mutating func stop(_ item: TimedStep, earlier: [RouteSchedule.Stop]) -> RouteSchedule.Stop {
        leg = leg ?? item.leg?.work
        let travel = finishLeg()
        let arrival = clock
        for wait in item.waits { clock = max(clock, earlier[wait.step].departure + wait.lag) }
        let target = max(clock + item.windowOffset, item.release)
        let open = item.windows.nextOpening(at: target) ?? target
        let begin = open - item.windowOffset
        clock = begin + item.setup + item.service
        if let rule, rule.countsOtherWork, item.setup + item.service >= rule.rest { endRest() }
        return RouteSchedule.Stop(
            role: item.role,
            arrival: arrival,
            begin: begin,
            setup: item.setup,
            service: item.service,
            preparation: item.preparation,
            lateness: item.windows.nextOpening(at: target) == nil ? target - item.windows.lastClose : 0,
            tardiness: item.due.map { max(begin - $0.by, 0) } ?? 0,
            travel: travel,
            distance: item.leg?.distance ?? 0,
            isHalt: item.role == .visit && item.leg?.isMove == true
        )
    }

    /// Rests on the way to the next place.
    mutating func rest(_ item: TimedStep) -> RouteSchedule.Stop {
        leg = leg ?? item.interrupted.work
        var begin: Seconds
        var travel: Seconds
        if item.isAsLateAsAllowed {
            let left = rule?.maxContinuousDriving.map { max($0 - drivingSinceRest, 0) } ?? .max
            travel = driveAlong(atMost: left)
            begin = clock
        } else {
            begin = item.windows.nextOpening(at: clock) ?? clock
            travel = driveAlong(atMost: begin - clock)
            begin = max(begin, clock)
        }
        let arrival = clock
        clock = begin + item.service
        note(item.service)
        return RouteSchedule.Stop(
            role: .rest,
            arrival: arrival,
            begin: begin,
            setup: 0,
            service: item.service,
            lateness: item.windows.nextOpening(at: begin) == nil ? begin - item.windows.lastClose : 0,
            travel: travel,
            distance: 0,
            isHalt: false
        )
    }

    /// Drives what is left of the leg; gives the seconds.
    mutating func finishLeg() -> Seconds {
        let travel = driveAlong(atMost: .max)
        leg = nil
        return travel
    }

    /// Drives on until the leg is over or so many seconds have passed.
    private mutating func driveAlong(atMost seconds: Seconds) -> Seconds {
        let work = leg ?? 0
        let travel = min(speeds.arrival(leaving: clock, work: work) - clock, seconds)
        let left = work - speeds.work(from: clock, to: clock + travel)
        leg = max(left, 0)
        clock += travel
        drivingSinceRest += travel
        if let limit = rule?.maxContinuousDriving {
            overdriving = max(overdriving, drivingSinceRest - limit)
        }
        return travel
    }

    /// Counts a rest of so many seconds.
    private mutating func note(_ seconds: Seconds) {
        guard let rule else { return }
        if seconds >= rule.rest {
            endRest()
        } else if let split = rule.split {
            if hasFirstPart, seconds >= split.second {
                endRest()
            } else if seconds >= split.first {
                hasFirstPart = true
            }
        }
    }

    private mutating func endRest() {
        drivingSinceRest = 0
        hasFirstPart = false
    }
}
