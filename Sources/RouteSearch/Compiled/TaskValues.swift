import VehicleRouting

/// What `TaskTable` holds, worked out task by task: jobs first, then the halves of each shipment, then reloads.
struct TaskValues {
    /// The problem's tasks, in the order of the table.
    let references: [TaskReference]
    /// What is visited for each.
    let visits: [Job]
    /// What leaving each out costs; nil where it must be served.
    let prices: [Cost?]
    private let problem: Problem
    private let clock: SearchClock
    private let ticksPerUnit: Int64
    private let reloads: ReloadTable
    /// The passive box (index) of each job.
    private let boxes: [Int?]

    init(
        _ problem: Problem,
        clock: SearchClock,
        ticksPerUnit: Int64,
        _ reloads: ReloadTable,
        boxes: [Int?]
    ) {
        references = problem.tasksInTables
        visits = references.map(problem.visit)
        prices = references.map(problem.leaveOutPrice)
        self.problem = problem
        self.clock = clock
        self.ticksPerUnit = ticksPerUnit
        self.reloads = reloads
        self.boxes = boxes
    }

    /// A value for each task (index), then one for each reload by its depot's place in `reloads.depots`.
    func slab<Value>(_ value: (Int) -> Value, reload: (Int) -> Value) -> Slab<Value> {
        Slab(reloads.extend(references.indices.map(value), by: reload))
    }

    var windows: [[(opens: Int32, closes: Int32)]] {
        reloads.extend(visits.map(clock.openings)) { reloads.windows[$0] }
    }

    /// Service seconds by a class of vehicles.
    func service(by type: String) -> [Int32] {
        reloads.extend(visits.map { Int32($0.service(by: type)) }) { reloads.loading[$0] }
    }

    func setup(by type: String) -> [Int32] {
        reloads.extend(visits.map { Int32($0.setup(by: type)) }) { _ in 0 }
    }

    func release(_ task: Int) -> Int32 {
        guard case .job(let index) = references[task], !problem.jobs[index].delivery.isNothing else {
            return .min
        }
        let release = problem.release(of: Visit(references[task], box: boxes[index]))
        return release > 0 ? clock.time(release) : .min
    }

    func lateRate(_ task: Int) -> Int64 {
        Int64((visits[task].due?.latePerHour ?? 0) * Cost.ticksPerSecond) / ticksPerUnit
    }

    /// Empty where nothing decays.
    var decay: [DecayTerms] {
        let decays = visits.map { DecayTerms($0.due?.decay, ticksPerUnit: ticksPerUnit) }
        guard decays.contains(where: { $0.halfLife > 0 }) else { return [] }
        return reloads.extend(decays) { _ in DecayTerms(nil, ticksPerUnit: 1) }
    }

    var changes: [(unloaded: Load, loaded: Load)] {
        reloads.extend(references.map(problem.loadChange)) { _ in (unloaded: [], loaded: []) }
    }

    func partner(_ task: Int) -> Int32 {
        let jobs = problem.jobs.count
        return task < jobs ? -1 : Int32((task - jobs) ^ 1) + Int32(jobs)
    }

    func weight(_ task: Int) -> Int64 {
        guard prices[task] == nil else { return 0 }
        return 1 + Int64(problem.importance(of: references[task]).priority) * Int64(references.count + 1)
    }

    /// For each label the regimes that goods with it may travel in, one bit each.
    var regimeMasks: [UInt64] {
        problem.regimes.map { label in
            problem.regimes.enumerated().reduce(UInt64(0)) { mask, regime in
                label.accepts(regime.element) ? mask | 1 << UInt64(regime.offset) : mask
            }
        }
    }

    /// Which tasks a vehicle may do, and at which depots it may load again.
    func allowed(_ vehicle: Vehicle) -> [Bool] {
        let may = references.map { reference in
            if case .job(let job) = reference, boxes[job] == nil, !problem.jobs[job].boxes.isEmpty {
                return false
            }
            return problem.mayDo(reference, vehicle: vehicle)
        }
        return reloads.extend(may) { vehicle.reloadDepots.contains(reloads.depots[$0]) }
    }

    /// Which goods may come from which depot; only where goods tied to a depot meet vehicles that load at several.
    var origins: [Bool] {
        guard problem.hasTiedGoods, reloads.count > 0 else { return [] }
        return (problem.depots.indices.map { $0 } + [nil]).flatMap { depot in
            references.map { problem.mayComeFrom(depot, $0) }
        }
    }
}

extension Problem {
    /// All tasks in the order of the search's tables: jobs, then both halves of each shipment.
    var tasksInTables: [TaskReference] {
        jobs.indices.map(TaskReference.job)
            + shipments.indices.flatMap { [TaskReference.pickup($0), .delivery($0)] }
    }
}
