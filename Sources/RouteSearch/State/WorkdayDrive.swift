import VehicleRouting

/// A driver on the way along a route being measured: the clock, the road ahead and the hours since the last rest.
struct WorkdayDrive: BitwiseCopyable {
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

    /// A driver without any rule.
    init(departure: Int) {
        (clock, drivingSinceRest, hasFirstPart) = (departure, 0, false)
    }

    init(_ terms: WorkdayTerms, departure: Int) {
        clock = departure
        drivingSinceRest = terms.drivingSinceRest
        hasFirstPart = terms.hasFirstPart
        judge(terms)
    }

    /// Drives what is left of the leg.
    @inline(__always)
    mutating func finishLeg(_ terms: WorkdayTerms) {
        drive(atMost: .max, terms)
    }

    /// Waits until what is done at a stop begins; false when it is too late.
    @inline(__always)
    mutating func begin(_ stop: RestChoice.Stop, _ instance: CompiledInstance) -> Bool {
        let reached = stop.ready > .min ? max(clock, stop.ready - stop.seconds) : clock
        let loads = Int32(clamping: reached) &+ stop.ahead
        guard let begin = instance.tasks.nextOpening(of: stop.task, at: loads) else { return false }
        clock = Int(begin &- stop.ahead)
        return true
    }

    /// Stands at a task or a reload for so many seconds.
    @inline(__always)
    mutating func stand(_ seconds: Int, _ terms: WorkdayTerms) {
        clock += seconds
        if terms.rule.countsOtherWork, seconds >= terms.rule.rest { endRest() }
    }

    /// Rests; false when a break comes too late.
    @inline(__always)
    mutating func rest(_ kind: Rest, _ terms: WorkdayTerms) -> Bool {
        let seconds: Int
        switch kind {
        case .planned(let index):
            let pause = terms.pauses[index]
            guard let begin = terms.nextOpening(of: pause, at: clock) else { return false }
            drive(atMost: begin - clock, terms)
            clock = max(clock, begin)
            seconds = pause.seconds
        case .legal(let length):
            let left = max(terms.rule.mostDriving - drivingSinceRest, 0)
            drive(atMost: terms.rule.mostDriving == .max ? .max : left, terms)
            seconds = length
        }
        clock += seconds
        rested += seconds
        if seconds >= terms.rule.rest {
            endRest()
        } else if terms.rule.isSplit {
            if hasFirstPart, seconds >= terms.rule.secondPart {
                endRest()
            } else if seconds >= terms.rule.firstPart {
                hasFirstPart = true
            }
        }
        return true
    }

    @inline(__always)
    private mutating func drive(atMost seconds: Int, _ terms: WorkdayTerms) {
        let travel: Int
        if terms.speeds.isEmpty {
            travel = min((road + 999) / 1000, seconds)
            road = max(road - 1000 * travel, 0)
        } else {
            let needed = terms.speeds.arrival(leaving: clock, work: road) - clock
            travel = min(needed, seconds)
            let driven = travel == needed ? road : terms.speeds.work(from: clock, to: clock + travel)
            road = max(road - driven, 0)
        }
        clock += travel
        driven += travel
        drivingSinceRest += travel
        judge(terms)
    }

    @inline(__always)
    private mutating func judge(_ terms: WorkdayTerms) {
        if drivingSinceRest > terms.rule.mostDriving { isLawful = false }
    }

    private mutating func endRest() {
        drivingSinceRest = 0
        hasFirstPart = false
    }
}
