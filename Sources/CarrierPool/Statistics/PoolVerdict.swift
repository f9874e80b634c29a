/// Whether the record shows any difference between the carriers of a class.
public enum PoolVerdict: String, Hashable, Codable, Sendable {
    /// The carriers differ by more than chance explains.
    case distinguishable
    /// Chance alone explains the spread of the raw rates: nobody may be ranked by them.
    case indistinguishable
    /// Fewer than two carriers have a record, or none has more than one trial: there is nothing to compare.
    case incomparable
    /// There is no record at all: the prior is a convention.
    case unseen

    /// The verdict as one sentence for a scorecard.
    public var sentence: String {
        switch self {
        case .distinguishable: "These carriers differ by more than chance explains."
        case .indistinguishable:
            "These carriers cannot be told apart: chance alone explains the spread of their raw rates."
        case .incomparable: "There are too few records to compare these carriers."
        case .unseen: "No carrier of this class has a record yet."
        }
    }
}
