/// Writes rows as comma-separated UTF-8 that spreadsheets and our own reader take back unchanged.
public struct CSVWriter: Sendable {
    /// What has been written so far; every row ends with `\r\n` (RFC 4180).
    public private(set) var text: String

    /// A table that starts with `header`.
    ///
    /// The byte order mark makes Excel read UTF-8; leave it out for machines.
    public init(header: [String], byteOrderMark: Bool = false) {
        text = byteOrderMark ? "\u{FEFF}" : ""
        append(header)
    }

    /// Adds one row.
    public mutating func append(_ cells: [String]) {
        text += cells.map(Self.quoted).joined(separator: ",")
        text += "\r\n"
    }

    /// The cell in quotes where a separator, a quote, a line break or a blank at an end asks for them.
    static func quoted(_ cell: String) -> String {
        let needsQuotes =
            cell.unicodeScalars.contains { $0 == "," || $0 == ";" || $0 == "\"" || $0 == "\n" || $0 == "\r" }
            || cell.first?.isWhitespace == true || cell.last?.isWhitespace == true
        guard needsQuotes else { return cell }
        return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }
}
