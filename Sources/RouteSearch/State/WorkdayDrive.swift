import VehicleRouting

/// A driver on the way along a route being measured: the clock, the road ahead and the hours since the last rest.
struct WorkdayDrive {
    var clock: Int
    /// What is left of the leg, in thousandths of a second of the matrix.
    var road = 0
    /// Seconds driven.
    private(set) var driven = 0
    /// Seconds rested.
    private(set) var rested = 0
    private(set) var drivingSinceRest: Int
    private(set) var hasFirstPart: Bool
    /// Whether the work rule still holds.
    private(set) var isLawful = true

    init(_ terms: WorkdayTerms, departure: Int) {
        clock = departure
        drivingSinceRest = terms.hoursUsed.drivingSinceRest
        hasFirstPart = terms.hoursUsed.hasFirstPart
        judge(terms)
    }

    /// Drives what is left of the leg.
    mutating func finishLeg(_ terms: WorkdayTerms) {
        drive(atMost: .max, terms)
    }

    /// Stands at a task or a reload for so many seconds.
    mutating func stand(_ seconds: Int, _ terms: WorkdayTerms) {
        clock += seconds
        if let rule = terms.rule, rule.countsOtherWork, seconds >= rule.rest { endRest() }
    }

    /// Rests; false when a break comes too late.
    mutating func rest(_ kind: Rest, _ terms: WorkdayTerms) -> Bool {
        let seconds: Int
        switch kind {
        case .planned(let index):
            let pause = terms.pauses[index]
            guard let begin = pause.windows.nextOpening(at: clock) else { return false }
            drive(atMost: begin - clock, terms)
            clock = max(clock, begin)
            seconds = pause.seconds
        case .legal(let length):
            drive(
                atMost: terms.rule?.maxContinuousDriving.map { max($0 - drivingSinceRest, 0) } ?? .max,
                terms
            )
            seconds = length
        }
        clock += seconds
        rested += seconds
        guard let rule = terms.rule else { return true }
        if seconds >= rule.rest {
            endRest()
        } else if let split = rule.split {
            if hasFirstPart, seconds >= split.second {
                endRest()
            } else if seconds >= split.first {
                hasFirstPart = true
            }
        }
        return true
    }

    private mutating func drive(atMost seconds: Int, _ terms: WorkdayTerms) {
        let needed = terms.speeds.arrival(leaving: clock, work: road) - clock
        let travel = min(needed, seconds)
        road = travel == needed ? 0 : max(road - terms.speeds.work(from: clock, to: clock + travel), 0)
        clock += travel
        driven += travel
        drivingSinceRest += travel
        judge(terms)
    }

    private mutating func judge(_ terms: WorkdayTerms) {
        if let most = terms.rule?.maxContinuousDriving, drivingSinceRest > most { isLawful = false }
    }

    private mutating func endRest() {
        drivingSinceRest = 0
        hasFirstPart = false
    }
}
