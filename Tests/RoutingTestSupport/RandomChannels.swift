internal import VehicleRouting

extension RandomBuilder {
    /// Channels, classes, countries and rules of all sorts, drawn apart from everything else, so that problems of a seed are what
    /// they were without.
    mutating func addChannels(seed: UInt64) {
        var random = SplitMix64(seed: seed &* 77 &+ 5)
        for index in problem.locations.indices {
            problem.locations[index].country = random.once(in: 3) ? nil : random.once(in: 2) ? "GB" : "CN"
            problem.locations[index].site = .text("S\(index)")
        }
        func draw(_ handling: inout Handling) {
            handling.channel = [nil, "wholesale", "direct_to_patient"][random.draw(0...2)]
            for name in ["vaccine", "narcotic"] where random.once(in: 3) {
                handling.productClasses.insert(name)
            }
            if random.once(in: 2) { handling.permits.append(Permit("dispensing")) }
        }
        for index in problem.jobs.indices { draw(&problem.jobs[index].handling) }
        for index in problem.shipments.indices { draw(&problem.shipments[index].handling) }
        for number in 0..<random.draw(0...3) {
            var rule = ChannelRule(id: .text("R\(number)"), note: "rule \(number)")
            if random.once(in: 2) { rule.countries = [random.once(in: 2) ? "GB" : "CN"] }
            if random.once(in: 2) { rule.productClasses = ["vaccine"] }
            if random.once(in: 2) { rule.channels = [random.once(in: 2) ? "wholesale" : "direct_to_patient"] }
            if random.once(in: 4) {
                rule.consignees = Set((0..<4).map { _ in .text("S\(random.draw(2...8))") })
            }
            switch random.draw(0...3) {
            case 0:
                // What forbids all goods would leave nothing to plan.
                rule.isForbidden = true
                rule.productClasses = ["vaccine"]
            case 1 where !problem.depots.isEmpty: rule.depots = [random.draw(0...1)]
            default: rule.needs = ["dispensing"]
            }
            problem.channelRules.append(rule)
        }
    }
}

/// The channel rules that a visit breaks, each asked of it one after the other; nothing about depots where `depot` is `.none`.
func referenceChannels(_ task: TaskReference, from depot: Int??, in problem: Problem) -> [String] {
    var (place, isReturn, pickup) = (0, false, Int?.none)
    switch task {
    case .job(let index):
        let job = problem.jobs[index]
        place = job.location
        isReturn = job.delivery.reduce(0, +) == 0 && job.pickup.reduce(0, +) > 0
    case .pickup(let index), .delivery(let index):
        place = problem.shipments[index].delivery.location
        pickup = problem.shipments[index].pickup.location
    }
    if isReturn { return [] }
    let (goods, location) = (problem.handling(task), problem.locations[place])
    var found: [String] = []
    for rule in problem.channelRules {
        if !rule.countries.isEmpty, !rule.countries.contains(location.country ?? "") { continue }
        if !rule.consignees.isEmpty, !rule.consignees.contains(location.site ?? "") { continue }
        if !rule.channels.isEmpty, !rule.channels.contains(goods.channel ?? "") { continue }
        if !rule.productClasses.isEmpty, rule.productClasses.intersection(goods.productClasses).isEmpty {
            continue
        }
        let lacks = rule.needs.contains { need in !goods.permits.map(\.name).contains(need) }
        if rule.isForbidden || lacks { found.append("channel") }
        guard let allowed = rule.depots, let depot else { continue }
        if let pickup {
            let here = problem.depots.indices.filter { problem.depots[$0].location == pickup }
            if !here.isEmpty, here.allSatisfy({ !allowed.contains($0) }) { found.append("ship_from") }
        } else if !allowed.contains(depot ?? -1) {
            found.append("ship_from")
        }
    }
    return found
}
