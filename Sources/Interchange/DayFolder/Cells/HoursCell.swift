import VehicleRouting

/// Opening hours of one day.
enum OpeningHours: Hashable, Sendable {
    case always
    case closed
    /// Sorted and apart.
    case windows([TimeWindow])

    /// Reads `09:00-12:30 13:30-17:00`, `closed`, `24h`; nil when the text is none of these.
    static func read(_ text: String) -> Result<OpeningHours, HoursProblem> {
        let word = text.lowercased().trimmed
        if closedWords.contains(word) { return .success(.closed) }
        if alwaysWords.contains(word) { return .success(.always) }
        var scanner = ClockScanner(text)
        var windows: [TimeWindow] = []
        while !scanner.isAtEnd {
            guard let opens = scanner.time(), scanner.intervalSign(), let closes = scanner.time() else {
                return .failure(.notHours)
            }
            guard let window = interval(from: opens, to: closes) else {
                return .failure(.closesBeforeItOpens)
            }
            windows.append(window)
            scanner.skipBetweenIntervals()
        }
        guard !windows.isEmpty else { return .failure(.notHours) }
        let merged = windows.merged
        return .success(merged == [TimeWindow(opens: 0, closes: 86_400)] ? .always : .windows(merged))
    }

    enum HoursProblem: Error {
        case notHours, closesBeforeItOpens
    }

    private static let closedWords: Set<String> = [
        "closed", "close", "geschlossen", "zu", "fermé", "cerrado", "chiuso", "休息", "关闭", "-", "–", "x",
        "none",
    ]
    private static let alwaysWords: Set<String> = [
        "24h", "24/7", "24 h", "always", "open", "immer", "全天", "24小时",
    ]

    /// The window between two times; one that would end first goes past midnight.
    private static func interval(from start: ClockScanner.Time, to end: ClockScanner.Time) -> TimeWindow? {
        var opens = start.seconds
        // In “1-5pm” the half of the day is said once; in “8-5pm” the first half is meant.
        if end.hasHalf, !start.hasHalf, opens < 12 * 3600, opens + 12 * 3600 < end.seconds {
            opens += 12 * 3600
        }
        var closes = end.seconds
        if closes < opens { closes += 86_400 }
        return closes > opens ? TimeWindow(opens: opens, closes: closes) : nil
    }

    /// The windows as a problem has them: none for always.
    var timeWindows: [TimeWindow] {
        guard case .windows(let windows) = self else { return [] }
        return windows
    }
}

extension [TimeWindow] {
    /// The same times as sorted windows with gaps between.
    var merged: [TimeWindow] {
        var result: [TimeWindow] = []
        for window in sorted(by: { ($0.opens, $0.closes) < ($1.opens, $1.closes) }) {
            if let last = result.last, window.opens <= last.closes {
                result[result.count - 1].closes = Swift.max(last.closes, window.closes)
            } else {
                result.append(window)
            }
        }
        return result
    }

    /// The times of these windows within another; windows without length stay.
    func intersection(with other: TimeWindow) -> [TimeWindow] {
        compactMap { window in
            let opens = Swift.max(window.opens, other.opens)
            let closes = Swift.min(window.closes, other.closes)
            return opens <= closes ? TimeWindow(opens: opens, closes: closes) : nil
        }
    }

    /// The windows as people write them: `09:00-12:30 13:30-17:00`.
    var clockText: String {
        map { "\(Self.clock($0.opens))-\(Self.clock($0.closes))" }.joined(separator: " ")
    }

    private static func clock(_ seconds: Seconds) -> String {
        let pad = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        let minutes = pad(seconds / 60 % 60)
        return "\(pad(seconds / 3600)):\(minutes)" + (seconds % 60 == 0 ? "" : ":\(pad(seconds % 60))")
    }
}
