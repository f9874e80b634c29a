public import Foundation

/// A time or size, measured once.
public struct Measure: Hashable, Codable, Sendable {
    /// When.
    public var moment: Date
    /// How much, in the figure's unit: minutes, days or degree-minutes.
    public var value: Double
}

/// Many measures in a few numbers; all nil without any.
public struct MeasureSummary: Hashable, Codable, Sendable {
    /// How many were measured.
    public let count: Int
    /// Their mean.
    public let mean: Double?
    private let sorted: [Double]

    /// Sums up values in any order.
    public init(_ values: [Double]) {
        sorted = values.sorted()
        count = values.count
        mean = values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }

    /// The middle value.
    public var median: Double? { percentile(50) }

    /// The value that this share of the measures, in per cent, does not exceed; between two measures by straight line.
    ///
    /// Type 7 of Hyndman and Fan, *The American Statistician* 50 (1996), 361–365: what spreadsheets call inclusive.
    public func percentile(_ percent: Double) -> Double? {
        precondition((0...100).contains(percent))
        guard !sorted.isEmpty else { return nil }
        let place = percent / 100 * Double(sorted.count - 1)
        let low = Int(place)
        let high = min(low + 1, sorted.count - 1)
        return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
    }
}

extension KPIDefinition {
    /// The measures behind a figure of kind `measure`; empty for other kinds.
    ///
    /// - Parameter office: Counts response times in the carrier's office hours; nil counts all time.
    public func measures(in history: CarrierHistory, office: OfficeHours? = nil) -> [Measure] {
        switch kpi {
        case .lateness:
            history.deliveries.compactMap { delivery in
                guard !delivery.isCancelledByCustomer, let window = window(of: delivery),
                    let moment = happened(delivery)
                else { return nil }
                let late = moment.timeIntervalSince(window.closes) / 60
                return Measure(moment: window.closes, value: max(late, 0))
            }
        case .responseTime:
            history.tenders.compactMap { tender in
                tender.answered.map { answered in
                    let total = answered.timeIntervalSince(tender.offered)
                    let seconds = office?.seconds(from: tender.offered, to: answered) ?? total
                    return Measure(moment: tender.offered, value: seconds / 60)
                }
            }
        case .excursionSeverity:
            history.trips.compactMap { trip in
                trip.temperature.map {
                    let weight = classWeights[trip.temperatureClass] ?? 1
                    return Measure(moment: trip.delivered ?? trip.pickupBy, value: weight * $0.degreeMinutes)
                }
            }
        case .claimClosure:
            history.claims.compactMap { claim in
                claim.closed.map {
                    Measure(moment: claim.opened, value: $0.timeIntervalSince(claim.opened) / 86_400)
                }
            }
        default: []
        }
    }
}
