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
            let nearest = Self.nearest(to: key, in: known)
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

    /// The known key that differs from `key` in the fewest letters, if these are few.
    static func nearest(to key: String, in known: [String]) -> String? {
        let best = known.map { (key: $0, distance: editDistance(key, $0)) }.min { $0.distance < $1.distance }
        guard let best, best.distance <= max(1, key.count / 3) else { return nil }
        return best.key
    }

    /// How many letters must be added, removed or replaced to turn one word into the other, upper and lower case
    /// being equal.
    static func editDistance(_ left: String, _ right: String) -> Int {
        let left = Array(left.lowercased().utf8)
        let right = Array(right.lowercased().utf8)
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (column, other) in right.enumerated() {
                let replaced = diagonal + (letter == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
