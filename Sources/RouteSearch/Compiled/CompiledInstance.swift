import VehicleRouting

/// The problem as flat integer arrays; built once, read by every thread, never changed.
///
/// Tasks are numbered from 0: the jobs in their order, then pickup and delivery of each shipment in turn, then, where
/// vehicles may load again, as many reloads of each depot as there could be trips.  Times are seconds from `base`.  Costs are whole search units of `ticksPerUnit` ticks, the greatest unit in which every rate and
/// price of the problem is a whole number.
///
/// Unchecked as Sendable because slabs can be written through; nothing writes to these after `init`.
final class CompiledInstance: @unchecked Sendable {
    let problem: Problem
    /// How many tasks there are, reloads included.
    let taskCount: Int
    /// How many of them the problem asks for: jobs and halves of shipments.
    let visitCount: Int
    /// How many of them are jobs.
    let jobCount: Int
    /// Rows of each matrix: the locations and, last, nowhere, which is no distance from anywhere.
    let locationCount: Int
    /// Second 0 of the search on the problem's clock.
    let base: Int
    /// Ticks of `Cost` in one search unit.
    let ticksPerUnit: Int64
    /// The vehicles by type.
    let types: [FleetType]
    /// The most compartments a type has.
    let compartmentCount: Int
    /// How many depots the problem has.
    let depotCount: Int
    /// Depots (indices) where some vehicle may load again.
    let reloadDepots: [Int]
    /// Whether there are types, and they differ in nothing but what they hold and cost: then any of them can drive any
    /// route that fits into it, for what its roads add up to.
    let hasAlikeTypes: Bool
    /// Which tasks belong together, apart or in an order.
    let relations: RelationTable
    /// What the search must look at beside arcs, one window and one load.
    let needs: KernelNeeds

    let tasks: TaskTable
    let fleet: FleetTable
    let roads: RoadTable
    let neighbours: NeighbourTable
    let rules: RuleTable
    let preparation: PreparationTable

    /// Compiles `problem`, which has passed validation.
    init(_ problem: Problem, parameters: CompileParameters = CompileParameters()) {
        self.problem = problem
        let clock = SearchClock(problem)
        base = clock.base
        jobCount = problem.jobs.count
        visitCount = problem.jobs.count + 2 * problem.shipments.count
        locationCount = problem.locations.count + 1
        ticksPerUnit = CostScale(problem).ticksPerUnit
        var builder = FleetBuilder(problem, clock: clock, ticksPerUnit: ticksPerUnit)
        builder.foldRates()
        types = builder.types
        compartmentCount = builder.types.map(\.compartments.count).max() ?? 1
        let reloads = ReloadTable(problem, clock: clock)
        depotCount = problem.depots.count
        reloadDepots = reloads.depots
        taskCount = visitCount + reloads.count
        var boxes = BoxChoice(problem)
        let chosen = boxes.roomiest()
        tasks = TaskTable(
            problem,
            clock: clock,
            ticksPerUnit: ticksPerUnit,
            fleet: builder,
            reloads: reloads,
            boxes: chosen
        )
        rules = RuleTable(
            problem,
            clock: clock,
            types: types,
            width: compartmentCount,
            reloads: reloads,
            boxes: chosen
        )
        preparation = PreparationTable(problem, types: types, width: compartmentCount, reloads: reloads)
        roads = RoadTable(problem, fleet: builder)
        fleet = FleetTable(
            types: types,
            visitCount: visitCount,
            taskCount: taskCount,
            compartmentCount: compartmentCount,
            poolSizes: builder.poolSizes
        )
        let jobCount = jobCount
        relations = RelationTable(problem, visitCount: visitCount) { Self.number($0, jobCount: jobCount) }
        needs = KernelNeeds(problem, types: types, rules: rules.needs)
        hasAlikeTypes =
            !needs.rich && !needs.timed && !needs.trips && FleetType.areAlike(types)
            && tasks.allowed.holdsOnly(true)
        neighbours = NeighbourTable(
            count: visitCount,
            tasks: tasks,
            roads: roads,
            type: types.first,
            near: parameters.nearCount,
            adjacent: parameters.adjacentCount
        )
    }

    /// Whether a task is a reload.
    @inline(__always)
    func isReload(_ task: Int32) -> Bool {
        Int(task) >= visitCount && Int(task) < taskCount
    }

    /// Some reload at the depot with this place in `reloadDepots`.
    @inline(__always)
    func reload(rank: Int) -> Int32 {
        Int32(visitCount &+ rank &* visitCount)
    }

    /// Which of `reloadDepots` a reload loads at.
    @inline(__always)
    func rank(ofReload task: Int32) -> Int {
        (Int(task) - visitCount) / visitCount
    }

    /// The task's number in the problem's words.
    func reference(_ task: Int32) -> TaskReference {
        let index = Int(task)
        guard index >= jobCount else { return .job(index) }
        let shipment = (index - jobCount) / 2
        return (index - jobCount) % 2 == 0 ? .pickup(shipment) : .delivery(shipment)
    }

    /// The number of a task.
    func number(_ reference: TaskReference) -> Int32 {
        Self.number(reference, jobCount: jobCount)
    }

    private static func number(_ reference: TaskReference, jobCount: Int) -> Int32 {
        switch reference {
        case .job(let index): Int32(index)
        case .pickup(let shipment): Int32(jobCount + 2 * shipment)
        case .delivery(let shipment): Int32(jobCount + 2 * shipment + 1)
        }
    }
}

/// How much of the surroundings of each task the compiled instance keeps.
struct CompileParameters {
    /// Places tried when a task is put back: beside this many near tasks, at least 1.
    ///
    /// Measured: 40 beats 25 and 70.
    var nearCount = 40
    /// How far ruins look from their seed: this many tasks by driving time, at least 1.
    var adjacentCount = 128
}
