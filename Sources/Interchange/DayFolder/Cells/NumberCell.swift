/// The sign that stands before the fraction of a number.
enum DecimalMark: Character, Hashable, Sendable {
    case point = "."
    case comma = ","
}

/// A number as people write it: grouped or not, with a decimal point or comma, a unit or a currency sign around it.
enum NumberCell {
    /// What a text can mean.
    enum Reading: Hashable {
        case number(ExactNumber)
        /// One mark before three digits: `1.234`, which is either of the two.
        case either(fraction: ExactNumber, grouped: ExactNumber)
        case nothing
    }

    /// Reads `text`, with `mark` as the decimal mark, or with whatever the text itself makes certain.
    static func read(_ text: String, mark: DecimalMark?) -> Reading {
        let digits = stripped(text)
        guard digits.utf8.contains(where: isDigit) else { return .nothing }
        if let decimalMark = mark ?? certainMark(of: digits) {
            return value(of: digits, mark: decimalMark.rawValue).map { .number($0) } ?? .nothing
        }
        let marks = digits.filter { $0 == "." || $0 == "," }
        guard let only = marks.first, marks.count == 1 else {
            // No mark at all, or one mark several times: 1.234.567.
            return value(of: digits, mark: marks.first == "." ? "," : ".").map { .number($0) } ?? .nothing
        }
        guard let fraction = value(of: digits, mark: only),
            let grouped = value(of: digits, mark: only == "." ? "," : ".")
        else { return .nothing }
        return .either(fraction: fraction, grouped: grouped)
    }

    /// The decimal mark that `text` proves, if it does: the last of two different marks, or a single mark that cannot
    /// group thousands.
    static func certainMark(of text: String) -> DecimalMark? {
        // Most cells are whole numbers.
        guard text.utf8.contains(where: isMark) else { return nil }
        let digits = Array(stripped(text).utf8)
        guard let last = digits.lastIndex(where: isMark), let first = digits.firstIndex(where: isMark) else {
            return nil
        }
        let mark = DecimalMark(rawValue: Character(UnicodeScalar(digits[last])))
        if digits[first] != digits[last] { return mark }
        guard first == last else { return nil }
        let before = digits[..<first].filter(isDigit)
        let after = digits.count - first - 1
        let mayGroup = after == 3 && (1...3).contains(before.count) && before[0] != UInt8(ascii: "0")
        return mayGroup ? nil : mark
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// The number without blanks, apostrophes and what stands around its digits.
    private static func stripped(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { isDigit($0) || isMark($0) || $0 == UInt8(ascii: "-") }
        if isPlain { return text }
        var rest = Substring(text)
        for sign in ["€", "£", "$", "¥", "￥", "%"] where rest.hasPrefix(sign) { rest = rest.dropFirst() }
        let units = [
            "eur", "gbp", "usd", "cny", "chf", "kg", "km", "min", "ltr", "l", "h", "€", "£", "$", "¥", "°c",
        ]
        for unit in units where rest.lowercased().hasSuffix(unit) {
            rest = rest.dropLast(unit.count)
            break
        }
        let isGrouping: (Character) -> Bool = {
            $0.isWhitespace || $0 == "'" || $0 == "’" || $0 == "\u{202F}"
        }
        return String(rest.filter { !isGrouping($0) }.map { $0 == "−" ? "-" : $0 })
    }

    /// The value with `mark` before the fraction and the other mark between groups of three digits.
    private static func value(of text: String, mark: Character) -> ExactNumber? {
        let group: Character = mark == "." ? "," : "."
        let parts = text.split(separator: mark, omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first else { return nil }
        let hasSign = whole.first == "-" || whole.first == "+"
        let groups = whole.dropFirst(hasSign ? 1 : 0).split(
            separator: group,
            omittingEmptySubsequences: false
        )
        let areGroups =
            groups.count == 1 || (groups.dropFirst().allSatisfy { $0.count == 3 } && groups[0].count <= 3)
        let digits = groups.joined()
        let fraction = parts.count == 2 ? String(parts[1]) : ""
        guard areGroups, !digits.isEmpty || !fraction.isEmpty, digits.allSatisfy(\.isASCIIDigit),
            fraction.allSatisfy(\.isASCIIDigit)
        else { return nil }
        return ExactNumber(isNegative: whole.first == "-", whole: digits, fraction: fraction)
    }
}

extension Character {
    var isASCIIDigit: Bool { asciiValue.map { (48...57).contains($0) } ?? false }
}
