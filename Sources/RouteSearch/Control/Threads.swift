internal import Dispatch

/// Calls `work` for 0 ..< `count`, each on a thread of its own, and returns when all are done.
///
/// All run at the same time, however few cores there are: they may wait for each other.
func runOnThreads(count: Int, _ work: @escaping @Sendable (Int) -> Void) {
    let group = DispatchGroup()
    for index in 0..<count {
        // A queue of its own gets a thread of its own; the shared ones have no more threads than there are cores.
        DispatchQueue(label: "isotherm.island.\(index)").async(group: group) { work(index) }
    }
    group.wait()
}
