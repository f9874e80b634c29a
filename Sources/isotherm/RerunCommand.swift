import ArgumentParser
import Interchange
import Planning
import VehicleRouting

/// `isotherm rerun`: goes on with a running plan after events.
struct RerunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rerun",
        abstract:
            "Repair a running plan after events, and offer alternatives from the most stable to the cheapest.",
        discussion: """
            PLAN is plan.json as 'isotherm plan' or an earlier rerun wrote it, with its problem beside it. What has \
            been done by --now is a fact, goods on board stay where they are, and what begins soon is left alone. \
            Docs/events.md describes the event file. When anything is wrong with the events, nothing is written.
            """
    )

    @Argument(help: "The running plan.", completion: .file(extensions: ["json"]))
    var plan: String

    @Option(
        help: ArgumentHelp("What has happened, and what people have decided.", valueName: "file"),
        completion: .file(extensions: ["json"])
    )
    var events: String

    @Option(help: ArgumentHelp("The time of the rerun: a time of day, or whole seconds.", valueName: "time"))
    var now: ClockTime

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("The folder that receives the alternatives.", valueName: "folder"),
        completion: .directory
    )
    var output: String

    @Option(
        help: ArgumentHelp(
            "The plan's problem, where it is not beside the plan under its usual name.",
            valueName: "file"
        ),
        completion: .file(extensions: ["json"])
    )
    var problem: String?

    @Option(
        help:
            "Which alternative to recommend: from 0, the cheapest, to 1, which touches nothing but the broken."
    )
    var stability: Double = 0.5

    @Option(help: "Minutes from now within which nothing changes any more.")
    var horizon: Int = 30

    @Option(help: "Minutes by which an order may be late that could not be delivered otherwise.")
    var late: Int = 60

    @Option(help: "Minutes by which a time may move before a customer is told.")
    var tolerance: Int = 10

    @OptionGroup var search: SearchLimits<AlternativeSearch>

    @Flag(
        help:
            "Plan the rest anew as well, in as much time again, as if nobody had been told anything, to compare with."
    )
    var compare = false

    @OptionGroup var verbosity: Verbosity

    func validate() throws {
        guard (0...1).contains(stability) else {
            throw ValidationError("--stability is \(stability), but must be from 0 to 1.")
        }
        for (name, minutes) in [("horizon", horizon), ("late", late), ("tolerance", tolerance)] {
            guard (0...1440).contains(minutes) else {
                throw ValidationError("--\(name) is \(minutes), but must be from 0 to 1440 minutes.")
            }
        }
    }

    func run() throws {
        var settings = Replanner.Settings(search: search.parameters)
        settings.horizon = horizon * 60
        settings.lateness = late * 60
        settings.tolerance = tolerance * 60
        settings.stability = stability
        var request = RerunDay.Request(
            plan: plan,
            events: events,
            now: now.seconds,
            output: output,
            settings: settings
        )
        request.problem = problem
        request.comparesAnew = compare
        let outcome = try ObservedRun().perform { run in
            try RerunDay(request).run(
                logger: verbosity.logger,
                shouldStop: run.shouldStop,
                onProgress: run.onProgress
            )
        }
        for warning in outcome.warnings { Console.standardError.write("warning: \(warning)") }
        print(RerunText.of(outcome, in: output))
    }
}

/// A time on the command line, as late as a problem's times may be.
struct ClockTime: ExpressibleByArgument {
    let seconds: Int

    init?(argument: String) {
        guard let seconds = Int(argument) ?? EventFile.seconds(ofTime: argument),
            (0...TimeWindow.always.closes).contains(seconds)
        else { return nil }
        self.seconds = seconds
    }
}
