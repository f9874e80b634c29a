internal import LinearProgramming
internal import VehicleRouting

/// The assignment of depots' stock, vehicles and carriers to all open emergencies at once, solved by GLPK.
///
/// Each emergency takes at most one option; each vehicle serves at most one, since what an option costs is true beside an
/// unchanged route only; stock and carriers' room are not exceeded.  What is wanted first decides: as few as possible of the
/// highest priority left out, then of the next; least lateness; least cost.  So it is a sequence of programs, each
/// keeping what those before it have reached.
struct EmergencyModel {
    /// What the model knows of an emergency.
    struct Need {
        var priority: Int
        var article: String?
        var quantity: Int
    }

    /// An article at a depot (index).
    struct Shelf: Hashable {
        var depot: Int
        var article: String
    }

    var needs: [Need]
    var options: [EmergencyOption]
    /// What is left on shelves that are counted.
    var stock: [Shelf: Int] = [:]
    /// How many orders carriers (indices) may still take; those not named have no limit.
    var room: [Int: Int] = [:]

    /// Nodes of each branch-and-bound tree: a limit that, unlike a clock, gives the same answer everywhere.
    ///
    /// A program has some hundred columns at most, and most end at the root.
    private static let nodes = 1000

    /// The option (index) that each emergency takes; nil for one that is left out.
    func solve() throws(LinearProgramError) -> [Int?] {
        var reached: [(name: String, costs: [Double], value: Double)] = []
        var taken = [Int?](repeating: nil, count: needs.count)
        for goal in goals {
            let (program, columns) = try program(goal.costs, keeping: reached)
            let solution = program.solve(SolveOptions(nodeLimit: Self.nodes))
            guard let values = solution.values, let objective = solution.objective else { break }
            reached.append((goal.name, goal.costs, objective))
            taken = [Int?](repeating: nil, count: needs.count)
            for (index, column) in columns.enumerated() where values[column] > 0.5 {
                taken[options[index].emergency] = index
            }
        }
        return taken
    }

    /// What each option is worth by each of the goals, to be minimised one after the other.
    private var goals: [(name: String, costs: [Double])] {
        let priorities = Set(needs.map(\.priority)).sorted(by: >)
        let served = priorities.map { priority in
            (
                name: "priority \(priority)",
                costs: options.map { needs[$0.emergency].priority == priority ? -1.0 : 0 }
            )
        }
        // A unit of cost is a thousandth of the dearest option, which keeps the numbers within GLPK's reach.
        let unit = max(Double(options.map { abs($0.cost.ticks) }.max() ?? 0) / 1000, 1)
        return served + [
            ("lateness", options.map { Double($0.lateness) / 60 }),
            ("cost", options.map { Double($0.cost.ticks) / unit }),
        ]
    }

    private func program(
        _ costs: [Double],
        keeping reached: [(name: String, costs: [Double], value: Double)]
    ) throws(LinearProgramError) -> (LinearProgram, [LinearProgram.Column]) {
        var program = LinearProgram(name: "emergencies", sense: .minimise)
        var columns: [LinearProgram.Column] = []
        for (index, cost) in costs.enumerated() {
            columns.append(try program.addColumn("option \(index)", cost: cost, kind: .binary))
        }
        func terms(_ weight: (EmergencyOption) -> Int) -> [(
            column: LinearProgram.Column, coefficient: Double
        )] {
            zip(columns, options).compactMap { column, option in
                let coefficient = weight(option)
                return coefficient == 0 ? nil : (column: column, coefficient: Double(coefficient))
            }
        }
        for index in needs.indices {
            let own = terms { $0.emergency == index ? 1 : 0 }
            _ = try program.addRow("emergency \(index)", .atMost(1), own)
        }
        for vehicle in Set(options.flatMap(\.vehicles)).sorted() {
            let own = terms { $0.vehicles.contains(vehicle) ? 1 : 0 }
            _ = try program.addRow("vehicle \(vehicle)", .atMost(1), own)
        }
        for (shelf, left) in stock.sorted(by: {
            ($0.key.depot, $0.key.article) < ($1.key.depot, $1.key.article)
        }) {
            let own = terms { option in
                let need = needs[option.emergency]
                return option.depot == shelf.depot && need.article == shelf.article ? need.quantity : 0
            }
            _ = try program.addRow("\(shelf.article) at depot \(shelf.depot)", .atMost(Double(left)), own)
        }
        for (carrier, left) in room.sorted(by: { $0.key < $1.key }) {
            let own = terms { $0.bearer == .carrier(carrier) ? 1 : 0 }
            _ = try program.addRow("carrier \(carrier)", .atMost(Double(left)), own)
        }
        for goal in reached {
            let sum = zip(columns, goal.costs).filter { $1 != 0 }.map { (column: $0, coefficient: $1) }
            // GLPK keeps rows to about 1e-7 of their size.
            let slack = 1e-5 * max(1, abs(goal.value))
            _ = try program.addRow("keep \(goal.name)", .atMost(goal.value + slack), sum)
        }
        return (program, columns)
    }
}
