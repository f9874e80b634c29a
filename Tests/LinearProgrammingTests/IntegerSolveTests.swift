import LinearProgramming
import Testing

@Suite struct IntegerSolveTests {
    @Test(arguments: [true, false])
    func `the knapsack takes b and d`(presolve: Bool) throws {
        let model = try Knapsack()
        let solution = model.program.solve(SolveOptions(presolve: presolve))
        let values = try #require(solution.values)
        #expect(solution.status == .optimal)
        #expect([model.a, model.b, model.c, model.d].map { values[$0] } == [0, 1, 0, 1])
        #expect(solution.objective == 90)
        #expect(solution.bound == 90)
    }

    @Test func `a mixed-integer optimum has no duals, its relaxation has`() throws {
        let model = try Knapsack()
        #expect(model.program.solve().duals == nil)
        #expect(model.program.solve().reducedCosts == nil)
        let relaxation = model.program.solveRelaxation()
        #expect(try abs(#require(relaxation.objective) - 105) < 1e-9)
        #expect(try abs(#require(relaxation.values)[model.c] - 0.5) < 1e-9)
        #expect(try abs(#require(relaxation.duals)[model.capacity] - 5) < 1e-9)
        #expect(relaxation.residuals?[.integrality] == nil)
    }

    @Test func `whole vans and trucks`() throws {
        var program = LinearProgram(name: "vans and trucks", sense: .minimise)
        let vans = try program.addColumn("vans", cost: 90, kind: .integer)
        let trucks = try program.addColumn("trucks", cost: 160, kind: .integer)
        _ = try program.addRow("pallets", .atLeast(17), [(vans, 4), (trucks, 10)])
        let values = try #require(program.solve().values)
        // 5 vans 450; 2 vans and a truck 340; 2 trucks 320.  In parts 1.7 trucks, 272.
        #expect(values[vans] == 0 && values[trucks] == 2)
        #expect(try abs(#require(program.solveRelaxation().objective) - 272) < 1e-9)
    }

    @Test func `half of a whole number is infeasible though its relaxation is not`() throws {
        var program = LinearProgram(name: "half", sense: .minimise)
        let x = try program.addColumn("x", kind: .integer)
        _ = try program.addRow("twice", .exactly(1), [(x, 2)])
        #expect(program.solve().status == .infeasible)
        #expect(program.solveRelaxation().status == .optimal)
    }

    @Test func `an unbounded relaxation makes the model unbounded`() throws {
        var program = LinearProgram(name: "without end", sense: .maximise)
        _ = try program.addColumn("x", cost: 1, kind: .integer)
        #expect(program.solve().status == .unbounded)
    }

    @Test(arguments: UInt64(1)...20)
    func `two knapsack rows agree with trying every subset`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let worth = (0..<8).map { _ in Double(Int.random(in: 1...30, using: &random)) }
        let weights = (0..<2).map { _ in (0..<8).map { _ in Double(Int.random(in: 1...12, using: &random)) } }
        var program = LinearProgram(name: "two knapsacks", sense: .maximise)
        let items = try worth.indices.map {
            try program.addColumn("item \($0)", cost: worth[$0], kind: .binary)
        }
        for row in 0..<2 {
            _ = try program.addRow("limit \(row)", .atMost(20), zip(items, weights[row]).map { ($0, $1) })
        }
        let best = (0..<256).map { subset in
            let chosen = worth.indices.filter { subset >> $0 & 1 == 1 }
            let fits = weights.allSatisfy { weight in chosen.reduce(0) { $0 + weight[$1] } <= 20 }
            return fits ? chosen.reduce(0) { $0 + worth[$1] } : 0
        }.max()
        let solution = program.solve()
        #expect(solution.objective == best)
        #expect(try #require(program.solveRelaxation().objective) >= #require(best) - 1e-9)
    }

    @Test func `time runs out with a solution in hand`() throws {
        let model = try OddSum(count: 41, slackAllowed: true)
        let solution = model.program.solve(SolveOptions(timeLimit: 0.2))
        // The slack must be 1; the relaxation, with half a pick, says 0.
        #expect(solution.status == .feasible)
        #expect(solution.objective == 1)
        #expect(solution.bound == 0)
        #expect(solution.values?[model.slack] == 1)
    }

    @Test func `time runs out with nothing in hand, near the limit`() throws {
        let model = try OddSum(count: 41, slackAllowed: false)
        let clock = ContinuousClock()
        let start = clock.now
        let solution = model.program.solve(SolveOptions(timeLimit: 0.2))
        #expect(solution.status == .timeLimit)
        #expect(solution.values == nil && solution.objective == nil && solution.residuals == nil)
        #expect(solution.bound == 0)
        // Ten times the limit, since other tests share the machine.
        #expect(start.duration(to: clock.now) < .seconds(2))
    }

    @Test func `a limit of nodes ends at the same solution every time`() throws {
        let model = try OddSum(count: 41, slackAllowed: true)
        let options = SolveOptions(nodeLimit: 200)
        let first = model.program.solve(options)
        // As after a time limit: a solution with the slack in hand, and nothing proved beyond the relaxation's 0.
        #expect(first.status == .feasible && first.objective == 1 && first.bound == 0)
        #expect(model.program.solve(options).values?.elements == first.values?.elements)
        let nothing = try OddSum(count: 41, slackAllowed: false).program.solve(options)
        #expect(nothing.status == .timeLimit && nothing.values == nil)
    }

    @Test func `a gap wide enough for the first solution ends the search as optimal`() throws {
        var model = try OddSum(count: 41, slackAllowed: true)
        try model.program.setConstantCost(100)
        // 101 against a bound of 100: a gap of 1/101, just under 0.01.
        let solution = model.program.solve(SolveOptions(timeLimit: 20, gap: 0.01))
        #expect(solution.status == .optimal)
        #expect(solution.objective == 101)
        #expect(solution.bound == 100)
    }

    @Test func `duals of a whole-number plan come from fixing it`() throws {
        var model = try Knapsack()
        let values = try #require(model.program.solve().values)
        for item in model.program.columns { try model.program.setBounds(.exactly(values[item]), of: item) }
        let fixed = model.program.solveRelaxation()
        // Capacity 10 with 7 used: one more unit is worth nothing to this plan.
        #expect(fixed.objective == 90)
        #expect(fixed.duals?[model.capacity] == 0)
    }
}
