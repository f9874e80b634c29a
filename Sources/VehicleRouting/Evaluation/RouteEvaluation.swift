/// Everything that follows from one route: times, loads, costs and broken promises.
public struct RouteEvaluation: Hashable, Sendable {
    /// When everything happens.
    public var schedule: RouteSchedule
    /// What is on board when leaving the start and after each visit: `[moment][compartment][dimension]`.
    public var loads: [[Load]]
    /// What the route costs, by cause.
    public var ledger: CostLedger
    /// The promises it breaks.
    public var violations: [Violation]

    /// Evaluates the route at `index` of `plan`; O(visits × (windows + compartments × dimensions)).
    public init(_ route: Route, at index: Int, in problem: Problem) {
        schedule = RouteSchedule(route, in: problem)
        loads = RouteEvaluation.loads(of: route, in: problem)
        ledger = RouteEvaluation.ledger(of: route, schedule: schedule, in: problem)
        violations = []
        violations += timeViolations(of: route, at: index, in: problem)
        violations += loadViolations(of: route, at: index, in: problem)
        violations += permissionViolations(of: route, at: index, in: problem)
        violations += limitViolations(of: route, at: index, in: problem)
        violations += precedenceViolations(of: route, at: index, in: problem)
    }

    /// The greatest load of each compartment over the route, dimension by dimension.
    public var peakLoads: [Load] {
        guard var peak = loads.first else { return [] }
        for moment in loads.dropFirst() {
            for compartment in peak.indices {
                peak[compartment] = zip(peak[compartment], moment[compartment]).map { Swift.max($0, $1) }
            }
        }
        return peak
    }

    private static func loads(of route: Route, in problem: Problem) -> [[Load]] {
        let compartments = problem.vehicles[route.vehicle].effectiveCompartments.count
        let nothing = Load(repeating: 0, count: problem.dimensions.count)
        var current = [Load](repeating: nothing, count: compartments)
        for visit in route.visits {
            if case .job(let job) = visit.task { current[visit.compartment].add(problem.jobs[job].delivery) }
        }
        var moments = [current]
        for visit in route.visits {
            let change = problem.loadChange(visit.task)
            current[visit.compartment].add(change.unloaded, times: -1)
            current[visit.compartment].add(change.loaded)
            moments.append(current)
        }
        return moments
    }

    private static func ledger(of route: Route, schedule: RouteSchedule, in problem: Problem) -> CostLedger {
        let vehicle = problem.vehicles[route.vehicle]
        let costs = vehicle.costs
        var ledger = CostLedger()
        ledger.fixed = Cost(wireUnits: costs.fixed)
        if let arcs = problem.matrices[vehicle.profile], !arcs.costs.isEmpty {
            let places =
                [vehicle.start] + route.visits.map { problem.visit($0.task).location } + [vehicle.end]
            let known = places.compactMap { $0 }
            ledger.driving = zip(known, known.dropFirst()).reduce(Cost.zero) { sum, leg in
                sum + Cost(wireUnits: arcs.arcCost(from: leg.0, to: leg.1) ?? 0)
            }
        } else {
            ledger.distance = Cost(ticks: schedule.distance * costs.perKilometre * Cost.ticksPerMetre)
            ledger.driving = Cost(ticks: schedule.travelTime * costs.perHour * Cost.ticksPerSecond)
        }
        ledger.tasks = Cost(ticks: schedule.taskTime * costs.perTaskHour * Cost.ticksPerSecond)
        ledger.waiting = Cost(ticks: schedule.waitingTime * costs.perWaitHour * Cost.ticksPerSecond)
        ledger.stops = Cost(wireUnits: schedule.stops.count { $0.isHalt } * costs.perStop)
        if let normal = costs.overtimeAfter {
            let overtime = max(schedule.duration - normal, 0)
            ledger.overtime = Cost(ticks: overtime * costs.overtimePerHour * Cost.ticksPerSecond)
        }
        return ledger
    }
}
