import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Ctrl-C and SIGTERM: the first asks the run to end with what it has, the second ends the program at once.
///
/// One at a time, since signals belong to the whole program.
final class Interruption {
    private static let signals = [SIGINT, SIGTERM]
    /// What the handler writes into, so that a thread that may do more than a handler hears of the signal.
    private let bell = Pipe()

    /// Catches both signals from now on: none that comes after this is lost, and none before it is caught.
    ///
    /// - Parameter onFirst: Told once, from another thread, when the first signal arrives.
    init(onFirst: @escaping @Sendable () -> Void) {
        request.store(false, ordering: .relaxed)
        bellDescriptor.store(bell.fileHandleForWriting.fileDescriptor, ordering: .releasing)
        bell.fileHandleForReading.readabilityHandler = { handle in
            if !handle.availableData.isEmpty { onFirst() }
        }
        for number in Self.signals { signal(number, interrupt) }
        // Whoever started the program may have held them back, as threads of Dispatch do, and that is inherited.
        var held = sigset_t()
        unsafe sigemptyset(&held)
        for number in Self.signals { unsafe sigaddset(&held, number) }
        unsafe pthread_sigmask(SIG_UNBLOCK, &held, nil)
    }

    /// Whether a signal has asked the run to end.
    static var isRequested: Bool { request.load(ordering: .relaxed) }

    /// From here on the signals end the program again, as nobody looks at the request any more.
    deinit {
        for number in Self.signals { signal(number, SIG_DFL) }
        bell.fileHandleForReading.readabilityHandler = nil
    }
}

/// Whether a signal has come.
///
/// Handlers see globals alone; both are made before the handler is there.
private let request = Atomic<Bool>(false)
/// Where the handler writes.
private let bellDescriptor = Atomic<Int32>(-1)

/// Does only what is safe in a handler: atomics, `write`, `signal` and `raise`.
private func interrupt(by number: Int32) {
    guard request.exchange(true, ordering: .relaxed) else {
        let before = errno
        var ring: UInt8 = 0
        _ = unsafe write(bellDescriptor.load(ordering: .acquiring), &ring, 1)
        errno = before
        return
    }
    // The signal is held back until the handler returns, and then has its usual effect.
    signal(number, SIG_DFL)
    raise(number)
}
