/// Which channel may bring which class of products to whom, per country: versioned data with the legal note.
public struct ChannelPermissions: Hashable, Sendable {
    /// A way from seller to user.
    public enum Channel: String, Hashable, Sendable, CaseIterable {
        /// To authorised traders and pharmacies.
        case wholesale
        /// From the maker to pharmacies.
        case directToPharmacy = "direct_to_pharmacy"
        /// From the maker to hospitals.
        case directToHospital = "direct_to_hospital"
        /// To a person's home.
        case directToPatient = "direct_to_patient"
    }

    /// What a rule says.
    public enum Verdict: String, Hashable, Sendable, CaseIterable {
        /// It may be done.
        case allowed
        /// It may be done if the named qualifications hold until the trip ends.
        case conditional
        /// It may not be done, and nobody may override that.
        case forbidden
    }

    /// One rule.
    public struct Rule: Hashable, Sendable {
        /// The code, named in reasons.
        public var id: String
        /// ISO 3166 codes, or `*` for everywhere.
        public var countries: [String]
        /// Product classes, or `*` for all.
        public var products: [String]
        /// The channels.
        public var channels: [Channel]
        /// What it says.
        public var verdict: Verdict
        /// Names of qualifications that a conditional rule asks for.
        public var needs: [String]
        /// What the law says, for people.
        public var note: String
        /// Where it is written.
        public var source: String
        /// Since when it holds; where its source gives no date, since when it is stated here.
        public var validFrom: CalendarDay
        /// Until when; nil for no end.
        public var validUntil: CalendarDay?
    }

    /// The edition.
    public let version: String
    /// The rules, in the order of the file.
    public let rules: [Rule]

    /// The rules that come with the program.
    public static let shipped = shippedRules {
        try ChannelPermissions(
            json: PackageResources.channel_permissions_json,
            name: "channel-permissions.json"
        )
    }

    /// The rules that hold on a day.
    public func inForce(on day: CalendarDay) -> [Rule] {
        rules.filter { $0.validFrom <= day && ($0.validUntil.map { day <= $0 } ?? true) }
    }

    /// Reads rules.
    ///
    /// - Throws: L1xx when the document is malformed or contradicts itself.
    public init(json: [UInt8], name: String) throws(RuleFileError) {
        let root = try RuleMembers.root(of: json, file: name)
        try root.checkKeys(["version", "rules"])
        version = try root.version()
        var rules: [Rule] = []
        for entry in try root.objects("rules") {
            let rule = try Self.rule(entry)
            if rules.contains(where: { $0.id == rule.id }) { throw entry.error("id", .duplicate(rule.id)) }
            if let other = rules.first(where: { $0.contradicts(rule) }) {
                throw entry.error(
                    "verdict",
                    .contradiction("rule \(other.id) says \(other.verdict.rawValue) of the same case")
                )
            }
            rules.append(rule)
        }
        self.rules = rules
    }

    private static let keys = [
        "id", "countries", "products", "channels", "verdict", "needs", "note", "source", "valid_from",
        "valid_until",
    ]

    private static func rule(_ entry: RuleMembers) throws(RuleFileError) -> Rule {
        try entry.checkKeys(keys)
        var channels: [Channel] = []
        for (place, word) in try entry.texts("channels").enumerated() {
            guard let channel = Channel(rawValue: word) else {
                let expected = Channel.allCases.map(\.rawValue)
                throw entry.error("channels/\(place)", .unknownWord(word, expected: expected))
            }
            channels.append(channel)
        }
        let rule = Rule(
            id: try entry.text("id"),
            countries: try names("countries", entry),
            products: try names("products", entry),
            channels: channels,
            verdict: try entry.word("verdict", as: Verdict.self),
            needs: entry.has("needs") ? try entry.texts("needs") : [],
            note: try entry.text("note"),
            source: try entry.text("source"),
            validFrom: try entry.day("valid_from"),
            validUntil: try entry.dayIfAny("valid_until")
        )
        if channels.isEmpty { throw entry.error("channels", .empty) }
        if rule.verdict == .conditional, rule.needs.isEmpty { throw entry.error("needs", .empty) }
        if rule.verdict != .conditional, !rule.needs.isEmpty {
            throw entry.error("needs", .contradiction("only a conditional rule can need something"))
        }
        if let end = rule.validUntil, end < rule.validFrom {
            throw entry.error("valid_until", .contradiction("the rule ends before it begins"))
        }
        for (place, country) in rule.countries.enumerated() where country != "*" {
            guard country.count == 2, country == country.uppercased() else {
                throw entry.error(
                    "countries/\(place)",
                    .unknownName(country, among: "country codes of two capital letters")
                )
            }
        }
        return rule
    }

    /// A list of names, or `*` alone.
    private static func names(_ key: String, _ entry: RuleMembers) throws(RuleFileError) -> [String] {
        let names = try entry.texts(key)
        guard !names.isEmpty else { throw entry.error(key, .empty) }
        guard names.count == 1 || !names.contains("*") else {
            throw entry.error(key, .contradiction("* already means all"))
        }
        return names
    }
}

extension ChannelPermissions.Rule {
    /// Whether another rule allows for the very same case what this one forbids, or the reverse.
    fileprivate func contradicts(_ other: Self) -> Bool {
        let verdicts = [verdict, other.verdict]
        guard verdicts.contains(.forbidden), verdicts.contains(.allowed) else { return false }
        let overlaps =
            validFrom <= other.validUntil ?? other.validFrom || other.validUntil == nil
        return overlaps && (validUntil.map { other.validFrom <= $0 } ?? true)
            && Set(countries) == Set(other.countries) && Set(products) == Set(other.products)
            && !Set(channels).isDisjoint(with: other.channels)
    }
}
