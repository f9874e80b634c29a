import VehicleRouting

extension DayTable {
    /// The last second of a date, counted from the day of the plan; nil for an empty cell.
    func lastSecond(_ column: Column, _ row: Int, on day: PlanDay) throws(RowProblem) -> Seconds? {
        let text = text(column, row)
        guard !text.isEmpty else { return nil }
        guard let last = Self.lastSecond(of: text, on: day) else { throw problem(column, row, .notADate) }
        return last
    }

    private static func lastSecond(of text: some StringProtocol, on day: PlanDay) -> Seconds? {
        CalendarDate(iso: text).map { ($0.dayNumber - day.date.dayNumber + 1) * 86_400 - 1 }
    }

    /// Certificates: names, each with the last day it is valid where it lapses: `gdp|class7:2027-05-31`.
    func permits(_ column: Column, _ row: Int, on day: PlanDay) throws(RowProblem) -> [Permit] {
        var permits: [Permit] = []
        for item in list(column, row) {
            let parts = item.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
            guard let name = parts.first else { continue }
            var permit = Permit(.text(name))
            if parts.count > 1 {
                guard let last = Self.lastSecond(of: parts[1], on: day) else {
                    throw RowProblem(column: header(column), value: parts[1], reason: .notADate)
                }
                permit.validUntil = last
            }
            permits.add(permit)
        }
        return permits
    }

    /// What comes in degrees: `security:2|crew:2`.
    func levels(_ column: Column, _ row: Int) throws(RowProblem) -> [String: Int] {
        var levels: [String: Int] = [:]
        for item in list(column, row) {
            let parts = item.split(separator: ":").map { String($0).trimmed }
            guard parts.count == 2, let level = Int(parts[1]), (1...1000).contains(level) else {
                throw problem(column, row, .notLevels)
            }
            levels[parts[0]] = max(levels[parts[0]] ?? 0, level)
        }
        return levels
    }

    /// Breaks: minutes, each with the hours in which it may begin where it may not at any time: `30@11:30-13:30|15`.
    func breaks(_ column: Column, _ row: Int) throws(RowProblem) -> [Break] {
        var breaks: [Break] = []
        for item in list(column, row) {
            let parts = item.split(separator: "@", omittingEmptySubsequences: false).map {
                String($0).trimmed
            }
            guard parts.count <= 2, let minutes = Int(parts[0]), (1...600).contains(minutes) else {
                throw problem(column, row, .notBreaks)
            }
            var windows: [TimeWindow] = []
            if parts.count == 2 {
                switch OpeningHours.read(parts[1]) {
                case .success(.windows(let hours)): windows = hours
                case .success(.always): break
                default: throw problem(column, row, .notBreaks)
                }
            }
            breaks.append(
                Break(id: .text("\(breaks.count + 1)"), timeWindows: windows, service: minutes * 60)
            )
        }
        return breaks
    }
}

extension [Permit] {
    /// Adds a certificate; of two with one name the one that lapses first is kept.
    mutating func add(_ permit: Permit) {
        guard let known = firstIndex(where: { $0.name == permit.name }) else { return append(permit) }
        self[known].validUntil = [self[known].validUntil, permit.validUntil].compactMap { $0 }.min()
    }
}
