/// The cells of a separated-values text, with the line each row starts on.
///
/// Reads what spreadsheets and ERP systems write rather than what RFC 4180 allows: any separator, `\n`, `\r\n` or `\r`,
/// quotes around any cell, quotes inside unquoted cells, rows of unequal length, blank lines.  Cells stay in the text's
/// bytes until they are asked for, so a million rows cost little more than their file.
public struct CSVTable: Sendable {
    /// One row: where its cells are and where it was found.
    struct Row: Hashable, Sendable {
        /// Position of its first cell in `cells`.
        var firstCell: Int
        /// How many cells it has.
        var count: Int
        /// The line of the file it starts on, from 1.
        var line: Int
        /// Whether a quote in it is opened and never closed, so that its cells cannot be trusted.
        var hasUnclosedQuote: Bool
    }

    /// One cell: a range of `bytes`, and whether it is quoted there.
    struct Cell: Hashable, Sendable {
        var start: Int
        var end: Int
        var isQuoted: Bool
    }

    var bytes: [UInt8]
    var cells: [Cell]
    var rows: [Row]

    /// Splits `text` at `separator`; rows without any text are left out.
    ///
    /// - Parameter maxRows: how many rows to read at most, for a look at the beginning.
    public init(_ text: String, separator: Character, maxRows: Int = .max) {
        var splitter = CSVSplitter(bytes: Array(text.utf8), separator: Array(String(separator).utf8))
        splitter.split(maxRows: maxRows)
        bytes = splitter.bytes
        cells = splitter.cells
        rows = splitter.rows
    }

    /// How many rows with text there are, the header included.
    public var rowCount: Int { rows.count }

    /// How many cells a row has.
    public func cellCount(inRow row: Int) -> Int {
        rows[row].count
    }

    /// The line of the file on which a row starts, from 1.
    public func line(ofRow row: Int) -> Int {
        rows[row].line
    }

    /// The text of a cell without its quotes and the blanks around it; empty beyond the end of the row.
    public func text(row: Int, column: Int) -> String {
        guard column < rows[row].count else { return "" }
        let cell = cells[rows[row].firstCell + column]
        guard cell.isQuoted else { return String(decoding: bytes[cell.start..<cell.end], as: UTF8.self) }
        var content: [UInt8] = []
        content.reserveCapacity(cell.end - cell.start)
        var index = cell.start
        while index < cell.end {
            content.append(bytes[index])
            index += bytes[index] == CSVSplitter.quote ? 2 : 1
        }
        return String(decoding: content, as: UTF8.self).trimmed
    }

    /// All cells of a row.
    public func texts(row: Int) -> [String] {
        (0..<rows[row].count).map { text(row: row, column: $0) }
    }

    /// Whether a cell was written in quotes.
    func isQuoted(row: Int, column: Int) -> Bool {
        column < rows[row].count && cells[rows[row].firstCell + column].isQuoted
    }
}

extension String {
    /// The text without blanks, no-break spaces and line breaks at its ends.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return first == startIndex && index(after: last) == endIndex ? self : String(self[first...last])
    }
}
