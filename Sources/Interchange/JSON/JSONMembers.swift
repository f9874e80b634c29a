import VehicleRouting

/// An object of a JSON document with its place, and typed access to its members.
///
/// Each accessor gives nil when there is no such key, and an error with a JSON pointer when the value is of the wrong
/// type.  `null` is a wrong type, as it is for VROOM.
struct JSONMembers {
    let object: JSONObject
    /// Where the object is in the document, as a JSON pointer.
    let pointer: String

    init(_ value: JSONValue, at pointer: String, called name: String) throws(FormatError) {
        guard case .object(let object) = value else {
            throw FormatError(
                .wrongType(name, expected: "an object", found: value.shown),
                at: .pointer(pointer)
            )
        }
        self.object = object
        self.pointer = pointer
    }

    func value(_ key: String) -> JSONValue? { object[key] }

    func has(_ key: String) -> Bool { object[key] != nil }

    /// The pointer to a member.
    func place(_ key: String) -> FormatError.Place { .pointer(path(key)) }

    func path(_ key: String) -> String { "\(pointer)/\(key.pointerToken)" }

    /// The error that a member is missing.
    func missing(_ key: String, remedy: String) -> FormatError {
        FormatError(.missing("'\(key)'", remedy: remedy), at: .pointer(pointer))
    }

    /// A whole number from 0 to `largest`, by default what fits in 32 bits without sign.
    func unsigned(_ key: String, upTo largest: Int = Int(UInt32.max)) throws(FormatError) -> Int? {
        guard let value = object[key] else { return nil }
        return try value.unsigned(key, upTo: largest, at: path(key))
    }

    /// A whole number, which may be negative.
    func integer(_ key: String) throws(FormatError) -> Int? {
        guard let value = object[key] else { return nil }
        return try value.integer(key, at: path(key))
    }

    func number(_ key: String) throws(FormatError) -> Double? {
        guard let value = object[key] else { return nil }
        guard let number = value.number else { throw wrongType(key, expected: "a number", value) }
        return number
    }

    func text(_ key: String) throws(FormatError) -> String? {
        guard let value = object[key] else { return nil }
        guard case .string(let text) = value else { throw wrongType(key, expected: "a text", value) }
        return text
    }

    func flag(_ key: String) throws(FormatError) -> Bool? {
        guard let value = object[key] else { return nil }
        guard case .bool(let flag) = value else { throw wrongType(key, expected: "true or false", value) }
        return flag
    }

    /// A name: a whole number of at most 64 bits or a text that is not empty.
    func identifier(_ key: String) throws(FormatError) -> Identifier? {
        guard let value = object[key] else { return nil }
        guard let id = value.identifier else {
            throw wrongType(key, expected: "a whole number or a text that is not empty", value)
        }
        return id
    }

    /// A list of names.
    func identifiers(_ key: String) throws(FormatError) -> [Identifier]? {
        guard let list = try list(key) else { return nil }
        var ids: [Identifier] = []
        for (index, value) in list.enumerated() {
            guard let id = value.identifier else {
                throw FormatError(
                    .wrongType(
                        "an entry of \(key)",
                        expected: "a whole number or a text that is not empty",
                        found: value.shown
                    ),
                    at: .pointer("\(path(key))/\(index)")
                )
            }
            ids.append(id)
        }
        return ids
    }

    func list(_ key: String) throws(FormatError) -> [JSONValue]? {
        guard let value = object[key] else { return nil }
        guard case .array(let list) = value else { throw wrongType(key, expected: "a list", value) }
        return list
    }

    /// The objects of a list.
    func objects(_ key: String, each name: String) throws(FormatError) -> [JSONMembers]? {
        guard let list = try list(key) else { return nil }
        var objects: [JSONMembers] = []
        for (index, value) in list.enumerated() {
            objects.append(try JSONMembers(value, at: "\(path(key))/\(index)", called: name))
        }
        return objects
    }

    func members(_ key: String) throws(FormatError) -> JSONMembers? {
        guard let value = object[key] else { return nil }
        return try JSONMembers(value, at: path(key), called: key)
    }

    /// A list of whole numbers of at most 32 bits without sign.
    func unsignedList(_ key: String) throws(FormatError) -> [Int]? {
        guard let list = try list(key) else { return nil }
        var numbers: [Int] = []
        for (index, value) in list.enumerated() {
            numbers.append(
                try value.unsigned("an entry of \(key)", upTo: Int(UInt32.max), at: "\(path(key))/\(index)")
            )
        }
        return numbers
    }

    func wrongType(_ key: String, expected: String, _ value: JSONValue) -> FormatError {
        FormatError(.wrongType(key, expected: expected, found: value.shown), at: place(key))
    }
}

extension JSONValue {
    /// The number it is; nil when it is none.
    var number: Double? {
        switch self {
        case .unsigned(let value): Double(value)
        case .negative(let value): Double(value)
        case .fraction(let value): value
        default: nil
        }
    }

    /// The name it is; nil when it is none.
    var identifier: Identifier? {
        switch self {
        case .unsigned(let value): .number(value)
        case .string(let value) where !value.isEmpty: .text(value)
        default: nil
        }
    }

    /// The largest whole number with a sign that is read; a million of them can be added without overflow.
    private static let largestInteger = 1_000_000_000_000

    /// The whole number that it is, which may be negative.
    func integer(_ field: String, at pointer: @autoclosure () -> String) throws(FormatError) -> Int {
        switch self {
        case .unsigned(let value) where value <= UInt64(Self.largestInteger): return Int(value)
        case .negative(let value) where value >= -Self.largestInteger: return value
        case .unsigned, .negative:
            let range = "between -\(Self.largestInteger) and \(Self.largestInteger)"
            throw FormatError(
                .outOfRange(shown, field: field, range: range),
                at: .pointer(pointer())
            )
        default:
            throw FormatError(
                .wrongType(field, expected: "a whole number without decimals", found: shown),
                at: .pointer(pointer())
            )
        }
    }

    /// The whole number from 0 to `largest` that it is.
    ///
    /// `pointer` is only evaluated for an error: building a pointer for each entry of a matrix would take longer than
    /// reading it.
    func unsigned(
        _ field: String,
        upTo largest: Int,
        at pointer: @autoclosure () -> String
    ) throws(FormatError) -> Int {
        switch self {
        case .unsigned(let value) where value <= UInt64(largest):
            return Int(value)
        case .unsigned, .negative:
            throw FormatError(
                .outOfRange(shown, field: field, range: "between 0 and \(largest)"),
                at: .pointer(pointer())
            )
        default:
            throw FormatError(
                .wrongType(field, expected: "a whole number without decimals", found: shown),
                at: .pointer(pointer())
            )
        }
    }
}

extension String {
    /// The text as one part of a JSON pointer (RFC 6901).
    var pointerToken: String {
        replacing("~", with: "~0").replacing("/", with: "~1")
    }
}
