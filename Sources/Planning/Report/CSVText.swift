/// Builds a CSV file that Excel, LibreOffice and programs read alike: UTF-8 with a byte order mark, commas, CRLF, quotes
/// where needed (RFC 4180).
///
/// A text that begins like a formula (`=`, `+`, `-`, `@`, tab or carriage return) is kept from being one by an apostrophe
/// in front, since names and remarks come from outside.
struct CSVText {
    /// One cell.
    enum Cell {
        /// A text from outside.
        case text(String)
        /// A number or a time written by this program, which needs no protection.
        case plain(String)
    }

    private(set) var text: String

    init(header: [String]) {
        text = "\u{FEFF}"
        append(header.map(Cell.plain))
    }

    mutating func append(_ row: [Cell]) {
        let cells = row.map { cell in
            switch cell {
            case .text(let text): Self.quoted(Self.withoutFormula(text))
            case .plain(let text): Self.quoted(text)
            }
        }
        text += cells.joined(separator: ",") + "\r\n"
    }

    private static func withoutFormula(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
            return text
        }
        return "'" + text
    }

    private static func quoted(_ text: String) -> String {
        // Unicode scalars, because Swift sees CR LF as one character.
        guard text.unicodeScalars.contains(where: { ",\"\n\r;".unicodeScalars.contains($0) }) else {
            return text
        }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}

extension CSVText.Cell {
    /// A load entry in the dimension's unit, with as many decimals as its scale can tell apart.
    static func amount(_ value: Int, scale: Int) -> Self {
        guard scale > 1 else { return .plain("\(value)") }
        var digits = 0
        var power = 1
        while power < scale {
            digits += 1
            power *= 10
        }
        // Exact for the scales in use (powers of ten); others are rounded to that many decimals.
        let (whole, rest) = (abs(value) / scale, abs(value) % scale)
        let fraction = rest * power / scale
        guard fraction > 0 else { return .plain("\(value < 0 ? "-" : "")\(whole)") }
        let decimals = String(String(power + fraction).dropFirst().prefix(digits))
        let trimmed = decimals.reversed().drop { $0 == "0" }.reversed()
        return .plain("\(value < 0 ? "-" : "")\(whole).\(String(trimmed))")
    }
}
