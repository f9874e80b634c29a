import VehicleRouting

extension OrderRowReading {
    /// The category of the radioactive package of a row; empty for other goods, and where the dose rate at its surface is not given.
    func packageCategory(_ row: Int, _ builder: DayFolderBuilder) throws(RowProblem) -> String {
        let index = try dose(.transportIndex, row)
        let surface = try dose(.surfaceDoseRate, row)
        guard let index else {
            if surface != nil { throw table.problem(.transportIndex, row, .empty) }
            return ""
        }
        // An index may be too high whatever the surface.
        guard builder.packages.category(index, 0) != nil else {
            throw table.problem(.transportIndex, row, .exclusiveUseOnly)
        }
        guard let surface else { return "" }
        guard let category = builder.packages.category(index, surface) else {
            throw table.problem(.surfaceDoseRate, row, .exclusiveUseOnly)
        }
        return category
    }

    /// What a row takes of a dimension; a negligible transport index takes nothing.
    func amount(of column: LoadColumn, _ row: Int, _ builder: DayFolderBuilder) throws(RowProblem) -> Int {
        if column == .transportIndex, try dose(.transportIndex, row) ?? 0 <= builder.packages.negligibleIndex
        {
            return 0
        }
        return try table.scaled(column.order, row, by: column.dimension.scale, .up, in: LoadColumn.range) ?? 0
    }

    private func dose(_ column: OrderColumn, _ row: Int) throws(RowProblem) -> Double? {
        guard let value = try table.number(column, row)?.double else { return nil }
        guard value >= 0 else { throw table.problem(column, row, .outOfRange("0 or more")) }
        return value
    }
}
