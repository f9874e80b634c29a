public import Foundation

/// Reads the CSV file of a temperature logger (Docs/temperature-records.md).
public enum TemperatureRecordFile {
    /// What one sensor has recorded, in the order of the file.
    public struct Series: Hashable, Sendable {
        /// The sensor; empty where the file names none.
        public var sensor: String
        /// When, and how many degrees Celsius.
        public var readings: [Reading]
    }

    /// One reading.
    public struct Reading: Hashable, Sendable {
        /// When.
        public var moment: Date
        /// Degrees Celsius.
        public var celsius: Double
    }

    /// A file that has been read.
    public struct Contents: Hashable, Sendable {
        /// One series per sensor, by name.
        public var series: [Series]
        /// Rows that could not be used.
        public var rejects: [DayFinding]
    }

    /// Reads the file at `path`; clock times without an offset are those of `timeZone`.
    ///
    /// - Throws: D303 … D308 and D312 when the file cannot be used as a whole.
    public static func read(_ path: String, timeZone: TimeZone) throws(DayFolderError) -> Contents {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let mapping = ColumnMapping.FileMapping()
        let text = try DayTextFile(name: name, path: path, mapping: mapping)
        var table = try DayTable<ReadingColumn>(text, mapping: mapping)
        table.settleDecimalMark(folder: [])
        var series: [String: [Reading]] = [:]
        var rejects: [DayFinding] = []
        for row in table.rows {
            do throws(RowProblem) {
                try table.checkShape(of: row)
                let reading = Reading(
                    moment: try table.moment(row, in: timeZone),
                    celsius: try table.degrees(row)
                )
                series[table.text(.sensor, row), default: []].append(reading)
            } catch {
                rejects.append(
                    DayFinding(
                        file: table.fileName,
                        row: table.line(row),
                        column: error.column,
                        value: error.value,
                        reason: error.reason
                    )
                )
            }
        }
        guard !series.isEmpty else { throw .init(.nothingLeft(rejects: rejects), path: path) }
        return Contents(
            series: series.sorted { $0.key < $1.key }.map { Series(sensor: $0.key, readings: $0.value) },
            rejects: rejects
        )
    }
}

enum ReadingColumn: String, TableColumn {
    case time
    case celsius = "temperature_c"
    case sensor

    var isRequired: Bool { self != .sensor }
    var kind: CellKind { self == .celsius ? .number : .text }
    var keepsPromise: Bool { true }
    var aliases: [String] {
        switch self {
        case .time: ["timestamp", "datetime", "moment", "zeit", "zeitpunkt", "时间"]
        case .celsius: ["temperature", "temp", "tempc", "celsius", "value", "temperatur", "温度"]
        case .sensor: ["channel", "probe", "logger", "fühler", "传感器"]
        }
    }
}

extension DayTable<ReadingColumn> {
    fileprivate func moment(_ row: Int, in timeZone: TimeZone) throws(RowProblem) -> Date {
        let text = text(.time, row)
        guard !text.isEmpty else { throw problem(.time, row, .empty) }
        switch StampCell.read(text, in: timeZone) {
        case .success(let date): return date
        case .failure(.ambiguousDate): throw problem(.time, row, .ambiguousDate)
        case .failure: throw problem(.time, row, .notAMoment)
        }
    }

    fileprivate func degrees(_ row: Int) throws(RowProblem) -> Double {
        guard let number = try number(.celsius, row)?.double else { throw problem(.celsius, row, .empty) }
        guard (-273.15...200).contains(number) else {
            throw problem(.celsius, row, .outOfRange("-273.15 … 200 °C"))
        }
        return number
    }
}
