import ArgumentParser
import Foundation
import Planning

/// `isotherm temperature`, which only holds the commands about temperature records.
struct TemperatureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "temperature",
        abstract: "Judge temperature records.",
        subcommands: [TemperatureJudgeCommand.self]
    )
}

/// `isotherm temperature judge`: a logger's record against the label of the goods.
struct TemperatureJudgeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "judge",
        abstract:
            "Say when a logger's record leaves the range of a label, what is missing, and what it adds up to.",
        discussion: """
            RECORD is a CSV file with a time and a temperature a row, and the sensor where there are several \
            (Docs/temperature-records.md). For 2–8 °C and 20–25 °C the mean kinetic temperature of the worst 24 hours or \
            30 days is judged too. Exit status 0 when the record is complete and inside the range, 3 when it is not, 2 when \
            it cannot be read.
            """
    )

    @Argument(
        help: ArgumentHelp("The logger's file.", valueName: "record"),
        completion: .file(extensions: ["csv"])
    )
    var record: String

    @Option(
        help: ArgumentHelp(
            "The label of the goods: a code, name or range of the catalogue.",
            valueName: "regime"
        )
    )
    var regime: String

    @Option(help: ArgumentHelp("Minutes within which the next reading is due.", valueName: "minutes"))
    var interval = 5.0

    @Option(
        help: ArgumentHelp(
            "The time zone of clock times without an offset, such as Europe/London.",
            valueName: "zone"
        )
    )
    var timeZone = "UTC"

    @Flag(help: "Answer in JSON, for programs.")
    var json = false

    func run() throws {
        guard var question = JudgeTemperature(record: record, regime: regime) else {
            let nearest = JudgeTemperature.nearestRegime(to: regime).map { "; did you mean “\($0)”?" } ?? ""
            throw ValidationError("“\(regime)” is no regime of the catalogue\(nearest)")
        }
        guard let zone = TimeZone(identifier: timeZone) else {
            throw ValidationError("“\(timeZone)” is no time zone; give a name like Europe/London")
        }
        guard interval >= 1.0 / 60, interval <= 1440 else {
            throw ValidationError("--interval \(interval) is out of range; give minutes, at most 1440")
        }
        question.timeZone = zone
        question.interval = Int((interval * 60).rounded())
        let judgement = try question.run()
        print(json ? try judgement.json() : judgement.text() + "\n", terminator: "")
        if !judgement.isSound { throw ExitStatus.noFeasiblePlan }
    }
}
