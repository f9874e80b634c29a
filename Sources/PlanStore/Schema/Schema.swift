internal import GRDB

/// The tables, and how a file of an earlier program gets them.
///
/// A migration that has been released is never edited: files out there have been through it.  A change is a new one.
enum Schema {
    /// The migrations in order; `Docs/plan-store.md` has the tables they lead to.
    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("v1 plans and ledger", migrate: addPlansAndLedger)
        migrator.registerMigration("v2 carrier history", migrate: addCarrierHistory)
        return migrator
    }()

    /// Written into the header of the file: the bytes of `ISOT`.
    static let applicationID = 0x4953_4F54

    /// Refuses a file that is not ours or not of our time.
    static func check(_ database: Database, isReadOnly: Bool, path: String) throws {
        let owner = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
        guard owner == applicationID || (tables == 0 && owner == 0) else {
            throw PlanStoreError(.foreign, path: path)
        }
        if try migrator.hasBeenSuperseded(database) { throw PlanStoreError(.newer, path: path) }
        if isReadOnly, try !migrator.hasCompletedMigrations(database) {
            throw PlanStoreError(.older, path: path)
        }
    }

    private static func addPlansAndLedger(_ database: Database) throws {
        try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        try database.create(table: "document", options: .strict) { table in
            table.column("hash", .text).primaryKey().check { length($0) == 64 }
            table.column("text", .text).notNull()
        }
        try database.create(table: "plan", options: .strict) { table in
            table.autoIncrementedPrimaryKey("id")
            table.column("name", .text).notNull()
            table.column("added", .text).notNull()
        }
        try database.create(table: "version", options: .strict) { table in
            table.autoIncrementedPrimaryKey("id")
            table.column("planID", .integer).notNull().references("plan", onDelete: .restrict)
            table.column("number", .integer).notNull().check { $0 >= 1 }
            table.column("parentID", .integer).references("version", onDelete: .restrict)
            table.column("problemHash", .text).notNull().references("document", onDelete: .restrict)
            table.column("planHash", .text).notNull().references("document", onDelete: .restrict)
            table.column("added", .text).notNull()
            table.uniqueKey(["planID", "number"])
        }
        try database.create(table: "ledger", options: .strict) { table in
            // Never reused, so that a number that is missing at the end is missed.
            table.autoIncrementedPrimaryKey("number")
            table.column("kind", .text).notNull().check { ["run", "event", "override"].contains($0) }
            table.column("versionID", .integer).notNull().indexed().references("version", onDelete: .restrict)
            table.column("time", .text).notNull()
            table.column("person", .text).notNull()
            table.column("reason", .text).notNull()
            table.column("payload", .text).notNull()
            table.column("previousHash", .text).notNull().unique()
            table.column("hash", .text).notNull().unique()
        }
        for table in ["document", "version", "ledger"] { try forbidChanges(of: table, database) }
    }

    private static func addCarrierHistory(_ database: Database) throws {
        try database.create(table: "historyTable", options: .strict) { table in
            table.primaryKey("name", .text)
            table.column("header", .text).notNull()
        }
        try database.create(table: "historyRow", options: .strict) { table in
            table.autoIncrementedPrimaryKey("id")
            table.column("tableName", .text).notNull().references("historyTable", onDelete: .restrict)
            table.column("cells", .text).notNull()
            table.column("hash", .text).notNull().check { length($0) == 64 }
            table.column("occurrence", .integer).notNull()
            table.uniqueKey(["tableName", "hash", "occurrence"])
        }
    }

    /// Lets rows of a table be added, but neither changed nor removed: a guard against accidents, not against somebody who
    /// drops it first; that one is found out by the hashes.
    private static func forbidChanges(of table: String, _ database: Database) throws {
        for (event, word) in [("UPDATE", "changed"), ("DELETE", "removed")] {
            try database.execute(
                sql: """
                    CREATE TRIGGER "\(table)_no_\(event.lowercased())" BEFORE \(event) ON "\(table)"
                    BEGIN SELECT RAISE(ABORT, 'rows of \(table) are never \(word)'); END
                    """
            )
        }
    }
}
