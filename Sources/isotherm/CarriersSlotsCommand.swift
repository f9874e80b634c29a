import ArgumentParser
import Planning

/// `isotherm carriers slots`: which slots can be promised, at what cost and risk.
struct CarriersSlotsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "slots",
        abstract: "Say which slots an order can be promised, at what marginal cost and risk.",
        discussion: """
            The order is taken out of the plan and put back in every slot of its customer's hours, at the cheapest place \
            that keeps all other promises. The file says for each slot what that adds to the cost of the day, how likely \
            the vehicle is late there, and by how much the risk rises at its other stops.
            """
    )

    @Argument(help: ArgumentHelp("The problem, JSON.", valueName: "problem"), completion: .file())
    var problem: String

    @Argument(help: ArgumentHelp("The plan, JSON.", valueName: "plan"), completion: .file())
    var plan: String

    @Option(help: ArgumentHelp("The order, by the id of its job.", valueName: "id"))
    var order: String

    @Option(name: [.short, .long], help: ArgumentHelp("The CSV file to write.", valueName: "file"))
    var output: String

    @Option(help: ArgumentHelp("How long a slot is.", valueName: "minutes"))
    var slotMinutes = 30

    @Option(
        help: ArgumentHelp("Minutes after the slot from which a stop counts as late.", valueName: "minutes")
    )
    var tolerance = 0

    func validate() throws {
        guard (1...1_440).contains(slotMinutes) else {
            throw ValidationError("--slot-minutes must be between 1 and 1440")
        }
        guard (0...10_000).contains(tolerance) else {
            throw ValidationError("--tolerance must be between 0 and 10000")
        }
    }

    func run() throws {
        var quotes = QuoteSlots(problem: problem, plan: plan, order: order, output: output)
        quotes.length = 60 * slotMinutes
        quotes.tolerance = 60 * tolerance
        let found = try quotes.run()
        let strings = Strings()
        print(strings.text(.slotSummary, ["slots": "\(found.slots)", "possible": "\(found.possible)"]))
        if let best = found.cheapest {
            print(strings.text(.slotCheapest, ["slot": best.slot, "cost": best.cost]))
        }
        print(strings.text(.wroteFile, ["file": output]))
    }
}
