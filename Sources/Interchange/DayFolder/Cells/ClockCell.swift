import Foundation
import VehicleRouting

/// The day of a plan: which date it is, and when its second 0 is.
struct PlanDay: Hashable, Sendable {
    /// The date.
    let date: CalendarDate
    /// Unix time of second 0: twelve hours before local noon.
    ///
    /// Clocks change at night, so counting back from noon keeps the working day right on those days too.
    let epoch: Int
    /// How a date such as `03/02/2026` is to be read; nil when the mapping does not say.
    var dateOrder: ColumnMapping.DateOrder?

    init(date: CalendarDate, timeZone: TimeZone) {
        self.date = date
        let noon = date.dayNumber * 86_400 + 43_200
        var offset = timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(noon)))
        offset = timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(noon - offset)))
        epoch = noon - offset - 43_200
    }
}

/// A date of the Gregorian calendar.
struct CalendarDate: Hashable, Sendable {
    var year: Int
    var month: Int
    var day: Int

    /// The date, if there is one.
    init?(year: Int, month: Int, day: Int) {
        guard (1970...2200).contains(year), (1...12).contains(month) else { return nil }
        let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...lengths[month - 1]).contains(day) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// The date written `2026-03-02`.
    init?(iso text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count <= 2, parts[2].count <= 2,
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Days since 1 January 1970 (Howard Hinnant's `days_from_civil`: years begin in March).
    var dayNumber: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Monday is 0.
    var weekday: Int { (dayNumber + 3) % 7 }
}

extension CalendarDate: CustomStringConvertible {
    var description: String {
        let month = month < 10 ? "0\(month)" : "\(month)"
        return "\(year)-\(month)-" + (day < 10 ? "0\(day)" : "\(day)")
    }
}

/// A point in time as people write it, with or without a date.
enum ClockCell {
    /// Reads a time relative to the day of the plan.
    static func read(_ text: String, on day: PlanDay) -> Result<Seconds, ClockProblem> {
        let parts = text.split(maxSplits: 1, whereSeparator: { $0 == " " || $0 == "T" || $0 == "\n" })
        guard parts.count == 2, parts[0].contains(where: { $0 == "-" || $0 == "." || $0 == "/" }),
            parts[0].first != "+"
        else {
            return time(text).map { .success($0) } ?? .failure(.notATime)
        }
        switch date(parts[0], order: day.dateOrder) {
        case .failure(let problem): return .failure(problem)
        case .success(let date):
            let (clock, offset) = splitOffset(parts[1])
            guard let seconds = time(clock) else { return .failure(.notATime) }
            let result =
                offset.map { date.dayNumber * 86_400 + seconds - $0 - day.epoch }
                ?? (date.dayNumber - day.date.dayNumber) * 86_400 + seconds
            return (-86_400...2 * 86_400).contains(result) ? .success(result) : .failure(.otherDay)
        }
    }

    enum ClockProblem: Error {
        case notATime, otherDay, ambiguousDate
    }

    /// Seconds since midnight of `9:00`, `09.00`, `9h30`, `0900`, `5:30 pm`, `25:30`, `+1 01:30` or `0.375`.
    static func time(_ text: some StringProtocol) -> Seconds? {
        var scanner = ClockScanner(text)
        guard let time = scanner.time(), scanner.isAtEnd else { return fractionOfDay(String(text)) }
        return time.seconds
    }

    /// Excel's time: the part of the day that has passed, with at least three decimals.
    private static func fractionOfDay(_ text: String) -> Seconds? {
        let parts = text.split(whereSeparator: { $0 == "." || $0 == "," })
        guard parts.count == 2, parts[0] == "0", parts[1].count >= 3, parts[1].allSatisfy(\.isASCIIDigit),
            let fraction = Double("0." + parts[1])
        else { return nil }
        return Int((fraction * 86_400).rounded())
    }

    static func date(
        _ text: Substring,
        order: ColumnMapping.DateOrder?
    ) -> Result<CalendarDate, ClockProblem> {
        if let date = CalendarDate(iso: text) { return .success(date) }
        let separator: Character = text.contains("/") ? "/" : "."
        let numbers = text.split(separator: separator).compactMap { Int($0) }
        guard numbers.count == 3 else { return .failure(.notATime) }
        let year = { (number: Int) in number < 100 ? number + 2000 : number }
        let readings: [ColumnMapping.DateOrder: CalendarDate?] = [
            .dmy: CalendarDate(year: year(numbers[2]), month: numbers[1], day: numbers[0]),
            .mdy: CalendarDate(year: year(numbers[2]), month: numbers[0], day: numbers[1]),
            .ymd: CalendarDate(year: year(numbers[0]), month: numbers[1], day: numbers[2]),
        ]
        // Dots are written day first wherever they are written; a year of four digits in front settles itself.
        let settled = order ?? (numbers[0] > 31 ? .ymd : separator == "." && numbers[2] > 99 ? .dmy : nil)
        if let settled { return readings[settled].flatMap { $0 }.map { .success($0) } ?? .failure(.notATime) }
        let possible = Set(readings.values.compactMap { $0 })
        guard let only = possible.first else { return .failure(.notATime) }
        return possible.count == 1 ? .success(only) : .failure(.ambiguousDate)
    }

    /// Takes `Z` or `+01:00` from the end of a time; the offset is in seconds east of Greenwich.
    static func splitOffset(_ text: Substring) -> (clock: Substring, offset: Int?) {
        if text.hasSuffix("Z") || text.hasSuffix("z") { return (text.dropLast(), 0) }
        guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }), sign > text.startIndex,
            let offset = time(text[text.index(after: sign)...])
        else { return (text, nil) }
        return (text[..<sign], text[sign] == "+" ? offset : -offset)
    }
}
