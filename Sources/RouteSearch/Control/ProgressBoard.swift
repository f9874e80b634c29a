internal import Synchronization
import VehicleRouting

/// Gathers the progress of all islands and tells it at most ten times a second.
final class ProgressBoard: Sendable {
    private struct State {
        var told = -1.0
        var weight = Int64.max
        var cost = Int64.max
        var routes = 0
        var unassigned = 0
        var iterations: [Int: Int] = [:]
    }

    private let state = Mutex(State())
    private let ticksPerUnit: Int64
    private let tell: @Sendable (SearchProgress) -> Void
    /// Seconds between two reports.
    private static let interval = 0.1

    init(ticksPerUnit: Int64, tell: @escaping @Sendable (SearchProgress) -> Void) {
        self.ticksPerUnit = ticksPerUnit
        self.tell = tell
    }

    /// Takes note of one island's best plan.
    func note(
        _ best: borrowing SolutionRecord,
        absentees: Int,
        _ iterations: Int,
        island: Int,
        _ budget: SearchBudget
    ) {
        let elapsed = budget.elapsed
        let (weight, cost, routes) = (best.weight, best.cost, best.routeCount)
        state.withLock { state in
            state.iterations[island] = iterations
            if (weight, cost) < (state.weight, state.cost) {
                (state.weight, state.cost) = (weight, cost)
                (state.routes, state.unassigned) = (routes, absentees)
            }
            guard elapsed - state.told >= Self.interval else { return }
            state.told = elapsed
            var progress = SearchProgress(phase: .improving, elapsed: elapsed)
            progress.iterations = state.iterations.values.reduce(0, +)
            progress.cost = Cost(ticks: Int(state.cost * ticksPerUnit))
            progress.routes = state.routes
            progress.unassigned = state.unassigned
            tell(progress)
        }
    }
}
