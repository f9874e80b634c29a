public import Interchange
internal import VehicleRouting

/// Judges a written plan: whether every promise is kept and every figure true.
public struct CheckPlan: Sendable {
    /// What was found.
    public struct Outcome: Hashable, Sendable {
        /// What the plan costs, in the file's own unit and number of decimals.
        public var cost: String
        /// How many routes it has.
        public var routes: Int
        /// How many jobs and shipments it leaves out.
        public var unassigned: Int
        /// What is broken or false, one sentence each; empty when the plan holds.
        public var findings: [String]
    }

    private let problem: String
    private let plan: String
    private let rounding: Rounding?

    /// The plan in the file `plan`, judged by the problem or published instance in the file `problem`.
    ///
    /// - Parameter rounding: How an instance's numbers become whole; nil for the customary way of its format.
    public init(problem: String, plan: String, rounding: Rounding? = nil) {
        self.problem = problem
        self.plan = plan
        self.rounding = rounding
    }

    /// Reads both files and judges.
    public func run() throws -> Outcome {
        let given = try GivenProblem(at: problem, rounding: rounding)
        if let instance = given.instance, !JSONSniffer.recognises(plan) {
            return try judge(SolutionFile.read(plan, for: instance), of: instance)
        }
        return try judge(PlanFile.read(plan, in: given.problem), of: given)
    }

    private func judge(_ written: WrittenPlan, of given: GivenProblem) -> Outcome {
        Outcome(
            cost: given.text(of: Cost(wireUnits: written.summary.totals.cost)),
            routes: written.routes.count,
            unassigned: written.unassigned.count,
            findings: PlanChecker(given.problem).check(written).map(\.description)
        )
    }

    private func judge(_ solution: SolutionFile, of instance: Instance) -> Outcome {
        let evaluation = PlanEvaluation(solution.plan, in: instance.problem)
        let cost = instance.text(of: evaluation.cost)
        let written = WrittenPlan(solution.plan, evaluation: evaluation, in: instance.problem)
        var findings = PlanChecker(instance.problem).check(written).map(\.description)
        // A published instance leaves nobody out.
        findings += solution.plan.unassigned
            .filter { instance.problem.importance(of: $0.task).cost == nil }
            .map { "customer \(instance.problem.visit($0.task).id) has to be served, but is in no route" }
        if solution.agrees(with: evaluation.cost, in: instance) == false {
            findings.append(
                "the file states the cost \(solution.statedCost ?? ""), but its routes cost \(cost)"
            )
        }
        return Outcome(
            cost: cost,
            routes: solution.plan.routes.count { !$0.visits.isEmpty },
            unassigned: solution.plan.unassigned.count,
            findings: findings
        )
    }
}
