/// A rule about who may supply what to whom, by which channel: a row of `permissions.csv`, or one that comes with the program.
public struct PermissionRule: Hashable, Sendable {
    /// What a rule says.
    public enum Verdict: String, Hashable, Sendable, CaseIterable {
        /// It may be done; so a rule of the same code that comes with the program asks for nothing.
        case allowed
        /// It may be done with the certificates and from the depots named.
        case conditional
        /// It may not be done.
        case forbidden
    }

    /// The code, named in reasons.
    public var id: String
    /// What it says.
    public var verdict: Verdict
    /// ISO 3166 codes of where goods are handed over; empty for everywhere.
    public var countries: [String] = []
    /// Classes in law, one of which the goods have; empty for all goods.
    public var productClasses: [String] = []
    /// Channels by their proper names; empty for all.
    public var channels: [String] = []
    /// Codes of sites; empty for all.
    public var consignees: [String] = []
    /// Certificates of goods or consignee that it asks for.
    public var needs: [String] = []
    /// Codes of the depots that may ship, or of their countries; nil for all.
    public var shipFrom: [String]?
    /// What the law says, for people.
    public var note = ""
    /// Where it is written.
    public var source = ""

    /// A rule that says `verdict` of everything.
    public init(id: String, verdict: Verdict) {
        self.id = id
        self.verdict = verdict
    }
}

/// Where the reader looks up the channel rules that come with the program.
///
/// The rules themselves are `ColdChain`'s; whoever reads a folder hands them over.
public struct PermissionDirectory: Sendable {
    /// All rules, in force or not: what channels and classes are called.
    public var all: [PermissionRule]
    /// The rules in force on a day, `2026-03-02`.
    public var inForce: @Sendable (String) -> [PermissionRule]

    /// A directory of `all`, of which `inForce` tells those of a day.
    public init(all: [PermissionRule], inForce: @escaping @Sendable (String) -> [PermissionRule]) {
        self.all = all
        self.inForce = inForce
    }

    /// A directory without rules.
    public static let none = PermissionDirectory(all: []) { _ in [] }
}

/// The words for ways from seller to user, and what each is properly called.
enum ChannelWord {
    static let wholesale = "wholesale"
    static let toPatient = "direct_to_patient"

    private static let words: [String: [String]] = [
        wholesale: ["wholesaler", "grosshandel", "großhandel", "批发"],
        "direct_to_pharmacy": ["dtp"],
        "direct_to_hospital": ["dth"],
        toPatient: ["home", "home_delivery", "patient", "heimbelieferung", "患者配送"],
    ]

    /// All words that are known from the start.
    static let all = Array(words.keys) + words.values.joined()

    /// The proper name of a channel: small letters, blanks and hyphens as `_`; a word that is not known stays as it is.
    static func proper(_ word: String) -> String {
        let plain = String(word.lowercased().map { " -".contains($0) ? "_" : $0 })
        return words.first { $0.value.contains(plain) }?.key ?? plain
    }
}
