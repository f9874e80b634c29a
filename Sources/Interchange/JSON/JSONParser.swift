/// Reads JSON text (RFC 8259) into a `JSONValue`, and names line and column of the first mistake.
///
/// A key that occurs twice in an object is a mistake here, because one of its values would be lost.
struct JSONParser {
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    /// Deeper nesting than any of our formats has; keeps the recursion from running out of stack.
    private static let greatestDepth = 64

    static func parse(_ bytes: [UInt8]) throws(FormatError) -> JSONValue {
        var parser = JSONParser(bytes: bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.position = 3 }
        let value = try parser.value()
        parser.skipSpace()
        guard parser.position == bytes.count else {
            throw parser.error("there is more text after the end of the document")
        }
        return value
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func value() throws(FormatError) -> JSONValue {
        skipSpace()
        guard let byte = next else { throw error("the text ends where a value should be") }
        switch byte {
        case UInt8(ascii: "{"): return try nested { parser throws(FormatError) in try parser.object() }
        case UInt8(ascii: "["): return try nested { parser throws(FormatError) in try parser.array() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw error("\(shown(byte)) stands where a value should be")
        }
    }

    private mutating func nested(
        _ read: (inout JSONParser) throws(FormatError) -> JSONValue
    ) throws(FormatError) -> JSONValue {
        depth += 1
        guard depth <= Self.greatestDepth else {
            throw error("lists and objects are nested more than \(Self.greatestDepth) deep")
        }
        let value = try read(&self)
        depth -= 1
        return value
    }

    private mutating func object() throws(FormatError) -> JSONValue {
        position += 1
        var object = JSONObject()
        skipSpace()
        if next == UInt8(ascii: "}") {
            position += 1
            return .object(object)
        }
        while true {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw error("a key in quotation marks should be here") }
            let start = position
            let key = try string()
            guard !object.keys.contains(key) else {
                position = start
                throw error("the key '\(key)' occurs twice in one object")
            }
            skipSpace()
            guard next == UInt8(ascii: ":") else { throw error("a colon should follow the key '\(key)'") }
            position += 1
            object.append(key, try value())
            if try endsAfterMember(with: UInt8(ascii: "}"), in: "object") { return .object(object) }
        }
    }

    private mutating func array() throws(FormatError) -> JSONValue {
        position += 1
        var values: [JSONValue] = []
        skipSpace()
        if next == UInt8(ascii: "]") {
            position += 1
            return .array(values)
        }
        while true {
            values.append(try value())
            if try endsAfterMember(with: UInt8(ascii: "]"), in: "list") { return .array(values) }
        }
    }

    private mutating func endsAfterMember(with end: UInt8, in kind: String) throws(FormatError) -> Bool {
        skipSpace()
        guard let byte = next else { throw error("the text ends inside the \(kind)") }
        guard byte == end || byte == UInt8(ascii: ",") else {
            throw error("a comma or the end of the \(kind) should be here, not \(shown(byte))")
        }
        position += 1
        return byte == end
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(FormatError) -> JSONValue {
        guard bytes[position...].starts(with: word.utf8) else {
            throw error("\(shown(bytes[position])) stands where a value should be")
        }
        position += word.utf8.count
        return value
    }

    private mutating func number() throws(FormatError) -> JSONValue {
        let start = position
        let isNegative = next == UInt8(ascii: "-")
        if isNegative { position += 1 }
        let firstDigit = position
        var magnitude: UInt64 = 0
        var fits = true
        while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
            let (product, tooLarge) = magnitude.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(UInt64(byte - UInt8(ascii: "0")))
            if tooLarge || carry { fits = false }
            magnitude = sum
            position += 1
        }
        guard position > firstDigit else { throw error("a digit should follow the minus sign") }
        if bytes[firstDigit] == UInt8(ascii: "0"), position > firstDigit + 1 {
            position = start
            throw error("a number may not begin with 0")
        }
        var isWhole = true
        if next == UInt8(ascii: ".") {
            isWhole = false
            position += 1
            try digits("the point")
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            isWhole = false
            position += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
            try digits("the exponent")
        }
        if isWhole, fits, !isNegative { return .unsigned(magnitude) }
        if isWhole, fits, magnitude > 0, magnitude <= UInt64(Int.max) { return .negative(-Int(magnitude)) }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard let value = Double(text), value.isFinite else {
            position = start
            throw error("the number \(text) is too large")
        }
        return .fraction(value)
    }

    private mutating func digits(_ what: String) throws(FormatError) {
        let start = position
        while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { position += 1 }
        guard position > start else { throw error("a digit should follow \(what)") }
    }

    private mutating func string() throws(FormatError) -> String {
        let start = position
        position += 1
        var text: [UInt8] = []
        var plain = position
        while let byte = next {
            if byte == UInt8(ascii: "\"") {
                text += bytes[plain..<position]
                position += 1
                guard let string = String(validating: text, as: UTF8.self) else {
                    position = start
                    throw error("the text is not in UTF-8")
                }
                return string
            }
            guard byte >= 0x20 else { throw error("a line end or control character stands inside a text") }
            if byte == UInt8(ascii: "\\") {
                text += bytes[plain..<position]
                text += Array(String(try escape()).utf8)
                plain = position
            } else {
                position += 1
            }
        }
        position = start
        throw error("the text that begins here does not end")
    }

    /// The character behind a backslash; moves past it.
    private mutating func escape() throws(FormatError) -> Unicode.Scalar {
        let start = position
        position += 1
        guard let byte = next else { throw error("the text ends inside an escape") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            var code = hexadecimal()
            // A pair of surrogates stands for one character above U+FFFF.
            if let high = code, (0xD800...0xDBFF).contains(high), bytes[position...].starts(with: "\\u".utf8)
            {
                position += 2
                code = hexadecimal().flatMap { low in
                    (0xDC00...0xDFFF).contains(low)
                        ? 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00) : nil
                }
            }
            if let scalar = code.flatMap(Unicode.Scalar.init) { return scalar }
            position = start
            throw error("\\u should be followed by four hexadecimal digits of a character")
        default:
            position = start
            throw error("there is no escape \\\(Character(Unicode.Scalar(byte)))")
        }
    }

    private mutating func hexadecimal() -> UInt32? {
        guard position + 4 <= bytes.count else { return nil }
        let digits = bytes[position..<position + 4]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
        position += 4
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    private var next: UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    private mutating func skipSpace() {
        while let byte = next,
            byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
                || byte == UInt8(ascii: "\t")
        {
            position += 1
        }
    }

    private func shown(_ byte: UInt8) -> String {
        byte >= 0x20 && byte < 0x7F ? "'\(Character(Unicode.Scalar(byte)))'" : "an unreadable character"
    }

    private func error(_ message: String) -> FormatError {
        let before = bytes[..<min(position, bytes.count)]
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return FormatError(.syntax(message), at: .column(line: line, column: before.count - lineStart + 1))
    }
}
