public import ArgumentParser
public import CarrierPool
import Planning

/// `isotherm carriers review`: a history folder in, scorecards out.
struct CarriersReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Score the carriers of a history and write a scorecard for each.",
        discussion: """
            HISTORY is a folder of CSV files: tenders, trips, temperatures, stops, claims, invoices, actions; \
            Docs/carrier-history.md describes them column by column. Rows that cannot be read are written to \
            rejects.csv with the remedy, and the rest is reviewed.

            The output folder receives for each carrier a scorecard to print (HTML), its figures (CSV) and everything \
            for programs (JSON); comparison.html says which carriers can be told apart at all; tender-evidence.html \
            counts on-time deliveries and temperature records as they happened.
            """
    )

    @Argument(help: ArgumentHelp("The history folder.", valueName: "history"), completion: .directory)
    var history: String

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "The folder to write to; files of an earlier run in it are replaced, others stay.",
            valueName: "dir"
        ),
        completion: .directory
    )
    var output: String

    @Option(
        help: ArgumentHelp(
            "What to review: 2026, 2026-Q3, 2026-09 or 2026-07-01..2026-09-15; without it, all of the history.",
            valueName: "period"
        )
    )
    var period: String?

    @OptionGroup var onTime: OnTimeOptions

    @Option(
        help: ArgumentHelp(
            "What your columns are called; without it, mapping.json in the history folder if there is one.",
            valueName: "file"
        ),
        completion: .file(extensions: ["json"])
    )
    var mapping: String?

    @Flag(help: "Refuse the whole history when a single row cannot be read, instead of reviewing the rest.")
    var strict = false

    func run() throws {
        var review = ReviewCarriers(
            history: history,
            output: output,
            period: period,
            onTime: try onTime.definition(),
            isStrict: strict
        )
        review.mapping = mapping
        let outcome = try review.run()
        print(ReviewText.of(outcome, in: output))
    }
}

/// How on-time delivery is counted: the customer's definition.
struct OnTimeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Minutes a delivery may be late and still counts as in time.",
            valueName: "minutes"
        )
    )
    var lateTolerance = 0.0

    @Option(
        help: ArgumentHelp(
            "Minutes a delivery may be early and still counts as in time; without it, never too early.",
            valueName: "minutes"
        )
    )
    var earlyTolerance: Double?

    @Option(help: "Which promise counts: requested, firstPromised or lastAgreed.")
    var reference = KPIDefinition.Reference.lastAgreed

    @Option(help: "Which moment counts: arrival, serviceStart or proofOfDelivery.")
    var clock = KPIDefinition.Clock.arrival

    @Option(help: "What is counted as one: order, line or unit.")
    var level = KPIDefinition.Level.order

    func definition() throws -> KPIDefinition {
        try KPIDefinition(
            .onTimeDelivery,
            reference: reference,
            level: level,
            earlyTolerance: earlyTolerance.map { $0 * 60 },
            lateTolerance: lateTolerance * 60,
            clock: clock
        )
    }
}

extension KPIDefinition.Reference: ExpressibleByArgument {}
extension KPIDefinition.Clock: ExpressibleByArgument {}
extension KPIDefinition.Level: ExpressibleByArgument {}
