public import VehicleRouting

/// A route judged the slow way, sharing no code with `PlanEvaluation`.
///
/// The clock is moved second by second, and every departure is tried.
public struct ReferenceSchedule: Hashable, Sendable {
    /// When loading begins.
    public var start = 0
    /// When each step is reached.
    public var arrivals: [Int] = []
    /// When each step begins.
    public var begins: [Int] = []
    /// Lateness of the start, of each step, and of the end.
    public var lateness: [Int] = []
    /// Seconds by which each step begins after it is due.
    public var tardiness: [Int] = []
    /// When the end is reached.
    public var arrival = 0
    /// When the route is over.
    public var end = 0
    /// Driving seconds.
    public var travel = 0
    /// Metres.
    public var metres = 0
    /// Loading, setup and service seconds.
    public var tasks = 0
    /// Seconds of rest.
    public var rest = 0
    /// Halts.
    public var halts = 0
    /// The most seconds driven beyond the work rule.
    public var overdriving = 0
    private var sinceRest = 0
    private var hasFirstPart = false

    /// Tries all departures from the earliest to the end of the route that leaves then.
    public init(_ route: Route, in problem: Problem) {
        let vehicle = problem.vehicles[route.vehicle]
        let prepared = ReferencePreparation(route, in: problem).seconds(before: 0)
        let loading = prepared + (vehicle.startDepot.map { problem.depots[$0].loading } ?? 0)
        let firstTrip = route.steps.prefix { if case .reload = $0 { false } else { true } }
        let earliest = max(vehicle.shift.opens + loading, readiness(of: firstTrip, in: problem))
        let windows = vehicle.startDepot.map { problem.depots[$0].timeWindows } ?? []
        let opening = wait(windows, at: earliest)
        let first = ReferenceSchedule(route, in: problem, departure: opening, loading: loading)
        let allowed = (opening...max(first.end, opening)).filter { isOpen(windows, at: $0) }
        let candidates = allowed.map {
            ReferenceSchedule(route, in: problem, departure: $0, loading: loading)
        }
        let best = candidates.map(\.end).min()
        self =
            candidates.last { candidate in
                candidate.end == best
                    && zip(candidate.lateness + candidate.tardiness, first.lateness + first.tardiness)
                        .allSatisfy { $0 <= $1 }
            } ?? first
    }

    private init(_ route: Route, in problem: Problem, departure: Int, loading: Int) {
        let vehicle = problem.vehicles[route.vehicle]
        start = departure - loading
        tasks = loading
        lateness = [late(vehicle.startDepot.map { problem.depots[$0].timeWindows } ?? [], at: departure)]
        sinceRest = vehicle.hoursUsed.drivingSinceRest
        hasFirstPart = vehicle.hoursUsed.hasFirstPart
        var clock = departure
        var place = vehicle.start
        var road: Int?
        for (index, step) in route.steps.enumerated() {
            let next = destination(of: route.steps[index...], vehicle, in: problem)
            let work = road ?? length(from: place, to: next, vehicle: vehicle, in: problem)
            var left = work
            switch step {
            case .rest(let kind):
                take(kind, at: &clock, road: &left, vehicle, in: problem)
                road = left
                continue
            case .visit, .reload: break
            }
            road = nil
            while left > 0 { drive(&left, at: &clock, vehicle, in: problem) }
            let isNew = place != next
            metres += distance(from: place, to: next, vehicle: vehicle, in: problem)
            place = next
            arrivals.append(clock)
            var work2 = 0
            if case .visit(let visit) = step {
                let job = problem.visit(visit.task)
                for ready in lags(before: index, of: route, in: problem) { clock = max(clock, ready) }
                clock = wait(usefulHours(of: job), at: clock)
                begins.append(clock)
                lateness.append(late(usefulHours(of: job), at: clock))
                tardiness.append(job.due.map { max(clock - $0.by, 0) } ?? 0)
                work2 = (isNew ? job.setupPerType[vehicle.type] ?? job.setup : 0)
                work2 += job.servicePerType[vehicle.type] ?? job.service
                halts += isNew ? 1 : 0
                clock += work2
            }
            if case .reload(let reload) = step {
                let depot = problem.depots[reload.depot]
                let trip = route.steps[(index + 1)...].prefix { if case .reload = $0 { false } else { true } }
                let number = route.steps[...index].count { if case .reload = $0 { true } else { false } }
                work2 = depot.loading + ReferencePreparation(route, in: problem).seconds(before: number)
                clock = wait(depot.timeWindows, at: max(clock + work2, readiness(of: trip, in: problem)))
                begins.append(clock - work2)
                lateness.append(late(depot.timeWindows, at: clock))
                tardiness.append(0)
            }
            tasks += work2
            if let rule = vehicle.workRule, rule.countsOtherWork, work2 >= rule.rest {
                (sinceRest, hasFirstPart) = (0, false)
            }
        }
        if let home = vehicle.end {
            var left = road ?? length(from: place, to: home, vehicle: vehicle, in: problem)
            while left > 0 { drive(&left, at: &clock, vehicle, in: problem) }
            metres += distance(from: place, to: home, vehicle: vehicle, in: problem)
        }
        arrival = clock
        let windows = vehicle.endDepot.map { problem.depots[$0].timeWindows } ?? []
        end = wait(windows, at: clock)
        lateness.append(max(late(windows, at: end), end - vehicle.shift.closes, 0))
        if let limit = vehicle.workRule?.maxContinuousDriving {
            overdriving = max(overdriving, vehicle.hoursUsed.drivingSinceRest - limit, 0)
        }
    }

    /// One second on the road.
    private mutating func drive(
        _ left: inout Int,
        at clock: inout Int,
        _ vehicle: Vehicle,
        in problem: Problem
    ) {
        let slices = problem.matrices[vehicle.profile]?.speeds ?? []
        left = max(left - (slices.last { $0.begins <= clock }?.speed ?? 1000), 0)
        clock += 1
        travel += 1
        sinceRest += 1
        if let limit = vehicle.workRule?.maxContinuousDriving {
            overdriving = max(overdriving, sinceRest - limit)
        }
    }

    private mutating func take(
        _ kind: Rest,
        at clock: inout Int,
        road left: inout Int,
        _ vehicle: Vehicle,
        in problem: Problem
    ) {
        var windows: [TimeWindow] = []
        let seconds: Int
        switch kind {
        case .planned(let index):
            windows = vehicle.breaks[index].timeWindows
            seconds = vehicle.breaks[index].service
            let ready = wait(windows, at: clock)
            while clock < ready, left > 0 { drive(&left, at: &clock, vehicle, in: problem) }
            arrivals.append(clock)
            clock = ready
        case .legal(let length):
            seconds = length
            let limit = vehicle.workRule?.maxContinuousDriving ?? .max
            while left > 0, sinceRest < limit { drive(&left, at: &clock, vehicle, in: problem) }
            arrivals.append(clock)
        }
        begins.append(clock)
        lateness.append(late(windows, at: clock))
        tardiness.append(0)
        rest += seconds
        clock += seconds
        guard let rule = vehicle.workRule else { return }
        if seconds >= rule.rest {
            (sinceRest, hasFirstPart) = (0, false)
        } else if let split = rule.split {
            if hasFirstPart && seconds >= split.second {
                (sinceRest, hasFirstPart) = (0, false)
            } else if seconds >= split.first {
                hasFirstPart = true
            }
        }
    }

    /// When the tasks that must come a lag before the one at `index` let it begin.
    private func lags(before index: Int, of route: Route, in problem: Problem) -> [Int] {
        problem.relations.flatMap { relation -> [Int] in
            guard case .sequence(let lag) = relation.kind, let own = route.steps[index].visit?.task else {
                return []
            }
            func place(_ task: TaskReference) -> Int? { route.steps.lastIndex { $0.visit?.task == task } }
            let met = relation.tasks.filter { place($0) != nil }
            guard let position = met.firstIndex(of: own), position > 0, place(own) == index,
                let before = place(met[position - 1]), before < index
            else { return [] }
            let job = problem.visit(met[position - 1])
            let vehicle = problem.vehicles[route.vehicle]
            let earlier = route.steps[..<before].last {
                if case .rest = $0 { false } else { true }
            }
            let from = earlier.map { destination(of: [$0], vehicle, in: problem) } ?? vehicle.start
            let setup = from == job.location ? 0 : job.setupPerType[vehicle.type] ?? job.setup
            return [begins[before] + setup + (job.servicePerType[vehicle.type] ?? job.service) + lag]
        }
    }
}

/// When the goods brought for these steps are ready.
private func readiness(of steps: ArraySlice<RouteStep>, in problem: Problem) -> Int {
    steps.compactMap { step -> Int? in
        guard let visit = step.visit, case .job(let index) = visit.task,
            problem.jobs[index].delivery.contains(where: { $0 != 0 })
        else { return nil }
        let conditioned = visit.box.map { problem.boxTypes[$0].readyAt } ?? 0
        return max(problem.jobs[index].release, conditioned)
    }.max() ?? 0
}

/// The first place that these steps go to; nil for the end of an open route.
private func destination(of steps: ArraySlice<RouteStep>, _ vehicle: Vehicle, in problem: Problem) -> Int? {
    for step in steps {
        switch step {
        case .visit(let visit): return problem.visit(visit.task).location
        case .reload(let reload): return problem.depots[reload.depot].location
        case .rest: continue
        }
    }
    return vehicle.end
}

/// Thousandths of a second of the matrix from one place to another.
private func length(from: Int?, to: Int?, vehicle: Vehicle, in problem: Problem) -> Int {
    guard let from, let to, let matrix = problem.matrices[vehicle.profile] else { return 0 }
    return 1000 * Int((Double(matrix.durations[from * matrix.size + to]) / vehicle.speedFactor).rounded())
}

private func distance(from: Int?, to: Int?, vehicle: Vehicle, in problem: Problem) -> Int {
    guard let from, let to, let matrix = problem.matrices[vehicle.profile], !matrix.distances.isEmpty else {
        return 0
    }
    return Int(matrix.distances[from * matrix.size + to])
}

private func isOpen(_ windows: [TimeWindow], at time: Int) -> Bool {
    windows.isEmpty || windows.contains { $0.opens <= time && time <= $0.closes }
}

/// The next second at which a window is open; `time` itself when none will ever be.
private func wait(_ windows: [TimeWindow], at time: Int) -> Int {
    guard windows.isEmpty || windows.contains(where: { time <= $0.closes }) else { return time }
    var clock = time
    while !isOpen(windows, at: clock) { clock += 1 }
    return clock
}

/// Seconds since all windows have closed.
private func late(_ windows: [TimeWindow], at time: Int) -> Int {
    max(time - (windows.map(\.closes).max() ?? time), 0)
}

/// What is on board after the first `moment` steps, found by asking of each visit whether its goods are aboard.
///
/// `[compartment][dimension]`.
public func referenceLoads(_ route: Route, after moment: Int, in problem: Problem) -> [Load] {
    let vehicle = problem.vehicles[route.vehicle]
    func isReload(_ step: RouteStep) -> Bool { if case .reload = step { true } else { false } }
    let hasReloaded = route.steps[..<moment].contains(where: isReload)
    let first = route.steps[..<moment].lastIndex(where: isReload).map { $0 + 1 } ?? 0
    let last = route.steps[first...].firstIndex(where: isReload) ?? route.steps.count
    let trip = (first..<last).compactMap { index in route.steps[index].visit.map { (index, $0) } }
    return (0..<max(vehicle.compartments.count, 1)).map { compartment in
        let ballast =
            vehicle.compartments.isEmpty ? vehicle.ballast : vehicle.compartments[compartment].ballast
        return problem.dimensions.indices.map { dimension in
            let start = hasReloaded || ballast.isEmpty ? 0 : ballast[dimension]
            return trip.filter { $0.1.compartment == compartment }.reduce(start) { sum, item in
                let isDone = item.0 < moment
                switch item.1.task {
                case .job(let job):
                    let aboard = isDone ? problem.jobs[job].pickup : problem.jobs[job].delivery
                    return sum + (aboard.isEmpty ? 0 : aboard[dimension])
                case .pickup(let shipment):
                    let amount = problem.shipments[shipment].amount
                    return sum + (isDone && !amount.isEmpty ? amount[dimension] : 0)
                case .delivery(let shipment):
                    let amount = problem.shipments[shipment].amount
                    return sum - (isDone && !amount.isEmpty ? amount[dimension] : 0)
                }
            }
        }
    }
}

/// What a route costs in wire units, by cause in the order of `CostLedger`, in floating point.
public func referenceCosts(_ route: Route, schedule: ReferenceSchedule, in problem: Problem) -> [Double] {
    let vehicle = problem.vehicles[route.vehicle]
    let costs = vehicle.costs
    func hours(_ seconds: Int) -> Double { Double(seconds) / 3600 }
    let duration = schedule.end - schedule.start
    var road = Double(schedule.metres) / 1000 * Double(costs.perKilometre)
    var driving = hours(schedule.travel) * Double(costs.perHour)
    if let matrix = problem.matrices[vehicle.profile], !matrix.costs.isEmpty {
        let places =
            [vehicle.start]
            + route.steps.map { step -> Int? in
                if case .rest = step { nil } else { destination(of: [step], vehicle, in: problem) }
            } + [vehicle.end]
        let known = places.compactMap { $0 }
        road = 0
        driving = zip(known, known.dropFirst()).reduce(0) {
            $0 + Double(matrix.costs[$1.0 * matrix.size + $1.1])
        }
    }
    let overtime = costs.overtimeAfter.map { max(duration - $0, 0) } ?? 0
    return [
        Double(costs.fixed),
        road,
        driving,
        hours(schedule.tasks) * Double(costs.perTaskHour),
        hours(duration - schedule.travel - schedule.tasks - schedule.rest) * Double(costs.perWaitHour),
        Double(schedule.halts * costs.perStop),
        hours(overtime) * Double(costs.overtimePerHour),
        zip(route.steps, schedule.tardiness).reduce(0) { sum, step in
            guard let due = step.0.visit.flatMap({ problem.visit($0.task).due }) else { return sum }
            let decayed = due.decay.map { referenceLoss(of: $0, after: step.1) } ?? 0
            return sum + hours(step.1) * Double(due.latePerHour) + decayed
        },
    ]
}
