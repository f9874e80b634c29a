/// Keeps a text from being taken for a formula by a spreadsheet, and gives it back as it was.
///
/// A cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return is calculated when a spreadsheet opens the file;
/// an apostrophe in front keeps it a text.  A text that begins with apostrophes and then such a sign gets one more, so
/// that taking one off is always the way back.
public enum FormulaGuard {
    private static let signs: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r"]

    /// The text with an apostrophe in front where it needs one.
    public static func adding(to text: String) -> String {
        startsLikeFormula(text) ? "'" + text : text
    }

    /// The text without the apostrophe that `adding` put in front.
    public static func removing(from text: String) -> String {
        text.hasPrefix("'") && startsLikeFormula(text) ? String(text.dropFirst()) : text
    }

    private static func startsLikeFormula(_ text: String) -> Bool {
        text.unicodeScalars.first { $0 != "'" }.map(signs.contains) ?? false
    }
}
