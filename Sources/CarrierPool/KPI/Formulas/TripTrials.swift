import Foundation

/// The figures counted by trip: pickup, temperature, records, messages, qualifications.
extension KPIDefinition {
    /// A record is complete from this share of the required minutes on, if no gap is longer than 15 minutes (house rule).
    static var completeRecord: (share: Double, longestGapMinutes: Double) { (0.995, 15) }

    /// One trial a trip.
    func tripTrials(in history: CarrierHistory) -> [Trial] {
        history.trips.map { trip in
            let judged = judge(trip)
            return Trial(
                subject: trip.trip,
                carrier: trip.carrier,
                lane: trip.lane,
                moment: kpi == .onTimePickup ? trip.pickupBy : trip.delivered ?? trip.pickupBy,
                tally: (judged.tally ?? .none).weighted(by: classWeights[trip.temperatureClass] ?? 1),
                attribution: trip.attribution,
                exclusion: judged.tally == nil ? judged.without : nil,
                definition: self
            )
        }
    }

    /// What the trip is worth to the figure, or nil and the reason why it says nothing.
    private func judge(_ trip: TripRecord) -> (tally: Tally?, without: Trial.Exclusion) {
        switch kpi {
        case .onTimePickup:
            // Only what was picked up: a load never fetched shows in acceptance reliability.
            let tally = trip.pickupArrival.map {
                Tally.one($0 <= trip.pickupBy.addingTimeInterval(lateTolerance))
            }
            return (tally, .nothingToJudge)
        case .excursionFree:
            return (trip.temperature.map { .one($0.excursions == 0) }, .unmonitored)
        case .recordCompleteness:
            return (trip.temperature.map { .one(Self.isComplete($0)) }, .unmonitored)
        case .recordCoverage:
            return (trip.temperature.map { Tally($0.coveredMinutes, of: $0.requiredMinutes) }, .unmonitored)
        case .recordTimeliness:
            guard let temperature = trip.temperature, let delivered = trip.delivered else {
                return (nil, .unmonitored)
            }
            let latest = delivered.addingTimeInterval(allowance)
            return (.one(temperature.uploaded.map { $0 <= latest } ?? false), .unmonitored)
        case .trackingCompliance:
            return (trip.status.trials > 0 ? trip.status : nil, .nothingToJudge)
        default:
            return (.one(trip.isQualified), .nothingToJudge)
        }
    }

    private static func isComplete(_ temperature: TripRecord.Temperature) -> Bool {
        temperature.coveredMinutes >= completeRecord.share * temperature.requiredMinutes
            && temperature.longestGapMinutes <= completeRecord.longestGapMinutes
    }
}

extension CarrierHistory {
    /// Trips with excursions over monitored hours: the rare-event view of temperature.
    ///
    /// Times 1000 this is the usual rate per 1000 trip-hours.
    public var excursionCount: EventCount {
        let monitored = trips.filter { $0.temperature != nil }
        let excursions = monitored.filter { ($0.temperature?.excursions ?? 0) > 0 }.count
        return EventCount(Double(excursions), in: monitored.reduce(0) { $0 + $1.hours })
    }
}
