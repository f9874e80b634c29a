import VehicleRouting

/// What the working day of a type's drivers asks for beside windows and loads, on the search's clock.
struct WorkdayTerms {
    /// A break of the vehicle.
    struct Pause {
        /// When it may begin; none means at any time.
        var windows: [TimeWindow]
        var seconds: Int
    }

    /// The breaks, in order.
    var pauses: [Pause]
    /// The work rule; nil for none.
    var rule: WorkRule?
    var hoursUsed: HoursUsed
    /// The traffic, sorted by time.
    var speeds: [SpeedSlice]

    init(_ vehicle: Vehicle, in problem: Problem, clock: SearchClock) {
        func shifted(_ windows: [TimeWindow]) -> [TimeWindow] {
            clock.windows(windows).map { TimeWindow(opens: Int($0.opens), closes: Int($0.closes)) }
        }
        pauses = vehicle.breaks.map { Pause(windows: shifted($0.timeWindows), seconds: $0.service) }
        rule = vehicle.workRule
        hoursUsed = vehicle.hoursUsed
        speeds = (problem.matrices[vehicle.profile]?.speeds ?? []).map {
            SpeedSlice(begins: $0.begins - clock.base, speed: $0.speed)
        }
    }

    /// Whether the driver may have to rest.
    var hasRests: Bool { !pauses.isEmpty || rule?.maxContinuousDriving != nil }
}

/// A rest that a route needs: before the step at a place, or before the end.
struct ChosenRest: Hashable {
    var step: Int
    var kind: Rest
}
