public import VehicleRouting

/// Finds the best places for one more task in a plan, without a search: the plan stays as it is, the task is put between.
///
/// Every place is looked at: behind each stop of each route, and in one vehicle of each kind that stays in the yard.  Quick
/// tests drop those that are certainly late or too full and tell what the others cost at least; from the cheapest on they
/// are judged by `RouteEvaluation` until no further one can be among the best.  So none is missed, and every answer
/// keeps all rules and costs what it says, to the last tick.  A route that breaks promises already takes the task where
/// nothing gets worse.  No reload and no rest is added for the task, and none is moved.
///
/// Preparing a plan is O(visits); an answer is O(visits) for a job and O(visits × stops of a route) for a shipment, and
/// a few evaluations; routes of several trips, with rests or in changing traffic are evaluated at every place.
public struct PlaceFinder: Sendable {
    private let plan: Plan
    private let fleet: ExplainedFleet

    /// Prepares `plan` of `problem`, which has passed validation.
    public init(_ plan: Plan, in problem: Problem) {
        self.plan = plan
        fleet = ExplainedFleet(plan, in: problem)
    }

    /// The places where `task` adds the least cost, cheapest first; at equal cost in the order of vehicles and stops.
    ///
    /// - Parameters:
    ///   - task: A job or a shipment that no route of the plan serves.
    ///   - problem: That of the plan; it may have got further jobs and shipments behind the others since.
    ///   - count: How many places at most.
    public func places(for task: TaskReference, in problem: Problem, count: Int) -> [InsertionPlace] {
        let judge = PlaceJudge(ProbedTask(task, beside: plan, in: problem), plan: plan, problem: problem)
        let hosts = fleet.classes(for: task, in: problem).flatMap { group in
            group.routes + (group.unused.first.map { [group.empty.driven(by: $0)] } ?? [])
        }
        var best = BestPlaces(count: count)
        var scans: [PlaceScan?] = []
        var candidates: [PlaceCandidate] = []
        for (number, host) in hosts.enumerated() {
            let scan = PlaceScan(judge.task, host: host, in: problem)
            scans.append(scan)
            if host.isPlain(in: problem) {
                scan?.run(number, into: &candidates)
            } else if let scan {
                let steps = StepScan(probe: scan.probe, host: host, task: judge.task)
                for insertion in steps.insertions(in: problem) {
                    best.keep(judge.cost(of: insertion), insertion)
                }
            }
        }
        candidates.sort { ($0.bound, $0.host, $0.first, $0.last) < ($1.bound, $1.host, $1.first, $1.last) }
        for candidate in candidates {
            guard best.admits(candidate.bound), let scan = scans[candidate.host] else { break }
            for insertion in scan.insertions(candidate) {
                guard let cost = judge.cost(of: insertion) else { continue }
                assert(cost >= candidate.bound, "the least cost of a place is above its cost")
                best.keep(cost, insertion)
                break
            }
        }
        return best.found.map { InsertionPlace($0.insertion, of: judge.task, cost: $0.cost, in: problem) }
    }
}

/// The best few places judged so far, each once, whatever the compartment.
private struct BestPlaces {
    let count: Int
    private(set) var found: [(cost: Int, insertion: Insertion)] = []

    init(count: Int) {
        self.count = count
    }

    /// Whether a place that costs at least this much may be among the best.
    func admits(_ bound: Int) -> Bool {
        found.count < count || bound <= found[found.count - 1].cost
    }

    /// Keeps a place that holds, if it is among the best.
    mutating func keep(_ cost: Int?, _ insertion: Insertion) {
        guard let cost else { return }
        let rank = Self.rank(cost, insertion)
        let place = found.firstIndex { rank < Self.rank($0.cost, $0.insertion) } ?? found.count
        if place > 0, Self.rank(found[place - 1].cost, found[place - 1].insertion) == rank { return }
        found.insert((cost, insertion), at: place)
        if found.count > count { found.removeLast() }
    }

    private static func rank(_ cost: Int, _ insertion: Insertion) -> (Int, Int, Int, Int) {
        let stops = insertion.steps ?? [insertion.position, insertion.deliveryPosition]
        return (cost, insertion.host.route.vehicle, stops[0], stops[stops.count - 1])
    }
}

/// Judges ways to insert one task into a plan.
private struct PlaceJudge {
    let task: ProbedTask
    private let plan: Plan
    private let problem: Problem
    /// How many relations the plan breaks; nil when the task is in none, so that a route decides alone.
    private let relationsBroken: Int?

    init(_ task: ProbedTask, plan: Plan, problem: Problem) {
        self.task = task
        self.plan = plan
        self.problem = problem
        let isRelated = problem.relations.contains { relation in
            task.references.contains(where: relation.tasks.contains)
        }
        relationsBroken = isRelated ? Self.relationsBroken(plan, in: problem) : nil
    }

    /// What a way adds to the cost of the plan, in ticks; nil when it makes anything worse.
    func cost(of insertion: Insertion) -> Int? {
        let exact = ExactInsertion(insertion, of: task, in: problem)
        guard exact.breaches.isEmpty else { return nil }
        if let relationsBroken {
            let place = InsertionPlace(insertion, of: task, cost: exact.cost.ticks, in: problem)
            let after = Self.relationsBroken(place.applied(to: plan), in: problem)
            guard after <= relationsBroken else { return nil }
        }
        return exact.cost.ticks
    }

    private static func relationsBroken(_ plan: Plan, in problem: Problem) -> Int {
        PlanEvaluation(plan, in: problem).violations.count { $0.cause == .relation }
    }
}
