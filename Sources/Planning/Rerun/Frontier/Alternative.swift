public import VehicleRouting

/// One way to go on with a day.
public struct Alternative: Sendable {
    /// How far it goes.
    public enum Scope: String, Hashable, Sendable {
        /// Nothing is changed; what is broken stays broken.
        case nothing
        /// Only what is broken is put right, at the cheapest places.
        case repair
        /// The vehicles concerned and their neighbours may change, at the times that customers expect if that can be.
        case nearby
        /// All vehicles may change, but times that customers expect are worth keeping.
        case steady
        /// All vehicles may change.
        case all
        /// Everything is planned anew, as if nobody had been told anything; for comparison only.
        case anew
    }

    /// How far it goes.
    public var scope: Scope
    /// The day with this plan.
    public var day: RunningDay
    /// What follows from the plan.
    public var evaluation: PlanEvaluation
    /// What changes for whom, beside the running plan.
    public var difference: PlanDifference
    /// What those changes are worth avoiding, in money.
    public var deviation: Cost
    /// Seconds after the beginning of the rerun when it was ready.
    public var elapsed: Double

    /// Customers who have to be told another time.
    public func changedTimes(beyond tolerance: Seconds) -> Int {
        difference.changedTimes(beyond: tolerance).count { !$0.name.isPickup }
    }

    /// Stops that are late by what was promised.
    public var brokenPromises: Int {
        day.plan.fates(evaluation, in: day.problem).count { name, fate in
            guard case .driven(let standing) = fate, let promise = day.promises[name] else { return false }
            return standing.begin > promise
        }
    }

    /// Orders left to nobody that have no price or that somebody was to serve; a price tells what it is worth to accept an
    /// order, not to break one's word.
    var leftOut: Int {
        let newly = Set(difference.stops.filter { $0.after == .leftOut }.map(\.name))
        return day.plan.unassigned.count { item in
            day.problem.importance(of: item.task).cost == nil
                || item.task.halves.contains { newly.contains(StopName($0, in: day.problem)) }
        }
    }

    /// What alternatives are first compared by: orders of the highest priority left out, other orders left out, promises
    /// broken.
    var rank: [Int] {
        [evaluation.unassignedPriority, leftOut, evaluation.violations.count, brokenPromises]
    }

    /// Whether another alternative is as good in every respect and better in one.
    func isDominated(by other: Alternative) -> Bool {
        let (mine, its) = (rank, other.rank)
        if its != mine { return its.lexicographicallyPrecedes(mine) && other.deviation <= deviation }
        return other.evaluation.cost <= evaluation.cost && other.deviation <= deviation
            && (other.evaluation.cost, other.deviation) != (evaluation.cost, deviation)
    }
}
