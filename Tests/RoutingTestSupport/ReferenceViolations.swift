public import VehicleRouting

/// The promises that `plan` breaks, each as `cause route task amount unit`, found by asking each promise of the
/// problem one after the other whether it is kept.
public func referenceViolations(_ plan: Plan, in problem: Problem) -> [String] {
    plan.routes.enumerated().flatMap { routeViolations($1, name: "r\($0)", in: problem) }
        + relations(plan, in: problem) + completeness(plan, in: problem) + carrierBreaches(plan, in: problem)
        + referenceShared(plan, in: problem)
}

/// The same line for a `Violation`, so that the two can be compared.
public func line(of violation: Violation) -> String {
    let route = violation.route.map { "r\($0)" } ?? "plan"
    let task = violation.task.map { "\($0)" } ?? "-"
    return "\(violation.cause.rawValue) \(route) \(task) \(violation.amount) \(violation.unit)"
}

private func routeViolations(_ route: Route, name: String, in problem: Problem) -> [String] {
    let vehicle = problem.vehicles[route.vehicle]
    let schedule = ReferenceSchedule(route, in: problem)
    var found: [String] = []
    let useBy =
        [nil] + route.steps.map { step in step.visit.flatMap { problem.visit($0.task).useBy } } + [nil]
    let begins: [Int?] = [nil] + schedule.begins + [nil]
    let owners = ["-"] + route.steps.map { step in step.visit.map { "\($0.task)" } ?? "-" } + ["-"]
    for (index, seconds) in schedule.lateness.enumerated() {
        if let last = useBy[index], let begin = begins[index], begin > last {
            found.append("activity \(name) \(owners[index]) \(begin - last) s")
        } else if seconds > 0 {
            found.append("delay \(name) \(owners[index]) \(seconds) s")
        }
    }
    let moments = (0...route.steps.count).map { referenceLoads(route, after: $0, in: problem) }
    for (dimension, measure) in problem.dimensions.enumerated() {
        func check(_ capacity: Load, _ amount: ([Load]) -> Int) {
            let peak = moments.map(amount).max() ?? 0
            if !capacity.isEmpty, peak > capacity[dimension] {
                found.append("load \(name) - \(peak - capacity[dimension]) \(measure.name)")
            }
        }
        for (index, compartment) in vehicle.compartments.enumerated() {
            check(compartment.capacity) { $0[index][dimension] }
        }
        check(vehicle.capacity) { loads in loads.reduce(0) { $0 + $1[dimension] } }
    }
    var (regimes, depot) = (route.regimes, vehicle.startDepot)
    found += qualifications(regimes, vehicle, name: name)
    for step in route.steps {
        if case .reload(let reload) = step {
            (regimes, depot) = (reload.regimes, reload.depot)
            found += qualifications(regimes, vehicle, name: name)
            if !vehicle.reloadDepots.contains(reload.depot) { found.append("reload \(name) - 1 ") }
        }
        guard let visit = step.visit else { continue }
        found += permissions(visit, on: route, regimes, from: depot, name: name, in: problem)
    }
    for index in vehicle.breaks.indices where route.steps.count(where: { $0 == .rest(.planned(index)) }) != 1
    {
        found.append("missing_break \(name) - 1 ")
    }
    if schedule.overdriving > 0 { found.append("driving \(name) - \(schedule.overdriving) s") }
    let drivingLeft = vehicle.workRule?.maxDailyDriving.map { max($0 - vehicle.hoursUsed.driving, 0) }
    let dutyLeft = vehicle.workRule?.maxDuty.map { max($0 - vehicle.hoursUsed.duty, 0) }
    let limits = [
        ("max_tasks", route.visits.count, vehicle.maxTasks, ""),
        ("max_travel_time", schedule.travel, lesser(vehicle.maxTravelTime, drivingLeft), "s"),
        ("max_distance", schedule.metres, vehicle.maxDistance, "m"),
        ("max_duration", schedule.end - schedule.start, lesser(vehicle.maxDuration, dutyLeft), "s"),
    ]
    for (cause, value, limit, unit) in limits {
        if let limit, value > limit { found.append("\(cause) \(name) - \(value - limit) \(unit)") }
    }
    return found + precedence(route, name: name)
        + referenceColdChain(route, name: name, schedule: schedule, in: problem)
}

/// The lesser of two limits, either of which may be missing.
private func lesser(_ one: Int?, _ other: Int?) -> Int? {
    guard let one, let other else { return one ?? other }
    return min(one, other)
}

/// Compartments that run what they are not qualified for.
private func qualifications(_ regimes: [Int?], _ vehicle: Vehicle, name: String) -> [String] {
    // A vehicle without compartments keeps no temperature at all.
    if vehicle.compartments.isEmpty { return regimes == [nil] ? [] : ["regime \(name) - 1 "] }
    return zip(vehicle.compartments, regimes).compactMap { compartment, regime in
        guard let regime, compartment.regimes?.contains(regime) != true else { return nil }
        return "regime \(name) - 1 "
    }
}

private func permissions(
    _ visit: Visit,
    on route: Route,
    _ regimes: [Int?],
    from depot: Int?,
    name: String,
    in problem: Problem
) -> [String] {
    let vehicle = problem.vehicles[route.vehicle]
    var found: [String] = []
    let label: Int?
    let skills: Set<Identifier>
    let allowed: Set<Identifier>?
    switch visit.task {
    case .job(let index):
        let job = problem.jobs[index]
        (label, skills, allowed) = (job.boxes.isEmpty ? job.regime : nil, job.skills, job.allowedVehicles)
        if !job.depots.isEmpty, !job.depots.contains(depot ?? -1) {
            found.append("depot \(name) \(visit.task) 1 ")
        }
    case .pickup(let index), .delivery(let index):
        let shipment = problem.shipments[index]
        (label, skills, allowed) = (shipment.regime, shipment.skills, shipment.allowedVehicles)
    }
    for _ in skills.filter({ !vehicle.skills.contains($0) }) {
        found.append("skills \(name) \(visit.task) 1 ")
    }
    found += referenceChannels(visit.task, from: .some(depot), in: problem).map {
        "\($0) \(name) \(visit.task) 1 "
    }
    if let allowed, !allowed.contains(vehicle.id) { found.append("vehicle \(name) \(visit.task) 1 ") }
    if let label, !isKept(problem.regimes[label], by: regimes[visit.compartment], in: problem) {
        found.append("regime \(name) \(visit.task) 1 ")
    }
    return found
}

private func isKept(_ label: Regime, by regime: Int?, in problem: Problem) -> Bool {
    guard let regime else { return false }
    let kept = problem.regimes[regime]
    let isWarmEnough = label.low.map { kept.low ?? Int.min >= $0 } ?? true
    let isColdEnough = label.high.map { kept.high ?? Int.max <= $0 } ?? true
    let staysAboveFreezing = !label.isFreezeSensitive || kept.low ?? Int.min > 0
    return isWarmEnough && isColdEnough && staysAboveFreezing
}

private func precedence(_ route: Route, name: String) -> [String] {
    let trips = route.steps.split(omittingEmptySubsequences: true) { step in
        if case .reload = step { true } else { false }
    }
    return trips.flatMap { precedence($0.compactMap(\.visit), name: name) }
}

private func precedence(_ visits: [Visit], name: String) -> [String] {
    var found: [String] = []
    for (index, visit) in visits.enumerated() {
        func balance(_ shipment: Int, _ part: some Collection<Visit>) -> (Int, Int) {
            (part.count { $0.task == .pickup(shipment) }, part.count { $0.task == .delivery(shipment) })
        }
        switch visit.task {
        case .job: continue
        case .pickup(let shipment):
            // Never handed over: no delivery of it follows before the end or the next pickup of the same.
            let rest = visits[(index + 1)...]
            let next = rest.first { $0.task == .pickup(shipment) || $0.task == .delivery(shipment) }
            if next == nil { found.append("precedence \(name) \(visit.task) 1 ") }
        case .delivery(let shipment):
            let last = visits[..<index].last { $0.task == visit.task || $0.task == .pickup(shipment) }
            if last?.task != .pickup(shipment) || last?.compartment != visit.compartment {
                found.append("precedence \(name) \(visit.task) 1 ")
            }
        }
    }
    return found
}

private func relations(_ plan: Plan, in problem: Problem) -> [String] {
    func place(_ task: TaskReference) -> (Int, Int)? {
        // A task done twice is where it was met last.
        for (index, route) in plan.routes.enumerated().reversed() {
            if let step = route.steps.lastIndex(where: { $0.visit?.task == task }) { return (index, step) }
        }
        return nil
    }
    return problem.relations.flatMap { relation -> [String] in
        let met = relation.tasks.compactMap { task in place(task).map { (task, $0) } }
        return met.indices.dropFirst().compactMap { index in
            let (task, here) = met[index]
            let isKept =
                switch relation.kind {
                case .together: here.0 == met[0].1.0
                case .apart: !met[..<index].contains { $0.1.0 == here.0 }
                case .sequence: here.0 == met[index - 1].1.0 && here.1 >= met[index - 1].1.1
                }
            return isKept ? nil : "relation r\(here.0) \(task) 1 "
        }
    }
}

private func completeness(_ plan: Plan, in problem: Problem) -> [String] {
    let served = plan.routes.flatMap { $0.visits.map(\.task) }
    let named = plan.awards.map(\.task) + plan.unassigned.map(\.task)
    var found: [String] = []
    func check(_ task: TaskReference, times: Int) {
        if times == 0 { found.append("missing plan \(task) 1 ") }
        if times > 1 { found.append("duplicate plan \(task) \(times - 1) ") }
    }
    for job in problem.jobs.indices { check(.job(job), times: (served + named).count { $0 == .job(job) }) }
    for index in problem.shipments.indices {
        let given = named.count { $0 == .pickup(index) }
        check(.pickup(index), times: given + served.count { $0 == .pickup(index) })
        check(.delivery(index), times: given + served.count { $0 == .delivery(index) })
    }
    for (index, route) in plan.routes.enumerated()
    where plan.routes[..<index].contains(where: { $0.vehicle == route.vehicle }) {
        found.append("duplicate r\(index) - 1 ")
    }
    return found
}

private func carrierBreaches(_ plan: Plan, in problem: Problem) -> [String] {
    var found: [String] = []
    for (index, carrier) in problem.carriers.enumerated() {
        let awards = plan.awards.filter { $0.carrier == index }
        for award in awards {
            let label: Int?
            let skills: Set<Identifier>
            switch award.task {
            case .job(let job):
                label = problem.jobs[job].boxes.isEmpty ? problem.jobs[job].regime : nil
                skills = problem.jobs[job].skills
            case .pickup(let index), .delivery(let index):
                (label, skills) = (problem.shipments[index].regime, problem.shipments[index].skills)
            }
            let keeps = label.map { label in
                (carrier.regimes ?? []).contains { isKept(problem.regimes[label], by: $0, in: problem) }
            }
            if keeps == false || !skills.isSubset(of: carrier.skills)
                || !mayHandle(award.task, carrier, in: problem)
            {
                found.append("carrier plan \(award.task) 1 ")
            }
        }
        if let limit = carrier.maxJobs, awards.count > limit {
            found.append("carrier plan - \(awards.count - limit) jobs")
        }
    }
    return found
}

private func mayHandle(_ task: TaskReference, _ carrier: Carrier, in problem: Problem) -> Bool {
    let handling = problem.handling(task)
    let end = problem.visit(task).timeWindows.map(\.closes).max() ?? 0
    if handling.prohibition != nil { return false }
    // Some depot must be one from which the goods may come and be shipped; of a shipment none is asked for.
    var sources: [Int?] = [nil]
    if case .job(let index) = task {
        let own = problem.jobs[index].depots
        sources = problem.depots.indices.filter { own.isEmpty || own.contains($0) }
        if problem.depots.isEmpty { sources = [nil] }
    }
    let mayShip = sources.contains { referenceChannels(task, from: .some($0), in: problem).isEmpty }
    guard mayShip else { return false }
    for (level, amount) in handling.levels where carrier.levels[level] ?? 0 < amount { return false }
    var dates = handling.permits.map(\.validUntil)
    for need in handling.requires {
        guard let permit = carrier.permits.first(where: { $0.name == need }) else { return false }
        dates.append(permit.validUntil)
    }
    return !dates.contains { $0.map { $0 < end } ?? false }
}
