import CarrierPool
import Foundation

/// What the template of a scorecard shows; every property is a name the template knows.
struct ScorecardPage {
    struct Fact {
        let term: String
        let value: String
    }

    struct FigureRow {
        let figure: String
        let definition: String
        let weight: String
        let trials: String
        let counted: String
        let attributable: String
        let estimate: String
        let interval: String
        let points: String
    }

    struct LaneRow {
        let lane: String
        let deliveries: String
        let late: String
        let share: String
        let interval: String
        let byOthers: String
    }

    struct DisputeRow {
        let subject: String
        let figure: String
        let lane: String
        let date: String
        let cause: String
    }

    let t: [String: String]
    let c: [String: String]
    let language: String
    let style: String
    let carrierName: String
    let facts: [Fact]
    let score: String
    let hasScore: Bool
    let scoreInterval: String
    let scoreBar: ScoreBar?
    let tier: String
    let tierWhy: String
    let gates: [String]
    let rank: String
    let topics: [String]
    let figures: [FigureRow]
    let figuresNote: String
    let excursions: String
    let charts: [ChartDrawing]
    let lanes: [LaneRow]
    let disputes: [DisputeRow]
    let hasLanes: Bool
    let hasDisputes: Bool

    init(
        _ standing: CarrierStanding,
        of group: ServiceClassReview,
        in period: ReviewPeriod,
        words: ReviewWords,
        halfLifeDays: Double
    ) {
        let strings = words.strings
        let card = standing.scorecard
        t = strings.all
        c = strings.allOfReview
        language = strings.language.rawValue
        style = Templates.reportStyle + Templates.scorecardStyle
        carrierName = standing.carrier.name
        facts = [
            Fact(term: strings[.periodFact], value: period.title),
            Fact(term: strings[.classFact], value: words.className(group)),
            Fact(
                term: strings[.volumeFact],
                value: strings.text(
                    .volumeText,
                    [
                        "trips": "\(standing.volume.trips)",
                        "deliveries": "\(standing.volume.deliveries)",
                    ]
                )
            ),
        ]
        score = card.score.map(words.points) ?? strings[.noScore]
        hasScore = card.score != nil
        scoreInterval =
            card.interval().map {
                strings.text(
                    .scoreInterval,
                    ["lower": words.points($0.lower), "upper": words.points($0.upper)]
                )
            } ?? ""
        scoreBar = ScoreBar(card)
        tier = standing.decision.tier?.rawValue ?? strings[.noTier]
        tierWhy = words.why(standing.decision)
        gates = card.gates.map(words.gate)
        rank =
            group.canBeToldApart
            ? standing.ranks.map { words.rank($0, of: group.scoredCarriers) } ?? "" : strings[.apartNo]
        topics = standing.topics.map(words.topic)
        let counts = Dictionary(uniqueKeysWithValues: standing.measurements.map { ($0.definition.kpi, $0) })
        figures = card.lines.map { FigureRow($0, counts[$0.definition.kpi], words: words) }
        figuresNote =
            strings.text(.figuresNote, ["days": strings.number(halfLifeDays)])
            + (card.isIncomplete ? " " + strings[.missingNote] : "")
        excursions = words.excursions(standing.excursions)
        charts = standing.charts.map {
            ChartDrawing($0, period: period, strings: strings, dates: words.dates)
        }
        lanes = standing.worstLanes.map { LaneRow($0, words: words) }
        disputes = standing.disputes.map { DisputeRow($0, words: words) }
        hasLanes = !lanes.isEmpty
        hasDisputes = !disputes.isEmpty
    }
}

extension ReviewWords {
    func className(_ group: ServiceClassReview) -> String {
        group.name.isEmpty ? strings[.classWithoutName] : group.name
    }
}

extension ServiceClassReview {
    /// How many of its carriers have a score.
    var scoredCarriers: Int { carriers.count { $0.scorecard.score != nil } }
}

/// A score and its interval on a scale from 0 to 100 that is 300 units wide.
struct ScoreBar {
    let left: String
    let width: String
    let middle: String

    init?(_ card: Scorecard) {
        guard let score = card.score, let interval = card.interval() else { return nil }
        left = Self.place(interval.lower)
        width = Self.place(max(interval.upper - interval.lower, 0.5))
        middle = Self.place(score)
    }

    private static func place(_ points: Double) -> String { "\(Int((points * 3).rounded()))" }
}

extension ScorecardPage.FigureRow {
    init(_ line: Scorecard.Line, _ counts: KPIMeasurement?, words: ReviewWords) {
        let strings = words.strings
        let kpi = line.definition.kpi
        figure = words.name(of: kpi)
        definition = words.definition(line.definition)
        weight = line.isMissing ? "–" : strings.percent(line.weight)
        trials = counts.map { strings.number($0.allCauses.trials) } ?? ""
        counted = counts.map { words.share($0.allCauses) } ?? ""
        attributable = counts.map { words.share($0.attributable) } ?? ""
        estimate = line.evidence.map { words.value($0.mean, of: kpi) } ?? strings[.missingFigure]
        if case .share(let distribution) = line.evidence {
            interval = words.shares(distribution.interval())
        } else {
            interval = ""
        }
        points = line.points.map(words.points) ?? ""
    }
}

extension ScorecardPage.LaneRow {
    init(_ finding: LaneFinding, words: ReviewWords) {
        lane = finding.lane
        deliveries = words.strings.number(finding.late.trials)
        late = words.strings.number(finding.late.count)
        share = words.share(finding.late)
        interval = words.shares(finding.interval)
        byOthers = words.strings.number(finding.lateByOthers)
    }
}

extension ScorecardPage.DisputeRow {
    init(_ dispute: Dispute, words: ReviewWords) {
        subject = dispute.trial.subject
        figure = words.name(of: dispute.kpi)
        lane = dispute.trial.lane
        date = words.dates.day(dispute.trial.moment)
        cause = dispute.trial.attribution.map { words.cause($0.cause) } ?? ""
    }
}
