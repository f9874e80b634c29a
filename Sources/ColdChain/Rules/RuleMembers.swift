internal import Foundation

/// An object of a rule file with its place, and typed access to its members.
struct RuleMembers {
    let file: String
    let pointer: String
    private let members: [String: RuleValue]

    /// The object that the whole document is.
    static func root(of json: [UInt8], file: String) throws(RuleFileError) -> RuleMembers {
        guard let value = try? JSONDecoder().decode(RuleValue.self, from: Data(json)) else {
            throw RuleFileError(.notJSON, file: file, pointer: "")
        }
        return try RuleMembers(value, file: file, pointer: "")
    }

    private init(_ value: RuleValue, file: String, pointer: String) throws(RuleFileError) {
        guard case .object(let members) = value else {
            throw RuleFileError(
                .wrongType(expected: "an object", found: value.shown),
                file: file,
                pointer: pointer
            )
        }
        (self.file, self.pointer, self.members) = (file, pointer, members)
    }

    /// An error at one member.
    func error(_ key: String, _ reason: RuleFileError.Reason) -> RuleFileError {
        RuleFileError(reason, file: file, pointer: "\(pointer)/\(key)")
    }

    /// Refuses members the format does not have.
    func checkKeys(_ known: [String]) throws(RuleFileError) {
        for key in members.keys.sorted() where !known.contains(key) {
            // The nearest shares the longest beginning.
            let nearest = known.max { $0.commonPrefix(with: key).count < $1.commonPrefix(with: key).count }
            let isNear = nearest.map { $0.commonPrefix(with: key).count >= 3 } ?? false
            throw error(key, .unknownKey(nearest: isNear ? nearest : nil))
        }
    }

    /// Whether a member is there and not null.
    func has(_ key: String) -> Bool {
        members[key].map { $0 != .null } ?? false
    }

    private func value(_ key: String) throws(RuleFileError) -> RuleValue {
        guard let value = members[key] else { throw error(key, .missing) }
        return value
    }

    private func wrong(_ key: String, _ value: RuleValue, _ expected: String) -> RuleFileError {
        error(key, .wrongType(expected: expected, found: value.shown))
    }

    func text(_ key: String) throws(RuleFileError) -> String {
        let value = try value(key)
        guard case .text(let text) = value else { throw wrong(key, value, "a text") }
        guard !text.isEmpty else { throw error(key, .empty) }
        return text
    }

    /// The edition: year and month.
    func version() throws(RuleFileError) -> String {
        let text = try text("version")
        guard CalendarDay(text + "-01") != nil else { throw error("version", .notADay(text)) }
        return text
    }

    func flag(_ key: String) throws(RuleFileError) -> Bool {
        let value = try value(key)
        guard case .flag(let flag) = value else { throw wrong(key, value, "true or false") }
        return flag
    }

    func number(_ key: String, in range: ClosedRange<Double>) throws(RuleFileError) -> Double {
        let value = try value(key)
        guard case .number(let number) = value else { throw wrong(key, value, "a number") }
        guard range.contains(number) else {
            throw error(
                key,
                .outOfRange(
                    value.shown,
                    range: "\(RuleValue.number(range.lowerBound).shown) … "
                        + RuleValue.number(range.upperBound).shown
                )
            )
        }
        return number
    }

    func whole(_ key: String, in range: ClosedRange<Double>) throws(RuleFileError) -> Int {
        let number = try number(key, in: range)
        guard number == number.rounded() else {
            throw error(key, .wrongType(expected: "a whole number", found: "\(number)"))
        }
        return Int(number)
    }

    /// A number in thousandths.
    func scaled(_ key: String, in range: ClosedRange<Double>) throws(RuleFileError) -> Int {
        Int((try number(key, in: range) * 1000).rounded())
    }

    /// A number of hours or minutes, in seconds.
    func seconds(_ key: String, per unit: Double, in range: ClosedRange<Double>) throws(RuleFileError) -> Int
    {
        Int((try number(key, in: range) * unit).rounded())
    }

    func day(_ key: String) throws(RuleFileError) -> CalendarDay {
        let text = try text(key)
        guard let day = CalendarDay(text) else { throw error(key, .notADay(text)) }
        return day
    }

    func dayIfAny(_ key: String) throws(RuleFileError) -> CalendarDay? {
        has(key) ? try day(key) : nil
    }

    /// One of the words of a format.
    func word<Word: RawRepresentable & CaseIterable>(
        _ key: String,
        as: Word.Type
    ) throws(RuleFileError) -> Word where Word.RawValue == String {
        let text = try text(key)
        guard let word = Word(rawValue: text) else {
            throw error(key, .unknownWord(text, expected: Word.allCases.map(\.rawValue)))
        }
        return word
    }

    func texts(_ key: String) throws(RuleFileError) -> [String] {
        let value = try value(key)
        guard case .list(let list) = value else { throw wrong(key, value, "a list of texts") }
        var texts: [String] = []
        for (index, entry) in list.enumerated() {
            guard case .text(let text) = entry else {
                throw wrong("\(key)/\(index)", entry, "a text")
            }
            guard !text.isEmpty else { throw error("\(key)/\(index)", .empty) }
            guard !texts.contains(text) else { throw error("\(key)/\(index)", .duplicate(text)) }
            texts.append(text)
        }
        return texts
    }

    func objects(_ key: String) throws(RuleFileError) -> [RuleMembers] {
        let value = try value(key)
        guard case .list(let list) = value else { throw wrong(key, value, "a list of objects") }
        var objects: [RuleMembers] = []
        for (index, entry) in list.enumerated() {
            objects.append(try RuleMembers(entry, file: file, pointer: "\(pointer)/\(key)/\(index)"))
        }
        return objects
    }
}
