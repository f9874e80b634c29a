internal import ColdChain
internal import Foundation
internal import Interchange
internal import VehicleRouting

extension TemperatureJudgement {
    /// The answer for people, without a line end behind it.
    public func text(_ language: Language = .english) -> String {
        let words = RecordWords(strings: Strings(language), dates: ReviewDates(timeZone))
        var lines = [words.heading(label, interval: interval)]
        for series in series { lines += [""] + words.lines(series) }
        if !rejects.isEmpty { lines += [""] + rejects.map(\.description) }
        lines += ["", words.strings[isSound ? RecordPhrase.sound : .notSound]]
        return lines.joined(separator: "\n")
    }

    /// The answer for programs: times in Unix seconds, degrees Celsius.
    public func json() throws -> String {
        try QuestionJSON.text(JudgementJSON(self))
    }
}

/// Puts verdicts into words.
private struct RecordWords {
    let strings: Strings
    let dates: ReviewDates

    func heading(_ label: Regime, interval: Seconds) -> String {
        let values = [
            "regime": "\(label.id)", "range": strings.temperatures(label),
            "interval": strings.duration(interval),
        ]
        return strings.text(RecordPhrase.heading, values)
    }

    func lines(_ series: TemperatureJudgement.Series) -> [String] {
        let verdict = series.verdict
        let count = strings.fixed(series.count, digits: 0)
        var values = span(series.span.lowerBound, series.span.upperBound)
        values["sensor"] = series.sensor
        values["count"] = count
        values["low"] = strings.number(verdict.range.lowerBound, digits: 1)
        values["high"] = strings.number(verdict.range.upperBound, digits: 1)
        let heading = strings.text(series.sensor.isEmpty ? RecordPhrase.record : .sensor, values)
        return [heading] + excursions(verdict).map { "  \($0)" }
            + ["  \(coverage(verdict.completeness))"]
            + [verdict.kinetics.map { "  \(kinetics($0))" }].compactMap { $0 }
    }

    private func excursions(_ verdict: RecordVerdict) -> [String] {
        guard !verdict.excursions.isEmpty else { return [strings[RecordPhrase.inside]] }
        return verdict.excursions.map { excursion in
            var values = span(excursion.from, excursion.to)
            values["time"] = strings.duration(excursion.to - excursion.from)
            values["extreme"] = strings.number(excursion.extreme, digits: 1)
            return strings.text(excursion.isCold ? RecordPhrase.tooCold : .tooWarm, values)
        }
    }

    private func coverage(_ record: RecordCompleteness) -> String {
        guard !record.isComplete else { return strings[RecordPhrase.complete] }
        let gaps = record.gaps.map { gap in strings.text(RecordPhrase.gap, span(gap.from, gap.to)) }
        // Cut off, not rounded: 99.96 % are not all.
        let share = strings.number((record.share * 1000).rounded(.down) / 10, digits: 1)
        return strings.text(RecordPhrase.covered, ["share": share, "gaps": gaps.joined(separator: "; ")])
    }

    private func kinetics(_ verdict: KineticLimit.Verdict) -> String {
        switch verdict {
        case .kept: strings[RecordPhrase.kineticKept]
        case .outside(let celsius):
            strings.text(RecordPhrase.kineticOutside, ["extreme": strings.number(celsius, digits: 1)])
        case .warmTooLong(let seconds):
            strings.text(RecordPhrase.kineticTooLong, ["time": strings.duration(Int(seconds))])
        case .tooWarm(let mean):
            strings.text(RecordPhrase.kineticTooWarm, ["mean": strings.number(mean, digits: 2)])
        }
    }

    private func span(_ from: Seconds, _ to: Seconds) -> [String: String] {
        func stamp(_ unixTime: Seconds) -> String {
            dates.minute(Date(timeIntervalSince1970: Double(unixTime)))
        }
        return ["from": stamp(from), "to": stamp(to)]
    }
}

/// The answer in the words of the wire.
private struct JudgementJSON: Encodable {
    struct Stretch: Encodable {
        let from: Int
        let to: Int
        var extreme: Double?
    }

    struct Series: Encodable {
        let sensor: String
        let readings: Int
        let lowest: Double
        let highest: Double
        let tooCold: [Stretch]
        let tooWarm: [Stretch]
        let gaps: [Stretch]
        let coveredShare: Double
        let kinetics: String?
        let meanKineticTemperature: Double?

        init(_ series: TemperatureJudgement.Series) {
            let verdict = series.verdict
            sensor = series.sensor
            readings = series.count
            (lowest, highest) = (verdict.range.lowerBound, verdict.range.upperBound)
            func stretches(isCold: Bool) -> [Stretch] {
                verdict.excursions.filter { $0.isCold == isCold }
                    .map { Stretch(from: $0.from, to: $0.to, extreme: $0.extreme) }
            }
            tooCold = stretches(isCold: true)
            tooWarm = stretches(isCold: false)
            gaps = verdict.completeness.gaps.map { Stretch(from: $0.from, to: $0.to) }
            coveredShare = verdict.completeness.share
            var mean: Double?
            switch verdict.kinetics {
            case nil: kinetics = nil
            case .kept: kinetics = "kept"
            case .outside: kinetics = "outside"
            case .warmTooLong: kinetics = "warm_too_long"
            case .tooWarm(let worst):
                kinetics = "too_warm"
                mean = worst
            }
            meanKineticTemperature = mean
        }
    }

    let regime: QuestionJSON.Name
    let interval: Int
    let isSound: Bool
    let series: [Series]
    let rejects: [String]

    init(_ judgement: TemperatureJudgement) {
        regime = QuestionJSON.Name(judgement.label.id)
        interval = judgement.interval
        isSound = judgement.isSound
        series = judgement.series.map(Series.init)
        rejects = judgement.rejects.map(\.description)
    }
}
