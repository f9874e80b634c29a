public import VehicleRouting

/// The report of a day: one HTML file with everything in it, for screens of any width and for paper.
///
/// ```swift
/// let page = DayReport(day, baseline: nil, runFacts: facts).html()
/// ```
public struct DayReport {
    private let day: DayContext
    private let baseline: DayFigures?
    private let runFacts: RunFacts
    /// Own fleet and carriers; nil without carriers.
    var market: MarketSection?

    /// The report of `day`.
    ///
    /// - Precondition: `baseline` is a plan for the same problem.
    public init(_ day: DayContext, baseline: Plan?, runFacts: RunFacts) {
        self.day = day
        self.baseline = baseline.map {
            DayFigures($0, evaluation: PlanEvaluation($0, in: day.problem), in: day.problem)
        }
        self.runFacts = runFacts
    }

    /// `report.html`: self-contained, asks for nothing over the network, reads without scripts.
    public func html() -> String {
        Templates.render(.report, ReportPage(day, baseline: baseline, runFacts: runFacts, market: market))
    }
}
