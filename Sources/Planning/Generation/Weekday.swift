/// A day of the week, and the date it belongs to.
enum Weekday: Int, CaseIterable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    var name: String { "\(self)" }
}

/// A date of the Gregorian calendar.
public struct CalendarDate: Hashable, Sendable, CustomStringConvertible {
    /// The year, 1583 … 9999.
    public let year: Int
    /// 1 … 12.
    public let month: Int
    /// 1 … 31, as far as the month goes.
    public let day: Int

    /// A date that is known to exist.
    init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The date written as `2026-03-02`; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.count) == [4, 2, 2],
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            year >= 1583, (1...12).contains(month),
            (1...Self.days(inMonth: month, of: year)).contains(day)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The date written as `2026-03-02`.
    public var description: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: width - digits.count) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// By the congruence of Zeller (Acta Mathematica 9, 1887): January and February count as months 13 and 14 of the year before.
    var weekday: Weekday {
        let (month, year) = month < 3 ? (month + 12, year - 1) : (month, year)
        let fromSaturday = (day + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400) % 7
        return Weekday.allCases[(fromSaturday + 5) % 7]
    }

    /// The day before.
    var before: CalendarDate {
        if day > 1 { return CalendarDate(year: year, month: month, day: day - 1) }
        let (lastMonth, itsYear) = month > 1 ? (month - 1, year) : (12, year - 1)
        return CalendarDate(
            year: itsYear,
            month: lastMonth,
            day: Self.days(inMonth: lastMonth, of: itsYear)
        )
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
