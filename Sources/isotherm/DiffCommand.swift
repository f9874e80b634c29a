import ArgumentParser
import Planning

/// `isotherm diff`: what changes from one plan to another.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say what changes from one plan to another, stop by stop.",
        discussion: """
            BEFORE and AFTER are plans in JSON, or folders that “isotherm plan” wrote. They may be of different problems, \
            as before and after an urgent order; stops are matched by the names of their orders.
            """
    )

    @Argument(help: ArgumentHelp("The earlier plan.", valueName: "before"), completion: .file())
    var before: String

    @Argument(help: ArgumentHelp("The later plan.", valueName: "after"), completion: .file())
    var after: String

    @Option(
        help: ArgumentHelp(
            "Seconds by which a stop may be earlier or later without being listed for that alone.",
            valueName: "seconds"
        )
    )
    var tolerance = 60

    @OptionGroup var answer: AnswerOptions

    func validate() throws {
        guard tolerance >= 0 else {
            throw ValidationError("--tolerance is \(tolerance), but must be 0 or more.")
        }
    }

    func run() throws {
        var comparison = ComparePlans(before, after)
        comparison.problem = answer.problem
        let found = try comparison.run()
        print(
            answer.json ? try found.json(tolerance: tolerance) : found.text(tolerance: tolerance) + "\n",
            terminator: ""
        )
    }
}
