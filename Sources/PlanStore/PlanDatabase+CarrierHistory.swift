internal import Foundation
internal import GRDB

/// One table of the carriers' record, such as `tenders` or `trips`.
///
/// `Docs/carrier-history.md` describes them.
public struct HistoryRows: Hashable, Sendable {
    /// The name of the file without its ending.
    public var table: String
    /// Its columns.
    public var header: [String]
    /// Its rows, each with at most as many cells as the header.
    public var rows: [[String]]

    /// A table with its rows.
    public init(table: String, header: [String], rows: [[String]]) {
        self.table = table
        self.header = header
        self.rows = rows
    }
}

extension PlanDatabase {
    /// Adds the rows that are not there yet, so that an export that overlaps the last one can be taken in as it is.
    ///
    /// Rows are the same when they have the same text under the same headers; columns may come in another order, and empty
    /// cells do not count.  Equal rows within one table are kept as often as they stand there.
    ///
    /// - Returns: how many rows were new, by table.
    @discardableResult
    public func importHistory(_ tables: [HistoryRows]) throws(PlanStoreError) -> [String: Int] {
        try write { database in
            var added: [String: Int] = [:]
            for table in tables {
                try widen(table.table, to: table.header, database)
                added[table.table, default: 0] += try insert(table, database)
            }
            return added
        }
    }

    /// All tables of the record by name, the rows in the order in which they were added.
    public func history() throws(PlanStoreError) -> [HistoryRows] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT name, header FROM historyTable ORDER BY name").map {
                row in
                let name: String = row["name"]
                let header: [String] = try decoded(row["header"])
                let rows = try String.fetchAll(
                    database,
                    sql: "SELECT cells FROM historyRow WHERE tableName = ? ORDER BY id",
                    arguments: [name]
                ).map { text in
                    let cells: [String: String] = try decoded(text)
                    return header.map { cells[$0] ?? "" }
                }
                return HistoryRows(table: name, header: header, rows: rows)
            }
        }
    }

    /// Adds columns that a table does not have yet.
    private func widen(_ table: String, to header: [String], _ database: Database) throws {
        let known = try String.fetchOne(
            database,
            sql: "SELECT header FROM historyTable WHERE name = ?",
            arguments: [table]
        )
        var columns: [String] = try known.map(decoded) ?? []
        for column in header where !columns.contains(column) { columns.append(column) }
        try database.execute(
            sql: """
                INSERT INTO historyTable (name, header) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET header = excluded.header
                """,
            arguments: [table, try encoded(columns)]
        )
    }

    private func insert(_ table: HistoryRows, _ database: Database) throws -> Int {
        let statement = try database.makeStatement(
            sql: """
                INSERT INTO historyRow (tableName, cells, hash, occurrence) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """
        )
        var occurrences: [String: Int] = [:]
        var added = 0
        for row in table.rows {
            let cells = zip(table.header, row).filter { !$0.1.isEmpty }
            let text = try encoded(Dictionary(cells, uniquingKeysWith: { first, _ in first }))
            let hash = ContentHash.of(text)
            let occurrence = occurrences[hash, default: 0]
            occurrences[hash] = occurrence + 1
            try statement.execute(arguments: [table.table, text, hash, occurrence])
            added += database.changesCount
        }
        return added
    }

    private func encoded(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private func decoded<Value: Decodable>(_ text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }
}
