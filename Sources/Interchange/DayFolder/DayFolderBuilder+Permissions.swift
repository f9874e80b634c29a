import VehicleRouting

// Who may supply what to whom, by which channel, and from which depots.
extension DayFolderBuilder {
    /// - Precondition: Depots and sites have been read.
    mutating func readPermissions() {
        permissions = shippedPermissions.inForce(settings.settings.date)
        var known = shippedPermissions.all
        if let table = tables.permissions {
            var own: [PermissionRule] = []
            forEachCode(.rule, of: table, in: \.permissionIndex) { builder, code, row throws(RowProblem) in
                let rule = try builder.permission(code, table, row)
                if let other = own.first(where: { $0.contradicts(rule) }) {
                    throw table.problem(
                        .verdict,
                        row,
                        .contradictsRule(other.id, says: other.verdict.rawValue)
                    )
                }
                let isInForce = try table.isInForce(row, on: builder.settings.planDay)
                own.append(rule)
                known.append(rule)
                // A rule of one's own takes the place of the one that comes with the program, in force or not.
                builder.permissions.removeAll { $0.id == code }
                if isInForce { builder.permissions.append(rule) }
            }
        }
        knownChannels = Set(ChannelWord.all + known.flatMap(\.channels))
        knownProductClasses = Set(known.flatMap(\.productClasses))
    }

    private func permission(
        _ code: String,
        _ table: DayTable<PermissionColumn>,
        _ row: Int
    ) throws(RowProblem) -> PermissionRule {
        guard !code.contains(where: \.isWhitespace) else { throw table.problem(.rule, row, .blankInCode) }
        let word = table.text(.verdict, row).lowercased()
        guard let verdict = PermissionRule.Verdict(rawValue: word) else {
            let words = PermissionRule.Verdict.allCases.map(\.rawValue)
            throw table.problem(.verdict, row, .unknownWord(expected: words))
        }
        var rule = PermissionRule(id: code, verdict: verdict)
        rule.countries = table.list(.countries, row)
        guard rule.countries.allSatisfy(\.isCountryCode) else {
            throw table.problem(.countries, row, .notACountry)
        }
        rule.productClasses = table.list(.productClasses, row).map { $0.lowercased() }
        rule.channels = table.list(.channels, row).map(ChannelWord.proper)
        for channel in rule.channels {
            guard let nearest = NearestWord.misspelt(channel, among: ChannelWord.all.sorted()),
                nearest != channel
            else { continue }
            throw table.problem(.channels, row, .unknownName(.channel, nearest: nearest))
        }
        rule.consignees = table.list(.consignees, row)
        for code in rule.consignees where sites[code] == nil {
            throw RowProblem(column: table.header(.consignees), value: code, reason: unknownSite(code))
        }
        rule.needs = table.list(.needs, row)
        let depots = table.list(.shipFrom, row)
        rule.shipFrom = depots.isEmpty ? nil : depots
        for code in depots where !code.isCountryCode {
            guard case .failure(let unknown) = self.depots.index(of: code, thing: .depot) else { continue }
            throw RowProblem(column: table.header(.shipFrom), value: code, reason: unknown.reason)
        }
        rule.note = table.text(.note, row)
        if rule.note.isEmpty { throw table.problem(.note, row, .empty) }
        rule.source = table.text(.source, row)
        if verdict == .conditional, rule.needs.isEmpty, depots.isEmpty {
            throw table.problem(.needs, row, .ruleAsksNothing)
        }
        for column in [PermissionColumn.needs, .shipFrom]
        where verdict != .conditional && !table.list(column, row).isEmpty {
            throw table.problem(column, row, .onlyForConditional)
        }
        return rule
    }

    private func unknownSite(_ code: String) -> DayFinding.Reason {
        guard let row = rejectedSites[code], let file = tables.sites?.fileName else {
            return UnknownCode(code, thing: .site, known: sites.keys).reason
        }
        return .refersToReject(.site, file: file, row: row)
    }

    /// Gives the problem the rules of the countries where goods are handed over; others can bind no order that comes later either.
    ///
    /// - Precondition: The orders have been read.
    mutating func applyPermissions() {
        let table = tables.orders
        let countries = Set(problem.jobs.compactMap { problem.locations[$0.location].country })
        for permission in permissions where permission.verdict != .allowed {
            let rule = channelRule(permission)
            if rule.countries.isEmpty || !rule.countries.isDisjoint(with: countries) {
                problem.channelRules.append(rule)
            }
        }
        let channelled = problem.jobs.filter { $0.handling.channel != nil }
        let nowhere = channelled.count { problem.locations[$0.location].country == nil }
        if nowhere > 0 {
            warn(table.fileName, column: table.header(.channel), .channelWithoutCountry(count: nowhere))
        }
        for channel in Set(channelled.compactMap(\.handling.channel)).subtracting(knownChannels).sorted() {
            warn(table.fileName, column: table.header(.channel), value: channel, .channelWithoutRule)
        }
        let nameless = channelled.count {
            $0.handling.channel == ChannelWord.toPatient && $0.handling.patient == nil
        }
        if nameless > 0 { warn(table.fileName, .patientWithoutCode(count: nameless)) }
    }

    private func channelRule(_ permission: PermissionRule) -> ChannelRule {
        var rule = ChannelRule(id: .text(permission.id), note: permission.note, source: permission.source)
        rule.countries = Set(permission.countries)
        rule.productClasses = Set(permission.productClasses)
        rule.channels = Set(permission.channels)
        rule.consignees = Set(permission.consignees.map { .text($0) })
        rule.isForbidden = permission.verdict == .forbidden
        rule.needs = Set(permission.needs.map { .text($0) })
        rule.depots = permission.shipFrom.map { codes in
            Set(problem.depots.indices.filter { isNamed(depot: $0, by: codes) })
        }
        return rule
    }

    /// Whether a list has a depot's code, or its country where that is no depot's code.
    private func isNamed(depot: Int, by codes: [String]) -> Bool {
        let country = problem.locations[problem.depots[depot].location].country
        return codes.contains { code in
            if case .success(let index) = depots.index(of: code, thing: .depot) { return index == depot }
            return code == country
        }
    }
}

extension OrderRowReading {
    /// The channel of a row by its proper name; nil where it has none.
    func channel(_ row: Int, _ builder: inout DayFolderBuilder) throws(RowProblem) -> String? {
        let word = table.text(.channel, row)
        guard !word.isEmpty else { return nil }
        let channel = ChannelWord.proper(word)
        if let nearest = builder.misspelt(channel, among: \.knownChannels) {
            throw table.problem(.channel, row, .unknownName(.channel, nearest: nearest))
        }
        return channel
    }

    /// What the goods of a row are in law.
    func productClasses(_ row: Int, _ builder: inout DayFolderBuilder) throws(RowProblem) -> Set<String> {
        let classes = table.list(.productClass, row).map { $0.lowercased() }
        for name in classes {
            guard let nearest = builder.misspelt(name, among: \.knownProductClasses) else { continue }
            throw RowProblem(
                column: table.header(.productClass),
                value: name,
                reason: .unknownName(.productClass, nearest: nearest)
            )
        }
        return Set(classes)
    }
}

extension DayFolderBuilder {
    /// The known word that an unknown one misspells, by which a rule would be broken unseen; nil for a word of one's own.
    fileprivate mutating func misspelt(_ word: String, among known: KeyPath<Self, Set<String>>) -> String? {
        guard !self[keyPath: known].contains(word), !ownWords.contains(word) else { return nil }
        if let nearest = NearestWord.misspelt(word, among: self[keyPath: known].sorted()) { return nearest }
        ownWords.insert(word)
        return nil
    }
}

extension DayTable<PermissionColumn> {
    /// Whether a rule holds on the day of the plan.
    fileprivate func isInForce(_ row: Int, on day: PlanDay) throws(RowProblem) -> Bool {
        let from = try lastSecond(.validFrom, row, on: day)
        let until = try lastSecond(.validUntil, row, on: day)
        if let from, let until, until < from { throw problem(.validUntil, row, .closesBeforeItOpens) }
        // Counted from the beginning of the day of the plan.
        return from.map { $0 < 86_400 } ?? true && until.map { $0 >= 0 } ?? true
    }
}

extension DayTable {
    /// The country of a place; nil for an empty cell.
    func country(_ column: Column, _ row: Int) throws(RowProblem) -> String? {
        let code = text(column, row).uppercased()
        guard !code.isEmpty else { return nil }
        guard code.isCountryCode else { throw problem(column, row, .notACountry) }
        return code
    }
}

extension PermissionRule {
    /// Whether one of two rules forbids what the other allows of the very same case.
    fileprivate func contradicts(_ other: Self) -> Bool {
        Set([verdict, other.verdict]) == [.forbidden, .allowed]
            && Set(countries) == Set(other.countries) && Set(productClasses) == Set(other.productClasses)
            && Set(consignees) == Set(other.consignees) && Set(channels) == Set(other.channels)
    }
}
