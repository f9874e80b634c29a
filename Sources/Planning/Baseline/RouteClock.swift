internal import VehicleRouting

/// The time of a vehicle while a route grows at its end; a value that is copied to try things out.
///
/// It decides what may be appended, quickly and on the safe side; the schedule itself comes from `RouteSchedule`.
struct RouteClock {
    /// What does not change along a route.
    struct Facts {
        let vehicle: Vehicle
        let matrix: TravelMatrix
        let loading: Seconds
        let departureWindows: [TimeWindow]
        let returnWindows: [TimeWindow]
        /// Whether a route has to be evaluated because the clock and the loads do not tell whether it keeps every rule.
        let needsEvaluation: Bool

        /// The facts of a vehicle; nil when its profile has no matrix.
        init?(_ vehicle: Vehicle, in problem: Problem) {
            guard let matrix = problem.matrices[vehicle.profile] else { return nil }
            self.vehicle = vehicle
            needsEvaluation =
                vehicle.maxDuration != nil || problem.hasColdChainRules || problem.hasPreparations
                || !vehicle.breaks.isEmpty
                || vehicle.workRule != nil
            self.matrix = matrix
            loading = vehicle.startDepot.map { problem.depots[$0].loading } ?? 0
            departureWindows = vehicle.startDepot.map { problem.depots[$0].timeWindows } ?? []
            returnWindows = vehicle.endDepot.map { problem.depots[$0].timeWindows } ?? []
        }

        /// Driving seconds between two places; 0 from nowhere.
        func travel(from origin: Int?, to destination: Int) -> Seconds {
            origin.map { matrix.duration(from: $0, to: destination, speedFactor: vehicle.speedFactor) } ?? 0
        }
    }

    /// When the vehicle leaves its start.
    let departure: Seconds
    /// When it is ready to leave the place where it is.
    private(set) var ready: Seconds
    /// Where it is; nil when the route begins at its first stop.
    private(set) var place: Int?
    private var travelled: Seconds = 0
    private var distance: Metres = 0
    private var tasks = 0
    /// Waiting at the first stop, by which the vehicle may as well leave later.
    private var firstWait: Seconds = 0

    /// The clock of a vehicle that leaves when it may and goods released at `release` are aboard; nil when it may not.
    init?(_ facts: Facts, release: Seconds) {
        let earliest = max(facts.vehicle.shift.opens + facts.loading, release)
        guard let departure = facts.departureWindows.nextOpening(at: earliest) else { return nil }
        self.departure = departure
        ready = departure
        place = facts.vehicle.start
    }

    /// When service of a visit would begin, if it came next; nil when its last window has closed by then.
    func begin(_ visit: Job, _ facts: Facts) -> Seconds? {
        visit.openings.nextOpening(at: ready + facts.travel(from: place, to: visit.location))
    }

    /// Makes a visit; false, and then the clock is of no more use, when its window or a limit of the vehicle is missed.
    mutating func make(_ visit: Job, _ facts: Facts) -> Bool {
        let vehicle = facts.vehicle
        let moves = place != visit.location
        guard let begin = begin(visit, facts) else { return false }
        let travel = facts.travel(from: place, to: visit.location)
        if tasks == 0 { firstWait = begin - ready - travel }
        distance += place.map { facts.matrix.distance(from: $0, to: visit.location) } ?? 0
        travelled += travel
        tasks += 1
        ready = begin + (moves ? visit.setup(by: vehicle.type) : 0) + visit.service(by: vehicle.type)
        place = visit.location
        return tasks <= vehicle.maxTasks ?? .max
    }

    /// Whether the route may end now: home within the shift, the depot's hours and the limits of the vehicle.
    func mayEnd(_ facts: Facts) -> Bool {
        let vehicle = facts.vehicle
        var home = ready
        var travelled = travelled
        var distance = distance
        if let end = vehicle.end, let place {
            travelled += facts.travel(from: place, to: end)
            home += facts.travel(from: place, to: end)
            distance += facts.matrix.distance(from: place, to: end)
        }
        guard let over = facts.returnWindows.nextOpening(at: home), over <= vehicle.shift.closes else {
            return false
        }
        let start = departure + firstWait - facts.loading
        return travelled <= vehicle.maxTravelTime ?? .max
            && distance <= vehicle.maxDistance ?? .max
            && over - start <= vehicle.maxDuration ?? .max
    }
}
