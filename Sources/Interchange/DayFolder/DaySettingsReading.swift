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
    private(set) var printsPatientRemarks: Bool
    private(set) var warnings: [DayFinding]

    static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    fileprivate enum Key: String, CaseIterable {
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
        let cells = Cells(values: values, path: path)
        let date = try cells.date(folderName: folderName)
        let zone = try cells.zone()
        settings = DaySettings(
            date: "\(date)",
            weekday: try cells.weekday(of: date),
            detourFactor: try cells.number(.detourFactor, default: 1.35, in: 1...3),
            speeds: try cells.speeds()
        )
        let day = PlanDay(date: date, timeZone: zone)
        planDay = day
        settings.plannedAt = try cells.plannedAt(in: zone).map {
            Int($0.timeIntervalSince1970) - day.epoch
        }
        name = cells[.name] ?? folderName
        timeZone = cells[.timeZone] ?? "UTC"
        currency = try cells.currency()
        country = try cells.country()
        ambient = try cells.ambient()
        printsPatientRemarks = try cells.printsPatientRemarks()
        haltSeconds = try cells.seconds(.serviceMinutes, default: 5)
        secondsPerBox = try cells.seconds(.serviceMinutesPerBox, default: 0)
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
}

/// The values of `day.csv`, each understood or refused.
private struct Cells {
    let values: [DaySettingsReading.Key: String]
    let path: String

    subscript(key: DaySettingsReading.Key) -> String? { values[key] }

    private func refusal(_ key: DaySettingsReading.Key, _ expected: String) -> DayFolderError {
        DayFolderError(
            .badSetting(key: key.rawValue, value: values[key] ?? "", expected: expected),
            path: path
        )
    }

    func number(
        _ key: DaySettingsReading.Key,
        default fallback: Double,
        in range: ClosedRange<Double>
    ) throws(DayFolderError) -> Double {
        guard let text = values[key] else { return fallback }
        let comma = text.contains(",") ? DecimalMark.comma : .point
        guard case .number(let number) = NumberCell.read(text, mark: comma), range.contains(number.double)
        else { throw refusal(key, "a number from \(range.lowerBound) to \(range.upperBound)") }
        return number.double
    }

    /// Minutes as seconds.
    func seconds(
        _ key: DaySettingsReading.Key,
        default minutes: Double
    ) throws(DayFolderError) -> Seconds {
        Int((try number(key, default: minutes, in: 0...600) * 60).rounded())
    }

    /// The day of the plan; without one, the date at the end of the folder's name: `leeds-2026-03-02`.
    func date(folderName: String) throws(DayFolderError) -> CalendarDate {
        guard let date = CalendarDate(iso: values[.date] ?? String(folderName.suffix(10))) else {
            throw refusal(.date, "the day of the plan, like 2026-03-02")
        }
        return date
    }

    func zone() throws(DayFolderError) -> TimeZone {
        guard let zone = TimeZone(identifier: values[.timeZone] ?? "UTC") else {
            throw refusal(.timeZone, "a name like Europe/London (the part of the world, a slash, a city)")
        }
        return zone
    }

    func currency() throws(DayFolderError) -> String {
        let code = (values[.currency] ?? "EUR").uppercased()
        guard code.count == 3, code.allSatisfy({ $0.isASCII && $0.isLetter }) else {
            throw refusal(.currency, "three letters like GBP")
        }
        return code
    }

    /// The weekday whose opening hours count: 0 is Monday.
    func weekday(of date: CalendarDate) throws(DayFolderError) -> Int {
        guard let word = values[.weekday]?.lowercased() else { return date.weekday }
        let names = DaySettingsReading.weekdays
        guard let index = names.firstIndex(where: { word.count >= 3 && $0.lowercased().hasPrefix(word) })
        else { throw refusal(.weekday, "one of " + names.joined(separator: ", ")) }
        return index
    }

    func speeds() throws(DayFolderError) -> [DaySettings.SpeedStretch] {
        guard let speeds = Self.speeds(values[.speed] ?? "5:25 20:45 80:70 *:90") else {
            throw refusal(.speed, "one speed like 45, or speeds by stretch like 5:25 20:45 80:70 *:90")
        }
        return speeds
    }

    func plannedAt(in zone: TimeZone) throws(DayFolderError) -> Date? {
        guard let text = values[.plannedAt] else { return nil }
        guard case .success(let moment) = StampCell.read(text, in: zone) else {
            throw refusal(.plannedAt, "a date and a time like 2026-03-01 16:00")
        }
        return moment
    }

    func country() throws(DayFolderError) -> String? {
        guard let text = values[.country]?.uppercased() else { return nil }
        guard text.isCountryCode else { throw refusal(.country, "two letters like GB") }
        return text
    }

    func ambient() throws(DayFolderError) -> ClosedRange<Double>? {
        guard let text = values[.ambient] else { return nil }
        let ends = text.replacing("to", with: " ").split(separator: " ").map { Double($0) }
        guard ends.count == 2, let low = ends[0], let high = ends[1], -80 <= low, low <= high, high <= 80
        else { throw refusal(.ambient, "the coldest and the warmest, like 14 to 27") }
        return low...high
    }

    func printsPatientRemarks() throws(DayFolderError) -> Bool {
        guard let word = values[.patientRemarks]?.lowercased() else { return false }
        guard ["print", "hide"].contains(word) else { throw refusal(.patientRemarks, "print or hide") }
        return word == "print"
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
