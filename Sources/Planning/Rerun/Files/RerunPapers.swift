internal import Foundation
internal import Interchange
internal import VehicleRouting

/// The files that a rerun becomes: for each alternative a problem and a plan that can be checked and rerun again, the
/// running day that they share, and the comparison.
struct RerunPapers {
    /// Every name that may occur.
    static let allNames =
        (0...5).flatMap { [planName($0), problemName($0)] } + [RunningFile.name, RerunFile.name, pageName]
    static let pageName = "rerun.html"

    private let alternatives: [Alternative]
    private let recommended: Int?
    /// The running plan as it would have gone on.
    private let before: RunningDay
    private let tolerance: Seconds

    /// - Parameter alternatives: The most stable first, the untouched plan last.
    init(_ alternatives: [Alternative], recommended: Int?, toldBy before: RunningDay, tolerance: Seconds) {
        self.alternatives = alternatives
        self.before = before
        self.recommended = recommended
        self.tolerance = tolerance
    }

    private static func planName(_ number: Int) -> String { "plan-\(number).json" }
    private static func problemName(_ number: Int) -> String { "problem-\(number).json" }

    /// Alternatives count from 1; 0 is the untouched plan.
    private func number(_ index: Int) -> Int {
        index + 1 < alternatives.count ? index + 1 : 0
    }

    /// Writes problems and plans, reads them back and has them judged, then writes the rest.
    func write(to folder: inout OutputFolder) throws {
        var checksums: [String: String] = [:]
        for (index, alternative) in alternatives.enumerated() {
            let (problemName, planName) = (Self.problemName(number(index)), Self.planName(number(index)))
            let problem = alternative.day.writtenProblem
            let written = WrittenPlan(alternative.day.plan, evaluation: alternative.evaluation, in: problem)
            let given = ProblemFile.text(for: problem)
            let text = PlanFile.text(for: written, in: problem, warnings: alternative.day.notes)
            try folder.write(given.utf8, as: problemName)
            try folder.write(text.utf8, as: planName)
            checksums[planName] = Checksum.of((given + text).utf8)
            let read = try ProblemFile.read(folder.stagedPath(of: problemName)).problem
            try SelfCheck.confirm(PlanFile.read(folder.stagedPath(of: planName), in: read), in: read)
        }
        guard let first = alternatives.first else { return }
        try folder.write(RunningFile(first.day, plans: checksums).text(), as: RunningFile.name)
        try folder.write(comparison(first.day).text(), as: RerunFile.name)
        try folder.write(page().utf8, as: Self.pageName)
    }

    /// The recommended alternative beside the running plan, for people.
    func page() -> String {
        let shown = recommended ?? 0
        let page = RerunPage(
            alternatives[shown],
            called: Self.planName(number(shown)),
            before: before,
            lines: lines,
            tolerance: tolerance
        )
        return Templates.render(.rerun, page)
    }

    /// What the terminal shows.
    var lines: [RerunDay.Line] {
        alternatives.enumerated().map { index, alternative in
            RerunDay.Line(
                file: Self.planName(number(index)),
                scope: alternative.scope,
                isRecommended: index == recommended,
                cost: Display(alternative.day.problem).money(alternative.evaluation.cost),
                unassigned: alternative.day.plan.unassigned.count,
                brokenPromises: alternative.brokenPromises,
                changedTimes: alternative.changedTimes(beyond: tolerance),
                vehicles: alternative.difference.vehicles.count,
                elapsed: alternative.elapsed
            )
        }
    }

    private func comparison(_ day: RunningDay) -> RerunFile {
        RerunFile(
            now: day.now,
            handled: day.handled.map(CodableName.init),
            notes: day.notes,
            alternatives: alternatives.enumerated().map { index, alternative in
                RerunFile.Alternative(
                    plan: Self.planName(number(index)),
                    problem: Self.problemName(number(index)),
                    scope: alternative.scope.rawValue,
                    recommended: index == recommended,
                    cost: alternative.evaluation.cost.wireUnits,
                    deviation: alternative.deviation.wireUnits,
                    unassigned: alternative.day.plan.unassigned.count,
                    brokenPromises: alternative.brokenPromises,
                    violations: alternative.evaluation.violations.count,
                    customersToldAnotherTime: alternative.changedTimes(beyond: tolerance),
                    vehiclesChanged: alternative.difference.vehicles.sorted().map(CodableName.init),
                    readyAfterMs: Int((alternative.elapsed * 1000).rounded()),
                    difference: alternative.difference.stops.map(RerunFile.Stop.init)
                )
            }
        )
    }
}
