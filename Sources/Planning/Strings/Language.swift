/// A language that people read the program's output in.
///
/// Adding one means adding a case here, a table beside `Phrase+English.swift`, and the marks below.
public enum Language: String, Hashable, Sendable, CaseIterable {
    /// English, with British spelling.
    case english = "en"

    /// The mark between whole and fraction.
    var decimalMark: String {
        switch self {
        case .english: "."
        }
    }

    /// The mark between groups of three digits.
    var groupingMark: String {
        switch self {
        case .english: ","
        }
    }

    /// Whether a count, as it is written, takes the first of two forms: "1 stop", but "0 stops".
    func isSingular(_ count: String) -> Bool {
        switch self {
        case .english: count == "1"
        }
    }
}
