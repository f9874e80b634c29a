internal import VehicleRouting

/// A stop with what the probe needs of it.
struct ProbedStop {
    let location: Int
    let windows: [TimeWindow]
    let setup: Seconds
    let service: Seconds

    init(_ visit: Job, by type: String) {
        location = visit.location
        windows = visit.openings
        setup = visit.setup(by: type)
        service = visit.service(by: type)
    }
}

/// A task to be inserted.
struct ProbedTask {
    let reference: TaskReference
    /// The visits: one for a job, pickup and delivery for a shipment.
    let visits: [Job]
    /// What a job brings from the start of the route, takes to its end, and a shipment carries in between.
    let delivery: Load
    let pickup: Load
    let amount: Load
    let release: Seconds
    let label: Int?
    /// The box that holds longest of those that are left; nil for goods without one, and where none is left.
    let box: Int?
    /// The type of box of which the fewest are missing, and how many, where none is left.
    let missingBox: BoxNeed?

    /// A task beside what `plan` does, which may use up the boxes.
    init(_ reference: TaskReference, beside plan: Plan = Plan(), in problem: Problem) {
        self.reference = reference
        let boxes = BoxChoice(problem, beside: plan)
        box = boxes.longestHolding(for: reference)
        missingBox = box == nil ? boxes.shortage(for: reference) : nil
        label = problem.regime(reference)
        switch reference {
        case .job(let index):
            let job = problem.jobs[index]
            visits = [job]
            delivery = job.delivery
            pickup = job.pickup
            amount = []
            release = problem.release(of: Visit(reference, box: box))
        case .pickup(let index), .delivery(let index):
            visits = [problem.shipments[index].pickup, problem.shipments[index].delivery]
            delivery = []
            pickup = []
            amount = problem.shipments[index].amount
            release = 0
        }
    }

    /// The task's own stops, in order.
    var references: [TaskReference] {
        switch reference {
        case .job: [reference]
        case .pickup(let index), .delivery(let index): [.pickup(index), .delivery(index)]
        }
    }
}

/// A route of the plan in the form the probe reads: stops, loads and labels looked up once.
struct ProbedRoute {
    private(set) var route: Route
    let evaluation: RouteEvaluation
    let stops: [ProbedStop]
    /// Labels (indices of regimes) of the goods in each compartment.
    let labels: [[Int]]
    /// The earliest departure of the route as it is, before the depot's hours.
    let earliest: Seconds
    let departureGates: [TimeWindow]
    let returnGates: [TimeWindow]
    /// What is on board in all at each moment, per dimension.
    let totals: [Load]
    /// How early each stop can be left, and how late it may be.
    let ahead: RouteAhead
    /// What is on board before and behind each stop at most.
    let peaks: LoadPeaks

    init(_ route: Route, in problem: Problem) {
        let vehicle = problem.vehicles[route.vehicle]
        self.route = route
        evaluation = RouteEvaluation(route, at: 0, in: problem)
        stops = route.visits.map { ProbedStop(problem.visit($0.task), by: vehicle.type) }
        var labels = vehicle.effectiveCompartments.map { _ in [Int]() }
        var earliest = vehicle.shift.opens
        if let depot = vehicle.startDepot { earliest += problem.depots[depot].loading }
        earliest += evaluation.schedule.preparation
        for visit in route.visits {
            if let label = problem.regime(visit.task) { labels[visit.compartment].append(label) }
            earliest = max(earliest, problem.release(of: visit))
        }
        self.labels = labels
        self.earliest = earliest
        departureGates = vehicle.startDepot.map { problem.depots[$0].timeWindows } ?? []
        returnGates = vehicle.endDepot.map { problem.depots[$0].timeWindows } ?? []
        totals = evaluation.loads.map { moment in
            moment.reduce(into: Load(repeating: 0, count: problem.dimensions.count)) { $0.add($1) }
        }
        ahead = RouteAhead(
            stops,
            of: vehicle,
            matrix: problem.matrices[vehicle.profile] ?? TravelMatrix(size: 0, durations: []),
            leaving: departureGates.nextOpening(at: earliest) ?? earliest,
            returnGates: returnGates
        )
        peaks = LoadPeaks(evaluation, totals: totals, of: vehicle, dimensions: problem.dimensions.count)
    }

    /// Whether it is a single trip without rests and preparation, at the same speed all day, so that times, loads and roads before and behind a
    /// place follow from the stops alone.
    func isPlain(in problem: Problem) -> Bool {
        let vehicle = problem.vehicles[route.vehicle]
        let isPrepared =
            !problem.cleaning.isEmpty || vehicle.compartments.contains { !$0.changeovers.isEmpty }
        return vehicle.workRule == nil && route.steps.count == stops.count && !isPrepared
            && problem.matrices[vehicle.profile]?.speeds.isEmpty != false
    }

    /// The promises it breaks as it is; a vehicle that stays in the yard breaks none.
    var violations: [Violation] {
        stops.isEmpty ? [] : evaluation.violations
    }

    /// The same empty route by another vehicle of the class.
    func driven(by vehicle: Int) -> ProbedRoute {
        var other = self
        other.route.vehicle = vehicle
        return other
    }
}
