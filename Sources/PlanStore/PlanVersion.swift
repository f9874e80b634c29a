internal import GRDB

/// A problem and a plan for it, as canonical texts.
///
/// Canonical means that equal problems and plans have equal texts, as those that `Interchange` writes have; so their hashes
/// can be compared.
public struct PlanContent: Hashable, Sendable {
    /// `problem.json`.
    public var problem: String
    /// `plan.json`.
    public var plan: String

    /// A problem with a plan.
    public init(problem: String, plan: String) {
        self.problem = problem
        self.plan = plan
    }
}

/// A plan that was kept, whatever became of it since.
public struct StoredPlan: Hashable, Sendable {
    /// Its number in this store, from 1.
    public let id: Int64
    /// What people call it.
    public let name: String
    /// When its first version was added, as `2026-03-02T05:10:00Z`.
    public let added: String
    /// How many versions it has, at least 1.
    public let versions: Int
}

/// One state of a plan.
///
/// Versions are never changed: a new state is a new version.
public struct PlanVersion: Hashable, Sendable {
    /// Its number in this store, from 1.
    public let id: Int64
    /// The plan it is a state of.
    public let plan: Int64
    /// Its number within the plan, from 1.
    public let number: Int
    /// The version it came from; nil for the first of a plan.
    public let parent: Int64?
    /// The hash of its problem, under which the text is kept.
    public let problemHash: String
    /// The hash of its plan, under which the text is kept.
    public let planHash: String
    /// When it was added, as `2026-03-02T05:10:00Z`.
    public let added: String
}

extension PlanVersion {
    /// The version that a row of `version` holds.
    init(_ row: Row) {
        id = row["id"]
        plan = row["planID"]
        number = row["number"]
        parent = row["parentID"]
        problemHash = row["problemHash"]
        planHash = row["planHash"]
        added = row["added"]
    }
}

extension StoredPlan {
    /// The plan that a row of `plan` holds, with its number of versions.
    init(_ row: Row) {
        id = row["id"]
        name = row["name"]
        added = row["added"]
        versions = row["versions"]
    }
}
