import VehicleRouting

/// Reads times and intervals from left to right.
struct ClockScanner {
    /// A time, and whether it said am or pm.
    struct Time {
        var seconds: Seconds
        var hasHalf: Bool
    }

    private let characters: [Character]
    private var position = 0

    init(_ text: some StringProtocol) {
        characters = text.lowercased().map { Self.plain[$0] ?? $0 }
        skipBlanks()
    }

    /// Full-width and typographic forms of the characters that matter here.
    private static let plain: [Character: Character] = [
        "–": "-", "—": "-", "−": "-", "~": "-", "～": "-", "至": "-", "到": "-", "：": ":", "，": ",", "；": ";",
        "、": ",",
        "\u{A0}": " ", "\u{202F}": " ", "\t": " ",
    ]

    var isAtEnd: Bool { position >= characters.count }

    private var next: Character? { isAtEnd ? nil : characters[position] }

    /// A time of day, possibly of the next day; nil when none stands here.
    mutating func time() -> Time? {
        var seconds = 0
        if next == "+" {
            position += 1
            guard number(digits: 1...1) == 1 else { return nil }
            skipBlanks()
            seconds = 86_400
        }
        guard let clock = clock() else { return nil }
        skipBlanks()
        guard let isAfternoon = half() else {
            skip(oneOf: ["uhr", "时", "点"])
            return Time(seconds: seconds + clock, hasHalf: false)
        }
        let hour = clock / 3600
        guard (1...12).contains(hour) else { return nil }
        return Time(
            seconds: seconds + clock % 3600 + (hour % 12 + (isAfternoon ? 12 : 0)) * 3600,
            hasHalf: true
        )
    }

    /// The dash or word between two times; whether there was one.
    mutating func intervalSign() -> Bool {
        skipBlanks()
        let found = skip(oneOf: ["-", "to", "till", "until", "bis", "à"])
        skipBlanks()
        return found
    }

    /// Blanks, commas and words between intervals.
    mutating func skipBetweenIntervals() {
        repeat {
            skipBlanks()
        } while skip(oneOf: [",", ";", "/", "&", "|", "\n", "\r\n", "+", "and", "und", "et", "u.", "和"])
    }

    private mutating func clock() -> Seconds? {
        let start = position
        guard let first = number(digits: 1...4) else { return nil }
        if position - start > 2 {
            // 0900, 930
            return valid(hour: first / 100, minute: first % 100, second: 0)
        }
        var minute = 0
        var second = 0
        if next == ":" || next == "." || next == "h" || next == "時" || next == "点" {
            let isSpelled = next != ":" && next != "."
            position += 1
            if let digits = number(digits: 2...2) {
                minute = digits
            } else if !isSpelled {
                return nil
            }
            if next == ":" || next == "." {
                position += 1
                guard let digits = number(digits: 2...2) else { return nil }
                second = digits
            }
        }
        return valid(hour: first, minute: minute, second: second)
    }

    /// Hours up to 47 reach into the day after.
    private func valid(hour: Int, minute: Int, second: Int) -> Seconds? {
        guard hour < 48, minute < 60, second < 60 else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    private mutating func number(digits: ClosedRange<Int>) -> Int? {
        var end = position
        while end < characters.count, characters[end].isASCIIDigit { end += 1 }
        guard digits.contains(end - position), let value = Int(String(characters[position..<end])) else {
            return nil
        }
        position = end
        return value
    }

    /// Whether `pm` stands here rather than `am`; nil for neither.
    private mutating func half() -> Bool? {
        if skip(oneOf: ["a.m.", "am"]) { return false }
        return skip(oneOf: ["p.m.", "pm"]) ? true : nil
    }

    @discardableResult
    private mutating func skip(oneOf words: [String]) -> Bool {
        for word in words where characters[position...].starts(with: word) {
            position += word.count
            return true
        }
        return false
    }

    private mutating func skipBlanks() {
        while let character = next, character == " " { position += 1 }
    }
}
