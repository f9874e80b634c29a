internal import VehicleRouting

/// The rules of the cold chain that a route breaks, each asked of every visit one after the other.
func referenceColdChain(
    _ route: Route,
    name: String,
    schedule: ReferenceSchedule,
    in problem: Problem
) -> [String] {
    let log = ReferenceTrip(route, schedule: schedule, in: problem)
    return log.exposure(name) + log.neighbours(name) + log.owners(name) + log.doors(name)
        + route.visits.flatMap { log.certificates($0, name) }
}

/// A route with the times and the trip of each visit.
private struct ReferenceTrip {
    let schedule: ReferenceSchedule
    let problem: Problem
    let vehicle: Vehicle
    private var stops: [Stop] = []

    private struct Stop {
        let visit: Visit
        /// Which trip it is on, and when that was loaded.
        let trip: Int
        let packed: Int
        /// Where the vehicle came from, and since when it had been driving.
        let from: Int?
        let left: Int
        let arrival: Int
        let begin: Int
        let done: Int
        let isHalt: Bool
    }

    init(_ route: Route, schedule: ReferenceSchedule, in problem: Problem) {
        self.schedule = schedule
        self.problem = problem
        vehicle = problem.vehicles[route.vehicle]
        let preparation = ReferencePreparation(route, in: problem)
        var (place, trip) = (vehicle.start, 0)
        var packed = schedule.start + preparation.seconds(before: 0)
        var left = packed + (vehicle.startDepot.map { problem.depots[$0].loading } ?? 0)
        var number = 0
        for step in route.steps {
            switch step {
            case .rest: break
            case .reload(let reload):
                trip += 1
                packed = schedule.begins[number] + preparation.seconds(before: trip)
                left = packed + problem.depots[reload.depot].loading
                place = problem.depots[reload.depot].location
            case .visit(let visit):
                let job = problem.visit(visit.task)
                let isHalt = place != job.location
                let setup = isHalt ? job.setupPerType[vehicle.type] ?? job.setup : 0
                let done = schedule.begins[number] + setup + (job.servicePerType[vehicle.type] ?? job.service)
                stops.append(
                    Stop(
                        visit: visit,
                        trip: trip,
                        packed: packed,
                        from: place,
                        left: left,
                        arrival: schedule.arrivals[number],
                        begin: schedule.begins[number],
                        done: done,
                        isHalt: isHalt
                    )
                )
                (left, place) = (done, job.location)
            }
            number += 1
        }
    }

    func exposure(_ name: String) -> [String] {
        stops.indices.flatMap { index -> [String] in
            let (stop, visit) = (stops[index], stops[index].visit)
            func exceeded(_ rule: String, _ ends: [Int]) -> [String] {
                guard let excess = ends.map({ stop.done - $0 }).max(), excess > 0 else { return [] }
                return ["\(rule) \(name) \(visit.task) \(excess) s"]
            }
            let last = [problem.visit(visit.task).goodUntil].compactMap { $0 }
            switch visit.task {
            case .job(let job):
                let limits = [problem.jobs[job].holdTime, visit.box.map { problem.boxTypes[$0].holdTime }]
                return exceeded("hold_time", limits.compactMap { $0 }.map { stop.packed + $0 } + last)
            case .pickup: return []
            case .delivery(let shipment):
                let pickup = stops[..<index].last {
                    $0.visit.task == .pickup(shipment) && $0.trip == stop.trip
                }
                let found = exceeded("hold_time", last)
                guard let pickup, let limit = problem.shipments[shipment].maxTimeOnBoard else { return found }
                return found + exceeded("time_on_board", [pickup.begin + limit])
            }
        }
    }

    private var heads: [Stop] {
        stops.filter { if case .delivery = $0.visit.task { false } else { true } }
    }

    func neighbours(_ name: String) -> [String] {
        var found: [String] = []
        for (place, stop) in heads.enumerated() {
            for other in heads[..<place] {
                let tasks = [stop.visit.task, other.visit.task]
                let classes = tasks.compactMap { problem.handling($0).goodsClass }
                guard classes.count == 2,
                    let rule = problem.segregation.pairs.first(where: {
                        Set([$0.first, $0.second]) == Set(classes)
                    })?.separation
                else { continue }
                let sameTrip = stop.trip == other.trip
                let near = sameTrip && stop.visit.compartment == other.visit.compartment
                let open = !tasks.contains { task in
                    if case .job(let job) = task, !problem.jobs[job].boxes.isEmpty { return true }
                    return problem.handling(task).isBoxed
                }
                switch rule {
                case .otherBox where !(near && open): continue
                case .otherCompartment where !near: continue
                case .neverSameTrip where !sameTrip: continue
                default: found.append("segregation \(name) \(stop.visit.task) 1 ")
                }
            }
        }
        return found
    }

    func owners(_ name: String) -> [String] {
        Set(heads.map(\.trip)).flatMap { trip in
            let aboard = heads.filter { $0.trip == trip }.map(\.visit.task)
            let groups = aboard.map { problem.handling($0).exclusiveGroup }
            guard let owner = groups.first(where: { $0 != nil }) ?? nil else { return [String]() }
            return zip(aboard, groups).filter { $1 != owner }.map { "exclusive \(name) \($0.0) 1 " }
        }
    }

    /// The warmth in thousandths of a degree before each second of driving and after each opening.
    func doors(_ name: String) -> [String] {
        vehicle.compartments.indices.flatMap { number -> [String] in
            guard let door = vehicle.compartments[number].door else { return [] }
            return Set(stops.map(\.trip)).compactMap { trip in
                let before = trip == 0 ? Double(door.warmth) : 0
                var (warmth, peak) = (before, before)
                var opened = false
                for stop in stops where stop.trip == trip {
                    if stop.isHalt {
                        // Nobody drives to a first stop from nowhere.
                        for _ in stop.left..<(stop.from == nil ? stop.left : stop.arrival) {
                            warmth = max(warmth - Double(door.recoveryPerHour) / 3600, 0)
                        }
                        opened = false
                    }
                    if stop.visit.compartment == number, !opened {
                        warmth += Double(door.rise)
                        opened = true
                    }
                    peak = max(peak, warmth)
                }
                // A billionth for what adding fractions leaves behind.
                let excess = ((peak - Double(door.limit)) - 1e-9).rounded(.up)
                return excess > 0 ? "doors \(name) - \(Int(excess)) mK" : nil
            }
        }
    }

    func certificates(_ visit: Visit, _ name: String) -> [String] {
        let handling = problem.handling(visit.task)
        var found: [String] = []
        for (level, amount) in handling.levels where amount > vehicle.levels[level] ?? 0 {
            found.append("level \(name) \(visit.task) \(amount - (vehicle.levels[level] ?? 0)) levels")
        }
        if handling.prohibition != nil { found.append("prohibited \(name) \(visit.task) 1 ") }
        var dates = handling.permits.map(\.validUntil)
        for need in handling.requires {
            let permit = vehicle.permits.first { $0.name == need }
            if permit == nil { found.append("permit \(name) \(visit.task) 1 ") }
            dates.append(permit?.validUntil)
        }
        var needs: [BoxNeed] = []
        if case .job(let job) = visit.task { needs = problem.jobs[job].boxes }
        if needs.isEmpty, hasLabel(visit.task), !vehicle.compartments.isEmpty {
            dates.append(vehicle.compartments[visit.compartment].validUntil)
        }
        if let box = visit.box { dates.append(problem.boxTypes[box].validUntil) }
        for case let date? in dates where schedule.end > date {
            found.append("permit \(name) \(visit.task) \(schedule.end - date) s")
        }
        let types = needs.map(\.type)
        if visit.box.map(types.contains) ?? types.isEmpty { return found }
        return found + ["box \(name) \(visit.task) 1 "]
    }

    private func hasLabel(_ task: TaskReference) -> Bool {
        switch task {
        case .job(let job): problem.jobs[job].regime != nil
        case .pickup(let index), .delivery(let index): problem.shipments[index].regime != nil
        }
    }
}

/// Boxes used more often than there are, and bodies with two routes.
func referenceShared(_ plan: Plan, in problem: Problem) -> [String] {
    var found: [String] = []
    for (index, type) in problem.boxTypes.enumerated() {
        let used = plan.routes.flatMap(\.visits).filter { $0.box == index }.reduce(0) { sum, visit in
            guard case .job(let job) = visit.task else { return sum }
            return sum + (problem.jobs[job].boxes.first { $0.type == index }?.count ?? 0)
        }
        if let stock = type.stock, used > stock { found.append("box_stock plan - \(used - stock) boxes") }
    }
    for (index, route) in plan.routes.enumerated() {
        guard let body = problem.vehicles[route.vehicle].body else { continue }
        let earlier = plan.routes[..<index].first { problem.vehicles[$0.vehicle].body == body }
        if let earlier, earlier.vehicle != route.vehicle { found.append("duplicate r\(index) - 1 ") }
    }
    return found
}
