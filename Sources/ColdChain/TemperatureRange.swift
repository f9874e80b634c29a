public import VehicleRouting

/// A range of temperature as people write it: `2-8 °C`, `+2 bis +8`, `-25…-15`, `≤ 25`, `up to 25 °C`.
struct TemperatureRange: Hashable {
    /// Thousandths of a degree Celsius; nil for no limit.
    var low: Int?
    /// Thousandths of a degree Celsius; nil for no limit.
    var high: Int?

    private static let upperLimitSigns: Set<String> = [
        "≤", "<=", "<", "upto", "max", "max.", "below", "bis", "unter", "nichtüber", "不超过", "～",
    ]
    private static let betweenSigns: Set<String> = [
        "-", "to", "bis", "…", "...", "..", "至", "/", "till", "-+",
    ]

    /// Reads a range; nil when the text is none.
    init?(_ text: String) {
        let parts = Self.parts(of: text)
        let numbers = parts.compactMap(\.number)
        if parts.count == 2, let sign = parts[0].sign, Self.upperLimitSigns.contains(sign),
            let high = numbers.first
        {
            (self.low, self.high) = (nil, high)
        } else if parts.count == 3, let sign = parts[1].sign, Self.betweenSigns.contains(sign),
            numbers.count == 2
        {
            // “−15 to −25” names the warm end first.
            (low, high) = (min(numbers[0], numbers[1]), max(numbers[0], numbers[1]))
        } else {
            return nil
        }
    }

    private enum Part: Hashable {
        case sign(String)
        case number(Int)

        var sign: String? {
            if case .sign(let sign) = self { sign } else { nil }
        }

        var number: Int? {
            if case .number(let number) = self { number } else { nil }
        }
    }

    /// Cuts the text into numbers (thousandths) and what stands between them, without blanks and degree signs.
    private static func parts(of text: String) -> [Part] {
        let ignored: Set<Character> = ["º", " ", "\u{A0}", "(", ")"]
        let dashes: Set<Character> = ["–", "—", "−", "~"]
        let plain = text.lowercased().filter { !ignored.contains($0) }
        var characters = Array(plain.replacing("°c", with: "°").replacing("℃", with: "°"))
        // `8c` at the end, without a degree sign.
        if characters.last == "c", characters.dropLast().last?.isASCIINumber == true {
            characters.removeLast()
        }
        characters = characters.filter { $0 != "°" }.map { dashes.contains($0) ? "-" : $0 }
        var parts: [Part] = []
        var index = 0
        while index < characters.count {
            let isFirstOfNumber = parts.last?.number == nil
            if let (number, next) = number(in: characters, at: index, mayBeSigned: isFirstOfNumber) {
                parts.append(.number(number))
                index = next
            } else {
                var sign = ""
                while index < characters.count, !characters[index].isASCIINumber,
                    sign.isEmpty || number(in: characters, at: index, mayBeSigned: true) == nil
                {
                    sign.append(characters[index])
                    index += 1
                }
                // A number that is no temperature, such as the 2025 of `REF2025`.
                if sign.isEmpty {
                    sign.append(characters[index])
                    index += 1
                }
                parts.append(.sign(sign))
            }
        }
        return parts
    }

    /// A number such as `-25`, `+2` or `2,5` at a position, and where it ends.
    private static func number(in characters: [Character], at start: Int, mayBeSigned: Bool) -> (
        Int, next: Int
    )? {
        var index = start
        var isNegative = false
        if mayBeSigned, characters[index] == "-" || characters[index] == "+" {
            isNegative = characters[index] == "-"
            index += 1
        }
        var digits = ""
        while index < characters.count {
            let isMark =
                (characters[index] == "." || characters[index] == ",") && index + 1 < characters.count
                && characters[index + 1].isASCIINumber && !digits.contains(".")
            guard characters[index].isASCIINumber || (isMark && !digits.isEmpty) else { break }
            digits.append(isMark ? "." : characters[index])
            index += 1
        }
        guard let degrees = Double(digits), degrees <= 1000 else { return nil }
        let thousandths = Int((degrees * 1000).rounded())
        return (isNegative ? -thousandths : thousandths, index)
    }
}

extension Character {
    fileprivate var isASCIINumber: Bool { isASCII && isNumber }
}

extension Regime {
    /// The range as people write it: `2…8 °C`, `≤ 25 °C`, `any temperature`.
    public var rangeText: String {
        switch (low, high) {
        case (nil, nil): "any temperature"
        case (let low?, nil): "≥ \(Self.degrees(low)) °C"
        case (nil, let high?): "≤ \(Self.degrees(high)) °C"
        case (let low?, let high?): "\(Self.degrees(low))…\(Self.degrees(high)) °C"
        }
    }

    /// Thousandths of a degree as degrees, with decimals only where there are some and a true minus sign.
    private static func degrees(_ thousandths: Int) -> String {
        let magnitude = Int(thousandths.magnitude)
        var text = "\(magnitude / 1000)"
        if magnitude % 1000 != 0 {
            var decimals = String("\(1000 + magnitude % 1000)".dropFirst())
            while decimals.hasSuffix("0") { decimals.removeLast() }
            text += "." + decimals
        }
        return (thousandths < 0 ? "−" : "") + text
    }
}
