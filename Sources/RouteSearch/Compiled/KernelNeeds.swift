import VehicleRouting

/// Which rules a problem has beyond arcs, one window per task and one load: decides the kernel, once per
/// solve.
struct KernelNeeds: Sendable {
    /// Several types, several load dimensions, or rates that differ: the route's type must be looked at.
    let fleet: Bool
    /// Something depends on the whole route that joining its stretches tells: its duration, limits, release times, setups,
    /// compartments, shipments.
    let timed: Bool
    /// Something depends on the whole route that only a walk along it tells.
    let rich: Bool
    /// Goods both leave and come aboard, or stay there, so that the load on board must be followed along the route.
    let mixedLoads: Bool
    /// There is one load dimension at most.
    let oneLoad: Bool
    /// There are shipments.
    let pairs: Bool
    /// Which tasks stand at the same place matters: there are setups, or halts that cost.
    let setups: Bool
    /// Goods must be given a compartment.
    let compartments: Bool
    /// Vehicles may load again.
    let trips: Bool
    /// Compartments hold less on the first of several trips.
    let ballast: Bool
    /// There are rests, traffic, due times or relations.
    let workday: Bool
    /// Some tasks belong together, apart or in an order.
    let relations: Bool
    /// Compartments may have to be cleaned, cooled or warmed before a trip.
    let preparations: Bool

    init(_ problem: Problem, types: [FleetType], rules: RuleNeeds) {
        let visits = problem.jobs + problem.shipments.flatMap { [$0.pickup, $0.delivery] }
        trips = problem.vehicles.contains { !$0.reloadDepots.isEmpty }
        pairs = !problem.shipments.isEmpty
        let delivers = problem.jobs.contains { !$0.delivery.isNothing }
        let collects = problem.jobs.contains { !$0.pickup.isNothing }
        ballast = types.contains { $0.compartments.contains { $0.ballast != .zero } }
        mixedLoads = pairs || delivers && collects || ballast
        oneLoad = problem.dimensions.count <= 1
        let first = types.first
        fleet =
            types.count > 1 || problem.dimensions.count > 1
            || types.contains { $0.perLength != 1 || $0.perSecond != 0 }
            || first.map { $0.capacity != LoadVector(repeating: .max) } ?? false
        setups =
            types.contains { $0.perStop != 0 }
            || visits.contains { $0.setup > 0 || !$0.setupPerType.isEmpty }
        compartments = types.contains { type in
            type.compartments.count > 1
                || type.compartments.contains { $0.regimes != FleetCompartment.uncontrolled }
        }
        let paysOrLimits = types.contains { $0.paysForTime || $0.hasLimits || $0.perTaskSecond != 0 }
        let variesByType = visits.contains { !$0.servicePerType.isEmpty }
        // Layouts share bodies, which only these kernels count.
        let sharesBodies = problem.vehicles.contains { $0.body != nil }
        let isDetailed = pairs || setups || compartments || paysOrLimits || variesByType || sharesBodies
        timed = isDetailed || visits.contains { $0.release > 0 || !$0.boxes.isEmpty }
        let severalWindows =
            visits.contains { $0.openings.count > 1 }
            || types.contains { $0.departureWindows.count > 1 || $0.returnWindows.count > 1 }
            || trips && problem.depots.contains { $0.timeWindows.count > 1 }
        // Trips follow release times by themselves; with anything else the whole route is measured.
        let hasDetailedTrips = trips && (isDetailed || mixedLoads || problem.hasTiedGoods)
        relations = !problem.relations.isEmpty
        preparations = problem.hasPreparations
        workday =
            relations || visits.contains { $0.due != nil }
            || types.contains { $0.workday.hasRests || !$0.workday.speeds.isEmpty }
        rich =
            workday || severalWindows || mixedLoads && compartments || hasDetailedTrips || rules.any
            || preparations
    }
}
