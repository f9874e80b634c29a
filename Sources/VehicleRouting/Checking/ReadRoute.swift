/// A written route with its names looked up in the problem.
///
/// The checker shares no code with `PlanEvaluation`, so this gathers by itself what a task asks for.
struct ReadRoute {
    /// Position in the written plan.
    let index: Int
    let vehicle: Vehicle
    /// The vehicle's compartments; a body without any counts as one without temperature control.
    let compartments: [Compartment]
    /// The regime (index) each compartment runs; nil for off.
    var regimes: [Int?]
    var stops: [ReadTask]
    let written: WrittenRoute
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
    let depots: Set<Int>
    let priority: Int
    let price: Cost?
    /// Index of the compartment its goods travel in.
    var compartment = 0
    /// Index of the step it was read from.
    var step = 0

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
                regime: job.regime.map { problem.regimes[$0] },
                allowedVehicles: job.allowedVehicles,
                depots: job.depots,
                priority: job.priority,
                price: job.unassignedCost
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
                depots: [],
                priority: shipment.priority,
                price: shipment.unassignedCost
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
        let none = Compartment(id: "body", capacity: vehicle.capacity, regimes: nil)
        let compartments = vehicle.compartments.isEmpty ? [none] : vehicle.compartments
        var read = ReadRoute(
            index: index,
            vehicle: vehicle,
            compartments: compartments,
            regimes: Array(repeating: nil, count: compartments.count),
            stops: [],
            written: route
        )
        setRegimes(of: &read, findings: &findings)
        setStops(of: &read, findings: &findings)
        return findings.count == before ? read : nil
    }

    private func setRegimes(of route: inout ReadRoute, findings: inout [CheckFinding]) {
        let place = CheckFinding.Place(route: route.index)
        for stated in route.written.compartments {
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
            route.regimes[compartment] = regime
        }
    }

    private func setStops(of route: inout ReadRoute, findings: inout [CheckFinding]) {
        let steps = route.written.steps
        let ends = steps.indices.filter { steps[$0].kind == .start || steps[$0].kind == .end }
        guard steps.count >= 2, steps.first?.kind == .start, steps.last?.kind == .end, ends.count == 2 else {
            findings.append(
                CheckFinding(
                    .brokenSteps,
                    at: CheckFinding.Place(route: route.index),
                    subject: "the steps must be one start, the tasks, and one end"
                )
            )
            return
        }
        for (index, step) in steps.enumerated().dropFirst().dropLast() {
            let place = CheckFinding.Place(route: route.index, step: index)
            guard var stop = task(step.kind, step.id) else {
                let name = "\(step.kind.rawValue) \(step.id.map { "\($0)" } ?? "without id")"
                findings.append(CheckFinding(.unknownTask, at: place, subject: "there is no \(name)"))
                continue
            }
            stop.step = index
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
            route.stops.append(stop)
        }
    }
}
