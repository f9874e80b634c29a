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
        let tasks = baseline.routes.map { route in
            (route.vehicle, route.stops.map { Loading(task: .job($0.job), compartment: $0.compartment) })
        }
        self.init(Dictionary(tasks, uniquingKeysWith: +), in: problem)
    }

    /// The plan in which each vehicle (by index) does its tasks in order.
    ///
    /// A task that is named twice is done the first time, by the vehicle with the lowest index.
    public init(_ tasks: [Int: [TaskReference]], in problem: Problem) {
        self.init(tasks.mapValues { $0.map { Loading(task: $0, compartment: nil) } }, in: problem)
    }

    /// A task, and the compartment its goods are said to travel in.
    private struct Loading {
        var task: TaskReference
        var compartment: Int?
    }

    private init(_ tasks: [Int: [Loading]], in problem: Problem) {
        var placed: Set<TaskReference> = []
        let routes = tasks.keys.sorted().map { vehicle in
            let own = (tasks[vehicle] ?? []).filter { placed.insert($0.task).inserted }
            return TodaysPlan.route(of: vehicle, tasks: own, in: problem)
        }
        plan = Plan(routes: routes).completed(in: problem)
    }

    /// Puts the goods where they fit; where they fit nowhere, into the first compartment, as a broken promise.
    private static func route(of vehicle: Int, tasks: [Loading], in problem: Problem) -> Route {
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
        return Route(vehicle: vehicle, visits: visits, regimes: loading.regimes)
    }
}
