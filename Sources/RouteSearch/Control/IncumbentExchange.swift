internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Where islands show each other the plans they have.
///
/// Trades are counted in rounds.  Where equal budgets must give equal plans, an island waits until all others have come to
/// its round or have left; otherwise it takes what is there.
final class IncumbentExchange: Sendable {
    private struct State {
        /// What each island showed, round by round.
        var shown: [[Elite]]
        var hasLeft: [Bool]
    }

    private let state: Mutex<State>
    private let waits: Bool
    /// Microseconds between two looks at the others.
    private static let pause: UInt32 = 200

    /// An exchange between `islands`, that wait for each other if `waits`.
    init(islands: Int, waits: Bool) {
        self.waits = waits
        state = Mutex(
            State(
                shown: [[Elite]](repeating: [], count: islands),
                hasLeft: [Bool](repeating: false, count: islands)
            )
        )
    }

    /// Shows a plan and returns those of the other islands, in their order: of the same round when they wait for each
    /// other, otherwise their latest.
    func trade(_ plan: Elite, by island: Int, shouldStop: () -> Bool) -> [Elite] {
        let round = state.withLock { state in
            state.shown[island].append(plan)
            return state.shown[island].count
        }
        while waits, !isComplete(round), !shouldStop() { usleep(Self.pause) }
        return state.withLock { state in
            state.shown.indices.filter { $0 != island }.compactMap { other in
                guard waits else { return state.shown[other].last }
                return state.shown[other].count >= round ? state.shown[other][round - 1] : nil
            }
        }
    }

    /// Notes that an island will trade no more.
    func leave(_ island: Int) {
        state.withLock { $0.hasLeft[island] = true }
    }

    private func isComplete(_ round: Int) -> Bool {
        state.withLock { state in
            state.shown.indices.allSatisfy { state.hasLeft[$0] || state.shown[$0].count >= round }
        }
    }
}
