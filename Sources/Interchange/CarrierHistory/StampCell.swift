import Foundation

/// A moment as people write it: date and wall-clock time, or with `Z` or an offset.
enum StampCell {
    /// Reads `2026-07-02 09:15`, `2026-07-02T09:15:00Z`, `02.07.2026 9:15`, or a date alone, which is its midnight.
    static func read(_ text: String, in timeZone: TimeZone) -> Result<Date, ClockCell.ClockProblem> {
        let parts = text.split(maxSplits: 1, whereSeparator: { $0 == " " || $0 == "T" || $0 == "\n" })
        guard let first = parts.first else { return .failure(.notATime) }
        let date: CalendarDate
        switch ClockCell.date(first, order: nil) {
        case .failure(let problem): return .failure(problem)
        case .success(let found): date = found
        }
        guard parts.count == 2 else { return .success(wall(0, on: date, in: timeZone)) }
        let (clock, offset) = ClockCell.splitOffset(parts[1])
        guard let seconds = ClockCell.time(clock) else { return .failure(.notATime) }
        if let offset {
            return .success(Date(timeIntervalSince1970: Double(date.dayNumber * 86_400 + seconds - offset)))
        }
        return .success(wall(seconds, on: date, in: timeZone))
    }

    /// The moment when the wall shows `seconds` after midnight; where clocks are put forward, the moment after the gap.
    private static func wall(_ seconds: Int, on date: CalendarDate, in timeZone: TimeZone) -> Date {
        let local = date.dayNumber * 86_400 + seconds
        var offset = timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(local)))
        offset = timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(local - offset)))
        return Date(timeIntervalSince1970: Double(local - offset))
    }
}
