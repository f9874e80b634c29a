import Foundation
import Interchange
import Planning
import RoutingTestSupport
import Testing
import VehicleRouting

@Suite struct EventErrorTests {
    /// The codes of an event that is refused, after which the day must be as it was.
    private func codes(_ events: [DayEvent]) throws -> [RerunIssue.Code] {
        var day = try FourStops().day()
        for event in events.dropLast() { try day.apply(event) }
        let before = day
        do {
            if let last = events.last { try day.apply(last) }
            Issue.record("the event was taken")
        } catch {
            #expect(day == before)
            #expect(error.issues.allSatisfy { $0.pointer == "/events/9" })
            return error.issues.map(\.code)
        }
        return []
    }

    private func event(
        _ kind: DayEvent.Kind,
        called id: Identifier = "e",
        at time: Seconds = 1500
    ) -> DayEvent {
        DayEvent(id, at: time, kind, pointer: "/events/9")
    }

    @Test func `names that the day does not have`() throws {
        #expect(try codes([event(.vehicleLate(vehicle: 7, by: 1))]) == [.unknownName])
        #expect(try codes([event(.customerClosed(order: 7, reopens: nil))]) == [.unknownName])
        #expect(try codes([event(.carrierRejects(carrier: "x", order: nil))]) == [.unknownName])
        #expect(try codes([event(.depotOutage(depot: "D9", until: nil))]) == [.unknownName])
        let breakdown = DayEvent.Kind.breakdown(vehicle: 2, place: .named("S9"), load: .lost, fetchBy: nil)
        #expect(try codes([event(breakdown)]) == [.unknownName])
    }

    @Test func `the same event twice, and events from before the plan's own time`() throws {
        let late = event(.vehicleLate(vehicle: 2, by: 1))
        #expect(try codes([late, late]) == [.duplicate])
        #expect(try codes([late, event(.vehicleLate(vehicle: 2, by: 1), called: "f", at: 1499)]) == [.late])
    }

    @Test func `what has been done stays done`() throws {
        #expect(try codes([event(.customerClosed(order: 1, reopens: nil))]) == [.alreadyDone])
        #expect(try codes([event(.lateGoods(orders: [1], release: 3000))]) == [.alreadyDone])
    }

    @Test func `events that cannot be true`() throws {
        let breakdown = event(.breakdown(vehicle: 2, place: nil, load: .transfer, fetchBy: nil))
        #expect(
            try codes([breakdown, event(.vehicleLate(vehicle: 2, by: 1), called: "f")]) == [.contradiction]
        )
        #expect(try codes([event(.lateGoods(orders: [3], release: 9000))]) == [.contradiction])
        #expect(try codes([event(.customerClosed(order: 3, reopens: [0, 100]))]) == [.contradiction])
        let known = UrgentOrder(3, to: .index(1))
        #expect(try codes([event(.urgentOrder(known))]) == [.duplicate])
        let nowhere = UrgentOrder(9, to: .point(Coordinate(longitude: 1, latitude: 1)))
        #expect(try codes([event(.urgentOrder(nowhere))]) == [.place])
    }

    /// Codes and places of a whole document that is refused at `now`, after which the day must be as it was.
    private func refusal(_ events: [DayEvent], at now: Seconds) throws -> [String] {
        var day = try FourStops().day()
        day.advance(to: 1000)
        let before = day
        var document = EventDocument()
        document.events = events
        do {
            day = try day.after(document, at: now)
            Issue.record("the events were taken")
        } catch {
            #expect(day == before)
            #expect(error.description.hasSuffix("\nthe plan is unchanged"))
            return error.issues.map { "\($0.code.rawValue) \($0.pointer)" }
        }
        return []
    }

    @Test func `a file whose events are out of order, to come, too late or named twice is told all of it`()
        throws
    {
        func late(_ id: Identifier, at time: Seconds, _ place: Int) -> DayEvent {
            DayEvent(id, at: time, .vehicleLate(vehicle: 2, by: 1), pointer: "/events/\(place)")
        }
        let wrong = [
            late("a", at: 1400, 0), late("b", at: 1300, 1), late("a", at: 1450, 2), late("d", at: 900, 3),
            late("c", at: 2000, 4),
        ]
        // The plan stands at 1000 and the rerun is for 1500.
        let expected = ["R112 /events/1", "R111 /events/2", "R114 /events/3", "R113 /events/4"]
        #expect(try refusal(wrong, at: 1500) == expected)
        #expect(try refusal([], at: 999) == ["R102 "])
    }

    @Test func `what is wrong with a later event leaves the earlier ones without effect`() throws {
        let events = [
            DayEvent("a", at: 1100, .vehicleLate(vehicle: 2, by: 600), pointer: "/events/0"),
            DayEvent("b", at: 1200, .vehicleLate(vehicle: 7, by: 600), pointer: "/events/1"),
        ]
        #expect(try refusal(events, at: 1500) == ["R110 /events/1"])
    }

    @Test func `a vehicle without a start cannot be followed`() {
        let four = FourStops { $0.vehicles[1].start = nil }
        let error = #expect(throws: RerunError.self) { try four.day() }
        #expect(error?.issues.map(\.code) == [.noStart])
    }

    @Test(arguments: RerunIssue.Code.allCases)
    func `every code is listed`(code: RerunIssue.Code) throws {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let page = try String(contentsOf: root.appendingPathComponent("Docs/errors.md"), encoding: .utf8)
        #expect(page.contains("| \(code.rawValue) |"))
    }

    @Test func `an error names the place, the fault, the remedy and the code`() throws {
        var day = try FourStops().day()
        let error = #expect(throws: RerunError.self) {
            try day.apply(event(.customerClosed(order: 1, reopens: nil)))
        }
        let expected = """
            /events/9: order 1 was served by vehicle 1 at 00:16; leave it out, since what is done stays done (R115)
            the plan is unchanged
            """
        #expect(error?.description == expected)
    }
}
