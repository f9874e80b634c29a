import VehicleRouting

/// Why a row cannot be used: the cell and what is wrong with it.
struct RowProblem: Error {
    /// The header of the column; nil when the whole row is meant.
    var column: String?
    /// The cell as the file has it.
    var value: String?
    /// What is wrong.
    var reason: DayFinding.Reason
}

extension DayTable {
    /// The cell with the mapping's words and constants applied, without a guard against formulas; empty when there is none.
    func text(_ column: Column, _ row: Int) -> String {
        var text =
            positions[column].map { FormulaGuard.removing(from: cells.text(row: row, column: $0)) } ?? ""
        if let meaning = mapping.values?[column.name]?[text] { text = meaning }
        return text.isEmpty ? mapping.constants?[column.name] ?? "" : text
    }

    /// What is wrong with the row before any cell is looked at.
    func checkShape(of row: Int) throws(RowProblem) {
        if cells.rows[row].hasUnclosedQuote { throw RowProblem(reason: .unclosedQuote) }
        let count = cells.cellCount(inRow: row)
        guard count > headers.count else { return }
        if (headers.count..<count).contains(where: { !cells.text(row: row, column: $0).isEmpty }) {
            throw RowProblem(reason: .tooManyCells(found: count, header: headers.count))
        }
    }

    /// A problem with a cell.
    func problem(_ column: Column, _ row: Int, _ reason: DayFinding.Reason) -> RowProblem {
        RowProblem(column: header(column), value: text(column, row), reason: reason)
    }

    /// A code, kept to the last character; empty when there is none.
    func optionalCode(_ column: Column, _ row: Int) throws(RowProblem) -> String {
        let code = text(column, row)
        try checkDamage(of: code, column, row)
        return code
    }

    /// A code that must be there.
    func code(_ column: Column, _ row: Int) throws(RowProblem) -> String {
        let code = try optionalCode(column, row)
        if code.isEmpty { throw problem(column, row, .empty) }
        return code
    }

    private func checkDamage(of code: String, _ column: Column, _ row: Int) throws(RowProblem) {
        guard let profile = profiles[column] else { return }
        if let damage = CodeCell.damage(of: code) ?? profile.damage(of: code) {
            throw problem(column, row, damage)
        }
    }

    /// The items of a list separated by `|`, `;` or `,`.
    func list(_ column: Column, _ row: Int) -> [String] {
        text(column, row).split(whereSeparator: { "|;,\n".contains($0) }).map { String($0).trimmed }
            .filter { !$0.isEmpty }
    }

    /// A list of skills.
    func skills(_ column: Column, _ row: Int) -> Set<Identifier> {
        Set(list(column, row).map { .text($0) })
    }

    /// A number of the unit Docs/day-folder.md names; nil for an empty cell.
    func number(_ column: Column, _ row: Int) throws(RowProblem) -> ExactNumber? {
        let text = text(column, row)
        guard !text.isEmpty else { return nil }
        var value: ExactNumber
        switch NumberCell.read(text, mark: certainMark(column, row)) {
        case .number(let number): value = number
        case .either(let fraction, let grouped):
            throw problem(column, row, .ambiguousNumber(small: "\(fraction)", large: "\(grouped)"))
        case .nothing:
            throw problem(column, row, .notANumber)
        }
        if let factor = mapping.factor(column.name) {
            guard let product = value.times(factor) else { throw problem(column, row, .notANumber) }
            value = product
        }
        return value
    }

    /// The mark that counts for one cell: its own if it is certain, the mapping's or the file's otherwise.
    private func certainMark(_ column: Column, _ row: Int) -> DecimalMark? {
        if mapping.decimal != nil { return decimalMark }
        guard let position = positions[column] else { return .point }
        if let own = NumberCell.certainMark(of: cells.text(row: row, column: position)) { return own }
        if isCommaSeparated, !cells.isQuoted(row: row, column: position) { return .point }
        return decimalMark
    }

    /// A number as whole multiples of `1/scale`, within `range` (in the unit of the file).
    func scaled(
        _ column: Column,
        _ row: Int,
        by scale: Int,
        _ rounding: ExactNumber.Rounding = .nearest,
        in range: ClosedRange<Int>
    ) throws(RowProblem) -> Int? {
        guard let number = try number(column, row) else { return nil }
        guard let whole = number.scaled(by: scale, rounding),
            whole >= range.lowerBound * scale, whole <= range.upperBound * scale
        else { throw problem(column, row, .outOfRange("\(range.lowerBound) … \(range.upperBound)")) }
        return whole
    }

    /// The point of a row.
    func coordinate(_ latitude: Column, _ longitude: Column, _ row: Int) throws(RowProblem) -> Coordinate {
        guard let north = try number(latitude, row)?.double else { throw problem(latitude, row, .empty) }
        guard let east = try number(longitude, row)?.double else { throw problem(longitude, row, .empty) }
        guard abs(north) <= 90 else { throw problem(latitude, row, .notAPlace) }
        guard abs(east) <= 180 else { throw problem(longitude, row, .notAPlace) }
        // Zero, zero is what exports write for an address they could not find.
        if north == 0, east == 0 { throw problem(latitude, row, .notAPlace) }
        return Coordinate(longitude: east, latitude: north)
    }

    /// A point in time; nil for an empty cell.
    func time(_ column: Column, _ row: Int, on day: PlanDay) throws(RowProblem) -> Seconds? {
        let text = text(column, row)
        guard !text.isEmpty else { return nil }
        var day = day
        day.dateOrder = mapping.dates.flatMap { ColumnMapping.DateOrder(rawValue: $0) }
        switch ClockCell.read(text, on: day) {
        case .success(let time): return time
        case .failure(.notATime): throw problem(column, row, .notATime)
        case .failure(.ambiguousDate): throw problem(column, row, .ambiguousDate)
        case .failure(.otherDay): throw problem(column, row, .otherDay("\(day.date)"))
        }
    }

    /// Opening hours; nil for an empty cell.
    func hours(_ column: Column, _ row: Int) throws(RowProblem) -> OpeningHours? {
        let text = text(column, row)
        guard !text.isEmpty else { return nil }
        switch OpeningHours.read(text) {
        case .success(let hours): return hours
        case .failure(.notHours): throw problem(column, row, .notHours)
        case .failure(.closesBeforeItOpens): throw problem(column, row, .closesBeforeItOpens)
        }
    }

    /// The hours of one weekday: its own column, else `hours`, else closed if other days have hours, else always.
    func hours(
        weekdays: [Column],
        today: Int,
        general: Column,
        _ row: Int
    ) throws(RowProblem) -> OpeningHours {
        if let own = try hours(weekdays[today], row) { return own }
        if let every = try hours(general, row) { return every }
        return weekdays.contains { !text($0, row).isEmpty } ? .closed : .always
    }
}

extension ColumnMapping.FileMapping {
    /// What the numbers of a column are multiplied with; nil for nothing.
    func factor(_ column: String) -> ExactNumber? {
        guard let factor = units?[column] else { return nil }
        guard case .number(let number) = NumberCell.read("\(factor)", mark: .point) else { return nil }
        return number
    }
}

extension DayTable {
    /// The decimal marks that single cells of the number columns make certain.
    var certainMarks: Set<DecimalMark> {
        var marks: Set<DecimalMark> = []
        for (column, position) in positions where column.kind == .number {
            for row in rows {
                if let mark = NumberCell.certainMark(of: cells.text(row: row, column: position)) {
                    marks.insert(mark)
                }
                if marks.count == 2 { return marks }
            }
        }
        return marks
    }
}
