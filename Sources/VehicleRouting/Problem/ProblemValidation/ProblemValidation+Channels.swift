extension ProblemValidation {
    /// Rules about channels, and the countries they speak of.
    mutating func checkChannelRules() {
        checkNames(problem.channelRules.map(\.id), "channel rule") { "channel_rules[\($0)]" }
        for (index, rule) in problem.channelRules.enumerated() {
            let (path, name) = ("channel_rules[\(index)]", "channel rule \(rule.id)")
            for depot in (rule.depots ?? []).sorted() { checkDepot(depot, "\(path).depots", name) }
            for country in rule.countries.sorted() { checkCountry(country, "\(path).countries", name) }
            let asksForSomething = !rule.needs.isEmpty || rule.depots != nil
            if rule.isForbidden, asksForSomething {
                report(
                    .contradictoryChannelRule,
                    path,
                    name,
                    "it forbids the supply and names what would permit it",
                    hint: "make it conditional, or remove needs and depots",
                    value: rule.id
                )
            }
            if !rule.isForbidden, !asksForSomething {
                report(
                    .idleChannelRule,
                    path,
                    name,
                    "it neither forbids anything nor asks for anything",
                    hint: "name certificates or depots, forbid the supply, or remove the rule",
                    value: rule.id
                )
            }
        }
        for (index, location) in problem.locations.enumerated() {
            guard let country = location.country else { continue }
            checkCountry(country, "locations[\(index)].country", location.name)
        }
    }

    private mutating func checkCountry(_ code: String, _ path: String, _ name: String) {
        guard !code.isCountryCode else { return }
        report(
            .unknownCountry,
            path,
            name,
            "\(code) is no code of two capital letters",
            hint: "give the ISO 3166 code, such as GB",
            value: code
        )
    }
}

extension String {
    /// Whether it has the form of an ISO 3166 code: two capital letters.
    public var isCountryCode: Bool {
        utf8.count == 2 && utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }
}
