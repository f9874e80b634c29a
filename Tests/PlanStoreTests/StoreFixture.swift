import Foundation
import GRDB

@testable import PlanStore

/// A store in a temporary folder of its own, and what tests put into it.
struct StoreFixture {
    let folder: URL
    var path: String { folder.appendingPathComponent("plans.sqlite").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func remove() {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Does something to the file behind the store's back, the guards taken down.
    func meddle(_ sql: String...) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA foreign_keys = OFF")
            let guards = try String.fetchAll(
                database,
                sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
            )
            for name in guards { try database.execute(sql: "DROP TRIGGER \"\(name)\"") }
            for statement in sql { try database.execute(sql: statement) }
        }
        try queue.close()
    }

    /// Half past six on Monday 2 March 2026 UTC, and so many minutes later.
    static func signature(_ minutes: Double = 0, person: String = "Ada", reason: String = "test")
        -> Signature
    {
        Signature(
            person: person,
            reason: reason,
            time: Date(timeIntervalSince1970: 1_772_433_000 + 60 * minutes)
        )
    }

    static let run = RunRecord(
        engineVersion: "isotherm 0.1.0",
        seed: .max,
        seconds: 30,
        iterationLimit: nil,
        threads: 2,
        iterations: 4711,
        termination: "time"
    )

    /// A problem with a plan whose texts tell `version`.
    static func content(_ version: Int, problem: String = #"{"jobs":[]}"#) -> PlanContent {
        PlanContent(problem: problem, plan: #"{"version":\#(version)}"#)
    }
}

extension PlanDatabase {
    /// Two versions of a plan, with an event between them and an override after: ledger entries 1 to 4.
    func fill() throws {
        let first = try add(
            StoreFixture.content(1),
            named: "Leeds",
            run: StoreFixture.run,
            signed: StoreFixture.signature()
        )
        try appendEvent(
            #"{"kind":"breakdown"}"#,
            signed: StoreFixture.signature(10, person: "V3"),
            to: first.id
        )
        let second = try add(
            StoreFixture.content(2),
            parent: first.id,
            run: StoreFixture.run,
            signed: StoreFixture.signature(11)
        )
        try appendOverride(
            #"{"lock":"O1"}"#,
            signed: StoreFixture.signature(12, reason: "the ward asked for it"),
            to: second.id
        )
    }
}
