internal import ColdChain
public import Foundation
public import Interchange
public import VehicleRouting

/// Judges a logger's record against the label of the goods.
public struct JudgeTemperature: Sendable {
    /// The logger's file.
    public var record: String
    /// The label of the goods.
    public var label: Regime
    /// The longest time between readings, in seconds, above 0.
    public var interval: Seconds = 300
    /// The zone of clock times without an offset.
    public var timeZone = TimeZone.gmt

    /// A question about the file at `record`; nil when no regime of the catalogue is called `regime`.
    public init?(record: String, regime: String) {
        guard let label = RegimeCatalogue.shipped.find(regime)?.regime else { return nil }
        self.record = record
        self.label = label
    }

    /// The regime that a word for an unknown one probably means.
    public static func nearestRegime(to name: String) -> String? {
        NearestWord.of(name, among: RegimeCatalogue.shipped.allNames)
    }

    /// Reads and judges.
    public func run() throws -> TemperatureJudgement {
        let contents = try TemperatureRecordFile.read(record, timeZone: timeZone)
        let series = contents.series.map { series in
            let readings = series.readings.map {
                TemperatureReading(time: Int($0.moment.timeIntervalSince1970), celsius: $0.celsius)
            }
            return TemperatureJudgement.Series(
                sensor: series.sensor,
                count: readings.count,
                span: (readings.map(\.time).min() ?? 0)...(readings.map(\.time).max() ?? 0),
                verdict: RecordVerdict(of: readings, label: label, interval: interval)
            )
        }
        return TemperatureJudgement(
            label: label,
            interval: interval,
            timeZone: timeZone,
            series: series,
            rejects: contents.rejects
        )
    }
}

/// What a record says, sensor by sensor.
public struct TemperatureJudgement: Sendable {
    struct Series: Sendable {
        let sensor: String
        let count: Int
        /// The first and the last reading, Unix time.
        let span: ClosedRange<Seconds>
        let verdict: RecordVerdict
    }

    let label: Regime
    let interval: Seconds
    let timeZone: TimeZone
    let series: [Series]
    /// Rows that could not be used, so that the record is not all there.
    public let rejects: [DayFinding]

    /// Whether every sensor was inside the range all the time and no reading is missing or unreadable.
    public var isSound: Bool { rejects.isEmpty && series.allSatisfy(\.verdict.isSound) }
}
