/// Asks the channel rules by the checker's own way, rule by rule.
struct ChannelCheck {
    private let problem: Problem

    init(_ problem: Problem) {
        self.problem = problem
    }

    /// The rules that speak of the goods of a task where they are handed over.
    func rules(for task: ReadTask) -> [ChannelRule] {
        let consignee: Int
        switch task.task {
        case .job(let index):
            let job = problem.jobs[index]
            // What only comes back is no supply.
            if job.pickup.contains(where: { $0 != 0 }), !job.delivery.contains(where: { $0 != 0 }) {
                return []
            }
            consignee = job.location
        case .pickup(let index), .delivery(let index):
            consignee = problem.shipments[index].delivery.location
        }
        let place = problem.locations[consignee]
        return problem.channelRules.filter { rule in
            func speaks<Word>(_ named: Set<Word>, of words: [Word]) -> Bool {
                named.isEmpty || words.contains { named.contains($0) }
            }
            return speaks(rule.countries, of: [place.country].compactMap { $0 })
                && speaks(rule.consignees, of: [place.site].compactMap { $0 })
                && speaks(rule.channels, of: [task.handling.channel].compactMap { $0 })
                && speaks(rule.productClasses, of: Array(task.handling.productClasses))
        }
    }

    /// The certificates that a rule asks for and the goods lack, sorted.
    func missing(_ rule: ChannelRule, for task: ReadTask) -> [Identifier] {
        rule.needs.filter { need in !task.handling.permits.contains { $0.name == need } }.sorted()
    }

    /// Whether a rule lets the goods of a task be shipped from a depot (index); nil for a place that is none.
    func ships(_ rule: ChannelRule, _ task: ReadTask, from depot: Int?) -> Bool {
        guard let permitted = rule.depots else { return true }
        switch task.task {
        case .job: return depot.map { permitted.contains($0) } ?? false
        case .pickup(let index), .delivery(let index):
            let place = problem.shipments[index].pickup.location
            let sources = problem.depots.indices.filter { problem.depots[$0].location == place }
            return sources.isEmpty || sources.contains { permitted.contains($0) }
        }
    }

    /// Why no carrier may be given a task, in words; nil when some may.
    func fault(with task: ReadTask) -> String? {
        let rules = rules(for: task)
        for rule in rules {
            if rule.isForbidden { return "may not supply the goods by \(rule.id)" }
            if let need = missing(rule, for: task).first {
                return "may not supply the goods without \(need) by \(rule.id)"
            }
        }
        guard rules.contains(where: { $0.depots != nil }) else { return nil }
        var sources: [Int?] = [nil]
        if case .job(let index) = task.task {
            let own = problem.jobs[index].depots
            sources = own.isEmpty ? Array(problem.depots.indices) : Array(own)
        }
        let isAnySource = sources.contains { depot in
            rules.allSatisfy { ships($0, task, from: depot) }
        }
        return isAnySource ? nil : "has no depot that may ship the goods"
    }
}

extension RouteCheck {
    mutating func checkChannels(of stop: ReadTask) {
        let check = ChannelCheck(problem)
        for rule in check.rules(for: stop) {
            let missing = check.missing(rule, for: stop).map { "\($0)" }.joined(separator: ", ")
            if rule.isForbidden {
                let subject = "\(stop.name) may not be supplied by \(rule.id)"
                broken(.channel, step: stop.step, subject, detail: "\(rule.id)")
            } else if !missing.isEmpty {
                let subject = "\(stop.name) may not be supplied without \(missing) by \(rule.id)"
                broken(.channel, step: stop.step, subject, detail: "\(rule.id) \(missing)")
            }
            if !check.ships(rule, stop, from: route.trips[stop.trip].depot) {
                let subject =
                    "the goods of \(stop.name) may not be shipped from where they are loaded by \(rule.id)"
                broken(.shipFrom, step: stop.step, subject, detail: "\(rule.id)")
            }
        }
    }
}
