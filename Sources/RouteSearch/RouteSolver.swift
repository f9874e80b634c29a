public import VehicleRouting

/// Searches for a good plan of a problem.
public struct RouteSolver {
    /// The problem to be solved; it has passed validation.
    private let problem: Problem

    /// A solver for `problem`.
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
        shouldStop: @Sendable () -> Bool = { false },
        onProgress: @Sendable (SearchProgress) -> Void = { _ in }
    ) -> SearchResult {
        let tasks =
            problem.jobs.indices.map(TaskReference.job) + problem.shipments.indices.map(TaskReference.pickup)
        let plan = start ?? Plan(unassigned: tasks.map { Unassigned($0) })
        return SearchResult(plan: plan, iterations: 0, elapsed: 0, termination: .nothingToDo)
    }
}
