internal import VehicleRouting

extension Problem {
    /// Binds orders to vehicles so that those that are to go together do, and those that are to go apart do not meet.
    ///
    /// Who stays is read off `plan`: orders go together where most of them are, and of those that are to go apart the first
    /// on a vehicle stays there, while the others share out the remaining vehicles.
    mutating func separate(_ orders: [StandingOrder], in plan: Plan) {
        var places: [TaskReference: Identifier] = [:]
        for route in plan.routes {
            for visit in route.visits { places[visit.task] = vehicles[route.vehicle].id }
        }
        for case .together(_, let names) in orders { gather(names.compactMap(handOver), places) }
        for case .apart(_, let names) in orders { scatter(names.compactMap(handOver), places) }
    }

    /// The hand-over of an order: its job, or the delivery of its shipment.
    func handOver(of order: Identifier) -> TaskReference? {
        if let job = jobs.firstIndex(where: { $0.id == order }) { return .job(job) }
        return shipments.firstIndex { $0.delivery.id == order }.map(TaskReference.delivery)
    }

    private mutating func gather(_ tasks: [TaskReference], _ places: [TaskReference: Identifier]) {
        let all = Set(vehicles.map(\.id))
        let able = tasks.reduce(all) { able, task in
            able.intersection(vehicles.filter { mayDo(task, $0) }.map(\.id))
        }
        var votes: [Identifier: Int] = [:]
        for task in tasks {
            if let place = places[task], able.contains(place) { votes[place, default: 0] += 1 }
        }
        let most = votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        for task in tasks { bind(task, to: (most ?? able.min()).map { [$0] } ?? []) }
    }

    private mutating func scatter(_ tasks: [TaskReference], _ places: [TaskReference: Identifier]) {
        var taken: Set<Identifier> = []
        var movers: [TaskReference] = []
        for task in tasks {
            if let place = places[task], taken.insert(place).inserted {
                bind(task, to: [place])
            } else {
                movers.append(task)
            }
        }
        let rest = vehicles.map(\.id).filter { !taken.contains($0) }
        for (turn, task) in movers.enumerated() {
            let share = rest.enumerated().filter { $0.offset % movers.count == turn }.map(\.element)
            bind(task, to: Set(share))
        }
    }

    mutating func bind(_ task: TaskReference, to vehicles: Set<Identifier>) {
        let allowed = allowedVehicles(task)?.intersection(vehicles) ?? vehicles
        switch task {
        case .job(let index): jobs[index].allowedVehicles = allowed
        case .pickup(let index), .delivery(let index): shipments[index].allowedVehicles = allowed
        }
    }

    /// Whether skills, permissions and depots let a vehicle do a task.
    private func mayDo(_ task: TaskReference, _ vehicle: Vehicle) -> Bool {
        guard skills(task).isSubset(of: vehicle.skills), vehicle.maxTasks != 0 else { return false }
        if let allowed = allowedVehicles(task), !allowed.contains(vehicle.id) { return false }
        if let origins = origins(of: task) {
            guard vehicle.startDepot.map(origins.contains) == true else { return false }
        }
        guard let label = regime(task) else { return true }
        return vehicle.effectiveCompartments.contains { compartment in
            compartment.regimes?.contains { regimes[label].accepts(regimes[$0]) } ?? false
        }
    }
}
