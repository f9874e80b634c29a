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
    ///
    /// - Parameter binds: whether the object makes promises, so that a key which misspells one of them is an error.
    mutating func check(
        _ members: JSONMembers,
        known: [String],
        binds: Bool = true
    ) throws(FormatError) {
        for key in members.object.keys where !known.contains(key) {
            let nearest = NearestWord.of(key, among: known)
            if isStrict {
                throw FormatError(.unknownKey(key, nearest: nearest), at: .pointer(members.pointer))
            }
            if binds, let meant = Self.promise(nearestTo: key, of: members, known: known) {
                throw FormatError(.misspeltKey(key, meaning: meant), at: .pointer(members.path(key)))
            }
            let hint = nearest.map { ", did you mean '\($0)'?" } ?? ""
            note(members.path(key), "the key '\(key)' is not known here and has no effect" + hint)
        }
    }

    /// The key that `key` misspells, where `members` does not have it and it keeps a promise.
    private static func promise(
        nearestTo key: String,
        of members: JSONMembers,
        known: [String]
    ) -> String? {
        let missing = known.filter { !members.has($0) }
        let promised = missing.filter { !ProblemKeys.harmless.contains($0) }
        let others = missing.filter(ProblemKeys.harmless.contains)
        let nearest = NearestWord.misspelt(key, among: promised + others)
        return nearest.flatMap { ProblemKeys.harmless.contains($0) ? nil : $0 }
    }

    /// Notes that what is at `pointer` has no effect.
    mutating func note(_ pointer: String, _ sentence: String) {
        warnings.append(FormatWarning(pointer: pointer, description: "\(pointer): \(sentence)"))
    }
}
