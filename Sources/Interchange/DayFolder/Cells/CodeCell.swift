/// What a spreadsheet does to codes that look like numbers or dates, and how to notice.
enum CodeCell {
    /// The damage one code shows by itself.
    static func damage(of code: String) -> DayFinding.Reason? {
        if code.first == "#", code.allSatisfy({ $0 == "#" }) || isErrorValue(code) {
            return .spreadsheetError
        }
        if isScientific(code) { return .scientificCode }
        return isDate(code) ? .dateInsteadOfCode : nil
    }

    private static func isErrorValue(_ code: String) -> Bool {
        [
            "#N/A", "#NA", "#NV", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#WERT!",
            "#BEZUG!",
        ]
        .contains(code.uppercased())
    }

    /// `1.2E+13`, `1,2E+13`: one digit before the mark, a signed exponent of two digits or more.
    private static func isScientific(_ code: String) -> Bool {
        let parts = code.uppercased().split(separator: "E", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].first == "+", parts[1].count >= 3,
            parts[1].dropFirst().allSatisfy(\.isASCIIDigit)
        else { return false }
        let mantissa = parts[0].split(
            omittingEmptySubsequences: false,
            whereSeparator: { $0 == "." || $0 == "," }
        )
        return mantissa.count <= 2 && mantissa[0].count == 1
            && mantissa.allSatisfy { $0.allSatisfy(\.isASCIIDigit) && !$0.isEmpty }
    }

    private static let months: Set<String> = [
        "jan", "feb", "mar", "mär", "mrz", "apr", "may", "mai", "jun", "jul", "aug", "sep", "oct", "okt",
        "nov", "dec",
        "dez",
    ]

    /// `03-Mar`, `Mar-03`, `3. Mrz`, `03.03.2026`, `03/03/2026`, `2026-03-03 00:00:00`.
    private static func isDate(_ code: String) -> Bool {
        if code.hasSuffix(" 00:00:00"), CalendarDate(iso: code.dropLast(9)) != nil { return true }
        let parts = code.lowercased().split(whereSeparator: { "-./ ".contains($0) })
        guard (2...3).contains(parts.count) else { return false }
        let hasMonth = parts.prefix(2).contains { months.contains(String($0)) }
        let numbers = parts.compactMap { $0.count <= 4 ? Int($0) : nil }
        if hasMonth {
            return numbers.count == parts.count - 1 && code.allSatisfy { $0 != " " || code.contains(".") }
        }
        guard parts.count == 3, numbers.count == 3, code.contains(".") != code.contains("/"),
            !code.contains("-"),
            parts[2].count == 4
        else { return false }
        return CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0]) != nil
            || CalendarDate(year: numbers[2], month: numbers[0], day: numbers[1]) != nil
    }
}

/// What the codes of one column have in common; makes single damaged ones stand out.
struct CodeColumnProfile: Hashable, Sendable {
    private var zeroLedWidths: Set<Int> = []
    private var longCodes = 0
    private var longCodesEndingInZeros = 0

    /// Spreadsheets keep this many digits of a number.
    private static let keptDigits = 15

    init(_ codes: some Sequence<String>) {
        for code in codes where code.allSatisfy(\.isASCIIDigit) {
            if code.first == "0" { zeroLedWidths.insert(code.count) }
            guard code.count > Self.keptDigits + 1 else { continue }
            longCodes += 1
            if Self.endsInZeros(code) { longCodesEndingInZeros += 1 }
        }
    }

    /// The damage a code shows beside the others of its column.
    func damage(of code: String) -> DayFinding.Reason? {
        guard code.allSatisfy(\.isASCIIDigit), !code.isEmpty else { return nil }
        if zeroLedWidths.count == 1, let width = zeroLedWidths.first, code.count < width {
            return .lostLeadingZeros(width: width)
        }
        let areAllCut = longCodes >= 2 && longCodes == longCodesEndingInZeros
        return areAllCut && code.count > Self.keptDigits + 1 ? .lostDigits : nil
    }

    private static func endsInZeros(_ code: String) -> Bool {
        code.dropFirst(keptDigits).allSatisfy { $0 == "0" }
    }
}
