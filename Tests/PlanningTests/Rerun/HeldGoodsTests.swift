import Interchange
import Planning
import RouteSearch
import RoutingTestSupport
import Testing
import VehicleRouting

/// Goods that do not reach their customer today, and what is collected all the same, worked out by hand from `FourStops`.
@Suite struct HeldGoodsTests {
    @Test func `a customer who is closed gets nothing, or later`() throws {
        let closed = DayEvent("e", at: 1500, .customerClosed(order: 4, reopens: nil))
        let day = try FourStops().day([closed], at: 1500)
        #expect(day.held.map(\.order) == [4])
        #expect(day.held[0].reason == .customerClosed)
        // The box stays on board and takes up room until vehicle 2 is home: 3100 + 3000.
        #expect(day.problem.vehicles[1].ballast == [1])
        #expect(RouteSchedule(day.plan.routes[1], in: day.problem).end == 6100)
        let later = DayEvent("e", at: 1500, .customerClosed(order: 3, reopens: [20_000, 30_000]))
        let found = try FourStops { $0.jobs[3].timeWindows = [[0, 15_000]] }.repaired([later], at: 1500)
        // Vehicle 2 goes on to 4000, comes back to 3000 and waits there; nothing is gained by waiting elsewhere.
        #expect(found.fate(of: 4) == "2 at 4000")
        #expect(found.fate(of: 3) == "2 at 20000")
    }

    @Test func `a recalled lot is held on board and fetched back where it was delivered`() throws {
        let event = DayEvent("e", at: 1500, .recall(lot: "L7", orders: [1, 3]))
        let day = try FourStops().day([event], at: 1500)
        #expect(day.held.map(\.order) == [3])
        #expect(day.held[0].reason == .recalled)
        let job = try #require(day.problem.jobs.first { $0.id == "1 recall" })
        #expect(job.pickup == [1])
        let found = try FourStops().repaired([event], at: 1500)
        // Vehicle 1 leaves order 2 at 2200 and passes 1000 on its way home.
        #expect(found.fate(of: "1 recall") == "1 at 3200")
    }

    @Test func `a lot that is recalled twice is fetched back once`() throws {
        var day = try FourStops().day([DayEvent("e", at: 1500, .recall(lot: "L7", orders: [1]))], at: 1500)
        var settings = Replanner.Settings(search: SearchParameters(seconds: nil, iterations: 0))
        settings.horizon = 0
        day = Replanner(day, toldBy: try FourStops().day(), settings).repair().day
        day.advance(to: 9500)
        #expect(day.done.contains { $0.name == StopName("1 recall") })
        try day.apply(DayEvent("f", at: 9500, .recall(lot: "L7", orders: [1])))
        #expect(day.problem.jobs.allSatisfy { $0.id != "1 recall" })
    }

    @Test func `a box that stays on board leaves what has no room to another vehicle`() throws {
        // Vehicle 2 has room for one box: it brings one to 3 and collects one at 4.
        let four = FourStops { problem in
            problem.vehicles[1].capacity = [1]
            problem.jobs[3].delivery = []
            problem.jobs[3].pickup = [1]
        }
        let closed = DayEvent("e", at: 3500, .customerClosed(order: 3, reopens: nil))
        #expect(throws: RerunError.self) { try four.repaired([closed], at: 3500) }
        let early = DayEvent("e", at: 1500, .customerClosed(order: 3, reopens: nil))
        // Vehicle 1 leaves order 2 at 2200 and is at 4000 by 4200.
        #expect(try four.repaired([early], at: 1500).fate(of: 4) == "1 at 4200")
    }

    /// `FourStops` whose order 3 also collects two boxes.
    private var exchanging: FourStops { FourStops { $0.jobs[2].pickup = [2] } }

    @Test func `a recall of goods leaves what was to be collected beside them`() throws {
        let recall = DayEvent("e", at: 1500, .recall(lot: "L7", orders: [3]))
        let found = try exchanging.repaired([recall], at: 1500)
        #expect(found.day.held.map(\.order) == [3])
        #expect(found.day.held.map(\.job.delivery) == [[1]])
        #expect(found.day.held.map(\.job.pickup) == [[]])
        // Vehicle 2 goes on as planned, with the box of order 3 on board, and with two more from there on.
        #expect(found.fate(of: "3 collection") == "2 at 3000")
        #expect(found.fate(of: 4) == "2 at 4100")
        let route = try #require(found.evaluation.routes.first { $0.loads.count == 3 })
        #expect(route.loads.map { $0[0][0] } == [2, 4, 3])
    }

    @Test func `nobody collects where nobody is let in, or a person has left the order out`() throws {
        let closed = DayEvent("e", at: 1500, .customerClosed(order: 3, reopens: nil))
        let day = try exchanging.day([closed], at: 1500)
        #expect(day.problem.jobs.map(\.id) == [2, 4])
        #expect(day.held.map(\.job.pickup) == [[2]])
        var decided = try exchanging.day([], at: 1500)
        try decided.apply([DayOverride("L", .leaveOut(order: 3), person: "A. Ward", reason: "agreed")])
        #expect(decided.problem.jobs.map(\.id) == [2, 4])
    }

    @Test func `a recall of goods that are still at the depot leaves the collection, too`() throws {
        var four = exchanging
        four.problem.vehicles[1].shift = [5000, 100_000]
        let recall = DayEvent("e", at: 1500, .recall(lot: "L7", orders: [3]))
        let day = try four.day([recall], at: 1500)
        #expect(day.held.map(\.vehicle) == [nil])
        // It leaves at 5000 and hands nothing over.
        let route = try #require(day.plan.routes.last)
        #expect(RouteSchedule(route, in: day.problem).stops.map(\.begin) == [8000, 9100])
        #expect(RouteEvaluation(route, at: 0, in: day.problem).loads.map { $0[0][0] } == [1, 3, 2])
    }
}
