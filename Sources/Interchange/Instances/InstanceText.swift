/// The lines of an instance file that hold something, as bytes.
///
/// Instances of a thousand customers are read by the hundred, so numbers are parsed from bytes without making strings.
struct InstanceText {
    /// One line without the white space around it.
    struct Line {
        /// Counted from 1 in the file.
        var number: Int
        /// Where its bytes are.
        var range: Range<Int>
    }

    let bytes: [UInt8]
    /// Lines that are not blank and no comment (`#`).
    let lines: [Line]

    init(_ bytes: [UInt8]) {
        var lines: [Line] = []
        var number = 1
        // A byte order mark is no part of the first line.
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var position = start
        while position <= bytes.count {
            if position == bytes.count || bytes[position] == UInt8(ascii: "\n") {
                var first = start
                var last = position
                while first < last, Self.isSpace(bytes[first]) { first += 1 }
                while first < last, Self.isSpace(bytes[last - 1]) { last -= 1 }
                if first < last, bytes[first] != UInt8(ascii: "#") {
                    lines.append(Line(number: number, range: first..<last))
                }
                number += 1
                start = position + 1
            }
            position += 1
        }
        self.bytes = bytes
        self.lines = lines
    }

    /// The text of a line.
    func text(_ line: Line) -> String {
        String(decoding: bytes[line.range], as: UTF8.self)
    }

    /// All numbers of a line; `field` names the line in errors.
    func numbers(_ line: Line, field: String) throws(FormatError) -> [Double] {
        var fields = InstanceFields(bytes, in: line.range, line: line.number)
        var numbers: [Double] = []
        while let number = try fields.next(field) { numbers.append(number) }
        return numbers
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
    }
}

/// Reads the numbers of one line, from left to right.
struct InstanceFields {
    private let bytes: [UInt8]
    private var position: Int
    private let end: Int
    private let line: Int

    init(_ bytes: [UInt8], in range: Range<Int>, line: Int) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
        self.line = line
    }

    /// The next number, or nil at the end of the line.
    mutating func next(_ field: String) throws(FormatError) -> Double? {
        while position < end, InstanceText.isSpace(bytes[position]) { position += 1 }
        guard position < end else { return nil }
        let start = position
        var mantissa = 0
        var digits = 0
        var decimals = 0
        var isPlain = true
        var afterPoint = false
        let isNegative = bytes[position] == UInt8(ascii: "-")
        if isNegative { position += 1 }
        while position < end, !InstanceText.isSpace(bytes[position]) {
            let byte = bytes[position]
            if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
                digits += 1
                if digits <= 15 { mantissa = mantissa * 10 + Int(byte - UInt8(ascii: "0")) }
                if afterPoint { decimals += 1 }
            } else if byte == UInt8(ascii: "."), !afterPoint {
                afterPoint = true
            } else {
                isPlain = false
            }
            position += 1
        }
        // Fifteen digits and a power of ten up to 10¹⁵ are exact in a Double, so their quotient is correctly rounded.
        if isPlain, digits > 0, digits <= 15 {
            let value = Double(mantissa) / Self.powersOfTen[decimals]
            return isNegative ? -value : value
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard let value = Double(text), value.isFinite else {
            throw FormatError(.notANumber(text, field: field), at: .line(line))
        }
        return value
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]
}
