/// One file of the day folder, or of another folder of tables, with its columns recognised.
struct DayTable<Column: TableColumn> {
    /// The name of the file, for messages.
    let fileName: String
    /// Folder and name, for errors.
    let path: String
    /// What the mapping says about it.
    let mapping: ColumnMapping.FileMapping
    /// Its cells.
    let cells: CSVTable
    /// The line before its first, if the file had one that is not part of the table.
    let skippedLines: Int
    /// Whether it is separated by commas, so that an unquoted point must be a decimal mark.
    let isCommaSeparated: Bool
    /// The headers as the file has them.
    let headers: [String]
    /// Where each recognised column stands.
    let positions: [Column: Int]
    /// The rows of data, as indices into `cells`.
    let rows: Range<Int>
    /// What the code columns look like as a whole.
    let profiles: [Column: CodeColumnProfile]
    /// What is odd about the file.
    private(set) var warnings: [DayFinding]
    /// The decimal mark that counts where a number does not show its own.
    var decimalMark: DecimalMark?

    /// Recognises the columns of `file`.
    ///
    /// - Throws: D304 for a file without text, D306 for a missing column, D312 for a misspelt and D314 for a wrongly
    ///   mapped one that keeps a promise.
    init(_ file: DayTextFile, mapping: ColumnMapping.FileMapping) throws(DayFolderError) {
        let resolver = HeaderResolver<Column>(mapping: mapping)
        let separator = file.separator ?? resolver.separator(of: file.text)
        let table = CSVTable(file.text, separator: separator)
        guard table.rowCount > 0 else { throw .init(.emptyFile, path: file.path) }
        let header = resolver.header(of: table)
        if let missing = Column.allCases.first(where: {
            $0.isRequired && header.positions[$0] == nil && mapping.constants?[$0.name] == nil
        }) {
            let unused = header.unknown.map(\.text)
            let nearest = NearestWord.of(missing.name, among: unused)
            let headers = header.texts.filter { !$0.isEmpty }
            throw .init(.missingColumn(missing.name, headers: headers, nearest: nearest), path: file.path)
        }
        if let reason = Self.doubt(about: header, of: table, file, resolver) {
            throw .init(reason, path: file.path)
        }
        fileName = file.name
        path = file.path
        self.mapping = mapping
        cells = table
        skippedLines = file.skippedLines
        isCommaSeparated = separator == ","
        headers = header.texts
        positions = header.positions
        let lastRow = TotalsRows<Column>(positions: header.positions).end(
            of: table,
            from: header.firstDataRow
        )
        rows = header.firstDataRow..<lastRow
        profiles = Self.profiles(table, rows: rows, positions: header.positions, mapping: mapping)
        decimalMark = mapping.decimal?.first.flatMap { DecimalMark(rawValue: $0) }
        warnings = []
        noteOddities(header, lastRow: lastRow)
    }

    /// Why the header may not mean what it says, where that could break a promise.
    private static func doubt(
        about header: HeaderResolver<Column>.Header,
        of table: CSVTable,
        _ file: DayTextFile,
        _ resolver: HeaderResolver<Column>
    ) -> DayFolderError.Reason? {
        if let (text, column) = resolver.absentee(in: header) {
            let headers = header.texts.filter { !$0.isEmpty }
            return .absentColumn(header: text, column: column.name, headers: headers)
        }
        guard let (text, column) = resolver.misspelling(in: header) else { return nil }
        let line = table.line(ofRow: header.firstDataRow - 1) + file.skippedLines
        return .misspeltColumn(text, row: line, meaning: column.name)
    }

    private static func profiles(
        _ table: CSVTable,
        rows: Range<Int>,
        positions: [Column: Int],
        mapping: ColumnMapping.FileMapping
    ) -> [Column: CodeColumnProfile] {
        var result: [Column: CodeColumnProfile] = [:]
        for (column, position) in positions where column.kind == .code {
            guard mapping.verbatim?.contains(column.name) != true else { continue }
            result[column] = CodeColumnProfile(rows.lazy.map { table.text(row: $0, column: position) })
        }
        return result
    }

    private mutating func noteOddities(_ header: HeaderResolver<Column>.Header, lastRow: Int) {
        if header.firstDataRow > 1 {
            let count = header.firstDataRow - 1
            warn(row: cells.line(ofRow: 0) + skippedLines, .linesBeforeHeader(count: count))
        }
        let free = Column.allCases.filter { positions[$0] == nil }.map(\.name)
        for (text, _) in header.unknown {
            warn(column: text, .unknownColumn(nearest: NearestWord.of(text, among: free)))
        }
        for (text, column) in header.repeated {
            warn(column: text, .repeatedColumn(meaning: column.name))
        }
        let unnamed = header.unnamed.first { position in
            rows.contains { !cells.text(row: $0, column: position).isEmpty }
        }
        if let unnamed { warn(column: "\(unnamed + 1)", .cellsWithoutHeader) }
        for row in lastRow..<cells.rowCount {
            let text = cells.texts(row: row).first { !$0.isEmpty }
            warn(row: line(row), value: text, .totalsRow)
        }
    }

    private mutating func warn(
        row: Int? = nil,
        column: String? = nil,
        value: String? = nil,
        _ reason: DayFinding.Reason
    ) {
        warnings.append(DayFinding(file: fileName, row: row, column: column, value: value, reason: reason))
    }

    /// The line of the file on which a row starts.
    func line(_ row: Int) -> Int {
        cells.line(ofRow: row) + skippedLines
    }

    /// Whether the file, or a constant of the mapping, has a column.
    func has(_ column: Column) -> Bool {
        positions[column] != nil || mapping.constants?[column.name] != nil
    }

    /// The header of a column as the file has it.
    func header(_ column: Column) -> String {
        positions[column].map { headers[$0] } ?? column.name
    }
}
