internal import GRDB

/// Why a plan store could not do what it was asked.
public struct PlanStoreError: Error, Hashable, Sendable {
    /// What was wrong.
    public enum Reason: Hashable, Sendable {
        /// There is no file at the path.
        case missing
        /// The file is no SQLite database, or a damaged one; the text is SQLite's.
        case notADatabase(String)
        /// The file is a database of another program.
        case foreign
        /// The file has tables that only a newer program knows.
        case newer
        /// Another program was writing all the time.
        case busy
        /// The system or SQLite refused; the text is its own.
        case refused(String)
        /// No version has this number.
        case unknownVersion(Int64)
        /// An override without a person or a reason.
        case unsigned
        /// What should be a JSON object is none; the text is its beginning.
        case notAnObject(String)
        /// The tables are older than this program and may not be changed.
        case older
        /// There is no plan of this number, or it has no version of this number.
        case unknownPlan(Int64, version: Int?)
    }

    /// What was wrong.
    public let reason: Reason
    /// The file, as it was given.
    public let path: String

    init(_ reason: Reason, path: String) {
        self.reason = reason
        self.path = path
    }

    /// The code that never changes; Docs/errors.md explains each.
    public var code: String {
        switch reason {
        case .missing: "P101"
        case .notADatabase: "P102"
        case .foreign: "P103"
        case .newer: "P104"
        case .busy: "P105"
        case .refused: "P106"
        case .unknownVersion: "P107"
        case .unsigned: "P108"
        case .notAnObject: "P109"
        case .older: "P110"
        case .unknownPlan: "P111"
        }
    }
}

extension PlanStoreError: CustomStringConvertible {
    /// One sentence: the file, what is wrong, what to do, code.
    public var description: String {
        "\(path): \(message) (\(code))"
    }

    private var message: String {
        switch reason {
        case .missing:
            "there is no such file; check the path, or make it with “isotherm plan DAY --store FILE”"
        case .notADatabase(let text):
            "this is no plan store, or a damaged one (\(text)); name another file, or restore it from a copy"
        case .foreign:
            "this is the database of another program; name another file"
        case .newer:
            "this was written by a newer isotherm; update isotherm"
        case .busy:
            "another program is writing to it all the time; try again when it is done"
        case .refused(let text):
            "cannot be read or written: \(text); check the path, its permissions and the free space"
        case .unknownVersion(let version):
            "there is no version \(version) here; “isotherm store list” names those there are"
        case .unsigned:
            "an override needs a person and a reason; give both"
        case .notAnObject(let text):
            "“\(text)” is no JSON object, which events and overrides are; correct it"
        case .older:
            "this was written by an older isotherm; copy it, and record a run in the copy, which brings it up to date"
        case .unknownPlan(let plan, nil):
            "there is no plan \(plan) here; “isotherm store list” names those there are"
        case .unknownPlan(let plan, let version?):
            "there is no version \(version) of a plan \(plan) here; “isotherm store list” names those there are"
        }
    }
}

extension PlanStoreError {
    /// Does `body` and turns what it throws into an error that names the file.
    static func naming<Value>(
        _ path: String,
        _ body: () throws -> Value
    ) throws(PlanStoreError) -> Value {
        do {
            return try body()
        } catch let error as PlanStoreError {
            throw error
        } catch let error as DatabaseError {
            throw PlanStoreError(Reason(error), path: path)
        } catch {
            throw PlanStoreError(.refused("\(error)"), path: path)
        }
    }
}

extension PlanStoreError.Reason {
    fileprivate init(_ error: DatabaseError) {
        let text = error.message ?? "\(error.resultCode)"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .notADatabase(text)
        default: self = .refused(text)
        }
    }
}
