internal import Foundation
internal import Interchange
internal import VehicleRouting

/// The files that a planned day becomes.
struct DayPapers {
    /// Every name that may occur; those that a run does not write are removed from the folder.
    static let allNames = [
        "problem.json", "plan.json", "routes.geojson", "stops.csv", "dock-list.csv", "driver-sheets.html",
        "report.html", "rejects.csv", CandidateLedger.fileName, MarketLedger.fileName,
    ]

    private let input: DayInput
    private let plan: Plan
    /// The record of the allocation, as CSV; nil when nothing was to be given to carriers.
    private let candidates: String?
    /// The rounds of the market, as CSV; nil without carriers.
    private let market: String?
    /// Own fleet and carriers, for the report; nil without carriers.
    private let marketSection: MarketSection?
    private let evaluation: PlanEvaluation
    private let baseline: DayBaseline
    private let facts: RunFacts
    private let descriptions: DayDescriptions

    init(
        input: DayInput,
        plan: Plan,
        candidates: String?,
        market: String?,
        marketSection: MarketSection?,
        evaluation: PlanEvaluation,
        baseline: DayBaseline,
        facts: RunFacts
    ) {
        self.input = input
        self.plan = plan
        self.candidates = candidates
        self.market = market
        self.marketSection = marketSection
        self.baseline = baseline
        self.facts = facts
        self.evaluation = evaluation
        descriptions = DayDescriptions(input.folder.details, in: input.problem)
    }

    /// The figures of the plan beside those of the baseline.
    var figures: FigureTable {
        FigureTable(
            plan: DayFigures(plan, evaluation: evaluation, in: input.problem),
            baseline: DayFigures(
                baseline.plan,
                evaluation: PlanEvaluation(baseline.plan, in: input.problem),
                in: input.problem
            ),
            problem: input.problem,
            display: Display(input.problem)
        )
    }

    private var written: WrittenPlan {
        WrittenPlan(plan, evaluation: evaluation, in: input.problem)
    }

    /// Jobs and shipments left out.
    var unassigned: Int { plan.unassigned.count }

    /// Whether no promise is broken and something is served, if there was anything to serve.
    var isFeasible: Bool {
        evaluation.violations.isEmpty && (plan.servesSomething || plan.unassigned.isEmpty)
    }

    /// Writes problem and plan, reads both back and has them judged: what is published is what was checked.
    func writeAndConfirmPlan(to folder: inout OutputFolder) throws {
        try folder.write(ProblemFile.text(for: input.problem).utf8, as: "problem.json")
        try folder.write(
            PlanFile.text(for: written, in: input.problem, warnings: input.warnings).utf8,
            as: "plan.json"
        )
        try SelfCheck.confirm(folder)
    }

    /// Writes what people read.
    func write(to folder: inout OutputFolder) throws {
        let problem = input.problem
        let day = DayContext(
            problem: problem,
            plan: plan,
            evaluation: evaluation,
            descriptions: descriptions
        )
        let map = try RouteMapFile.text(for: written, in: problem) { day.place($0) }
        try folder.write(map.utf8, as: "routes.geojson")
        try folder.write(StopList(day).csv().utf8, as: "stops.csv")
        try folder.write(DockList(day).csv().utf8, as: "dock-list.csv")
        try folder.write(DriverSheets(day).html().utf8, as: "driver-sheets.html")
        var report = DayReport(day, baseline: baseline.plan, runFacts: facts)
        report.market = marketSection
        try folder.write(report.html().utf8, as: "report.html")
        if let candidates { try folder.write(candidates.utf8, as: CandidateLedger.fileName) }
        if let market { try folder.write(market.utf8, as: MarketLedger.fileName) }
        if !input.folder.rejects.isEmpty {
            try folder.write(input.folder.rejectsCSV.utf8, as: "rejects.csv")
        }
    }
}
