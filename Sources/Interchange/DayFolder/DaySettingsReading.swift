import Foundation
import VehicleRouting

/// Reads `day.csv` and supplies what it leaves out.
struct DaySettingsReading {
    private(set) var settings: DaySettings
    private(set) var planDay: PlanDay
    private(set) var name: String
    private(set) var timeZone: String
    private(set) var currency: String
    /// Seconds once per halt at a site that does not say.
    private(set) var haltSeconds: Seconds
    /// Seconds per box at a site that does not say.
    private(set) var secondsPerBox: Seconds
    /// Whose law holds at a place that does not say; nil when nobody has said.
    private(set) var country: String?
    /// How cold and how warm it is outside, °C; nil when nobody has said.
    private(set) var ambient: ClosedRange<Double>?
    /// Whether remarks on patients' orders hold no name, so that the driver may read them.
    private(set) var printsPatientRemarks = false
    private(set) var warnings: [DayFinding] = []

    static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    private enum Key: String, CaseIterable {
        case date, name, timeZone = "time_zone", currency, weekday
        case detourFactor = "detour_factor"
        case speed = "speed_kmh"
        case serviceMinutes = "service_min"
        case serviceMinutesPerBox = "service_min_per_box"
        case plannedAt = "planned_at"
        case country
        case ambient = "ambient_c"
        case patientRemarks = "patient_remarks"

        /// Whether times would be wrong without it.
        var keepsPromise: Bool { self != .name && self != .currency }
    }

    init(
        _ table: DayTable<SettingColumn>?,
        folderName: String,
        folderPath: String
    ) throws(DayFolderError) {
        let path = table?.path ?? "\(folderPath)/\(DayFile.day.fileName)"
        let (values, warnings) = try Self.values(of: table)
        func value(_ key: Key, default fallback: String) -> String { values[key] ?? fallback }
        func refuse(_ key: Key, _ expected: String) -> DayFolderError {
            DayFolderError(
                .badSetting(key: key.rawValue, value: values[key] ?? "", expected: expected),
                path: path
            )
        }
        func number(_ key: Key, default fallback: Double, in range: ClosedRange<Double>)
            throws(DayFolderError) -> Double
        {
            guard let text = values[key] else { return fallback }
            let comma = text.contains(",") ? DecimalMark.comma : .point
            guard case .number(let number) = NumberCell.read(text, mark: comma), range.contains(number.double)
            else {
                throw refuse(key, "a number from \(range.lowerBound) to \(range.upperBound)")
            }
            return number.double
        }

        guard let date = CalendarDate(iso: values[.date] ?? Self.date(in: folderName)) else {
            throw refuse(.date, "the day of the plan, like 2026-03-02")
        }
        let zoneName = value(.timeZone, default: "UTC")
        guard let zone = TimeZone(identifier: zoneName) else {
            throw refuse(.timeZone, "a name like Europe/London (the part of the world, a slash, a city)")
        }
        currency = value(.currency, default: "EUR").uppercased()
        guard currency.count == 3, currency.allSatisfy({ $0.isASCII && $0.isLetter }) else {
            throw refuse(.currency, "three letters like GBP")
        }
        var weekday = date.weekday
        if let word = values[.weekday]?.lowercased() {
            guard
                let index = Self.weekdays.firstIndex(where: {
                    word.count >= 3 && $0.lowercased().hasPrefix(word)
                })
            else {
                throw refuse(.weekday, "one of " + Self.weekdays.joined(separator: ", "))
            }
            weekday = index
        }
        guard let speeds = Self.speeds(value(.speed, default: "5:25 20:45 80:70 *:90")) else {
            throw refuse(.speed, "one speed like 45, or speeds by stretch like 5:25 20:45 80:70 *:90")
        }
        settings = DaySettings(
            date: "\(date)",
            weekday: weekday,
            detourFactor: try number(.detourFactor, default: 1.35, in: 1...3),
            speeds: speeds
        )
        planDay = PlanDay(date: date, timeZone: zone)
        if let text = values[.plannedAt] {
            guard case .success(let moment) = StampCell.read(text, in: zone) else {
                throw refuse(.plannedAt, "a date and a time like 2026-03-01 16:00")
            }
            settings.plannedAt = Int(moment.timeIntervalSince1970) - planDay.epoch
        }
        if let text = values[.country]?.uppercased() {
            guard text.isCountryCode else { throw refuse(.country, "two letters like GB") }
            country = text
        }
        if let text = values[.ambient] {
            let ends = text.replacing("to", with: " ").split(separator: " ").map { Double($0) }
            guard ends.count == 2, let low = ends[0], let high = ends[1], -80 <= low, low <= high, high <= 80
            else { throw refuse(.ambient, "the coldest and the warmest, like 14 to 27") }
            ambient = low...high
        }
        if let word = values[.patientRemarks]?.lowercased() {
            guard ["print", "hide"].contains(word) else { throw refuse(.patientRemarks, "print or hide") }
            printsPatientRemarks = word == "print"
        }
        timeZone = zoneName
        name = value(.name, default: folderName)
        haltSeconds = Int((try number(.serviceMinutes, default: 5, in: 0...600) * 60).rounded())
        secondsPerBox = Int((try number(.serviceMinutesPerBox, default: 0, in: 0...600) * 60).rounded())
        self.warnings = warnings
    }

    private static func values(
        of table: DayTable<SettingColumn>?
    ) throws(DayFolderError) -> ([Key: String], [DayFinding]) {
        guard let table else { return ([:], []) }
        var values: [Key: String] = [:]
        var unknown: [(row: Int, word: String)] = []
        for row in table.rows {
            let word = table.text(.key, row)
            let text = table.text(.value, row)
            if let key = Key.allCases.first(where: {
                DayFile.headerKey($0.rawValue) == DayFile.headerKey(word)
            }) {
                if !text.isEmpty { values[key] = text }
            } else {
                unknown.append((row, word))
            }
        }
        let missing = Key.allCases.filter { $0.keepsPromise && values[$0] == nil }.map(\.rawValue)
        var warnings: [DayFinding] = []
        for (row, word) in unknown {
            if let key = NearestWord.misspelt(word, among: missing) {
                throw .init(
                    .misspeltSetting(word, row: table.line(row), meaning: key),
                    path: table.path
                )
            }
            let nearest = NearestWord.of(word, among: Key.allCases.map(\.rawValue))
            warnings.append(
                DayFinding(
                    file: table.fileName,
                    row: table.line(row),
                    column: table.header(.key),
                    value: word,
                    reason: .unknownSetting(nearest: nearest)
                )
            )
        }
        return (values, warnings)
    }

    /// The date at the end of a folder's name: `leeds-2026-03-02`.
    private static func date(in folderName: String) -> String {
        String(folderName.suffix(10))
    }

    /// `45`, or `5:25 20:45 *:90` with rising ends and positive speeds; nil for anything else.
    private static func speeds(_ text: String) -> [DaySettings.SpeedStretch]? {
        let stretches = text.split(separator: " ").map {
            $0.split(separator: ":", omittingEmptySubsequences: false)
        }
        if stretches.count == 1, stretches[0].count == 1 {
            return speed(stretches[0][0]).map { [.init(endKilometres: nil, kilometresPerHour: $0)] }
        }
        var result: [DaySettings.SpeedStretch] = []
        for (index, parts) in stretches.enumerated() {
            guard parts.count == 2, let speed = speed(parts[1]) else { return nil }
            guard index < stretches.count - 1 else {
                guard parts[0] == "*" else { return nil }
                result.append(.init(endKilometres: nil, kilometresPerHour: speed))
                continue
            }
            guard let end = Double(parts[0]), end.isFinite, end > result.last?.endKilometres ?? 0 else {
                return nil
            }
            result.append(.init(endKilometres: end, kilometresPerHour: speed))
        }
        return result.isEmpty ? nil : result
    }

    private static func speed(_ text: Substring) -> Double? {
        Double(text).flatMap { (1...200).contains($0) ? $0 : nil }
    }
}
