internal import GRDB

extension PlanDatabase {
    /// Goes through the whole ledger, the versions and the texts, and names what is not as it was written.
    ///
    /// Whoever can write to the file can also make the whole chain anew.  That is found only by comparing with a hash that
    /// was noted elsewhere at the time: `isotherm plan --store` prints it.
    ///
    /// - Parameter head: the hash of an entry, as it was noted; nil for none.
    /// - Complexity: reads everything once.
    public func verify(head: String? = nil) throws(PlanStoreError) -> LedgerVerification {
        try read { database in
            var walk = LedgerWalk(noted: head)
            let entries = try Row.fetchCursor(database, sql: "SELECT * FROM ledger ORDER BY number")
            while let row = try entries.next() { walk.visit(LedgerEntry(row)) }
            walk.end(at: try lastNumber(database))
            let versions = try Row.fetchCursor(database, sql: "SELECT * FROM version ORDER BY id")
            while let row = try versions.next() { walk.visit(PlanVersion(row)) }
            walk.endVersions()
            let texts = try Row.fetchCursor(database, sql: "SELECT hash, text FROM document ORDER BY hash")
            while let row = try texts.next() {
                let hash: String = row["hash"]
                if ContentHash.of(row["text"] as String) != hash {
                    walk.faults.append(.changedText(hash: hash))
                }
            }
            return LedgerVerification(entries: walk.count, head: walk.last?.hash, faults: walk.faults)
        }
    }
}

/// What a walk along the ledger has seen so far.
private struct LedgerWalk {
    /// A hash that is looked for.
    let noted: String?
    var faults: [LedgerFault] = []
    private(set) var count = 0
    private(set) var last: LedgerEntry?
    private var hasMetNoted = false
    /// What runs recorded of versions, by version.
    private var recorded: [Int64: RunPayload?] = [:]

    init(noted: String?) {
        self.noted = noted
    }

    mutating func visit(_ entry: LedgerEntry) {
        let expected = (last?.number ?? 0) + 1
        let isNext = entry.number == expected
        if entry.number > expected { faults.append(.missing(first: expected, last: entry.number - 1)) }
        if entry.derivedHash != entry.hash { faults.append(.changed(entry: entry.number)) }
        // After a gap nothing can be said about the link.
        if isNext, entry.previousHash != last?.hash ?? ContentHash.none {
            faults.append(.unlinked(entry: entry.number))
        }
        if entry.kind == .run { recorded[entry.version] = .some(RunPayload(entry)) }
        hasMetNoted = hasMetNoted || entry.hash == noted
        last = entry
        count += 1
    }

    /// Ends the walk, knowing the greatest number that an entry has ever had.
    mutating func end(at greatest: Int64) {
        let found = last?.number ?? 0
        if found < greatest { faults.append(.missing(first: found + 1, last: greatest)) }
        if let noted, !hasMetNoted { faults.append(.unknownHead(noted)) }
    }

    mutating func visit(_ version: PlanVersion) {
        guard let record = recorded.removeValue(forKey: version.id) else {
            faults.append(.unrecordedVersion(version.id))
            return
        }
        if record?.agrees(with: version) != true { faults.append(.changedVersion(version.id)) }
    }

    mutating func endVersions() {
        faults += recorded.keys.sorted().map { .missingVersion($0) }
    }
}
