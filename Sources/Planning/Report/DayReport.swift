public import VehicleRouting

/// The report of a day: one HTML file with everything in it, for screens of any width and for paper.
///
/// ```swift
/// let report = DayReport(problem: problem, plan: plan, evaluation: evaluation, baseline: nil,
///     descriptions: DayDescriptions(), runFacts: facts)
/// let page = report.html()
/// ```
public struct DayReport {
    private let day: DayContext
    private let baseline: DayFigures?
    private let runFacts: RunFacts

    /// The report of `plan`.
    ///
    /// - Precondition: `evaluation` is that of `plan` in `problem`; `baseline` is a plan for the same problem.
    public init(
        problem: Problem,
        plan: Plan,
        evaluation: PlanEvaluation,
        baseline: Plan?,
        descriptions: DayDescriptions,
        runFacts: RunFacts,
        language: Language = .english
    ) {
        day = DayContext(
            problem: problem,
            plan: plan,
            evaluation: evaluation,
            descriptions: descriptions,
            display: Display(problem, language: language)
        )
        self.baseline = baseline.map {
            DayFigures($0, evaluation: PlanEvaluation($0, in: problem), in: problem)
        }
        self.runFacts = runFacts
    }

    /// `report.html`: self-contained, asks for nothing over the network, reads without scripts.
    public func html() -> String {
        Templates.render(.report, ReportPage(day, baseline: baseline, runFacts: runFacts))
    }
}
