import Foundation
import GRDB
import Testing

@testable import PlanStore

/// `Docs/plan-store.md` and the P1xx section of `Docs/errors.md` keep up with the store.
@Suite struct StoreDocumentationTests {
    private func page(_ name: String) throws -> String {
        var root = URL(fileURLWithPath: #filePath)
        // PlanStoreTests, Tests, and the repository itself.
        for _ in 0..<3 { root.deleteLastPathComponent() }
        return try String(contentsOf: root.appendingPathComponent("Docs/\(name)"), encoding: .utf8)
    }

    @Test func `every column and every migration is explained`() throws {
        let page = try page("plan-store.md")
        let queue = try DatabaseQueue()
        try Schema.migrator.migrate(queue)
        let columns = try queue.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT t.name AS tableName, c.name AS columnName
                    FROM sqlite_schema t, pragma_table_info(t.name) c
                    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE 'grdb%'
                    """
            )
        }
        #expect(columns.count > 20)
        for row in columns {
            let (table, column): (String, String) = (row["tableName"], row["columnName"])
            #expect(page.contains("`\(table)`"), "\(table)")
            #expect(
                page.contains("`\(column)`") || page.contains("`\(table).\(column)`"),
                "\(table).\(column)"
            )
        }
        for name in Schema.migrator.migrations { #expect(page.contains("`\(name)`"), "\(name)") }
    }

    @Test func `every code has an entry`() throws {
        let page = try page("errors.md")
        for number in 101...111 { #expect(page.contains("\n| P\(number) |"), "P\(number)") }
    }
}
