/// Every word a person sees, in one language.
///
/// A phrase may hold places in braces.  `{amount}` is replaced by the value of that name; `{stops|stop|stops}` chooses
/// between two forms by the value of that name, so that each language keeps its own plural:
///
/// ```swift
/// Strings(.english).text(.stopCount, ["stops": "3"])  // "3 stops"
/// ```
public struct Strings: Hashable, Sendable {
    /// The language chosen.
    public let language: Language

    /// The strings of `language`.
    public init(_ language: Language = .english) {
        self.language = language
    }

    /// A phrase without places.
    public subscript(phrase: Phrase) -> String {
        switch language {
        case .english: phrase.english
        }
    }

    /// A phrase with its places filled in.
    ///
    /// A place without a value stays as it is, visible to whoever reads it.
    public func text(_ phrase: Phrase, _ values: [String: String]) -> String {
        filling(self[phrase], with: values)
    }

    /// A text with its places filled in.
    func filling(_ text: String, with values: [String: String]) -> String {
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            filled += rest[..<open]
            filled +=
                value(of: rest[rest.index(after: open)..<close], from: values) ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }

    private func value(of place: Substring, from values: [String: String]) -> String? {
        let parts = place.split(separator: "|", omittingEmptySubsequences: false)
        guard let value = values[String(parts[0])] else { return nil }
        guard parts.count == 3 else { return value }
        return String(language.isSingular(value) ? parts[1] : parts[2])
    }
}

extension Strings {
    /// All phrases by name, for templates.
    var all: [String: String] {
        Dictionary(uniqueKeysWithValues: Phrase.allCases.map { ($0.rawValue, self[$0]) })
    }
}
