internal import Synchronization
public import VehicleRouting

/// Searches for a good plan of a problem.
///
/// Compiles the problem into flat arrays, picks the kernel that looks at just the rules the problem has, and anneals on as
/// many threads as asked for; the best plan of all threads is the answer.  A problem of more than 2000 tasks is cut into
/// regions for that, unless they would share boxes of which there are so many or bodies with several layouts.
public struct RouteSolver {
    /// The problem to be solved; it has passed validation.
    private let problem: Problem
    /// How a large problem is cut.
    private let sizes: RegionParameters

    /// A solver for `problem`, which has passed validation.
    public init(_ problem: Problem) {
        self.init(problem, sizes: RegionParameters())
    }

    init(_ problem: Problem, sizes: RegionParameters) {
        self.problem = problem
        self.sizes = sizes
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
        // Regions share nothing, but stocks of boxes and layouts of a body are shared.
        let isShared =
            problem.vehicles.contains { $0.body != nil } || problem.boxTypes.contains { $0.stock != nil }
        guard problem.taskCount > sizes.mostTasksAtOnce, !isShared else {
            return searchAtOnce(
                parameters,
                budget,
                from: start,
                shouldStop: shouldStop,
                onProgress: onProgress
            )
        }
        onProgress(SearchProgress(phase: .constructing, elapsed: 0))
        let board = ProgressBoard(ticksPerUnit: 1, tell: onProgress)
        let outcome = RegionalSearch(
            problem: problem,
            parameters: parameters,
            budget: budget,
            shouldStop: shouldStop,
            board: board,
            sizes: sizes
        ).run(from: start)
        return SearchResult(
            plan: outcome.plan,
            iterations: outcome.iterations,
            arms: outcome.arms,
            incumbents: board.incumbents,
            elapsed: budget.elapsed,
            termination: outcome.termination
        )
    }

    /// Searches the problem as one, however large it is.
    func searchAtOnce(
        _ parameters: SearchParameters,
        _ budget: SearchBudget,
        from start: Plan?,
        shouldStop: @escaping @Sendable () -> Bool,
        onProgress: @escaping @Sendable (SearchProgress) -> Void = { _ in }
    ) -> SearchResult {
        onProgress(SearchProgress(phase: .compiling, elapsed: 0))
        let instance = CompiledInstance(problem)
        onProgress(SearchProgress(phase: .constructing, elapsed: budget.elapsed))
        guard instance.visitCount > 0, !instance.types.isEmpty else {
            let empty = SolutionRecord(instance).plan(instance)
            return SearchResult(
                plan: empty,
                iterations: 0,
                arms: ArmTable(),
                incumbents: [],
                elapsed: budget.elapsed,
                termination: .nothingToDo
            )
        }
        let islands = Islands(instance, parameters, budget, start, shouldStop, onProgress)
        let outcome = run(islands, instance.needs)
        var boxes = BoxChoice(problem)
        var best = boxes.cheapest(for: outcome.plan)
        if let start, isWorthMore(start, than: best) { best = start }
        return SearchResult(
            plan: best,
            iterations: outcome.iterations,
            arms: outcome.arms,
            incumbents: islands.incumbents,
            elapsed: budget.elapsed,
            termination: outcome.termination
        )
    }

    /// Whether a plan breaks no more than another and is better to the search.
    private func isWorthMore(_ plan: Plan, than other: Plan) -> Bool {
        let broken = [plan, other].map { PlanEvaluation($0, in: problem).violations.count }
        guard broken[0] == broken[1] else { return broken[0] < broken[1] }
        let count = problem.taskCount
        return PlanWorth(plan, in: problem, wholeTasks: count)
            < PlanWorth(other, in: problem, wholeTasks: count)
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
