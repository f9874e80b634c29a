/// Who a failure is put down to.
public enum FailureCause: String, Hashable, Codable, Sendable, CaseIterable {
    /// The carrier.
    case carrier
    /// The shipper: goods not ready, papers missing at the dock.
    case shipper
    /// The consignee: closed, refused, no dock.
    case consignee
    /// Nobody: weather, closure, strike.
    case forceMajeure
    /// The planner: the plan itself could not be kept.
    case planner
}

/// Who a failure is put down to, and whether both sides agree.
public struct Attribution: Hashable, Codable, Sendable {
    /// How far the two sides are.
    public enum State: String, Hashable, Codable, Sendable {
        /// One side said so.
        case proposed
        /// Both sides say so.
        case agreed
        /// The other side says otherwise: an open point for the review.
        case disputed
    }

    /// Who it is put down to.
    public var cause: FailureCause
    /// Whether both sides agree.
    public var state: State

    /// A failure put down to somebody.
    public init(_ cause: FailureCause, _ state: State = .proposed) {
        self.cause = cause
        self.state = state
    }

    /// A failure nobody has spoken about: the carrier's, until somebody says otherwise.
    public static let unspoken = Attribution(.carrier)
}
