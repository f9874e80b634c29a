import Interchange

/// When a site takes goods on one day, in minutes from midnight, sorted; empty when it is closed.
typealias DayHours = [ClosedRange<Int>]

/// The text of a time of day in minutes: `9:05` is `09:05`, 25:30 stays past midnight.
func clock(_ minutes: Int) -> String {
    let hours = minutes / 60
    let rest = minutes % 60
    return (hours < 10 ? "0" : "") + "\(hours):" + (rest < 10 ? "0" : "") + "\(rest)"
}

/// The text of opening hours: `09:00-13:00 14:00-18:00`.
func hoursText(_ hours: DayHours) -> String {
    hours.map { "\(clock($0.lowerBound))-\(clock($0.upperBound))" }.joined(separator: " ")
}

extension [ClosedRange<Int>] {
    /// Opening hours read from a text such as `09:00-13:00 14:00-18:00`, past midnight if they end before they begin;
    /// nil for anything else.
    init?(text: String) {
        self = []
        for interval in text.split(separator: " ") {
            let ends = interval.split(separator: "-").map { Self.minutes($0) }
            guard ends.count == 2, let start = ends[0], let end = ends[1], start != end else { return nil }
            append(start...(end < start ? end + 24 * 60 : end))
        }
    }

    private static func minutes(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":").map { Int($0) }
        guard parts.count == 2, let hours = parts[0], let minutes = parts[1] else { return nil }
        return 60 * hours + minutes
    }
}
