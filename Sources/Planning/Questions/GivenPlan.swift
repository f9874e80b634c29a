internal import Foundation
internal import Interchange
internal import VehicleRouting

/// A written plan that somebody has a question about, with the problem it answers.
struct GivenPlan {
    /// What was to be planned.
    let problem: Problem
    /// The plan, with all tasks accounted for.
    let plan: Plan
    /// The file the problem came from.
    let problemPath: String
    /// Depots (indices) that goods come from when an order names none; empty for all.
    let sources: Set<Int>

    /// Reads the plan at `path`: the file, or the folder that `isotherm plan` wrote.
    ///
    /// - Parameter problem: The file of the problem; nil for the `problem.json` beside the plan.
    init(at path: String, problem: String?) throws {
        let place = URL(fileURLWithPath: path)
        let isFolder = try? place.resourceValues(forKeys: [.isDirectoryKey]).isDirectory
        let file = isFolder == true ? place.appendingPathComponent("plan.json") : place
        problemPath =
            problem ?? file.deletingLastPathComponent().appendingPathComponent("problem.json").relativePath
        sources = []
        let given = try GivenProblem(at: problemPath, rounding: nil)
        self.problem = given.problem
        let written = try PlanFile.read(file.relativePath, in: given.problem)
        do {
            plan = try PlanFile.plan(written, in: given.problem)
        } catch {
            throw FormatError(error.reason, at: error.place, in: file.relativePath)
        }
        try Self.refuseGaps(in: plan, of: given.problem, path: file.relativePath)
    }

    /// What is left of a plan that is driven at a time, without what can no longer be changed then.
    ///
    /// - Throws: When a vehicle has no place to start from, so that nobody could say where it is.
    func standing(at now: Seconds, horizon: Seconds) throws(RerunError) -> GivenPlan {
        var day = try RunningDay(plan, in: problem)
        day.advance(to: now)
        let frozen = FrozenDay(day, horizon: horizon)
        var plan = frozen.plan
        plan.complete(in: frozen.problem)
        return GivenPlan(frozen.problem, plan, from: problemPath, sources: Set(day.sources))
    }

    init(_ problem: Problem, _ plan: Plan, from path: String, sources: Set<Int> = []) {
        self.problem = problem
        self.plan = plan
        self.sources = sources
        problemPath = path
    }

    /// Refuses a plan that forgets tasks or does them twice: it belongs to another problem.
    private static func refuseGaps(in plan: Plan, of problem: Problem, path: String) throws {
        let gap = PlanEvaluation(plan, in: problem).violations.first {
            [.missing, .duplicate].contains($0.cause)
        }
        guard let gap else { return }
        let thing = gap.task.map { "\(problem.visit($0).id)" } ?? gap.detail
        throw PlanQuestionError(gap.cause == .missing ? .forgets(thing) : .doubles(thing), about: path)
    }

    /// The job or shipment that is called `name`, by its pickup.
    func task(called name: String, path: String) throws(PlanQuestionError) -> TaskReference {
        if let job = problem.jobs.firstIndex(where: { "\($0.id)" == name }) { return .job(job) }
        let shipment = problem.shipments.firstIndex {
            "\($0.pickup.id)" == name || "\($0.delivery.id)" == name
        }
        if let shipment { return .pickup(shipment) }
        let names = problem.jobs.map(\.id) + problem.shipments.flatMap { [$0.pickup.id, $0.delivery.id] }
        throw PlanQuestionError(
            .unknownOrder(name, nearest: NearestWord.of(name, among: names.map { "\($0)" })),
            about: path
        )
    }
}
