/// Why a rule file cannot be used: what, where, and what to do.
public struct RuleFileError: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Reason: Hashable, Sendable {
        /// The bytes are no JSON document.
        case notJSON
        /// A key that must be there is not.
        case missing
        /// The value is of another type.
        case wrongType(expected: String, found: String)
        /// The format has no such key; the nearest is given.
        case unknownKey(nearest: String?)
        /// A number outside its range.
        case outOfRange(String, range: String)
        /// A text or list with nothing in it.
        case empty
        /// A name that nothing has.
        case unknownName(String, among: String)
        /// A name or a pair that is already used.
        case duplicate(String)
        /// Each value is well formed, but they exclude each other.
        case contradiction(String)
        /// Not a day of the calendar.
        case notADay(String)
        /// A word that is none of those the format knows.
        case unknownWord(String, expected: [String])
    }

    /// What is wrong.
    public var reason: Reason
    /// The name of the file.
    public var file: String
    /// Where in it, as a JSON pointer: `/boxes/2/profiles`; empty for the document as a whole.
    public var pointer: String

    /// `reason` at `pointer` of `file`.
    public init(_ reason: Reason, file: String, pointer: String) {
        self.reason = reason
        self.file = file
        self.pointer = pointer
    }

    /// The code that never changes; Docs/errors.md explains each.
    public var code: String {
        switch reason {
        case .notJSON: "L101"
        case .missing: "L102"
        case .wrongType: "L103"
        case .unknownKey: "L104"
        case .outOfRange: "L105"
        case .empty: "L106"
        case .unknownName: "L107"
        case .duplicate: "L108"
        case .contradiction: "L109"
        case .notADay: "L110"
        case .unknownWord: "L111"
        }
    }

    /// What is wrong, with the value.
    public var message: String {
        switch reason {
        case .notJSON: "the file is not valid JSON"
        case .missing: "the value is missing"
        case .wrongType(let expected, let found): "there should be \(expected), but there is \(found)"
        case .unknownKey: "there is no such key here"
        case .outOfRange(let value, let range): "\(value) is outside the range \(range)"
        case .empty: "there is nothing in it"
        case .unknownName(let name, let kind): "“\(name)” is not among \(kind)"
        case .duplicate(let name): "“\(name)” is there already"
        case .contradiction(let what): what
        case .notADay(let text): "“\(text)” is no day of the calendar"
        case .unknownWord(let word, _): "“\(word)” means nothing here"
        }
    }

    /// What to do about it.
    public var remedy: String {
        switch reason {
        case .notJSON: "look for a comma or a bracket too many or too few"
        case .missing: "add it; Docs/cold-chain.md shows the format"
        case .wrongType: "write it without quotation marks if it is a number, with them if it is a text"
        case .unknownKey(let nearest?): "did you mean “\(nearest)”?"
        case .unknownKey(nil): "remove it, or see Docs/cold-chain.md for the keys"
        case .outOfRange: "correct the number, or its unit"
        case .empty: "give at least one entry"
        case .unknownName: "define it first, or correct the spelling"
        case .duplicate: "remove one of the two, or rename it"
        case .contradiction: "decide which of the two holds and change the other"
        case .notADay: "write it like 2026-03-02"
        case .unknownWord(_, let expected): "use one of \(expected.joined(separator: ", "))"
        }
    }
}

extension RuleFileError: CustomStringConvertible {
    /// One sentence: place, what is wrong, what to do, code.
    public var description: String {
        let place = pointer.isEmpty ? file : "\(file) \(pointer)"
        return "\(place): \(message); \(remedy) (\(code))"
    }
}

/// Rules that come with the program.
///
/// They are compiled in and a test reads them.
func shippedRules<Rules>(_ read: () throws -> Rules) -> Rules {
    do {
        return try read()
    } catch {
        preconditionFailure("\(error)")
    }
}
