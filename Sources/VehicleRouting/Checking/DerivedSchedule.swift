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
        /// Seconds by which service begins after it is due.
        var tardiness = 0
        /// Seconds of a reload before loading begins.
        var preparation = 0
        var isHalt = false
        var isRest = false
        /// Driving seconds and metres since the start of the route.
        var travelTime = 0
        var distance = 0
    }

    var start = 0
    /// Seconds of preparing and loading before the departure.
    var loading = 0
    /// Those of them before loading begins.
    var preparation = 0
    var startLateness = 0
    /// Seconds by which the route leaves before shift, goods or depot allow.
    var earliness = 0
    /// One entry per step.
    var steps: [Stop] = []
    var arrival = 0
    var end = 0
    var endLateness = 0
    var travelTime = 0
    var distance = 0
    /// Seconds of driving beyond the work rule, where that is most.
    var overdriving = 0

    var duration: Int { end - start }
    var setup: Int { steps.reduce(0) { $0 + $1.setup } }
    /// Service, loading and rest.
    var service: Int { steps.reduce(loading) { $0 + $1.service } }
    var rest: Int { steps.reduce(0) { $0 + ($1.isRest ? $1.service : 0) } }
    var waiting: Int { duration - travelTime - setup - service }
    /// Every lateness that a later departure must not increase.
    private var lateness: [Int] { steps.flatMap { [$0.lateness, $0.tardiness] } + [endLateness] }

    /// The schedule that the rule gives.
    init(_ route: ReadRoute, in problem: Problem) {
        let course = Course(route, in: problem)
        let gates = course.departureGates
        let first = DerivedSchedule(course, departure: Self.opening(of: gates, from: course.earliest))
        let departure = first.start + first.loading
        // Never later than the end of the earliest drive.
        var (good, bad) = (departure, max(first.end, departure) + 1)
        while bad - good > 1 {
            let middle = good + (bad - good) / 2
            let later = DerivedSchedule(course, departure: middle)
            let isGood = later.end <= first.end && zip(later.lateness, first.lateness).allSatisfy { $0 <= $1 }
            if isGood { good = middle } else { bad = middle }
        }
        if first.startLateness > 0 { good = departure }
        if !gates.isEmpty, first.startLateness == 0 {
            good = gates.filter { $0.opens <= good }.map { min($0.closes, good) }.max() ?? departure
        }
        self = good == departure ? first : DerivedSchedule(course, departure: good)
    }

    /// The schedule of a route that starts (to load) at `start`.
    init(_ route: ReadRoute, startingAt start: Int, in problem: Problem) {
        let course = Course(route, in: problem)
        self.init(course, departure: start + course.loading)
    }

    private init(_ course: Course, departure: Int) {
        loading = course.loading
        preparation = course.preparation
        start = departure - loading
        earliness = max(course.earliest - departure, 0)
        if earliness == 0 {
            earliness = Self.opening(of: course.departureGates, from: departure) - departure
        }
        startLateness = Self.lateness(departure, course.departureGates)
        var wheels = Wheels(course.vehicle, slices: course.slices, clock: departure)
        for (index, step) in course.steps.enumerated() {
            if index == 0 || !course.steps[index - 1].isRest { wheels.road = course.road(after: index - 1) }
            var stop = Stop()
            stop.isRest = step.isRest
            var ready = 0
            if step.isRest, !step.isPlanned {
                wheels.roll(until: wheels.clock + wheels.allowance)
            } else if step.isRest {
                ready = Self.opening(of: step.windows, from: wheels.clock)
                wheels.roll(until: ready)
            } else {
                wheels.roll(until: .max)
            }
            stop.arrival = wheels.clock
            for (earlier, lag) in step.after {
                let done = steps[earlier].begin + steps[earlier].setup + steps[earlier].service
                ready = max(ready, done + lag)
            }
            // What the windows bind is the begin of a service or a rest, and the end of loading.
            let bound = max(stop.arrival, ready) + step.beforeWindow
            let opening = Self.opening(of: step.windows, from: max(bound, step.release))
            stop.begin = step.isRest ? max(stop.arrival, ready) : opening - step.beforeWindow
            stop.lateness = Self.lateness(stop.begin + step.beforeWindow, step.windows)
            stop.tardiness = step.due.map { max(stop.begin - $0.by, 0) } ?? 0
            stop.setup = step.setup
            stop.service = step.service
            stop.preparation = step.preparation
            stop.isHalt = step.isHalt
            wheels.stand(from: stop.begin, step.setup + step.service, isRest: step.isRest)
            distance += step.leg.metres
            stop.travelTime = wheels.driven
            stop.distance = distance
            steps.append(stop)
        }
        if course.steps.last?.isRest != true { wheels.road = course.road(after: course.steps.count - 1) }
        wheels.roll(until: .max)
        travelTime = wheels.driven
        overdriving = wheels.excess
        distance += course.home.metres
        arrival = wheels.clock
        end = Self.opening(of: course.returnGates, from: arrival)
        endLateness = max(Self.lateness(end, course.returnGates), end - course.vehicle.shift.closes, 0)
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
