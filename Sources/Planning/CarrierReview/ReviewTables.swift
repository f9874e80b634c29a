import CarrierPool
import Foundation

/// The review as CSV for spreadsheets: numbers bare, shares between 0 and 1.
enum ReviewTables {
    /// One row a figure of one carrier's score.
    static func scorecard(_ standing: CarrierStanding) -> String {
        var table = CSVText(header: [
            "carrier", "figure", "weight", "trials", "met", "trials_own", "met_own", "estimate", "low_90",
            "high_90", "points",
        ])
        let counts = Dictionary(uniqueKeysWithValues: standing.measurements.map { ($0.definition.kpi, $0) })
        for line in standing.scorecard.lines {
            let seen = counts[line.definition.kpi]
            var interval: Interval?
            if case .share(let distribution) = line.evidence { interval = distribution.interval() }
            table.append([
                .text(standing.carrier.code), .plain(line.definition.kpi.rawValue), number(line.weight),
                number(seen?.allCauses.trials), number(seen?.allCauses.count),
                number(seen?.attributable.trials), number(seen?.attributable.count),
                number(line.evidence?.mean), number(interval?.lower), number(interval?.upper),
                number(line.points),
            ])
        }
        return table.text
    }

    /// One row a carrier.
    static func comparison(_ review: CarrierReview) -> String {
        var table = CSVText(header: [
            "service_class", "carrier", "name", "score", "low_90", "high_90", "tier", "best_rank",
            "worst_rank", "can_be_told_apart", "gates",
        ])
        for group in review.classes {
            for standing in group.carriers {
                let interval = standing.scorecard.interval()
                table.append([
                    .text(group.name), .text(standing.carrier.code), .text(standing.carrier.name),
                    number(standing.scorecard.score), number(interval?.lower), number(interval?.upper),
                    .plain(standing.decision.tier?.rawValue ?? ""),
                    .plain(standing.ranks.map { "\($0.lowerBound)" } ?? ""),
                    .plain(standing.ranks.map { "\($0.upperBound)" } ?? ""),
                    .plain(group.canBeToldApart ? "yes" : "no"),
                    .plain(standing.scorecard.gates.map(\.gate.rawValue).joined(separator: "|")),
                ])
            }
        }
        return table.text
    }

    /// One row a carrier and one for all together, whose carrier is empty.
    static func evidence(_ evidence: TenderEvidence) -> String {
        var table = CSVText(header: [
            "carrier", "deliveries", "on_time", "on_time_share", "on_time_low_95", "on_time_high_95",
            "on_time_share_own", "excluded", "trips", "monitored", "complete_records", "complete_share",
            "minutes_required", "minutes_covered", "trips_with_excursion", "monitored_hours",
        ])
        for figures in evidence.carriers + [evidence.total] {
            let interval = figures.onTime.wilsonInterval()
            table.append([
                .text(figures.carrier), number(figures.onTime.trials), number(figures.onTime.count),
                number(figures.onTime.rate), number(interval?.lower), number(interval?.upper),
                number(figures.onTimeAttributable.rate), .plain("\(figures.excludedDeliveries)"),
                number(figures.monitored.trials), number(figures.monitored.count),
                number(figures.completeRecords.count), number(figures.completeRecords.rate),
                number(figures.coveredMinutes.trials), number(figures.coveredMinutes.count),
                number(figures.excursionTrips.count), number(figures.monitoredHours),
            ])
        }
        return table.text
    }

    /// At most five decimals, none where they would be zeros.
    private static func number(_ value: Double?) -> CSVText.Cell {
        guard let value else { return .plain("") }
        let rounded = (value * 100_000).rounded() / 100_000
        // Above 2^53 a number has no decimals, and may not be a whole number of 64 bits either.
        guard rounded == rounded.rounded(), abs(rounded) < 0x1p53 else { return .plain("\(rounded)") }
        return .plain("\(Int(rounded))")
    }
}
