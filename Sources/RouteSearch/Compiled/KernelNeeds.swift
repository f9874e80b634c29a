import VehicleRouting

/// Which rules a problem has beyond arcs, one window per task and one load: decides the kernel, once per
/// solve.
struct KernelNeeds: Sendable {
    /// Several types, several load dimensions, or rates that differ: the route's type must be looked at.
    let fleet: Bool
    /// Anything that makes the price or the permission of a place depend on the whole route.
    let rich: Bool
    /// Goods both leave and come aboard, so that the load on board must be followed along the route.
    let mixedLoads: Bool
    /// There are shipments.
    let pairs: Bool

    init(_ problem: Problem, types: [FleetType]) {
        let visits = problem.jobs + problem.shipments.flatMap { [$0.pickup, $0.delivery] }
        pairs = !problem.shipments.isEmpty
        let delivers = problem.jobs.contains { !$0.delivery.isNothing }
        let collects = problem.jobs.contains { !$0.pickup.isNothing }
        mixedLoads = pairs || delivers && collects
        let first = types.first
        fleet =
            types.count > 1 || problem.dimensions.count > 1
            || types.contains { $0.perLength != 1 || $0.perSecond != 0 }
            || first.map { $0.capacity != LoadVector(repeating: .max) } ?? false
        let richTask = visits.contains { visit in
            visit.timeWindows.count > 1 || visit.setup > 0 || !visit.servicePerType.isEmpty
                || !visit.setupPerType.isEmpty || visit.release > 0
        }
        let richType = types.contains { type in
            type.paysForTime || type.hasLimits || type.perTaskSecond != 0 || type.perStop != 0
                || type.compartments.count > 1 || type.departureWindows.count > 1
                || type.returnWindows.count > 1
                || type.compartments.contains { $0.regimes != FleetCompartment.uncontrolled }
        }
        rich = mixedLoads || richTask || richType
    }
}
