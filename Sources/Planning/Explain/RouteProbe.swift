internal import VehicleRouting

/// Scores the ways to insert one task into one route.
///
/// Delays, loads, driving and distance are exact; the length of the route, which needs its latest departure, is taken
/// without waiting.  `RouteEvaluation` has the last word.
struct RouteProbe {
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
        let probed = problem.vehicles[host.route.vehicle]
        vehicle = probed
        matrix = problem.matrices[vehicle.profile] ?? TravelMatrix(size: 0, durations: [])
        compartments = vehicle.effectiveCompartments
        own = [ProbedStop](task.visits, by: vehicle.type)
        var rules = problem.skills(task.reference).subtracting(vehicle.skills).count
        if let allowed = problem.allowedVehicles(task.reference), !allowed.contains(vehicle.id) { rules += 1 }
        if let origins = problem.origins(of: task.reference) {
            let depots = host.route.trips.compactMap { $0.depot(of: probed) }
            rules += depots.contains(where: origins.contains) ? 0 : 1
        }
        fixedRules = rules
        let count = host.stops.count + own.count
        extraTasks = vehicle.maxTasks.map { max(count - $0, 0) } ?? 0
    }

    /// A compartment for the goods, with the regimes the compartments then run.
    struct Place {
        let compartment: Int
        let regimes: [Int?]
        /// Whether the compartment keeps the goods' label.
        let isKept: Bool
    }

    /// Where the goods may travel: compartments that keep the label, or can be switched to it without harm to what is in
    /// them; all compartments, and `isKept` false, when there is none.
    func places(in problem: Problem) -> [Place] {
        places(regimes: host.route.regimes, labels: host.labels, in: problem)
    }

    /// The same on a trip that runs `regimes` and carries goods of these labels (indices of regimes) in each compartment.
    func places(regimes: [Int?], labels others: [[Int]], in problem: Problem) -> [Place] {
        let unchanged = compartments.indices.map {
            Place(compartment: $0, regimes: regimes, isKept: task.label == nil)
        }
        guard let label = task.label else { return unchanged }
        let labels = problem.regimes[label]
        let kept = compartments.indices.compactMap { index -> Place? in
            let current = regimes.indices.contains(index) ? regimes[index] : nil
            let others = others[index].map { problem.regimes[$0] }
            let choices = [current].compactMap { $0 } + (compartments[index].regimes ?? [])
            let choice = choices.first { regime in
                labels.accepts(problem.regimes[regime])
                    && others.allSatisfy { $0.accepts(problem.regimes[regime]) }
            }
            guard let choice else { return nil }
            var switched = regimes
            switched[index] = choice
            return Place(compartment: index, regimes: switched, isKept: true)
        }
        return kept.isEmpty ? unchanged : kept
    }

    /// How broken the route is, loads and regimes aside, with the task before stop `first` and a shipment's delivery
    /// before stop `last`.
    func drive(_ first: Int, _ last: Int) -> InsertionScore {
        var score = InsertionScore(rules: fixedRules, weight: Double(fixedRules))
        if extraTasks > 0 { score.add(Breach(code: .maxTasks, amount: extraTasks)) }
        var drive = ProbeDrive(vehicle, matrix)
        drive.leave(at: max(host.earliest, task.release), through: host.departureGates)
        for index in 0...host.stops.count {
            if index == first { drive.serve(own[0]) }
            if index == last, own.count == 2 { drive.serve(own[1]) }
            if index < host.stops.count { drive.serve(host.stops[index]) }
        }
        drive.end(through: host.returnGates)
        func judge(_ code: ReasonCode, _ value: Int, _ limit: Int?) {
            if let limit, value > limit { score.add(Breach(code: code, amount: value - limit)) }
        }
        judge(.timeWindow, drive.late, 0)
        judge(.shift, drive.endLate, 0)
        judge(.maxTravelTime, drive.travel, vehicle.maxTravelTime)
        judge(.maxDistance, drive.metres, vehicle.maxDistance)
        judge(.maxDuration, drive.travel + drive.working, vehicle.maxDuration)
        let before = host.evaluation.schedule
        score.cost = (drive.metres - before.distance) * vehicle.costs.perKilometre * Cost.ticksPerMetre
        score.cost += (drive.travel - before.travelTime) * vehicle.costs.perHour * Cost.ticksPerSecond
        return score
    }

    /// Adds to `driven` a regime that is not kept, and what is too much on board, per dimension, in the compartment or
    /// in the whole vehicle.
    func load(_ first: Int, _ last: Int, place: Place, driven: InsertionScore) -> InsertionScore {
        let compartment = place.compartment
        var score = driven
        if !place.isKept {
            score.rules += 1
            score.weight += 1
        }
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
        return score
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
