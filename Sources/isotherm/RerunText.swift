import Planning

/// What a rerun says when it is done.
enum RerunText {
    /// Where the day stands, the alternatives in a table, what to watch, the files.
    static func of(_ outcome: RerunDay.Outcome, in folder: String, strings: Strings = Strings()) -> String {
        let state = [
            "time": outcome.time, "events": "\(outcome.handled)", "done": "\(outcome.done)",
            "open": "\(outcome.open)",
        ]
        var lines = [strings.text(.rerunState, state), ""]
        lines += table(outcome.lines, strings)
        lines += ["", strings.text(.rerunRecommended)]
        if outcome.wasInterrupted { lines.append(strings.text(.rerunInterrupted)) }
        if !outcome.notes.isEmpty {
            lines += ["", strings.text(.rerunNotes)]
            lines += outcome.notes.map { "  \($0)" }
        }
        lines += ["", strings.text(.rerunFiles, ["folder": folder])]
        lines += outcome.files.map { "  \($0)" }
        return lines.joined(separator: "\n")
    }

    private static func table(_ lines: [RerunDay.Line], _ strings: Strings) -> [String] {
        let heading = [
            "", strings.text(.columnScope), strings.text(.columnCost), strings.text(.columnLeftOut),
            strings.text(.columnBroken), strings.text(.columnTold), strings.text(.columnVehicles),
            strings.text(.columnReady), strings.text(.columnFile),
        ]
        let rows = lines.map { line in
            [
                line.isRecommended ? "*" : "", strings.text(line.scope.phrase), line.cost,
                "\(line.unassigned)",
                "\(line.brokenPromises)", "\(line.changedTimes)", "\(line.vehicles)",
                strings.number(line.elapsed, digits: 1) + " s", line.file,
            ]
        }
        return TextTable.lines([heading] + rows, words: [0, 1, heading.count - 1])
    }
}
