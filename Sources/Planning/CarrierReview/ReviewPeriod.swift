public import Foundation

/// The stretch of time a review looks at, `start` included and `end` not.
public struct ReviewPeriod: Hashable, Sendable {
    /// What people call it: `2026-Q3`, or the first and last day.
    public let name: String
    /// The name as papers print it: `2026-07-01 – 2026-09-15`.
    var title: String { name.replacing("..", with: " – ") }
    /// Its first moment.
    public let start: Date
    /// The first moment after it, later than `start`.
    public let end: Date
    /// How many calendar months it has; nil when it is not made of whole months.
    private let months: Int?
    private let timeZone: TimeZone

    /// Reads `2026`, `2026-Q3`, `2026-09` or `2026-07-01..2026-09-15` (both days included); nil for anything else.
    public init?(_ text: String, timeZone: TimeZone) {
        let calendar = Self.calendar(timeZone)
        let ends = text.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
        if ends.count == 2 {
            guard let first = Self.day(ends[0], calendar), let last = Self.day(ends[1], calendar),
                let end = calendar.date(byAdding: .day, value: 1, to: last), first < end
            else { return nil }
            self.init(name: text, start: first, end: end, months: nil, timeZone: timeZone)
            return
        }
        guard let (year, month, months) = Self.months(text),
            let start = calendar.date(from: DateComponents(year: year, month: month, day: 1)),
            let end = calendar.date(byAdding: .month, value: months, to: start)
        else { return nil }
        self.init(name: text, start: start, end: end, months: months, timeZone: timeZone)
    }

    /// The days from the one that holds `first` to the one that holds `last`, both included.
    public init(from first: Date, through last: Date, timeZone: TimeZone) {
        precondition(first <= last)
        let calendar = Self.calendar(timeZone)
        let start = calendar.startOfDay(for: first)
        let lastDay = calendar.startOfDay(for: last)
        let end = calendar.date(byAdding: .day, value: 1, to: lastDay) ?? lastDay.addingTimeInterval(86_400)
        let name = [start, lastDay].map { ReviewDates(timeZone).day($0) }.joined(separator: "..")
        self.init(name: name, start: start, end: end, months: nil, timeZone: timeZone)
    }

    private init(name: String, start: Date, end: Date, months: Int?, timeZone: TimeZone) {
        self.name = name
        self.start = start
        self.end = end
        self.months = months
        self.timeZone = timeZone
    }

    /// The period of the same length before this one; nil when it is not made of whole months.
    var previous: ReviewPeriod? {
        guard let months,
            let earlier = Self.calendar(timeZone).date(byAdding: .month, value: -months, to: start)
        else { return nil }
        let name = ReviewDates(timeZone).day(earlier)
        return ReviewPeriod(name: name, start: earlier, end: start, months: months, timeZone: timeZone)
    }

    /// Whether the moment lies in it.
    public func contains(_ moment: Date) -> Bool { start <= moment && moment < end }

    /// The bounds of periods of `days` that end with this one and begin at `start` or up to one such period before it.
    func bounds(everyDays days: Int) -> [Date] {
        let calendar = Self.calendar(timeZone)
        var bounds = [end]
        while let last = bounds.last, last > start {
            guard let next = calendar.date(byAdding: .day, value: -days, to: last) else { break }
            bounds.append(next)
        }
        return bounds.reversed()
    }

    private static func calendar(_ timeZone: TimeZone) -> Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        return calendar
    }

    private static func day(_ text: String, _ calendar: Calendar) -> Date? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
            return nil
        }
        let components = DateComponents(year: year, month: month, day: day)
        // The calendar would read 31 June as 1 July.
        guard let date = calendar.date(from: components),
            calendar.dateComponents([.year, .month, .day], from: date) == components
        else { return nil }
        return date
    }

    /// First month and number of months.
    private static func months(_ text: String) -> (year: Int, month: Int, months: Int)? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let year = Int(parts[0]), (1970...2200).contains(year) else { return nil }
        switch parts.count {
        case 1: return (year, 1, 12)
        case 2:
            if parts[1].uppercased().hasPrefix("Q") {
                guard let quarter = Int(parts[1].dropFirst()), (1...4).contains(quarter) else { return nil }
                return (year, 3 * quarter - 2, 3)
            }
            guard let month = Int(parts[1]), (1...12).contains(month) else { return nil }
            return (year, month, 1)
        default: return nil
        }
    }
}

/// Writes moments as the shipper's calendar and clock show them.
struct ReviewDates: Sendable {
    private let calendar: Calendar

    init(_ timeZone: TimeZone) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        self.calendar = calendar
    }

    /// `2026-09-07`.
    func day(_ moment: Date) -> String {
        let parts = calendar.dateComponents([.year, .month, .day], from: moment)
        return "\(parts.year ?? 0)-\(twoDigits(parts.month ?? 0))-\(twoDigits(parts.day ?? 0))"
    }

    /// `2026-09-07 14:05`.
    func minute(_ moment: Date) -> String {
        let parts = calendar.dateComponents([.hour, .minute], from: moment)
        return "\(day(moment)) \(twoDigits(parts.hour ?? 0)):\(twoDigits(parts.minute ?? 0))"
    }
}
