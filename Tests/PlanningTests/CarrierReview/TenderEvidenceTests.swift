import CarrierPool
import Foundation
import Testing

@testable import Planning

@Suite struct `Evidence for tenders` {
    /// Monday, 6 July 2026, 00:00 UTC.
    private let start = Date(timeIntervalSince1970: 1_783_296_000)

    private func delivery(_ order: String, day: Double, lateMinutes: Double) -> DeliveryRecord {
        let closes = start.addingTimeInterval(day * 86_400 + 36_000)
        return DeliveryRecord(
            order: order,
            carrier: "ARROW",
            lane: "north",
            promised: .init(opens: closes.addingTimeInterval(-7_200), closes: closes),
            arrival: closes.addingTimeInterval(lateMinutes * 60),
            lines: [.init(ordered: 1, delivered: 1)]
        )
    }

    @Test func `the customer's tolerance decides, and other days do not count`() throws {
        var history = CarrierHistory()
        history.deliveries = [
            delivery("a", day: 0, lateMinutes: -5), delivery("b", day: 1, lateMinutes: 10),
            delivery("c", day: 2, lateMinutes: 20), delivery("d", day: 9, lateMinutes: 90),
        ]
        let period = try #require(ReviewPeriod("2026-07-06..2026-07-12", timeZone: .gmt))
        let strict = TenderEvidence(history, period: period, onTime: .standard(.onTimeDelivery))
        #expect(strict.total.onTime == Tally(1, of: 3))
        #expect(strict.late.map(\.subject) == ["b", "c"])
        let lenient = TenderEvidence(
            history,
            period: period,
            onTime: try KPIDefinition(.onTimeDelivery, lateTolerance: 900)
        )
        #expect(lenient.total.onTime == Tally(2, of: 3))
    }

    @Test func `a record is complete by minutes and by its longest gap`() throws {
        func trip(_ name: String, covered: Double, gap: Double) -> TripRecord {
            TripRecord(
                trip: name,
                carrier: "ARROW",
                lane: "north",
                pickupBy: start,
                pickupArrival: start,
                delivered: start.addingTimeInterval(36_000),
                hours: 10,
                temperature: .init(
                    excursions: 0,
                    degreeMinutes: 0,
                    coveredMinutes: covered,
                    requiredMinutes: 600,
                    longestGapMinutes: gap,
                    uploaded: nil
                )
            )
        }
        var history = CarrierHistory()
        // 600 · 0.995 is 597: complete from there on, unless a gap is longer than 15 minutes.
        history.trips = [
            trip("whole", covered: 600, gap: 2), trip("just", covered: 597, gap: 3),
            trip("short", covered: 596, gap: 4), trip("gap", covered: 598, gap: 16),
        ]
        let period = try #require(ReviewPeriod("2026-07", timeZone: .gmt))
        let evidence = TenderEvidence(history, period: period, onTime: .standard(.onTimeDelivery))
        #expect(evidence.total.completeRecords == Tally(2, of: 4))
        #expect(evidence.total.coveredMinutes == Tally(2_391, of: 2_400))
        #expect(evidence.total.monitoredHours == 40)
        #expect(evidence.carriers.map(\.carrier) == ["ARROW"])
    }
}
