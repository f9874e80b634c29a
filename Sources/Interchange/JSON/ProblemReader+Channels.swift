import VehicleRouting

extension ProblemReader {
    /// Which goods may be supplied to whom, by which channel, and from which depots.
    ///
    /// - Precondition: The depots have been read.
    mutating func readChannelRules(_ root: JSONMembers) throws(FormatError) {
        for members in try root.objects("channel_rules", each: "a channel rule") ?? [] {
            let rule = try channelRule(members)
            guard !problem.channelRules.contains(where: { $0.id == rule.id }) else {
                throw FormatError(.duplicate("the channel rule \(rule.id)"), at: .pointer(members.pointer))
            }
            problem.channelRules.append(rule)
        }
    }

    private mutating func channelRule(_ members: JSONMembers) throws(FormatError) -> ChannelRule {
        try keys.check(members, known: ProblemKeys.channelRule)
        var rule = ChannelRule(
            id: try id(members, "channel rule"),
            note: try members.text("note") ?? "",
            source: try members.text("source") ?? ""
        )
        rule.countries = Set(try members.texts("countries") ?? [])
        rule.productClasses = Set(try members.texts("product_classes") ?? [])
        rule.channels = Set(try members.texts("channels") ?? [])
        rule.consignees = Set(try members.identifiers("consignees") ?? [])
        rule.needs = Set(try members.identifiers("needs") ?? [])
        guard let verdict = try members.text("verdict") else {
            throw members.missing("verdict", remedy: "say whether it is forbidden or conditional")
        }
        guard ["forbidden", "conditional"].contains(verdict) else {
            throw FormatError(
                .wrongType("verdict", expected: "one of forbidden, conditional", found: "\"\(verdict)\""),
                at: members.place("verdict")
            )
        }
        rule.isForbidden = verdict == "forbidden"
        if let ids = try members.identifiers("depots") {
            var depots: Set<Int> = []
            for id in ids { depots.insert(try depot(id, members, "depots")) }
            rule.depots = depots
        }
        return rule
    }
}

extension JSONMembers {
    /// A list of texts.
    func texts(_ key: String) throws(FormatError) -> [String]? {
        guard let list = try list(key) else { return nil }
        var texts: [String] = []
        for (index, value) in list.enumerated() {
            guard case .string(let text) = value, !text.isEmpty else {
                throw FormatError(
                    .wrongType(
                        "an entry of \(key)",
                        expected: "a text that is not empty",
                        found: value.shown
                    ),
                    at: .pointer("\(path(key))/\(index)")
                )
            }
            texts.append(text)
        }
        return texts
    }
}
