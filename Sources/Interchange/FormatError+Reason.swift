extension FormatError {
    /// What can be wrong with a file.
    public enum Reason: Hashable, Sendable {
        /// The file cannot be opened; the text is the system's.
        case unreadable(String)
        /// Nothing in the file tells its format.
        case unknownFormat
        /// A part that must be there is not.
        case missing(String, remedy: String)
        /// A key or section that means something, but not to this program.
        case unsupported(String, remedy: String)
        /// Text where a number should be.
        case notANumber(String, field: String)
        /// A fraction where a whole number should be.
        case notWhole(String, field: String)
        /// A number outside its range, the range in words.
        case outOfRange(String, field: String, range: String)
        /// A list or table with the wrong number of entries.
        case wrongCount(String, found: Int, expected: Int)
        /// A window that closes before it opens.
        case reversedWindow(opens: String, closes: String)
        /// A reference to something that is not there.
        case unknownReference(String, to: String)
        /// Something named twice.
        case duplicate(String)
        /// A distance that the chosen rounding leaves with a fraction.
        case fraction(String, field: String)
        /// Things that are well formed one by one but cannot stand together.
        case conflict(String, remedy: String)
        /// A text that is not JSON.
        case syntax(String)
        /// A JSON value of the wrong type.
        case wrongType(String, expected: String, found: String)
        /// A sentence in the words of VROOM, which its clients know.
        case vroom(String, remedy: String)
        /// A key that the format does not have (strict reading only).
        case unknownKey(String, nearest: String?)
        /// A key that the format does not have and that is nearly one which keeps a promise.
        case misspeltKey(String, meaning: String)
    }
}

extension FormatError.Reason {
    /// The code that never changes.
    public var code: String {
        switch self {
        case .unreadable: "F200"
        case .unknownFormat: "F201"
        case .missing: "F202"
        case .unsupported: "F203"
        case .notANumber: "F204"
        case .notWhole: "F205"
        case .outOfRange: "F206"
        case .wrongCount: "F207"
        case .reversedWindow: "F208"
        case .unknownReference: "F209"
        case .duplicate: "F210"
        case .fraction: "F211"
        case .conflict: "F212"
        case .syntax: "F220"
        case .wrongType: "F221"
        case .vroom: "F222"
        case .unknownKey: "F223"
        case .misspeltKey: "F224"
        }
    }

    /// What is wrong, as a clause that follows the place.
    public var message: String {
        switch self {
        case .unreadable(let text): "cannot be read: \(text)"
        case .unknownFormat: "neither Solomon, Li–Lim nor VRPLIB text"
        case .missing(let part, _): "\(part) is missing"
        case .unsupported(let part, _): "\(part) is not supported"
        case .notANumber(let text, let field): "\(field) should be a number, but is '\(text)'"
        case .notWhole(let text, let field): "\(field) should be a whole number, but is \(text)"
        case .outOfRange(let text, let field, let range): "\(field) should be \(range), but is \(text)"
        case .wrongCount(let list, let found, let expected):
            "\(list) should have \(expected) entries, but has \(found)"
        case .reversedWindow(let opens, let closes):
            "the window opens at \(opens) but closes at \(closes)"
        case .unknownReference(let field, let name): "\(field) refers to \(name), which does not exist"
        case .duplicate(let thing): "\(thing) occurs twice"
        case .fraction(let text, let field): "\(field) is \(text), which is not whole without rounding"
        case .conflict(let text, _): text
        case .syntax(let text): text
        case .wrongType(let field, let expected, let found):
            "\(field) should be \(expected), but is \(found)"
        case .vroom(let sentence, _): sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
        case .unknownKey(let key, let nearest):
            "there is no key '\(key)' here" + (nearest.map { ", did you mean '\($0)'?" } ?? "")
        case .misspeltKey(let key, let meaning):
            "there is no key '\(key)', but it is nearly '\(meaning)', without which a promise would be dropped"
        }
    }

    /// What to do about it, as a clause; empty when the message says it all.
    public var remedy: String {
        switch self {
        case .unreadable: "check the name and that you may read it"
        case .unknownFormat: "give a file in one of these formats"
        case .missing(_, let remedy), .unsupported(_, let remedy), .conflict(_, let remedy),
            .vroom(_, let remedy):
            remedy
        case .notANumber: "write digits with a point before decimals"
        case .notWhole: "write it without decimals"
        case .outOfRange: "correct the number"
        case .wrongCount: "add or remove entries"
        case .reversedWindow: "swap the two times or correct one"
        case .unknownReference: "correct the reference or add what it names"
        case .duplicate: "keep one of them"
        case .fraction: "choose a rounding: round, trunc, dimacs or exact"
        case .syntax: "correct the JSON text"
        case .wrongType: "correct the value"
        case .unknownKey: "correct the key or read without strict"
        case .misspeltKey: "correct it, or rename it if it means something else"
        }
    }
}
