extension Residuals {
    /// The three checks that duals allow: stationarity, dual feasibility, complementarity.
    ///
    /// They are the Karush–Kuhn–Tucker conditions of a linear program: with both bounds kept, they prove the optimum
    /// without asking how it was found.
    static func dualResiduals(
        _ program: LinearProgram,
        _ values: [Double],
        _ prices: Answer.Prices,
        _ sums: RowSums
    ) -> [Residual] {
        let pull = DualPull(program, prices.duals)
        var stationarity = Residual(check: .stationarity)
        var feasibility = Residual(check: .dualFeasibility)
        var complementarity = Residual(check: .complementarity)
        // Where the objective is maximised, a price pushes the other way.
        let direction: Double = program.sense == .minimise ? 1 : -1

        func weigh(_ price: Double, _ scale: Double, _ value: Double, _ bounds: Bounds, _ name: String) {
            let push = direction * price
            let strength = abs(push) / (1 + scale)
            let bound = push > 0 ? bounds.lower : bounds.upper
            if bound.isInfinite {
                feasibility.note(strength, at: name)
            } else {
                complementarity.note(min(strength, abs(value - bound) / (1 + abs(bound))), at: name)
            }
        }
        for (index, column) in program.columnRecords.enumerated() {
            let reducedCost = prices.reducedCosts[index]
            let expected = column.cost - pull.totals[index]
            let scale = 1 + max(abs(column.cost), pull.largest[index])
            stationarity.note(abs(expected - reducedCost) / scale, at: column.name)
            weigh(reducedCost, abs(column.cost), values[index], column.bounds, column.name)
        }
        for (index, row) in program.rowRecords.enumerated() {
            weigh(prices.duals[index], pull.rowScales[index], sums.totals[index], row.bounds, row.name)
        }
        return [stationarity, feasibility, complementarity]
    }
}

/// What the duals of its rows take from the cost of every column, and the sizes to measure duals by.
private struct DualPull {
    /// Per column, the sum of dual times coefficient.
    private(set) var totals: [Double]
    /// Per column, the largest such term.
    private(set) var largest: [Double]
    /// Per row, the largest cost ÷ coefficient: what a dual of that row typically amounts to.
    private(set) var rowScales: [Double]

    init(_ program: LinearProgram, _ duals: [Double]) {
        totals = Array(repeating: 0, count: program.columnRecords.count)
        largest = totals
        rowScales = Array(repeating: 0, count: program.rowRecords.count)
        for entry in program.entries where entry.value != 0 {
            let column = Int(entry.column)
            let row = Int(entry.row)
            let term = entry.value * duals[row]
            totals[column] += term
            largest[column] = max(largest[column], abs(term))
            let worth = abs(program.columnRecords[column].cost / entry.value)
            rowScales[row] = max(rowScales[row], worth)
        }
    }
}
