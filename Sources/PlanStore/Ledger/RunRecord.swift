internal import Foundation

/// What a run was asked and how it ended.
///
/// With the problem, what the hashes stand for and this, the same engine makes the same plan again, provided that
/// iterations ended it.
public struct RunRecord: Hashable, Sendable {
    /// Name and version of the program.
    public var engineVersion: String
    /// The seed of the search.
    public var seed: UInt64
    /// Seconds the search was given; nil without such a limit.
    public var seconds: Double?
    /// Iterations per thread it was given; nil without such a limit.
    public var iterationLimit: Int?
    /// Searches side by side.
    public var threads: Int
    /// Iterations done, over all threads.
    public var iterations: Int
    /// Why the search ended, in a word.
    public var termination: String
    /// The second of the day from which carriers' notice counts; nil where there are none.
    public var decided: Int?
    /// The hash of the plan that the search began with; nil when it made its own.
    public var baselineHash: String?
    /// The hash of the carriers' record that prices went by; nil without one.
    public var historyHash: String?

    /// The record of a run.
    public init(
        engineVersion: String,
        seed: UInt64,
        seconds: Double?,
        iterationLimit: Int?,
        threads: Int,
        iterations: Int,
        termination: String,
        decided: Int? = nil,
        baselineHash: String? = nil,
        historyHash: String? = nil
    ) {
        self.engineVersion = engineVersion
        self.seed = seed
        self.seconds = seconds
        self.iterationLimit = iterationLimit
        self.threads = threads
        self.iterations = iterations
        self.termination = termination
        self.decided = decided
        self.baselineHash = baselineHash
        self.historyHash = historyHash
    }
}

/// The payload of a `run` entry: the record, and which version it made of which texts.
public struct RunPayload: Hashable, Sendable, Codable {
    /// The plan.
    public let plan: Int64
    /// The number of the version within the plan, from 1.
    public let number: Int
    /// The version it came from; nil for the first.
    public let parent: Int64?
    /// The hash of the problem.
    public let inputHash: String
    /// The hash of the plan.
    public let resultHash: String
    /// As in ``RunRecord``.
    public let engineVersion: String
    /// As in ``RunRecord``.
    public let seed: UInt64
    /// As in ``RunRecord``.
    public let seconds: Double?
    /// As in ``RunRecord``.
    public let iterationLimit: Int?
    /// As in ``RunRecord``.
    public let threads: Int
    /// As in ``RunRecord``.
    public let iterations: Int
    /// As in ``RunRecord``.
    public let termination: String
    /// As in ``RunRecord``.
    public let decided: Int?
    /// As in ``RunRecord``.
    public let baselineHash: String?
    /// As in ``RunRecord``.
    public let historyHash: String?

    init(_ run: RunRecord, of version: PlanVersion) {
        plan = version.plan
        number = version.number
        parent = version.parent
        inputHash = version.problemHash
        resultHash = version.planHash
        engineVersion = run.engineVersion
        seed = run.seed
        seconds = run.seconds
        iterationLimit = run.iterationLimit
        threads = run.threads
        iterations = run.iterations
        termination = run.termination
        decided = run.decided
        baselineHash = run.baselineHash
        historyHash = run.historyHash
    }

    enum CodingKeys: String, CodingKey {
        case plan, number, parent, seed, seconds, threads, iterations, termination, decided
        case baselineHash = "baseline_hash"
        case historyHash = "history_hash"
        case inputHash = "input_hash"
        case resultHash = "result_hash"
        case engineVersion = "engine_version"
        case iterationLimit = "iteration_limit"
    }

    /// The payload as one line of JSON with its keys in order.
    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    /// What an entry says of its run; nil for other entries, and for a payload that is none.
    public init?(_ entry: LedgerEntry) {
        guard entry.kind == .run,
            let payload = try? JSONDecoder().decode(RunPayload.self, from: Data(entry.payload.utf8))
        else { return nil }
        self = payload
    }

    /// Whether it speaks of a version as the version's row does.
    func agrees(with version: PlanVersion) -> Bool {
        plan == version.plan && number == version.number && parent == version.parent
            && inputHash == version.problemHash && resultHash == version.planHash
    }
}
