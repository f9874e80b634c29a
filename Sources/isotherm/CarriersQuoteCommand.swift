import ArgumentParser
import Planning

/// `isotherm carriers quote`: the risk of being late, stop by stop.
struct CarriersQuoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quote",
        abstract: "Say how likely each stop of a plan is late.",
        discussion: """
            Driving times spread around the planned ones by a factor that the day shares and one for each leg. The \
            probability of being later than a tolerance, times what is paid then, is the basis of a delay premium; the \
            expected lateness is, where each minute is paid. Every figure follows from the spreads given: measure them \
            from trips that were driven.
            """
    )

    @Argument(help: ArgumentHelp("The problem, JSON.", valueName: "problem"), completion: .file())
    var problem: String

    @Argument(help: ArgumentHelp("The plan, JSON.", valueName: "plan"), completion: .file())
    var plan: String

    @Option(name: [.short, .long], help: ArgumentHelp("The CSV file to write.", valueName: "file"))
    var output: String

    @Option(
        help: ArgumentHelp("Spread that all legs of a day share, 0.08 for about 8 %.", valueName: "share")
    )
    var daySpread = TravelSpread().day

    @Option(help: ArgumentHelp("Spread of each leg for itself, 0.18 for about 18 %.", valueName: "share"))
    var legSpread = TravelSpread().leg

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Minutes after the window from which a stop counts as late.", valueName: "minutes")
    )
    var tolerance = [0, 15, 30]

    func validate() throws {
        guard (0...2).contains(daySpread), (0...2).contains(legSpread) else {
            throw ValidationError("a spread must be between 0 and 2")
        }
        guard !tolerance.isEmpty, tolerance.allSatisfy({ (0...10_000).contains($0) }) else {
            throw ValidationError("--tolerance needs minutes between 0 and 10000")
        }
    }

    func run() throws {
        var quotes = QuoteDelays(problem: problem, plan: plan, output: output)
        quotes.spread = TravelSpread(day: daySpread, leg: legSpread)
        quotes.tolerances = tolerance.map { 60 * $0 }
        let found = try quotes.run()
        print(
            Strings().text(
                .quoteSummary,
                [
                    "stops": "\(found.stops)", "risky": "\(found.risky)", "minutes": "\(tolerance[0])",
                    "file": output,
                ]
            )
        )
    }
}
