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
