internal import VehicleRouting

/// Reads from a minimum of the model, in which only leaving demands costs, what lacks and who competes for it.
///
/// A demand that is left uses scarce resources, those that are worth something; so do others, which could be left instead.
/// Demands linked by scarce resources form one shortage, named after the resource that is worth most in it.
struct ShortageSearch {
    let demands: [Demand]
    let admissions: [[Admission]]
    let groups: [DemandGroup]
    let resources: [Resource]
    let intervals: [DayInterval]
    let worths: ResourceWorths
    let answer: CapacityModel.Answer

    /// Below this, worths and amounts are the rounding of the solver.
    private static let tolerance = 1e-6

    /// Those with most demands left first.
    func shortages() -> [CapacityShortage] {
        var isFound = [Bool](repeating: false, count: groups.count)
        var found: [(shortage: CapacityShortage, left: Double)] = []
        for index in groups.indices where answer.left[index] > Self.tolerance && !isFound[index] {
            let rivals = rivals(of: index)
            for rival in rivals { isFound[rival] = true }
            if let shortage = shortage(among: rivals) {
                found.append((shortage, rivals.reduce(0) { $0 + answer.left[$1] }))
            }
        }
        return found.sorted { $0.left > $1.left }.map(\.shortage)
    }

    // MARK: - Who competes

    /// Scarce resources that stand for each other: a compartment's regimes share the compartment.
    private enum Bottleneck: Hashable {
        case compartment(vehicleClass: Int, compartment: Int)
        case resource(Int)
    }

    /// The scarce resources a group would use in its cheapest ways.
    private func scarceUses(of group: DemandGroup) -> [ResourceUse] {
        let charges = group.options.map(worths.charge)
        guard let least = charges.min(), least > Self.tolerance else { return [] }
        return zip(group.options, charges).filter { $0.1 <= least + Self.tolerance }
            .flatMap { $0.0.uses.filter { worths.worths[$0.resource] > Self.tolerance } }
    }

    private func bottleneck(of resource: Int) -> Bottleneck {
        switch resources[resource].owner {
        case .stowage(let stowage):
            .compartment(vehicleClass: stowage.vehicleClass, compartment: stowage.compartment)
        case .vehicle:
            .resource(resource)
        }
    }

    /// All groups linked to one by scarce resources, in order.
    private func rivals(of first: Int) -> [Int] {
        let bottlenecks = groups.map { Set(scarceUses(of: $0).map { bottleneck(of: $0.resource) }) }
        var linked: Set<Int> = [first]
        var contested = bottlenecks[first]
        var hasGrown = true
        while hasGrown {
            hasGrown = false
            for index in groups.indices
            where !linked.contains(index) && !bottlenecks[index].isDisjoint(with: contested) {
                linked.insert(index)
                contested.formUnion(bottlenecks[index])
                hasGrown = true
            }
        }
        return linked.sorted()
    }

    // MARK: - What they compete for

    private func shortage(among rivals: [Int]) -> CapacityShortage? {
        guard let kind = dearestKind(among: rivals) else { return nil }
        let tasks = rivals.flatMap { groups[$0].members }.sorted()
        let amount = rivals.reduce(0) { sum, index in
            let members = groups[index].members
            let total = members.reduce(0) { $0 + need(of: $1, kind) }
            return sum + answer.left[index] * total / Double(members.count)
        }
        let whole = Int((amount - Self.tolerance).rounded(.up))
        guard whole > 0 else { return nil }
        return CapacityShortage(
            resource: resource(of: kind),
            amount: whole,
            labels: labels(of: rivals),
            interval: interval(of: kind, for: tasks),
            tasks: tasks.map { demands[$0].task }
        )
    }

    /// The kind of resource that is worth most, over all the rivals' uses of it.
    private func dearestKind(among rivals: [Int]) -> Resource.Kind? {
        var worth: [(kind: Resource.Kind, sum: Double)] = []
        for index in rivals {
            for use in scarceUses(of: groups[index]) {
                let kind = resources[use.resource].kind
                let amount = worths.worths[use.resource] * use.share * Double(groups[index].members.count)
                if let position = worth.firstIndex(where: { $0.kind == kind }) {
                    worth[position].sum += amount
                } else {
                    worth.append((kind, amount))
                }
            }
        }
        return worth.max { $0.sum < $1.sum }?.kind
    }

    /// What a demand needs of a kind of resource, in the unit people use.
    private func need(of index: Int, _ kind: Resource.Kind) -> Double {
        let demand = demands[index]
        switch kind {
        case .load(let dimension, let direction):
            return Double(demand.load(direction, dimension))
        case .tasks:
            return Double(demand.visits.count)
        case .time:
            return admissions[index].map(\.seconds).min() ?? 0
        case .interval(let interval):
            let reach = intervals[interval].reach
            let seconds = admissions[index].map { $0.blocks.reduce(0) { $0 + $1.least(in: reach) } }
            return Double(seconds.min() ?? 0)
        }
    }

    // MARK: - How people call it

    private func labels(of rivals: [Int]) -> [Int?] {
        let rivals = Set(rivals.map { groups[$0].label })
        let all = Set(groups.map(\.label))
        if rivals == all && all.count > 1 { return [] }
        return rivals.sorted { ($0 ?? .max) < ($1 ?? .max) }
    }

    private func interval(of kind: Resource.Kind, for tasks: [Int]) -> TimeWindow? {
        if case .interval(let index) = kind { return intervals[index].window }
        guard let own = hull(of: tasks) else { return nil }
        let all = hull(of: demands.indices.filter { !admissions[$0].isEmpty })
        return own == all ? nil : own
    }

    private func hull(of tasks: [Int]) -> TimeWindow? {
        let hulls = tasks.compactMap { demands[$0].hull }
        guard hulls.count == tasks.count, let first = hulls.first else { return nil }
        return hulls.reduce(first) {
            TimeWindow(opens: min($0.opens, $1.opens), closes: max($0.closes, $1.closes))
        }
    }

    private func resource(of kind: Resource.Kind) -> CapacityShortage.Resource {
        switch kind {
        case .load(let dimension, .out): .room(dimension: dimension)
        case .load(let dimension, .back): .roomForReturns(dimension: dimension)
        case .time, .interval: .time
        case .tasks: .tasks
        }
    }
}
