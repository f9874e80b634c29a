import Planning
import RouteSearch
import Synchronization

/// Shows how far a run is: one line redrawn in place on a terminal, a line now and then elsewhere.
final class ProgressDisplay: Sendable {
    /// Seconds between two lines where they cannot be redrawn, so that a log stays short.
    private static let secondsBetweenLines = 10.0

    private struct State {
        var phase: RunProgress.Phase?
        var isDrawn = false
        var lastLine = -Double.infinity
    }

    private let console: Console
    private let isRedrawn: Bool
    private let start = ContinuousClock.now
    private let state = Mutex(State())

    /// A display on `console`.
    init(on console: Console = .standardError) {
        self.console = console
        isRedrawn = console.isTerminal
    }

    /// Shows `progress`; may be called from any thread, and often.
    func show(_ progress: RunProgress) {
        let elapsed = start.duration(to: .now) / .seconds(1)
        state.withLock { state in
            let line = ProgressLine(progress, elapsed: elapsed)
            if isRedrawn {
                console.writeUnended("\r\u{1B}[2K" + line.text(within: console.width - 1))
                state.isDrawn = true
            } else if state.phase != progress.phase || elapsed >= state.lastLine + Self.secondsBetweenLines {
                console.write(line.text)
                state.lastLine = elapsed
            }
            state.phase = progress.phase
        }
    }

    /// Writes a line of its own that stays.
    func note(_ text: String) {
        state.withLock { state in
            erase(&state)
            console.write(text)
        }
    }

    /// Takes the line away, so that what follows begins on a clean one.
    func end() {
        state.withLock { erase(&$0) }
    }

    private func erase(_ state: inout State) {
        guard state.isDrawn else { return }
        console.writeUnended("\r\u{1B}[2K")
        state.isDrawn = false
    }
}
