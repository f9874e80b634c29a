/// The times of a written route, derived again.
///
/// The rule is that of `RouteSchedule`, the way is another: instead of going back through the stops, the latest departure
/// that ends no later and makes nothing later is found by halving the interval of departures, since a later departure
/// never makes a later event earlier.
struct DerivedSchedule {
    struct Stop {
        var arrival = 0
        var begin = 0
        var setup = 0
        var service = 0
        var lateness = 0
        var isHalt = false
        /// Driving seconds and metres since the start of the route.
        var travelTime = 0
        var distance = 0
    }

    var start = 0
    var loading = 0
    var startLateness = 0
    /// Seconds by which the route leaves before shift, goods or depot allow.
    var earliness = 0
    var stops: [Stop] = []
    var arrival = 0
    var end = 0
    var endLateness = 0
    var travelTime = 0
    var distance = 0

    var duration: Int { end - start }
    var setup: Int { stops.reduce(0) { $0 + $1.setup } }
    var service: Int { stops.reduce(loading) { $0 + $1.service } }
    var waiting: Int { duration - travelTime - setup - service }
    /// Every lateness that a later departure must not increase.
    private var lateness: [Int] { stops.map(\.lateness) + [endLateness] }

    /// The schedule that the rule gives.
    init(_ route: ReadRoute, in problem: Problem) {
        let drive = Driving(route, in: problem)
        let gates = drive.departureGates
        let first = DerivedSchedule(drive, departure: Self.opening(of: gates, from: drive.earliest))
        let departure = first.start + first.loading
        // Never later than the end of the earliest drive.
        var (good, bad) = (departure, max(first.end, departure) + 1)
        while bad - good > 1 {
            let middle = good + (bad - good) / 2
            let later = DerivedSchedule(drive, departure: middle)
            let isGood = later.end <= first.end && zip(later.lateness, first.lateness).allSatisfy { $0 <= $1 }
            if isGood { good = middle } else { bad = middle }
        }
        if first.startLateness > 0 { good = departure }
        if !gates.isEmpty, first.startLateness == 0 {
            good = gates.filter { $0.opens <= good }.map { min($0.closes, good) }.max() ?? departure
        }
        self = good == departure ? first : DerivedSchedule(drive, departure: good)
    }

    /// The schedule of a route that starts (to load) at `start`.
    init(_ route: ReadRoute, startingAt start: Int, in problem: Problem) {
        let drive = Driving(route, in: problem)
        self.init(drive, departure: start + drive.loading)
    }

    private init(_ drive: Driving, departure: Int) {
        loading = drive.loading
        start = departure - loading
        earliness = max(drive.earliest - departure, 0)
        if earliness == 0 {
            earliness = Self.opening(of: drive.departureGates, from: departure) - departure
        }
        startLateness = Self.lateness(departure, drive.departureGates)
        var clock = departure
        for task in drive.tasks {
            travelTime += task.leg.seconds
            distance += task.leg.metres
            var stop = Stop()
            stop.arrival = clock + task.leg.seconds
            stop.begin = Self.opening(of: task.visit.timeWindows, from: stop.arrival)
            stop.setup = task.setup
            stop.service = task.service
            stop.lateness = Self.lateness(stop.begin, task.visit.timeWindows)
            stop.isHalt = task.leg.isMove
            stop.travelTime = travelTime
            stop.distance = distance
            stops.append(stop)
            clock = stop.begin + stop.setup + stop.service
        }
        travelTime += drive.home.seconds
        distance += drive.home.metres
        arrival = clock + drive.home.seconds
        end = Self.opening(of: drive.returnGates, from: arrival)
        endLateness = max(Self.lateness(end, drive.returnGates), end - drive.shiftCloses, 0)
    }

    /// The first second from `time` on that lies in a window; `time` when there is none to come.
    private static func opening(of windows: [TimeWindow], from time: Int) -> Int {
        windows.filter { $0.closes >= time }.map { max($0.opens, time) }.min() ?? time
    }

    /// Seconds from the last close to `time`; 0 before.
    private static func lateness(_ time: Int, _ windows: [TimeWindow]) -> Int {
        windows.map(\.closes).max().map { max(time - $0, 0) } ?? 0
    }
}

/// What driving a route takes, apart from when.
private struct Driving {
    struct Leg {
        var seconds = 0
        var metres = 0
        var isMove = false
    }

    struct Task {
        let visit: Job
        let leg: Leg
        let setup: Int
        let service: Int
    }

    var tasks: [Task] = []
    var home = Leg()
    var loading = 0
    var earliest = 0
    var shiftCloses = 0
    var departureGates: [TimeWindow] = []
    var returnGates: [TimeWindow] = []

    init(_ route: ReadRoute, in problem: Problem) {
        let vehicle = route.vehicle
        if let depot = vehicle.startDepot {
            departureGates = problem.depots[depot].timeWindows
            loading = problem.depots[depot].loading
        }
        if let depot = vehicle.endDepot { returnGates = problem.depots[depot].timeWindows }
        shiftCloses = vehicle.shift.closes
        let releases = route.stops.filter(\.isBroughtFromDepot).map(\.visit.release)
        earliest = max(releases.max() ?? 0, vehicle.shift.opens + loading)
        var place = vehicle.start
        for stop in route.stops {
            let leg = Self.leg(from: place, to: stop.visit.location, vehicle: vehicle, in: problem)
            tasks.append(
                Task(
                    visit: stop.visit,
                    leg: leg,
                    setup: leg.isMove ? stop.visit.setupPerType[vehicle.type] ?? stop.visit.setup : 0,
                    service: stop.visit.servicePerType[vehicle.type] ?? stop.visit.service
                )
            )
            place = stop.visit.location
        }
        if let end = vehicle.end, place != nil {
            home = Self.leg(from: place, to: end, vehicle: vehicle, in: problem)
        }
    }

    private static func leg(from: Int?, to: Int, vehicle: Vehicle, in problem: Problem) -> Leg {
        guard let from, let matrix = problem.matrices[vehicle.profile] else { return Leg(isMove: true) }
        let cell = from * matrix.size + to
        let seconds = Double(matrix.durations[cell]) / vehicle.speedFactor
        return Leg(
            seconds: Int(seconds.rounded(.toNearestOrAwayFromZero)),
            metres: matrix.distances.isEmpty ? 0 : Int(matrix.distances[cell]),
            isMove: from != to
        )
    }
}
