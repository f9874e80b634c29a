import VehicleRouting

/// How the real numbers of a published instance become whole ones.
///
/// The five conventions are those of PyVRP's `read()`; they apply to distances, times, fixed costs and prizes alike, so
/// that everything is counted in the same scaled unit.
public enum Rounding: String, Hashable, Sendable, CaseIterable {
    /// As it stands; a number with a fraction is refused.
    case none
    /// To the nearest whole number, halves to even.
    case round
    /// Fractions cut off.
    case trunc
    /// Times 10, fractions cut off: the convention of the DIMACS challenge, one decimal.
    case dimacs
    /// Times 1000, to the nearest whole number, halves to even: three decimals.
    case exact

    /// How many scaled units make one unit of the file.
    public var scale: Int {
        switch self {
        case .none, .round, .trunc: 1
        case .dimacs: 10
        case .exact: 1000
        }
    }

    /// How many decimals of the file's unit survive.
    public var decimals: Int {
        switch self {
        case .none, .round, .trunc: 0
        case .dimacs: 1
        case .exact: 3
        }
    }

    /// What makes a number whole; nil under `none`, where it has to be.
    var step: PlaneLaw.Step? {
        switch self {
        case .none: nil
        case .round, .exact: PlaneLaw.Step(factor: Double(scale), rule: .toNearestOrEven)
        case .trunc, .dimacs: PlaneLaw.Step(factor: Double(scale), rule: .towardZero)
        }
    }
}
