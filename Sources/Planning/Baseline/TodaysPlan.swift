public import Interchange
public import VehicleRouting

/// The plan people drive today, as a baseline.
///
/// Who drives what in which order is taken as it stands, broken promises included; they show in the figures.  Goods go
/// into the compartments that the list names; where it names none, they are put where they fit best.
public struct TodaysPlan: Hashable, Sendable {
    /// The plan; what the list does not name is given to carriers or left out.
    public let plan: Plan

    /// The plan that a list of stops makes of `problem`.
    public init(_ baseline: BaselinePlan, in problem: Problem) {
        var steps: [Int: [Step]] = [:]
        for route in baseline.routes {
            for (position, stop) in route.stops.enumerated() {
                for reload in route.reloads where reload.position == position {
                    steps[route.vehicle, default: []].append(.reload(depot: reload.depot))
                }
                let loading = Loading(task: .job(stop.job), compartment: stop.compartment)
                steps[route.vehicle, default: []].append(.task(loading))
            }
        }
        self.init(steps, in: problem)
    }

    /// The plan in which each vehicle (by index) does its tasks in order.
    ///
    /// A task that is named twice is done the first time, by the vehicle with the lowest index.
    public init(_ tasks: [Int: [TaskReference]], in problem: Problem) {
        self.init(
            tasks.mapValues { $0.map { .task(Loading(task: $0, compartment: nil)) } },
            in: problem
        )
    }

    private enum Step {
        case task(Loading)
        case reload(depot: Int)
    }

    /// A task, and the compartment its goods are said to travel in.
    private struct Loading {
        var task: TaskReference
        var compartment: Int?
    }

    private init(_ steps: [Int: [Step]], in problem: Problem) {
        var placed: Set<TaskReference> = []
        let routes = steps.keys.sorted().map { vehicle in
            var trips: [(depot: Int?, tasks: [Loading])] = [(nil, [])]
            for step in steps[vehicle] ?? [] {
                switch step {
                case .task(let loading):
                    guard placed.insert(loading.task).inserted else { continue }
                    trips[trips.count - 1].tasks.append(loading)
                case .reload(let depot): trips.append((depot, []))
                }
            }
            return TodaysPlan.route(of: vehicle, trips: trips, in: problem)
        }
        plan = Plan(routes: routes).completed(in: problem)
    }

    private static func route(
        of vehicle: Int,
        trips: [(depot: Int?, tasks: [Loading])],
        in problem: Problem
    ) -> Route {
        var route = Route(vehicle: vehicle, steps: [], regimes: [])
        for trip in trips {
            let (visits, regimes) = loaded(trip.tasks, on: vehicle, in: problem)
            if let depot = trip.depot {
                route.steps.append(.reload(Reload(depot: depot, regimes: regimes)))
            } else {
                route.regimes = regimes
            }
            route.steps += visits.map { .visit($0) }
        }
        route.dropEmptyTrips()
        return route
    }

    /// Puts the goods of a trip where they fit; where they fit nowhere, into the first compartment, as a broken promise.
    private static func loaded(
        _ tasks: [Loading],
        on vehicle: Int,
        in problem: Problem
    ) -> (visits: [Visit], regimes: [Int?]) {
        var loading = RouteLoading(vehicle: problem.vehicles[vehicle], in: problem)
        for (compartment, goods) in Dictionary(grouping: tasks, by: \.compartment) {
            guard let compartment else { continue }
            loading.run(compartment, for: goods.compactMap { problem.regime($0.task) }, in: problem)
        }
        var aboard: [Int: Int] = [:]
        var visits: [Visit] = []
        for (task, named) in tasks.map({ ($0.task, $0.compartment) }) {
            switch task {
            case .delivery(let shipment):
                visits.append(Visit(task, compartment: aboard[shipment] ?? 0))
            case .pickup(let shipment):
                let compartment = loading.take(task, into: named, in: problem)
                aboard[shipment] = compartment
                let box = problem.longestHoldingBox(for: task)
                visits.append(Visit(task, compartment: compartment, box: box))
            case .job:
                let box = problem.longestHoldingBox(for: task)
                let place = loading.take(task, into: named, in: problem)
                visits.append(Visit(task, compartment: place, box: box))
            }
        }
        return (visits, loading.regimes)
    }
}
