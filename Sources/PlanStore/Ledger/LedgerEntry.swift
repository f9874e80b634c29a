internal import Foundation
internal import GRDB

/// One link of the chain: a run, an event or an override.
public struct LedgerEntry: Hashable, Sendable {
    /// What is recorded.
    public enum Kind: String, Hashable, Sendable, CaseIterable, Encodable {
        /// A version was made.
        case run
        /// Something happened to a version.
        case event
        /// A person overruled a version.
        case override
    }

    /// Counted from 1, without gaps.
    public let number: Int64
    /// What is recorded.
    public let kind: Kind
    /// The version it belongs to: the one a run made, or the one an event or override is about.
    public let version: Int64
    /// When, as `2026-03-02T10:40:00Z`.
    public let time: String
    /// Who.
    public let person: String
    /// Why; may be empty but for overrides.
    public let reason: String
    /// What, as a JSON object; of a run, that of ``RunRecord``.
    public let payload: String
    /// The hash of the entry before; 64 zeros for the first.
    public let previousHash: String
    /// The hash of everything above.
    public let hash: String

    /// The hash that the other fields give.
    var derivedHash: String {
        ContentHash.of([
            "isotherm ledger 1", "\(number)", kind.rawValue, "\(version)", time, person, reason, payload,
            previousHash,
        ])
    }
}

extension LedgerEntry: Encodable {
    enum CodingKeys: String, CodingKey {
        case number, kind, version, time, person, reason, payload, hash
        case previousHash = "previous_hash"
    }

    /// Entries as a JSON array, the payloads as texts, since the hash is over their bytes.
    public static func json(_ entries: [LedgerEntry]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(entries), as: UTF8.self) + "\n"
    }
}

extension LedgerEntry {
    /// An entry that follows one whose hash is `previousHash`.
    init(
        number: Int64,
        kind: Kind,
        version: Int64,
        signed signature: Signature,
        payload: String,
        previousHash: String
    ) {
        let open = LedgerEntry(
            number: number,
            kind: kind,
            version: version,
            time: signature.stamp,
            person: signature.person,
            reason: signature.reason,
            payload: payload,
            previousHash: previousHash,
            hash: ""
        )
        self.init(
            number: number,
            kind: kind,
            version: version,
            time: open.time,
            person: open.person,
            reason: open.reason,
            payload: payload,
            previousHash: previousHash,
            hash: open.derivedHash
        )
    }
}

extension LedgerEntry {
    /// The entry that a row of `ledger` holds.
    init(_ row: Row) {
        number = row["number"]
        // A word that is none of ours is a change like any other, which the hash reveals.
        kind = Kind(rawValue: row["kind"]) ?? .event
        version = row["versionID"]
        time = row["time"]
        person = row["person"]
        reason = row["reason"]
        payload = row["payload"]
        previousHash = row["previousHash"]
        hash = row["hash"]
    }

    func insert(_ database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO ledger
                (number, kind, versionID, time, person, reason, payload, previousHash, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                number, kind.rawValue, version, time, person, reason, payload, previousHash, hash,
            ]
        )
    }
}
