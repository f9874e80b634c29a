import Synchronization

/// A linear or mixed-integer model: named columns and rows, an objective, and nothing of the solver's.
///
/// ```swift
/// var program = LinearProgram(name: "vans and trucks", sense: .minimise)
/// let vans = try program.addColumn("vans", cost: 90, kind: .integer)
/// let trucks = try program.addColumn("trucks", cost: 160, kind: .integer)
/// let pallets = try program.addRow("pallets", .atLeast(17), [(vans, 4), (trucks, 10)])
/// let solution = program.solve()
/// if let values = solution.values { print(values[vans], values[trucks]) }
/// ```
///
/// A program is a value: it may be copied, changed, sent to another thread and solved there.  GLPK's own problem exists
/// only while ``solve(_:)`` runs.  Handles belong to the program that made them and to its copies.
///
/// What data can get wrong is thrown as a ``LinearProgramError`` and leaves the program as it was; what only code can
/// get wrong (a handle of another program, a column twice in one row) is a precondition.
public struct LinearProgram: Sendable {
    /// Which way the objective is to go.
    public enum Sense: Hashable, Sendable {
        /// The least objective is wanted.
        case minimise
        /// The greatest objective is wanted.
        case maximise
    }

    /// Which values a column may take between its bounds.
    public enum Kind: Hashable, Sendable {
        /// Any.
        case continuous
        /// Whole numbers.
        case integer
        /// 0 or 1.
        case binary
    }

    /// A column (variable) of one program and its copies.
    public struct Column: Hashable, Sendable {
        let index: Int
        let program: UInt64
    }

    /// A row (constraint) of one program and its copies.
    public struct Row: Hashable, Sendable {
        let index: Int
        let program: UInt64
    }

    struct ColumnRecord: Sendable {
        let name: String
        var bounds: Bounds
        var cost: Double
        let kind: Kind
    }

    struct RowRecord: Sendable {
        let name: String
        var bounds: Bounds
    }

    /// One coefficient of the matrix; both indices count from 0.
    struct Entry: Sendable {
        let row: Int32
        let column: Int32
        let value: Double
    }

    /// What the model is called in messages and files.
    public let name: String
    /// Which way the objective is to go.
    public let sense: Sense
    /// Added to the objective of every solution, in its unit; always finite.
    public private(set) var constantCost = 0.0

    private(set) var columnRecords: [ColumnRecord] = []
    private(set) var rowRecords: [RowRecord] = []
    /// In the order they were added; no row and column pair occurs twice.
    private(set) var entries: [Entry] = []
    private(set) var columnsByName: [String: Int] = [:]
    private(set) var rowsByName: [String: Int] = [:]
    let identity: UInt64

    private static let lastIdentity = Atomic<UInt64>(0)

    /// Makes an empty model.
    public init(name: String, sense: Sense) {
        self.name = name
        self.sense = sense
        identity = Self.lastIdentity.wrappingAdd(1, ordering: .relaxed).newValue
    }
}

// MARK: - Building

extension LinearProgram {
    /// Adds a column, and its coefficients in rows that exist already.
    ///
    /// - Parameters:
    ///   - name: Not empty and distinct among columns.
    ///   - bounds: Left out, 0 or more, and 0 to 1 for a binary column.
    ///   - cost: What one unit adds to the objective; finite.
    ///   - kind: Integer and binary columns need whole-number bounds, binary ones within 0 to 1.
    ///   - terms: Coefficients, finite, each row at most once.
    public mutating func addColumn(
        _ name: String,
        _ bounds: Bounds? = nil,
        cost: Double = 0,
        kind: Kind = .continuous,
        terms: [(row: Row, coefficient: Double)] = []
    ) throws(LinearProgramError) -> Column {
        let place = LinearProgramError.Place.column(name)
        let bounds = bounds ?? (kind == .binary ? .between(0, 1) : .atLeast(0))
        try Self.check(name: name, taken: columnsByName[name] != nil, at: place)
        try Self.check(bounds, kind: kind, at: place)
        try Self.check(cost: cost, at: place)

        let column = Column(index: columnRecords.count, program: identity)
        var rows = Set<Row>(minimumCapacity: terms.count)
        for (row, coefficient) in terms {
            let rowName = rowRecords[position(of: row)].name
            precondition(rows.insert(row).inserted, "column '\(name)' names row '\(rowName)' twice")
            try Self.check(coefficient: coefficient, column: name, row: rowName, at: place)
        }
        columnRecords.append(ColumnRecord(name: name, bounds: bounds, cost: cost, kind: kind))
        columnsByName[name] = column.index
        entries.append(contentsOf: terms.map { Self.entry($0.row, column, $0.coefficient) })
        return column
    }

    /// Adds a row: the sum of its terms must stay within `bounds`.
    ///
    /// - Parameters:
    ///   - name: Not empty and distinct among rows.
    ///   - bounds: For the sum of coefficient times value over the terms.
    ///   - terms: Coefficients, finite, each column at most once.
    public mutating func addRow(
        _ name: String,
        _ bounds: Bounds,
        _ terms: [(column: Column, coefficient: Double)]
    ) throws(LinearProgramError) -> Row {
        let place = LinearProgramError.Place.row(name)
        try Self.check(name: name, taken: rowsByName[name] != nil, at: place)
        try Self.check(bounds, kind: nil, at: place)

        let row = Row(index: rowRecords.count, program: identity)
        var columns = Set<Column>(minimumCapacity: terms.count)
        for (column, coefficient) in terms {
            let columnName = columnRecords[position(of: column)].name
            precondition(columns.insert(column).inserted, "row '\(name)' names column '\(columnName)' twice")
            try Self.check(coefficient: coefficient, column: columnName, row: name, at: place)
        }
        rowRecords.append(RowRecord(name: name, bounds: bounds))
        rowsByName[name] = row.index
        entries.append(contentsOf: terms.map { Self.entry(row, $0.column, $0.coefficient) })
        return row
    }

    /// Changes what one unit of `column` adds to the objective; `cost` must be finite.
    public mutating func setCost(_ cost: Double, of column: Column) throws(LinearProgramError) {
        let index = position(of: column)
        try Self.check(cost: cost, at: .column(columnRecords[index].name))
        columnRecords[index].cost = cost
    }

    /// Changes what every solution pays, whatever its values; `cost` must be finite.
    public mutating func setConstantCost(_ cost: Double) throws(LinearProgramError) {
        try Self.check(cost: cost, at: .program(name))
        constantCost = cost
    }

    /// Changes the bounds of a column, under the rules of its kind.
    public mutating func setBounds(_ bounds: Bounds, of column: Column) throws(LinearProgramError) {
        let index = position(of: column)
        try Self.check(bounds, kind: columnRecords[index].kind, at: .column(columnRecords[index].name))
        columnRecords[index].bounds = bounds
    }

    /// Changes the bounds of a row.
    public mutating func setBounds(_ bounds: Bounds, of row: Row) throws(LinearProgramError) {
        let index = position(of: row)
        try Self.check(bounds, kind: nil, at: .row(rowRecords[index].name))
        rowRecords[index].bounds = bounds
    }

    private static func entry(_ row: Row, _ column: Column, _ value: Double) -> Entry {
        // GLPK holds at most 100 million rows or columns, which `Int32` covers.
        Entry(row: Int32(row.index), column: Int32(column.index), value: value)
    }
}

// MARK: - What is refused

extension LinearProgram {
    private static func check(
        name: String,
        taken: Bool,
        at place: LinearProgramError.Place
    ) throws(LinearProgramError) {
        if name.isEmpty { throw LinearProgramError(reason: .emptyName, place: place) }
        if taken { throw LinearProgramError(reason: .duplicateName, place: place) }
    }

    private static func check(
        _ bounds: Bounds,
        kind: Kind?,
        at place: LinearProgramError.Place
    ) throws(LinearProgramError) {
        if let reason = bounds.fault(for: kind) { throw LinearProgramError(reason: reason, place: place) }
    }

    private static func check(cost: Double, at place: LinearProgramError.Place) throws(LinearProgramError) {
        if !cost.isFinite { throw LinearProgramError(reason: .costNotFinite(cost), place: place) }
    }

    private static func check(
        coefficient: Double,
        column: String,
        row: String,
        at place: LinearProgramError.Place
    ) throws(LinearProgramError) {
        guard !coefficient.isFinite else { return }
        throw LinearProgramError(
            reason: .coefficientNotFinite(coefficient, column: column, row: row),
            place: place
        )
    }
}
