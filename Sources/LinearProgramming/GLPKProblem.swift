import CGLPK

/// A problem in GLPK's memory, made from a program and freed with this value, within one session.
@safe
struct GLPKProblem: ~Copyable {
    let problem: OpaquePointer
    /// What GLPK said when it ended on a fault of its own; nothing may be asked of the problem after that.
    private(set) var fault: String?

    /// Copies `program` into GLPK; with `relaxed`, every column is continuous.
    init(_ program: LinearProgram, relaxed: Bool) {
        unsafe problem = glp_create_prob()
        unsafe glp_set_obj_dir(problem, program.sense == .minimise ? GLP_MIN : GLP_MAX)
        unsafe glp_set_obj_coef(problem, 0, program.constantCost)
        copyColumns(of: program, relaxed: relaxed)
        copyRows(of: program)
        copyEntries(of: program)
    }

    deinit {
        // After a fault only the whole environment can be freed, which the end of the session does.
        if fault == nil { unsafe glp_delete_prob(problem) }
    }

    private func copyColumns(of program: LinearProgram, relaxed: Bool) {
        guard !program.columnRecords.isEmpty else { return }  // GLPK ends the process on "add 0 columns".
        unsafe glp_add_cols(problem, Int32(program.columnRecords.count))
        for (number, column) in zip(Int32(1)..., program.columnRecords) {
            let bounds = column.bounds
            unsafe glp_set_col_bnds(problem, number, bounds.type, bounds.lower, bounds.upper)
            unsafe glp_set_obj_coef(problem, number, column.cost)
            // A binary column is an integer one with its bounds, which may be narrower than 0 to 1.
            if !relaxed && column.kind != .continuous { unsafe glp_set_col_kind(problem, number, GLP_IV) }
        }
    }

    private func copyRows(of program: LinearProgram) {
        guard !program.rowRecords.isEmpty else { return }
        unsafe glp_add_rows(problem, Int32(program.rowRecords.count))
        for (number, row) in zip(Int32(1)..., program.rowRecords) {
            unsafe glp_set_row_bnds(problem, number, row.bounds.type, row.bounds.lower, row.bounds.upper)
        }
    }

    /// GLPK counts from 1 and leaves element 0 of an array unused.
    private func copyEntries(of program: LinearProgram) {
        let rows = [0] + program.entries.map { $0.row + 1 }
        let columns = [0] + program.entries.map { $0.column + 1 }
        let values = [0] + program.entries.map(\.value)
        unsafe glp_load_matrix(problem, Int32(program.entries.count), rows, columns, values)
    }
}

// MARK: - Solving

extension GLPKProblem {
    /// Runs the simplex method, and branch and bound after it unless `relaxed`.
    mutating func solve(_ options: SolveOptions, relaxed: Bool) -> Outcome {
        let deadline = Deadline(seconds: options.timeLimit)
        let outcome = solveLinear(presolve: options.presolve, deadline, withPrices: relaxed)
        // Branch and bound starts from this relaxation and not from GLPK's presolver for mixed-integer models, which
        // cannot tell unbounded from infeasible and leaves no bound when time runs out before its first node.
        guard !relaxed, outcome.status == .optimal, let bound = outcome.bound else {
            return relaxed ? outcome : outcome.asIntegerOutcome
        }
        return solveInteger(options, deadline, relaxationBound: bound)
    }

    private mutating func solveLinear(presolve: Bool, _ deadline: Deadline, withPrices: Bool) -> Outcome {
        let code = simplex(presolve: presolve ? GLP_ON : GLP_OFF, milliseconds: deadline.milliseconds)
        if let fault { return Outcome(status: .numericalFailure(.fault(fault))) }
        switch code {
        case 0, GLP_ETMLIM:
            return linearOutcome(timedOut: code == GLP_ETMLIM, withPrices: withPrices)
        case GLP_ENOPFS:
            return Outcome(status: .infeasible)
        case GLP_ENODFS:
            // The presolver has only shown that there is no optimum: unbounded or infeasible, the simplex tells.
            return solveLinear(presolve: false, deadline, withPrices: withPrices)
        default:
            return Outcome(status: .numericalFailure(.gaveUp(code: code)))
        }
    }

    private func linearOutcome(timedOut: Bool, withPrices: Bool) -> Outcome {
        switch unsafe glp_get_status(problem) {
        case GLP_OPT:
            let answer = linearAnswer(withPrices: withPrices)
            return Outcome(status: .optimal, answer: answer, bound: answer.objective)
        case GLP_FEAS where timedOut:
            return Outcome(status: .feasible, answer: linearAnswer(withPrices: false))
        case GLP_NOFEAS:
            return Outcome(status: .infeasible)
        case GLP_UNBND:
            return Outcome(status: .unbounded)
        default:
            return Outcome(status: timedOut ? .timeLimit : .numericalFailure(.gaveUp(code: GLP_EFAIL)))
        }
    }

    private mutating func solveInteger(
        _ options: SolveOptions,
        _ deadline: Deadline,
        relaxationBound: Double
    ) -> Outcome {
        var bound = relaxationBound
        let code = branchAndBound(options, milliseconds: deadline.milliseconds, bound: &bound)
        if let fault { return Outcome(status: .numericalFailure(.fault(fault))) }
        let status = unsafe glp_mip_status(problem)
        switch (code, status) {
        case (0, GLP_OPT):
            let answer = integerAnswer()
            return Outcome(status: .optimal, answer: answer, bound: answer.objective)
        case (0, GLP_NOFEAS):
            return Outcome(status: .infeasible)
        case (GLP_EMIPGAP, _):
            return Outcome(status: .optimal, answer: integerAnswer(), bound: bound)
        case (GLP_ETMLIM, GLP_FEAS), (GLP_ESTOP, GLP_FEAS):
            return Outcome(status: .feasible, answer: integerAnswer(), bound: bound)
        case (GLP_ETMLIM, _), (GLP_ESTOP, _):
            return Outcome(status: .timeLimit, bound: bound)
        default:
            return Outcome(status: .numericalFailure(.gaveUp(code: code)))
        }
    }

    /// Runs GLPK's simplex and returns its code; sets `fault` if it ends on one.
    mutating func simplex(presolve: Int32, milliseconds: Int32) -> Int32 {
        var words = FaultWords()
        let capacity = words.bytes.count
        let code = unsafe cglpk_simplex(problem, presolve, milliseconds, &words.bytes, capacity)
        if code == CGLPK_FAULT { fault = words.text }
        return code
    }

    /// Runs GLPK's branch and bound and returns its code; sets `fault` if it ends on one, and `bound` to the last bound
    /// it proved.
    private mutating func branchAndBound(
        _ options: SolveOptions,
        milliseconds: Int32,
        bound: inout Double
    ) -> Int32 {
        // GLPK rounds an integer column that is this near to a whole number; its default of 1e-5, times a coefficient
        // of 1000, would already miss a row by a hundredth.
        let nearlyWhole = 1e-7
        var words = FaultWords()
        let capacity = words.bytes.count
        let code = unsafe cglpk_intopt(
            problem,
            options.gap,
            nearlyWhole,
            Int32(clamping: options.nodeLimit ?? .max),
            milliseconds,
            &bound,
            &words.bytes,
            capacity
        )
        if code == CGLPK_FAULT { fault = words.text }
        return code
    }

    /// Room for what GLPK says when it ends on a fault: the assertion and its place in GLPK's source, two short lines.
    private struct FaultWords {
        var bytes = [CChar](repeating: 0, count: 512)

        var text: String {
            let said = bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            return String(decoding: said, as: UTF8.self).split(separator: "\n").joined(separator: "; ")
        }
    }
}

// MARK: - Reading the answer

extension GLPKProblem {
    /// GLPK's numbers of the columns, from 1.
    private var columns: Range<Int32> { unsafe 1..<glp_get_num_cols(problem) + 1 }

    /// GLPK's numbers of the rows, from 1.
    private var rows: Range<Int32> { unsafe 1..<glp_get_num_rows(problem) + 1 }

    private func linearAnswer(withPrices: Bool) -> Answer {
        let prices = Answer.Prices(
            duals: rows.map { unsafe glp_get_row_dual(problem, $0) },
            reducedCosts: columns.map { unsafe glp_get_col_dual(problem, $0) }
        )
        return Answer(
            values: columns.map { unsafe glp_get_col_prim(problem, $0) },
            objective: unsafe glp_get_obj_val(problem),
            prices: withPrices ? prices : nil
        )
    }

    private func integerAnswer() -> Answer {
        Answer(
            values: columns.map { unsafe glp_mip_col_val(problem, $0) },
            objective: unsafe glp_mip_obj_val(problem)
        )
    }
}

extension Outcome {
    /// What a relaxation that ended short of its optimum says about the whole-number model: its values are none of
    /// that model's.
    fileprivate var asIntegerOutcome: Outcome { Outcome(status: status == .feasible ? .timeLimit : status) }
}

extension Bounds {
    /// GLPK's name for the shape of the interval; it ignores the end that the shape leaves open.
    fileprivate var type: Int32 {
        switch (lower.isFinite, upper.isFinite) {
        case (false, false): GLP_FR
        case (true, false): GLP_LO
        case (false, true): GLP_UP
        case (true, true): lower == upper ? GLP_FX : GLP_DB
        }
    }
}
