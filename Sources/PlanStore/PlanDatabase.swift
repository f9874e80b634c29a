internal import Foundation
internal import GRDB

/// One SQLite file that keeps plans with all their versions, what happened to them, and the record of every run.
///
/// Texts are kept once, under their hash; a version names the texts it is made of and the version it came from; the
/// ledger is a chain of hashes that is only ever added to.  `Docs/plan-store.md` describes the tables.
///
/// ```swift
/// let database = try PlanDatabase(path: "plans.sqlite")
/// let planner = Signature(person: "Ada", reason: "the morning's plan", time: .now)
/// let first = try database.add(content, named: "Leeds, Monday", run: run, signed: planner)
///
/// let driver = Signature(person: "Tom", reason: "gearbox", time: .now)
/// try database.appendEvent(#"{"kind": "breakdown", "vehicle": "V3"}"#, signed: driver, to: first.id)
/// let second = try database.add(rerun, parent: first.id, run: rerunRecord, signed: planner)
///
/// print(try database.verify().isSound)
/// ```
///
/// Readers of a file do not wait for a writer, nor a writer for readers, be they threads or programs (write-ahead log).
/// Writers take turns, and give up with P105 when theirs does not come.
///
/// ## Topics
///
/// ### Opening
///
/// - ``init(path:patience:)``
/// - ``init(reading:)``
/// - ``inMemory()``
///
/// ### Plans and their versions
///
/// - ``add(_:named:run:signed:)``
/// - ``add(_:parent:run:signed:)``
/// - ``plans()``
/// - ``versions(of:)``
/// - ``version(_:)``
/// - ``content(of:)``
///
/// ### The ledger
///
/// - ``appendEvent(_:signed:to:)``
/// - ``appendOverride(_:signed:to:)``
/// - ``entries(of:)``
/// - ``verify(head:)``
///
/// ### The carriers' record
///
/// - ``importHistory(_:)``
/// - ``history()``
public final class PlanDatabase: Sendable {
    /// What messages call it: the path, or `(memory)`.
    public let path: String
    private let connection: any DatabaseWriter

    /// Opens the file at `path` for reading and writing; makes it where there is none, and brings its tables up to date.
    ///
    /// - Parameter patience: how many seconds a writer waits for its turn.
    /// - Throws: P102 … P106 when the file cannot be used.
    public convenience init(path: String, patience: Double = 10) throws(PlanStoreError) {
        try Self.inspect(path, patience: patience)
        try self.init(path, isReadOnly: false, patience: patience) { configuration in
            try DatabasePool(path: path, configuration: configuration)
        }
    }

    /// Opens the file at `path` for reading only, so that nothing about it changes.
    ///
    /// - Throws: P101 when there is no such file, P102 … P106 and P110 when it cannot be used.
    public convenience init(reading path: String) throws(PlanStoreError) {
        guard FileManager.default.fileExists(atPath: path) else { throw .init(.missing, path: path) }
        try self.init(path, isReadOnly: true) { configuration in
            try DatabaseQueue(path: path, configuration: configuration)
        }
    }

    /// A database without a file, for tests; it is gone when the last reference to it is.
    public static func inMemory() throws(PlanStoreError) -> PlanDatabase {
        try PlanDatabase("(memory)", isReadOnly: false) { try DatabaseQueue(configuration: $0) }
    }

    /// Refuses a file that is not ours before it is opened for writing, which would change it.
    private static func inspect(_ path: String, patience: Double) throws(PlanStoreError) {
        guard FileManager.default.fileExists(atPath: path) else { return }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(patience)
        try PlanStoreError.naming(path) { [configuration] in
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.read { try Schema.check($0, isReadOnly: false, path: path) }
        }
    }

    private init(
        _ path: String,
        isReadOnly: Bool,
        patience: Double = 10,
        connect: (Configuration) throws -> any DatabaseWriter
    ) throws(PlanStoreError) {
        self.path = path
        var configuration = Configuration()
        configuration.label = "PlanStore"
        configuration.readonly = isReadOnly
        configuration.busyMode = .timeout(patience)
        connection = try PlanStoreError.naming(path) { [configuration] in try connect(configuration) }
        try read { database in try Schema.check(database, isReadOnly: isReadOnly, path: path) }
        guard !isReadOnly else { return }
        try PlanStoreError.naming(path) { [connection] in
            // A record must survive a power cut, for which a write-ahead log needs more than its usual care.
            try connection.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            try Schema.migrator.migrate(connection)
        }
    }

    /// What `body` reads, all of it from one moment.
    func read<Value>(_ body: (Database) throws -> Value) throws(PlanStoreError) -> Value {
        try PlanStoreError.naming(path) { try connection.read(body) }
    }

    /// Does `body` as a whole, or nothing of it when it throws.
    func write<Value>(_ body: (Database) throws -> Value) throws(PlanStoreError) -> Value {
        try PlanStoreError.naming(path) { try connection.write(body) }
    }
}
