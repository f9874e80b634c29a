internal import Synchronization
import VehicleRouting

/// Gathers the progress of all islands, tells it at most ten times a second, and keeps every incumbent.
final class ProgressBoard: Sendable {
    private struct State {
        var told = -1.0
        var weight = Int64.max
        var cost = Int64.max
        var routes = 0
        var unassigned = 0
        var iterations: [Int: Int] = [:]
        var incumbents: [Incumbent] = []

        var allIterations: Int { iterations.values.reduce(0, +) }
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

    /// Takes note of the best plan of a search after `iterations` of it; searches are told apart by `island`.
    func note(_ best: BoardEntry, after iterations: Int, island: Int, elapsed: Double) {
        state.withLock { state in
            state.iterations[island] = iterations
            if (best.weight, best.cost) < (state.weight, state.cost) {
                (state.weight, state.cost) = (best.weight, best.cost)
                (state.routes, state.unassigned) = (best.routes, best.unassigned)
                state.incumbents.append(
                    Incumbent(
                        seconds: elapsed,
                        iterations: state.allIterations,
                        cost: cost(best.cost),
                        unassigned: best.unassigned,
                        routes: best.routes,
                        arm: best.arm,
                        thread: best.thread
                    )
                )
            }
            guard elapsed - state.told >= Self.interval else { return }
            state.told = elapsed
            var progress = SearchProgress(phase: .improving, elapsed: elapsed)
            progress.iterations = state.allIterations
            progress.cost = cost(state.cost)
            progress.routes = state.routes
            progress.unassigned = state.unassigned
            tell(progress)
        }
    }

    /// The best plans in the order in which they were found.
    var incumbents: [Incumbent] {
        state.withLock { $0.incumbents }
    }

    private func cost(_ units: Int64) -> Cost {
        Cost(ticks: Int(units * ticksPerUnit))
    }
}

/// What the board keeps of a plan.
struct BoardEntry {
    /// What leaving out required requests counts, before cost.
    var weight: Int64
    /// Cost in the board's units.
    var cost: Int64
    var routes: Int
    /// Jobs and shipments left out.
    var unassigned: Int
    /// The arm that found it.
    var arm: SearchArm
    /// The thread that found it.
    var thread: Int
}
