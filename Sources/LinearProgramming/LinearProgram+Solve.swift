/// What GLPK claims, before our own check of it.
struct Answer: Sendable {
    /// Duals and reduced costs, in the order of rows and columns.
    struct Prices: Sendable {
        var duals: [Double]
        var reducedCosts: [Double]
    }

    /// In the order of columns.
    var values: [Double]
    /// As GLPK states it.
    var objective: Double
    /// From an optimal linear solve only.
    var prices: Prices?
}

/// How GLPK ended.
struct Outcome: Sendable {
    var status: LinearSolution.Status
    var answer: Answer?
    var bound: Double?
}

extension LinearProgram {
    /// Solves the model, whole-number columns included, on the calling thread.
    ///
    /// Blocks until the end or the time limit.  Safe to call from several threads at once, on the same or on different
    /// programs.  The same program and options give the same solution unless the time limit cuts in.
    public func solve(_ options: SolveOptions = SolveOptions()) -> LinearSolution {
        solve(options, relaxed: !hasIntegers)
    }

    /// Solves the model as if every column were continuous; the bounds stay as they are.
    ///
    /// Its objective is a bound that no solution of the model beats, and it has duals, which a mixed-integer solve has
    /// not.
    public func solveRelaxation(_ options: SolveOptions = SolveOptions()) -> LinearSolution {
        solve(options, relaxed: true)
    }

    private func solve(_ options: SolveOptions, relaxed: Bool) -> LinearSolution {
        let outcome = GLPKSession.run {
            var problem = GLPKProblem(self, relaxed: relaxed)
            return problem.solve(options, relaxed: relaxed)
        }
        return judge(outcome, tolerance: options.tolerance, relaxed: relaxed)
    }

    /// Believes the values only if they keep the model's promises.
    func judge(_ outcome: Outcome, tolerance: Double, relaxed: Bool) -> LinearSolution {
        guard let answer = outcome.answer else {
            return LinearSolution(status: outcome.status, bound: outcome.bound)
        }
        let residuals = Residuals(of: answer, in: self, relaxed: relaxed)
        if let largest = residuals.largest, largest.amount > tolerance {
            return LinearSolution(status: .numericalFailure(.residual(largest)), residuals: residuals)
        }
        return LinearSolution(
            status: outcome.status,
            values: ColumnValues(elements: answer.values, program: identity),
            objective: objective(at: answer.values),
            duals: answer.prices.map { RowValues(elements: $0.duals, program: identity) },
            reducedCosts: answer.prices.map { ColumnValues(elements: $0.reducedCosts, program: identity) },
            bound: outcome.bound,
            residuals: residuals
        )
    }
}

extension LinearSolution {
    /// A solution without values.
    fileprivate init(status: Status, bound: Double? = nil, residuals: Residuals? = nil) {
        self.init(
            status: status,
            values: nil,
            objective: nil,
            duals: nil,
            reducedCosts: nil,
            bound: bound,
            residuals: residuals
        )
    }
}
