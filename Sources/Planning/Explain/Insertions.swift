internal import VehicleRouting

/// One way to insert a task into a route.
struct Insertion {
    let host: ProbedRoute
    /// How many stops of the route come before the task, and before a shipment's delivery.
    let position: Int
    let deliveryPosition: Int
    let compartment: Int
    /// The regimes of the compartments once the task is aboard.
    let regimes: [Int?]
    /// The probe's opinion.
    let score: InsertionScore

    /// The route with the task in it.
    func route(with task: ProbedTask) -> Route {
        var route = host.route
        route.regimes = regimes
        let places = task.visits.count == 1 ? [position] : [position, deliveryPosition + 1]
        for (reference, place) in zip(task.references, places) {
            route.visits.insert(Visit(reference, compartment: compartment), at: place)
        }
        return route
    }
}

/// The best few ways to insert a task into some routes, by a probe that drives the route once for each.
struct Insertions {
    /// The least broken first.
    private(set) var best: [Insertion] = []

    init(of task: ProbedTask, into hosts: [ProbedRoute], keeping count: Int, in problem: Problem) {
        for host in hosts {
            let probe = RouteProbe(task, host: host, in: problem)
            for (compartment, regimes, isKept) in probe.places(in: problem) {
                for position in 0...host.stops.count {
                    for last in task.visits.count == 1 ? position...position : position...host.stops.count {
                        let score = probe.score(position, last, compartment: compartment, isKept: isKept)
                        if best.count == count, let worst = best.last, !(score < worst.score) { continue }
                        let insertion = Insertion(
                            host: host,
                            position: position,
                            deliveryPosition: last,
                            compartment: compartment,
                            regimes: regimes,
                            score: score
                        )
                        best.insert(insertion, at: best.firstIndex { score < $0.score } ?? best.count)
                        if best.count > count { best.removeLast() }
                    }
                }
            }
        }
    }
}

/// Scores the ways to insert one task into one route.
///
/// Delays, loads, driving and distance are exact; the length of the route, which needs its latest departure, is taken
/// without waiting.  `RouteEvaluation` has the last word.
private struct RouteProbe {
    let task: ProbedTask
    let host: ProbedRoute
    let vehicle: Vehicle
    let matrix: TravelMatrix
    let compartments: [Compartment]
    let own: [ProbedStop]
    /// Rules that no position mends: skills, depot, allowed vehicles.
    let fixedRules: Int
    /// Tasks beyond `maxTasks` once the task is aboard.
    let extraTasks: Int

    init(_ task: ProbedTask, host: ProbedRoute, in problem: Problem) {
        self.task = task
        self.host = host
        vehicle = problem.vehicles[host.route.vehicle]
        matrix = problem.matrices[vehicle.profile] ?? TravelMatrix(size: 0, durations: [])
        compartments = vehicle.effectiveCompartments
        own = [ProbedStop](task.visits, by: vehicle.type)
        var rules = problem.skills(task.reference).subtracting(vehicle.skills).count
        if let allowed = problem.allowedVehicles(task.reference), !allowed.contains(vehicle.id) { rules += 1 }
        if case .job(let job) = task.reference, !problem.jobs[job].depots.isEmpty {
            rules += vehicle.startDepot.map(problem.jobs[job].depots.contains) == true ? 0 : 1
        }
        fixedRules = rules
        let count = host.stops.count + own.count
        extraTasks = vehicle.maxTasks.map { max(count - $0, 0) } ?? 0
    }

    /// Where the goods may travel: compartments that keep the label, or can be switched to it without harm to what is in
    /// them; all compartments, and `isKept` false, when there is none.
    func places(in problem: Problem) -> [(compartment: Int, regimes: [Int?], isKept: Bool)] {
        let regimes = host.route.regimes
        let unchanged = compartments.indices.map { ($0, regimes, false) }
        guard let label = task.label else { return unchanged.map { ($0.0, $0.1, true) } }
        let labels = problem.regimes[label]
        let kept = compartments.indices.compactMap { index -> (Int, [Int?], Bool)? in
            let current = regimes.indices.contains(index) ? regimes[index] : nil
            let others = host.labels[index].map { problem.regimes[$0] }
            let choices = [current].compactMap { $0 } + (compartments[index].regimes ?? [])
            let choice = choices.first { regime in
                (labels.accepts(problem.regimes[regime]))
                    && others.allSatisfy { $0.accepts(problem.regimes[regime]) }
            }
            guard let choice else { return nil }
            var switched = regimes
            switched[index] = choice
            return (index, switched, true)
        }
        return kept.isEmpty ? unchanged : kept
    }

    /// How broken the route is with the task before stop `first` and a shipment's delivery before stop `last`.
    func score(_ first: Int, _ last: Int, compartment: Int, isKept: Bool) -> InsertionScore {
        var score = InsertionScore(rules: fixedRules, weight: Double(fixedRules))
        if !isKept {
            score.rules += 1
            score.weight += 1
        }
        if extraTasks > 0 { score.add(Breach(code: .maxTasks, amount: extraTasks)) }
        drive(first, last, into: &score)
        addExcess(first, last, compartment: compartment, to: &score)
        return score
    }

    private func drive(_ first: Int, _ last: Int, into score: inout InsertionScore) {
        var (travel, metres, working, late) = (0, 0, 0, 0)
        var clock = max(host.earliest, task.release)
        var endLate = 0
        if let departure = host.departureGates.nextOpening(at: clock) {
            clock = departure
        } else {
            endLate = clock - (host.departureGates.last?.closes ?? clock)
        }
        var place = vehicle.start
        func go(to stop: ProbedStop) {
            let isMove = place != stop.location
            if let from = place { leg(from, stop.location) }
            place = stop.location
            if let begin = stop.windows.nextOpening(at: clock) {
                clock = begin
            } else {
                late = max(late, clock - (stop.windows.last?.closes ?? clock))
            }
            let task = (isMove ? stop.setup : 0) + stop.service
            working += task
            clock += task
        }
        func leg(_ from: Int, _ to: Int) {
            let seconds = matrix.duration(from: from, to: to, speedFactor: vehicle.speedFactor)
            travel += seconds
            clock += seconds
            metres += matrix.distance(from: from, to: to)
        }
        for index in 0...host.stops.count {
            if index == first { go(to: own[0]) }
            if index == last, own.count == 2 { go(to: own[1]) }
            if index < host.stops.count { go(to: host.stops[index]) }
        }
        if let from = place, let end = vehicle.end { leg(from, end) }
        let back = host.returnGates.nextOpening(at: clock)
        endLate = max(endLate, (back ?? clock) - vehicle.shift.closes)
        if back == nil { endLate = max(endLate, clock - (host.returnGates.last?.closes ?? clock)) }
        if late > 0 { score.add(Breach(code: .timeWindow, amount: late)) }
        if endLate > 0 { score.add(Breach(code: .shift, amount: endLate)) }
        let limits: [(ReasonCode, Int, Int?)] = [
            (.maxTravelTime, travel, vehicle.maxTravelTime), (.maxDistance, metres, vehicle.maxDistance),
            (.maxDuration, travel + working, vehicle.maxDuration),
        ]
        for case (let code, let value, let limit?) in limits where value > limit {
            score.add(Breach(code: code, amount: value - limit))
        }
        let added = (metres: metres - host.evaluation.schedule.distance, seconds: travel)
        score.cost =
            added.metres * vehicle.costs.perKilometre * Cost.ticksPerMetre
            + (added.seconds - host.evaluation.schedule.travelTime) * vehicle.costs.perHour
            * Cost.ticksPerSecond
    }

    /// Adds what is too much on board, per dimension, in the compartment or in the whole vehicle.
    private func addExcess(_ first: Int, _ last: Int, compartment: Int, to score: inout InsertionScore) {
        let loads = host.evaluation.loads
        for dimension in host.totals[0].indices {
            var worst = (excess: 0, capacity: 1)
            func judge(_ capacity: Load, _ load: (Int) -> Int) {
                guard !capacity.isEmpty else { return }
                let excess = peak(first, last, dimension: dimension, load: load) - capacity[dimension]
                if excess > worst.excess { worst = (excess, capacity[dimension]) }
            }
            judge(compartments[compartment].capacity) { loads[$0][compartment][dimension] }
            judge(vehicle.capacity) { host.totals[$0][dimension] }
            if worst.excess > 0 {
                score.add(Breach(code: .capacity, amount: worst.excess), capacity: worst.capacity)
            }
        }
    }

    /// The greatest load once the task is aboard; `load` gives the one after so many stops of the route as it is.
    private func peak(_ first: Int, _ last: Int, dimension: Int, load: (Int) -> Int) -> Int {
        func part(_ amount: Load) -> Int { amount.isEmpty ? 0 : amount[dimension] }
        let (brought, taken, carried) = (part(task.delivery), part(task.pickup), part(task.amount))
        var peak = 0
        for moment in 0...host.stops.count {
            let before = moment <= first ? brought : 0
            let after = moment >= first ? taken : 0
            let between = moment >= first && moment <= last ? carried : 0
            peak = max(peak, load(moment) + max(before, after) + between)
        }
        return peak
    }
}

extension InsertionScore {
    /// Counts one more broken rule.
    mutating func add(_ breach: Breach, capacity: Int = 1) {
        rules += 1
        weight += breach.weight(capacity: capacity)
    }
}

extension [ProbedStop] {
    fileprivate init(_ visits: [Job], by type: String) {
        self = visits.map { ProbedStop($0, by: type) }
    }
}
