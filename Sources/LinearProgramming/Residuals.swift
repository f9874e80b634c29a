/// The worst that one check found.
public struct Residual: Hashable, Sendable {
    /// Which promise was checked.
    public enum Check: String, Hashable, Sendable, CaseIterable {
        /// Values stay within the bounds of their columns.
        case columnBounds
        /// Sums stay within the bounds of their rows.
        case rowBounds
        /// Integer and binary columns have whole numbers.
        case integrality
        /// The objective GLPK claims is the one the values give.
        case objective
        /// Reduced costs are the costs less the duals times coefficients.
        case stationarity
        /// A dual or reduced cost pushes only towards a bound that exists.
        case dualFeasibility
        /// A dual or reduced cost is 0 unless its row or column lies at the bound it pushes towards.
        case complementarity
    }

    /// Which promise was checked.
    public let check: Check
    /// How far it was missed at worst, 0 or more, relative to the size of the numbers compared; see ``Residuals``.
    public internal(set) var amount = 0.0
    /// The column or row of the worst miss; nil when there was none, or for the objective.
    public internal(set) var name: String?

    /// Keeps the larger miss; what is not a number counts as infinite, so that it never passes.
    mutating func note(_ candidate: Double, at name: @autoclosure () -> String?) {
        let candidate = candidate.isNaN ? .infinity : candidate
        if candidate > amount {
            amount = candidate
            self.name = name()
        }
    }
}

/// How well a solution keeps the promises of its model, computed from the model's own data and not from GLPK's.
///
/// Every amount is relative: the miss divided by 1 plus the largest number it came from, which is for
///
/// - column bounds: the bound missed;
/// - row bounds: the bound missed, or the largest coefficient times value of the row;
/// - integrality: nothing (the distance to the next whole number as it is);
/// - objective: the larger of the two objectives;
/// - stationarity: the column's cost, or the largest dual times coefficient of the column;
/// - dual feasibility and complementarity: the column's cost, or the largest cost ÷ coefficient of the row.  For
///   complementarity the smaller of two relative distances counts, that of the dual from 0 and that of the value from
///   the bound the dual pushes towards.
public struct Residuals: Hashable, Sendable {
    /// One per check that applies: integrality only with integer columns, the last three only with duals.
    public let residuals: [Residual]

    /// The residual of one check; nil where the check does not apply.
    public subscript(check: Residual.Check) -> Residual? { residuals.first { $0.check == check } }

    /// The largest of all.
    public var largest: Residual? { residuals.max { $0.amount < $1.amount } }
}

extension Residuals {
    /// Measures `answer` against `program`.
    init(of answer: Answer, in program: LinearProgram, relaxed: Bool) {
        let sums = RowSums(program, answer.values)
        var residuals = [
            Self.columnBounds(program, answer.values),
            Self.rowBounds(program, sums),
            Self.objective(program, answer),
        ]
        if !relaxed && program.hasIntegers { residuals.append(Self.integrality(program, answer.values)) }
        if let prices = answer.prices {
            residuals += Self.dualResiduals(program, answer.values, prices, sums)
        }
        self.init(residuals: residuals)
    }

    private static func columnBounds(_ program: LinearProgram, _ values: [Double]) -> Residual {
        var worst = Residual(check: .columnBounds)
        for (column, value) in zip(program.columnRecords, values) {
            worst.note(relativeViolation(of: column.bounds, by: value, scale: 0), at: column.name)
        }
        return worst
    }

    private static func rowBounds(_ program: LinearProgram, _ sums: RowSums) -> Residual {
        var worst = Residual(check: .rowBounds)
        for (index, row) in program.rowRecords.enumerated() {
            let miss = relativeViolation(of: row.bounds, by: sums.totals[index], scale: sums.largest[index])
            worst.note(miss, at: row.name)
        }
        return worst
    }

    private static func integrality(_ program: LinearProgram, _ values: [Double]) -> Residual {
        var worst = Residual(check: .integrality)
        for (column, value) in zip(program.columnRecords, values) where column.kind != .continuous {
            worst.note(abs(value - value.rounded()), at: column.name)
        }
        return worst
    }

    private static func objective(_ program: LinearProgram, _ answer: Answer) -> Residual {
        var worst = Residual(check: .objective)
        let own = program.objective(at: answer.values)
        let scale = 1 + max(abs(own), abs(answer.objective))
        worst.note(abs(own - answer.objective) / scale, at: nil)
        return worst
    }

    /// `scale` is a size beside the bound's own that the miss may be measured by.
    private static func relativeViolation(of bounds: Bounds, by value: Double, scale: Double) -> Double {
        // NaN passes through `max` unseen in one order of arguments, hence asked for by name.
        guard value.isFinite else { return .infinity }
        let bound = value < bounds.lower ? bounds.lower : bounds.upper
        let violation = bounds.violation(by: value)
        return violation > 0 ? violation / (1 + max(abs(bound), scale)) : 0
    }
}

/// The sum of every row at given values, with the size of its largest term.
struct RowSums {
    private(set) var totals: [Double]
    private(set) var largest: [Double]

    init(_ program: LinearProgram, _ values: [Double]) {
        totals = Array(repeating: 0, count: program.rowRecords.count)
        largest = totals
        for entry in program.entries {
            let term = entry.value * values[Int(entry.column)]
            totals[Int(entry.row)] += term
            largest[Int(entry.row)] = max(largest[Int(entry.row)], abs(term))
        }
    }
}

extension LinearProgram {
    /// Constant cost plus cost times value over all columns.
    func objective(at values: [Double]) -> Double {
        zip(columnRecords, values).reduce(constantCost) { $0 + $1.0.cost * $1.1 }
    }
}
