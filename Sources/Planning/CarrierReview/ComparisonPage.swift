import CarrierPool
import Foundation

/// What the template of the comparison shows; every property is a name the template knows.
struct ComparisonPage {
    struct Row {
        let carrierName: String
        let link: String
        let score: String
        let interval: String
        let bar: ScoreBar?
        let tier: String
        let rank: String
        let gates: [String]
        let topic: String
    }

    struct Cell {
        let estimate: String
        let interval: String
    }

    /// A figure, which has a column of its own: a class may have any number of carriers, but the figures are few.
    struct Figure {
        let name: String
        let verdict: String
        let pooled: String
    }

    struct CarrierFigures {
        let carrierName: String
        let cells: [Cell]
    }

    struct Group {
        let className: String
        let verdict: String
        let isApart: Bool
        let rows: [Row]
        let figures: [Figure]
        let carriers: [CarrierFigures]
    }

    let t: [String: String]
    let c: [String: String]
    let language: String
    let style: String
    let period: String
    let groups: [Group]

    init(_ review: CarrierReview, words: ReviewWords, fileName: (ReviewedCarrier) -> String) {
        t = words.strings.all
        c = words.strings.allOfReview
        language = words.strings.language.rawValue
        style = Templates.reportStyle + Templates.scorecardStyle
        period = review.period.title
        groups = review.classes.map { Group($0, words: words, fileName: fileName) }
    }
}

extension ComparisonPage.Group {
    init(_ group: ServiceClassReview, words: ReviewWords, fileName: (ReviewedCarrier) -> String) {
        let strings = words.strings
        className = words.className(group)
        isApart = group.canBeToldApart
        verdict = strings[isApart ? .apartYes : .apartNo]
        rows = group.carriers.map { standing in
            let interval = standing.scorecard.interval()
            return ComparisonPage.Row(
                carrierName: standing.carrier.name,
                link: fileName(standing.carrier),
                score: standing.scorecard.score.map(words.points) ?? strings[.noScore],
                interval: interval.map { "\(words.points($0.lower)) – \(words.points($0.upper))" } ?? "",
                bar: ScoreBar(standing.scorecard),
                tier: standing.decision.tier?.rawValue ?? strings[.noTier],
                rank: group.canBeToldApart
                    ? standing.ranks.map { words.rank($0, of: group.scoredCarriers) } ?? "" : "–",
                gates: standing.scorecard.gates.map(words.gate),
                topic: standing.topics.first.map(words.topic) ?? ""
            )
        }
        figures = group.comparisons.map { comparison in
            ComparisonPage.Figure(
                name: words.name(of: comparison.definition.kpi),
                verdict: words.verdict(comparison.pool.prior.verdict),
                pooled: comparison.pool.prior.pooledRate.map { strings.percent($0, digits: 1) }
                    ?? strings[.missingFigure]
            )
        }
        carriers = group.carriers.map { standing in
            ComparisonPage.CarrierFigures(
                carrierName: standing.carrier.name,
                cells: group.comparisons.map {
                    ComparisonPage.Cell($0, carrier: standing.carrier.code, words: words)
                }
            )
        }
    }
}

extension ComparisonPage.Cell {
    init(_ comparison: KPIComparison, carrier: String, words: ReviewWords) {
        let seen = comparison.measurements[carrier]?.attributable ?? .none
        guard seen.trials > 0 else {
            (estimate, interval) = (words.strings[.missingFigure], "")
            return
        }
        let distribution = comparison.estimate(for: carrier)
        estimate = words.strings.percent(distribution.mean, digits: 1)
        interval = words.shares(distribution.interval())
    }
}
