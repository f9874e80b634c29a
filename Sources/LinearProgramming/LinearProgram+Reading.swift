extension LinearProgram {
    /// All columns, in the order they were added.
    public var columns: [Column] { columnRecords.indices.map { Column(index: $0, program: identity) } }

    /// All rows, in the order they were added.
    public var rows: [Row] { rowRecords.indices.map { Row(index: $0, program: identity) } }

    /// Whether any column must take whole numbers.
    public var hasIntegers: Bool { columnRecords.contains { $0.kind != .continuous } }

    /// The column of this name, if there is one.
    public func column(named name: String) -> Column? {
        columnsByName[name].map { Column(index: $0, program: identity) }
    }

    /// The row of this name, if there is one.
    public func row(named name: String) -> Row? {
        rowsByName[name].map { Row(index: $0, program: identity) }
    }

    /// The name of a column.
    public func name(of column: Column) -> String { columnRecords[position(of: column)].name }

    /// The name of a row.
    public func name(of row: Row) -> String { rowRecords[position(of: row)].name }

    /// The bounds of a column.
    public func bounds(of column: Column) -> Bounds { columnRecords[position(of: column)].bounds }

    /// The bounds of a row.
    public func bounds(of row: Row) -> Bounds { rowRecords[position(of: row)].bounds }

    /// What one unit of a column adds to the objective.
    public func cost(of column: Column) -> Double { columnRecords[position(of: column)].cost }

    /// Which values a column may take.
    public func kind(of column: Column) -> Kind { columnRecords[position(of: column)].kind }

    /// Counts from 0; the handle must belong to this program or a copy that has the column.
    func position(of column: Column) -> Int {
        precondition(
            column.program == identity && column.index < columnRecords.count,
            "the column belongs to another program than '\(name)'"
        )
        return column.index
    }

    /// Counts from 0; the handle must belong to this program or a copy that has the row.
    func position(of row: Row) -> Int {
        precondition(
            row.program == identity && row.index < rowRecords.count,
            "the row belongs to another program than '\(name)'"
        )
        return row.index
    }
}
