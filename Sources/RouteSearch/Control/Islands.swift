internal import Synchronization
import VehicleRouting

/// Searches side by side, one a thread, from seeds that follow each other, that show each other what they find.
struct Islands {
    /// What one search or all of them found.
    struct Outcome {
        var plan: Plan
        var weight: Int64
        var cost: Int64
        var arms: ArmTable
        var iterations: Int
        var termination: Termination
    }

    private let instance: CompiledInstance
    private let parameters: SearchParameters
    private let budget: SearchBudget
    private let start: Plan?
    private let shouldStop: @Sendable () -> Bool
    private let board: ProgressBoard
    private let exchange: IncumbentExchange?

    init(
        _ instance: CompiledInstance,
        _ parameters: SearchParameters,
        _ budget: SearchBudget,
        _ start: Plan?,
        _ shouldStop: @escaping @Sendable () -> Bool,
        _ onProgress: @escaping @Sendable (SearchProgress) -> Void
    ) {
        self.instance = instance
        self.parameters = parameters
        self.budget = budget
        self.start = start
        self.shouldStop = shouldStop
        exchange =
            parameters.threads > 1
            ? IncumbentExchange(islands: parameters.threads, waits: parameters.iterations != nil) : nil
        board = ProgressBoard(ticksPerUnit: instance.ticksPerUnit, tell: onProgress)
    }

    /// The best plans of all islands in the order in which they were found.
    var incumbents: [Incumbent] { board.incumbents }

    /// Runs all islands with one kernel and returns the best plan; ties go to the lowest seed.
    func run<Kernel: ConstraintKernel>(_ kernel: Kernel.Type) -> Outcome {
        guard parameters.threads > 1 else { return island(kernel, 0) }
        let outcomes = Mutex<[Int: Outcome]>([:])
        runOnThreads(count: parameters.threads) { index in
            let outcome = island(kernel, index)
            outcomes.withLock { $0[index] = outcome }
        }
        let all = outcomes.withLock { $0 }.sorted { $0.key < $1.key }.map(\.value)
        var best = all[0]
        for other in all.dropFirst() where (other.weight, other.cost) < (best.weight, best.cost) {
            best = other
        }
        best.iterations = all.reduce(0) { $0 + $1.iterations }
        best.arms = all.reduce(into: ArmTable()) { $0.add($1.arms) }
        return best
    }

    private func island<Kernel: ConstraintKernel>(_ kernel: Kernel.Type, _ index: Int) -> Outcome {
        var evolution = Evolution<Kernel>(
            instance,
            parameters: RuinParameters(),
            prices: parameters.prices,
            budget: budget,
            warmth: parameters.warmth,
            company: exchange.map { ($0, index) },
            seed: parameters.seed &+ UInt64(index) &* 0x9E37_79B9
        )
        let requestCount = instance.problem.jobs.count + instance.problem.shipments.count
        let termination = evolution.run(
            from: start,
            shouldStop: shouldStop,
            onProgress: { best, iterations, arm in
                let entry = BoardEntry(
                    weight: best.weight,
                    cost: best.cost,
                    routes: best.routeCount,
                    unassigned: requestCount - best.requestCount(instance),
                    arm: arm,
                    thread: index
                )
                board.note(entry, after: iterations, island: index, elapsed: budget.elapsed)
            }
        )
        exchange?.leave(index)
        let plan = evolution.champion.plan(instance)
        assert(agrees(plan, costing: evolution.champion.cost), "the search's cost is not the evaluation's")
        return Outcome(
            plan: plan,
            weight: evolution.champion.weight,
            cost: evolution.champion.cost,
            arms: evolution.arms,
            iterations: evolution.search.counters.iterations,
            termination: termination
        )
    }

    /// Whether the evaluation confirms what a search says its plan costs, to the last tick.
    private func agrees(_ plan: Plan, costing units: Int64) -> Bool {
        let evaluation = PlanEvaluation(plan, in: instance.problem)
        let leftOut = plan.unassigned.reduce(Cost.zero) { sum, item in
            sum + (instance.problem.leaveOutPrice(of: item.task) ?? .zero)
        }
        return evaluation.violations.isEmpty
            && (evaluation.ledger.total + leftOut).ticks == Int(units * instance.ticksPerUnit)
    }
}
