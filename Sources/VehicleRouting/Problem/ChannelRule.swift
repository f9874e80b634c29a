/// A rule of law or contract: which goods may be supplied to whom, by which channel, and from which depots.
///
/// It binds goods that match it in every respect; where it names nothing, everything matches.  Of several rules that bind, each
/// has to be kept.
public struct ChannelRule: Hashable, Sendable {
    /// The code, named in reasons; without blanks.
    public var id: Identifier
    /// Countries where goods are handed over, ISO 3166 codes of two capital letters; empty for everywhere.
    public var countries: Set<String>
    /// Classes in law, one of which the goods have; empty for all goods.
    public var productClasses: Set<String>
    /// Ways from seller to user; empty for all, and for goods of which none is known.
    public var channels: Set<String>
    /// Codes of the sites where goods are handed over; empty for all.
    public var consignees: Set<Identifier>
    /// Whether nobody may supply the goods.
    public var isForbidden: Bool
    /// Certificates that the goods or their consignee must have.
    public var needs: Set<Identifier>
    /// Depots (indices) that may ship the goods; nil for all.
    public var depots: Set<Int>?
    /// What the law or contract says, for people.
    public var note: String
    /// Where it is written.
    public var source: String

    /// A rule that binds all goods and asks for nothing yet.
    public init(id: Identifier, note: String = "", source: String = "") {
        self.id = id
        countries = []
        productClasses = []
        channels = []
        consignees = []
        isForbidden = false
        needs = []
        depots = nil
        self.note = note
        self.source = source
    }

    /// Whether it binds goods that are handed over at a place.
    public func binds(_ handling: Handling, at place: Location) -> Bool {
        (channels.isEmpty || handling.channel.map(channels.contains) ?? false)
            && (productClasses.isEmpty || !productClasses.isDisjoint(with: handling.productClasses))
            && (countries.isEmpty || place.country.map(countries.contains) ?? false)
            && (consignees.isEmpty || place.site.map(consignees.contains) ?? false)
    }
}

extension Problem {
    /// The channel rules that bind the goods of a task; none for goods that are only brought back.
    public func channelRules(for task: TaskReference) -> [ChannelRule] {
        guard !channelRules.isEmpty, isSupply(task) else { return [] }
        let place = locations[visit(task.handOver).location]
        let handling = handling(task)
        return channelRules.filter { $0.binds(handling, at: place) }
    }

    /// Whether goods are handed over, not only brought back.
    private func isSupply(_ task: TaskReference) -> Bool {
        guard case .job(let index) = task else { return true }
        return jobs[index].pickup.isNothing || !jobs[index].delivery.isNothing
    }

    /// What channel rules have against the supply of a task's goods, wherever they are loaded: the rule, and behind it the
    /// certificates that are missing, if that is all.
    public func channelFaults(of task: TaskReference) -> [String] {
        let held = Set(handling(task).permits.map(\.name))
        return channelRules(for: task).compactMap { rule in
            if rule.isForbidden { return "\(rule.id)" }
            let missing = rule.needs.subtracting(held).sorted().map(\.description)
            return missing.isEmpty ? nil : "\(rule.id) \(missing.joined(separator: ", "))"
        }
    }

    /// Depots (indices) from which the goods of a task may come, as the job and the channel rules have it; nil for any.
    public func origins(of task: TaskReference) -> Set<Int>? {
        guard case .job(let index) = task else { return nil }
        let own = jobs[index].depots.isEmpty ? nil : jobs[index].depots
        guard !channelRules.isEmpty else { return own }
        return channelRules(for: task).compactMap(\.depots).reduce(own) { $0?.intersection($1) ?? $1 }
    }

    /// The channel rules by which the goods of a task may not be loaded at a depot, or at a place that is none.
    ///
    /// Goods of a shipment come from the depots at the place of its pickup; where there are none, they have been shipped
    /// already.
    public func rulesAgainst(_ task: TaskReference, from depot: Int?) -> [ChannelRule] {
        channelRules(for: task).filter { rule in
            guard let permitted = rule.depots else { return false }
            guard case .job = task else {
                let pickup = visit(task.halves[0]).location
                let sources = depots.indices.filter { depots[$0].location == pickup }
                return !sources.isEmpty && permitted.isDisjoint(with: sources)
            }
            return depot.map { !permitted.contains($0) } ?? true
        }
    }

    /// Whether channel rules let anybody supply the goods of a task.
    public func maySupply(_ task: TaskReference) -> Bool {
        guard !channelRules.isEmpty else { return true }
        guard channelFaults(of: task).isEmpty else { return false }
        if case .job = task { return origins(of: task).map { !$0.isEmpty } ?? true }
        return rulesAgainst(task, from: nil).isEmpty
    }
}
