internal import VehicleRouting

/// Compares two written plans of a day.
public struct ComparePlans: Sendable {
    /// The earlier plan, or the folder that holds it.
    public var before: String
    /// The later plan, or the folder that holds it.
    public var after: String
    /// The problem of both; nil for the `problem.json` beside each.
    public var problem: String?

    /// A comparison of the plan at `before` with the one at `after`.
    public init(_ before: String, _ after: String) {
        self.before = before
        self.after = after
    }

    /// Reads and compares.
    public func run() throws -> PlanComparison {
        let first = try GivenPlan(at: before, problem: problem)
        let second = try GivenPlan(at: after, problem: problem)
        let names = [first.problem, second.problem].map { problem in
            Set(problem.jobs.map(\.id) + problem.shipments.flatMap { [$0.pickup.id, $0.delivery.id] })
        }
        guard !names[0].isDisjoint(with: names[1]) else {
            throw PlanQuestionError(.nothingInCommon(with: before), about: after)
        }
        return PlanComparison(
            difference: PlanDifference(
                from: first.plan,
                in: first.problem,
                to: second.plan,
                in: second.problem
            ),
            earlier: first.problem,
            later: second.problem
        )
    }
}
