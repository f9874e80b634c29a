internal import VehicleRouting

/// What the template of the report shows; every property is a name the template knows.
struct ReportPage {
    struct Fact {
        let term: String
        let value: String
    }

    struct LeftOut {
        let orderCodes: String
        let siteName: String
        let window: String
        let handling: String
        let regimeName: String
        /// The reason of the vehicles that come closest to serving it.
        let firstReason: String
        /// The next best ways to serve the order.
        let otherReasons: [String]
        /// The rest, folded away; nil when there are no more.
        let further: Further?
    }

    struct CarrierRow {
        let carrierName: String
        let orderCodes: String
        let siteName: String
        let window: String
        let handling: String
        let regimeName: String
        let price: String
    }

    let t: [String: String]
    let language: String
    let style: String
    let script: String
    let dayName: String
    let depots: String
    let facts: [Fact]
    let headlines: [FigureTable.Line]
    let lines: [FigureTable.Line]
    let hasBaseline: Bool
    let baselineNote: String
    let warnings: [String]
    let brokenPromises: [String]
    let leftOut: [LeftOut]
    let leftOutHeading: String
    let tightStops: [TightStop]
    let map: RouteMap?
    let gantt: RouteGantt?
    let cards: [RouteCard]
    let carrierRows: [CarrierRow]
    let carrierTotal: String
    let market: MarketSection?
    let convergence: ConvergencePlot?

    init(_ day: DayContext, baseline: DayFigures?, runFacts: RunFacts, market: MarketSection? = nil) {
        let strings = day.strings
        t = strings.all
        language = strings.language.rawValue
        style = Templates.reportStyle
        script = Templates.reportScript
        dayName = day.problem.name.isEmpty ? strings[.untitledDay] : day.problem.name
        depots = day.problem.depots.indices.map(day.depotName).joined(separator: ", ")
        facts = ReportPage.facts(runFacts, day: day)
        let table = FigureTable(
            plan: DayFigures(day.plan, evaluation: day.evaluation, in: day.problem),
            baseline: baseline,
            problem: day.problem,
            display: day.display
        )
        headlines = table.lines.filter(\.isHeadline)
        lines = table.lines
        hasBaseline = baseline != nil
        baselineNote =
            strings[runFacts.baselineSource == .todaysStops ? .baselineTodayNote : .baselineTerritoriesNote]
        let rejects = ["count": strings.fixed(runFacts.rejects, digits: 0)]
        warnings =
            (runFacts.rejects > 0 ? [strings.text(.rowsLeftOut, rejects)] : []) + runFacts.capacityWarnings
        brokenPromises = day.evaluation.violations.map(day.sentence)
        leftOut = day.plan.unassigned.map { LeftOut($0, day: day) }
        leftOutHeading = strings.text(.leftOutHeading, ["count": "\(day.plan.unassigned.count)"])
        tightStops = TightStop.list(day)
        map = RouteMap(day)
        gantt = RouteGantt(day)
        cards = day.drivenRoutes.enumerated().map {
            RouteCard(index: $0, $1.route, $1.evaluation, day: day)
        }
        carrierRows = day.plan.awards.map { CarrierRow($0, day: day) }
            .sorted { ($0.carrierName, $0.orderCodes) < ($1.carrierName, $1.orderCodes) }
        carrierTotal = day.display.money(day.evaluation.carrierCost)
        self.market = market
        convergence = ConvergencePlot(runFacts.incumbents, seconds: runFacts.seconds, display: day.display)
    }

    private static func facts(_ run: RunFacts, day: DayContext) -> [Fact] {
        let strings = day.strings
        var facts: [Fact] = []
        func add(_ phrase: Phrase, _ value: String?) {
            if let value { facts.append(Fact(term: strings[phrase], value: value)) }
        }
        add(.factDate, day.display.clock.date)
        add(.factTimeZone, day.problem.timeZone)
        add(.factEngine, run.engineVersion)
        add(.factSeed, "\(run.seed)")
        add(.factSeconds, "\(strings.number(run.seconds, digits: 1)) s")
        add(.factIterations, run.iterations.map { strings.fixed($0, digits: 0) })
        add(.factTermination, run.termination)
        add(.factLowerBound, run.lowerBound.map(day.display.money))
        return facts
    }
}

extension ReportPage.LeftOut {
    /// Reasons that do not stand in everybody's sight, with the line that unfolds them.
    struct Further {
        let label: String
        let reasons: [String]
    }

    /// How many reasons are shown behind the first.
    private static var shown: Int { 3 }

    init(_ item: Unassigned, day: DayContext) {
        orderCodes = day.orders(item.task)
        siteName = day.place(item.task)
        window = day.display.windows(day.problem.visit(item.task).timeWindows)
        handling = day.handling(item.task)
        regimeName = day.display.regime(day.problem.regime(item.task))
        let sentences = day.sentences(item.reasons)
        firstReason = sentences.first ?? day.strings[.reasonUnknown]
        otherReasons = Array(sentences.dropFirst().prefix(Self.shown))
        let rest = Array(sentences.dropFirst(1 + Self.shown))
        let label = day.strings.text(.furtherReasons, ["count": "\(rest.count)"])
        further = rest.isEmpty ? nil : Further(label: label, reasons: rest)
    }
}

extension ReportPage.CarrierRow {
    init(_ award: Award, day: DayContext) {
        let carrier = day.problem.carriers[award.carrier]
        carrierName = carrier.name.isEmpty ? "\(carrier.id)" : carrier.name
        orderCodes = day.orders(award.task)
        siteName = day.place(award.task)
        window = day.display.windows(day.problem.visit(award.task).timeWindows)
        handling = day.handling(award.task)
        regimeName = day.display.regime(day.problem.regime(award.task))
        price = day.display.money(day.problem.price(of: award.task, by: carrier))
    }
}
