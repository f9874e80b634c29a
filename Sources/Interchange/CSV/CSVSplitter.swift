/// Cuts bytes into rows and cells.
///
/// A quote opens a cell only at its beginning, after blanks at most; elsewhere it is an ordinary character, as in
/// `5" pipe`.  A quote that is never closed, or is closed in the middle of a word of a later line, would swallow other
/// rows: there the cell is read again with the quote as an ordinary character, and the row is marked.
struct CSVSplitter {
    static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    let bytes: [UInt8]
    let separator: [UInt8]
    private(set) var cells: [CSVTable.Cell] = []
    private(set) var rows: [CSVTable.Row] = []

    private var position = 0
    private var line = 1

    init(bytes: [UInt8], separator: [UInt8]) {
        self.bytes = bytes
        self.separator = separator
    }

    mutating func split(maxRows: Int) {
        while position < bytes.count, rows.count < maxRows {
            readRow()
        }
    }

    private mutating func readRow() {
        var row = CSVTable.Row(firstCell: cells.count, count: 0, line: line, hasUnclosedQuote: false)
        var hasText = false
        repeat {
            let cell = readCell(&row.hasUnclosedQuote)
            hasText = hasText || cell.end > cell.start
            cells.append(cell)
        } while skipSeparator()
        skipLineEnd()
        guard hasText else {
            cells.removeSubrange(row.firstCell...)
            return
        }
        row.count = cells.count - row.firstCell
        rows.append(row)
    }

    private mutating func readCell(_ hasUnclosedQuote: inout Bool) -> CSVTable.Cell {
        let start = position
        skipBlanks()
        if position < bytes.count, bytes[position] == Self.quote {
            if let cell = readQuotedCell() { return cell }
            hasUnclosedQuote = true
        }
        position = start
        return readPlainCell()
    }

    /// Reads from the opening quote to the next separator or line end; nil, without having moved, when the quote is
    /// not closed properly.
    private mutating func readQuotedCell() -> CSVTable.Cell? {
        let opening = position
        var index = position + 1
        var lineEnds = 0
        while index < bytes.count {
            if bytes[index] == Self.quote {
                guard index + 1 < bytes.count, bytes[index + 1] == Self.quote else { break }
                index += 2
                continue
            }
            if isLineEnd(at: index) { lineEnds += 1 }
            index += 1
        }
        guard index < bytes.count else { return nil }
        let cell = CSVTable.Cell(start: opening + 1, end: index, isQuoted: true)
        position = index + 1
        skipBlanks()
        guard isCellEnd(at: position) else {
            position = opening
            return nil
        }
        line += lineEnds
        return cell
    }

    private mutating func readPlainCell() -> CSVTable.Cell {
        skipBlanks()
        let start = position
        var end = position
        while !isCellEnd(at: position) {
            if !isBlank(at: position) { end = position + 1 }
            position += 1
        }
        return CSVTable.Cell(start: start, end: end, isQuoted: false)
    }

    private mutating func skipSeparator() -> Bool {
        guard isSeparator(at: position) else { return false }
        position += separator.count
        return true
    }

    private mutating func skipLineEnd() {
        guard position < bytes.count else { return }
        if bytes[position] == Self.carriageReturn, position + 1 < bytes.count,
            bytes[position + 1] == Self.lineFeed
        {
            position += 1
        }
        position += 1
        line += 1
    }

    private mutating func skipBlanks() {
        while position < bytes.count, isBlank(at: position) { position += 1 }
    }

    /// Blanks around cells; a tab is one unless it separates.
    private func isBlank(at index: Int) -> Bool {
        let byte = bytes[index]
        return (byte == 0x20 || byte == 0x09) && byte != separator[0]
    }

    private func isSeparator(at index: Int) -> Bool {
        guard index + separator.count <= bytes.count else { return false }
        for (offset, byte) in separator.enumerated() where bytes[index + offset] != byte { return false }
        return true
    }

    private func isCellEnd(at index: Int) -> Bool {
        index >= bytes.count || bytes[index] == Self.lineFeed || bytes[index] == Self.carriageReturn
            || isSeparator(at: index)
    }

    /// Whether a line ends here; `\r\n` counts once, at its `\n`.
    private func isLineEnd(at index: Int) -> Bool {
        if bytes[index] == Self.lineFeed { return true }
        guard bytes[index] == Self.carriageReturn else { return false }
        return index + 1 >= bytes.count || bytes[index + 1] != Self.lineFeed
    }
}
