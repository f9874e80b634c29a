/// The word a person probably meant, for "did you mean".
public enum NearestWord {
    /// The candidate with the fewest single-character edits to `word`, regardless of case, when at most a third of the
    /// characters (and at least two) would have to change; the first of equals.
    public static func of(_ word: String, among candidates: some Sequence<String>) -> String? {
        nearest(to: word, within: max(2, word.count / 3), among: candidates)
    }

    /// The candidate that `word` misspells: both have at least four characters, and at most a third of those of `word`
    /// would have to change; the first of equals.
    ///
    /// Stricter than `of`, because a misspelling is refused where a suggestion is only made.
    static func misspelt(_ word: String, among candidates: some Sequence<String>) -> String? {
        guard word.count >= 4 else { return nil }
        return nearest(to: word, within: word.count / 3, among: candidates.lazy.filter { $0.count >= 4 })
    }

    private static func nearest(
        to word: String,
        within limit: Int,
        among candidates: some Sequence<String>
    ) -> String? {
        let wanted = Array(word.lowercased())
        var best: (candidate: String, edits: Int)?
        for candidate in candidates {
            let other = Array(candidate.lowercased())
            guard abs(other.count - wanted.count) <= limit else { continue }
            let edits = edits(from: wanted, to: other)
            // A word of which nothing would be left is no suggestion.
            guard edits <= limit, edits < max(wanted.count, other.count) else { continue }
            if edits < best?.edits ?? .max { best = (candidate, edits) }
        }
        return best?.candidate
    }

    /// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other (optimal string
    /// alignment distance).
    private static func edits(from first: [Character], to second: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...second.count)
        for row in first.indices {
            var current = [row + 1]
            for column in second.indices {
                let isEqual = first[row] == second[column]
                var edits = min(
                    last[column] + (isEqual ? 0 : 1),
                    last[column + 1] + 1,
                    current[column] + 1
                )
                if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
                    edits = min(edits, beforeLast[column - 1] + 1)
                }
                current.append(edits)
            }
            (beforeLast, last) = (last, current)
        }
        return last[second.count]
    }
}
