public import VehicleRouting

/// Finds out why the tasks that a plan leaves out are left out, and the least that would have to give.
///
/// For every class of identical vehicles the task is tried at every position of every route and on an empty vehicle.  The
/// least broken way, the one that breaks the fewest rules and those by least, gives the reasons: what it breaks is what
/// stops the class, and giving way by that much would serve the task.  A quick probe orders the ways; the best few are
/// judged by `RouteEvaluation`, whose figures are the ones reported.
public struct ExplainUnassigned {
    private let problem: Problem

    /// Explains plans of `problem`, which has passed validation.
    public init(_ problem: Problem) {
        self.problem = problem
    }

    /// `plan` with reasons for each unassigned task, those of the vehicles that come closest to serving it first.
    ///
    /// O(stops²) for an unassigned job, by routes, and O(stops³) for a shipment, which is tried at every pair of
    /// positions.
    public func run(_ plan: Plan) -> Plan {
        guard !plan.unassigned.isEmpty else { return plan }
        let fleet = ExplainedFleet(plan, in: problem)
        let relations = RelationObstacles(plan, in: problem)
        var explained = plan
        for index in explained.unassigned.indices {
            explained.unassigned[index].reasons = reasons(
                for: plan.unassigned[index].task,
                in: fleet,
                among: relations
            )
        }
        return explained
    }

    /// What keeps `task`, which no route of `plan` serves, from the vehicles for which `isIncluded` holds; the reasons of
    /// `run` are those of all vehicles.
    func reasons(
        for task: TaskReference,
        in plan: Plan,
        onVehicles isIncluded: (Int) -> Bool
    ) -> [UnassignedReason] {
        reasons(
            for: task,
            in: ExplainedFleet(plan, in: problem),
            among: RelationObstacles(plan, in: problem),
            onVehicles: isIncluded
        )
    }

    private func reasons(
        for task: TaskReference,
        in fleet: ExplainedFleet,
        among relations: RelationObstacles,
        onVehicles isIncluded: (Int) -> Bool = { _ in true }
    ) -> [UnassignedReason] {
        let probed = ProbedTask(task, beside: fleet.plan, in: problem)
        let classes = fleet.classes(for: task, in: problem).compactMap { $0.filtered(isIncluded) }
        let obstacles = classes.compactMap { obstacle(to: probed, on: $0, among: relations) }
        var reasons: [UnassignedReason] = []
        for obstacle in obstacles.sorted(by: { $0.score < $1.score }) {
            for reason in obstacle.reasons {
                // The same rule by the same amount for another class is said once.
                let same = reasons.firstIndex {
                    $0.code == reason.code && $0.relaxation == reason.relaxation && $0.unit == reason.unit
                        && $0.detail == reason.detail && $0.evenAlone == reason.evenAlone
                }
                if let same {
                    reasons[same].vehicles = (reasons[same].vehicles + reason.vehicles).sorted()
                } else {
                    reasons.append(reason)
                }
            }
        }
        return reasons
    }

    /// What stops a class of vehicles from serving a task.
    private struct Obstacle {
        let score: InsertionScore
        var reasons: [UnassignedReason]
    }

    /// How many ways are judged by `RouteEvaluation`: more where the probe does not see all the rules.
    private var ways: Int { problem.hasColdChainRules ? 16 : 4 }

    private func obstacle(
        to task: ProbedTask,
        on vehicles: VehicleClass,
        among relations: RelationObstacles
    ) -> Obstacle? {
        let nobody = RelationObstacles(Plan(), in: problem)
        let alone = best(of: task, on: [vehicles.empty], among: nobody)
        let idle = vehicles.unused.first.map { [vehicles.empty.driven(by: $0)] } ?? []
        let hosts = vehicles.routes + idle
        // Routes that a relation rules out are looked at by themselves, or they could crowd out the others.
        let (bound, free) = (
            hosts.filter { relations.breach(task, on: $0.route.vehicle) != nil },
            hosts.filter { relations.breach(task, on: $0.route.vehicle) == nil }
        )
        let found = [free, bound].compactMap { best(of: task, on: $0, among: relations) }
        guard let best = found.min(by: { $0.score < $1.score }) else { return nil }
        let codes = Set(alone?.breaches.map(\.code) ?? [])
        var reasons = best.breaches.map { breach in
            UnassignedReason(
                code: breach.code.rawValue,
                vehicles: vehicles.members,
                relaxation: breach.amount,
                unit: breach.unit,
                detail: breach.detail,
                evenAlone: codes.contains(breach.code)
            )
        }
        // Where the goods may not travel at all, nothing else that is in the way is worth anybody's while.
        let bans = reasons.filter { problem.isBan($0) }
        if !bans.isEmpty { reasons = bans }
        if reasons.isEmpty {
            reasons = [price(of: task.reference, serving: best.cost, vehicles: vehicles.members)]
        }
        return Obstacle(score: best.score, reasons: reasons)
    }

    /// The least broken of a few insertions, by the exact evaluation.
    private func best(
        of task: ProbedTask,
        on hosts: [ProbedRoute],
        among relations: RelationObstacles
    ) -> ExactInsertion? {
        Insertions(of: task, into: hosts, keeping: ways, in: problem).best
            .map { ExactInsertion($0, of: task, among: relations, in: problem) }
            .min { $0.score < $1.score }
    }

    /// Why a task is left out although a vehicle could serve it: its price is lower than what serving adds.
    private func price(of task: TaskReference, serving: Cost, vehicles: [Int]) -> UnassignedReason {
        let importance = problem.importance(of: task)
        guard importance.priority == 0, let price = importance.cost, serving > price else {
            return UnassignedReason(code: ReasonCode.none.rawValue, vehicles: vehicles)
        }
        return UnassignedReason(
            code: ReasonCode.price.rawValue,
            vehicles: vehicles,
            relaxation: max((serving - price).wireUnits, 1),
            unit: "money"
        )
    }
}
