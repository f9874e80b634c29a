import LinearProgramming

/// Two products on three machines, small enough to draw.
///
/// ```
///  y        largest 3x + 5y with  x ≤ 4,  2y ≤ 12,  3x + 2y ≤ 18
///  9 \
///     \                        corner    3x + 5y
///  6 ──●── 2y = 12             (0, 6)    30
///      │\                      (2, 6)    36   ●, the largest
///  3   │ ○ x = 4               (4, 3)    27
///      │ │                     (4, 0)    12
///  0 ──┴─┴──── x               (0, 0)     0
///      2 4
/// ```
struct TwoProducts {
    var program: LinearProgram
    let x, y: LinearProgram.Column
    let first, second, third: LinearProgram.Row

    init() throws {
        program = LinearProgram(name: "two products", sense: .maximise)
        x = try program.addColumn("x", cost: 3)
        y = try program.addColumn("y", cost: 5)
        first = try program.addRow("first", .atMost(4), [(x, 1)])
        second = try program.addRow("second", .atMost(12), [(y, 2)])
        third = try program.addRow("third", .atMost(18), [(x, 3), (y, 2)])
    }
}

/// A knapsack of capacity 10: take the whole items worth most.
///
/// | item | weight | worth | worth per weight |
/// |---|---:|---:|---:|
/// | a | 5 | 10 | 2 |
/// | b | 4 | 40 | 10 |
/// | c | 6 | 30 | 5 |
/// | d | 3 | 50 | 16.7 |
///
/// Pairs that fit: a b 50, a d 60, b c 70, b d 90, c d 80; no three fit (b, d and a weigh 12).  So b and d, worth 90.
/// In parts: d, b, and 3/6 of c, worth 50 + 40 + 15 = 105; one more unit of capacity would add 1/6 of c, worth 5.
struct Knapsack {
    var program: LinearProgram
    let a, b, c, d: LinearProgram.Column
    let capacity: LinearProgram.Row

    init() throws {
        program = LinearProgram(name: "knapsack", sense: .maximise)
        a = try program.addColumn("a", cost: 10, kind: .binary)
        b = try program.addColumn("b", cost: 40, kind: .binary)
        c = try program.addColumn("c", cost: 30, kind: .binary)
        d = try program.addColumn("d", cost: 50, kind: .binary)
        capacity = try program.addRow("capacity", .atMost(10), [(a, 5), (b, 4), (c, 6), (d, 3)])
    }
}

/// Twice a sum of `count` (odd) yes-or-no columns, plus `slack`, must be `count`: `slack` must be 1, but branch and bound
/// has to try about half of all subsets to see it (Jeroslow 1974).
struct OddSum {
    var program: LinearProgram
    let slack: LinearProgram.Column

    init(count: Int, slackAllowed: Bool) throws {
        program = LinearProgram(name: "odd sum", sense: .minimise)
        slack = try program.addColumn("slack", .between(0, slackAllowed ? 1 : 0), cost: 1, kind: .binary)
        var terms = [(column: slack, coefficient: 1.0)]
        for number in 1...count {
            terms.append((try program.addColumn("pick \(number)", kind: .binary), 2))
        }
        _ = try program.addRow("sum", .exactly(Double(count)), terms)
    }
}

/// Jobs to vehicles, one each, at the costs of a square matrix; the columns row by row.
struct Assignment {
    var program = LinearProgram(name: "assignment", sense: .minimise)

    init(costs: [[Double]]) throws {
        let side = costs.indices
        var columns: [[LinearProgram.Column]] = []
        for job in side {
            var row: [LinearProgram.Column] = []
            for vehicle in side {
                row.append(try program.addColumn("job \(job) by \(vehicle)", cost: costs[job][vehicle]))
            }
            columns.append(row)
        }
        for index in side {
            _ = try program.addRow("job \(index)", .exactly(1), side.map { (columns[index][$0], 1) })
            _ = try program.addRow("vehicle \(index)", .exactly(1), side.map { (columns[$0][index], 1) })
        }
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): equal seeds, equal numbers.
struct SeededRandom: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
