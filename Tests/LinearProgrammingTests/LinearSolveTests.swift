import LinearProgramming
import Testing

@Suite struct LinearSolveTests {
    @Test(arguments: [true, false])
    func `two products reach the corner drawn above them`(presolve: Bool) throws {
        let model = try TwoProducts()
        let solution = model.program.solve(SolveOptions(presolve: presolve))
        let values = try #require(solution.values)
        #expect(solution.status == .optimal)
        #expect(abs(values[model.x] - 2) < 1e-9)
        #expect(abs(values[model.y] - 6) < 1e-9)
        // 3 · 2 + 5 · 6
        #expect(try abs(#require(solution.objective) - 36) < 1e-9)
        #expect(solution.bound == solution.objective)
    }

    @Test(arguments: [true, false])
    func `duals say what one more unit of each machine is worth`(presolve: Bool) throws {
        let model = try TwoProducts()
        let solution = model.program.solve(SolveOptions(presolve: presolve))
        let duals = try #require(solution.duals)
        // x = 2 leaves the first machine idle: 0.  With 13 on the second, y = 6.5 and x = 5/3: 5 + 32.5 - 36 = 1.5.
        // With 19 on the third, y = 6 and x = 7/3: 7 + 30 - 36 = 1.
        #expect(abs(duals[model.first]) < 1e-9)
        #expect(abs(duals[model.second] - 1.5) < 1e-9)
        #expect(abs(duals[model.third] - 1) < 1e-9)
        // Both products are made, so neither has a reduced cost.
        let reducedCosts = try #require(solution.reducedCosts)
        #expect(reducedCosts.elements.allSatisfy { abs($0) < 1e-9 })
    }

    @Test func `a product not worth making has a reduced cost`() throws {
        var program = LinearProgram(name: "dear and cheap", sense: .minimise)
        let cheap = try program.addColumn("cheap", cost: 2)
        let dear = try program.addColumn("dear", cost: 3)
        let need = try program.addRow("need", .atLeast(4), [(cheap, 1), (dear, 1)])
        let solution = program.solve()
        // Four cheap ones for 8; one more needed costs 2; a dear one costs 3 and saves a cheap one: 1 too much.
        #expect(try abs(#require(solution.objective) - 8) < 1e-9)
        #expect(try abs(#require(solution.duals)[need] - 2) < 1e-9)
        #expect(try abs(#require(solution.reducedCosts)[dear] - 1) < 1e-9)
        #expect(try abs(#require(solution.reducedCosts)[cheap]) < 1e-9)
    }

    @Test(arguments: [true, false])
    func `rows that contradict each other are infeasible and yield no values`(presolve: Bool) throws {
        var program = LinearProgram(name: "contradiction", sense: .minimise)
        let x = try program.addColumn("x")
        let y = try program.addColumn("y")
        _ = try program.addRow("enough", .atLeast(5), [(x, 1), (y, 1)])
        _ = try program.addRow("not too much", .atMost(3), [(x, 1), (y, 1)])
        let solution = program.solve(SolveOptions(presolve: presolve))
        #expect(solution.status == .infeasible)
        #expect(solution.values == nil && solution.objective == nil && solution.duals == nil)
        #expect(solution.reducedCosts == nil && solution.bound == nil && solution.residuals == nil)
    }

    @Test(arguments: [true, false])
    func `an objective without end is unbounded and yields no values`(presolve: Bool) throws {
        var program = LinearProgram(name: "without end", sense: .maximise)
        let x = try program.addColumn("x", cost: 1)
        let y = try program.addColumn("y")
        // x may follow y upwards for ever.
        _ = try program.addRow("x follows y", .atMost(1), [(x, 1), (y, -1)])
        let solution = program.solve(SolveOptions(presolve: presolve))
        #expect(solution.status == .unbounded)
        #expect(solution.values == nil && solution.objective == nil)
    }

    @Test func `a model without rows or columns has the constant as its optimum`() throws {
        var program = LinearProgram(name: "empty", sense: .minimise)
        try program.setConstantCost(7)
        #expect(program.solve().status == .optimal)
        #expect(program.solve().objective == 7)
        _ = try program.addRow("nothing", .atMost(1), [])
        #expect(program.solve().objective == 7)
        try program.setBounds(.atLeast(1), of: #require(program.row(named: "nothing")))
        #expect(program.solve().status == .infeasible)
    }

    @Test func `changed costs and bounds are those solved, and a copy keeps its own`() throws {
        let before = try TwoProducts()
        var after = before
        try after.program.setCost(0, of: after.x)
        try after.program.setBounds(.atMost(2), of: after.y)
        try after.program.setBounds(.atMost(3), of: after.second)
        // 2y ≤ 3 binds before y ≤ 2: 5 · 1.5.
        #expect(try abs(#require(after.program.solve().objective) - 7.5) < 1e-9)
        #expect(try abs(#require(before.program.solve().objective) - 36) < 1e-9)
        #expect(after.program.bounds(of: after.second) == .atMost(3))
        #expect(after.program.cost(of: after.x) == 0)
    }

    @Test func `a column added with its terms counts in rows that stand already`() throws {
        var model = try TwoProducts()
        // z earns 4 for 1 of the third machine, whose 18 units then all go to it: 72.  The second machine's y would
        // earn 5 for 2 units, 2.5 each, and x 1 each.
        let z = try model.program.addColumn("z", cost: 4, terms: [(model.third, 1)])
        let solution = model.program.solve()
        #expect(try abs(#require(solution.values)[z] - 18) < 1e-9)
        #expect(try abs(#require(solution.objective) - 72) < 1e-9)
    }

    @Test(arguments: UInt64(1)...40)
    func `the assignment optimum is that of the best permutation, in whole numbers`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let side = Int.random(in: 2...5, using: &random)
        // Few different costs, so that many optima tie and the linear program is as degenerate as can be.
        let costs = (0..<side).map { _ in
            (0..<side).map { _ in Double(Int.random(in: 0...4, using: &random)) }
        }
        let solution = try Assignment(costs: costs).program.solve()
        let values = try #require(solution.values)
        #expect(values.elements.allSatisfy { abs($0 - $0.rounded()) < 1e-9 })
        #expect(try abs(#require(solution.objective) - Self.cheapestPermutation(costs)) < 1e-9)
    }

    @Test(arguments: UInt64(1)...20)
    func `duals and reduced costs add up to the objective`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var program = LinearProgram(name: "diet", sense: .minimise)
        let foods = try (0..<6).map {
            try program.addColumn("food \($0)", .between(0, 3), cost: .random(in: 1...9, using: &random))
        }
        let needs = (0..<4).map { _ in Double.random(in: 1...10, using: &random) }
        let rows = try needs.indices.map { need in
            try program.addRow(
                "need \(need)",
                .atLeast(needs[need]),
                foods.map { ($0, Double.random(in: 1...3, using: &random)) }
            )
        }
        let solution = program.solve()
        let values = try #require(solution.values)
        let duals = try #require(solution.duals)
        let reducedCosts = try #require(solution.reducedCosts)
        // Strong duality: needs priced at their duals, and foods at their bound (0 or 3) priced at their reduced cost.
        let priced = zip(rows, needs).reduce(0) { $0 + duals[$1.0] * $1.1 }
        let bounded = foods.reduce(0) { $0 + reducedCosts[$1] * values[$1] }
        #expect(try abs(#require(solution.objective) - priced - bounded) < 1e-6)
    }

    private static func cheapestPermutation(_ costs: [[Double]], job: Int = 0, taken: Set<Int> = []) -> Double
    {
        guard job < costs.count else { return 0 }
        let free = costs.indices.filter { !taken.contains($0) }
        return free.map {
            costs[job][$0] + cheapestPermutation(costs, job: job + 1, taken: taken.union([$0]))
        }
        .min() ?? .infinity
    }
}
