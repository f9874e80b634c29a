/// A written route with its names looked up in the problem.
///
/// The checker shares no code with `PlanEvaluation`, so this gathers by itself what a task asks for.
struct ReadRoute {
    /// Position in the written plan.
    let index: Int
    let vehicle: Vehicle
    /// The vehicle's compartments; a body without any counts as one without temperature control.
    let compartments: [Compartment]
    /// The trips, one more than there are reloads.
    var trips: [ReadTrip]
    var steps: [ReadStep]
    let written: WrittenRoute

    /// The tasks that are done.
    var stops: [ReadTask] {
        steps.compactMap { if case .task(let task) = $0 { task } else { nil } }
    }
}

/// What is driven with one load.
struct ReadTrip {
    /// Index of the depot where it is loaded; nil when the vehicle does not start at one.
    var depot: Int?
    /// The regime (index) each compartment runs; nil for off.
    var regimes: [Int?]
}

/// Something that happens between start and end.
enum ReadStep {
    case task(ReadTask)
    /// Loading at a depot (index); `step` is its place in the file.
    case reload(depot: Int, step: Int)
    case rest(ReadRest)

    /// Its place in the file.
    var step: Int {
        switch self {
        case .task(let task): task.step
        case .reload(_, let step): step
        case .rest(let rest): rest.step
        }
    }
}

/// A rest of the driver.
struct ReadRest {
    /// Index into the vehicle's breaks; nil for a rest that the work rule asks for.
    let number: Int?
    let seconds: Int
    /// When it may begin; none means at any time.
    let windows: [TimeWindow]
    /// Index of the step it was read from.
    let step: Int
}

/// A task with everything the problem says about it.
struct ReadTask {
    let task: TaskReference
    /// `job 17`, for people.
    let name: String
    let visit: Job
    let unloads: Load
    let loads: Load
    let skills: Set<Identifier>
    let regime: Regime?
    let allowedVehicles: Set<Identifier>?
    /// Where the goods are already; nil while they are still to be loaded.
    let aboard: Aboard?
    /// Carriers that may not have it.
    let excludedCarriers: Set<Identifier>
    let depots: Set<Int>
    let priority: Int
    let price: Cost?
    let handling: Handling
    /// The longest time on the way, box aside: of a job from loading, of a delivery from its pickup.
    let limit: Seconds?
    /// The type of passive box its goods travel in; nil for none.
    var box: BoxType?
    /// Index of the compartment its goods travel in.
    var compartment = 0
    /// Index of the step it was read from.
    var step = 0
    /// Index of the trip it is on.
    var trip = 0

    /// Whether the vehicle brings goods for it from where it starts.
    var isBroughtFromDepot: Bool {
        if case .job = task { unloads.contains { $0 != 0 } } else { false }
    }
}

/// Looks up the names of a written plan.
struct PlanReader {
    let problem: Problem
    private let vehicles: [Identifier: Int]
    private let tasks: [TaskName: TaskReference]
    private let carriers: [Identifier: Int]
    private let regimes: [Identifier: Int]

    /// A task as files name it.
    private struct TaskName: Hashable {
        let kind: WrittenStepKind
        let id: Identifier
    }

    init(_ problem: Problem) {
        self.problem = problem
        func index(_ ids: [Identifier]) -> [Identifier: Int] {
            Dictionary(zip(ids, ids.indices)) { first, _ in first }
        }
        vehicles = index(problem.vehicles.map(\.id))
        carriers = index(problem.carriers.map(\.id))
        regimes = index(problem.regimes.map(\.id))
        var tasks: [TaskName: TaskReference] = [:]
        for (index, job) in problem.jobs.enumerated() {
            tasks[TaskName(kind: .job, id: job.id)] = .job(index)
        }
        for (index, shipment) in problem.shipments.enumerated() {
            tasks[TaskName(kind: .pickup, id: shipment.pickup.id)] = .pickup(index)
            tasks[TaskName(kind: .delivery, id: shipment.delivery.id)] = .delivery(index)
        }
        self.tasks = tasks
    }

    func carrier(_ id: Identifier) -> Int? {
        carriers[id]
    }

    func vehicle(_ id: Identifier) -> Int? {
        vehicles[id]
    }

    /// The task that a file calls `kind` `id`, or nil.
    func task(_ kind: WrittenStepKind, _ id: Identifier?) -> ReadTask? {
        guard let id, let reference = tasks[TaskName(kind: kind, id: id)] else { return nil }
        return task(reference)
    }

    /// Everything the problem says about a task.
    func task(_ reference: TaskReference) -> ReadTask {
        switch reference {
        case .job(let index):
            let job = problem.jobs[index]
            return ReadTask(
                task: reference,
                name: "job \(job.id)",
                visit: job,
                unloads: job.delivery,
                loads: job.pickup,
                skills: job.skills,
                // A box keeps the regime for its compartment.
                regime: job.boxes.isEmpty ? job.regime.map { problem.regimes[$0] } : nil,
                allowedVehicles: job.allowedVehicles,
                aboard: job.aboard,
                excludedCarriers: job.excludedCarriers,
                depots: job.depots,
                priority: job.priority,
                price: job.unassignedCost,
                handling: job.handling,
                limit: job.holdTime
            )
        case .pickup(let index), .delivery(let index):
            let shipment = problem.shipments[index]
            let isPickup = reference == .pickup(index)
            let visit = isPickup ? shipment.pickup : shipment.delivery
            return ReadTask(
                task: reference,
                name: "\(isPickup ? "pickup" : "delivery") \(visit.id)",
                visit: visit,
                unloads: isPickup ? [] : shipment.amount,
                loads: isPickup ? shipment.amount : [],
                skills: shipment.skills,
                regime: shipment.regime.map { problem.regimes[$0] },
                allowedVehicles: shipment.allowedVehicles,
                aboard: nil,
                excludedCarriers: shipment.excludedCarriers,
                depots: [],
                priority: shipment.priority,
                price: shipment.unassignedCost,
                handling: shipment.handling,
                limit: isPickup ? nil : shipment.maxTimeOnBoard
            )
        }
    }

    /// Looks up the names of one route; nil with findings when some are unknown.
    func read(_ route: WrittenRoute, at index: Int, findings: inout [CheckFinding]) -> ReadRoute? {
        let place = CheckFinding.Place(route: index)
        guard let vehicle = vehicles[route.vehicle].map({ problem.vehicles[$0] }) else {
            findings.append(
                CheckFinding(.unknownVehicle, at: place, subject: "there is no vehicle \(route.vehicle)")
            )
            return nil
        }
        let before = findings.count
        var none = Compartment(id: "body", capacity: vehicle.capacity, regimes: nil)
        none.ballast = vehicle.ballast
        let compartments = vehicle.compartments.isEmpty ? [none] : vehicle.compartments
        var read = ReadRoute(
            index: index,
            vehicle: vehicle,
            compartments: compartments,
            trips: [],
            steps: [],
            written: route
        )
        addTrip(from: vehicle.startDepot, route.compartments, to: &read, findings: &findings)
        setSteps(of: &read, findings: &findings)
        return findings.count == before ? read : nil
    }

    private func addTrip(
        from depot: Int?,
        _ setting: [WrittenCompartment],
        to route: inout ReadRoute,
        findings: inout [CheckFinding]
    ) {
        let place = CheckFinding.Place(route: route.index)
        var trip = ReadTrip(depot: depot, regimes: Array(repeating: nil, count: route.compartments.count))
        for stated in setting {
            guard let compartment = route.compartments.firstIndex(where: { $0.id == stated.id }) else {
                let subject = "vehicle \(route.vehicle.id) has no compartment \(stated.id)"
                findings.append(CheckFinding(.unknownCompartment, at: place, subject: subject))
                continue
            }
            guard let id = stated.regime else { continue }
            guard let regime = regimes[id] else {
                let subject = "there is no regime \(id)"
                findings.append(CheckFinding(.unknownRegime, at: place, subject: subject))
                continue
            }
            trip.regimes[compartment] = regime
        }
        route.trips.append(trip)
    }

    private func setSteps(of route: inout ReadRoute, findings: inout [CheckFinding]) {
        let steps = route.written.steps
        let ends = steps.indices.filter { steps[$0].kind == .start || steps[$0].kind == .end }
        guard steps.count >= 2, steps.first?.kind == .start, steps.last?.kind == .end, ends.count == 2 else {
            findings.append(
                CheckFinding(
                    .brokenSteps,
                    at: CheckFinding.Place(route: route.index),
                    subject: "the steps must be one start, what is done, and one end"
                )
            )
            return
        }
        for (index, step) in steps.enumerated().dropFirst().dropLast() {
            let place = CheckFinding.Place(route: route.index, step: index)
            if step.kind == .reload {
                addReload(step, at: index, to: &route, findings: &findings)
                continue
            }
            if step.kind == .rest {
                addRest(step, at: index, to: &route, findings: &findings)
                continue
            }
            guard var stop = task(step.kind, step.id) else {
                let name = "\(step.kind.rawValue) \(step.id.map { "\($0)" } ?? "without id")"
                findings.append(CheckFinding(.unknownTask, at: place, subject: "there is no \(name)"))
                continue
            }
            stop.step = index
            stop.trip = route.trips.count - 1
            if let id = step.compartment {
                stop.compartment = route.compartments.firstIndex { $0.id == id } ?? -1
            } else {
                stop.compartment = route.compartments.count == 1 ? 0 : -1
            }
            if stop.compartment < 0 {
                let subject =
                    step.compartment.map { "vehicle \(route.vehicle.id) has no compartment \($0)" }
                    ?? "vehicle \(route.vehicle.id) has several compartments and none is named"
                findings.append(CheckFinding(.unknownCompartment, at: place, subject: subject))
            }
            if let id = step.box {
                stop.box = problem.boxTypes.first { $0.id == id }
                if stop.box == nil {
                    let subject = "there is no box type \(id)"
                    findings.append(CheckFinding(.unknownBox, at: place, subject: subject))
                }
            }
            route.steps.append(.task(stop))
        }
    }

    private func addReload(
        _ step: WrittenStep,
        at index: Int,
        to route: inout ReadRoute,
        findings: inout [CheckFinding]
    ) {
        guard let depot = problem.depots.firstIndex(where: { $0.id == step.depot }) else {
            let subject = step.depot.map { "there is no depot \($0)" } ?? "a reload names no depot"
            let place = CheckFinding.Place(route: route.index, step: index)
            findings.append(CheckFinding(.unknownTask, at: place, subject: subject))
            return
        }
        addTrip(from: depot, step.compartments, to: &route, findings: &findings)
        route.steps.append(.reload(depot: depot, step: index))
    }

    private func addRest(
        _ step: WrittenStep,
        at index: Int,
        to route: inout ReadRoute,
        findings: inout [CheckFinding]
    ) {
        guard let id = step.id else {
            if step.service < 0 {
                let place = CheckFinding.Place(route: route.index, step: index)
                let subject = "a rest takes \(step.service) s"
                findings.append(CheckFinding(.unknownTask, at: place, subject: subject))
                return
            }
            route.steps.append(
                .rest(ReadRest(number: nil, seconds: step.service, windows: [], step: index))
            )
            return
        }
        guard let number = route.vehicle.breaks.firstIndex(where: { $0.id == id }) else {
            let subject = "vehicle \(route.vehicle.id) has no break \(id)"
            let place = CheckFinding.Place(route: route.index, step: index)
            findings.append(CheckFinding(.unknownTask, at: place, subject: subject))
            return
        }
        let rest = route.vehicle.breaks[number]
        route.steps.append(
            .rest(ReadRest(number: number, seconds: rest.service, windows: rest.timeWindows, step: index))
        )
    }
}
