import ArgumentParser
import Foundation
import Planning

/// `isotherm carriers allocate`: what a plan leaves to the pool, given to carriers.
struct CarriersAllocateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "allocate",
        abstract: "Give what a plan leaves to the pool to carriers, by effective price.",
        discussion: """
            PROBLEM and PLAN are JSON, as “isotherm plan” writes them. Routes stay as they are; everything else is \
            given to the carriers of the problem under their limits, promises and shares, each priced by its tariff \
            and its record. The output folder receives plan.json, carrier-candidates.csv with every candidate and every \
            part of its effective price, and, with --start, tender-requests.json for “isotherm carriers tender” and \
            tender-plan.csv with what asking in that order is expected to cost.
            """
    )

    @Argument(help: ArgumentHelp("The problem, JSON.", valueName: "problem"), completion: .file())
    var problem: String

    @Argument(help: ArgumentHelp("The plan, JSON.", valueName: "plan"), completion: .file())
    var plan: String

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("The folder to write to.", valueName: "dir"),
        completion: .directory
    )
    var output: String

    @Option(
        help: ArgumentHelp(
            "The carriers' record; without it, they are compared by tariff.",
            valueName: "dir"
        ),
        completion: .directory
    )
    var history: String?

    @Option(
        help: ArgumentHelp(
            "When carriers are asked first, such as 2026-09-07T14:00:00Z; lead times count from here.",
            valueName: "time"
        ),
        transform: Moment.read
    )
    var start: Date?

    @Option(help: ArgumentHelp("Minutes each carrier has to answer.", valueName: "minutes"))
    var answerMinutes = 30.0

    @Flag(help: "Ask all carriers at once and take the first yes.")
    var emergency = false

    func validate() throws {
        guard answerMinutes > 0, answerMinutes <= 10_080 else {
            throw ValidationError(
                "--answer-minutes is \(answerMinutes), but must be above 0 and at most 10080, a week."
            )
        }
    }

    func run() throws {
        var allocation = AllocatePlan(problem: problem, plan: plan, output: output)
        allocation.history = history
        allocation.start = start
        allocation.answerTime = 60 * answerMinutes
        allocation.isEmergency = emergency
        print(AllocationText.of(try allocation.run(), in: output))
    }
}

/// Moments on the command line.
enum Moment {
    static func read(_ text: String) throws -> Date {
        guard let moment = try? Date(text, strategy: .iso8601) else {
            throw ValidationError("“\(text)” is no time; write it like 2026-09-07T14:00:00Z")
        }
        return moment
    }
}

/// What `carriers allocate` says when it is done.
enum AllocationText {
    static func of(_ outcome: AllocatePlan.Outcome, in folder: String, strings: Strings = Strings()) -> String
    {
        var lines = outcome.awards.sorted { $0.key < $1.key }.map {
            strings.text(.allocatedTo, ["carrier": $0.key, "count": "\($0.value)"])
        }
        lines += outcome.shortfalls.sorted { $0.key < $1.key }.map {
            strings.text(.allocationShortfall, ["carrier": $0.key, "count": "\($0.value)"])
        }
        if !outcome.left.isEmpty {
            lines.append(strings.text(.allocationLeft, ["orders": outcome.left.joined(separator: ", ")]))
        }
        if let cost = outcome.cost { lines.append(strings.text(.allocationCost, ["cost": cost])) }
        if let tender = outcome.tender {
            let refused = strings.number(tender.refused, digits: 2)
            lines.append(strings.text(.allocationTender, ["cost": tender.cost, "refused": refused]))
        }
        if outcome.rejects > 0 {
            lines.append(strings.text(.reviewRejectsOnly, ["count": "\(outcome.rejects)"]))
        }
        let files = outcome.files.joined(separator: ", ")
        lines.append(strings.text(.allocationWrote, ["files": files, "folder": folder]))
        return lines.joined(separator: "\n")
    }
}
