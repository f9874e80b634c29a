/// A JSON value of a rule file.
enum RuleValue: Decodable, Hashable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([RuleValue])
    case object([String: RuleValue])

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let flag = try? value.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([RuleValue].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: RuleValue].self))
        }
    }

    /// What it is, for messages.
    var shown: String {
        switch self {
        case .null: "null"
        case .flag(let flag): "\(flag)"
        case .number(let number): number == number.rounded() ? "\(Int(number))" : "\(number)"
        case .text(let text): "the text “\(text)”"
        case .list: "a list"
        case .object: "an object"
        }
    }
}
