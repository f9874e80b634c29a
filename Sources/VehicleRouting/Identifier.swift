/// The name something has outside the program: a number (as in VROOM files) or a text (as in a day folder).
///
/// It is carried through unchanged, so that the answer names things as the question did.
public enum Identifier: Hashable, Sendable {
    /// A whole number; VROOM allows 64 bits.
    case number(UInt64)
    /// A text, never empty.
    case text(String)
}

extension Identifier: CustomStringConvertible {
    /// The name as people write it.
    public var description: String {
        switch self {
        case .number(let number): "\(number)"
        case .text(let text): text
        }
    }
}

extension Identifier: Comparable {
    /// Numbers first, by value; then texts, by their Unicode order.
    public static func < (left: Identifier, right: Identifier) -> Bool {
        switch (left, right) {
        case (.number(let left), .number(let right)): left < right
        case (.text(let left), .text(let right)): left < right
        case (.number, .text): true
        case (.text, .number): false
        }
    }
}

extension Identifier: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    /// A name that is a number.
    public init(integerLiteral value: UInt64) {
        self = .number(value)
    }

    /// A name that is a text.
    public init(stringLiteral value: String) {
        self = .text(value)
    }
}
