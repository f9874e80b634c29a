import VehicleRouting

/// What a plan is worth to the search: what required requests it leaves out, then what it costs.
struct PlanWorth: Comparable {
    /// The required requests left out, each counted 1 + priority × (tasks of the whole problem + 1).
    var weight: Int
    /// Routes, and the least prices at which the other requests may be left out.
    var cost: Cost

    /// What `plan` is worth in `problem`, which may be a region of a whole with `wholeTasks` tasks.
    init(_ plan: Plan, in problem: Problem, wholeTasks: Int) {
        weight = 0
        cost = PlanEvaluation(plan, in: problem).ledger.total
        for item in plan.unassigned {
            if let price = problem.leaveOutPrice(of: item.task) {
                cost += price
            } else {
                weight += 1 + problem.importance(of: item.task).priority * (wholeTasks + 1)
            }
        }
    }

    static func < (left: Self, right: Self) -> Bool {
        (left.weight, left.cost) < (right.weight, right.cost)
    }
}

/// The plan of a whole problem while its regions are searched.
struct WholePlan {
    /// The route of each vehicle of the problem; nil for one that stays in the yard.
    private var routeOf: [Route?]
    private let requests: [TaskReference]
    private let taskCount: Int
    /// What it is worth.
    private(set) var worth: PlanWorth
    /// What was done for it.
    private(set) var arms = ArmTable()
    /// Iterations done for it, over all threads.
    private(set) var iterations = 0

    /// A plan that serves nothing.
    init(_ problem: Problem) {
        routeOf = [Route?](repeating: nil, count: problem.vehicles.count)
        requests = problem.requests
        taskCount = problem.taskCount
        let nothing = Plan(unassigned: requests.map { Unassigned($0) })
        worth = PlanWorth(nothing, in: problem, wholeTasks: taskCount)
    }

    /// The routes that serve something, by vehicle.
    var routes: [Route] { routeOf.compactMap(\.self) }

    /// The requests that no route serves.
    var absent: [TaskReference] {
        let served = Set(routes.flatMap { $0.visits.map(\.task) })
        return requests.filter { !served.contains($0) }
    }

    /// The plan in the problem's words.
    var plan: Plan { Plan(routes: routes, unassigned: absent.map { Unassigned($0) }) }

    /// Takes over a plan that is better than this one.
    mutating func improve(with plan: Plan, in problem: Problem) {
        let other = PlanWorth(plan, in: problem, wholeTasks: taskCount)
        guard other < worth else { return }
        for vehicle in routeOf.indices { routeOf[vehicle] = nil }
        for route in plan.routes where !route.visits.isEmpty { routeOf[route.vehicle] = route }
        worth = other
    }

    /// Takes over what a search made of a region, and counts what it did.
    mutating func take(_ result: RegionResult, of region: Region) {
        arms.add(result.arms)
        iterations += result.iterations
        guard let routes = result.routes else { return }
        for vehicle in region.vehicles { routeOf[vehicle] = nil }
        for route in routes { routeOf[route.vehicle] = route }
        worth.weight += result.weightChange
        worth.cost += result.costChange
    }
}

/// What a search made of a region.
struct RegionResult {
    /// Its routes in the whole problem's words; nil when they are no better than before.
    var routes: [Route]?
    /// How much more the required requests left out weigh.
    var weightChange: Int
    /// How much more it costs.
    var costChange: Cost
    /// The arm that found it.
    var arm: SearchArm
    var arms: ArmTable
    var iterations: Int
}

extension Problem {
    /// Its orders, in the words of the search.
    var requests: [TaskReference] { orders }

    /// Jobs, pickups and deliveries.
    var taskCount: Int { jobs.count + 2 * shipments.count }
}
