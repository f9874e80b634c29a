import Foundation
import GRDB
import Testing

@testable import PlanStore

/// The file: restarts, several programs at once, earlier and later programs, and files that are none of ours.
@Suite struct StoreFileTests {
    @Test func `the chain goes on after a restart`() throws {
        let fixture = try StoreFixture()
        defer { fixture.remove() }
        try PlanDatabase(path: fixture.path).fill()
        let again = try PlanDatabase(path: fixture.path)
        let entry = try again.appendEvent("{}", signed: StoreFixture.signature(20), to: 2)
        #expect(entry.number == 5)
        #expect(entry.previousHash == (try again.entries()[3].hash))
        #expect(try PlanDatabase(reading: fixture.path).verify().entries == 5)
        #expect(try again.verify().isSound)
    }

    @Test func `a program that dies while it writes leaves nothing behind`() throws {
        let fixture = try StoreFixture()
        defer { fixture.remove() }
        try PlanDatabase(path: fixture.path).fill()
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let dying = try DatabaseQueue(path: fixture.path, configuration: configuration)
        try dying.writeWithoutTransaction { database in
            try database.beginTransaction(.immediate)
            try database.execute(sql: "INSERT INTO plan (name, added) VALUES ('half', '')")
        }
        try dying.close()
        let survivor = try PlanDatabase(path: fixture.path)
        #expect(try survivor.plans().map(\.name) == ["Leeds"])
        #expect(try survivor.verify().isSound)
    }

    @Test func `readers see the last state while another program writes, and writers give up in the end`()
        throws
    {
        let fixture = try StoreFixture()
        defer { fixture.remove() }
        let database = try PlanDatabase(path: fixture.path, patience: 0.2)
        try database.fill()
        let writer = try DatabaseQueue(path: fixture.path)
        try writer.inDatabase { other in
            try other.beginTransaction(.immediate)
            try other.execute(sql: "INSERT INTO plan (name, added) VALUES ('under way', '')")
            #expect(try database.plans().map(\.name) == ["Leeds"])
            #expect(try PlanDatabase(reading: fixture.path).verify().isSound)
            let error = #expect(throws: PlanStoreError.self) {
                try database.appendEvent("{}", signed: StoreFixture.signature(), to: 1)
            }
            #expect(error?.code == "P105")
            try other.rollback()
        }
        try database.appendEvent("{}", signed: StoreFixture.signature(), to: 1)
        #expect(try database.entries().count == 5)
    }

    @Test func `entries of many writers at once make one chain`() async throws {
        let fixture = try StoreFixture()
        defer { fixture.remove() }
        let path = fixture.path
        try PlanDatabase(path: path).fill()
        try await withThrowingTaskGroup { group in
            for writer in 0..<4 {
                group.addTask {
                    let database = try PlanDatabase(path: path)
                    for minute in 0..<5 {
                        try database.appendEvent(
                            #"{"writer":\#(writer)}"#,
                            signed: StoreFixture.signature(Double(minute)),
                            to: 1
                        )
                    }
                }
            }
            try await group.waitForAll()
        }
        let verification = try PlanDatabase(reading: path).verify()
        #expect(verification.isSound)
        #expect(verification.entries == 24)
    }

    @Test func `a file of the first version gets the tables of this one and keeps what it has`() throws {
        let fixture = try StoreFixture()
        defer { fixture.remove() }
        let hash = ContentHash.of("{}")
        let first = LedgerEntry(
            number: 1,
            kind: .event,
            version: 1,
            signed: StoreFixture.signature(),
            payload: "{}",
            previousHash: ContentHash.none
        )
        let old = try DatabaseQueue(path: fixture.path)
        try Schema.migrator.migrate(old, upTo: "v1 plans and ledger")
        try old.write { database in
            try database.execute(
                sql: """
                    INSERT INTO document VALUES ('\(hash)', '{}');
                    INSERT INTO plan VALUES (1, 'old', '');
                    INSERT INTO version VALUES (1, 1, 1, NULL, '\(hash)', '\(hash)', '');
                    """
            )
            try first.insert(database)
        }
        try old.close()
        let refusal = #expect(throws: PlanStoreError.self) { try PlanDatabase(reading: fixture.path) }
        #expect(refusal?.code == "P110")

        let database = try PlanDatabase(path: fixture.path)
        #expect(try database.plans().map(\.name) == ["old"])
        #expect(try database.entries() == [first])
        #expect(
            try database.importHistory([HistoryRows(table: "trips", header: ["trip"], rows: [["T"]])]) == [
                "trips": 1
            ]
        )
        // The version was put there by hand, without a run; all else is in order.
        #expect(try database.verify().faults == [.unrecordedVersion(1)])
    }

    @Test func `a file of a later program is left alone`() throws {
        let fixture = try StoreFixture()
        defer { fixture.remove() }
        try PlanDatabase(path: fixture.path).fill()
        try fixture.meddle("INSERT INTO grdb_migrations VALUES ('v99 wings')")
        for open in [PlanDatabase.init(reading:), { try PlanDatabase(path: $0) }] {
            let error = #expect(throws: PlanStoreError.self) { try open(fixture.path) }
            #expect(error?.code == "P104")
        }
    }

    @Test func `a database of another program is left alone`() throws {
        let fixture = try StoreFixture()
        defer { fixture.remove() }
        let other = try DatabaseQueue(path: fixture.path)
        try other.write { try $0.execute(sql: "CREATE TABLE song (title TEXT)") }
        try other.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: fixture.path))
        let error = #expect(throws: PlanStoreError.self) { try PlanDatabase(path: fixture.path) }
        #expect(error?.code == "P103")
        #expect(try Data(contentsOf: URL(fileURLWithPath: fixture.path)) == before)
    }

    @Test func `a file that is no database, a folder and a file that is not there are refused`() throws {
        let fixture = try StoreFixture()
        defer { fixture.remove() }
        try Data(String(repeating: "order,site\n", count: 100).utf8).write(
            to: URL(fileURLWithPath: fixture.path)
        )
        let cases = [(fixture.path, "P102"), (fixture.folder.path, "P106"), (fixture.path + "/x", "P106")]
        for (path, code) in cases {
            let error = #expect(throws: PlanStoreError.self) { try PlanDatabase(path: path) }
            #expect(error?.code == code)
            #expect(error?.description.hasPrefix(path) == true)
        }
        let missing = fixture.folder.appendingPathComponent("none.sqlite").path
        let error = #expect(throws: PlanStoreError.self) { try PlanDatabase(reading: missing) }
        #expect(error?.code == "P101")
        #expect(!FileManager.default.fileExists(atPath: missing))
    }
}
