/// Which of the open orders leave now, when those that come later are not known.
public enum DispatchPolicy: String, Hashable, Sendable, CaseIterable {
    /// All of them.
    case greedy
    /// Only those that can wait no longer.
    case lazy
    /// Everybody, or those that can wait no longer with those that share no vehicle with what is to come in imagined futures:
    /// whichever these futures show to cost less.
    case imagined
}
