import LinearProgramming
import Testing

@Suite struct LinearProgramTests {
    @Test func `names and figures read back as they were given`() throws {
        let model = try Knapsack()
        #expect(model.program.columns.map { model.program.name(of: $0) } == ["a", "b", "c", "d"])
        #expect(model.program.rows == [model.capacity])
        #expect(model.program.name(of: model.capacity) == "capacity")
        #expect(model.program.column(named: "c") == model.c)
        #expect(model.program.column(named: "capacity") == nil)
        #expect(model.program.row(named: "capacity") == model.capacity)
        #expect(model.program.bounds(of: model.a) == .between(0, 1))
        #expect(model.program.kind(of: model.a) == .binary)
        #expect(model.program.cost(of: model.d) == 50)
        #expect(model.program.hasIntegers)
    }

    /// Something bad to add to `TwoProducts`, and the sentence it must be answered with.
    struct Refusal: CustomTestStringConvertible, Sendable {
        let sentence: String
        let add: @Sendable (inout TwoProducts) throws -> Void

        var testDescription: String { sentence }
    }

    private static let refusals = [
        Refusal(
            sentence: "column '': the name is empty; "
                + "give each column and row a name by which a reader knows it (M101)"
        ) { _ = try $0.program.addColumn("") },
        Refusal(
            sentence: "column 'x': the name is taken; "
                + "make it distinct, for example by adding what it is for (M102)"
        ) { _ = try $0.program.addColumn("x") },
        Refusal(
            sentence: "row 'third': the name is taken; "
                + "make it distinct, for example by adding what it is for (M102)"
        ) { _ = try $0.program.addRow("third", .free, []) },
        Refusal(
            sentence: "column 'z': the cost is nan but must be a finite number; "
                + "correct the price it comes from (M103)"
        ) { _ = try $0.program.addColumn("z", cost: .nan) },
        Refusal(
            sentence: "column 'x': the cost is inf but must be a finite number; "
                + "correct the price it comes from (M103)"
        ) { try $0.program.setCost(.infinity, of: $0.x) },
        Refusal(
            sentence: "linear program 'two products': the cost is nan but must be a finite number; "
                + "correct the price it comes from (M103)"
        ) { try $0.program.setConstantCost(.nan) },
        Refusal(
            sentence:
                "row 'new': the coefficient of column 'y' in row 'new' is inf but must be a finite number; "
                + "correct the figure it comes from (M104)"
        ) { _ = try $0.program.addRow("new", .free, [($0.x, 1), ($0.y, .infinity)]) },
        Refusal(
            sentence: "column 'z': the coefficient of column 'z' in row 'first' is nan but must be a finite "
                + "number; correct the figure it comes from (M104)"
        ) { _ = try $0.program.addColumn("z", terms: [($0.first, .nan)]) },
        Refusal(
            sentence:
                "row 'new': the bounds are nan to inf but must be numbers, infinite only on the open side; "
                + "correct the figure they come from (M105)"
        ) { _ = try $0.program.addRow("new", .atLeast(.nan), []) },
        Refusal(
            sentence:
                "column 'x': the bounds are inf to inf but must be numbers, infinite only on the open side; "
                + "correct the figure they come from (M105)"
        ) { try $0.program.setBounds(.atLeast(.infinity), of: $0.x) },
        Refusal(
            sentence: "row 'first': the lower bound 5.0 is above the upper bound 3.0; "
                + "lower the one or raise the other (M106)"
        ) { try $0.program.setBounds(.between(5, 3), of: $0.first) },
        Refusal(
            sentence: "column 'z': the bound 2.5 of a whole-number column has a fraction; "
                + "round it up or down (M107)"
        ) { _ = try $0.program.addColumn("z", .between(0, 2.5), kind: .integer) },
        Refusal(
            sentence: "column 'z': the bounds 0.0 to 2.0 of a yes-or-no column must lie within 0 to 1; "
                + "narrow them, or make the column an integer (M108)"
        ) { _ = try $0.program.addColumn("z", .between(0, 2), kind: .binary) },
    ]

    @Test(arguments: refusals)
    func `bad data is refused in a sentence and leaves the program as it was`(refusal: Refusal) throws {
        var model = try TwoProducts()
        let error = #expect(throws: LinearProgramError.self) { try refusal.add(&model) }
        #expect(error?.description == refusal.sentence)
        #expect(model.program.columns.count == 2 && model.program.rows.count == 3)
        #expect(try abs(#require(model.program.solve().objective) - 36) < 1e-9)
    }

    @Test func `a column of another program stops the program`() async {
        await #expect(processExitsWith: .failure) {
            let stranger = try TwoProducts()
            var program = LinearProgram(name: "mine", sense: .minimise)
            _ = try program.addColumn("x")
            _ = try program.addRow("row", .atMost(1), [(stranger.x, 1)])
        }
    }

    @Test func `a column twice in one row stops the program`() async {
        await #expect(processExitsWith: .failure) {
            var model = try TwoProducts()
            _ = try model.program.addRow("twice", .atMost(1), [(model.x, 1), (model.x, 2)])
        }
    }

    @Test func `a solution does not answer for another program`() async {
        await #expect(processExitsWith: .failure) {
            let stranger = try TwoProducts()
            let values = try TwoProducts().program.solve().values
            _ = values?[stranger.x]
        }
    }
}
