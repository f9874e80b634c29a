internal import VehicleRouting

/// A depot that loads nobody.
extension RunningDay {
    /// A depot that loads no vehicle for a while, or for the rest of the day: neither those that stand there nor those that come
    /// to load again, and nothing can be fetched there.
    mutating func shut(_ depot: Int, until: Seconds?) {
        outages[problem.depots[depot].id] = until ?? .max
        for vehicle in problem.vehicles.indices
        where problem.vehicles[vehicle].startDepot == depot && standings[vehicle].activity == .atDepot {
            let shift = problem.vehicles[vehicle].shift
            if let until, until <= shift.closes {
                problem.vehicles[vehicle].shift.opens = max(shift.opens, until)
            } else {
                plan.routes.removeAll { $0.vehicle == vehicle }
                retire(vehicle)
            }
        }
        if let until { delayReloads(at: depot, until: until) } else { cancelReloads(at: depot) }
        for index in problem.jobs.indices where problem.jobs[index].depots.count > 1 && until == nil {
            problem.jobs[index].depots.remove(depot)
        }
        plan.complete(in: problem)
        let fetched = problem.shipments.indices.filter {
            problem.shipments[$0].pickup.location == problem.depots[depot].location
        }
        let stuck = fetched.filter { !move($0, from: depot, until: until) }
            .map { problem.shipments[$0].delivery.id }
        for order in stuck { if let task = task(of: order) { hold(task, .noStock) } }
        if until == nil { releaseStock(of: depot) }
        plan.complete(in: problem)
    }

    /// The depot itself, and what stands for it where vehicles load again after an earlier outage.
    private func doors(of depot: Int) -> Set<Int> {
        let place = problem.depots[depot].location
        let doors = problem.depots.indices.filter {
            docks.contains(problem.depots[$0].id) && problem.depots[$0].location == place
        }
        return Set(doors).union([depot])
    }

    /// Trips that were to be loaded there are for others.
    private mutating func cancelReloads(at depot: Int) {
        let doors = doors(of: depot)
        for vehicle in problem.vehicles.indices {
            problem.vehicles[vehicle].reloadDepots.removeAll(where: doors.contains)
        }
        for route in plan.routes.indices {
            let lost = plan.routes[route].trips.filter { $0.reload.map(doors.contains) ?? false }
            let tasks = Set(lost.flatMap(\.visits).map(\.task))
            plan.routes[route].removeVisits { tasks.contains($0.task) }
            plan.routes[route].dropEmptyTrips()
        }
        plan.routes.removeAll(where: \.visits.isEmpty)
    }

    /// Who comes to load again waits until the depot loads.
    ///
    /// Who comes home does not: so what is loaded again there is loaded at a depot of its own, with shorter hours.
    private mutating func delayReloads(at depot: Int, until: Seconds) {
        let doors = doors(of: depot)
        guard problem.vehicles.contains(where: { !doors.isDisjoint(with: $0.reloadDepots) }) else { return }
        let dock: Int
        if let known = doors.first(where: { $0 != depot }) {
            dock = known
        } else {
            var copy = problem.depots[depot]
            copy.id = problem.freshDepotID("\(copy.id) after its outage")
            docks.insert(copy.id)
            problem.depots.append(copy)
            dock = problem.depots.count - 1
        }
        problem.depots[dock].timeWindows = problem.depots[depot].timeWindows.open(from: until)
        for index in problem.vehicles.indices {
            let depots = problem.vehicles[index].reloadDepots
            guard !doors.isDisjoint(with: depots) else { continue }
            problem.vehicles[index].reloadDepots = depots.filter { !doors.contains($0) } + [dock]
        }
        for index in problem.jobs.indices where problem.jobs[index].depots.contains(depot) {
            problem.jobs[index].depots.insert(dock)
        }
        for index in problem.channelRules.indices
        where problem.channelRules[index].depots?.contains(depot) ?? false {
            problem.channelRules[index].depots?.insert(dock)
        }
        for route in plan.routes.indices {
            plan.routes[route].steps = plan.routes[route].steps.map { step in
                guard case .reload(var reload) = step, doors.contains(reload.depot) else { return step }
                reload.depot = dock
                return .reload(reload)
            }
        }
    }

    /// Emergencies that were to be served from a depot which is shut are open again.
    private mutating func releaseStock(of depot: Int) {
        for index in emergencies.indices where emergencies[index].source == problem.depots[depot].id {
            guard case .delivery(let shipment)? = task(of: emergencies[index].order) else { continue }
            plan.drop(.pickup(shipment))
            plan.drop(.delivery(shipment))
            plan.awards.removeAll { $0.task == .pickup(shipment) }
        }
    }

    /// Goods that were to be fetched at a depot that is shut come from another, or later.
    ///
    /// - Returns: Whether they come from anywhere.
    private mutating func move(_ shipment: Int, from depot: Int, until: Seconds?) -> Bool {
        if let until {
            let windows = problem.shipments[shipment].pickup.timeWindows
            problem.shipments[shipment].pickup.timeWindows = windows.open(from: until)
            return true
        }
        let others = openSources.filter { problem.depots[$0].location != problem.depots[depot].location }
        let goal = problem.shipments[shipment].delivery.location
        guard let other = source(for: goal, among: others) else { return false }
        problem.shipments[shipment].pickup = fetching(problem.shipments[shipment].delivery.id, at: other)
        return true
    }
}
