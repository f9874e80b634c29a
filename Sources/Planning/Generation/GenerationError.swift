/// Why a day could not be generated.
public struct GenerationError: Error, Hashable, CustomStringConvertible {
    /// What was wrong, with the values that were wrong.
    public enum Reason: Hashable, Sendable {
        /// A column that every site list needs is missing; the names that would do are given.
        case missingColumn([String])
        /// A cell does not hold what its column asks for.
        case badCell(column: String, value: String, expected: String)
        /// Two rows that differ have the same site code.
        case duplicateSite(String)
        /// The file has a header but no site.
        case noSites
        /// No site is open on the day of the week.
        case allClosed(weekday: String)
        /// A number given to the generator is outside its range.
        case outOfRange(value: String, expected: String)
        /// The file cannot be read.
        case unreadable(String)
    }

    /// What was wrong.
    public let reason: Reason
    /// The file and line, or the option.
    public let place: String

    /// What was wrong with `place`.
    public init(_ reason: Reason, at place: String) {
        self.reason = reason
        self.place = place
    }

    /// A code that never changes; Docs/errors.md explains it.
    public var code: String {
        switch reason {
        case .missingColumn: "G101"
        case .badCell: "G102"
        case .duplicateSite: "G103"
        case .noSites: "G104"
        case .allClosed: "G105"
        case .outOfRange: "G106"
        case .unreadable: "G107"
        }
    }

    /// One sentence for the person who gave the site list.
    public var description: String {
        "\(place): \(sentence) (\(code))"
    }

    private var sentence: String {
        switch reason {
        case .missingColumn(let names):
            "the site list has no column \(names.map { "`\($0)`" }.joined(separator: " or ")); add one"
        case .badCell(let column, let value, let expected):
            "`\(value)` in column `\(column)` is not \(expected); correct the cell or leave the row out"
        case .duplicateSite(let code):
            "the site code `\(code)` is already taken by an earlier row that differs; give each site its own"
        case .noSites:
            "the site list has no rows; give at least one site with its coordinates"
        case .allClosed(let weekday):
            "no site of the list is open on a \(weekday); choose another --date"
        case .outOfRange(let value, let expected):
            "\(value) is out of range; give a number in \(expected)"
        case .unreadable(let cause):
            "the site list cannot be read: \(cause)"
        }
    }
}
