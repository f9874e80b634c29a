import Dispatch
import Foundation
import Synchronization

/// Ctrl-C and SIGTERM: the first asks the run to end with what it has, the second ends the program at once.
final class Interruption {
    /// Whether somebody has asked the run to end.
    let request = Request()
    private let sources: [any DispatchSourceSignal]
    private static let signals = [SIGINT, SIGTERM]

    /// A request that one thread makes and others see.
    final class Request: Sendable {
        private let made = Atomic<Bool>(false)

        /// Whether it has been made.
        var isMade: Bool { made.load(ordering: .relaxed) }

        /// Makes it; true the first time.
        fileprivate func make() -> Bool { !made.exchange(true, ordering: .relaxed) }
    }

    /// Catches both signals from now on.
    ///
    /// - Parameter onFirst: Told once, from another thread, when the first signal arrives.
    init(onFirst: @escaping @Sendable () -> Void) {
        sources = Self.signals.map { [request] number in
            // Otherwise the default action would end the program before the source hears of the signal.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                if request.make() {
                    onFirst()
                } else {
                    signal(number, SIG_DFL)
                    raise(number)
                }
            }
            source.activate()
            return source
        }
    }

    /// From here on the signals end the program again, as nobody looks at the request any more.
    deinit {
        for source in sources { source.cancel() }
        for number in Self.signals { signal(number, SIG_DFL) }
    }
}
