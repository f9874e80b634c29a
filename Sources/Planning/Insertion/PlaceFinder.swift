public import VehicleRouting

/// Finds the best places for one more task in a plan, without a search: the plan stays as it is, the task is put between.
///
/// Every place is looked at: behind each stop of each route, and in one vehicle of each kind that stays in the yard.  Quick
/// tests drop those that are certainly late or too full and tell what the others cost at least; from the cheapest on they
/// are judged by `RouteEvaluation` until no further one can be among the best.  So none is missed, and every answer
/// keeps all rules and costs what it says, to the last tick.  A route that breaks promises already takes the task where
/// nothing gets worse.
///
/// Preparing a plan is O(visits); an answer is O(visits) for a job and O(visits × stops of a route) for a shipment, and
/// a few evaluations.
public struct PlaceFinder: Sendable {
    private let fleet: ExplainedFleet

    /// Prepares `plan` of `problem`, which has passed validation.
    public init(_ plan: Plan, in problem: Problem) {
        fleet = ExplainedFleet(plan, in: problem)
    }

    /// The places where `task` adds the least cost, cheapest first; at equal cost in the order of vehicles and stops.
    ///
    /// - Parameters:
    ///   - task: A job or a shipment that no route of the plan serves.
    ///   - problem: That of the plan; it may have got further jobs and shipments behind the others since.
    ///   - count: How many places at most.
    public func places(for task: TaskReference, in problem: Problem, count: Int) -> [InsertionPlace] {
        let probed = ProbedTask(task, in: problem)
        let hosts = fleet.classes(for: task, in: problem).flatMap { group in
            group.routes + (group.unused.first.map { [group.empty.driven(by: $0)] } ?? [])
        }
        let scans = hosts.map { PlaceScan(probed, host: $0, in: problem) }
        var candidates: [PlaceCandidate] = []
        for (number, scan) in scans.enumerated() { scan?.run(number, into: &candidates) }
        candidates.sort { ($0.bound, $0.host, $0.first, $0.last) < ($1.bound, $1.host, $1.first, $1.last) }
        var best: [Found] = []
        for candidate in candidates {
            if best.count >= count, let worst = best.last, candidate.bound > worst.cost { break }
            guard let scan = scans[candidate.host],
                let found = Self.judge(candidate, scan, of: probed, on: hosts[candidate.host], in: problem)
            else { continue }
            best.insert(found, at: best.firstIndex { found < $0 } ?? best.count)
            if best.count > count { best.removeLast() }
        }
        return best.map { InsertionPlace($0.insertion, of: probed, cost: $0.cost, in: problem) }
    }

    /// A place that has been judged and holds.
    private struct Found: Comparable {
        let insertion: Insertion
        /// In ticks.
        let cost: Int

        private var rank: (Int, Int, Int, Int) {
            (cost, insertion.host.route.vehicle, insertion.position, insertion.deliveryPosition)
        }

        static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
        static func == (left: Self, right: Self) -> Bool { left.rank == right.rank }
    }

    /// The place with its exact cost, in the first compartment in which it makes nothing worse; nil when it does in all.
    private static func judge(
        _ candidate: PlaceCandidate,
        _ scan: PlaceScan,
        of task: ProbedTask,
        on host: ProbedRoute,
        in problem: Problem
    ) -> Found? {
        for (index, place) in scan.places.enumerated() where candidate.choices & 1 << UInt64(index) != 0 {
            let insertion = Insertion(
                host: host,
                position: candidate.first,
                deliveryPosition: candidate.last,
                compartment: place.compartment,
                regimes: place.regimes,
                score: InsertionScore()
            )
            let exact = ExactInsertion(insertion, of: task, in: problem)
            assert(exact.cost.ticks >= candidate.bound, "the least cost of a place is above its cost")
            if exact.breaches.isEmpty { return Found(insertion: insertion, cost: exact.cost.ticks) }
        }
        return nil
    }
}
