internal import Foundation
internal import Interchange
internal import TravelTimes
internal import VehicleRouting

/// A running day as its files describe it.
struct RunningInput {
    /// The day.
    let day: RunningDay
    /// What was read but has no effect.
    let warnings: [String]

    /// Reads the plan at `plan`, its problem, and the running day beside it, if there is one.
    ///
    /// - Parameter problem: The problem's file; nil for the one beside the plan whose name says `problem` where the plan's
    ///   says `plan`.
    init(plan: String, problem: String?) throws {
        let url = URL(fileURLWithPath: plan)
        let folder = url.deletingLastPathComponent()
        let name = url.lastPathComponent
        let sibling = name.hasPrefix("plan") ? "problem" + name.dropFirst("plan".count) : "problem.json"
        let given = problem ?? folder.appendingPathComponent(sibling).path
        let document = try ProblemFile.read(given)
        var read = document.problem
        try RoadEstimate.standard.fillMatrices(of: &read)
        warnings = document.warnings.map(\.description) + (try read.validated(from: given))
        let running = try PlanFile.plan(try PlanFile.read(plan, in: read), in: read)
        let state = folder.appendingPathComponent(RunningFile.name).path
        if let file = try RunningFile.read(state) {
            day = try file.day(running, in: read, path: state)
        } else {
            day = try RunningDay(running, in: read)
        }
    }
}
