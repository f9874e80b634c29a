internal import VehicleRouting

extension Plan {
    /// The plan with everything its routes do not serve given to the cheapest carrier that takes it, in the order of the
    /// problem, or else left out.
    ///
    /// A carrier is not asked where leaving the order out costs less than its price.  A shipment with only one half on a
    /// route is taken off it.
    func completed(in problem: Problem) -> Plan {
        var done = Set(routes.flatMap(\.visits).map(\.task))
        var plan = self
        let broken = problem.shipments.indices.filter {
            done.contains(.pickup($0)) != done.contains(.delivery($0))
        }
        if !broken.isEmpty {
            let halves = Set(broken.flatMap { [TaskReference.pickup($0), .delivery($0)] })
            for route in plan.routes.indices {
                plan.routes[route].removeVisits { halves.contains($0.task) }
            }
            done.subtract(halves)
        }
        var room = problem.carriers.map { $0.maxJobs ?? .max }
        let orders = problem.orders
        for order in orders where !done.contains(order) {
            let offers = problem.carriers.indices.filter {
                room[$0] > 0 && problem.carriers[$0].mayCarry(order, in: problem)
            }
            let prices = offers.map {
                (carrier: $0, price: problem.price(of: order, by: problem.carriers[$0]))
            }
            let limit = problem.importance(of: order).cost
            if let best = prices.min(by: { $0.price < $1.price }), limit.map({ best.price <= $0 }) ?? true {
                room[best.carrier] -= 1
                plan.awards.append(Award(order, carrier: best.carrier))
            } else {
                plan.unassigned.append(Unassigned(order))
            }
        }
        return plan
    }
}
