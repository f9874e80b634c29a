internal import Dispatch

/// Calls `work` for 0 ..< `count`, each on a thread of its own, and returns when all are done.
func runOnThreads(count: Int, _ work: @escaping @Sendable (Int) -> Void) {
    DispatchQueue.concurrentPerform(iterations: count, execute: work)
}
