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

    /// Routes scheduled as they stand.
    static func of(_ outcome: SchedulePlan.Outcome, strings: Strings = Strings()) -> String {
        var lines = outcome.timetable
        lines.append(strings.text(.solvedCost, ["cost": outcome.cost]))
        lines.append(
            strings.text(
                .solvedRoutes,
                ["routes": "\(outcome.routes)", "unassigned": "\(outcome.unassigned)"]
            )
        )
        if outcome.broken.isEmpty {
            lines.append(strings[.planKeepsAll])
        } else {
            lines.append(strings.text(.planBreaks, ["count": "\(outcome.broken.count)"]))
            lines += outcome.broken.map { "  \($0)" }
        }
        return lines.joined(separator: "\n")
    }

    /// A planned day: the five figures a dispatcher looks at first, then the files.
    static func of(
        _ outcome: PlanDay.Outcome,
        in folder: String,
        wasInterrupted: Bool,
        strings: Strings = Strings()
    ) -> String {
        var lines: [String] = []
        if wasInterrupted { lines.append(strings[.interrupted]) }
        lines += table(outcome.figures.lines.filter(\.isHeadline), strings)
        if outcome.rejects > 0 {
            lines += ["", strings.text(.rowsRejected, ["count": strings.number(Double(outcome.rejects))])]
        }
        lines += ["", of(files: outcome.files, in: folder, strings: strings)]
        if !outcome.isFeasible { lines += ["", strings[.noFeasiblePlan]] }
        return lines.joined(separator: "\n")
    }

    /// A generated day: what is in it, how its demand compares with its fleet, the files.
    static func of(
        _ summary: GenerationSummary,
        files: [String],
        in folder: String,
        strings: Strings = Strings()
    ) -> String {
        func number(_ value: Int) -> String { strings.number(Double(value)) }
        var lines = [
            strings.text(
                .generatedOrders,
                [
                    "orders": number(summary.orders), "lines": number(summary.lines),
                    "open": number(summary.openSites), "sites": number(summary.sites),
                ]
            )
        ]
        if summary.impossible > 0 {
            lines.append(strings.text(.generatedImpossible, ["count": number(summary.impossible)]))
        }
        let types = summary.vehicles.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        let vehicles = summary.vehicles.values.reduce(0, +)
        lines.append(
            strings.text(
                .generatedVehicles,
                ["count": number(vehicles), "types": types.joined(separator: ", ")]
            )
        )
        lines += summary.balances.map { balance in
            strings.text(
                .generatedRoom,
                [
                    "goods": balance.goodsClass, "demand": strings.number(balance.demandLitres),
                    "room": strings.number(balance.roomLitres),
                ]
            )
        }
        lines.append(
            strings.text(
                .generatedWork,
                ["work": strings.number(summary.workHours), "shift": strings.number(summary.shiftHours)]
            )
        )
        lines += ["", of(files: files, in: folder, strings: strings)]
        return lines.joined(separator: "\n")
    }

    /// The files that a command has written.
    static func of(files: [String], in folder: String, strings: Strings = Strings()) -> String {
        ([strings.text(.wroteFiles, ["folder": folder])] + files.map { "  \($0)" }).joined(separator: "\n")
    }

    /// Figures under each other, beside those of the baseline.
    private static func table(_ figures: [FigureTable.Line], _ strings: Strings) -> [String] {
        let rows =
            [["", strings[.thisPlan], strings[.baseline], ""]]
            + figures.map { [$0.label, $0.plan, $0.baseline ?? "", $0.difference ?? ""] }
        return TextTable.lines(rows, words: [0])
    }
}
