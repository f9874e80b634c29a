internal import Interchange
internal import VehicleRouting

/// A running day that meets its true times as it goes on.
///
/// A drive shows its time when it begins, a service when it begins; until then everybody reckons with the planned ones.  A
/// vehicle that has not left yet does not leave earlier for what it will meet.
struct DayUnderTest {
    private(set) var day: RunningDay
    let truth: TrueDay
    private var drivesMet: Set<Drive> = []
    private var servicesMet: Set<StopName> = []

    private struct Drive: Hashable {
        let profile: String
        let origin: Int
        let destination: Int
    }

    init(_ day: RunningDay, on truth: TrueDay) {
        self.day = day
        self.truth = truth
    }

    /// Goes on with another plan for the same state.
    mutating func adopt(_ other: RunningDay) {
        day = other
    }

    /// Lets the day go on to `time`, meeting what it meets.
    mutating func advance(to time: Seconds) {
        for index in day.plan.routes.indices { meet(on: day.plan.routes[index], until: time) }
        day.advance(to: time)
    }

    /// Shows the times of the drives and services of a route that begin by `time`, one after the other, since each moves those
    /// behind it.
    private mutating func meet(on route: Route, until time: Seconds) {
        let vehicle = day.problem.vehicles[route.vehicle]
        var schedule = RouteSchedule(route, in: day.problem)
        guard schedule.start <= time else { return }
        if day.standings[route.vehicle].activity == .atDepot {
            day.problem.vehicles[route.vehicle].shift.opens = max(vehicle.shift.opens, schedule.start)
        }
        var here = vehicle.start
        var left = schedule.start + schedule.loading
        for (index, step) in route.steps.enumerated() {
            guard left <= time else { return }
            var next: Int?
            switch step {
            case .visit(let visit): next = day.problem.visit(visit.task).location
            case .reload(let reload): next = day.problem.depots[reload.depot].location
            case .rest: break
            }
            if let here, let next {
                meetDrive(Drive(profile: vehicle.profile, origin: here, destination: next))
            }
            schedule = RouteSchedule(route, in: day.problem)
            if let visit = step.visit, schedule.steps[index].begin <= time,
                servicesMet.insert(StopName(visit.task, in: day.problem)).inserted
            {
                day.problem.setTrueService(of: visit.task, on: truth)
                schedule = RouteSchedule(route, in: day.problem)
            }
            here = next ?? here
            left = schedule.steps[index].departure
        }
        if let here, let end = vehicle.end, left <= time {
            meetDrive(Drive(profile: vehicle.profile, origin: here, destination: end))
        }
    }

    private mutating func meetDrive(_ drive: Drive) {
        guard drive.origin != drive.destination, let matrix = day.problem.matrices[drive.profile],
            drivesMet.insert(drive).inserted
        else { return }
        var durations = matrix.durations
        let entry = drive.origin * matrix.size + drive.destination
        durations[entry] = Int32(
            truth.drive(Seconds(durations[entry]), from: drive.origin, to: drive.destination)
        )
        day.problem.matrices[drive.profile] = matrix.with(durations)
    }
}

extension DayUnderTest {
    /// Takes an event into account at its time, having met what comes before it.
    ///
    /// - Returns: Whether it can be true on this day; an order may be closed after it was served here and before on another
    ///   day, and then nothing happens.
    mutating func believes(_ event: DayEvent) throws(RerunError) -> Bool {
        advance(to: event.time)
        do {
            try day.apply(event)
            return true
        } catch {
            guard error.issues.allSatisfy({ [.alreadyDone, .contradiction].contains($0.code) }) else {
                throw error
            }
            return false
        }
    }
}
