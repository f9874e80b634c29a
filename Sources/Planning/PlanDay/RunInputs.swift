internal import Foundation
internal import Interchange
public import VehicleRouting

/// What a plan hangs on besides its problem: without it nobody can make the plan again.
public struct RunInputs: Hashable, Sendable {
    /// The second of the day from which carriers' notice counts.
    public var decided: Seconds
    /// Today's plan, from which the search began, as its file would be; nil for a run that had none.
    public var todaysPlan: String?
    /// The carriers' record: names and contents of its files one after the other, in order; empty without one.
    public var carrierHistory: [String]

    /// What a run of `request` hangs on.
    init(_ input: DayInput, _ request: PlanDay.Request, baseline: DayBaseline) {
        decided = DayPool.decided(input, request)
        if baseline.source == .todaysStops {
            let evaluation = PlanEvaluation(baseline.plan, in: input.problem)
            let written = WrittenPlan(baseline.plan, evaluation: evaluation, in: input.problem)
            todaysPlan = PlanFile.text(for: written, in: input.problem)
        }
        carrierHistory = []
        guard !input.problem.carriers.isEmpty else { return }
        let folder = URL(fileURLWithPath: "\(request.day)/\(DayPool.historyName)")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names.sorted() {
            guard let bytes = try? Data(contentsOf: folder.appendingPathComponent(name)) else { continue }
            // Whatever the encoding of a file, its bytes are kept apart from any others.
            carrierHistory += [name, bytes.base64EncodedString()]
        }
    }
}
