import RoutingTestSupport
import VehicleRouting

/// The best plans of a tiny problem, found by trying every route of every vehicle with the exact evaluation.
///
/// Sets of demands (jobs, then shipments) are bit masks.
struct BruteForce {
    let problem: Problem
    let demands: [[TaskReference]]
    /// Per vehicle and set of demands, the cheapest route that breaks no promise; nil where there is none.
    let cheapest: [[Cost?]]

    init(_ problem: Problem) {
        self.problem = problem
        demands =
            problem.jobs.indices.map { [.job($0)] }
            + problem.shipments.indices.map { [.pickup($0), .delivery($0)] }
        cheapest = problem.vehicles.indices.map { [demands] vehicle in
            var routes = VehicleRoutes(problem: problem, vehicle: vehicle, demands: demands)
            return (0..<(1 << demands.count)).map { routes.cheapest(of: $0) }
        }
    }

    /// Demands that some vehicle does on some route.
    var possible: Int {
        cheapest.reduce(0) { possible, sets in
            sets.indices.filter { sets[$0] != nil }.reduce(possible) { $0 | $1 }
        }
    }

    /// Per set of demands, the least sum of `weight` over vehicles that together do just this set, each demand once; nil
    /// where they cannot.
    func least<Weight: AdditiveArithmetic & Comparable>(_ weight: (Int, Cost) -> Weight) -> [Weight?] {
        var best = [Weight?](repeating: nil, count: 1 << demands.count)
        best[0] = .zero
        for sets in cheapest {
            let before = best
            for done in before.indices {
                guard let base = before[done] else { continue }
                for set in 1..<before.count where set & done == 0 {
                    guard let cost = sets[set] else { continue }
                    let sum = base + weight(set, cost)
                    best[set | done] = best[set | done].map { min($0, sum) } ?? sum
                }
            }
        }
        return best
    }

    /// The least cost of plans that do, give to a carrier, or leave out at their price all demands but the `excused`.
    func leastCost(excusing excused: Int) -> Cost? {
        let done = least { $1 }
        return done.indices.compactMap { set -> Cost? in
            guard var cost = done[set] else { return nil }
            for index in demands.indices where set & (1 << index) == 0 {
                let task = demands[index][0]
                let charges = problem.carriers.filter { $0.maxJobs != 0 && $0.mayCarry(task, in: problem) }
                    .map { problem.price(of: task, by: $0) }
                let outside = (charges + [problem.importance(of: task).cost].compactMap { $0 }).min()
                if outside == nil && excused & (1 << index) == 0 { return nil }
                cost += outside ?? .zero
            }
            return cost
        }.min()
    }
}

/// All routes of one vehicle.
private struct VehicleRoutes {
    let problem: Problem
    let vehicle: Int
    let demands: [[TaskReference]]
    /// Sets whose goods fit in no way, so that no larger set need be looked at.
    private var hopeless: Set<Int> = []

    init(problem: Problem, vehicle: Int, demands: [[TaskReference]]) {
        self.problem = problem
        self.vehicle = vehicle
        self.demands = demands
    }

    mutating func cheapest(of set: Int) -> Cost? {
        let members = demands.indices.filter { set & (1 << $0) != 0 }
        if members.contains(where: { hopeless.contains(set & ~(1 << $0)) }) {
            hopeless.insert(set)
            return nil
        }
        let orders = orders(of: members.flatMap { demands[$0] })
        let arrangements = arrangements(of: members)
        if arrangements.isEmpty { hopeless.insert(set) }
        let stowing: Set<Violation.Cause> = [.regime, .load]
        let timely = orders.map { RouteEvaluation(route($0, arrangements.first), at: 0, in: problem) }
            .enumerated().filter { $1.violations.allSatisfy { stowing.contains($0.cause) } }
            .sorted { $0.element.ledger.total < $1.element.ledger.total }
        for (position, evaluation) in timely {
            for arrangement in arrangements {
                let evaluated = RouteEvaluation(route(orders[position], arrangement), at: 0, in: problem)
                if evaluated.violations.isEmpty { return evaluation.ledger.total }
            }
        }
        return nil
    }

    private typealias Arrangement = (regimes: [Int?], compartments: [TaskReference: Int])

    private func route(_ order: [TaskReference], _ arrangement: Arrangement?) -> Route {
        Route(
            vehicle: vehicle,
            visits: order.map { Visit($0, compartment: arrangement?.compartments[$0] ?? 0) },
            regimes: arrangement?.regimes ?? []
        )
    }

    /// All orders with pickups before their deliveries.
    private func orders(of tasks: [TaskReference]) -> [[TaskReference]] {
        guard !tasks.isEmpty else { return [[]] }
        return tasks.indices.flatMap { index -> [[TaskReference]] in
            if case .delivery(let shipment) = tasks[index], tasks.contains(.pickup(shipment)) { return [] }
            var rest = tasks
            let first = rest.remove(at: index)
            return orders(of: rest).map { [first] + $0 }
        }
    }

    /// All choices of regimes and compartments that the labels allow.
    private func arrangements(of members: [Int]) -> [Arrangement] {
        let compartments = problem.vehicles[vehicle].effectiveCompartments
        var regimes: [[Int?]] = [[]]
        for compartment in compartments {
            let choices: [Int?] = compartment.regimes ?? [nil]
            regimes = regimes.flatMap { row in choices.map { row + [$0] } }
        }
        var places: [[TaskReference: Int]] = [[:]]
        for member in members {
            places = places.flatMap { place in
                compartments.indices.map { index in
                    place.merging(demands[member].map { ($0, index) }) { $1 }
                }
            }
        }
        let tasks = members.flatMap { demands[$0] }
        return regimes.flatMap { row in places.map { (regimes: row, compartments: $0) } }.filter {
            !RouteEvaluation(route(tasks, $0), at: 0, in: problem).violations.contains { $0.cause == .regime }
        }
    }
}
