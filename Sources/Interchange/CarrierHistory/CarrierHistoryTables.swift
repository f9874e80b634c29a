internal import Foundation

/// The tables of a carrier history as they stand in their files: headers and cells, without any meaning.
///
/// For keeping them; `CarrierHistoryReader` is what understands them.
public enum CarrierHistoryTables {
    /// One file.
    public struct Table: Hashable, Sendable {
        /// The name of the file without its ending.
        public var name: String
        /// The cells of its first row.
        public var header: [String]
        /// The cells of the others, at most as many as the header has.
        public var rows: [[String]]
    }

    /// The files of a folder that belong to a carrier history, in the order of Docs/carrier-history.md.
    ///
    /// - Throws: K201 when there is no such folder, K202 when none of the files is in it, K203 when one cannot be read.
    public static func read(_ folder: String) throws(CarrierHistoryError) -> [Table] {
        var isFolder: ObjCBool = false
        let exists = unsafe FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
        guard exists, isFolder.boolValue else { throw CarrierHistoryError(.notAFolder, path: folder) }
        var tables: [Table] = []
        for file in HistoryFile.allCases {
            guard let name = DayTextFile.find(file.fileName, in: folder) else { continue }
            do throws(DayFolderError) {
                let mapping = ColumnMapping.FileMapping()
                let text = try DayTextFile(name: name, path: "\(folder)/\(name)", mapping: mapping)
                tables.append(table(text, named: file.rawValue))
            } catch {
                throw CarrierHistoryError(error)
            }
        }
        guard !tables.isEmpty else { throw CarrierHistoryError(.noRecords(rejected: 0), path: folder) }
        return tables
    }

    /// The text split at the separator that makes most headers.
    private static func table(_ file: DayTextFile, named name: String) -> Table {
        let separators: [Character] = file.separator.map { [$0] } ?? [",", ";", "\t", "|"]
        let counts = separators.map { separator in
            let top = CSVTable(file.text, separator: separator, maxRows: 1)
            return top.rowCount > 0 ? top.cellCount(inRow: 0) : 0
        }
        let widest = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
        let table = CSVTable(file.text, separator: separators[widest])
        guard table.rowCount > 0 else { return Table(name: name, header: [], rows: []) }
        let header = table.texts(row: 0)
        let rows = (1..<max(1, table.rowCount)).map { Array(table.texts(row: $0).prefix(header.count)) }
        return Table(name: name, header: header, rows: rows)
    }
}
