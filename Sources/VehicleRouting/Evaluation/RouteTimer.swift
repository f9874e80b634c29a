/// Computes one `RouteSchedule`.
struct RouteTimer {
    let vehicle: Vehicle
    let items: [TimedStep]
    /// The drive to the vehicle's end.
    let home: TimedLeg
    let speeds: [SpeedSlice]
    var departureWindows: [TimeWindow] = []
    var returnWindows: [TimeWindow] = []
    /// Seconds from the start of the route to its departure.
    var loading: Seconds = 0
    /// Those of them in which compartments are prepared.
    var preparation: Seconds = 0
    var release: Seconds = 0

    init(_ route: Route, in problem: Problem) {
        vehicle = problem.vehicles[route.vehicle]
        let reader = TimedStepReader(route, in: problem)
        items = reader.items
        home = reader.home
        release = reader.firstRelease
        speeds = problem.matrices[vehicle.profile]?.speeds ?? []
        if let depot = vehicle.startDepot {
            departureWindows = problem.depots[depot].timeWindows
            loading = problem.depots[depot].loading
        }
        preparation = reader.firstPreparation
        loading += preparation
        if let depot = vehicle.endDepot {
            returnWindows = problem.depots[depot].timeWindows
        }
    }

    func schedule() -> RouteSchedule {
        let earliest = max(vehicle.shift.opens + loading, release)
        let first = drive(departingAt: earliest)
        // A rest moves along the road and traffic changes with the hour, so those routes cannot be driven backwards.
        let isReversible = speeds.isEmpty && !items.contains { $0.role == .rest }
        let latest = isReversible ? latestDeparture(meeting: first) : latestDepartureByHalving(meeting: first)
        return drive(departingAt: latest)
    }

    /// Drives the route from a departure not before `time`, each step as early as possible.
    private func drive(departingAt time: Seconds) -> RouteSchedule {
        let departure = departureWindows.nextOpening(at: time) ?? time
        var schedule = RouteSchedule(
            start: departure - loading,
            loading: loading,
            startLateness: departureWindows.nextOpening(at: time) == nil
                ? time - departureWindows.lastClose : 0,
            steps: [],
            lastTravel: 0,
            lastDistance: home.distance,
            arrival: 0,
            end: 0,
            endLateness: 0
        )
        schedule.preparation = preparation
        var drive = Drive(vehicle, speeds: speeds, departure: departure)
        for item in items {
            schedule.steps.append(
                item.role == .rest ? drive.rest(item) : drive.stop(item, earlier: schedule.steps)
            )
        }
        drive.leg = drive.leg ?? home.work
        schedule.lastTravel = drive.finishLeg()
        schedule.arrival = drive.clock
        schedule.overdriving = drive.overdriving
        schedule.end = returnWindows.nextOpening(at: schedule.arrival) ?? schedule.arrival
        schedule.endLateness = max(
            schedule.end - vehicle.shift.closes,
            returnWindows.nextOpening(at: schedule.arrival) == nil
                ? schedule.arrival - returnWindows.lastClose : 0,
            0
        )
        return schedule
    }

    /// The latest departure that ends no later than `schedule` and makes no stop later than its last window
    /// or, where it is late already, than in `schedule`.
    private func latestDeparture(meeting schedule: RouteSchedule) -> Seconds {
        let departure = schedule.start + loading
        // After the depot's last window the route ends when it arrives; before, it may arrive up to the opening it
        // waits for, also where that opening lies beyond the shift.
        let isShut = returnWindows.nextOpening(at: schedule.arrival) == nil
        var latest = isShut ? schedule.arrival : schedule.end
        /// When each step must be over for the sake of those that come a lag after it.
        var deadlines = [Seconds](repeating: .max, count: items.count)
        for (index, stop) in schedule.steps.enumerated().reversed() {
            let travel =
                index + 1 < schedule.steps.count ? schedule.steps[index + 1].travel : schedule.lastTravel
            let begin = min(latest - travel, deadlines[index]) - stop.setup - stop.service
            latest = items[index].latestBegin(notAfter: begin, asIn: stop)
            for wait in items[index].waits {
                deadlines[wait.step] = min(deadlines[wait.step], latest - wait.lag)
            }
        }
        latest -= schedule.steps.first?.travel ?? schedule.lastTravel
        guard schedule.startLateness == 0 else { return departure }
        return max(departureWindows.lastOpening(at: latest) ?? departure, departure)
    }

    /// The same by halving: a later departure never makes anything earlier.
    private func latestDepartureByHalving(meeting schedule: RouteSchedule) -> Seconds {
        let departure = schedule.start + loading
        guard schedule.startLateness == 0 else { return departure }
        var (good, bad) = (departure, max(schedule.end, departure) + 1)
        while bad - good > 1 {
            let middle = good + (bad - good) / 2
            let later = Self.ignoringGates(self).drive(departingAt: middle)
            let isGood =
                later.end <= schedule.end && later.endLateness <= schedule.endLateness
                && zip(later.steps, schedule.steps).allSatisfy {
                    $0.lateness <= $1.lateness && $0.tardiness <= $1.tardiness
                }
            if isGood { good = middle } else { bad = middle }
        }
        return max(departureWindows.lastOpening(at: good) ?? departure, departure)
    }

    private static func ignoringGates(_ timer: RouteTimer) -> RouteTimer {
        var timer = timer
        timer.departureWindows = []
        return timer
    }
}

extension TimedStep {
    /// The latest begin up to `time` that lies in a window and is not tardy; where `stop` is late, its own.
    fileprivate func latestBegin(notAfter time: Seconds, asIn stop: RouteSchedule.Stop) -> Seconds {
        if stop.lateness > 0 { return stop.begin }
        var begin = time
        if let due { begin = min(begin, stop.tardiness > 0 ? stop.begin : due.by) }
        return windows.lastOpening(at: begin + windowOffset).map { $0 - windowOffset } ?? stop.begin
    }
}

extension [TimeWindow] {
    /// When the last window closes; 0 when there is none.
    var lastClose: Seconds { last?.closes ?? 0 }
}
