public import ArgumentParser
public import Interchange
import Planning

/// `isotherm solve`: one problem file in, one plan file out.
struct SolveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "solve",
        abstract: "Solve a published instance or a VROOM problem.",
        discussion: """
            INSTANCE is a file of Solomon, Gehring and Homberger, Li and Lim, or VRPLIB, or a problem in VROOM's JSON, \
            with or without Isotherm's extensions. The format is told from the contents.
            """
    )

    @Argument(help: "The file to solve.", completion: .file())
    var instance: String

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "The file to write: routes and cost if its name ends in .sol, VROOM's JSON if in .json.",
            valueName: "file"
        ),
        completion: .file(extensions: ["sol", "json"])
    )
    var output: String

    @OptionGroup var search: SearchOptions
    @OptionGroup var trace: TraceOption
    @OptionGroup var rounding: RoundingOption
    @OptionGroup var verbosity: Verbosity

    func run() throws {
        let outcome = try ObservedRun().perform { run in
            try SolveInstance(
                instance,
                output: output,
                rounding: rounding.rounding,
                parameters: search.parameters,
                trace: trace.trace
            ).run(logger: verbosity.logger, shouldStop: run.shouldStop, onProgress: run.onProgress)
        }
        for warning in outcome.warnings { Console.standardError.write("warning: \(warning)") }
        print(OutcomeText.of(outcome, in: output))
        if !outcome.isFeasible { throw ExitStatus.noFeasiblePlan }
    }
}

/// How distances of published instances become whole numbers.
struct RoundingOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            How the numbers of a published instance become whole: none, round, trunc, dimacs or exact. Costs compare \
            only under the same rounding; without it, the one customary for the format.
            """,
            valueName: "rounding"
        )
    )
    var rounding: Rounding?
}

extension Rounding: ExpressibleByArgument {}
