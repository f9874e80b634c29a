import RoutingTestSupport
import Testing
import VehicleRouting

@testable import Planning

@Suite struct `Lists and sheets` {
    private let day = SampleDay(jobs: 12, vans: 2)

    /// The rows of a CSV text that has no quoted line breaks, without the header.
    private func rows(_ text: String) -> [[String]] {
        text.split(separator: "\r\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private func context(_ plan: Plan, _ problem: Problem? = nil) -> DayContext {
        let problem = problem ?? day.problem
        return DayContext(
            problem: problem,
            plan: plan,
            evaluation: PlanEvaluation(plan, in: problem),
            descriptions: day.descriptions
        )
    }

    private func stops(_ plan: Plan, _ problem: Problem) -> String {
        StopList(context(plan, problem)).csv()
    }

    @Test func `the dock list loads the last stop first, compartment by compartment`() {
        let visits = [
            Visit(.job(0), compartment: 0), Visit(.job(1), compartment: 1), Visit(.job(3), compartment: 0),
        ]
        let plan = Plan(routes: [Route(vehicle: 0, visits: visits, regimes: [0, 1])])
        let text = DockList(context(plan)).csv()
        let rows = rows(text)
        // Columns 4, 5, 8, 9, 10: compartment, set point, load order, stop, order.
        #expect(
            rows.map { [$0[4], $0[5], $0[8], $0[9], $0[10]] } == [
                ["front", "REF", "1", "3", "A-4103"],
                ["front", "REF", "2", "1", "A-4100"],
                ["rear", "RT15_25", "1", "2", "A-4101"],
            ]
        )
    }

    @Test func `the home of a patient is named nowhere but by a code`() {
        let plan = Plan(routes: [
            Route(vehicle: 0, visits: [Visit(.job(8), compartment: 1)], regimes: [nil, 1])
        ])
        let name = day.problem.locations[9].name
        let texts = [
            stops(plan, day.problem),
            DockList(context(plan)).csv(),
            DriverSheets(context(plan)).html(),
        ]
        for text in texts {
            #expect(text.contains("Patient P-0093"))
            #expect(!text.contains(name))
            #expect(!text.contains("S1008"))
        }
    }

    @Test func `a driver sheet has goods, notes, emergency numbers and a page per vehicle`() {
        let plan = TerritoryPlan(day.problem).plan()
        let text = DriverSheets(context(plan)).html()
        #expect(text.matches(of: /<section class="sheet">/).count == plan.routes.count)
        for word in [
            "Insulin glargine", "ring twice", "0113 496 0000 (dispatch)", "in range", "REF, 2 to 8 °C",
        ] {
            #expect(text.contains(word), "\(word)")
        }
    }

    @Test func `a text that a spreadsheet would calculate is kept from it`() {
        var table = CSVText(header: ["a", "b"])
        table.append([.text("=1+1"), .plain("-5")])
        table.append([.text("-5"), .text("say \"yes\", now")])
        table.append([.text("@x"), .text("two\r\nlines")])
        #expect(
            table.text
                == "\u{FEFF}a,b\r\n'=1+1,-5\r\n'-5,\"say \"\"yes\"\", now\"\r\n'@x,\"two\r\nlines\"\r\n"
        )
    }

    @Test(arguments: [
        (12_540, 1000, "12.54"), (-5, 1000, "-0.005"), (3000, 1000, "3"), (25, 100, "0.25"), (7, 1, "7"),
    ])
    func `an amount is written exactly`(value: Int, scale: Int, text: String) {
        var table = CSVText(header: [])
        table.append([.amount(value, scale: scale)])
        #expect(table.text.hasSuffix("\r\n\(text)\r\n"))
    }
}
