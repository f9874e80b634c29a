/// Something about events, overrides or the running plan that keeps a rerun from being made.
public struct RerunIssue: Hashable, Sendable {
    /// What is wrong; the raw value never changes, and Docs/errors.md has an entry for each.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// A vehicle without a place to start from.
        case noStart = "R101"
        /// A rerun for a time before the running plan's own.
        case backward = "R102"
        /// A rerun for a time at which everything is done or held.
        case nothingLeft = "R103"
        /// A name that the day does not have.
        case unknownName = "R110"
        /// An event or override whose name has been used.
        case duplicate = "R111"
        /// An event before the one that precedes it in the file.
        case outOfOrder = "R112"
        /// An event after the time of the rerun.
        case future = "R113"
        /// An event from before the time of the running plan.
        case late = "R114"
        /// An event or override about a stop that has been made.
        case alreadyDone = "R115"
        /// An event that cannot be true, as the day stands.
        case contradiction = "R116"
        /// A place that cannot be put on the map.
        case place = "R117"
        /// An override that another one excludes.
        case conflict = "R120"
        /// An override that cannot be obeyed, as the day stands.
        case impossible = "R121"
    }

    /// What is wrong.
    public var code: Code
    /// Where in the event file, as a JSON pointer; empty when it is not about the file.
    public var pointer: String
    /// What is wrong, as a clause with names and values.
    public var subject: String

    /// An issue of `code` at `pointer`.
    init(_ code: Code, at pointer: String = "", subject: String) {
        self.code = code
        self.pointer = pointer
        self.subject = subject
    }
}

extension RerunIssue: CustomStringConvertible {
    /// One sentence: the place, what is wrong there, the remedy, and the code.
    public var description: String {
        (pointer.isEmpty ? "" : "\(pointer): ") + "\(subject); \(remedy) (\(code.rawValue))"
    }

    /// What to do about it, as a clause.
    public var remedy: String {
        switch code {
        case .noStart: "give the vehicle a start, so that it can be said where it is"
        case .backward: "give a time from then on"
        case .nothingLeft: "the day is over, unless an earlier time was meant"
        case .unknownName: "correct the name"
        case .duplicate: "leave it out if it is the same, or give it a name of its own"
        case .outOfOrder: "put the events in the order of their times"
        case .future: "rerun at that time, or correct it"
        case .late: "give the time at which it became known"
        case .alreadyDone: "leave it out, since what is done stays done"
        case .contradiction: "correct the event, or leave it out"
        case .place: "name a site of the day, or give the coordinates of all its places"
        case .conflict: "keep one of them"
        case .impossible: "leave the override out, or change what excludes it"
        }
    }
}

/// Why no rerun was made: all issues at once.
///
/// The plan is as it was.
public struct RerunError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, never empty.
    public let issues: [RerunIssue]
    /// The event file; nil when the events did not come from one.
    public var file: String?

    init(_ issues: [RerunIssue], file: String? = nil) {
        self.issues = issues
        self.file = file
    }

    init(_ code: RerunIssue.Code, at pointer: String = "", _ subject: String) {
        self.init([RerunIssue(code, at: pointer, subject: subject)])
    }

    /// A line for each issue.
    public var description: String {
        let lines = issues.map { "\(file.map { "\($0), " } ?? "")\($0)" }
        return lines.joined(separator: "\n") + "\nthe plan is unchanged"
    }
}
