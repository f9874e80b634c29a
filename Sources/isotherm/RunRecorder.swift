import Foundation
import PlanStore
import Planning
import RouteSearch

/// Writes a run that is over into a plan store.
struct RunRecorder {
    /// The store; made if there is none.
    let file: String

    /// Records what a run has published, as its files are, and says where.
    ///
    /// - Throws: P102 … P106; the published files stay as they are.
    func record(_ outcome: PlanDay.Outcome, of request: PlanDay.Request) throws -> String {
        let content = PlanContent(
            problem: try text(of: "problem.json", in: request.output),
            plan: try text(of: "plan.json", in: request.output)
        )
        let search = request.search
        let history = outcome.inputs.carrierHistory
        let run = RunRecord(
            engineVersion: request.engineVersion,
            seed: search.seed,
            seconds: search.seconds,
            iterationLimit: search.iterations,
            threads: search.threads,
            iterations: outcome.iterations,
            termination: outcome.termination.rawValue,
            decided: outcome.inputs.decided,
            baselineHash: outcome.inputs.todaysPlan.map { ContentHash.of($0) },
            historyHash: history.isEmpty ? nil : ContentHash.of(history)
        )
        let database = try PlanDatabase(path: file)
        let planner = Signature(person: NSUserName(), time: .now)
        let version = try database.add(content, named: outcome.name, run: run, signed: planner)
        let entry = try database.entries(of: version.id)[0]
        let place = Strings().text(
            .storeRecorded,
            [
                "file": file, "plan": "\(version.plan)", "number": "\(version.number)",
                "entry": "\(entry.number)",
            ]
        )
        return "\(place)\n  \(entry.hash)"
    }

    private func text(of name: String, in folder: String) throws -> String {
        try String(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(name), encoding: .utf8)
    }
}
