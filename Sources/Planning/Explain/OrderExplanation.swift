public import VehicleRouting

/// Why an order is where it is: what it costs there, who else could take it for how much, and what stops the rest.
public struct OrderExplanation: Hashable, Sendable {
    /// What a plan does with an order.
    public enum Standing: Hashable, Sendable {
        /// The route of this index serves it, and would cost this much less without it.
        case driven(route: Int, cost: Cost)
        /// A carrier has it at this price.
        case carried(CarrierOffer)
        /// Nobody does.
        case leftOut
    }

    /// The problem.
    public var problem: Problem
    /// The plan.
    public var plan: Plan
    /// The order: a job, or the pickup of a shipment.
    public var task: TaskReference
    /// What the plan does with it.
    public var standing: Standing
    /// The cheapest place on each other vehicle that can take it as the plan stands, cheapest first; of vehicles in the yard
    /// that are alike one.
    public var alternatives: [InsertionPlace]
    /// Carriers that could take it, cheapest first, without the one that has it.
    public var offers: [CarrierOffer]
    /// What stops the vehicles that cannot take it; for an order that is left out the very reasons that a plan gives.
    public var reasons: [UnassignedReason]

    /// Explains where `task` stands in `plan`.
    public init(of task: TaskReference, in plan: Plan, of problem: Problem) {
        self.problem = problem
        self.plan = plan
        self.task = task
        let rest = plan.without(task)
        let places = PlaceFinder(rest, in: problem).places(for: task, in: problem, count: .max)
        var own: Int?
        var holder: Int?
        if let route = plan.routes.firstIndex(where: { $0.visits.contains { $0.task == task } }) {
            own = plan.routes[route].vehicle
            standing = .driven(route: route, cost: plan.saving(without: task, from: route, in: problem))
        } else if let award = plan.awards.first(where: { $0.task == task }) {
            holder = award.carrier
            let price = problem.price(of: task, by: problem.carriers[award.carrier])
            standing = .carried(CarrierOffer(carrier: award.carrier, price: price))
        } else {
            standing = .leftOut
        }
        var seen: Set<Int> = []
        if let own { seen.insert(own) }
        alternatives = places.filter { seen.insert($0.route.vehicle).inserted }
        offers = rest.offers(for: task, in: problem).filter { $0.carrier != holder }
        // Idle twins of a vehicle that can are not stopped by anything.
        let able = seen.union(places.filter(\.isFresh).flatMap { problem.twins(of: $0.route.vehicle) })
        let isLeftOut = standing == .leftOut
        reasons = ExplainUnassigned(problem).reasons(for: task, in: rest) { vehicle in
            isLeftOut || !able.contains(vehicle)
        }
    }
}

extension Plan {
    /// What the route at `index` would cost less without `task`; all of it when nothing else is on it.
    fileprivate func saving(without task: TaskReference, from index: Int, in problem: Problem) -> Cost {
        var shorter = routes[index]
        shorter.takeOff(Set(task.halves))
        let rest =
            shorter.visits.isEmpty ? Cost.zero : RouteEvaluation(shorter, at: 0, in: problem).ledger.total
        return RouteEvaluation(routes[index], at: 0, in: problem).ledger.total - rest
    }
}

extension Problem {
    /// The vehicles that differ from one in name only, itself included.
    fileprivate func twins(of vehicle: Int) -> [Int] {
        let wanted = vehicles[vehicle].likeness
        return vehicles.indices.filter { vehicles[$0].likeness == wanted }
    }
}
