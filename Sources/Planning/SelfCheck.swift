internal import Interchange
public import VehicleRouting

/// A plan of ours that its own check does not confirm: a fault of the program, so nothing is written.
public struct SelfCheckError: Error, Hashable, CustomStringConvertible {
    /// What the checker found, never empty.
    public let findings: [CheckFinding]

    /// A code that never changes; Docs/errors.md explains it.
    public let code = "S101"

    /// What was found, a line each, and what to do about it.
    public var description: String {
        let lines = findings.map { "  \($0)" }.joined(separator: "\n")
        return """
            the plan does not pass its own check, so nothing was written; please report this with the input (\(code))
            \(lines)
            """
    }
}

/// The check that every plan passes before it leaves the program.
enum SelfCheck {
    /// Confirms the `plan.json` in a folder, read back from the bytes that are about to be published.
    ///
    /// - Parameter given: The problem it answers; nil for the `problem.json` beside it, read back as well.
    static func confirm(_ folder: borrowing OutputFolder, problem given: Problem? = nil) throws {
        let problem = try given ?? ProblemFile.read(folder.stagedPath(of: "problem.json")).problem
        try confirm(PlanFile.read(folder.stagedPath(of: "plan.json"), in: problem), in: problem)
    }

    /// Confirms what is about to be published.
    ///
    /// A promise that the plan itself admits to be broken is no fault of the program.
    static func confirm(_ plan: WrittenPlan, in problem: Problem) throws(SelfCheckError) {
        let findings = PlanChecker(problem).check(plan).filter { !$0.isAdmitted }
        guard findings.isEmpty else { throw SelfCheckError(findings: findings) }
    }
}

extension CheckFinding {
    /// Whether it is a broken promise that the plan states by the same amount.
    fileprivate var isAdmitted: Bool {
        kind == .brokenPromise && stated != nil && stated == derived
    }
}
