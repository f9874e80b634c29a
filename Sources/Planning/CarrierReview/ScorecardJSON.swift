import CarrierPool
import Foundation

/// One carrier's review for programs: `CODE.json`, described in Docs/carrier-history.md.
struct ScorecardJSON: Encodable {
    struct Range: Encodable {
        let low: Double
        let high: Double

        init?(_ interval: Interval?) {
            guard let interval else { return nil }
            low = interval.lower
            high = interval.upper
        }
    }

    struct Figure: Encodable {
        let kpi: String
        let definition: KPIDefinition
        let weight: Double
        let counted: Tally?
        let carriersOwn: Tally?
        let failuresByCause: [String: Double]?
        let estimate: Double?
        let interval90: Range?
        let points: Double?
    }

    struct Lane: Encodable {
        let lane: String
        let late: Double
        let deliveries: Double
        let lateByOthers: Double
        let interval90: Range?
    }

    struct OpenDispute: Encodable {
        let kpi: String
        let subject: String
        let lane: String
        let moment: Date
        let cause: String
    }

    struct Chart: Encodable {
        struct Point: Encodable {
            let moment: Date
            let value: Double
            let lower: Double?
            let upper: Double?
            let signal: ChartSignal
            let isSupported: Bool
        }

        let kind: String
        let rate: Double
        let days: Int?
        let points: [Point]
    }

    struct FoundGate: Encodable {
        let gate: Gate
        let trips: [String]
    }

    let carrier: String
    let name: String
    let serviceClass: String
    let period: String
    let periodStart: Date
    let periodEnd: Date
    let score: Double?
    let interval90: Range?
    let tier: String?
    let tierReason: String
    let bestRank: Int?
    let worstRank: Int?
    let canBeToldApart: Bool
    let gates: [FoundGate]
    let figures: [Figure]
    let charts: [Chart]
    let worstLanes: [Lane]
    let disputes: [OpenDispute]
    let lateInOurPlan: Int

    /// Keys sorted, moments in ISO 8601.
    static func text(_ standing: CarrierStanding, review: CarrierReview) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.dateEncodingStrategy = .iso8601
        let data = try encoder.encode(ScorecardJSON(standing, review: review))
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    private init(_ standing: CarrierStanding, review: CarrierReview) {
        let card = standing.scorecard
        carrier = standing.carrier.code
        name = standing.carrier.name
        serviceClass = standing.carrier.serviceClass
        period = review.period.name
        periodStart = review.period.start
        periodEnd = review.period.end
        score = card.score
        interval90 = Range(card.interval())
        tier = standing.decision.tier?.rawValue
        tierReason = standing.decision.reason.word
        bestRank = standing.ranks?.lowerBound
        worstRank = standing.ranks?.upperBound
        canBeToldApart =
            review.classes.first { $0.name == standing.carrier.serviceClass }?.canBeToldApart ?? false
        gates = card.gates.map { FoundGate(gate: $0.gate, trips: $0.trips) }
        let counts = Dictionary(uniqueKeysWithValues: standing.measurements.map { ($0.definition.kpi, $0) })
        figures = card.lines.map { Figure($0, counts[$0.definition.kpi]) }
        charts = standing.charts.map(Chart.init)
        worstLanes = standing.worstLanes.map {
            Lane(
                lane: $0.lane,
                late: $0.late.count,
                deliveries: $0.late.trials,
                lateByOthers: $0.lateByOthers,
                interval90: Range($0.interval)
            )
        }
        disputes = standing.disputes.map {
            OpenDispute(
                kpi: $0.kpi.rawValue,
                subject: $0.trial.subject,
                lane: $0.trial.lane,
                moment: $0.trial.moment,
                cause: $0.trial.attribution?.cause.rawValue ?? ""
            )
        }
        lateInOurPlan = standing.predictedByPlan
    }
}

extension ScorecardJSON.Figure {
    fileprivate init(_ line: Scorecard.Line, _ counts: KPIMeasurement?) {
        kpi = line.definition.kpi.rawValue
        definition = line.definition
        weight = line.weight
        counted = counts?.allCauses
        carriersOwn = counts?.attributable
        failuresByCause = counts.map { measurement in
            Dictionary(uniqueKeysWithValues: measurement.failures.map { ($0.key.rawValue, $0.value) })
        }
        estimate = line.evidence?.mean
        if case .share(let distribution) = line.evidence {
            interval90 = ScorecardJSON.Range(distribution.interval())
        } else {
            interval90 = nil
        }
        points = line.points
    }
}

extension ScorecardJSON.Chart {
    fileprivate init(_ chart: ControlChart) {
        kind = chart.kind.rawValue
        rate = chart.rate
        days = chart.days
        points = chart.points.compactMap { item in
            item.point.map {
                Point(
                    moment: item.moment,
                    value: $0.value,
                    lower: $0.lower,
                    upper: $0.upper,
                    signal: $0.signal,
                    isSupported: $0.isSupported
                )
            }
        }
    }
}

extension TierDecision.Reason {
    /// One word for programs.
    fileprivate var word: String {
        switch self {
        case .first: "first"
        case .unchanged: "unchanged"
        case .held: "held"
        case .certain: "certain"
        case .twoPeriods: "two_periods"
        case .gated: "gated"
        case .noScore: "no_score"
        }
    }
}
