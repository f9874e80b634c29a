import Planning

/// What a command says when it is done.
enum OutcomeText {
    /// A solved instance: cost, routes, how the search ended, the file.
    static func of(_ outcome: SolveInstance.Outcome, in file: String, strings: Strings = Strings()) -> String
    {
        var lines = [
            strings.text(.solvedCost, ["cost": outcome.cost]),
            strings.text(
                .solvedRoutes,
                ["routes": "\(outcome.routes)", "unassigned": "\(outcome.unassigned)"]
            ),
            strings.text(
                .searchEnded,
                [
                    "iterations": strings.number(Double(outcome.iterations)),
                    "seconds": strings.number(outcome.seconds, digits: 1),
                    "reason": strings[outcome.termination.phrase],
                ]
            ),
        ]
        if !outcome.isFeasible { lines.append(strings[.noFeasiblePlan]) }
        lines.append(strings.text(.wroteFile, ["file": file]))
        return lines.joined(separator: "\n")
    }

    /// A judged plan: cost, routes, findings.
    static func of(_ outcome: CheckPlan.Outcome, strings: Strings = Strings()) -> String {
        var lines = [
            strings.text(.solvedCost, ["cost": outcome.cost]),
            strings.text(
                .solvedRoutes,
                ["routes": "\(outcome.routes)", "unassigned": "\(outcome.unassigned)"]
            ),
        ]
        if outcome.findings.isEmpty {
            lines.append(strings[.planHolds])
        } else {
            lines.append(strings.text(.planFails, ["count": "\(outcome.findings.count)"]))
            lines += outcome.findings.map { "  \($0)" }
        }
        return lines.joined(separator: "\n")
    }
}
