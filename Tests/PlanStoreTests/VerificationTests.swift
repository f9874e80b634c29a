import GRDB
import Testing

@testable import PlanStore

/// What somebody may do to a file afterwards, and what `verify` must say about it.
@Suite struct VerificationTests {
    /// A change to the file of four entries (run, event, run, override), and the faults it must lead to.
    struct Meddling: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var sql: [String]
        var faults: [LedgerFault]

        init(_ name: String, _ sql: String..., faults: [LedgerFault]) {
            (testDescription, self.sql, self.faults) = (name, sql, faults)
        }
    }

    static let hashOfProblem = ContentHash.of(StoreFixture.content(1).problem)

    static let changes = [
        Meddling(
            "another reason",
            "UPDATE ledger SET reason = 'none' WHERE number = 4",
            faults: [.changed(entry: 4)]
        ),
        Meddling(
            "another person",
            "UPDATE ledger SET person = 'Bob' WHERE number = 2",
            faults: [.changed(entry: 2)]
        ),
        Meddling(
            "another time",
            "UPDATE ledger SET time = '2026-03-02T06:29:00Z' WHERE number = 1",
            faults: [.changed(entry: 1)]
        ),
        Meddling(
            "another kind",
            "UPDATE ledger SET kind = 'event' WHERE number = 4",
            faults: [.changed(entry: 4)]
        ),
        Meddling(
            "another seed",
            #"UPDATE ledger SET payload = replace(payload, '"seed":', '"seed":1') WHERE number = 1"#,
            // The number no longer fits, so the record cannot be read either.
            faults: [.changed(entry: 1), .changedVersion(1)]
        ),
        Meddling(
            "an event moved to another version",
            "UPDATE ledger SET versionID = 2 WHERE number = 2",
            faults: [.changed(entry: 2)]
        ),
        Meddling(
            "another hash",
            "UPDATE ledger SET hash = '\(String(repeating: "a", count: 64))' WHERE number = 2",
            faults: [.changed(entry: 2), .unlinked(entry: 3)]
        ),
        Meddling(
            "the first entry gone",
            "DELETE FROM ledger WHERE number = 1",
            faults: [.missing(first: 1, last: 1), .unrecordedVersion(1)]
        ),
        Meddling(
            "an entry in the middle gone",
            "DELETE FROM ledger WHERE number = 2",
            faults: [.missing(first: 2, last: 2)]
        ),
        Meddling(
            "the last entry gone",
            "DELETE FROM ledger WHERE number = 4",
            faults: [.missing(first: 4, last: 4)]
        ),
        Meddling(
            "all entries gone",
            "DELETE FROM ledger",
            faults: [.missing(first: 1, last: 4), .unrecordedVersion(1), .unrecordedVersion(2)]
        ),
        Meddling(
            "an entry gone and the others renumbered",
            "DELETE FROM ledger WHERE number = 2",
            "UPDATE ledger SET number = number - 1 WHERE number > 2",
            faults: [
                .changed(entry: 2), .unlinked(entry: 2), .changed(entry: 3), .missing(first: 4, last: 4),
            ]
        ),
        Meddling(
            "two entries exchanged",
            "UPDATE ledger SET number = 9 WHERE number = 2",
            "UPDATE ledger SET number = 2 WHERE number = 4",
            "UPDATE ledger SET number = 4 WHERE number = 9",
            "UPDATE sqlite_sequence SET seq = 4 WHERE name = 'ledger'",
            faults: [
                .changed(entry: 2), .unlinked(entry: 2), .unlinked(entry: 3), .changed(entry: 4),
                .unlinked(entry: 4),
            ]
        ),
        Meddling(
            "an entry put in at the end by hand",
            """
            INSERT INTO ledger SELECT 5, kind, versionID, time, person, reason, payload, hash, '5' FROM ledger
            WHERE number = 4
            """,
            faults: [.changed(entry: 5)]
        ),
        Meddling(
            "a text changed",
            "UPDATE document SET text = '{}' WHERE hash = '\(hashOfProblem)'",
            faults: [.changedText(hash: hashOfProblem)]
        ),
        Meddling(
            "a version that points to another plan",
            "UPDATE version SET planHash = (SELECT planHash FROM version WHERE id = 1) WHERE id = 2",
            faults: [.changedVersion(2)]
        ),
        Meddling(
            "a version that comes from elsewhere",
            "UPDATE version SET parentID = NULL WHERE id = 2",
            faults: [.changedVersion(2)]
        ),
        Meddling("a version gone", "DELETE FROM version WHERE id = 2", faults: [.missingVersion(2)]),
        Meddling(
            "a version without a run",
            "INSERT INTO version SELECT 3, planID, 3, parentID, problemHash, planHash, added FROM version WHERE id = 2",
            faults: [.unrecordedVersion(3)]
        ),
    ]

    @Test(arguments: changes)
    func `what was changed later is found`(change: Meddling) throws {
        let fixture = try StoreFixture()
        defer { fixture.remove() }
        try PlanDatabase(path: fixture.path).fill()
        for statement in change.sql { try fixture.meddle(statement) }
        #expect(try PlanDatabase(reading: fixture.path).verify().faults == change.faults)
    }

    @Test func `an untouched ledger is sound, and its head is its last hash`() throws {
        let database = try PlanDatabase.inMemory()
        #expect(try database.verify() == LedgerVerification(entries: 0, head: nil, faults: []))
        try database.fill()
        let verification = try database.verify()
        #expect(verification.isSound)
        #expect(verification.entries == 4)
        #expect(verification.head == (try database.entries().last?.hash))
    }

    @Test func `a chain that was made anew does not hold the hash that was noted`() throws {
        let noted: String
        let honest = try PlanDatabase.inMemory()
        try honest.fill()
        noted = try #require(try honest.entries().first?.hash)
        #expect(try honest.verify(head: noted).isSound)

        let forged = try PlanDatabase.inMemory()
        try forged.add(
            StoreFixture.content(7),
            named: "Leeds",
            run: StoreFixture.run,
            signed: StoreFixture.signature()
        )
        #expect(try forged.verify().isSound)
        #expect(try forged.verify(head: noted).faults == [.unknownHead(noted)])
    }

    @Test(arguments: ["UPDATE ledger SET reason = ''", "DELETE FROM document", "DELETE FROM version"])
    func `rows are not changed by accident`(sql: String) throws {
        let fixture = try StoreFixture()
        defer { fixture.remove() }
        try PlanDatabase(path: fixture.path).fill()
        let queue = try DatabaseQueue(path: fixture.path)
        let error = #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
        #expect(error?.message?.contains("never") == true)
    }
}
