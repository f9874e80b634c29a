import ArgumentParser
import Foundation
import RouteSearch

/// How long to search, shared by the commands that do.
struct SearchOptions: ParsableArguments {
    @Option(
        help: """
            Wall-clock seconds to search; more of them give cheaper plans. 30 when neither this nor \
            --iterations is given.
            """
    )
    var seconds: Double?

    @Option(help: "Equal seeds, iterations and threads give equal plans, byte for byte.")
    var seed: UInt64 = 1

    @Option(help: "Searches that run side by side and share what they find; one per core when not given.")
    var threads: Int?

    @Option(
        help: """
            Iterations per thread after which to stop; in place of --seconds it makes a run repeatable.
            """
    )
    var iterations: Int?

    /// A week is longer than anybody waits, and short enough for every clock.
    static let secondsRange = 0.0...604_800

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
            seconds: seconds ?? (iterations == nil ? 30 : nil),
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
