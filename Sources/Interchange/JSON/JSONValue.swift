import VehicleRouting

/// A JSON value as the file has it: numbers keep whether they were written as whole numbers, objects keep the order of
/// their keys.
///
/// Foundation's decoders are not used because they lose what these formats turn on: VROOM refuses `1.0` where it wants
/// `1`, an error must name a line or a pointer, and a key that nobody asks for must be noticed.
enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    /// A whole number without point or exponent, from 0 to 2⁶⁴ − 1.
    case unsigned(UInt64)
    /// A whole number below zero.
    case negative(Int)
    /// Any other number.
    case fraction(Double)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)
}

/// The members of a JSON object in the order of the file.
struct JSONObject: Hashable, Sendable {
    private(set) var keys: [String] = []
    private(set) var values: [JSONValue] = []

    /// The value of `key`; nil when there is none.
    subscript(key: String) -> JSONValue? {
        // Objects here have a dozen members at most, so a walk beats a table.
        keys.firstIndex(of: key).map { values[$0] }
    }

    /// Adds a member; `key` must be new.
    mutating func append(_ key: String, _ value: JSONValue) {
        keys.append(key)
        values.append(value)
    }
}

extension JSONValue {
    /// The value for error messages: its text when it is short, else its kind.
    var shown: String {
        switch self {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .unsigned(let value): "\(value)"
        case .negative(let value): "\(value)"
        case .fraction(let value): "\(value)"
        case .string(let value): value.count <= 40 ? "\"\(value)\"" : "a text"
        case .array(let values): values.isEmpty ? "an empty list" : "a list"
        case .object: "an object"
        }
    }

    /// A whole number.
    init(_ value: Int) {
        self = value >= 0 ? .unsigned(UInt64(value)) : .negative(value)
    }

    /// A name, as number or text.
    init(_ id: Identifier) {
        switch id {
        case .number(let number): self = .unsigned(number)
        case .text(let text): self = .string(text)
        }
    }
}
