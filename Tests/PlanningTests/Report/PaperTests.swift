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

    /// A cold trip, half an hour's rest, and a second trip from the same depot with boxes in the warm compartment.
    private func twoTrips() -> (problem: Problem, plan: Plan) {
        var problem = day.problem
        problem.vehicles[0].reloadDepots = [0]
        problem.vehicles[0].breaks = [
            Break(id: "1", timeWindows: [TimeWindow(opens: 36_000, closes: 45_000)], service: 1800)
        ]
        problem.boxTypes = [BoxType(id: "BAG5", regime: 0, holdTime: 14_400)]
        problem.jobs[3].boxes = [BoxNeed(type: 0, count: 2)]
        let route = Route(
            vehicle: 0,
            steps: [
                .visit(Visit(.job(0), compartment: 0)), .rest(.planned(0)),
                .reload(Reload(depot: 0, regimes: [nil, 1])), .visit(Visit(.job(1), compartment: 1)),
                .visit(Visit(.job(3), compartment: 1, box: 0)),
            ],
            regimes: [0, nil]
        )
        return (problem, Plan(routes: [route]))
    }

    @Test func `a driver reads when to rest, when to load again and what travels in boxes`() throws {
        let (problem, plan) = twoTrips()
        let text = DriverSheets(context(plan, problem)).html()
        let words = [
            "A-4100", "Rest of 30 min, until ", "Back to Cross Green: load from ", "A-4101", "A-4103",
            "in 2 × BAG5",
        ]
        let places = try words.map { try #require(text.firstRange(of: $0)?.lowerBound, "\($0)") }
        #expect(places == places.sorted())
        let dock = rows(DockList(context(plan, problem)).csv())
        // Columns 4, 5, 10, 14, 15: compartment, set point, order, box, boxes.
        #expect(
            dock.map { [$0[4], $0[5], $0[10], $0[14], $0[15]] } == [
                ["front", "REF", "A-4100", "", ""], ["rear", "RT15_25", "A-4103", "BAG5", "2"],
                ["rear", "RT15_25", "A-4101", "", ""],
            ]
        )
        let card = RouteCard(
            index: 0,
            plan.routes[0],
            PlanEvaluation(plan, in: problem).routes[0],
            day: context(plan, problem)
        )
        #expect(card.rows.map { $0.stop?.number ?? "-" } == ["1", "-", "-", "2", "3"])
        #expect(card.fills.map(\.compartment) == ["front, trip 1", "rear, trip 2"])
        #expect(card.fills.map(\.regime) == ["REF, 2 to 8 °C", "RT15_25, 15 to 25 °C"])
    }

    @Test func `a driver reads how long to clean and to cool before loading`() throws {
        var (problem, plan) = twoTrips()
        problem.goodsClasses = ["saleable", "recalled"]
        problem.cleaning[after: 1, before: 0] = 900
        problem.jobs[0].handling.goodsClass = 0
        problem.vehicles[0].compartments[0].state.carried = [1]
        problem.vehicles[0].compartments[0].changeovers = [Changeover(to: 0, seconds: 2400)]
        problem.vehicles[0].compartments[1].changeovers = [Changeover(to: 1, seconds: 1200)]
        let text = DriverSheets(context(plan, problem)).html()
        let words = [
            "before loading 15 min of cleaning, 40 min to the set point", "A-4100", "Back to Cross Green",
            "before loading 20 min to the set point", "A-4101",
        ]
        let places = try words.map { try #require(text.firstRange(of: $0)?.lowerBound, "\($0)") }
        #expect(places == places.sorted())
        // Loading takes 20 minutes, after the 20 of warming.
        let schedule = PlanEvaluation(plan, in: problem).routes[0].schedule
        let reload = try #require(schedule.steps.first { $0.role == .reload })
        #expect(schedule.loadingTimes(plan.routes[0].trips[1]) == reload.begin + 1200..<reload.begin + 2400)
    }

    @Test func `reloads and rests are neither driving nor left out of the way`() throws {
        let (problem, plan) = twoTrips()
        let matrix = try #require(problem.matrices["car"])
        // Depot, A-4100, depot, A-4101, A-4103: places 0, 1, 0, 2, 4.
        let metres = [(0, 1), (1, 0), (0, 2), (2, 4)].map {
            Int(matrix.distances[$0.0 * matrix.size + $0.1])
        }
        let driven = rows(stops(plan, problem)).compactMap { $0.last.flatMap(Double.init) }
        #expect(
            driven.map { Int(($0 * 1000).rounded()) } == [
                metres[0], metres[0] + metres[1], metres[0] + metres[1] + metres[2], metres.reduce(0, +),
            ]
        )
        // Columns 1, 2, 3, 4, 5: row of the vehicle, halt, order, task, site.
        #expect(
            rows(stops(plan, problem)).map { $0[1...5].joined(separator: " ") } == [
                "1 1 A-4100 job S1000", "2   reload \(problem.depots[0].id)", "3 2 A-4101 job S1001",
                "4 3 A-4103 job S1003",
            ]
        )
        let context = context(plan, problem)
        let chart = try #require(RouteGantt(context))
        let kinds = chart.rows[0].blocks.map(\.kind).filter { $0 != "wait" && $0 != "late" }
        #expect(kinds.filter { $0 == "load" }.count == 2)
        #expect(kinds.filter { $0 == "rest" }.count == 1)
        let map = try #require(RouteMap(context))
        // A line for each trip; four legs from and to the depot.
        #expect(map.lines[0].path.filter { $0 == "M" }.count == 2)
        #expect(map.lines[0].depotPath.filter { $0 == "M" }.count == 4)
        #expect(map.lines[0].marks.map(\.text) == ["1", "2", "3"])
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
