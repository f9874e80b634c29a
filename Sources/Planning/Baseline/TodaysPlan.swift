public import VehicleRouting

/// One row of the plan people drive today, as `stops.csv` states it.
public struct TodaysStop: Hashable, Sendable {
    /// The vehicle's code.
    public var vehicle: String
    /// What sorts the stops of a vehicle; nil keeps the order of the rows.
    public var sequence: Int?
    /// The code of an order, which means all its jobs, or the full id of one job.
    public var order: String

    /// `order`, served by `vehicle` as number `sequence`.
    public init(vehicle: String, sequence: Int? = nil, order: String) {
        self.vehicle = vehicle
        self.sequence = sequence
        self.order = order
    }
}

/// The plan people drive today, as a baseline.
///
/// Who drives what in which order is taken as it stands, broken promises included; they show in the figures.  The list says
/// nothing of compartments, so goods are put where they fit best.
public struct TodaysPlan: Sendable {
    /// The plan; orders that the list does not name are given to carriers or left out.
    public let plan: Plan
    /// Vehicles on the list that the day does not have, sorted.
    public let unknownVehicles: [String]
    /// Orders on the list that the day does not have, sorted.
    public let unknownOrders: [String]

    /// The plan that `stops` make of `problem`.
    public init(_ stops: [TodaysStop], in problem: Problem) {
        let vehicles = Dictionary(problem.vehicles.indices.map { ("\(problem.vehicles[$0].id)", $0) }) {
            first,
            _ in first
        }
        let orders = OrderIndex(problem)
        var unknownVehicles: Set<String> = []
        var unknownOrders: Set<String> = []
        var placed: Set<TaskReference> = []
        var tasks: [Int: [TaskReference]] = [:]
        let sorted = stops.enumerated().sorted {
            ($0.element.sequence ?? $0.offset, $0.offset) < ($1.element.sequence ?? $1.offset, $1.offset)
        }
        for (_, stop) in sorted {
            let found = orders.tasks(of: stop.order.withoutProtection)
            if found.isEmpty { unknownOrders.insert(stop.order) }
            guard let vehicle = vehicles[stop.vehicle.withoutProtection] else {
                unknownVehicles.insert(stop.vehicle)
                continue
            }
            for task in found where placed.insert(task).inserted {
                tasks[vehicle, default: []].append(task)
            }
        }
        let routes = tasks.keys.sorted().map { vehicle in
            TodaysPlan.route(of: vehicle, tasks: tasks[vehicle] ?? [], in: problem)
        }
        plan = Plan(routes: routes).completed(in: problem)
        self.unknownVehicles = unknownVehicles.sorted()
        self.unknownOrders = unknownOrders.sorted()
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

/// Finds tasks by the codes people use.
private struct OrderIndex {
    private var tasks: [String: [TaskReference]] = [:]

    init(_ problem: Problem) {
        for index in problem.jobs.indices { add(.job(index), id: problem.jobs[index].id) }
        for index in problem.shipments.indices {
            add(.pickup(index), id: problem.shipments[index].pickup.id)
            add(.delivery(index), id: problem.shipments[index].delivery.id)
        }
    }

    /// A job is found by its id and, when that is `ORDER/REGIME`, by its order.
    private mutating func add(_ task: TaskReference, id: Identifier) {
        let name = "\(id)"
        tasks[name, default: []].append(task)
        if let slash = name.firstIndex(of: "/") { tasks[String(name[..<slash]), default: []].append(task) }
    }

    func tasks(of code: String) -> [TaskReference] {
        tasks[code] ?? []
    }
}

extension String {
    /// The text without the apostrophe that keeps a spreadsheet from taking it for a formula.
    fileprivate var withoutProtection: String {
        guard first == "'", let second = dropFirst().first, "=+-@".contains(second) else { return self }
        return String(dropFirst())
    }
}
