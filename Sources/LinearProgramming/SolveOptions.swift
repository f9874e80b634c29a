/// How long and how exactly to solve.
public struct SolveOptions: Hashable, Sendable {
    /// Wall-clock seconds, more than 0; nil for as long as it takes.
    ///
    /// GLPK looks at the clock between simplex iterations and between nodes, so one node's re-optimisation may overrun.
    public let timeLimit: Double?
    /// Nodes of the branch-and-bound tree, at least 1; nil for as many as it takes.
    ///
    /// Unlike seconds, nodes end a solve at the same solution every time.
    public let nodeLimit: Int?
    /// Whether GLPK may simplify the linear program before the simplex method; it mostly pays, so it is on by default.
    public let presolve: Bool
    /// How far from the optimum a mixed-integer solution may be proved and still count as optimal, relative, 0 or more.
    ///
    /// |objective − bound| ÷ |objective|, as GLPK measures it.
    public let gap: Double
    /// The largest relative residual a solution may have, more than 0 and less than 1.
    ///
    /// GLPK itself works to 1e-7 on a scaled model; the default of 1e-6 leaves it room for scaling back.
    public let tolerance: Double

    /// Makes options; each is checked against its range.
    public init(
        timeLimit: Double? = nil,
        nodeLimit: Int? = nil,
        presolve: Bool = true,
        gap: Double = 0,
        tolerance: Double = 1e-6
    ) {
        if let timeLimit { precondition(timeLimit > 0, "the time limit must be above 0 seconds") }
        if let nodeLimit { precondition(nodeLimit > 0, "the node limit must be above 0") }
        precondition(gap >= 0 && gap.isFinite, "the gap must be a finite number, 0 or more")
        precondition(tolerance > 0 && tolerance < 1, "the tolerance must lie between 0 and 1")
        self.timeLimit = timeLimit
        self.nodeLimit = nodeLimit
        self.presolve = presolve
        self.gap = gap
        self.tolerance = tolerance
    }
}
