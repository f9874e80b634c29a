public import Interchange
public import VehicleRouting

/// The plan people drive today, as a baseline.
///
/// Who drives what in which order is taken as it stands, broken promises included; they show in the figures.  The list of
/// stops says nothing of compartments, so goods are put where they fit best.
public struct TodaysPlan: Hashable, Sendable {
    /// The plan; what the list does not name is given to carriers or left out.
    public let plan: Plan

    /// The plan that a list of stops makes of `problem`.
    public init(_ baseline: BaselinePlan, in problem: Problem) {
        let tasks = baseline.routes.map { ($0.vehicle, $0.stops.map { TaskReference.job($0.job) }) }
        self.init(Dictionary(tasks, uniquingKeysWith: +), in: problem)
    }

    /// The plan in which each vehicle (by index) does its tasks in order.
    ///
    /// A task that is named twice is done the first time, by the vehicle with the lowest index.
    public init(_ tasks: [Int: [TaskReference]], in problem: Problem) {
        var placed: Set<TaskReference> = []
        let routes = tasks.keys.sorted().map { vehicle in
            let own = (tasks[vehicle] ?? []).filter { placed.insert($0).inserted }
            return TodaysPlan.route(of: vehicle, tasks: own, in: problem)
        }
        plan = Plan(routes: routes).completed(in: problem)
    }

    /// Puts the goods where they fit; where they fit nowhere, into the first compartment, as a broken promise.
    private static func route(of vehicle: Int, tasks: [TaskReference], in problem: Problem) -> Route {
        var loading = RouteLoading(vehicle: problem.vehicles[vehicle], in: problem)
        var aboard: [Int: Int] = [:]
        var visits: [Visit] = []
        for task in tasks {
            switch task {
            case .delivery(let shipment):
                visits.append(Visit(task, compartment: aboard[shipment] ?? 0))
            case .pickup(let shipment):
                let compartment = loading.take(task, in: problem)
                aboard[shipment] = compartment
                visits.append(Visit(task, compartment: compartment))
            case .job:
                visits.append(Visit(task, compartment: loading.take(task, in: problem)))
            }
        }
        return Route(vehicle: vehicle, visits: visits, regimes: loading.regimes)
    }
}
