internal import Foundation
public import VehicleRouting

/// The plan of a careful dispatcher without software, as a baseline when today's plan is not known.
///
/// Orders belong to the nearest depot they may come from, and those that few of its vehicles could take to a crew of these.
/// For each crew the map is cut into sectors of equal work, one per vehicle, beginning at the widest gap (the sweep of
/// Gillett and Miller, *Operations Research* 22 (1974), 340–349).  In its sector a vehicle drives from one stop
/// to the next by distance, waiting and urgency (the time-oriented nearest neighbour of Solomon, *Operations Research* 35
/// (1987), 254–265).  What does not fit there goes to the vehicle of another sector that reaches it with the least extra
/// driving, then to vehicles without a sector, and only the rest to carriers.  The dispatcher has learnt how many
/// territories cost least: a dozen numbers are tried and the best plan is kept.  `Docs/baseline.md` says the same to
/// dispatchers.
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
    ///
    /// - Parameter timeLimit: Wall-clock seconds after which no further number of territories is tried and what has no
    ///   vehicle yet is left to carriers; nil for no limit.  Equal problems give equal plans unless it cuts in.
    public func plan(timeLimit: Double? = nil) -> Plan {
        var builder = builder
        builder.end = timeLimit.map { ContinuousClock.now + .seconds($0) }
        let tries = 12
        var best: (plan: Plan, objective: PlanObjective)?
        for step in (1...tries).reversed() where best == nil || !builder.isOver {
            let plan = builder.plan(share: Double(step) / Double(tries))
            let objective = PlanEvaluation(plan, in: problem).objective
            if best.map({ objective < $0.objective }) ?? true { best = (plan, objective) }
        }
        return best?.plan ?? Plan().completed(in: problem)
    }
}

/// A depot, or a place where vehicles start without one.
private struct Yard {
    /// Index of the location; nil for vehicles that start at their first stop.
    let location: Int?
    var vehicles: [Int]
    /// Indices into the builder's orders.
    var orders: [Int] = []
}

/// Vehicles of a yard that divide some of its orders among them.
private struct Crew {
    /// Those first that could serve most of the orders if they had nothing else to do.
    var vehicles: [Int]
    /// Indices into the builder's orders, sorted by angle from the widest gap on.
    var orders: [Int]
}

private struct TerritoryBuilder {
    /// When to leave the rest to carriers; nil for never.
    var end: ContinuousClock.Instant?
    private let problem: Problem
    /// Jobs and shipments, each named once.
    private let orders: [TaskReference]
    private let facts: [RouteClock.Facts?]
    /// A route to begin with for each vehicle; nil for one whose profile has no matrix.
    private let emptyRoutes: [GrowingRoute?]
    private var yards: [Yard] = []
    private var crews: [Crew] = []
    /// Seconds of work an order stands for when sectors are cut.
    private let work: [Int]
    /// Whether a vehicle's skills, depot and permissions allow an order: `[vehicle][order]`.
    private let isAllowed: [[Bool]]

    init(_ problem: Problem) {
        self.problem = problem
        let orders = problem.orders
        self.orders = orders
        facts = problem.vehicles.map { RouteClock.Facts($0, in: problem) }
        emptyRoutes = facts.enumerated().map { vehicle, facts in
            facts.map { GrowingRoute(vehicle: vehicle, facts: $0, in: problem) }
        }
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
        crews = yards.flatMap(crews)
    }

    /// The crews of a yard: first those for orders that at most half of its vehicles could take (frozen goods, tail lifts,
    /// late windows), then all other vehicles with all other orders.
    private func crews(of yard: Yard) -> [Crew] {
        var special: [Crew] = []
        var general = Crew(vehicles: [], orders: [])
        for order in yard.orders {
            let able = yard.vehicles.filter { couldServe($0, order) }
            guard !able.isEmpty, 2 * able.count <= yard.vehicles.count else {
                general.orders.append(order)
                continue
            }
            // Crews that would share a vehicle are one.
            var crew = Crew(vehicles: able, orders: [order])
            for other in special where !Set(other.vehicles).isDisjoint(with: crew.vehicles) {
                crew.vehicles += other.vehicles.filter { !crew.vehicles.contains($0) }
                crew.orders += other.orders
            }
            special.removeAll { !Set($0.vehicles).isDisjoint(with: crew.vehicles) }
            special.append(crew)
        }
        let specialists = Set(special.flatMap(\.vehicles))
        general.vehicles = yard.vehicles.filter { !specialists.contains($0) }
        if general.vehicles.isEmpty { general.vehicles = yard.vehicles }
        return (special + [general]).map { crew in
            let reach = crew.vehicles.map { vehicle in crew.orders.count { couldServe(vehicle, $0) } }
            let ranked = zip(reach, crew.vehicles).sorted { ($0.0, $1.1) > ($1.0, $0.1) }
            return Crew(vehicles: ranked.map(\.1), orders: sweep(crew.orders, around: yard.location))
        }
    }

    /// Whether the time is used up.
    var isOver: Bool { end.map { ContinuousClock.now >= $0 } ?? false }

    /// Whether a vehicle could serve an order if it had nothing else to do.
    private func couldServe(_ vehicle: Int, _ order: Int) -> Bool {
        isAllowed[vehicle][order] && emptyRoutes[vehicle]?.fits(orders[order]) == true
    }

    /// The plan with so large a share of each crew having a territory.
    func plan(share: Double) -> Plan {
        var routes: [Int: GrowingRoute] = [:]
        for (vehicle, route) in emptyRoutes.enumerated() { routes[vehicle] = route }
        var left: [Int] = []
        for crew in crews { left += drive(crew, share: share, &routes) }
        left = squeeze(left, into: &routes) { !$0.isEmpty }
        let idle = yards.flatMap(\.vehicles).filter { routes[$0]?.isEmpty == true }
        for vehicle in idle { left = append(left, to: vehicle, &routes) }
        left = squeeze(left, into: &routes) { _ in true }
        // Shipments are not squeezed in, but may come last.
        for vehicle in yards.flatMap(\.vehicles) { left = append(left, to: vehicle, &routes) }
        let driven = routes.keys.sorted().compactMap { routes[$0]?.route }
        var boxes = BoxChoice(problem)
        return boxes.withinStock(Plan(routes: driven)).completed(in: problem)
    }

    /// Has each vehicle with a sector drive what fits of it; gives back the rest.
    private func drive(_ crew: Crew, share: Double, _ routes: inout [Int: GrowingRoute]) -> [Int] {
        let count = max(1, Int((Double(crew.vehicles.count) * share).rounded(.up)))
        let total = crew.orders.reduce(0) { $0 + work[$1] }
        var left: [Int] = []
        var rest = crew.orders[...]
        var handed = 0
        for (position, vehicle) in crew.vehicles.prefix(count).enumerated() {
            // The sectors end where equal parts of the work end.
            let target = total * (position + 1) / count
            var sector: [Int] = []
            while let order = rest.first, handed < target || position + 1 == count {
                handed += work[order]
                sector.append(order)
                rest.removeFirst()
            }
            left += append(sector, to: vehicle, &routes)
        }
        return left
    }

    /// Lets a vehicle go from one order to the best next one until none fits; gives back the others.
    private func append(_ pending: [Int], to vehicle: Int, _ routes: inout [Int: GrowingRoute]) -> [Int] {
        guard !isOver, var route = routes[vehicle], !isBodyOut(of: vehicle, routes) else { return pending }
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

    /// Inserts jobs where they cost the least extra driving, of all routes that `may` take more; gives back what fits
    /// nowhere.
    private func squeeze(
        _ left: [Int],
        into routes: inout [Int: GrowingRoute],
        where may: (GrowingRoute) -> Bool
    ) -> [Int] {
        left.filter { order in
            if isOver { return true }
            let offers = routes.values
                .filter { may($0) && isAllowed[$0.vehicle][order] }
                .compactMap { route in
                    route.cheapestInsertion(of: orders[order], in: problem).map { (route.vehicle, $0) }
                }
                .sorted { ($0.1.extraTravel, $0.0) < ($1.1.extraTravel, $1.0) }
            for (vehicle, insertion) in offers where !isBodyOut(of: vehicle, routes) {
                if let longer = routes[vehicle]?.inserting(orders[order], insertion, in: problem) {
                    routes[vehicle] = longer
                    return false
                }
            }
            return true
        }
    }

    /// Whether the body of a vehicle is on the road in another layout.
    private func isBodyOut(of vehicle: Int, _ routes: [Int: GrowingRoute]) -> Bool {
        guard let body = problem.vehicles[vehicle].body else { return false }
        return problem.vehicles.indices.contains { other in
            other != vehicle && problem.vehicles[other].body == body && routes[other]?.isEmpty == false
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

    /// Orders by their angle around a place, from the widest gap on; as they are where places are not known.
    private func sweep(_ unsorted: [Int], around place: Int?) -> [Int] {
        guard let centre = place.flatMap({ problem.locations[$0].coordinate }) else { return unsorted }
        let angles = unsorted.compactMap { order -> (order: Int, angle: Double)? in
            let location = problem.locations[problem.visit(orders[order]).location]
            guard let place = location.coordinate else { return nil }
            let stretch = cos(centre.latitude * .pi / 180)
            let angle = atan2(
                place.latitude - centre.latitude,
                (place.longitude - centre.longitude) * stretch
            )
            return (order, angle)
        }
        guard angles.count == unsorted.count, let first = angles.first else { return unsorted }
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
        return problem.origins(of: order).map { origins in startDepot.map(origins.contains) ?? false } ?? true
    }
}
