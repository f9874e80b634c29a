/// A rule about which tasks share a vehicle, and in which order.
///
/// It binds what the own fleet serves; tasks that are left out or given to a carrier break no relation.
public struct Relation: Hashable, Sendable {
    /// What the rule asks for.
    public enum Kind: Hashable, Sendable {
        /// All of the tasks are on one route.
        case together
        /// No two of the tasks are on one route.
        case apart
        /// The tasks that are served are on one route, in the order given, each beginning at least so many seconds after
        /// the one before it has ended.
        case sequence(lag: Seconds)
    }

    /// What the rule asks for.
    public var kind: Kind
    /// The tasks it is about, at least two.
    public var tasks: [TaskReference]

    /// A rule of `kind` about `tasks`.
    public init(_ kind: Kind, _ tasks: [TaskReference]) {
        self.kind = kind
        self.tasks = tasks
    }
}
