internal import VehicleRouting

/// Answers why an order is where it is in a written plan.
public struct ExplainOrder: Sendable {
    /// The plan, or the folder that holds it.
    public var plan: String
    /// The problem; nil for the `problem.json` beside the plan.
    public var problem: String?
    /// The name of the job or shipment.
    public var order: String

    /// A question about `order` in the plan at `plan`.
    public init(_ order: String, in plan: String) {
        self.order = order
        self.plan = plan
    }

    /// Reads and explains.
    public func run() throws -> OrderExplanation {
        let given = try GivenPlan(at: plan, problem: problem)
        return OrderExplanation(
            of: try given.task(called: order, path: plan),
            in: given.plan,
            of: given.problem
        )
    }
}
