/// Finds out which separator a file uses, which row is its header and what each header means.
struct HeaderResolver<Column: TableColumn> {
    /// A header row, understood.
    struct Header {
        /// The headers as the file has them.
        var texts: [String]
        /// Where each recognised column stands.
        var positions: [Column: Int]
        /// Headers that mean nothing to us, and where they stand.
        var unknown: [(text: String, position: Int)]
        /// Headers that mean the same as an earlier one.
        var repeated: [(text: String, column: Column)]
        /// Columns without a header.
        var unnamed: [Int]
        /// The first row after the header.
        var firstDataRow: Int
    }

    private let mapping: ColumnMapping.FileMapping
    private let meanings: [String: Column]
    private let ignored: Set<String>

    /// In the order of preference when several split the header equally well.
    private static var separators: [Character] { [",", ";", "\t", "|", "¬", "^", "~"] }

    /// A header is looked for in this many rows; above it there may be a title.
    private static var rowsToLookAt: Int { 6 }

    init(mapping: ColumnMapping.FileMapping) {
        self.mapping = mapping
        var meanings: [String: Column] = [:]
        for column in Column.allCases {
            for alias in column.aliases { meanings[alias] = column }
        }
        // A column's own name counts before another's alias.
        for column in Column.allCases { meanings[DayFile.headerKey(column.name)] = column }
        for (header, name) in mapping.columns ?? [:] {
            meanings[DayFile.headerKey(header)] = Column(rawValue: name)
        }
        self.meanings = meanings
        ignored = Set((mapping.ignore ?? []).map(DayFile.headerKey))
    }

    /// The separator with which the most headers are recognised; of equals the one that makes most columns.
    func separator(of text: String) -> Character {
        let start = String(text.prefix(20_000))
        var best: (separator: Character, known: Int, columns: Int) = (",", 0, 1)
        for separator in Self.separators where start.contains(separator) {
            let table = CSVTable(start, separator: separator, maxRows: Self.rowsToLookAt)
            guard table.rowCount > 0 else { continue }
            let known = (0..<table.rowCount).map { recognised(table.texts(row: $0)).count }.max() ?? 0
            let columns = table.cellCount(inRow: 0)
            if (known, columns) > (best.known, best.columns) { best = (separator, known, columns) }
        }
        return best.separator
    }

    /// The header of `table`: the first row when the mapping names the columns or that row has all that is needed, else
    /// the first of the next few rows that has.
    func header(of table: CSVTable) -> Header {
        if let names = mapping.header { return understand(names, firstDataRow: 0) }
        let needed = Column.allCases.filter { $0.isRequired && mapping.constants?[$0.name] == nil }
        let candidates = 0..<min(Self.rowsToLookAt, table.rowCount)
        let row = candidates.first { row in recognised(table.texts(row: row)).isSuperset(of: needed) }
        return understand(table.texts(row: row ?? 0), firstDataRow: (row ?? 0) + 1)
    }

    /// The first header of the file that misspells a column which keeps a promise and is not there otherwise.
    ///
    /// Where a column without a promise is nearer, the header is not taken for a misspelling.
    func misspelling(in header: Header) -> (text: String, column: Column)? {
        let missing = meanings.filter { isMissing($0.value, in: header) }
        let promised = missing.filter(\.value.keepsPromise).keys.sorted()
        let others = missing.filter { !$0.value.keepsPromise }.keys.sorted()
        for (text, _) in header.unknown {
            let nearest = NearestWord.misspelt(DayFile.headerKey(text), among: promised + others)
            if let column = nearest.flatMap({ missing[$0] }), column.keepsPromise { return (text, column) }
        }
        return nil
    }

    /// The first header that the mapping names for a column which keeps a promise, though the file has neither that
    /// header nor another for the column.
    func absentee(in header: Header) -> (text: String, column: Column)? {
        for (text, name) in (mapping.columns ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard let column = Column(rawValue: name), column.keepsPromise else { continue }
            if isMissing(column, in: header) { return (text, column) }
        }
        return nil
    }

    private func isMissing(_ column: Column, in header: Header) -> Bool {
        header.positions[column] == nil && mapping.constants?[column.name] == nil
    }

    private func recognised(_ headers: [String]) -> Set<Column> {
        Set(headers.compactMap(meaning))
    }

    private func meaning(of header: String) -> Column? {
        let key = DayFile.headerKey(header)
        return ignored.contains(key) ? nil : meanings[key]
    }

    private func understand(_ texts: [String], firstDataRow: Int) -> Header {
        var header = Header(
            texts: texts,
            positions: [:],
            unknown: [],
            repeated: [],
            unnamed: [],
            firstDataRow: firstDataRow
        )
        for (position, text) in texts.enumerated() {
            if text.isEmpty {
                header.unnamed.append(position)
            } else if let column = meaning(of: text) {
                if header.positions[column] == nil {
                    header.positions[column] = position
                } else {
                    header.repeated.append((text, column))
                }
            } else if !ignored.contains(DayFile.headerKey(text)) {
                header.unknown.append((text, position))
            }
        }
        return header
    }
}

/// Recognises the rows with sums that reports put under a table.
struct TotalsRows<Column: TableColumn> {
    let positions: [Column: Int]

    private static var words: Set<String> {
        [
            "total", "totals", "grandtotal", "sum", "sums", "subtotal", "summe", "gesamt", "gesamtsumme",
            "合计", "总计", "小计",
        ]
    }

    /// The row after the last one with data.
    func end(of table: CSVTable, from first: Int) -> Int {
        var end = table.rowCount
        while end > first, isTotals(table.texts(row: end - 1)) { end -= 1 }
        return end
    }

    /// Whether the first text of the row is a word for totals, or only its numbers are filled in.
    private func isTotals(_ cells: [String]) -> Bool {
        guard let first = cells.first(where: { !$0.isEmpty }) else { return true }
        let word = first.prefix { $0 != ":" && $0 != "=" }
        if Self.words.contains(DayFile.headerKey(String(word))) { return true }
        let codes = positions.filter { $0.key.kind == .code }
        guard !codes.isEmpty, codes.allSatisfy({ cells.at($0.value).isEmpty }) else { return false }
        return cells.allSatisfy { $0.isEmpty || NumberCell.read($0, mark: nil) != .nothing }
    }
}

extension [String] {
    /// The text at a position, empty beyond the end.
    func at(_ position: Int) -> String {
        position < count ? self[position] : ""
    }
}
