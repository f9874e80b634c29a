import ArgumentParser

/// What commands share that answer a question about a plan.
struct AnswerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The problem that the plan answers; without it, problem.json beside the plan.",
            valueName: "file"
        ),
        completion: .file(extensions: ["json"])
    )
    var problem: String?

    @Flag(help: "Answer in JSON, for programs.")
    var json = false
}
