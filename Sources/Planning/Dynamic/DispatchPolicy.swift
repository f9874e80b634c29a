/// Which of the open orders leave now, when those that come later are not known.
public enum DispatchPolicy: String, Hashable, Sendable, CaseIterable {
    /// All of them.
    case greedy
    /// Only those that can wait no longer.
    case lazy
    /// Those that can wait no longer, and those that share a vehicle with them in most plans for imagined futures.
    case imagined
}
