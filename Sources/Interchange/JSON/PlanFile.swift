public import VehicleRouting

/// Reads and writes plans as JSON: VROOM's answer format with further keys, which `Docs/plan-json.md` describes.
public enum PlanFile {
    /// The plan as JSON text.
    ///
    /// `warnings` are sentences for the user and stand at the end of the document.
    public static func text(
        for plan: WrittenPlan,
        in problem: Problem,
        computingTimes: ComputingTimes = ComputingTimes(),
        warnings: [String] = []
    ) -> String {
        let writer = PlanWriter(plan: plan, problem: problem)
        return JSONWriter.text(writer.document(computingTimes: computingTimes, warnings: warnings))
    }

    /// Reads what the plan file at `path` states about a plan of `problem`.
    public static func read(_ path: String, in problem: Problem) throws(FormatError) -> WrittenPlan {
        let bytes = try FileBytes.read(path)
        do {
            return try read(bytes, in: problem)
        } catch {
            throw FormatError(error.reason, at: error.place, in: path)
        }
    }

    /// Reads what the plan that `bytes` are the text of states.
    ///
    /// Nothing is checked but the form: that a named vehicle exists or a cost is right is for `PlanChecker` to judge.
    public static func read(_ bytes: [UInt8], in problem: Problem) throws(FormatError) -> WrittenPlan {
        let root = try JSONMembers(try JSONParser.parse(bytes), at: "", called: "the document")
        return try PlanReader(problem: problem).read(root)
    }

    /// The decisions of a written plan, as a plan of `problem`.
    ///
    /// What other programs do not write is filled in: the compartments goods travel in and what these are kept at.
    public static func plan(_ written: WrittenPlan, in problem: Problem) throws(FormatError) -> Plan {
        try PlanBuilder(problem: problem).plan(written)
    }
}

/// How long the parts of a run took, in milliseconds, as VROOM reports it.
public struct ComputingTimes: Hashable, Sendable {
    /// Reading the problem and getting travel times.
    public var loading: Int
    /// Searching.
    public var solving: Int
    /// Getting the geometry of the routes.
    public var routing: Int

    /// These times, in milliseconds.
    public init(loading: Int = 0, solving: Int = 0, routing: Int = 0) {
        self.loading = loading
        self.solving = solving
        self.routing = routing
    }
}
