internal import Foundation
internal import Interchange
internal import TravelTimes
internal import VehicleRouting

/// A problem from a file of any format that holds a whole one: JSON, or a published instance.
struct GivenProblem {
    /// What is to be planned; it has passed validation.
    let problem: Problem
    /// The published instance it is; nil when it came as JSON.
    let instance: Instance?
    /// What is odd about the file, a sentence each.
    let warnings: [String]

    /// Reads the file at `path`, whose format is told from its contents.
    init(at path: String, rounding: Rounding?) throws {
        var found: [String] = []
        if JSONSniffer.recognises(path) {
            let document = try ProblemFile.read(path)
            instance = nil
            var read = document.problem
            try RoadEstimate.standard.fillMatrices(of: &read)
            problem = read
            found = document.warnings.map(\.description)
        } else {
            let read = try InstanceFile.read(path, rounding: rounding)
            instance = read
            problem = read.problem
        }
        warnings = found + (try problem.validated(from: path))
    }

    /// How many wire units make one of what amounts are shown in.
    var unitsPerOne: Int {
        instance.map { $0.costDecimals > 0 ? $0.scale : 1 } ?? problem.currency?.wireUnits ?? 1
    }

    /// An amount in the file's own unit and number of decimals.
    func text(of cost: Cost) -> String {
        instance?.text(of: cost) ?? Display(problem).money(cost)
    }

    /// Whether `evaluation` is that of a plan to be content with.
    ///
    /// A published instance leaves nobody out; other problems may, as long as somebody is served.
    func isSolved(by plan: Plan, _ evaluation: PlanEvaluation) -> Bool {
        guard evaluation.violations.isEmpty else { return false }
        if instance != nil { return evaluation.unassignedRequired == 0 }
        return plan.unassigned.isEmpty || plan.servesSomething
    }
}

/// Tells JSON from the other formats.
enum JSONSniffer {
    /// Whether the first character of the file at `path`, blanks left aside, opens a JSON document.
    ///
    /// A file that cannot be read is not recognised: whoever reads it next says why.
    static func recognises(_ path: String) -> Bool {
        guard let handle = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? handle.close() }
        let start = (try? handle.read(upToCount: 1024)) ?? Data()
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = start.starts(with: mark) ? start.dropFirst(mark.count) : start[...]
        let first = text.first { !" \t\r\n".utf8.contains($0) }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }
}

extension Plan {
    /// Whether a route or a carrier serves at least one task.
    var servesSomething: Bool {
        !routes.allSatisfy(\.visits.isEmpty) || !awards.isEmpty
    }
}
