/// Why a tender cannot go on.
public struct TenderError: Error, Hashable, Sendable {
    /// What was wrong, with the values that were wrong.
    public enum Reason: Hashable, Sendable {
        /// The system does not let us read the file.
        case unreadable(String)
        /// The system does not let us write the file.
        case unwritable(String)
        /// Another process holds the log.
        case inUse
        /// A line is no event.
        case badLine(Int)
        /// The requests are not valid.
        case badRequests(String)
        /// The log has an event of a load that is not requested.
        case unknownLoad(String)
        /// Requests are to be made for a problem that does not say on which day its times are.
        case noDay
    }

    /// What was wrong.
    public let reason: Reason
    /// The file.
    public let path: String

    init(_ reason: Reason, path: String) {
        self.reason = reason
        self.path = path
    }

    /// The code that never changes, `K301` to `K399`, listed in Docs/carrier-tender.md.
    public var code: String {
        switch reason {
        case .unreadable: "K301"
        case .unwritable: "K302"
        case .inUse: "K303"
        case .badLine: "K304"
        case .badRequests: "K305"
        case .unknownLoad: "K306"
        case .noDay: "K307"
        }
    }
}

extension TenderError: CustomStringConvertible {
    /// One sentence: the file, what is wrong, what to do, code.
    public var description: String { "\(path): \(message) (\(code))" }

    private var message: String {
        switch reason {
        case .unreadable(let cause): "the file cannot be read: \(cause); see to its path and permissions"
        case .unwritable(let cause):
            "the log cannot be written: \(cause); nothing was sent, and the next run goes on from here"
        case .inUse: "another run holds this log; wait for it to end"
        case .badLine(let line):
            "line \(line) is not an event as Docs/carrier-tender.md shows it; correct or remove it"
        case .badRequests(let problem): "the requests cannot be used: \(problem)"
        case .noDay:
            "the problem has no “epoch”, so nobody knows when its day begins and requests cannot be dated; add it, or leave out --start"
        case .unknownLoad(let load):
            "the log has an event of load \(load), which is not requested; give each tender its own log"
        }
    }
}
