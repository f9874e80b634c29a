import ArgumentParser
import Foundation
import Planning

/// `isotherm carriers tender`: brings a tender up to date.
struct CarriersTenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tender",
        abstract: "Offer loads to carriers, one after the other or to all at once.",
        discussion: """
            REQUESTS is a JSON array of loads with the carriers to ask; the log keeps what happened, one event a \
            line. Each run takes in the answers given, lets offers expire and asks the next carriers, all as of \
            --now. Runs may be repeated and killed at any moment: nothing is lost and nothing is given twice. \
            Docs/carrier-tender.md describes the files.
            """
    )

    @Argument(help: ArgumentHelp("The loads to offer, JSON.", valueName: "requests"), completion: .file())
    var requests: String

    @Option(
        help: ArgumentHelp("The log of this tender, made when it is not there.", valueName: "file"),
        completion: .file()
    )
    var log: String

    @Option(
        help: ArgumentHelp(
            "What carriers have said, one event a line; may hold old answers.",
            valueName: "file"
        ),
        completion: .file()
    )
    var answers: String?

    @Option(
        help: ArgumentHelp(
            "The moment to bring the tender up to, such as 2026-09-07T14:00:00Z; without it, the clock's.",
            valueName: "time"
        ),
        transform: Moment.read
    )
    var now: Date?

    @Option(
        help: ArgumentHelp("Where to write what each load is expected to cost, CSV.", valueName: "file"),
        completion: .file()
    )
    var costs: String?

    func run() throws {
        let outcome = try TenderLoads(requests: requests, log: log, answers: answers).run(now: now ?? .now)
        if let costs { try outcome.writeCosts(to: costs) }
        print(TenderText.of(outcome))
    }
}

/// What `carriers tender` says when it is done.
enum TenderText {
    static func of(_ outcome: TenderLoads.Outcome, strings: Strings = Strings()) -> String {
        var lines = [
            strings.text(
                .tenderSummary,
                [
                    "events": "\(outcome.events)", "placed": "\(outcome.placed.count)",
                    "open": "\(outcome.open.count)", "exhausted": "\(outcome.exhausted.count)",
                ]
            )
        ]
        lines += outcome.open.map {
            strings.text(
                .tenderOpen,
                ["load": $0.load, "carrier": $0.carrier, "deadline": $0.deadline.formatted(.iso8601)]
            )
        }
        if !outcome.exhausted.isEmpty {
            let loads = outcome.exhausted.joined(separator: ", ")
            lines.append(strings.text(.tenderExhausted, ["loads": loads]))
        }
        let total = outcome.expected.total
        if total.loads > 0 {
            let nobody = outcome.expected.filter { $0.cost != nil }.compactMap(\.nobody).reduce(0, +)
            let values = [
                "loads": "\(total.loads)", "cost": strings.number(total.cost, digits: 2),
                "nobody": strings.number(nobody, digits: 2),
            ]
            lines.append(strings.text(.tenderExpected, values))
        }
        return lines.joined(separator: "\n")
    }
}
