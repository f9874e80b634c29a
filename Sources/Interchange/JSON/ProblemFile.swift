public import VehicleRouting

/// Reads and writes problems as JSON: VROOM's format and its superset, which `Docs/problem-json.md` describes.
public enum ProblemFile {
    /// Reads the problem at `path`.
    ///
    /// With `isStrict` an unknown key is an error, otherwise a warning.
    public static func read(_ path: String, isStrict: Bool = false) throws(FormatError) -> ProblemDocument {
        let bytes = try FileBytes.read(path)
        do {
            return try read(bytes, isStrict: isStrict)
        } catch {
            throw FormatError(error.reason, at: error.place, in: path)
        }
    }

    /// Reads the problem that `bytes` are the text of.
    public static func read(_ bytes: [UInt8], isStrict: Bool = false) throws(FormatError) -> ProblemDocument {
        let root = try JSONMembers(try JSONParser.parse(bytes), at: "", called: "the document")
        var reader = ProblemReader(isStrict: isStrict)
        try reader.read(root)
        return ProblemDocument(
            problem: reader.problem,
            initialPlan: try reader.initialPlan(),
            warnings: reader.keys.warnings
        )
    }

    /// The problem as JSON text; reading it gives the same problem.
    ///
    /// Keys always come in the same order, so equal problems have equal texts.  Costs are whole wire units.
    public static func text(for problem: Problem) -> String {
        JSONWriter.text(ProblemWriter(problem: problem).document)
    }
}

/// A problem file that has been read.
public struct ProblemDocument: Hashable, Sendable {
    /// What is to be planned; without matrices where the file leaves travel times to the planner.
    public var problem: Problem
    /// The plan that the vehicles' `steps` describe, all other tasks being unassigned; nil when no vehicle has any.
    public var initialPlan: Plan?
    /// What was read but has no effect, in the order of the file.
    public var warnings: [FormatWarning]
}
