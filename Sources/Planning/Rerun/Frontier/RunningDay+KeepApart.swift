internal import VehicleRouting

extension RunningDay {
    /// Bars orders from vehicles that have had goods on board today from which they must be kept apart, and from trips under way
    /// that somebody had for himself.
    ///
    /// What has been delivered, or is on board for nobody, is in no route, so no evaluation can see it.  Where the plan has an order it stays.
    mutating func keepApartFromBefore() {
        guard !problem.segregation.isEmpty || hasOwners else { return }
        var places: [TaskReference: Int] = [:]
        for route in plan.routes { for visit in route.visits { places[visit.task] = route.vehicle } }
        let before = problem.vehicles.indices.map(carried)
        for task in problem.orders {
            if case .job(let index) = task, problem.jobs[index].aboard != nil { continue }
            let barred = problem.vehicles.indices.filter { vehicle in
                places[task] != vehicle && before[vehicle].contains { mustAvoid(task, $0) }
            }
            guard !barred.isEmpty else { continue }
            let others = problem.vehicles.indices.filter { !barred.contains($0) }
            problem.bind(task, to: Set(others.map { problem.vehicles[$0].id }))
        }
    }

    /// Whether somebody has, had or wants a trip for himself.
    private var hasOwners: Bool {
        (done.map(\.job.handling) + held.map(\.job.handling) + problem.jobs.map(\.handling)
            + problem.shipments.map(\.handling))
            .contains { $0.exclusiveGroup != nil }
    }

    /// What a vehicle has had on board, or has for nobody, and whether that is on the trip it is on.
    private func carried(by vehicle: Int) -> [(handling: Handling, isOnTrip: Bool)] {
        let (id, standing) = (problem.vehicles[vehicle].id, standings[vehicle])
        func isOnTrip(_ time: Seconds) -> Bool {
            standing.activity == .underWay && time >= standing.tripBegan ?? 0
        }
        let handed = done.filter { $0.vehicle == id }.map { ($0.job.handling, isOnTrip($0.arrival)) }
        let left = held.filter { $0.vehicle == id }.map { ($0.job.handling, isOnTrip($0.since)) }
        let waiting = leftAboard.map { problem.jobs[$0] }.filter { $0.aboard?.vehicle == id }
        return handed + left + waiting.map { (boxed($0), true) }
    }

    /// How the goods of a job are to be treated in the boxes they are in.
    private func boxed(_ job: Job) -> Handling {
        var handling = job.handling
        handling.isBoxed = handling.isBoxed || !job.boxes.isEmpty
        return handling
    }

    private func mustAvoid(_ task: TaskReference, _ before: (handling: Handling, isOnTrip: Bool)) -> Bool {
        let handling = problem.handling(task)
        var separation: Separation?
        if let one = handling.goodsClass, let other = before.handling.goodsClass {
            separation = problem.segregation[one, other]
        }
        if separation == .otherVehicle { return true }
        guard before.isOnTrip, joinsTrip(task) else { return false }
        if handling.exclusiveGroup != before.handling.exclusiveGroup { return true }
        return switch separation {
        case .neverSameTrip, .otherCompartment: true
        case .otherBox: !problem.isBoxed(task) && !before.handling.isBoxed
        case .otherVehicle, nil: false
        }
    }

    /// Whether a task can be done on a trip whose loading is over: what a depot has to load comes on a later one.
    private func joinsTrip(_ task: TaskReference) -> Bool {
        if case .job(let index) = task { problem.jobs[index].delivery.isNothing } else { true }
    }
}
