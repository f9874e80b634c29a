public import CarrierPool
public import Foundation

/// A chart of one carrier's failures over time, with its limits.
public struct ControlChart: Hashable, Sendable {
    /// Which statistic is drawn.
    public enum Kind: String, Hashable, Sendable {
        /// Late deliveries, smoothed over weeks.
        case smoothedLate
        /// Late deliveries, period by period.
        case lateShare
        /// Evidence that excursions have become more frequent, trip by trip.
        case excursionEvidence
    }

    /// One point and when it was.
    public struct Point: Hashable, Sendable {
        /// The end of the period, or the delivery of the trip.
        public let moment: Date
        /// The point itself; nil for a period without trials.
        public let point: ChartPoint?
    }

    /// Which statistic is drawn.
    public let kind: Kind
    /// In the order of time.
    public let points: [Point]
    /// Days a point stands for; nil when each stands for one trip.
    public let days: Int?
    /// The failure rate when nothing is wrong, that the limits are made for.
    public let rate: Double
    /// How much wider than chance the limits are, because periods differ by more than chance explains; at least 1.
    public var excess = 1.0

    /// The points that open a case: worse than chance explains, on enough trials.
    public var alarms: [Point] {
        points.filter { $0.point?.signal == .worse && $0.point?.isSupported == true }
    }
}

extension ControlChart {
    /// Late deliveries smoothed week by week against `rate`; nil when no week had a delivery.
    static func smoothedLate(_ trials: [Trial], in period: ReviewPeriod, rate: Double) -> ControlChart? {
        let bounds = period.bounds(everyDays: 7)
        let weeks = trials.failures(betweenBounds: bounds)
        guard weeks.contains(where: { $0.trials > 0 }) else { return nil }
        let points = EWMAChart(rate: rate).points(for: weeks)
        return ControlChart(
            kind: .smoothedLate,
            points: zip(bounds.dropFirst(), zip(weeks, points)).map { end, week in
                Point(moment: end, point: week.0.trials > 0 ? week.1 : nil)
            },
            days: 7,
            rate: rate
        )
    }

    /// Late deliveries against `rate` in the shortest periods that hold enough deliveries: one, four or thirteen weeks.
    ///
    /// Where not even thirteen weeks hold enough, four weeks are drawn and their points marked as unsupported.
    static func lateShare(_ trials: [Trial], in period: ReviewPeriod, rate: Double) -> ControlChart? {
        let chart = PChart(rate: rate)
        func tallies(_ days: Int) -> (bounds: [Date], failures: [Tally]) {
            let bounds = period.bounds(everyDays: days)
            return (bounds, trials.failures(betweenBounds: bounds))
        }
        let days = [7, 28, 91].first { days in
            let used = tallies(days).failures.filter { $0.trials > 0 }.map(\.trials).sorted()
            return !used.isEmpty && used[used.count / 2] >= chart.trialsNeeded
        }
        let (bounds, failures) = tallies(days ?? 28)
        let excess = excess(of: failures)
        let points = PChart(rate: rate, width: chart.width * excess).points(for: failures)
        // One point in an empty frame is no chart.
        guard points.count(where: { $0 != nil }) > 1 else { return nil }
        return ControlChart(
            kind: .lateShare,
            points: zip(bounds.dropFirst(), points).map { Point(moment: $0, point: $1) },
            days: days ?? 28,
            rate: rate,
            excess: excess
        )
    }

    /// Trials in a period above which chance alone is so small that ordinary differences between periods, weather and
    /// season, would all be alarms; a house rule.
    private static let manyTrials = 1_000.0
    /// Periods from which on their spread can be told; a house rule.
    private static let periodsForSpread = 8

    /// How much wider than chance the limits have to be: Laney's σ_z where periods are many and large, and never below 1.
    static func excess(of failures: [Tally]) -> Double {
        let used = failures.filter { $0.trials > 0 }
        guard used.count >= periodsForSpread, used.allSatisfy({ $0.trials >= manyTrials }) else { return 1 }
        return max(LaneyChart(used)?.excess ?? 1, 1)
    }

    /// Trips between two false alarms of the excursion chart, on average: a year or two of one carrier's trips.
    private static let tripsBetweenFalseAlarms = 1_000.0
    /// A rate below this would need more trips than a carrier drives to tell it from its double.
    private static let lowestExcursionRate = 0.001

    /// The evidence, trip by trip, that the odds of an excursion have doubled against `rate`; nil without trips.
    ///
    /// After an alarm the sum starts again at 0, so that each alarm is one case.
    static func excursionEvidence(_ trials: [Trial], in period: ReviewPeriod, rate: Double) -> ControlChart? {
        let counted = trials.filter { $0.exclusion == nil && period.contains($0.moment) }
            .sorted { ($0.moment, $0.subject) < ($1.moment, $1.subject) }
        guard !counted.isEmpty else { return nil }
        let rate = max(rate, lowestExcursionRate)
        let chart = BernoulliCUSUM(rate: rate, runLength: tripsBetweenFalseAlarms)
        let points = zip(counted, chart.points(for: counted.map(\.isCarriers))).map {
            Point(moment: $0.moment, point: $1)
        }
        return ControlChart(kind: .excursionEvidence, points: points, days: nil, rate: rate)
    }
}
