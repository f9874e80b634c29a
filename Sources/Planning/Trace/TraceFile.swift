internal import Foundation
internal import Interchange
internal import RouteSearch
internal import VehicleRouting

/// What a search did, as JSON lines for programs; Docs/trace.md describes them.
struct TraceFile {
    /// The first line: what was searched, and how.
    struct Run: Encodable {
        let event = "run"
        let format = 1
        let input: String
        let seed: UInt64
        let threads: Int
        let secondsLimit: Double?
        let iterationsLimit: Int?
        let jobs: Int
        let shipments: Int
        let vehicles: Int
        let unitsPerOne: Int
    }

    /// A plan that was the best so far.
    struct Found: Encodable {
        let event = "incumbent"
        let seconds: Double
        let iterations: Int
        let cost: Int
        let unassigned: Int
        let routes: Int
        let arm: String
        let thread: Int
    }

    /// What one way of searching did.
    struct Arm: Encodable {
        let event = "arm"
        let arm: String
        let seconds: Double
        let iterations: Int
        let iterationsPerSecond: Double
        let accepted: Int
        let improvements: Int
        let movesTried: Int
        let movesPruned: Int
        let movesApplied: Int
    }

    /// The last line: what came of it.
    struct End: Encodable {
        let event = "end"
        let seconds: Double
        let iterations: Int
        let termination: String
        let cost: Int?
        let unassigned: Int
        let routes: Int
    }

    /// The lines, each ended by a line feed.
    let text: String

    /// The trace of a search for `problem`, read from `input`.
    init(
        of result: SearchResult,
        within parameters: SearchParameters,
        for problem: Problem,
        input: String,
        unitsPerOne: Int
    ) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        var lines: [String] = []
        func add(_ line: some Encodable) throws {
            lines.append(String(decoding: try encoder.encode(line), as: UTF8.self))
        }
        try add(
            Run(
                input: input,
                seed: parameters.seed,
                threads: parameters.threads,
                secondsLimit: parameters.seconds,
                iterationsLimit: parameters.iterations,
                jobs: problem.jobs.count,
                shipments: problem.shipments.count,
                vehicles: problem.vehicles.count,
                unitsPerOne: unitsPerOne
            )
        )
        for incumbent in result.incumbents { try add(Found(incumbent)) }
        for arm in SearchArm.allCases where result.arms[arm].iterations > 0 {
            try add(Arm(arm, result.arms[arm]))
        }
        try add(
            End(
                seconds: rounded(result.elapsed),
                iterations: result.iterations,
                termination: result.termination.rawValue,
                cost: result.incumbents.last?.cost.wireUnits,
                unassigned: result.plan.unassigned.count,
                routes: result.plan.routes.count { !$0.visits.isEmpty }
            )
        )
        text = lines.map { $0 + "\n" }.joined()
    }
}

extension TraceFile.Found {
    fileprivate init(_ incumbent: Incumbent) {
        self.init(
            seconds: rounded(incumbent.seconds),
            iterations: incumbent.iterations,
            cost: incumbent.cost.wireUnits,
            unassigned: incumbent.unassigned,
            routes: incumbent.routes,
            arm: incumbent.arm.rawValue,
            thread: incumbent.thread
        )
    }
}

extension TraceFile.Arm {
    fileprivate init(_ arm: SearchArm, _ counters: SearchCounters) {
        self.init(
            arm: arm.rawValue,
            seconds: rounded(counters.seconds),
            iterations: counters.iterations,
            iterationsPerSecond: counters.seconds > 0
                ? rounded(Double(counters.iterations) / counters.seconds) : 0,
            accepted: counters.accepted,
            improvements: counters.improvements,
            movesTried: counters.tried,
            movesPruned: counters.pruned,
            movesApplied: counters.applied
        )
    }
}

/// To three decimals: milliseconds are as fine as the search looks at its clock.
private func rounded(_ value: Double) -> Double {
    (value * 1000).rounded() / 1000
}
