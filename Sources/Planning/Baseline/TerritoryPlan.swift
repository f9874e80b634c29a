internal import Foundation
public import VehicleRouting

/// The plan of a careful dispatcher without software, as a baseline when today's plan is not known.
///
/// Orders belong to the nearest depot they may come from.  Around each depot the map is cut into sectors of equal work, one
/// per vehicle, beginning at the widest gap (the sweep of Gillett and Miller, *Operations Research* 22 (1974), 340–349).
/// In its sector a vehicle drives from one stop to the next by distance, waiting and urgency (the time-oriented nearest
/// neighbour of Solomon, *Operations Research* 35 (1987), 254–265), passing on to the next sector whatever would break a
/// rule.  What nobody could take is squeezed in where it fits with the least extra driving, and the rest goes to carriers.
/// The dispatcher has learnt how many territories cost least: a dozen numbers are tried and the best plan is kept.
///
/// No chance is involved; equal problems give equal plans.
public struct TerritoryPlan {
    private let problem: Problem
    private let builder: TerritoryBuilder

    /// Prepares the baseline of `problem`.
    public init(_ problem: Problem) {
        self.problem = problem
        builder = TerritoryBuilder(problem)
    }

    /// The plan; it breaks no promise of time, load, regime, skill or shift.
    public func plan() -> Plan {
        let tries = 12
        let plans = (1...tries).reversed().map { step in
            builder.plan(share: Double(step) / Double(tries))
        }
        let ranked = plans.map { (plan: $0, objective: PlanEvaluation($0, in: problem).objective) }
        return ranked.min { $0.objective < $1.objective }?.plan ?? Plan().completed(in: problem)
    }
}

/// The orders of one depot and the vehicles that start there.
private struct Yard {
    /// Index of the location; nil for vehicles that start at their first stop.
    let location: Int?
    var vehicles: [Int]
    /// Indices into the builder's orders, sorted by angle from the widest gap on.
    var orders: [Int] = []
}

private struct TerritoryBuilder {
    private let problem: Problem
    /// Jobs and shipments, each named once.
    private let orders: [TaskReference]
    private let facts: [RouteClock.Facts?]
    private var yards: [Yard] = []
    /// Seconds of work an order stands for when sectors are cut.
    private let work: [Int]
    /// Whether a vehicle's skills, depot and permissions allow an order: `[vehicle][order]`.
    private let isAllowed: [[Bool]]

    init(_ problem: Problem) {
        self.problem = problem
        let orders =
            problem.jobs.indices.map(TaskReference.job) + problem.shipments.indices.map(TaskReference.pickup)
        self.orders = orders
        facts = problem.vehicles.map { RouteClock.Facts($0, in: problem) }
        isAllowed = problem.vehicles.map { vehicle in orders.map { vehicle.isAllowed($0, in: problem) } }
        let leg = TerritoryBuilder.meanNearestTravel(orders, in: problem)
        work = orders.map { problem.visit($0).setup + problem.visit($0).service + leg }
        var found: [Int?: Yard] = [:]
        for (index, vehicle) in problem.vehicles.enumerated() where facts[index] != nil {
            found[vehicle.start, default: Yard(location: vehicle.start, vehicles: [])].vehicles.append(index)
        }
        yards = found.values.sorted { ($0.vehicles.first ?? 0) < ($1.vehicles.first ?? 0) }
        for order in orders.indices {
            if let yard = nearestYard(order) { yards[yard].orders.append(order) }
        }
        for yard in yards.indices { yards[yard].orders = sweep(yards[yard]) }
    }

    /// The plan with so large a share of each yard's vehicles having a territory.
    func plan(share: Double) -> Plan {
        var routes: [Int: GrowingRoute] = [:]
        for (vehicle, facts) in facts.enumerated() {
            if let facts { routes[vehicle] = GrowingRoute(vehicle: vehicle, facts: facts, in: problem) }
        }
        var left: [Int] = []
        for yard in yards { left += drive(yard, share: share, &routes) }
        left = squeeze(left, into: &routes)
        let driven = routes.keys.sorted().compactMap { routes[$0]?.route }
        return Plan(routes: driven).completed(in: problem)
    }

    /// Drives each sector, passing on what does not fit; gives back what no vehicle of the yard could append.
    private func drive(_ yard: Yard, share: Double, _ routes: inout [Int: GrowingRoute]) -> [Int] {
        let count = max(1, Int((Double(yard.vehicles.count) * share).rounded(.up)))
        let total = yard.orders.reduce(0) { $0 + work[$1] }
        var pending: [Int] = []
        var next = 0
        var handed = 0
        for (position, vehicle) in yard.vehicles.enumerated() {
            // The sectors end where equal parts of the work end; vehicles beyond them get what is passed on.
            let target = position + 1 >= count ? total : total * (position + 1) / count
            while next < yard.orders.count, handed < target || position + 1 >= count {
                handed += work[yard.orders[next]]
                pending.append(yard.orders[next])
                next += 1
            }
            pending = append(pending, to: vehicle, &routes)
        }
        // Once more round: vehicles of earlier sectors may take what later ones passed on.
        for vehicle in yard.vehicles where !pending.isEmpty {
            pending = append(pending, to: vehicle, &routes)
        }
        return pending
    }

    /// Lets a vehicle go from one order to the best next one until none fits; gives back the others.
    private func append(_ pending: [Int], to vehicle: Int, _ routes: inout [Int: GrowingRoute]) -> [Int] {
        guard var route = routes[vehicle] else { return pending }
        var open = pending.filter { isAllowed[vehicle][$0] }
        var taken: Set<Int> = []
        while let best = route.bestNext(of: open.map { ($0, orders[$0]) }) {
            open.removeAll { $0 == best }
            guard let longer = route.appending(orders[best], in: problem) else { continue }
            route = longer
            taken.insert(best)
        }
        routes[vehicle] = route
        return pending.filter { !taken.contains($0) }
    }

    /// Inserts jobs where they cost the least extra driving, into routes first and then into vehicles that stand idle;
    /// gives back what fits nowhere.
    private func squeeze(_ left: [Int], into routes: inout [Int: GrowingRoute]) -> [Int] {
        left.filter { order in
            for isIdle in [false, true] {
                let offers = routes.values
                    .filter { $0.isEmpty == isIdle && isAllowed[$0.vehicle][order] }
                    .compactMap { route in
                        route.cheapestInsertion(of: orders[order], in: problem).map { (route.vehicle, $0) }
                    }
                    .sorted { ($0.1.extraTravel, $0.0) < ($1.1.extraTravel, $1.0) }
                for (vehicle, insertion) in offers {
                    if let longer = routes[vehicle]?.inserting(orders[order], insertion, in: problem) {
                        routes[vehicle] = longer
                        return false
                    }
                }
            }
            return true
        }
    }

    private func nearestYard(_ order: Int) -> Int? {
        yards.indices.filter { yard in yards[yard].vehicles.contains { isAllowed[$0][order] } }
            .min { travel(from: $0, to: order) < travel(from: $1, to: order) }
    }

    private func travel(from yard: Int, to order: Int) -> Seconds {
        let facts = yards[yard].vehicles.first.flatMap { self.facts[$0] }
        return facts?.travel(from: yards[yard].location, to: problem.visit(orders[order]).location) ?? 0
    }

    /// The yard's orders by angle, from the widest gap on; in the order of the problem where places are not known.
    private func sweep(_ yard: Yard) -> [Int] {
        guard let centre = yard.location.flatMap({ problem.locations[$0].coordinate }) else {
            return yard.orders
        }
        let angles = yard.orders.compactMap { order -> (order: Int, angle: Double)? in
            let location = problem.locations[problem.visit(orders[order]).location]
            guard let place = location.coordinate else { return nil }
            let stretch = cos(centre.latitude * .pi / 180)
            let angle = atan2(
                place.latitude - centre.latitude,
                (place.longitude - centre.longitude) * stretch
            )
            return (order, angle)
        }
        guard angles.count == yard.orders.count, let first = angles.first else { return yard.orders }
        let sorted = angles.sorted { ($0.angle, $0.order) < ($1.angle, $1.order) }
        var widest = (gap: -1.0, start: 0)
        var previous = (sorted.last ?? first).angle - 2 * .pi
        for (index, entry) in sorted.enumerated() {
            if entry.angle - previous > widest.gap { widest = (entry.angle - previous, index) }
            previous = entry.angle
        }
        return (sorted[widest.start...] + sorted[..<widest.start]).map(\.order)
    }

    /// Mean driving seconds from an order to the nearest other one elsewhere; O(orders²).
    private static func meanNearestTravel(_ orders: [TaskReference], in problem: Problem) -> Seconds {
        guard let matrix = problem.matrices.min(by: { $0.key < $1.key })?.value else { return 0 }
        let places = Array(Set(orders.map { problem.visit($0).location })).sorted()
        guard places.count > 1 else { return 0 }
        let nearest = places.map { place in
            places.reduce(Int.max) { $1 == place ? $0 : min($0, matrix.duration(from: place, to: $1)) }
        }
        return nearest.reduce(0, +) / nearest.count
    }
}

extension Vehicle {
    /// Whether skills, depot and permissions allow an order, whatever else is aboard.
    fileprivate func isAllowed(_ order: TaskReference, in problem: Problem) -> Bool {
        guard problem.skills(order).isSubset(of: skills),
            problem.allowedVehicles(order)?.contains(id) ?? true
        else { return false }
        if case .job(let job) = order, !problem.jobs[job].depots.isEmpty {
            return startDepot.map(problem.jobs[job].depots.contains) ?? false
        }
        return true
    }
}
