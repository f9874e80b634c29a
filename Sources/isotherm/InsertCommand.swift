import ArgumentParser
import Planning

/// `isotherm insert`: where one more order goes.
struct InsertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "insert",
        abstract: "Find the best places for one urgent order in a plan, at once and without a search.",
        discussion: """
            PLAN is a plan in JSON, or a folder that “isotherm plan” wrote. The order is a file with one job or shipment, \
            which Docs/insert.md describes, or one that the plan leaves out or gives to a carrier. Every place of every \
            vehicle is considered; the plan is otherwise unchanged. Exit status 3 when no vehicle can take the order.
            """
    )

    @Argument(help: ArgumentHelp("The plan.", valueName: "plan"), completion: .file())
    var plan: String

    @Option(
        help: ArgumentHelp("A file with the order.", valueName: "file"),
        completion: .file(extensions: ["json"])
    )
    var order: String?

    @Option(help: ArgumentHelp("An order of the problem, by its name.", valueName: "id"))
    var job: String?

    @Option(help: ArgumentHelp("How many places to name.", valueName: "number"))
    var count = 3

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "A folder to write problem.json and plan.json to, with a place taken; without it nothing is written.",
            valueName: "dir"
        ),
        completion: .directory
    )
    var output: String?

    @Option(
        help: ArgumentHelp(
            "The place to take, counted from 1; with --output, where it is 1 if not given.",
            valueName: "number"
        )
    )
    var take: Int?

    @Option(
        help: ArgumentHelp(
            "A time of day at which the plan is being driven: what begins within half an hour of it stays as it is.",
            valueName: "time"
        )
    )
    var now: ClockTime?

    @Option(help: .hidden)
    var measure: Int?

    @OptionGroup var answer: AnswerOptions

    func validate() throws {
        guard measure != nil || (order == nil) != (job == nil) else {
            throw ValidationError("Give either --order or --job.")
        }
        guard count >= 1 else { throw ValidationError("--count is \(count), but must be 1 or more.") }
        guard now == nil || output == nil else {
            throw ValidationError(
                "--output is for plans that nobody drives yet; with --now give the order to rerun."
            )
        }
        if let take {
            guard take >= 1 else { throw ValidationError("--take is \(take), but must be 1 or more.") }
            guard output != nil else {
                throw ValidationError(
                    "--take is for the plan that is written; name its folder with --output."
                )
            }
        }
    }

    func run() throws {
        if let measure {
            print(try InsertionMeasurement(of: measure, into: plan, problem: answer.problem).run())
            return
        }
        var insertion = InsertOrder(order.map { .file($0) } ?? .named(job ?? ""), into: plan)
        insertion.problem = answer.problem
        insertion.count = max(count, take ?? 1)
        insertion.output = output
        insertion.taking = take ?? 1
        insertion.now = now?.seconds
        let found = try insertion.run()
        let strings = Strings()
        if found.hasGuessedRoads { Console.standardError.write("warning: \(strings[.insertGuessedRoads])") }
        print(answer.json ? try found.json() : found.text() + "\n", terminator: "")
        if let output, !answer.json, !found.files.isEmpty {
            let files = found.files.joined(separator: ", ")
            print(strings.text(.insertWrote, ["folder": output, "rank": "\(take ?? 1)", "files": files]))
        }
        if found.places.isEmpty { throw ExitStatus.noFeasiblePlan }
    }
}
