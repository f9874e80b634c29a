/// What became of a ledger since it was written.
public struct LedgerVerification: Hashable, Sendable {
    /// How many entries there are.
    public let entries: Int
    /// The hash of the last one; nil for an empty ledger.
    ///
    /// Whoever notes it elsewhere can tell later whether the whole chain was made anew.
    public let head: String?
    /// What is not as it was written, in the order of the ledger.
    public let faults: [LedgerFault]

    /// Whether everything is as it was written.
    public var isSound: Bool { faults.isEmpty }
}

/// Something that is not as it was written.
public enum LedgerFault: Hashable, Sendable {
    /// The entry does not have the hash it claims: one of its fields was changed.
    case changed(entry: Int64)
    /// The entry does not follow the one before it: one of the two was put there, exchanged or made anew.
    case unlinked(entry: Int64)
    /// Entries are gone.
    case missing(first: Int64, last: Int64)
    /// The text does not have the hash under which it is kept.
    case changedText(hash: String)
    /// The version is not what its run recorded.
    case changedVersion(Int64)
    /// A run recorded the version, and it is gone.
    case missingVersion(Int64)
    /// No run recorded the version.
    case unrecordedVersion(Int64)
    /// No entry has the hash that was noted elsewhere.
    case unknownHead(String)
}
