public import VehicleRouting

/// A problem that can be read but not planned.
public struct InvalidProblemError: Error, Hashable, CustomStringConvertible {
    /// The file or folder it came from.
    public let path: String
    /// What is wrong with it, all at once, never empty.
    public let issues: [ProblemIssue]

    /// A sentence per issue, each with its place, remedy and code.
    public var description: String {
        guard issues.count > 1 else { return issues.map { "\(path): \($0)" }.joined() }
        return (["\(path): \(issues.count) things stand in the way of planning"] + issues.map { "  \($0)" })
            .joined(separator: "\n")
    }
}

extension Problem {
    /// Refuses a problem with errors.
    ///
    /// - Parameter path: The file or folder it came from.
    /// - Returns: The warnings, a sentence each.
    func validated(from path: String) throws(InvalidProblemError) -> [String] {
        let issues = validate()
        let errors = issues.filter { $0.severity == .error }
        guard errors.isEmpty else { throw InvalidProblemError(path: path, issues: errors) }
        return issues.map(\.description)
    }
}
