/// Everything that follows from a plan: the one place where schedules, loads, costs and violations are
/// computed.
///
/// Search, plan mode, explanation, comparison and reports all take their figures from here.  The checker does not: it
/// derives them again on its own.
public struct PlanEvaluation: Hashable, Sendable {
    /// One evaluation per route of the plan, in its order.
    public var routes: [RouteEvaluation]
    /// What the routes cost together, by cause.
    public var ledger: CostLedger
    /// What the carriers charge for the awards.
    public var carrierCost: Cost
    /// What the unassigned tasks cost, as far as they have a price.
    public var unassignedCost: Cost
    /// The priorities of the unassigned tasks that have no price, summed.
    public var unassignedPriority: Int
    /// How many unassigned tasks have no price, so should have been served.
    public var unassignedRequired: Int
    /// The promises broken by routes and by the plan as a whole.
    public var violations: [Violation]

    /// Evaluates `plan` for `problem`; O(visits).
    public init(_ plan: Plan, in problem: Problem) {
        routes = plan.routes.enumerated().map { RouteEvaluation($1, at: $0, in: problem) }
        ledger = routes.reduce(into: CostLedger()) { $0.add($1.ledger) }
        carrierCost = plan.awards.reduce(.zero) { sum, award in
            sum + problem.price(of: award.task, by: problem.carriers[award.carrier])
        }
        unassignedCost = .zero
        unassignedPriority = 0
        unassignedRequired = 0
        for item in plan.unassigned {
            let (priority, cost) = problem.importance(of: item.task)
            unassignedPriority += cost == nil ? priority : 0
            unassignedCost += cost ?? .zero
            unassignedRequired += cost == nil ? 1 : 0
        }
        violations = routes.flatMap(\.violations) + plan.completenessViolations(in: problem)
        violations += plan.carrierViolations(in: problem)
        violations += plan.relationViolations(in: problem)
        violations += plan.stockViolations(in: problem)
    }

    /// What the plan costs in money: routes, carriers and the prices of what is left out.
    public var cost: Cost {
        ledger.total + carrierCost + unassignedCost
    }

    /// What plans are compared by; the smaller is the better plan.
    public var objective: PlanObjective {
        PlanObjective(
            violations: violations.count,
            unassignedPriority: unassignedPriority,
            unassignedRequired: unassignedRequired,
            cost: cost
        )
    }
}

/// The order in which plans are preferred: fewest broken promises, least priority left out, fewest tasks
/// left out that have no price, least cost.
public struct PlanObjective: Hashable, Sendable, Comparable {
    /// How many promises are broken.
    public var violations: Int
    /// Priorities of the tasks left out, summed.
    public var unassignedPriority: Int
    /// How many tasks without a price are left out.
    public var unassignedRequired: Int
    /// Cost in money.
    public var cost: Cost

    /// The rank of a plan with these figures.
    public init(violations: Int, unassignedPriority: Int, unassignedRequired: Int, cost: Cost) {
        self.violations = violations
        self.unassignedPriority = unassignedPriority
        self.unassignedRequired = unassignedRequired
        self.cost = cost
    }

    /// Whether the left plan is the better one.
    public static func < (left: PlanObjective, right: PlanObjective) -> Bool {
        (left.violations, left.unassignedPriority, left.unassignedRequired, left.cost)
            < (right.violations, right.unassignedPriority, right.unassignedRequired, right.cost)
    }
}

extension Problem {
    /// The priority of a job or shipment and what leaving it out costs (nil: it has no price).
    public func importance(of task: TaskReference) -> (priority: Int, cost: Cost?) {
        switch task {
        case .job(let index):
            (jobs[index].priority, jobs[index].unassignedCost)
        case .pickup(let index), .delivery(let index):
            (shipments[index].priority, shipments[index].unassignedCost)
        }
    }
}
