/// What a solve found out, with numbers only where the solve made them.
public struct LinearSolution: Sendable {
    /// How a solve ended.
    public enum Status: Hashable, Sendable {
        /// Proved best, for a mixed-integer model within ``SolveOptions/gap``.
        case optimal
        /// Time or nodes ran out with a solution in hand that breaks no rule; it may not be the best.
        case feasible
        /// Nothing satisfies all rows and bounds.
        case infeasible
        /// The objective improves without end; of a mixed-integer model this is said of its relaxation.
        case unbounded
        /// Time or nodes ran out with no solution in hand.
        case timeLimit
        /// The arithmetic went wrong, so nothing is known.
        case numericalFailure(NumericalFailure)
    }

    /// What went wrong in the arithmetic.
    public enum NumericalFailure: Hashable, Sendable {
        /// GLPK gave up with this return code (`GLP_E…` in `glpk.h`).
        case gaveUp(code: Int32)
        /// GLPK ended on a fault of its own, in these words.
        case fault(String)
        /// GLPK claimed a solution that our own check does not confirm.
        case residual(Residual)
    }

    /// How the solve ended.
    public let status: Status
    /// The value of each column; nil unless the status is optimal or feasible.
    public let values: ColumnValues?
    /// The objective at `values`, constant cost included, summed here and not taken from GLPK.
    public let objective: Double?
    /// The change of the objective per unit by which a row's binding bound moves up; only from an optimal linear solve.
    ///
    /// So when minimising, a binding `atLeast` row has a dual of 0 or more, a binding `atMost` row of 0 or less; when
    /// maximising it is the other way round.
    public let duals: RowValues?
    /// Cost less the rows' duals times coefficients, per column; only from an optimal linear solve.
    public let reducedCosts: ColumnValues?
    /// No solution has a better objective than this; nil where nothing was proved.
    public let bound: Double?
    /// What our own check of the solution measured; nil when GLPK offered none.
    ///
    /// After a ``NumericalFailure/residual(_:)`` it is all that is left of the solution.
    public let residuals: Residuals?
}

/// One number per column of a program.
public struct ColumnValues: Sendable {
    /// In the order of ``LinearProgram/columns``.
    public let elements: [Double]
    let program: UInt64

    /// The number of one column, which must belong to the solved program or a copy of it.
    public subscript(column: LinearProgram.Column) -> Double {
        precondition(
            column.program == program && column.index < elements.count,
            "the column belongs to another program than the solution, or was added after it"
        )
        return elements[column.index]
    }
}

/// One number per row of a program.
public struct RowValues: Sendable {
    /// In the order of ``LinearProgram/rows``.
    public let elements: [Double]
    let program: UInt64

    /// The number of one row, which must belong to the solved program or a copy of it.
    public subscript(row: LinearProgram.Row) -> Double {
        precondition(
            row.program == program && row.index < elements.count,
            "the row belongs to another program than the solution, or was added after it"
        )
        return elements[row.index]
    }
}
