/// The times of a route: when it starts, reaches and leaves each stop, and ends.
///
/// The rule, in three passes.  Driving from the earliest possible departure gives the earliest end of the route.  Going
/// back from that end gives the latest departure that still meets it and makes no stop later.  Driving again from that
/// departure gives the schedule: it ends as early as can be, starts as late as is free of cost, and waits only where
/// windows force it.  A stop reached after its last window has closed is served at once and its lateness is noted.
///
/// A reload is a stop whose service is loading: it ends inside the depot's hours and not before the goods of the trip are
/// ready.  Compartments are cleaned and brought to their regimes before loading, as part of it.  A break begins as soon as its window allows, on the road too; a rest by the work rule begins on arrival at the
/// next place, or on the road when the driver may drive no longer.
public struct RouteSchedule: Hashable, Sendable {
    /// The times of one step.
    public struct Stop: Hashable, Sendable {
        /// What sort of step it is.
        public enum Role: Hashable, Sendable {
            /// A task is done.
            case visit
            /// The vehicle loads again.
            case reload
            /// The driver rests.
            case rest
        }

        /// What sort of step it is.
        public var role = Role.visit
        /// When the vehicle reaches the location; for a rest, when the vehicle comes to a stand.
        public var arrival: Seconds
        /// When setup and service, loading or the rest begin; `begin − arrival` is waiting.
        public var begin: Seconds
        /// Setup seconds spent: zero when the previous task was at the same location.
        public var setup: Seconds
        /// Seconds of service, of preparing compartments and loading, or of rest.
        public var service: Seconds
        /// Seconds of `service` before loading begins; 0 for everything but a reload.
        public var preparation: Seconds = 0
        /// Seconds by which `begin`, for a reload the departure, misses the last window; 0 when on time.
        public var lateness: Seconds
        /// Seconds by which `begin` misses the time it is due; 0 when on time or never due.
        public var tardiness: Seconds = 0
        /// Driving seconds from the previous step.
        public var travel: Seconds
        /// Metres from the previous place; 0 for a rest, whose metres count at the next place.
        public var distance: Metres
        /// Whether the vehicle moved to get to this task, so that this counts as a halt of its own.
        public var isHalt: Bool

        /// When the vehicle is ready to leave.
        public var departure: Seconds { begin + setup + service }
        /// When loading begins, at a reload.
        public var loadingBegins: Seconds { begin + preparation }
        /// Seconds between arrival and begin.
        public var waiting: Seconds { begin - arrival }
    }

    /// When the route starts: the compartments are prepared, or loading begins.
    public var start: Seconds
    /// Seconds of preparing compartments and of loading before departure.
    public var loading: Seconds
    /// Seconds of `loading` before loading itself begins.
    public var preparation: Seconds = 0
    /// Seconds by which the departure misses the depot's windows or the shift; 0 when on time.
    public var startLateness: Seconds
    /// One entry per step of the route.
    public var steps: [Stop]
    /// Driving seconds from the last step to the end.
    public var lastTravel: Seconds
    /// Metres from the last place to the end.
    public var lastDistance: Metres
    /// When the vehicle reaches its end.
    public var arrival: Seconds
    /// When the route is over: `arrival`, or the opening of the depot if that is later.
    public var end: Seconds
    /// Seconds by which the end misses the shift or the depot's last window; 0 when on time.
    public var endLateness: Seconds
    /// Seconds of driving beyond what the work rule allows without a rest, where that is most; 0 when never.
    public var overdriving: Seconds = 0

    /// When loading for the first trip begins: goods are packed, hold times run.
    public var loadingBegins: Seconds { start + preparation }
    /// One entry per visit of the route.
    public var stops: [Stop] { steps.filter { $0.role == .visit } }
    /// Seconds from start to end.
    public var duration: Seconds { end - start }
    /// Driving seconds.
    public var travelTime: Seconds { steps.reduce(lastTravel) { $0 + $1.travel } }
    /// Metres.
    public var distance: Metres { steps.reduce(lastDistance) { $0 + $1.distance } }
    /// Loading, setup and service seconds.
    public var taskTime: Seconds {
        steps.reduce(loading) { $0 + ($1.role == .rest ? 0 : $1.setup + $1.service) }
    }
    /// Seconds of rest.
    public var restTime: Seconds { steps.reduce(0) { $0 + ($1.role == .rest ? $1.service : 0) } }
    /// Waiting seconds.
    public var waitingTime: Seconds { duration - travelTime - taskTime - restTime }
    /// Seconds of lateness over all steps and both ends.
    public var lateness: Seconds { steps.reduce(startLateness + endLateness) { $0 + $1.lateness } }
}

extension RouteSchedule {
    /// The schedule of `route` in `problem`; O(number of steps × windows).
    ///
    /// With rests or changing traffic it is driven once for each halving of the possible departures.
    public init(_ route: Route, in problem: Problem) {
        self = RouteTimer(route, in: problem).schedule()
    }
}
