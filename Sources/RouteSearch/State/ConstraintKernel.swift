/// Which rules the inner loop looks at.
///
/// The kernel is chosen once per solve and is a generic parameter of everything hot, so that each kernel has a loop of its
/// own in which the questions below are constants and what is not needed is not there.
protocol ConstraintKernel: SendableMetatype {
    /// Whether routes differ in type: permissions, rates, several load dimensions.
    static var fleet: Bool { get }
    /// Whether the whole route decides about price or permission of a place: compartments, several windows,
    /// setup, paid waiting, overtime, limits, release times, loads that come and go.
    static var rich: Bool { get }
}

/// One type, one load, one window per task, cost on arcs: the plain VRPTW.
enum PlainKernel: ConstraintKernel {
    static var fleet: Bool { false }
    static var rich: Bool { false }
}

/// Several types and load dimensions, otherwise plain.
enum FleetKernel: ConstraintKernel {
    static var fleet: Bool { true }
    static var rich: Bool { false }
}

/// Every rule of the model.
enum RichKernel: ConstraintKernel {
    static var fleet: Bool { true }
    static var rich: Bool { true }
}
