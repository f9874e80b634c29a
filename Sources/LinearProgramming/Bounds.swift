/// The closed interval a column or a row must stay in; either end may be infinite.
///
/// Bounds are plain data and may be nonsense (the lower end above the upper, not a number): the program they are
/// given to refuses them with a ``LinearProgramError``, because bounds come from a user's figures.
public struct Bounds: Hashable, Sendable {
    /// The smallest value allowed; `-.infinity` for none.
    public let lower: Double
    /// The largest value allowed; `.infinity` for none.
    public let upper: Double

    /// Any value.
    public static let free = Bounds(lower: -.infinity, upper: .infinity)

    /// `lower` or more.
    public static func atLeast(_ lower: Double) -> Bounds { Bounds(lower: lower, upper: .infinity) }

    /// `upper` or less.
    public static func atMost(_ upper: Double) -> Bounds { Bounds(lower: -.infinity, upper: upper) }

    /// From `lower` to `upper`, both allowed.
    public static func between(_ lower: Double, _ upper: Double) -> Bounds {
        Bounds(lower: lower, upper: upper)
    }

    /// This one value.
    public static func exactly(_ value: Double) -> Bounds { Bounds(lower: value, upper: value) }

    /// How far `value` lies outside; 0 inside.
    func violation(by value: Double) -> Double { max(lower - value, value - upper, 0) }

    /// Why no model can hold these bounds, or nil.
    func fault(for kind: LinearProgram.Kind?) -> LinearProgramError.Reason? {
        if lower.isNaN || upper.isNaN || lower == .infinity || upper == -.infinity {
            return .boundsNotNumbers(lower: lower, upper: upper)
        }
        if lower > upper { return .boundsCross(lower: lower, upper: upper) }
        switch kind {
        case .binary where lower < 0 || upper > 1:
            return .boundsOutsideBinary(lower: lower, upper: upper)
        case .binary, .integer:
            // GLPK refuses fractional bounds on integer columns; rounding them is the caller's decision.
            let ends = [lower, upper].filter(\.isFinite)
            return ends.first { $0 != $0.rounded() }.map(LinearProgramError.Reason.fractionalBound)
        case .continuous, nil:
            return nil
        }
    }
}
