/// Everything that follows from one route: times, loads, costs and broken promises.
public struct RouteEvaluation: Hashable, Sendable {
    /// When everything happens.
    public var schedule: RouteSchedule
    /// What is on board when leaving the start and after each step: `[moment][compartment][dimension]`.
    public var loads: [[Load]]
    /// What the route costs, by cause.
    public var ledger: CostLedger
    /// The promises it breaks.
    public var violations: [Violation]

    /// Evaluates the route at `index` of `plan`; O(steps × (windows + compartments × dimensions)).
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
        violations += restViolations(of: route, at: index, in: problem)
        violations += coldChainViolations(of: route, at: index, in: problem)
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
        let compartments = problem.vehicles[route.vehicle].effectiveCompartments
        let nothing = Load(repeating: 0, count: problem.dimensions.count)
        let empty = [Load](repeating: nothing, count: compartments.count)
        func loaded(for trip: Trip, onTopOf aboard: [Load]) -> [Load] {
            var loads = aboard
            for visit in trip.visits {
                if case .job(let job) = visit.task {
                    loads[visit.compartment].add(problem.jobs[job].delivery)
                }
            }
            return loads
        }
        var trips = route.trips[...]
        var current = empty
        for (index, compartment) in compartments.enumerated() { current[index].add(compartment.ballast) }
        if let first = trips.popFirst() { current = loaded(for: first, onTopOf: current) }
        var moments = [current]
        for step in route.steps {
            switch step {
            case .visit(let visit):
                let change = problem.loadChange(visit.task)
                current[visit.compartment].add(change.unloaded, times: -1)
                current[visit.compartment].add(change.loaded)
            case .reload: current = trips.popFirst().map { loaded(for: $0, onTopOf: empty) } ?? empty
            case .rest: break
            }
            moments.append(current)
        }
        return moments
    }

    /// What is on board after the visit at `position`, counted from 0 among the visits: `[compartment][dimension]`.
    public func loads(afterVisit position: Int) -> [Load] {
        let places = schedule.steps.indices.filter { schedule.steps[$0].role == .visit }
        return loads[places[position] + 1]
    }

    /// The places the vehicle goes to, in order, start and end included as far as they are known.
    private static func places(of route: Route, in problem: Problem) -> [Int] {
        let vehicle = problem.vehicles[route.vehicle]
        let between = route.steps.map { step -> Int? in
            switch step {
            case .visit(let visit): problem.visit(visit.task).location
            case .reload(let reload): problem.depots[reload.depot].location
            case .rest: nil
            }
        }
        return ([vehicle.start] + between + [vehicle.end]).compactMap { $0 }
    }

    private static func ledger(of route: Route, schedule: RouteSchedule, in problem: Problem) -> CostLedger {
        let vehicle = problem.vehicles[route.vehicle]
        let costs = vehicle.costs
        var ledger = CostLedger()
        ledger.fixed = Cost(wireUnits: costs.fixed)
        if let arcs = problem.matrices[vehicle.profile], !arcs.costs.isEmpty {
            let known = places(of: route, in: problem)
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
        for (visit, stop) in zip(route.visits, schedule.stops) {
            guard let due = problem.visit(visit.task).due else { continue }
            ledger.lateness += due.cost(of: stop.tardiness)
        }
        return ledger
    }
}
