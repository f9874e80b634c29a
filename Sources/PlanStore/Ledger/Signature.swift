public import Foundation

/// Who did something, why and when.
public struct Signature: Hashable, Sendable {
    /// A person, or the device or program that reported it.
    public var person: String
    /// Why, in their words; needed for overrides.
    public var reason: String
    /// When; kept to the second.
    public var time: Date

    /// The signature of `person`.
    public init(person: String, reason: String = "", time: Date) {
        self.person = person
        self.reason = reason
        self.time = time
    }

    /// The time as the store writes it: `2026-03-02T10:40:00Z`.
    var stamp: String { time.formatted(.iso8601) }

    /// Whether it says who and why.
    var isComplete: Bool {
        let isThere = { (text: String) in text.contains { !$0.isWhitespace } }
        return isThere(person) && isThere(reason)
    }
}
