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
        let results = try ObservedRun().perform { run in
            try CompareMarket(request).run(logger: verbosity.logger, onProgress: run.onProgress)
        }
        print(ComparisonText.of(results, in: output))
    }
}

/// What `carriers compare` says when it is done.
enum ComparisonText {
    static func of(_ results: [CompareMarket.Result], in file: String, strings: Strings = Strings()) -> String
    {
        let lines = results.map { result in
            strings.text(
                .comparedWay,
                [
                    "way": strings[result.way.phrase], "cost": strings.number(result.total, digits: 2),
                    "left": "\(result.left)",
                ]
            )
        }
        return (lines + [strings.text(.wroteFile, ["file": file])]).joined(separator: "\n")
    }
}
