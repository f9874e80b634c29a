internal import VehicleRouting

/// How far each route has gone in one step of time.
struct ProgressStep {
    private(set) var entries: [Entry] = []

    struct Entry {
        let route: Route
        let schedule: RouteSchedule
        /// How many of its steps are over.
        let count: Int
        /// Whether the vehicle is home, or on its way there.
        let isHome: Bool
    }

    /// Notes that the first `count` steps of a route are over.
    ///
    /// A vehicle that rests on the road is between two places; it is taken to be at the one before, its rest still to come.
    mutating func add(_ route: Route, _ schedule: RouteSchedule, passing count: Int, isHome: Bool) {
        var count = count
        while !isHome, count > 0, case .rest = route.steps[count - 1] { count -= 1 }
        entries.append(Entry(route: route, schedule: schedule, count: count, isHome: isHome))
    }
}

extension ProgressStep.Entry {
    /// When the vehicle is ready to go on.
    var ready: Seconds {
        if isHome { return schedule.end }
        return count > 0 ? schedule.steps[count - 1].departure : schedule.start + schedule.loading
    }

    /// The location where it then is; nil when the route has no start.
    func place(in problem: Problem) -> Int? {
        guard count > 0 else { return problem.vehicles[route.vehicle].start }
        return switch route.steps[count - 1] {
        case .visit(let visit): problem.visit(visit.task).location
        case .reload(let reload): problem.depots[reload.depot].location
        case .rest: problem.vehicles[route.vehicle].start
        }
    }

    /// How many of the vehicle's breaks are over.
    var breaks: Int { route.steps.prefix(count).count(where: \.isPlannedRest) }

    /// What is left of the route: its breaks are counted anew, and its compartments run what they run now.
    var rest: Route {
        var rest = route
        for case .reload(let reload) in route.steps.prefix(count) { rest.regimes = reload.regimes }
        rest.steps = route.steps.dropFirst(count).map { $0.countingBreaks(from: -breaks) }
        return rest
    }
}

extension RouteStep {
    /// Whether it is one of the vehicle's breaks.
    var isPlannedRest: Bool {
        if case .rest(.planned) = self { true } else { false }
    }

    /// The step, with breaks numbered higher by `offset`.
    func countingBreaks(from offset: Int) -> RouteStep {
        if case .rest(.planned(let index)) = self { .rest(.planned(index + offset)) } else { self }
    }
}
