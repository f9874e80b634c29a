/// Why a file was refused, and where.
///
/// One error at a time: a reader stops at the first thing it cannot take.  `Docs/errors.md` has an entry for each code.
public struct FormatError: Error, Hashable, Sendable {
    /// What was wrong, with the values that were wrong.
    public var reason: Reason
    /// Where in the file.
    public var place: Place
    /// The file, as the user named it; nil when the text did not come from a file.
    public var file: String?

    /// An error at `place`.
    public init(_ reason: Reason, at place: Place = .nowhere, in file: String? = nil) {
        self.reason = reason
        self.place = place
        self.file = file
    }

    /// Where in a file something is wrong.
    public enum Place: Hashable, Sendable {
        /// The file as a whole.
        case nowhere
        /// A line, counted from 1.
        case line(Int)
        /// A line and a column (in bytes), both counted from 1.
        case column(line: Int, column: Int)
        /// A JSON pointer (RFC 6901) such as `/jobs/3/service`.
        case pointer(String)
    }
}

extension FormatError: CustomStringConvertible {
    /// One sentence: the place, what is wrong there, the remedy, and the code.
    public var description: String {
        var parts: [String] = []
        if let file { parts.append(file) }
        switch place {
        case .nowhere: break
        case .line(let line): parts.append("line \(line)")
        case .column(let line, let column): parts.append("line \(line), column \(column)")
        case .pointer(let pointer): parts.append(pointer.isEmpty ? "the whole document" : pointer)
        }
        let start = parts.isEmpty ? "" : parts.joined(separator: ", ") + ": "
        let end = reason.remedy.isEmpty ? "" : "; " + reason.remedy
        return "\(start)\(reason.message)\(end) (\(code))"
    }

    /// The sentence alone where VROOM has the same error, since its clients look for it; else the description.
    public var vroomMessage: String {
        if case .vroom(let sentence, _) = reason { sentence } else { description }
    }

    /// The code that never changes, `F200` to `F299`.
    public var code: String { reason.code }
}
