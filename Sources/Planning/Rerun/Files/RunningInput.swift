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
        var warnings = document.warnings.map(\.description) + (try read.validated(from: given))
        let running = try PlanFile.plan(try PlanFile.read(plan, in: read), in: read)
        let state = folder.appendingPathComponent(RunningFile.name).path
        let bytes = try Data(contentsOf: URL(fileURLWithPath: given)) + Data(contentsOf: url)
        if let file = try RunningFile.read(state),
            try file.belongs(to: name, Checksum.of(bytes), path: state, &warnings)
        {
            day = try file.day(running, in: read, path: state)
        } else {
            day = try RunningDay(running, in: read)
        }
        self.warnings = warnings
    }
}

extension RunningFile {
    /// Whether this is the state of the plan of this name, and not one that another rerun left beside it.
    ///
    /// - Throws: When the plan has the name of one of its plans, but is none of them any more.
    fileprivate func belongs(
        to name: String,
        _ checksum: String,
        path: String,
        _ warnings: inout [String]
    ) throws(FormatError) -> Bool {
        // Versions before plans had checksums go by the name.
        let isNamed = plans?[name] != nil || plans == nil && name.hasPrefix("plan-")
        guard let plans else { return isNamed }
        if plans.values.contains(checksum) { return true }
        guard !isNamed else {
            throw FormatError(
                .conflict(
                    "it is the state of another \(name), not of the one that is there now",
                    remedy: "run the rerun again that wrote both, and change its plans by events only"
                ),
                in: path
            )
        }
        warnings.append(
            "\(path): it is the state of \(plans.keys.sorted().joined(separator: ", ")), so it is not read for \(name)"
        )
        return false
    }
}
