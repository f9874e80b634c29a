public import Foundation

/// When a carrier's office answers, for response times that do not count the night.
public struct OfficeHours: Hashable, Codable, Sendable {
    /// Opening time, in minutes after local midnight.
    public var opens: Int
    /// Closing time, in minutes after local midnight, after `opens` and at most 1440.
    public var closes: Int
    /// The days it is open, 1 for Sunday to 7 for Saturday, as in Foundation's calendar.
    public var weekdays: Set<Int>
    /// The office's time zone, an IANA name.
    public var timeZone: TimeZone

    /// Office hours, Monday to Friday unless told otherwise.
    public init(opens: Int, closes: Int, weekdays: Set<Int> = [2, 3, 4, 5, 6], timeZone: TimeZone) {
        precondition(0 <= opens && opens < closes && closes <= 1_440)
        self.opens = opens
        self.closes = closes
        self.weekdays = weekdays
        self.timeZone = timeZone
    }

    /// Seconds of open office between two moments; 0 when `end` is not after `start`.
    public func seconds(from start: Date, to end: Date) -> Double {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        var day = calendar.startOfDay(for: start)
        var sum = 0.0
        while day < end {
            // A day later by the calendar, not by 24 hours: clocks change.
            guard let next = calendar.date(byAdding: .day, value: 1, to: day) else { break }
            if weekdays.contains(calendar.component(.weekday, from: day)) {
                let open = max(moment(opens, of: day, in: calendar), start)
                let close = min(moment(closes, of: day, in: calendar), end)
                sum += max(close.timeIntervalSince(open), 0)
            }
            day = next
        }
        return sum
    }

    private func moment(_ minutes: Int, of day: Date, in calendar: Calendar) -> Date {
        let wall = DateComponents(hour: minutes / 60, minute: minutes % 60)
        // 24:00 is the next midnight; a wall time skipped by a clock change is the first one after it.
        if minutes == 1_440 { return calendar.date(byAdding: .day, value: 1, to: day) ?? day }
        return calendar.nextDate(after: day.addingTimeInterval(-1), matching: wall, matchingPolicy: .nextTime)
            ?? day
    }
}
