import ArgumentParser
import Foundation
import Planning

/// `isotherm plan`: a day folder in, a folder of papers out.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Plan a day folder and write routes, lists and a report.",
        discussion: """
            DAY is a folder of CSV files; Docs/day-folder.md describes them column by column. Rows that cannot be \
            read are written to rejects.csv with the remedy, and the rest is planned.

            The output folder receives plan.json and problem.json, routes.geojson, stops.csv, dock-list.csv, \
            driver-sheets.html and report.html. Files appear complete or not at all. Ctrl-C ends the search and \
            writes the best plan so far; a second Ctrl-C ends at once and writes nothing.
            """
    )

    @Argument(help: ArgumentHelp("The day folder.", valueName: "day"), completion: .directory)
    var day: String

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "The folder to write to; files of an earlier run in it are replaced, others stay.",
            valueName: "dir"
        ),
        completion: .directory
    )
    var output: String

    @OptionGroup var search: SearchOptions
    @OptionGroup var trace: TraceOption

    @Option(
        help: ArgumentHelp(
            "What your columns are called; without it, mapping.json in the day folder if there is one.",
            valueName: "file"
        ),
        completion: .file(extensions: ["json"])
    )
    var mapping: String?

    @Flag(help: "Refuse the whole day when a single row cannot be read, instead of planning the rest.")
    var strict = false

    @Option(
        help: ArgumentHelp(
            "The plan you have today, to compare with; without it, fixed territories under the same rules.",
            valueName: "file"
        ),
        completion: .file(extensions: ["csv"])
    )
    var baseline: String?

    @Option(
        help: ArgumentHelp(
            "A plan store, made if there is none, that keeps the plan, its problem and the record of the run.",
            valueName: "file"
        ),
        completion: .file(extensions: ["sqlite"])
    )
    var store: String?

    @Option(
        help: ArgumentHelp(
            "When the plan is made, such as 2026-09-07T14:00:00Z; carriers' lead times count from here. Without it, planned_at of day.csv, or else the beginning of the day.",
            valueName: "time"
        ),
        transform: Moment.read
    )
    var plannedAt: Date?

    @OptionGroup var verbosity: Verbosity

    func run() throws {
        var request = PlanDay.Request(day: day, output: output, search: search.parameters)
        request.mapping = mapping
        request.isStrict = strict
        request.baseline = baseline
        request.trace = trace.trace
        request.plannedAt = plannedAt
        request.engineVersion = "isotherm \(Isotherm.configuration.version)"
        let (outcome, wasInterrupted) = try ObservedRun().perform { run in
            let outcome = try PlanDay(request).run(
                logger: verbosity.logger,
                shouldStop: run.shouldStop,
                onProgress: run.onProgress
            )
            return (outcome, run.wasInterrupted)
        }
        for warning in outcome.warnings { Console.standardError.write("warning: \(warning)") }
        print(OutcomeText.of(outcome, in: output, wasInterrupted: wasInterrupted))
        if let store { print("\n" + (try RunRecorder(file: store).record(outcome, of: request))) }
        if !outcome.isFeasible { throw ExitStatus.noFeasiblePlan }
    }
}
