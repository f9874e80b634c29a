public import Interchange
internal import VehicleRouting

extension RunningDay {
    /// Makes what people have decided part of the day.
    ///
    /// - Throws: All that keeps an override from being obeyed, or that two of them ask for against each other; the day is
    ///   then as it was, so none is obeyed by half.
    public mutating func apply(_ overrides: [DayOverride]) throws(RerunError) {
        var day = self
        var issues = OverrideConflicts(overrides).issues
        guard issues.isEmpty else { throw RerunError(issues) }
        for override in overrides.sorted(by: { $0.kind.rank < $1.kind.rank }) {
            if day.handled.contains(override.id) {
                let subject = "override \(override.id) has been taken into account"
                issues.append(RerunIssue(.duplicate, at: override.pointer, subject: subject))
                continue
            }
            do {
                try day.take(override)
                day.handled.append(override.id)
            } catch {
                issues += error.issues
            }
        }
        guard issues.isEmpty else { throw RerunError(issues) }
        self = day
    }

    private mutating func take(_ override: DayOverride) throws(RerunError) {
        let place = override.pointer
        switch override.kind {
        case .window(let order, let window):
            change(try openTask(of: order, at: place)) { $0.timeWindows = [window] }
            promises[StopName(order)] = window.closes
        case .priority(let order, let priority):
            set(priority, on: try openTask(of: order, at: place))
        case .time(let order, let time, let tolerance): try pin(order, to: time, within: tolerance, override)
        case .vehicle(let order, let vehicle): try lock(order, to: vehicle, override)
        case .forbidVehicle(let order, let vehicle): try forbid(order, on: vehicle, override)
        case .forbidCarrier(let order, let id):
            let task = try openTask(of: order, at: place)
            exclude(problem.carriers[try carrier(id, at: place)].id, from: task)
            plan.awards.removeAll { $0.task == task.halves[0] && problem.carriers[$0.carrier].id == id }
            plan.complete(in: problem)
        case .leaveOut(let order): hold(try openTask(of: order, at: place), .decided)
        case .position(let order): try keep(upTo: order, override)
        case .freeze(let id):
            let vehicle = try activeVehicle(id, at: place)
            standingOrders.append(.keep(override.id, vehicle: problem.vehicles[vehicle].id, upTo: nil))
        case .together(let orders):
            try checkAboard(orders, override, isTogether: true)
            standingOrders.append(.together(override.id, orders))
        case .apart(let orders):
            try checkAboard(orders, override, isTogether: false)
            standingOrders.append(.apart(override.id, orders))
        }
    }

    private func impossible(_ override: DayOverride, _ subject: String) -> RerunError {
        let why = "\(override.person) wants \(override.kind.wish), but \(subject)"
        return RerunError(.impossible, at: override.pointer, why)
    }

    private mutating func set(_ priority: Int, on task: TaskReference) {
        switch task {
        case .job(let index): problem.jobs[index].priority = priority
        case .pickup(let index), .delivery(let index): problem.shipments[index].priority = priority
        }
    }

    private mutating func pin(
        _ order: Identifier,
        to time: Seconds,
        within tolerance: Seconds,
        _ override: DayOverride
    ) throws(RerunError) {
        let task = try openTask(of: order, at: override.pointer)
        let (first, last) = (max(time - tolerance, 0), time + tolerance)
        let windows = problem.visit(task).timeWindows
        let parts = (windows.isEmpty ? [TimeWindow.always] : windows).compactMap { window -> TimeWindow? in
            let (opens, closes) = (max(window.opens, first), min(window.closes, last))
            return opens <= closes ? TimeWindow(opens: opens, closes: closes) : nil
        }
        let clock = DayClock(problem)
        guard !parts.isEmpty else {
            let hours = windows.map { "\(clock.time($0.opens))–\(clock.time($0.closes))" }
            throw impossible(override, "service may begin at \(hours.joined(separator: ", ")) only")
        }
        guard last >= now else { throw impossible(override, "it is \(clock.time(now)) already") }
        change(task) { $0.timeWindows = parts }
    }

    private mutating func lock(
        _ order: Identifier,
        to id: Identifier,
        _ override: DayOverride
    ) throws(RerunError) {
        let task = try openTask(of: order, at: override.pointer)
        let vehicle = problem.vehicles[try vehicle(id, at: override.pointer)]
        if let hindrance = hindrance(to: task, on: vehicle) { throw impossible(override, hindrance) }
        allow(task, [vehicle.id])
    }

    private mutating func forbid(
        _ order: Identifier,
        on id: Identifier,
        _ override: DayOverride
    ) throws(RerunError) {
        let task = try openTask(of: order, at: override.pointer)
        _ = try vehicle(id, at: override.pointer)
        if case .job(let index) = task, problem.jobs[index].aboard?.vehicle == id {
            throw impossible(override, "its goods are on vehicle \(id) already")
        }
        let others = Set(problem.vehicles.map(\.id)).subtracting([id])
        allow(task, others.intersection(problem.allowedVehicles(task) ?? others))
    }

    private mutating func allow(_ task: TaskReference, _ vehicles: Set<Identifier>) {
        switch task {
        case .job(let index): problem.jobs[index].allowedVehicles = vehicles
        case .pickup(let index), .delivery(let index): problem.shipments[index].allowedVehicles = vehicles
        }
    }

    private mutating func keep(upTo order: Identifier, _ override: DayOverride) throws(RerunError) {
        let task = try openTask(of: order, at: override.pointer)
        guard let route = plan.routes.first(where: { $0.visits.contains { $0.task == task } }) else {
            throw impossible(override, "the plan has no vehicle for it")
        }
        let vehicle = problem.vehicles[route.vehicle].id
        standingOrders.append(.keep(override.id, vehicle: vehicle, upTo: order))
    }

    /// Goods on board cannot be brought together or apart.
    private func checkAboard(
        _ orders: [Identifier],
        _ override: DayOverride,
        isTogether: Bool
    ) throws(RerunError) {
        var vehicles: [Identifier: Identifier] = [:]
        for order in orders {
            let task = try openTask(of: order, at: override.pointer)
            guard case .job(let index) = task, let aboard = problem.jobs[index].aboard else { continue }
            let other = vehicles.first { ($0.key == aboard.vehicle) != isTogether }
            if let other {
                throw impossible(
                    override,
                    "order \(other.value) is on vehicle \(other.key) and order \(order) on vehicle \(aboard.vehicle) already"
                )
            }
            vehicles[aboard.vehicle] = order
        }
    }

    /// What keeps a vehicle from doing a task whatever else it does; nil when nothing does.
    func hindrance(to task: TaskReference, on vehicle: Vehicle) -> String? {
        if let index = problem.vehicles.firstIndex(where: { $0.id == vehicle.id }),
            standings[index].activity == .out
        {
            return "vehicle \(vehicle.id) does nothing more today"
        }
        if case .job(let index) = task, let aboard = problem.jobs[index].aboard, aboard.vehicle != vehicle.id
        {
            return "its goods are on vehicle \(aboard.vehicle) already"
        }
        if let allowed = problem.allowedVehicles(task), !allowed.contains(vehicle.id) {
            return "it may not go with vehicle \(vehicle.id)"
        }
        if let skill = problem.skills(task).subtracting(vehicle.skills).min() {
            return "it needs \(skill), which vehicle \(vehicle.id) lacks"
        }
        if let rule = problem.rulesAgainst(task, from: vehicle.startDepot).first {
            return "its goods may not be shipped from the depot of vehicle \(vehicle.id) (\(rule.id))"
        }
        if let origins = problem.origins(of: task), vehicle.startDepot.map(origins.contains) != true {
            return "vehicle \(vehicle.id) is under way, and its goods are still at the depot"
        }
        guard let label = problem.regime(task).map({ problem.regimes[$0] }) else { return nil }
        let isKept = vehicle.effectiveCompartments.contains { compartment in
            compartment.regimes?.contains { label.accepts(problem.regimes[$0]) } ?? false
        }
        return isKept ? nil : "it needs \(label.id), which no compartment of vehicle \(vehicle.id) keeps"
    }
}

extension DayOverride.Kind {
    /// What is taken first: changed windows before times within them, orders left out last.
    fileprivate var rank: Int {
        switch self {
        case .window: 0
        case .leaveOut: 2
        default: 1
        }
    }

    /// What the person wants, for people.
    var wish: String {
        func list(_ orders: [Identifier]) -> String { orders.map(\.description).joined(separator: ", ") }
        return switch self {
        case .vehicle(let order, let vehicle): "order \(order) on vehicle \(vehicle)"
        case .position(let order): "order \(order) to keep its place"
        case .time(let order, _, _): "order \(order) at a fixed time"
        case .freeze(let vehicle): "vehicle \(vehicle) left as it is"
        case .forbidVehicle(let order, let vehicle): "order \(order) not on vehicle \(vehicle)"
        case .forbidCarrier(let order, let carrier): "order \(order) not with carrier \(carrier)"
        case .together(let orders): "orders \(list(orders)) on one vehicle"
        case .apart(let orders): "orders \(list(orders)) on different vehicles"
        case .priority(let order, let priority): "priority \(priority) for order \(order)"
        case .window(let order, _): "another window for order \(order)"
        case .leaveOut(let order): "order \(order) left out"
        }
    }
}
