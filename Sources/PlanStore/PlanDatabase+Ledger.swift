internal import Foundation
internal import GRDB

extension PlanDatabase {
    /// Adds something that happened to a version: a breakdown, an urgent order.
    ///
    /// - Parameters:
    ///   - event: a JSON object, kept as it is.
    ///   - signature: who or what reported it, and when it happened.
    ///   - version: the version that was being driven.
    /// - Throws: P107 when there is no such version, P109 when `event` is no JSON object.
    @discardableResult
    public func appendEvent(
        _ event: String,
        signed signature: Signature,
        to version: Int64
    ) throws(PlanStoreError) -> LedgerEntry {
        try append(.event, event, signature, to: version)
    }

    /// Adds a person's decision against a version: a lock, a ban.
    ///
    /// - Parameters:
    ///   - override: a JSON object, kept as it is.
    ///   - signature: who decided, why and when; neither may be left out.
    ///   - version: the version that was overruled.
    /// - Throws: P107 when there is no such version, P108 without person or reason, P109 when `override` is no JSON object.
    @discardableResult
    public func appendOverride(
        _ override: String,
        signed signature: Signature,
        to version: Int64
    ) throws(PlanStoreError) -> LedgerEntry {
        guard signature.isComplete else { throw PlanStoreError(.unsigned, path: path) }
        return try append(.override, override, signature, to: version)
    }

    /// The entries of the ledger in their order; those of one version only, if it is named.
    ///
    /// - Throws: P107 when there is no such version.
    public func entries(of version: Int64? = nil) throws(PlanStoreError) -> [LedgerEntry] {
        try read { database in
            if let version { _ = try known(version, database) }
            return try Row.fetchAll(
                database,
                sql: "SELECT * FROM ledger WHERE ?1 IS NULL OR versionID = ?1 ORDER BY number",
                arguments: [version]
            ).map(LedgerEntry.init)
        }
    }

    private func append(
        _ kind: LedgerEntry.Kind,
        _ payload: String,
        _ signature: Signature,
        to version: Int64
    ) throws(PlanStoreError) -> LedgerEntry {
        let object = try? JSONSerialization.jsonObject(with: Data(payload.utf8))
        guard object is [String: Any] else {
            throw PlanStoreError(.notAnObject(String(payload.prefix(40))), path: path)
        }
        return try write { database in
            _ = try known(version, database)
            return try append(kind, payload, signature, to: version, database)
        }
    }

    /// Links an entry to the end of the chain, within the transaction that is under way.
    @discardableResult
    func append(
        _ kind: LedgerEntry.Kind,
        _ payload: String,
        _ signature: Signature,
        to version: Int64,
        _ database: Database
    ) throws -> LedgerEntry {
        let last = try String.fetchOne(
            database,
            sql: "SELECT hash FROM ledger ORDER BY number DESC LIMIT 1"
        )
        let entry = LedgerEntry(
            number: try lastNumber(database) + 1,
            kind: kind,
            version: version,
            signed: signature,
            payload: payload,
            previousHash: last ?? ContentHash.none
        )
        try entry.insert(database)
        return entry
    }

    /// The greatest number that an entry has ever had, be it there or not; 0 for an empty ledger.
    func lastNumber(_ database: Database) throws -> Int64 {
        try Int64.fetchOne(database, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'ledger'") ?? 0
    }
}
