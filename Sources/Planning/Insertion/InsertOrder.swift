internal import Foundation
internal import Interchange
internal import TravelTimes
public import VehicleRouting

/// Answers one urgent order against a written plan: the best places, what each costs, and who notices.
public struct InsertOrder: Sendable {
    /// Which order is to be placed.
    public enum Order: Hashable, Sendable {
        /// One that the plan does not know, in a file.
        case file(String)
        /// One that the plan leaves out or gives to a carrier, by its name.
        case named(String)
    }

    /// The plan, or the folder that holds it.
    public var plan: String
    /// The problem; nil for the `problem.json` beside the plan.
    public var problem: String?
    /// What is to be placed.
    public var order: Order
    /// How many places are wanted, at least 1.
    public var count = 3
    /// The folder that receives problem and plan with a place taken, if there is one; nil to write nothing.
    public var output: String?
    /// Which place is taken, counted from 1.
    public var taking = 1
    /// The time of a day under way, before which nothing can be changed; nil for a plan that nobody drives yet.
    public var now: Seconds?
    /// Seconds from `now` within which nothing changes any more.
    public var horizon: Seconds = 1800

    /// A question about `order` and the plan at `plan`.
    public init(_ order: Order, into plan: String) {
        self.order = order
        self.plan = plan
    }

    /// Reads, finds the places, and writes the plan with one of them taken if that is wanted.
    public func run() throws -> InsertionAnswer {
        var given = try GivenPlan(at: plan, problem: problem)
        if let now { given = try given.standing(at: now, horizon: horizon) }
        var (problem, task, guessed) = try read(given)
        let base = given.plan.without(task)
        if case .named = order { try refusePlanned(task, given) }
        problem = try Self.cover(problem, newPlaces: guessed, path: source)
        let places = PlaceFinder(base, in: problem).places(for: task, in: problem, count: count)
        var answer = InsertionAnswer(
            problem: problem,
            plan: base,
            task: task,
            places: places,
            offers: base.offers(for: task, in: problem),
            reasons: places.isEmpty
                ? ExplainUnassigned(problem).reasons(for: task, in: base, onVehicles: { _ in true }) : [],
            hasGuessedRoads: guessed > 0
        )
        // What nobody can take is an answer, with its reasons; there is nothing to write then.
        if let output, !places.isEmpty { answer.files = try write(answer, to: output) }
        return answer
    }

    /// The file that is at fault when the order makes the problem unfit.
    private var source: String {
        if case .file(let path) = order { path } else { plan }
    }

    private func read(_ given: GivenPlan) throws -> (Problem, TaskReference, newPlaces: Int) {
        switch order {
        case .named(let name): return (given.problem, try given.task(called: name, path: plan), 0)
        case .file(let path):
            var added = try OrderFile.read(path, into: given.problem)
            if case .job(let job) = added.task, added.problem.jobs[job].depots.isEmpty,
                !added.problem.jobs[job].delivery.isNothing
            {
                added.problem.jobs[job].depots = given.sources
            }
            return (added.problem, added.task, added.newPlaces)
        }
    }

    private func refusePlanned(_ task: TaskReference, _ given: GivenPlan) throws(PlanQuestionError) {
        let route = given.plan.routes.first { $0.visits.contains { $0.task == task } }
        guard let route else { return }
        let name = "\(given.problem.visit(task).id)"
        throw PlanQuestionError(
            .isPlanned(name, vehicle: "\(given.problem.vehicles[route.vehicle].id)"),
            about: plan
        )
    }

    /// The problem with driving times for its new places, found fit to be planned.
    private static func cover(_ problem: Problem, newPlaces: Int, path: String) throws -> Problem {
        var covered = problem
        try RoadEstimate.standard.addPlaces(newPlaces, to: &covered)
        _ = try covered.validated(from: path)
        return covered
    }

    /// The plan with the wanted place taken, checked, as `isotherm plan` would write it.
    private func write(_ answer: InsertionAnswer, to output: String) throws -> [String] {
        guard answer.places.indices.contains(taking - 1) else {
            throw PlanQuestionError(.noSuchPlace(taking, found: answer.places.count), about: plan)
        }
        var folder = try OutputFolder(at: output)
        let problem = answer.problem
        let taken = answer.places[taking - 1].applied(to: answer.plan)
        let evaluation = PlanEvaluation(taken, in: problem)
        let written = WrittenPlan(taken, evaluation: evaluation, in: problem)
        try folder.write(ProblemFile.text(for: problem).utf8, as: "problem.json")
        try folder.write(PlanFile.text(for: written, in: problem).utf8, as: "plan.json")
        try SelfCheck.confirm(folder)
        return try folder.publish(removing: [])
    }
}
