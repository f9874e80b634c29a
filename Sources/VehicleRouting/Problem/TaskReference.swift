/// One thing to do at a stop: a job, or one half of a shipment.
///
/// Numbers are indices into the problem.
public enum TaskReference: Hashable, Sendable {
    /// The job at this index.
    case job(Int)
    /// The pickup of the shipment at this index.
    case pickup(Int)
    /// The delivery of the shipment at this index.
    case delivery(Int)
}

extension TaskReference {
    /// Both halves of the shipment it belongs to; a job by itself.
    public var halves: [TaskReference] {
        switch self {
        case .job: [self]
        case .pickup(let index), .delivery(let index): [.pickup(index), .delivery(index)]
        }
    }

    /// The task with which the goods are handed over: the delivery of the shipment it belongs to; a job itself.
    public var handOver: TaskReference {
        switch self {
        case .job: self
        case .pickup(let index), .delivery(let index): .delivery(index)
        }
    }
}

extension Problem {
    /// One task for each order, in the order of the problem: the jobs, and shipments by their pickups.
    public var orders: [TaskReference] {
        jobs.indices.map(TaskReference.job) + shipments.indices.map(TaskReference.pickup)
    }

    /// The visit behind a task: its place, times and windows.
    public func visit(_ task: TaskReference) -> Job {
        switch task {
        case .job(let index): jobs[index]
        case .pickup(let index): shipments[index].pickup
        case .delivery(let index): shipments[index].delivery
        }
    }

    /// The skills a vehicle needs for a task.
    public func skills(_ task: TaskReference) -> Set<Identifier> {
        switch task {
        case .job(let index): jobs[index].skills
        case .pickup(let index), .delivery(let index): shipments[index].skills
        }
    }

    /// The regime that a compartment must keep for the goods of a task; nil for goods that travel at any temperature, and
    /// for those in a passive box, which keeps it for them.
    public func regime(_ task: TaskReference) -> Int? {
        switch task {
        case .job(let index): jobs[index].boxes.isEmpty ? jobs[index].regime : nil
        case .pickup(let index), .delivery(let index): shipments[index].regime
        }
    }

    /// The vehicles (ids) that may do a task, which for goods on board is at most the one they are on; nil means all.
    public func allowedVehicles(_ task: TaskReference) -> Set<Identifier>? {
        switch task {
        case .job(let index):
            guard let vehicle = jobs[index].aboard?.vehicle else { return jobs[index].allowedVehicles }
            return jobs[index].allowedVehicles?.intersection([vehicle]) ?? [vehicle]
        case .pickup(let index), .delivery(let index): return shipments[index].allowedVehicles
        }
    }

    /// The carriers (ids) that may not have a task.
    public func excludedCarriers(_ task: TaskReference) -> Set<Identifier> {
        switch task {
        case .job(let index): jobs[index].excludedCarriers
        case .pickup(let index), .delivery(let index): shipments[index].excludedCarriers
        }
    }

    /// The compartment (id) that the goods of a task are in already; nil while they are still to be loaded.
    public func boundCompartment(_ task: TaskReference) -> Identifier? {
        if case .job(let index) = task { jobs[index].aboard?.compartment } else { nil }
    }

    /// What a task changes on board: `unloaded` leaves the vehicle there, `loaded` comes aboard.
    public func loadChange(_ task: TaskReference) -> (unloaded: Load, loaded: Load) {
        switch task {
        case .job(let index): (jobs[index].delivery, jobs[index].pickup)
        case .pickup(let index): ([], shipments[index].amount)
        case .delivery(let index): (shipments[index].amount, [])
        }
    }
}
