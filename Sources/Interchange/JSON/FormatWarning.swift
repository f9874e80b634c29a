/// Something in a file that was read but has no effect.
public struct FormatWarning: Hashable, Sendable, CustomStringConvertible {
    /// A JSON pointer to it.
    public var pointer: String
    /// One sentence that says what and, where there is one, the remedy.
    public var description: String

    /// A warning about what is at `pointer`.
    public init(pointer: String, description: String) {
        self.pointer = pointer
        self.description = description
    }
}

/// Finds keys that nobody asks for: most are misspelt, and VROOM's silence about them has cost its users days.
struct JSONKeyGuard {
    /// Whether an unknown key is an error instead of a warning.
    let isStrict: Bool
    private(set) var warnings: [FormatWarning] = []

    init(isStrict: Bool) {
        self.isStrict = isStrict
    }

    /// Notes the keys of `members` that are not in `known`.
    mutating func check(_ members: JSONMembers, known: [String]) throws(FormatError) {
        for key in members.object.keys where !known.contains(key) {
            let nearest = NearestWord.of(key, among: known)
            if isStrict {
                throw FormatError(.unknownKey(key, nearest: nearest), at: .pointer(members.pointer))
            }
            let hint = nearest.map { ", did you mean '\($0)'?" } ?? ""
            note(members.path(key), "the key '\(key)' is not known here and has no effect" + hint)
        }
    }

    /// Notes that what is at `pointer` has no effect.
    mutating func note(_ pointer: String, _ sentence: String) {
        warnings.append(FormatWarning(pointer: pointer, description: "\(pointer): \(sentence)"))
    }
}
