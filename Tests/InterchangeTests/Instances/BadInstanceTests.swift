import Interchange
import Testing

/// Instance and solution files with one thing wrong: each is refused with its code, its line and a remedy.
struct BadInstanceTests {
    /// One thing that is wrong.
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var text: String
        var message: String

        init(_ name: String, _ text: String, _ message: String) {
            testDescription = name
            self.text = text
            self.message = message
        }
    }

    static let solomon = [
        Case(
            "letters for a number",
            InstanceTexts.solomon.replacing(once: "3        4        7", with: "3        x        7"),
            "line 11: customer 1 should be a number, but is 'x'; write digits with a point before decimals (F204)"
        ),
        Case(
            "half a box",
            InstanceTexts.solomon.replacing(once: "3        4        7 ", with: "3        4        7.5 "),
            "line 11: the demand should be a whole number, but is 7.5; write it without decimals (F205)"
        ),
        Case(
            "negative demand",
            InstanceTexts.solomon.replacing(once: "3        4        7 ", with: "3        4        -7 "),
            "line 11: the demand should be between 0 and 1000000000, but is -7; correct the number (F206)"
        ),
        Case(
            "window the wrong way round",
            InstanceTexts.solomon.replacing(once: "10        20", with: "30        20"),
            "line 11: the window opens at 30 but closes at 20; swap the two times or correct one (F208)"
        ),
        Case(
            "a column missing",
            InstanceTexts.solomon.replacing(once: "20          5", with: "20"),
            "line 11: the row of customer 1 should have 7 entries, but has 6; add or remove entries (F207)"
        ),
        Case(
            "a customer left out",
            InstanceTexts.solomon.replacing(once: "    1        3 ", with: "    5        3 "),
            "line 11: the customer number should be 1, but is 5; correct the number (F206)"
        ),
        Case(
            "no vehicle",
            InstanceTexts.solomon.replacing(once: "  2          10", with: "  0          10"),
            "line 5: the number of vehicles should be between 1 and 100000, but is 0; correct the number (F206)"
        ),
        Case(
            "a depot with demand",
            InstanceTexts.solomon.replacing(once: "0        0        0        0  ", with: "0 0 0 8 "),
            "line 10: the demand of the depot should be 0, but is 8; correct the number (F206)"
        ),
        Case(
            "no table",
            String(InstanceTexts.solomon.prefix { $0 != "S" }) + "S\n\nVEHICLE\nNUMBER CAPACITY\n2 10\n",
            "the table of customers is missing; add it below 'CUSTOMER' (F202)"
        ),
        Case(
            "not an instance",
            "{\"jobs\": []}",
            "neither Solomon, Li–Lim nor VRPLIB text; give a file in one of these formats (F201)"
        ),
    ]

    static let liLim = [
        Case(
            "a pickup without its delivery",
            InstanceTexts.liLim.replacing(once: "50 2 0 2", with: "50 2 0 0"),
            """
            line 3: task 1 should name either its pickup or its delivery; write 0 in one of the last two columns and \
            a task in the other (F212)
            """
        ),
        Case(
            "demands that do not match",
            InstanceTexts.liLim.replacing(once: "0 9 -6", with: "0 9 -5"),
            """
            line 3: tasks 1 and 2 do not belong together; let them name each other and give them opposite demands \
            (F212)
            """
        ),
        Case(
            "a task that is not there",
            InstanceTexts.liLim.replacing(once: "50 2 0 2", with: "50 2 0 9"),
            "line 3: task 1 refers to task 9, which does not exist; correct the reference or add what it names (F209)"
        ),
    ]

    static let vrplib = [
        Case(
            "a matrix with an entry too few",
            InstanceTexts.vrplib.replacing(once: "7 3 4", with: "7 3"),
            "line 8: EDGE_WEIGHT_SECTION should have 6 entries, but has 5; add or remove entries (F207)"
        ),
        Case(
            "a section that means something else",
            InstanceTexts.vrplib.replacing(once: "DEMAND_SECTION", with: "MUTUALLY_EXCLUSIVE_GROUP_SECTION"),
            """
            line 12: the section MUTUALLY_EXCLUSIVE_GROUP_SECTION is not supported; remove it or solve another file \
            (F203)
            """
        ),
        Case(
            "a limit that may mean two things",
            InstanceTexts.vrplib.replacing(once: "CAPACITY : 10", with: "CAPACITY : 10\nDISTANCE : 80"),
            """
            line 6: the key DISTANCE is not supported; write VEHICLES_MAX_DISTANCE or VEHICLES_MAX_DURATION, \
            whichever is meant (F203)
            """
        ),
        Case(
            "a section twice",
            InstanceTexts.vrplib.replacing(
                once: "DEPOT_SECTION\n1\n2",
                with: "DEMAND_SECTION\n1 0\nDEPOT_SECTION\n1\n2"
            ),
            "line 30: the section DEMAND_SECTION occurs twice; keep one of them (F210)"
        ),
        Case(
            "depots at the end",
            InstanceTexts.vrplib.replacing(once: "DEPOT_SECTION\n1\n2", with: "DEPOT_SECTION\n3\n4"),
            """
            line 30: depots should be the first nodes, but depot 1 is node 3; renumber the nodes so that depots come \
            first (F212)
            """
        ),
        Case(
            "a vehicle at a customer",
            InstanceTexts.vrplib.replacing(once: "1 1\n2 2\nDEPOT", with: "1 1\n2 3\nDEPOT"),
            "line 29: the depot of a vehicle should be between 1 and 2, but is 3; correct the number (F206)"
        ),
        Case(
            "another kind of matrix",
            InstanceTexts.vrplib.replacing(once: "LOWER_ROW", with: "UPPER_ROW"),
            "line 7: EDGE_WEIGHT_FORMAT UPPER_ROW is not supported; use FULL_MATRIX or LOWER_ROW (F203)"
        ),
        Case(
            "a row twice",
            InstanceTexts.vrplib.replacing(once: "3 4\n4 5", with: "3 4\n3 5"),
            "line 16: row 3 of DEMAND_SECTION occurs twice; keep one of them (F210)"
        ),
        Case(
            "no dimension",
            InstanceTexts.vrplib.replacing(once: "DIMENSION : 4\n", with: ""),
            "DIMENSION is missing; add a line 'DIMENSION : n' (F202)"
        ),
        Case(
            "a dimension in words",
            InstanceTexts.vrplib.replacing(once: "DIMENSION : 4", with: "DIMENSION : four"),
            "line 3: DIMENSION should be a number, but is 'four'; write digits with a point before decimals (F204)"
        ),
        Case(
            "a fraction where nothing rounds",
            InstanceTexts.vrplib.replacing(once: "2 6\n", with: "2 6.5\n"),
            """
            line 8: the distance from node 2 to node 1 is 6.5, which is not whole without rounding; choose a rounding: \
            round, trunc, dimacs or exact (F211)
            """
        ),
    ]

    static let solutions = [
        Case(
            "a customer that is not there",
            "Route #1: 2 9",
            "line 1: route 1 refers to customer 9, which does not exist; correct the reference or add what it names (F209)"
        ),
        Case(
            "more routes than vehicles",
            "Route #1: 1\nRoute #2: 2\nRoute #3:\n",
            "line 3: the route should be between 1 and 2, but is 3; correct the number (F206)"
        ),
        Case(
            "a route twice",
            "Route #1: 1\nRoute #1: 2\n",
            "line 2: route 1 occurs twice; keep one of them (F210)"
        ),
        Case(
            "an unreadable cost",
            "Route #1: 1 2\nCost about 24\n",
            "line 2: the cost should be a number, but is 'about'; write digits with a point before decimals (F204)"
        ),
        Case(
            "no routes",
            "Cost 24.1\n",
            "any route is missing; add lines such as 'Route #1: 4 7 2' (F202)"
        ),
    ]

    @Test(arguments: solomon + liLim + vrplib)
    func `a bad instance is refused with place, value and remedy`(bad: Case) {
        let error = #expect(throws: FormatError.self) { try InstanceFile.read(Array(bad.text.utf8)) }
        #expect(error?.description == bad.message)
    }

    @Test(arguments: solutions)
    func `a bad solution is refused with place, value and remedy`(bad: Case) throws {
        let instance = try InstanceFile.read(Array(InstanceTexts.solomon.utf8))
        let error = #expect(throws: FormatError.self) {
            try SolutionFile.read(Array(bad.text.utf8), for: instance)
        }
        #expect(error?.description == bad.message)
    }

    @Test func `a file that is not there is named`() {
        let error = #expect(throws: FormatError.self) { try InstanceFile.read("no/such/file.vrp") }
        #expect(
            error?.description
                == "no/such/file.vrp: cannot be read: there is no such file; check the name and that you may read it (F200)"
        )
    }
}
