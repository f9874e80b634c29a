import CarrierPool
import Foundation
import Interchange
import Testing

@testable import Planning

/// Monday, 6 April 2026, 00:00 UTC.
private let monday = Date(timeIntervalSince1970: 1_775_433_600)

private func history(
    _ carriers: [CarrierTruth],
    seed: UInt64 = 1,
    weeks: Int = 13
) -> CarrierHistoryFolder {
    CarrierHistoryGenerator(
        carriers: carriers,
        seed: seed,
        start: monday,
        weeks: weeks,
        dropsPerTrip: 2...3
    ).run()
}

private func review(_ folder: CarrierHistoryFolder, _ period: ReviewPeriod? = nil) throws -> CarrierReview {
    let records = CarrierHistory(folder)
    let span = try #require(records.span)
    return CarrierReview(
        of: ReviewedCarrier.all(in: folder, records),
        in: records,
        period: period ?? ReviewPeriod(from: span.first, through: span.last, timeZone: .gmt),
        rule: try .medical()
    )
}

private func carrier(_ code: String, loads: Double = 6, onTime: Double = 0.95) -> CarrierTruth {
    var truth = CarrierTruth(code: code, serviceClass: "van", loadsPerWeek: loads)
    truth.onTimeDelivery = onTime
    return truth
}

@Suite struct `Review of carriers` {
    @Test func `carriers with the same true rates are listed by name and nobody is preferred`() throws {
        // All rates equal, short records: whatever the draw shows is chance.
        let codes = ["ZEBRA", "ARROW", "MULE"]
        let seeds: ClosedRange<UInt64> = 1...20
        let apart = try seeds.filter { seed in
            let found = try review(history(codes.map { carrier($0, loads: 3) }, seed: seed, weeks: 6))
            let group = try #require(found.classes.first)
            if !group.canBeToldApart {
                #expect(group.carriers.map(\.carrier.code) == ["ARROW", "MULE", "ZEBRA"])
            }
            return group.canBeToldApart
        }
        // Chance alone separates some: with six figures a pair 0.8 apart is no rarity, but it must not be the rule.
        #expect(apart.count <= 10, "\(apart.count) of 20")
    }

    @Test func `a carrier that is truly worse ends below and is told apart`() throws {
        var bad = carrier("BAD", loads: 12, onTime: 0.7)
        bad.recordCompleteness = 0.6
        let found = try review(history([bad, carrier("GOOD", loads: 12, onTime: 0.98)], weeks: 20))
        let group = try #require(found.classes.first)
        #expect(group.canBeToldApart)
        #expect(group.carriers.map(\.carrier.code) == ["GOOD", "BAD"])
        #expect(group.carriers.map(\.ranks) == [1...1, 2...2])
    }

    @Test func `a late stop that the plan predicted is talked about as our own fault`() throws {
        var folder = history([carrier("ARROW")])
        folder.stops = Array(folder.stops.prefix(20))
        for index in folder.stops.indices {
            let closes = try #require(folder.stops[index].promised).upperBound
            folder.stops[index].arrival = closes.addingTimeInterval(index < 3 ? 600 : -600)
            folder.stops[index].planned = closes.addingTimeInterval(index < 3 ? 300 : -600)
            folder.stops[index].blame = nil
        }
        let standing = try #require(try review(folder).classes.first?.carriers.first)
        #expect(standing.predictedByPlan == 3)
        #expect(standing.topics.contains(.ownFault(count: 3)))
        // None of the 17 deliveries that count against the carrier was late.
        #expect(standing.worstLanes.isEmpty)
        let onTime = try #require(standing.measurements.first { $0.definition.kpi == .onTimeDelivery })
        #expect(onTime.attributable.misses == 0)
        #expect(onTime.allCauses.misses > 0)
    }

    @Test func `a change for the worse shows in the charts, and its first alarm on the agenda`() throws {
        var worse = carrier("WORSE", loads: 15, onTime: 0.97)
        worse.drift = CarrierTruth.Drift(weeks: 6, onTimeDelivery: 0.75)
        let quarter = try #require(ReviewPeriod("2026-07-01..2026-09-20", timeZone: .gmt))
        var falseAlarms = 0
        for seed in 1...5 as ClosedRange<UInt64> {
            let folder = history([worse, carrier("STEADY", loads: 15, onTime: 0.97)], seed: seed, weeks: 24)
            let group = try #require(try review(folder, quarter).classes.first)
            func alarms(_ code: String) -> [Date] {
                group.carriers.filter { $0.carrier.code == code }.flatMap(\.charts)
                    .filter { $0.kind == .smoothedLate }.flatMap(\.alarms).map(\.moment)
            }
            // The change begins after 18 of 24 weeks; a point stands at the end of its week.
            #expect(alarms("WORSE").contains { $0 <= monday.addingTimeInterval(20 * 7 * 86_400) })
            if !alarms("STEADY").isEmpty { falseAlarms += 1 }
        }
        #expect(falseAlarms <= 2, "\(falseAlarms) of 5 steady carriers")
    }

    @Test func `a gate caps the tier and leads the agenda`() throws {
        var expired = carrier("FAST", loads: 10, onTime: 0.999)
        expired.hasExpiredQualification = true
        let folder = history([expired, carrier("SLOW", loads: 10)])
        let standing = try #require(
            try review(folder).classes.first?.carriers.first { $0.carrier.code == "FAST" }
        )
        let gate = try #require(standing.scorecard.gates.first { $0.gate == .expiredQualification })
        #expect(gate.trips.count == 1)
        #expect(standing.decision.tier ?? .a <= .c)
        guard case .gate = standing.topics.first else {
            Issue.record("the agenda begins with \(String(describing: standing.topics.first))")
            return
        }
    }

    @Test func `files read back are the history that was written`() throws {
        let drawn = history([carrier("ARROW"), carrier("MULE")], weeks: 4)
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("history-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for file in CarrierHistoryTables(drawn).files {
            try Data(file.text.utf8).write(to: folder.appendingPathComponent(file.name))
        }
        let read = try CarrierHistoryReader.read(folder.path)
        #expect(read.rejects.isEmpty && read.warnings.isEmpty)
        #expect(read.tenders == drawn.tenders)
        #expect(read.trips == drawn.trips)
        #expect(read.stops == drawn.stops)
        #expect(read.claims == drawn.claims)
        #expect(read.invoices == drawn.invoices)
        #expect(read.carriers == drawn.carriers)
    }
}

@Suite struct `Period of a review` {
    @Test(arguments: [
        ("2026", "2026-01-01", "2026-12-31"), ("2026-Q3", "2026-07-01", "2026-09-30"),
        ("2026-q1", "2026-01-01", "2026-03-31"), ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-07-01..2026-09-15", "2026-07-01", "2026-09-15"),
    ])
    func `a period runs from the first day through the last`(text: String, first: String, last: String) throws
    {
        let zone = try #require(TimeZone(identifier: "Europe/London"))
        let period = try #require(ReviewPeriod(text, timeZone: zone))
        let dates = ReviewDates(zone)
        #expect(dates.minute(period.start) == "\(first) 00:00")
        #expect(dates.day(period.end.addingTimeInterval(-1)) == last)
        #expect(dates.minute(period.end).hasSuffix("00:00"))
    }

    @Test(arguments: [
        "2026-Q5", "2026-13", "26", "2026-02-30..2026-03-01", "2026-03-02..2026-03-01", "Q3", "",
    ])
    func `anything else is refused`(text: String) {
        #expect(ReviewPeriod(text, timeZone: .gmt) == nil)
    }

    @Test func `the period before a quarter is the quarter before`() throws {
        let period = try #require(ReviewPeriod("2026-Q1", timeZone: .gmt)?.previous)
        #expect(ReviewDates(.gmt).day(period.start) == "2025-10-01")
        #expect(ReviewPeriod("2026-07-01..2026-09-15", timeZone: .gmt)?.previous == nil)
    }
}
