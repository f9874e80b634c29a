import Foundation

@testable import CarrierPool

/// Monday, 7 September 2026, 00:00 UTC, from which the records of these tests count.
let monday = Date(timeIntervalSince1970: 1_788_739_200)

/// A moment so many minutes after that midnight.
func at(minute: Double) -> Date { monday.addingTimeInterval(minute * 60) }

/// A window between two minutes after that midnight.
func window(_ opens: Double, _ closes: Double) -> DeliveryRecord.Window {
    DeliveryRecord.Window(opens: at(minute: opens), closes: at(minute: closes))
}

/// One delivery of one line of ten, promised from 8:00 (minute 480) to 9:00.
func delivery(
    _ order: String = "order",
    arrival: Double?,
    lines: [DeliveryRecord.Line] = [.init(ordered: 10, delivered: 10)],
    cause: Attribution? = nil
) -> DeliveryRecord {
    DeliveryRecord(
        order: order,
        carrier: "Arrow",
        lane: "north",
        promised: window(480, 540),
        arrival: arrival.map { at(minute: $0) },
        lines: lines,
        attribution: cause
    )
}

/// One offer at midnight with an hour to answer, for a pickup two days later.
func tender(
    _ load: String = "load",
    answer: TenderRecord.Answer,
    rank: Int = 1,
    cancelled: Date? = nil
) -> TenderRecord {
    TenderRecord(
        load: load,
        carrier: "Arrow",
        lane: "north",
        offered: monday,
        deadline: at(minute: 60),
        rank: rank,
        answer: answer,
        cancelled: cancelled,
        pickup: at(minute: 2_880)
    )
}

/// One monitored trip of eight hours without incident, to be picked up by 6:00 (minute 360).
func trip(
    _ name: String = "trip",
    pickup: Double? = 350,
    excursions: Int = 0,
    covered: Double = 480,
    gap: Double = 5,
    uploaded: Double? = 900
) -> TripRecord {
    TripRecord(
        trip: name,
        carrier: "Arrow",
        lane: "north",
        pickupBy: at(minute: 360),
        pickupArrival: pickup.map { at(minute: $0) },
        delivered: at(minute: 840),
        hours: 8,
        temperature: .init(
            excursions: excursions,
            degreeMinutes: Double(excursions) * 30,
            coveredMinutes: covered,
            requiredMinutes: 480,
            longestGapMinutes: gap,
            uploaded: uploaded.map { at(minute: $0) }
        )
    )
}

/// What a figure counts over some records, without fading, a week later.
func count(_ definition: KPIDefinition, _ fill: (inout CarrierHistory) -> Void) -> KPIMeasurement {
    var history = CarrierHistory()
    fill(&history)
    let now = at(minute: 10_080)
    return KPIMeasurement(
        definition: definition,
        trials: definition.trials(in: history, at: now),
        at: now,
        forgetting: .never
    )
}
