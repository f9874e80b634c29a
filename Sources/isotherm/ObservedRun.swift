import Planning

/// A run that somebody watches and may interrupt: progress, Ctrl-C and SIGTERM.
final class ObservedRun {
    /// Asked by the run; true once it has been interrupted.
    let shouldStop: @Sendable () -> Bool
    /// Told by the run how far it is.
    let onProgress: @Sendable (RunProgress) -> Void
    private let interruption: Interruption
    private let display: ProgressDisplay

    /// Starts to watch for signals.
    init() {
        let display = ProgressDisplay()
        interruption = Interruption { display.note(Strings()[.interrupting]) }
        shouldStop = { Interruption.isRequested }
        onProgress = { display.show($0) }
        self.display = display
    }

    /// Whether the run was asked to end early.
    var wasInterrupted: Bool { Interruption.isRequested }

    /// Does `body`, and takes the progress line away afterwards, come what may.
    func perform<Outcome>(_ body: (ObservedRun) throws -> Outcome) rethrows -> Outcome {
        defer { display.end() }
        return try body(self)
    }
}
