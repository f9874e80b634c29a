import Testing
import VehicleRouting

@testable import Interchange

/// One change that spoils the small day, and where the spoilt row must be found.
struct BadRow: Sendable, CustomTestStringConvertible {
    let name: String
    let file: String
    let row: Int
    let column: String?
    let value: String?
    let code: String
    let spoil: @Sendable (inout DayFixture) -> Void

    init(
        _ name: String,
        _ file: String,
        row: Int,
        column: String?,
        value: String?,
        _ code: String,
        _ spoil: @escaping @Sendable (inout DayFixture) -> Void
    ) {
        (self.name, self.file, self.row, self.column, self.value, self.code) = (
            name, file, row, column, value, code
        )
        self.spoil = spoil
    }

    var testDescription: String { name }

    /// Replaces a piece of `file` and expects `value` to be named.
    static func replacing(
        _ old: String,
        with new: String,
        _ file: String,
        row: Int,
        column: String?,
        value: String?,
        _ code: String,
        _ name: String
    ) -> BadRow {
        BadRow(name, file, row: row, column: column, value: value, code) {
            $0.replace(old, with: new, in: file)
        }
    }
}

@Suite struct BadDayFolderTests {
    static let rows: [BadRow] = [
        .replacing(
            "O1,S1",
            with: "1.2E+13,S1",
            "orders.csv",
            row: 2,
            column: "order",
            value: "1.2E+13",
            "D322",
            "an order number that Excel made a float"
        ),
        .replacing(
            "O1,S1",
            with: "########,S1",
            "orders.csv",
            row: 2,
            column: "order",
            value: "########",
            "D323",
            "an order number that did not fit its column"
        ),
        .replacing(
            "O2,S2",
            with: "#N/A,S2",
            "orders.csv",
            row: 3,
            column: "order",
            value: "#N/A",
            "D323",
            "an order number that a formula did not find"
        ),
        .replacing(
            "O2,S2",
            with: "03-Mar,S2",
            "orders.csv",
            row: 3,
            column: "order",
            value: "03-Mar",
            "D324",
            "an order number that Excel made a date"
        ),
        BadRow(
            "an order number without its leading zeros",
            "orders.csv",
            row: 3,
            column: "order",
            value: "4712",
            "D325"
        ) { fixture in
            fixture.replace("O1,", with: "004711,", in: "orders.csv")
            fixture.replace("O2,", with: "4712,", in: "orders.csv")
        },
        BadRow(
            "order numbers cut after the fifteenth digit",
            "orders.csv",
            row: 3,
            column: "order",
            value: "123456789012346000",
            "D326"
        ) { fixture in
            fixture.replace("O1,", with: "123456789012345000,", in: "orders.csv")
            fixture.replace("O2,", with: "123456789012346000,", in: "orders.csv")
            fixture["orders.csv"] += "O3,S2,1,1,REF,1,,\n"
        },
        BadRow(
            "a site code without its leading zeros",
            "orders.csv",
            row: 2,
            column: "site",
            value: "17",
            "D341"
        ) {
            $0.replace("S1,Abbey", with: "0017,Abbey", in: "sites.csv")
            $0.replace("O1,S1", with: "O1,17", in: "orders.csv")
        },
        BadRow(
            "lines of an order whose times do not meet",
            "orders.csv",
            row: 3,
            column: nil,
            value: nil,
            "D354"
        ) {
            $0["orders.csv"] =
                "order,regime,site,kg,boxes,earliest,latest\nO1,none,S2,1,1,,09:00\nO1,none,S2,2,1,10:00,\nO2,none,S2,1,1,,\n"
        },
        BadRow("an order that stands twice", "orders.csv", row: 4, column: "order", value: "O1", "D329") {
            $0["orders.csv"] += "O1,S1,12.5,3,REF,100.50,,\n"
        },
        BadRow("an order line that stands twice", "orders.csv", row: 3, column: "line", value: "1", "D327") {
            $0["orders.csv"] =
                "order,regime,line,site,kg,boxes\n"
                + "O1,none,1,S1,1,1\nO1,none,1,S1,2,1\nO2,none,1,S2,1,1\n"
        },
        BadRow("an order that goes to two sites", "orders.csv", row: 4, column: "site", value: "S2", "D352") {
            $0["orders.csv"] += "O1,S2,1,1,REF,1,,\n"
        },
        .replacing(
            "O1,S1,12.5",
            with: ",S1,12.5",
            "orders.csv",
            row: 2,
            column: "order",
            value: "",
            "D321",
            "an order without a number"
        ),
        .replacing(
            "O1,S1",
            with: "O1,",
            "orders.csv",
            row: 2,
            column: "site",
            value: "",
            "D321",
            "an order without a site"
        ),
        .replacing(
            "O1,S1",
            with: "O1,S9",
            "orders.csv",
            row: 2,
            column: "site",
            value: "S9",
            "D340",
            "an order to an unknown site"
        ),
        .replacing(
            ",REF,",
            with: ",LUKEWARM,",
            "orders.csv",
            row: 2,
            column: "regime",
            value: "LUKEWARM",
            "D340",
            "an unknown temperature regime"
        ),
        .replacing(
            "12.5,3",
            with: "12.5.0,3",
            "orders.csv",
            row: 2,
            column: "kg",
            value: "12.5.0",
            "D330",
            "a weight that is no number"
        ),
        .replacing(
            "12.5,3",
            with: "-12.5,3",
            "orders.csv",
            row: 2,
            column: "kg",
            value: "-12.5",
            "D332",
            "a negative weight"
        ),
        BadRow(
            "a weight that may be one thing or a thousand",
            "orders.csv",
            row: 3,
            column: "kg",
            value: "1.250",
            "D331"
        ) {
            $0["orders.csv"] =
                "order;site;kg;boxes;regime\n"
                + "O1;S1;2,5;1;none\nO2;S2;1.250;1;none\nO3;S2;7.5;1;none\n"
        },
        .replacing(
            "08:00,11:00",
            with: "08:00,noon",
            "orders.csv",
            row: 3,
            column: "latest",
            value: "noon",
            "D334",
            "a time that is none"
        ),
        .replacing(
            "08:00,11:00",
            with: "11:00,08:00",
            "orders.csv",
            row: 3,
            column: "latest",
            value: "08:00",
            "D336",
            "a window that ends before it begins"
        ),
        .replacing(
            "08:00,11:00",
            with: "2026-05-02 08:00,",
            "orders.csv",
            row: 3,
            column: "earliest",
            value: "2026-05-02 08:00",
            "D337",
            "an order of another day"
        ),
        .replacing(
            "08:00,11:00",
            with: "03/02/2026 08:00,",
            "orders.csv",
            row: 3,
            column: "earliest",
            value: "03/02/2026 08:00",
            "D338",
            "a date that may be two"
        ),
        .replacing(
            "100.50,,",
            with: "100.50,12:45,13:15",
            "orders.csv",
            row: 2,
            column: "latest",
            value: "13:15",
            "D351",
            "an order for the lunch closure"
        ),
        .replacing(
            "O2,S2,4",
            with: "O2,S2,4,4,4,4,4,4,4,4",
            "orders.csv",
            row: 3,
            column: nil,
            value: nil,
            "D320",
            "a row with more cells than headers"
        ),
        .replacing(
            "O2,S2,4",
            with: "O2,S2,\"4",
            "orders.csv",
            row: 3,
            column: nil,
            value: nil,
            "D328",
            "a quotation mark that is never closed"
        ),
        BadRow("an order type nobody knows", "orders.csv", row: 3, column: "type", value: "swap", "D343") {
            $0["orders.csv"] = "order,regime,type,site,kg,boxes\nO1,none,D,S1,1,1\nO2,none,swap,S2,1,1\n"
        },
        BadRow("a depot nobody knows", "orders.csv", row: 2, column: "depot", value: "D9", "D340") {
            $0["orders.csv"] = "order,regime,depot,site,kg,boxes\nO1,none,D9,S1,1,1\nO2,none,D1,S2,1,1\n"
        },
        BadRow(
            "rows of an order from different depots",
            "orders.csv",
            row: 2,
            column: nil,
            value: nil,
            "D353"
        ) {
            $0["depots.csv"] += "D2,York,53.95,-1.08,,\n"
            $0["orders.csv"] =
                "order,regime,depot,site,kg,boxes\n"
                + "O1,none,D1,S1,1,1\nO1,none,D2,S1,2,1\nO2,none,,S2,1,1\n"
            $0["vehicles.csv"] = "vehicle,depot,kg,boxes,cost_per_km\nV1,D1,1,1,1\n"
        },
        BadRow("a closed site", "orders.csv", row: 2, column: "site", value: "S1", "D350") {
            $0.replace("09:00-12:30 13:30-17:00", with: "closed", in: "sites.csv")
        },
        .replacing(
            "09:00-12:30 13:30-17:00",
            with: "Mon-Fri 9-5",
            "sites.csv",
            row: 2,
            column: "hours",
            value: "Mon-Fri 9-5",
            "D335",
            "opening hours that are none"
        ),
        .replacing(
            "53.80,-1.60",
            with: "93.80,-1.60",
            "sites.csv",
            row: 2,
            column: "lat",
            value: "93.80",
            "D333",
            "a site beyond the pole"
        ),
        .replacing(
            "53.80,-1.60",
            with: "0,0",
            "sites.csv",
            row: 2,
            column: "lat",
            value: "0",
            "D333",
            "a site that was never located"
        ),
        BadRow("a site that stands twice", "sites.csv", row: 4, column: "site", value: "S1", "D327") {
            $0["sites.csv"] += "S1,Abbey again,pharmacy,53.80,-1.60,,,\n"
        },
        BadRow("a vehicle of an unknown depot", "vehicles.csv", row: 3, column: "depot", value: "D9", "D340")
        {
            $0["vehicles.csv"] += "V2,van,D9,,800,40,50,0.35,18\n"
        },
        BadRow(
            "a vehicle with two shifts",
            "vehicles.csv",
            row: 3,
            column: "shift",
            value: "6-9 15-18",
            "D335"
        ) {
            $0["vehicles.csv"] += "V2,van,D1,6-9 15-18,800,40,50,0.35,18\n"
        },
        BadRow("a vehicle without capacity", "vehicles.csv", row: 3, column: "kg", value: "", "D321") {
            $0["vehicles.csv"] += "V2,van,D1,,,40,50,0.35,18\n"
        },
        BadRow("a vehicle that stands twice", "vehicles.csv", row: 3, column: "vehicle", value: "V1", "D327")
        {
            $0["vehicles.csv"] += "V1,van,D1,,800,40,50,0.35,18\n"
        },
        BadRow(
            "a compartment of an unknown vehicle",
            "compartments.csv",
            row: 4,
            column: "vehicle",
            value: "V9",
            "D340"
        ) {
            $0["compartments.csv"] += "V9,front,REF,10\n"
        },
        BadRow(
            "a compartment of an unknown regime",
            "compartments.csv",
            row: 4,
            column: "regimes",
            value: "HOT",
            "D340"
        ) {
            $0["compartments.csv"] += "V2,front,REF|HOT,10\n"
        },
        BadRow(
            "a carrier's price that is no number",
            "carriers.csv",
            row: 2,
            column: "per_km",
            value: "cheap",
            "D330"
        ) {
            $0["carriers.csv"] = "carrier,per_km\nC1,cheap\n"
        },
        BadRow(
            "a regime that is warmer below than above",
            "regimes.csv",
            row: 2,
            column: "high",
            value: "2",
            "D336"
        ) {
            $0["regimes.csv"] = "regime,low,high\nODD,8,2\n"
        },
    ]

    @Test(arguments: rows)
    func `a bad row is named with its file, row, column, value and remedy, and the rest goes on`(
        _ bad: BadRow
    ) throws {
        var fixture = DayFixture()
        bad.spoil(&fixture)
        let day = try fixture.read()
        let reject = try #require(day.rejects.first { $0.file == bad.file && $0.row == bad.row })
        #expect(reject.column == bad.column)
        #expect(reject.value == bad.value)
        #expect(reject.code == bad.code)
        #expect(!reject.remedy.isEmpty)
        #expect(reject.description.hasPrefix("\(bad.file), row \(bad.row)"))
        #expect(reject.description.hasSuffix("(\(bad.code))"))
        // What is left is planned, and strictly nothing.
        fixture.strict = true
        #expect(try fixture.refusal()?.code == "D310")
    }

    @Test func `what refers to a rejected row says so`() throws {
        var fixture = DayFixture()
        fixture.replace("53.80,-1.60", with: "0,0", in: "sites.csv")
        let day = try fixture.read()
        #expect(day.rejects.map(\.code) == ["D333", "D342"])
        #expect(
            day.rejects[1].description
                == "orders.csv, row 2, column site: “S1” is a site that was rejected (sites.csv, row 2); "
                + "repair that row first (D342)"
        )
    }

    @Test func `a vehicle whose compartment was rejected is not planned half`() throws {
        var fixture = DayFixture()
        fixture["vehicles.csv"] += "V2,van,D1,,800,40,50,0.35,18\n"
        fixture["compartments.csv"] += "V2,front,HOT,10\nV2,rear,REF,10\n"
        let day = try fixture.read()
        #expect(day.problem.vehicles.map(\.id) == ["V1"])
        #expect(day.rejects.map(\.code) == ["D340", "D342"])
    }
}
