import Testing

@testable import LinearProgramming

@Suite struct ResidualsTests {
    /// The optimum of `TwoProducts`, as its own test works it out.
    private static let truth = Answer(
        values: [2, 6],
        objective: 36,
        prices: Answer.Prices(duals: [0, 1.5, 1], reducedCosts: [0, 0])
    )

    /// A single falsehood, the check that must find it, by how much, and where.
    struct Sabotage: CustomTestStringConvertible, Sendable {
        let check: Residual.Check
        let amount: Double
        let name: String?
        let commit: @Sendable (inout Answer) -> Void

        var testDescription: String { check.rawValue }
    }

    private static let sabotages = [
        // x = -1 misses 0 by 1, over 1 + 0.
        Sabotage(check: .columnBounds, amount: 1, name: "x") { $0.values[0] = -1 },
        // y = 7 makes the second row 14, over 12 by 2, over 1 + 14; the third, 20 over 18, misses by 2 / 19.
        Sabotage(check: .rowBounds, amount: 2 / 15, name: "second") { $0.values[1] = 7 },
        // 37 for 36, over 1 + 37.
        Sabotage(check: .objective, amount: 1 / 38, name: nil) { $0.objective = 37 },
        // x: 3 - 3 · 1 = 0, not 0.5; over 1 + 3.
        Sabotage(check: .stationarity, amount: 0.125, name: "x") { $0.prices?.reducedCosts[0] = 0.5 },
        // More of the first machine cannot cost money when maximising.  Over 1 + 3 / 1.
        Sabotage(check: .dualFeasibility, amount: 0.25, name: "first") { $0.prices?.duals[0] = -1 },
        // The first row stands at 2 of 4 and has a price: the smaller of 1 / (1 + 3) and 2 / (1 + 4).
        Sabotage(check: .complementarity, amount: 0.25, name: "first") { $0.prices?.duals[0] = 1 },
    ]

    @Test func `the true answer passes every check with nothing to report`() throws {
        let program = try TwoProducts().program
        let solution = program.judge(
            Outcome(status: .optimal, answer: Self.truth, bound: 36),
            tolerance: 1e-6,
            relaxed: true
        )
        #expect(solution.status == .optimal)
        #expect(solution.residuals?.largest?.amount == 0)
        let checks = solution.residuals?.residuals.map(\.check)
        #expect(checks.map(Set.init) == Set(Residual.Check.allCases).subtracting([.integrality]))
    }

    @Test(arguments: sabotages)
    func `each single falsehood is found and no value survives it`(sabotage: Sabotage) throws {
        let program = try TwoProducts().program
        var answer = Self.truth
        sabotage.commit(&answer)
        let outcome = Outcome(status: .optimal, answer: answer, bound: 36)
        let solution = program.judge(outcome, tolerance: 1e-6, relaxed: true)
        let found = try #require(solution.residuals?[sabotage.check])
        #expect(abs(found.amount - sabotage.amount) < 1e-12)
        #expect(found.name == sabotage.name)
        let largest = try #require(solution.residuals?.largest)
        #expect(solution.status == .numericalFailure(.residual(largest)))
        #expect(solution.values == nil && solution.objective == nil && solution.duals == nil)
        #expect(solution.reducedCosts == nil && solution.bound == nil)
    }

    @Test func `half an item is found where items are whole`() throws {
        let program = try Knapsack().program
        // Half of a and d: 5 + 50 = 55, and 5.5 of 10.
        let answer = Answer(values: [0.5, 0, 0, 1], objective: 55)
        let residuals = Residuals(of: answer, in: program, relaxed: false)
        #expect(residuals.largest == Residual(check: .integrality, amount: 0.5, name: "a"))
        #expect(Residuals(of: answer, in: program, relaxed: true).largest?.amount == 0)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func `a value that is no number never passes`(value: Double) throws {
        var answer = Self.truth
        answer.values[1] = value
        let residuals = Residuals(of: answer, in: try TwoProducts().program, relaxed: true)
        #expect(residuals[.columnBounds]?.amount == .infinity)
        #expect(residuals[.rowBounds]?.amount == .infinity)
        #expect(residuals[.objective]?.amount == .infinity)
    }

    @Test func `a tolerance decides what passes`() throws {
        let program = try TwoProducts().program
        var answer = Self.truth
        answer.objective = 37
        let outcome = Outcome(status: .optimal, answer: answer, bound: 36)
        // The miss is 1 / 38, about 0.026.
        #expect(program.judge(outcome, tolerance: 0.03, relaxed: true).status == .optimal)
        #expect(program.judge(outcome, tolerance: 0.02, relaxed: true).values == nil)
    }
}
