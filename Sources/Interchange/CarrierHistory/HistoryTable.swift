import Foundation

/// One file of a carrier history, read row by row.
struct HistoryTable<Column: TableColumn> {
    let table: DayTable<Column>
    private let timeZone: TimeZone

    /// The table of `file` in `folder`; nil when the folder does not have it.
    init?(
        _ file: HistoryFile,
        in folder: String,
        _ mapping: HistoryMapping,
        timeZone: TimeZone
    ) throws(CarrierHistoryError) {
        let mapping = mapping.files[file] ?? ColumnMapping.FileMapping()
        let wanted = mapping.file ?? file.fileName
        guard let name = DayTextFile.find(wanted, in: folder) else {
            guard mapping.file != nil else { return nil }
            throw CarrierHistoryError(.unreadable("there is no such file"), path: "\(folder)/\(wanted)")
        }
        do throws(DayFolderError) {
            let text = try DayTextFile(name: name, path: "\(folder)/\(name)", mapping: mapping)
            var table = try DayTable<Column>(text, mapping: mapping)
            table.settleDecimalMark(folder: [])
            self.table = table
        } catch {
            throw CarrierHistoryError(error)
        }
        self.timeZone = timeZone
    }

    /// What `read` makes of each row, with the rows it cannot use.
    func rows<Value>(
        _ read: (HistoryTable, Int) throws(RowProblem) -> Value
    ) -> (values: [(row: Int, value: Value)], rejects: [DayFinding]) {
        var values: [(row: Int, value: Value)] = []
        var rejects: [DayFinding] = []
        for row in table.rows {
            do throws(RowProblem) {
                try table.checkShape(of: row)
                values.append((row, try read(self, row)))
            } catch {
                rejects.append(
                    DayFinding(
                        file: table.fileName,
                        row: table.line(row),
                        column: error.column,
                        value: error.value,
                        reason: error.reason
                    )
                )
            }
        }
        return (values, rejects)
    }

    func text(_ column: Column, _ row: Int) -> String { table.text(column, row) }

    func code(_ column: Column, _ row: Int) throws(RowProblem) -> String { try table.code(column, row) }

    func optionalCode(_ column: Column, _ row: Int) throws(RowProblem) -> String {
        try table.optionalCode(column, row)
    }

    /// The greatest number that a cell may hold: sums of many of them still fit 64 bits, and are exact to the cent.
    private static var greatest: Double { 1e12 }

    /// A number from 0 to 10¹²; nil for an empty cell.
    func amount(_ column: Column, _ row: Int) throws(RowProblem) -> Double? {
        guard let number = try signed(column, row) else { return nil }
        guard number >= 0 else { throw table.problem(column, row, .outOfRange("0 …")) }
        return number
    }

    /// A number from −10¹² to 10¹²; nil for an empty cell.
    func signed(_ column: Column, _ row: Int) throws(RowProblem) -> Double? {
        guard let number = try table.number(column, row)?.double else { return nil }
        guard abs(number) <= Self.greatest else {
            throw table.problem(column, row, .outOfRange("… 1000000000000"))
        }
        return number
    }

    func needed<Value>(_ value: Value?, _ column: Column, _ row: Int) throws(RowProblem) -> Value {
        guard let value else { throw table.problem(column, row, .empty) }
        return value
    }

    /// A moment; nil for an empty cell.
    func moment(_ column: Column, _ row: Int) throws(RowProblem) -> Date? {
        let text = table.text(column, row)
        guard !text.isEmpty else { return nil }
        switch StampCell.read(text, in: timeZone) {
        case .success(let date): return date
        case .failure(.ambiguousDate): throw table.problem(column, row, .ambiguousDate)
        case .failure: throw table.problem(column, row, .notAMoment)
        }
    }

    /// A span between two columns; one of the two alone is a fixed moment, none is nil.
    func span(_ from: Column, _ to: Column, _ row: Int) throws(RowProblem) -> ClosedRange<Date>? {
        let (first, last) = (try moment(from, row), try moment(to, row))
        guard let opens = first ?? last, let closes = last ?? first else { return nil }
        guard opens <= closes else { throw table.problem(to, row, .closesBeforeItOpens) }
        return opens...closes
    }

    /// One of the words of an enumeration; nil for an empty cell.
    func word<Word: RawRepresentable<String> & CaseIterable>(
        _ column: Column,
        _ row: Int,
        as _: Word.Type,
        aliases: [String: Word] = [:]
    ) throws(RowProblem) -> Word? {
        let text = table.text(column, row).lowercased().map { $0 == " " || $0 == "-" ? "_" : String($0) }
            .joined()
        guard !text.isEmpty else { return nil }
        if let word = Word(rawValue: text) ?? aliases[text] { return word }
        throw table.problem(column, row, .unknownWord(expected: Word.allCases.map(\.rawValue)))
    }

    /// Who is to blame; nil when nobody has said.
    func blame(_ cause: Column, _ state: Column, _ row: Int) throws(RowProblem) -> CarrierHistoryFolder.Blame?
    {
        typealias Blame = CarrierHistoryFolder.Blame
        guard let found = try word(cause, row, as: Blame.Cause.self) else { return nil }
        return Blame(found, try word(state, row, as: Blame.State.self) ?? .proposed)
    }
}
