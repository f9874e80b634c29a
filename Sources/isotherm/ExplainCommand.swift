import ArgumentParser
import Planning

/// `isotherm explain`: why an order is where it is.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract:
            "Say why an order is where it is, who else could take it for how much, and what stops the others.",
        discussion: """
            PLAN is a plan in JSON, or a folder that “isotherm plan” wrote. Prices are exact, with everything else where it \
            is in the plan. For an order that is left out the reasons are those of the plan itself.
            """
    )

    @Argument(help: ArgumentHelp("The plan.", valueName: "plan"), completion: .file())
    var plan: String

    @Option(help: ArgumentHelp("The job or shipment, as the problem names it.", valueName: "id"))
    var job: String

    @OptionGroup var answer: AnswerOptions

    func run() throws {
        var question = ExplainOrder(job, in: plan)
        question.problem = answer.problem
        let found = try question.run()
        print(answer.json ? try found.json() : found.text() + "\n", terminator: "")
    }
}
