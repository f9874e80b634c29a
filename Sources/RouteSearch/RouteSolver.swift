internal import Synchronization
public import VehicleRouting

/// Searches for a good plan of a problem.
///
/// Compiles the problem into flat arrays, picks the kernel that looks at just the rules the problem has, and anneals on as
/// many threads as asked for; the best plan of all threads is the answer.
public struct RouteSolver {
    /// The problem to be solved; it has passed validation.
    private let problem: Problem

    /// A solver for `problem`, which has passed validation.
    public init(_ problem: Problem) {
        self.problem = problem
    }

    /// Searches within `parameters` and returns the best plan met.
    ///
    /// - Parameters:
    ///   - start: A plan to improve on; the answer is never worse.  Nil starts from nothing.
    ///   - shouldStop: Asked often, from any thread; true ends the search with the best plan so far.
    ///   - onProgress: Told about ten times a second, from one thread at a time.
    public func solve(
        _ parameters: SearchParameters = SearchParameters(),
        from start: Plan? = nil,
        shouldStop: @escaping @Sendable () -> Bool = { false },
        onProgress: @escaping @Sendable (SearchProgress) -> Void = { _ in }
    ) -> SearchResult {
        let budget = SearchBudget(parameters, began: .now)
        onProgress(SearchProgress(phase: .compiling, elapsed: 0))
        let instance = CompiledInstance(problem)
        onProgress(SearchProgress(phase: .constructing, elapsed: budget.elapsed))
        guard instance.visitCount > 0, !instance.types.isEmpty else {
            let empty = SolutionRecord(instance).plan(instance)
            return SearchResult(
                plan: empty,
                iterations: 0,
                elapsed: budget.elapsed,
                termination: .nothingToDo
            )
        }
        let islands = Islands(instance, parameters, budget, start, shouldStop, onProgress)
        let outcome = run(islands, instance.needs)
        var best = outcome.plan
        if let start,
            PlanEvaluation(start, in: problem).objective < PlanEvaluation(best, in: problem).objective
        {
            best = start
        }
        return SearchResult(
            plan: best,
            iterations: outcome.iterations,
            elapsed: budget.elapsed,
            termination: outcome.termination
        )
    }

    /// Runs the islands with the kernel that looks at what is needed and no more.
    private func run(_ islands: Islands, _ needs: KernelNeeds) -> Islands.Outcome {
        if needs.rich { return islands.run(RichKernel.self) }
        if needs.trips { return islands.run(TripKernel.self) }
        if needs.timed { return islands.run(TimedKernel.self) }
        if needs.mixedLoads { return islands.run(MixedKernel.self) }
        return needs.fleet ? islands.run(FleetKernel.self) : islands.run(PlainKernel.self)
    }
}
