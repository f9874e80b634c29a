internal import VehicleRouting

/// The fleet of a plan, in classes of vehicles that differ in name only.
struct ExplainedFleet {
    /// What the fleet does.
    let plan: Plan
    private let classes: [VehicleClass]

    init(_ plan: Plan, in problem: Problem) {
        self.plan = plan
        var routes: [Int: Route] = [:]
        for route in plan.routes { routes[route.vehicle] = route }
        var members: [Vehicle: [Int]] = [:]
        var order: [Vehicle] = []
        for (index, vehicle) in problem.vehicles.enumerated() {
            let likeness = vehicle.likeness
            if members[likeness] == nil { order.append(likeness) }
            members[likeness, default: []].append(index)
        }
        classes = order.map { VehicleClass(members[$0] ?? [], routes: routes, in: problem) }
    }

    /// The classes as a task sees them: one that allows only some vehicles splits them.
    func classes(for task: TaskReference, in problem: Problem) -> [VehicleClass] {
        guard let allowed = problem.allowedVehicles(task) else { return classes }
        return classes.flatMap { group in
            [true, false].compactMap { isAllowed in
                group.filtered { allowed.contains(problem.vehicles[$0].id) == isAllowed }
            }
        }
    }
}

extension Vehicle {
    /// The vehicle without names, and as if its body were its own: equal for those that can do the same.
    var likeness: Vehicle {
        var likeness = nameless
        likeness.body = nil
        return likeness
    }
}

/// Vehicles that differ in name only, and what they do in the plan.
struct VehicleClass {
    /// Indices into the problem's vehicles.
    let members: [Int]
    /// The routes of those that drive.
    let routes: [ProbedRoute]
    /// A route without visits, as if one of them were free.
    let empty: ProbedRoute
    /// Those of them that stay in the yard, in this layout of their body and in every other, in the problem's order.
    let unused: [Int]

    init(_ members: [Int], routes: [Int: Route], in problem: Problem) {
        self.members = members
        self.routes = members.compactMap { routes[$0] }.map { ProbedRoute($0, in: problem) }
        let bodiesOut = Set(routes.keys.compactMap { problem.vehicles[$0].body })
        unused = members.filter { member in
            routes[member] == nil && problem.vehicles[member].body.map { !bodiesOut.contains($0) } ?? true
        }
        let vehicle = problem.vehicles[members[0]]
        empty = ProbedRoute(
            Route(
                vehicle: members[0],
                steps: vehicle.breaks.indices.map { .rest(.planned($0)) },
                regimes: vehicle.effectiveCompartments.map { _ in nil }
            ),
            in: problem
        )
    }

    private init(members: [Int], unused: [Int], routes: [ProbedRoute], empty: ProbedRoute) {
        self.members = members
        self.unused = unused
        self.routes = routes
        self.empty = empty
    }

    /// The part of the class for which `isIncluded` holds; nil when that is nobody.
    func filtered(_ isIncluded: (Int) -> Bool) -> VehicleClass? {
        let kept = members.filter(isIncluded)
        guard let first = kept.first else { return nil }
        return VehicleClass(
            members: kept,
            unused: unused.filter(isIncluded),
            routes: routes.filter { isIncluded($0.route.vehicle) },
            empty: empty.driven(by: first)
        )
    }
}
