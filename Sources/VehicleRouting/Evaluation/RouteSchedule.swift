/// The times of a route: when it starts, reaches and leaves each stop, and ends.
///
/// The rule, in three passes.  Driving from the earliest possible departure gives the earliest end of the route.  Going
/// back from that end gives the latest departure that still meets it and makes no stop later.  Driving again from that
/// departure gives the schedule: it ends as early as can be, starts as late as is free of cost, and waits only where
/// windows force it.  A stop reached after its last window has closed is served at once and its lateness is noted.
public struct RouteSchedule: Hashable, Sendable {
    /// The times of one visit.
    public struct Stop: Hashable, Sendable {
        /// When the vehicle reaches the location.
        public var arrival: Seconds
        /// When setup and service begin; `begin − arrival` is waiting.
        public var begin: Seconds
        /// Setup seconds spent: zero when the previous task was at the same location.
        public var setup: Seconds
        /// Service seconds spent.
        public var service: Seconds
        /// Seconds by which `begin` misses the last window; 0 when on time.
        public var lateness: Seconds
        /// Driving seconds from the previous stop.
        public var travel: Seconds
        /// Metres from the previous stop.
        public var distance: Metres
        /// Whether the vehicle moved to get here, so that this counts as a halt of its own.
        public var isHalt: Bool

        /// When the vehicle is ready to leave.
        public var departure: Seconds { begin + setup + service }
        /// Seconds between arrival and begin.
        public var waiting: Seconds { begin - arrival }
    }

    /// When the route starts: loading begins.
    public var start: Seconds
    /// Seconds of loading before departure.
    public var loading: Seconds
    /// Seconds by which the departure misses the depot's windows or the shift; 0 when on time.
    public var startLateness: Seconds
    /// One entry per visit.
    public var stops: [Stop]
    /// Driving seconds from the last stop to the end.
    public var lastTravel: Seconds
    /// Metres from the last stop to the end.
    public var lastDistance: Metres
    /// When the vehicle reaches its end.
    public var arrival: Seconds
    /// When the route is over: `arrival`, or the opening of the depot if that is later.
    public var end: Seconds
    /// Seconds by which the end misses the shift or the depot's last window; 0 when on time.
    public var endLateness: Seconds

    /// Seconds from start to end.
    public var duration: Seconds { end - start }
    /// Driving seconds.
    public var travelTime: Seconds { stops.reduce(lastTravel) { $0 + $1.travel } }
    /// Metres.
    public var distance: Metres { stops.reduce(lastDistance) { $0 + $1.distance } }
    /// Loading, setup and service seconds.
    public var taskTime: Seconds { stops.reduce(loading) { $0 + $1.setup + $1.service } }
    /// Waiting seconds.
    public var waitingTime: Seconds { duration - travelTime - taskTime }
    /// Seconds of lateness over all stops and both ends.
    public var lateness: Seconds { stops.reduce(startLateness + endLateness) { $0 + $1.lateness } }
}

extension RouteSchedule {
    /// The schedule of `route` in `problem`; O(number of visits × windows).
    public init(_ route: Route, in problem: Problem) {
        self = RouteTimer(route, in: problem).schedule()
    }
}

/// Computes one `RouteSchedule`.
private struct RouteTimer {
    let vehicle: Vehicle
    let visits: [Job]
    /// Driving from the previous stop (or the start) to each visit, and from the last one to the end.
    var legs: [(travel: Seconds, distance: Metres, moves: Bool)] = []
    var departureWindows: [TimeWindow] = []
    var returnWindows: [TimeWindow] = []
    var loading: Seconds = 0
    var release: Seconds = 0

    init(_ route: Route, in problem: Problem) {
        vehicle = problem.vehicles[route.vehicle]
        visits = route.visits.map { problem.visit($0.task) }
        if let depot = vehicle.startDepot {
            departureWindows = problem.depots[depot].timeWindows
            loading = problem.depots[depot].loading
        }
        if let depot = vehicle.endDepot {
            returnWindows = problem.depots[depot].timeWindows
        }
        for case .job(let index) in route.visits.map(\.task) where !problem.jobs[index].delivery.isNothing {
            release = max(release, problem.jobs[index].release)
        }
        guard let matrix = problem.matrices[vehicle.profile] else { return }
        var previous = vehicle.start
        for next in visits.map(\.location) + [vehicle.end] {
            if let origin = previous, let destination = next {
                let travel = matrix.duration(from: origin, to: destination, speedFactor: vehicle.speedFactor)
                legs.append((travel, matrix.distance(from: origin, to: destination), origin != destination))
            } else {
                legs.append((0, 0, next != nil))
            }
            previous = next ?? previous
        }
    }

    func schedule() -> RouteSchedule {
        let earliest = max(vehicle.shift.opens + loading, release)
        let first = drive(departingAt: earliest)
        return drive(departingAt: latestDeparture(meeting: first))
    }

    /// Drives the route from a departure not before `time`, each stop as early as possible.
    private func drive(departingAt time: Seconds) -> RouteSchedule {
        let departure = departureWindows.nextOpening(at: time) ?? time
        var schedule = RouteSchedule(
            start: departure - loading,
            loading: loading,
            startLateness: departureWindows.nextOpening(at: time) == nil
                ? time - lastClose(departureWindows) : 0,
            stops: [],
            lastTravel: legs.last?.travel ?? 0,
            lastDistance: legs.last?.distance ?? 0,
            arrival: 0,
            end: 0,
            endLateness: 0
        )
        var clock = departure
        for (visit, leg) in zip(visits, legs) {
            let arrival = clock + leg.travel
            let begin = visit.timeWindows.nextOpening(at: arrival)
            let stop = RouteSchedule.Stop(
                arrival: arrival,
                begin: begin ?? arrival,
                setup: leg.moves ? visit.setup(by: vehicle.type) : 0,
                service: visit.service(by: vehicle.type),
                lateness: begin == nil ? arrival - lastClose(visit.timeWindows) : 0,
                travel: leg.travel,
                distance: leg.distance,
                isHalt: leg.moves
            )
            schedule.stops.append(stop)
            clock = stop.departure
        }
        schedule.arrival = clock + schedule.lastTravel
        schedule.end = returnWindows.nextOpening(at: schedule.arrival) ?? schedule.arrival
        schedule.endLateness = max(
            schedule.end - vehicle.shift.closes,
            returnWindows.nextOpening(at: schedule.arrival) == nil
                ? schedule.arrival - lastClose(returnWindows) : 0,
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
        for (index, stop) in schedule.stops.enumerated().reversed() {
            let travel =
                index + 1 < schedule.stops.count ? schedule.stops[index + 1].travel : schedule.lastTravel
            let begin = latest - travel - stop.setup - stop.service
            latest =
                stop.lateness > 0
                ? stop.begin : visits[index].timeWindows.lastOpening(at: begin) ?? stop.begin
        }
        latest -= schedule.stops.first?.travel ?? schedule.lastTravel
        guard schedule.startLateness == 0 else { return departure }
        return max(departureWindows.lastOpening(at: latest) ?? departure, departure)
    }

    private func lastClose(_ windows: [TimeWindow]) -> Seconds {
        windows.last?.closes ?? 0
    }
}
