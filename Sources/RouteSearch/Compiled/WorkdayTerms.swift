import VehicleRouting

/// What the working day of a type's drivers asks for beside windows and loads, on the search's clock.
///
/// A class, so that the inner loop hands on one reference and no lists.  Unchecked as Sendable because slabs can be written
/// through; nothing writes to these after `init`.
final class WorkdayTerms: @unchecked Sendable {
    /// A break of the vehicle.
    struct Pause: BitwiseCopyable {
        /// Its part of `windows`; empty when it may begin at any time.
        var firstWindow: Int
        var endOfWindows: Int
        var seconds: Int
    }

    /// When a break may begin, both seconds included.
    struct Opening: BitwiseCopyable {
        var opens: Int
        var closes: Int
    }

    /// The breaks, in order.
    let pauses: Slab<Pause>
    /// When breaks may begin, one break after the other, each sorted by time.
    private let windows: Slab<Opening>
    /// When a driver must rest.
    let rule: RestRule
    /// Seconds driven since the last full rest when the route begins.
    let drivingSinceRest: Int
    /// Whether the first part of a split rest has been taken since then.
    let hasFirstPart: Bool
    /// The traffic, sorted by time.
    let speeds: [SpeedSlice]
    /// The slowest speed of the day, in thousandths of the matrix's; nil without traffic.
    private let slowest: Int?
    /// The fastest speed of the day in the same unit.
    private let fastest: Int
    /// Seconds of all breaks.
    let pauseSeconds: Int

    init(_ vehicle: Vehicle, in problem: Problem, clock: SearchClock) {
        rule = RestRule(vehicle.workRule)
        drivingSinceRest = vehicle.hoursUsed.drivingSinceRest
        hasFirstPart = vehicle.hoursUsed.hasFirstPart
        speeds = (problem.matrices[vehicle.profile]?.speeds ?? []).map {
            SpeedSlice(begins: $0.begins - clock.base, speed: $0.speed)
        }
        slowest = speeds.isEmpty ? nil : min(speeds.map(\.speed).min() ?? 1000, 1000)
        fastest = max(speeds.map(\.speed).max() ?? 1000, 1000)
        pauseSeconds = vehicle.breaks.reduce(0) { $0 + $1.service }
        var (pauses, windows): ([Pause], [Opening]) = ([], [])
        for pause in vehicle.breaks {
            let first = windows.count
            windows += clock.windows(pause.timeWindows).map {
                Opening(opens: Int($0.opens), closes: Int($0.closes))
            }
            pauses.append(Pause(firstWindow: first, endOfWindows: windows.count, seconds: pause.service))
        }
        self.pauses = Slab(pauses)
        self.windows = Slab(windows)
    }

    /// The most seconds that legs of so many seconds of the matrix in all may take, whatever the traffic; the last second of
    /// a leg is rounded up.
    @inline(__always)
    func mostDriving(_ seconds: Int, legs: Int) -> Int {
        guard let slowest else { return seconds }
        return seconds * 1000 / slowest + legs
    }

    /// The least seconds that they may take.
    @inline(__always)
    func leastDriving(_ seconds: Int) -> Int {
        fastest == 1000 ? seconds : seconds * 1000 / fastest
    }

    /// Whether the driver may have to rest.
    var hasRests: Bool { pauses.count > 0 || rule.mostDriving != .max }

    /// How long a rest takes.
    @inline(__always)
    func seconds(of rest: Rest) -> Int {
        switch rest {
        case .planned(let index): pauses[index].seconds
        case .legal(let seconds): seconds
        }
    }

    /// The first second not before `time` at which a break may begin; nil when its last window has closed.
    @inline(__always)
    func nextOpening(of pause: Pause, at time: Int) -> Int? {
        guard pause.firstWindow < pause.endOfWindows else { return time }
        for index in pause.firstWindow..<pause.endOfWindows where time <= windows[index].closes {
            return max(time, windows[index].opens)
        }
        return nil
    }

    /// The last second not after `time` at which a break may begin; `time` is not before its first opening.
    @inline(__always)
    func lastOpening(of pause: Pause, at time: Int) -> Int {
        var index = pause.endOfWindows
        while index > pause.firstWindow {
            index -= 1
            if time >= windows[index].opens { return min(time, windows[index].closes) }
        }
        return time
    }
}

/// The part of a work rule that says when to rest, as flat numbers.
struct RestRule: BitwiseCopyable {
    /// The most seconds of driving without a full rest between; the greatest number for no limit.
    let mostDriving: Int
    /// Seconds of a full rest; the greatest number where there is no rule.
    let rest: Int
    /// Seconds of its parts, 0 when it may not be split.
    let firstPart: Int
    let secondPart: Int
    /// Whether standing counts as a rest when it lasts as long as one.
    let countsOtherWork: Bool

    init(_ rule: WorkRule?) {
        mostDriving = rule?.maxContinuousDriving ?? .max
        rest = rule?.rest ?? .max
        firstPart = rule?.split?.first ?? 0
        secondPart = rule?.split?.second ?? 0
        countsOtherWork = rule?.countsOtherWork ?? false
    }

    /// Whether a full rest may be taken in two parts.
    var isSplit: Bool { firstPart > 0 || secondPart > 0 }
}

/// A rest that a route needs: before the step at a place, or before the end.
struct ChosenRest: Hashable {
    var step: Int
    var kind: Rest
}
