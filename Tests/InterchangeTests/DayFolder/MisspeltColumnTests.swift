import Interchange
import Testing
import VehicleRouting

/// How a folder whose headers differ from ours is made to be read, where a misspelt header is refused.
@Suite struct MisspeltColumnTests {
    private static func mapping(_ orders: String) -> String {
        #"{"version": 1, "files": {"orders": {"#
            + orders + "}}}"
    }

    /// The small day with its temperature classes under a misspelt header.
    private var misspelt: DayFixture {
        var fixture = DayFixture()
        fixture.replace("boxes,regime", with: "boxes,regimme", in: "orders.csv")
        return fixture
    }

    @Test func `a mapping names the column that a misspelt header stands for`() throws {
        var fixture = misspelt
        fixture["mapping.json"] = Self.mapping(#""columns": {"regimme": "regime"}"#)
        let day = try fixture.read()
        #expect(day.problem.jobs.map { $0.regime.map { day.problem.regimes[$0].id } } == ["REF", "RT15_25"])
        #expect(day.warnings.isEmpty)
    }

    @Test func `a header that means something else is ignored, and “none” said for all orders`() throws {
        var fixture = misspelt
        fixture["mapping.json"] = Self.mapping(
            #""ignore": ["regimme"], "constants": {"regime": "none"}"#
        )
        #expect(try fixture.read().problem.jobs.map(\.regime) == [nil, nil])
    }

    @Test func `“none” in a single row says that the empty cells are meant`() throws {
        var fixture = DayFixture()
        fixture.replace("REF", with: "none", in: "orders.csv")
        fixture.replace("RT15_25", with: "", in: "orders.csv")
        #expect(try fixture.read().problem.jobs.map(\.regime) == [nil, nil])
    }

    @Test func `a fleet without temperature control needs no temperature classes`() throws {
        var fixture = misspelt
        fixture.replace("boxes,regimme", with: "boxes,storage", in: "orders.csv")
        fixture.files["compartments.csv"] = nil
        #expect(try fixture.read().problem.jobs.map(\.regime) == [nil, nil])
    }

    @Test func `a header like a column that the file has is a warning`() throws {
        var fixture = DayFixture()
        fixture["orders.csv"] = """
            order,site,kg,regime,regimme
            O1,S1,12.5,REF,x

            """
        #expect(try fixture.read().warnings.map(\.code) == ["D380"])
    }

    @Test(arguments: ["van", "bin", "id", "storage", "carrier", "created", "customer group"])
    func `a header like no column is a warning`(header: String) throws {
        var fixture = DayFixture()
        fixture["orders.csv"] = "order,site,kg,boxes,regime,\(header)\nO1,S1,12.5,1,REF,x\n"
        #expect(try fixture.read().warnings.map(\.code) == ["D380"])
    }
}
