import ArgumentParser
import Foundation
import Planning

/// `isotherm carriers compare`: what one market saves on a day.
struct CarriersCompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Plan a day as one market and in the ways without one, and compare their cost.",
        discussion: """
            The ways: own fleet and pool as one market; the cheapest bids; the own fleet only, with the rest left at its \
            price; the fleet first and the rest given away afterwards by effective price; the fleet at the carriers' bids \
            and the rest given away by effective price. Each has the same seconds or iterations and the same rules, and \
            all are compared by total effective cost, cause by cause.
            """
    )

    @Argument(help: ArgumentHelp("The day folder.", valueName: "day"), completion: .directory)
    var day: String

    @Option(name: [.short, .long], help: ArgumentHelp("The CSV file to write.", valueName: "file"))
    var output: String

    @OptionGroup var search: SearchOptions

    @OptionGroup var verbosity: Verbosity

    func run() throws {
        let request = PlanDay.Request(day: day, output: output, search: search.parameters)
        let (outcome, wasInterrupted) = try ObservedRun().perform { run in
            let outcome = try CompareMarket(request).run(
                logger: verbosity.logger,
                shouldStop: run.shouldStop,
                onProgress: run.onProgress
            )
            return (outcome, run.wasInterrupted)
        }
        for warning in outcome.warnings { Console.standardError.write("warning: \(warning)") }
        print(ComparisonText.of(outcome, in: output, wasInterrupted: wasInterrupted))
    }
}

/// What `carriers compare` says when it is done.
enum ComparisonText {
    static func of(
        _ outcome: CompareMarket.Outcome,
        in file: String,
        wasInterrupted: Bool,
        strings: Strings = Strings()
    ) -> String {
        var lines = outcome.results.map { result in
            strings.text(
                .comparedWay,
                [
                    "way": strings[result.way.phrase], "cost": strings.number(result.total, digits: 2),
                    "left": "\(result.left)",
                ]
            )
        }
        if outcome.rejects > 0 {
            lines.append(strings.text(.comparedRejects, ["count": "\(outcome.rejects)"]))
        }
        if wasInterrupted { lines.append(strings[.comparisonInterrupted]) }
        return (lines + [strings.text(.wroteFile, ["file": file])]).joined(separator: "\n")
    }
}
