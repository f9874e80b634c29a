/// Which rules the inner loop looks at.
///
/// The kernel is chosen once per solve and is a generic parameter of everything hot, so that each kernel has a loop of its
/// own in which the questions below are constants and what is not needed is not there.
protocol ConstraintKernel: SendableMetatype {
    /// Whether routes differ in type: permissions, rates, several load dimensions.
    static var fleet: Bool { get }
    /// Whether the load on board is followed along the route, because goods both leave and come aboard.
    static var mixed: Bool { get }
    /// Whether stretches of routes are joined in constant time for what depends on the whole route: its duration and
    /// what that costs, limits, release times, setups, and which compartment has room.
    static var timed: Bool { get }
    /// Whether the whole route is measured for the price or permission of a place: several windows,
    /// compartments whose loads come and go, and the rules of the cold chain.
    static var rich: Bool { get }
    /// Whether routes may hold reloads.
    static var trips: Bool { get }
}

extension ConstraintKernel {
    /// Whether goods travel in compartments that must be chosen, and stays depend on vehicle and neighbours.
    static var detailed: Bool { timed || rich }
    /// Whether the penalised local search can price its routes: they cost what their arcs cost, and hold no reloads.
    static var mayBreakRules: Bool { !timed && !rich && !trips }
}

/// One type, one load, one window per task, cost on arcs: the plain VRPTW.
enum PlainKernel: ConstraintKernel {
    static var fleet: Bool { false }
    static var mixed: Bool { false }
    static var timed: Bool { false }
    static var rich: Bool { false }
    static var trips: Bool { false }
}

/// Several types and load dimensions, otherwise plain.
enum FleetKernel: ConstraintKernel {
    static var fleet: Bool { true }
    static var mixed: Bool { false }
    static var timed: Bool { false }
    static var rich: Bool { false }
    static var trips: Bool { false }
}

/// The same with goods that leave and goods that come aboard on one route, as with backhauls.
enum MixedKernel: ConstraintKernel {
    static var fleet: Bool { true }
    static var mixed: Bool { true }
    static var timed: Bool { false }
    static var rich: Bool { false }
    static var trips: Bool { false }
}

/// Every rule that can be told from joining stretches of a route, shipments among them.
enum TimedKernel: ConstraintKernel {
    static var fleet: Bool { true }
    static var mixed: Bool { true }
    static var timed: Bool { true }
    static var rich: Bool { false }
    static var trips: Bool { false }
}

/// Vehicles that load again, release times, otherwise as the fleet kernel.
enum TripKernel: ConstraintKernel {
    static var fleet: Bool { true }
    static var mixed: Bool { false }
    static var timed: Bool { false }
    static var rich: Bool { false }
    static var trips: Bool { true }
}

/// Every rule of the model.
enum RichKernel: ConstraintKernel {
    static var fleet: Bool { true }
    static var mixed: Bool { false }
    static var timed: Bool { false }
    static var rich: Bool { true }
    static var trips: Bool { true }
}
