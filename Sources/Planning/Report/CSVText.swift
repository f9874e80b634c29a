internal import Interchange

/// Builds a CSV file for people: with a byte order mark, so that Excel reads UTF-8, and without surprises.
///
/// Names and remarks come from outside, so a text that begins like a formula is kept from being one.
struct CSVText {
    /// One cell.
    enum Cell {
        /// A text from outside.
        case text(String)
        /// A number or a time written by this program, which needs no protection.
        case plain(String)
    }

    private var writer: CSVWriter

    init(header: [String]) {
        writer = CSVWriter(header: header, byteOrderMark: true)
    }

    var text: String { writer.text }

    mutating func append(_ row: [Cell]) {
        writer.append(
            row.map { cell in
                switch cell {
                case .text(let text): FormulaGuard.adding(to: text)
                case .plain(let text): text
                }
            }
        )
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
