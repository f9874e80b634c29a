/// Writes a `JSONValue` as text that people can read and compare: two spaces a level, members in their order, lists of
/// numbers on one line.
struct JSONWriter {
    private var text: [UInt8] = []

    /// The document with a line end behind it.
    static func text(_ value: JSONValue) -> String {
        var writer = JSONWriter()
        writer.write(value, indent: 0)
        writer.put("\n")
        return String(decoding: writer.text, as: UTF8.self)
    }

    private mutating func write(_ value: JSONValue, indent: Int) {
        switch value {
        case .null: put("null")
        case .bool(let value): put(value ? "true" : "false")
        case .unsigned(let value): put("\(value)")
        case .negative(let value): put("\(value)")
        case .fraction(let value): put("\(value)")
        case .string(let value): quote(value)
        case .array(let values): write(values, indent: indent)
        case .object(let object): write(object, indent: indent)
        }
    }

    private mutating func write(_ values: [JSONValue], indent: Int) {
        // Pairs such as windows stay on one line, the rows of a matrix get a line each.
        let isShort = values.count <= 4 && values.allSatisfy(\.isFlat)
        if values.allSatisfy(\.isScalar) || isShort {
            put("[")
            for (index, value) in values.enumerated() {
                if index > 0 { put(isShort ? ", " : ",") }
                write(value, indent: indent)
            }
            put("]")
            return
        }
        put("[")
        for (index, value) in values.enumerated() {
            newLine(indent + 1, first: index == 0)
            write(value, indent: indent + 1)
        }
        newLine(indent, first: true)
        put("]")
    }

    private mutating func write(_ object: JSONObject, indent: Int) {
        guard !object.keys.isEmpty else {
            put("{}")
            return
        }
        put("{")
        for (index, (key, value)) in zip(object.keys, object.values).enumerated() {
            newLine(indent + 1, first: index == 0)
            quote(key)
            put(": ")
            write(value, indent: indent + 1)
        }
        newLine(indent, first: true)
        put("}")
    }

    private mutating func newLine(_ indent: Int, first: Bool) {
        put(first ? "\n" : ",\n")
        text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indent))
    }

    private mutating func quote(_ string: String) {
        put("\"")
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""): put("\\\"")
            case UInt8(ascii: "\\"): put("\\\\")
            case UInt8(ascii: "\n"): put("\\n")
            case UInt8(ascii: "\r"): put("\\r")
            case UInt8(ascii: "\t"): put("\\t")
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                put("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
            default: text.append(byte)
            }
        }
        put("\"")
    }

    private mutating func put(_ string: String) {
        text.append(contentsOf: string.utf8)
    }
}

extension JSONValue {
    fileprivate var isScalar: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }

    /// Whether it is a short list of scalars.
    fileprivate var isFlat: Bool {
        guard case .array(let values) = self else { return isScalar }
        return values.count <= 2 && values.allSatisfy(\.isScalar)
    }
}
