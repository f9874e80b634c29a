internal import VehicleRouting

extension Route {
    /// Leaves out reloads for trips on which nothing is done.
    mutating func dropEmptyTrips() {
        for trip in trips.reversed() where trip.visits.isEmpty && trip.reload != nil {
            steps.remove(at: trip.steps.lowerBound - 1)
        }
    }

    /// Takes tasks off the route, with trips on which nothing is left to do; a route that does none of them stays as it is.
    mutating func takeOff(_ tasks: Set<TaskReference>) {
        guard visits.contains(where: { tasks.contains($0.task) }) else { return }
        removeVisits { tasks.contains($0.task) }
        dropEmptyTrips()
    }
}

extension Plan {
    /// The plan in which nobody serves, carries or leaves out `task`; a route that did nothing else goes with it.
    func without(_ task: TaskReference) -> Plan {
        let halves = Set(task.halves)
        var plan = self
        plan.takeOff(halves)
        plan.routes.removeAll { route in
            route.visits.isEmpty && routes.contains { $0.vehicle == route.vehicle && !$0.visits.isEmpty }
        }
        plan.awards.removeAll { halves.contains($0.task) }
        plan.unassigned.removeAll { halves.contains($0.task) }
        return plan
    }

    /// Takes a task off its route.
    mutating func drop(_ task: TaskReference) {
        takeOff([task])
        routes.removeAll(where: \.visits.isEmpty)
    }

    /// Lists as unassigned what the plan does not mention, and takes shipments of which it mentions one half off their
    /// routes.
    mutating func complete(in problem: Problem) {
        let torn = tornShipments(in: problem)
        if !torn.isEmpty {
            takeOff(torn)
            routes.removeAll(where: \.visits.isEmpty)
        }
        var seen = Set(routes.flatMap(\.visits).map(\.task))
        seen.formUnion(awards.map(\.task))
        unassigned.removeAll { seen.contains($0.task) }
        seen.formUnion(unassigned.map(\.task))
        unassigned += problem.orders.filter { !seen.contains($0) }.map { Unassigned($0) }
        unassigned.sort { problem.visit($0.task).id < problem.visit($1.task).id }
    }

    /// The plan with everything its routes do not serve given to the cheapest carrier that takes it, in the order of the
    /// problem, or else left out.
    ///
    /// A carrier is not asked where leaving the order out costs less than its price.  A shipment with only one half on a
    /// route is taken off it.
    func completed(in problem: Problem) -> Plan {
        var plan = self
        plan.takeOff(tornShipments(in: problem))
        let done = Set(plan.routes.flatMap(\.visits).map(\.task))
        var room = problem.carriers.map { $0.maxJobs ?? .max }
        for order in problem.orders where !done.contains(order) {
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

    private mutating func takeOff(_ tasks: Set<TaskReference>) {
        guard !tasks.isEmpty else { return }
        for route in routes.indices { routes[route].takeOff(tasks) }
    }

    /// Both halves of each shipment of which routes do one half only.
    private func tornShipments(in problem: Problem) -> Set<TaskReference> {
        let done = Set(routes.flatMap(\.visits).map(\.task))
        let torn = problem.shipments.indices.filter {
            done.contains(.pickup($0)) != done.contains(.delivery($0))
        }
        return Set(torn.flatMap { TaskReference.pickup($0).halves })
    }
}
