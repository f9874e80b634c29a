import CarrierPool
import Foundation

/// What the template of the tender evidence shows; every property is a name the template knows.
struct EvidencePage {
    struct Row {
        let carrierName: String
        let isTotal: Bool
        let onTime: String
        let onTimeShare: String
        let onTimeInterval: String
        let onTimeOwn: String
        let excluded: String
        let trips: String
        let monitored: String
        let complete: String
        let completeShare: String
        let completeInterval: String
        let coverage: String
        let excursions: String
        let excursionInterval: String
    }

    struct LateRow {
        let order: String
        let carrierName: String
        let lane: String
        let date: String
        let cause: String
        let state: String
    }

    let t: [String: String]
    let c: [String: String]
    let language: String
    let style: String
    let period: String
    let definition: String
    let rows: [Row]
    let late: [LateRow]
    let hasLate: Bool

    /// - Parameter name: What people call the carrier of a code.
    init(_ evidence: TenderEvidence, words: ReviewWords, name: (String) -> String) {
        t = words.strings.all
        c = words.strings.allOfReview
        language = words.strings.language.rawValue
        style = Templates.reportStyle + Templates.scorecardStyle
        period = evidence.period.title
        definition = words.definition(evidence.definition)
        rows =
            evidence.carriers.map { Row($0, name: name($0.carrier), isTotal: false, words: words) }
            + [Row(evidence.total, name: words.strings[.allCarriers], isTotal: true, words: words)]
        late = evidence.late.map { trial in
            LateRow(
                order: trial.subject,
                carrierName: name(trial.carrier),
                lane: trial.lane,
                date: words.dates.minute(trial.moment),
                cause: trial.attribution.map { words.cause($0.cause) } ?? "",
                state: trial.attribution.map { words.state($0.state) } ?? ""
            )
        }
        hasLate = !late.isEmpty
    }
}

extension EvidencePage.Row {
    init(_ figures: TenderEvidence.Figures, name: String, isTotal: Bool, words: ReviewWords) {
        func interval(_ tally: Tally) -> String { tally.wilsonInterval().map(words.shares) ?? "" }
        carrierName = name
        self.isTotal = isTotal
        onTime = words.tally(figures.onTime)
        onTimeShare = words.share(figures.onTime)
        onTimeInterval = interval(figures.onTime)
        onTimeOwn = words.share(figures.onTimeAttributable)
        excluded = "\(figures.excludedDeliveries)"
        trips = words.strings.number(figures.monitored.trials)
        monitored = words.strings.number(figures.monitored.count)
        complete = words.strings.number(figures.completeRecords.count)
        completeShare = words.share(figures.completeRecords)
        completeInterval = interval(figures.completeRecords)
        coverage = words.share(figures.coveredMinutes)
        excursions = words.tally(figures.excursionTrips)
        excursionInterval = interval(figures.excursionTrips)
    }
}
