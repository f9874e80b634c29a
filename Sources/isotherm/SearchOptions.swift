import ArgumentParser
import Foundation
import RouteSearch

/// What a command does with the time it searches.
protocol SearchTime {
    /// Seconds when neither seconds nor iterations are given.
    static var seconds: Double { get }
    /// What the seconds are for, to follow "Wall-clock seconds".
    static var purpose: String { get }
    /// What the iterations are counted by, to follow "Iterations".
    static var unit: String { get }
}

/// One search.
enum OneSearch: SearchTime {
    static let seconds = 30.0
    static let purpose = "to search; more of them give cheaper plans"
    static let unit = "per thread after which to stop"
}

/// A search for each alternative.
enum AlternativeSearch: SearchTime {
    static let seconds = 15.0
    static let purpose = "for all alternatives"
    static let unit = "per thread and alternative"
}

/// How long to search, for commands with one search.
typealias SearchOptions = SearchLimits<OneSearch>

/// How long to search, shared by the commands that do.
struct SearchLimits<Time: SearchTime>: ParsableArguments {
    @Option(
        help: """
            Wall-clock seconds \(Time.purpose). \(Int(Time.seconds)) when neither this nor --iterations is given.
            """
    )
    var seconds: Double?

    @Option(help: "Equal seeds, iterations and threads give equal plans, byte for byte.")
    var seed: UInt64 = 1

    @Option(help: "Searches that run side by side and share what they find; one per core when not given.")
    var threads: Int?

    @Option(
        help: """
            Iterations \(Time.unit); in place of --seconds it makes a run repeatable.
            """
    )
    var iterations: Int?

    /// A week is longer than anybody waits, and short enough for every clock.
    private static var secondsRange: ClosedRange<Double> { 0...604_800 }

    func validate() throws {
        if let seconds, !Self.secondsRange.contains(seconds) {
            throw ValidationError("--seconds is \(seconds), but must be from 0 to 604800, a week.")
        }
        if let threads, !(1...256).contains(threads) {
            throw ValidationError("--threads is \(threads), but must be from 1 to 256.")
        }
        if let iterations, iterations < 0 {
            throw ValidationError("--iterations is \(iterations), but must be 0 or more.")
        }
    }

    var parameters: SearchParameters {
        SearchParameters(
            seconds: seconds ?? (iterations == nil ? Time.seconds : nil),
            iterations: iterations,
            seed: seed,
            threads: threads ?? ProcessInfo.processInfo.activeProcessorCount
        )
    }
}

/// Where to write what the search did, shared by the commands that search.
struct TraceOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            A file for what the search did, as JSON lines: each better plan with its moment, and what each way of \
            searching did. Docs/trace.md describes them.
            """,
            valueName: "file"
        ),
        completion: .file(extensions: ["jsonl"])
    )
    var trace: String?
}
