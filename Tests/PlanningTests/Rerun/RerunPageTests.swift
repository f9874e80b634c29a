import Interchange
import RouteSearch
import RoutingTestSupport
import Testing
import VehicleRouting

@testable import Planning

@Suite struct RerunPageTests {
    /// The page of `FourStops` after vehicle 2 has broken down with orders 3 and 4 on board.
    private func page(_ change: (inout Problem) -> Void = { _ in }) throws -> String {
        let four = FourStops { problem in
            for index in problem.locations.indices {
                problem.locations[index].coordinate = Coordinate(longitude: Double(index) / 100, latitude: 51)
            }
            change(&problem)
        }
        let before = try four.day()
        let event = DayEvent(
            "e",
            at: 2500,
            .breakdown(vehicle: 2, place: .index(3), load: .transfer, fetchBy: nil)
        )
        let day = try four.day([event], at: 2500)
        var settings = Replanner.Settings(search: SearchParameters(seconds: nil, iterations: 0))
        settings.horizon = 0
        let replanner = Replanner(day, toldBy: before, settings)
        let papers = RerunPapers(
            [replanner.repair(), replanner.untouched()],
            recommended: 0,
            toldBy: before,
            tolerance: 600
        )
        return papers.page()
    }

    @Test func `both plans are on maps and by the clock, and each change is told`() throws {
        let page = try page()
        #expect(page.split(separator: "<figure>").count == 3)
        #expect(
            page.contains("<figcaption>before</figcaption>")
                && page.contains("<figcaption>after</figcaption>")
        )
        // Vehicle 1 was on its way home and does all of vehicle 2, which does nothing any more.
        for lane in ["1 after", "2 before"] { #expect(page.contains(">\(lane)<"), "\(lane)") }
        #expect(!page.contains(">2 after<"))
        #expect(page.contains("2 → 1"))
        #expect(page.contains("plan-1.json"))
    }

    @Test func `the page asks for nothing, and what comes from outside is escaped`() throws {
        let page = try page { $0.name = "<script>alert(1)</script>" }
        #expect(!page.contains("<script"))
        #expect(!page.contains("http"))
    }

    @Test(arguments: ["rerun", "rerun-map"])
    func `every phrase a template asks for exists`(template: String) throws {
        let source = try #require(Templates.sources[template])
        for match in source.matches(of: /\{\{r\.(\w+)\}\}/) {
            #expect(RerunPhrase(rawValue: String(match.1)) != nil, "\(match.1)")
        }
    }

    @Test func `places without coordinates have no maps`() throws {
        let page = try page { problem in
            for index in problem.locations.indices { problem.locations[index].coordinate = nil }
        }
        #expect(!page.contains("<figure>"))
        #expect(page.contains("1 after"))
    }
}
