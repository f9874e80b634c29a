/// The referee: judges a written plan by deriving every promise and every number again.
///
/// It takes names and decisions from the file and everything else from the problem, and shares no code with the search
/// or with `PlanEvaluation`, so that an error in either shows.  A plan without findings is right to the last unit.
///
/// ```swift
/// let findings = PlanChecker(problem).check(written)
/// for finding in findings { print(finding) }
/// ```
public struct PlanChecker {
    let problem: Problem
    private let reader: PlanReader

    /// A referee for plans of `problem`, which has passed validation.
    public init(_ problem: Problem) {
        self.problem = problem
        reader = PlanReader(problem)
    }

    /// Everything that `plan` says and the problem does not bear out, route by route, then the plan as a whole.
    ///
    /// A route that names unknown things is not judged further, and totals of a plan with such a route neither.
    public func check(_ plan: WrittenPlan) -> [CheckFinding] {
        var findings: [CheckFinding] = []
        var totals = DerivedTotals(dimensions: problem.dimensions.count)
        var isReadable = true
        var relations = RelationCheck(problem)
        for (index, route) in plan.routes.enumerated() {
            guard let read = reader.read(route, at: index, findings: &findings) else {
                isReadable = false
                continue
            }
            let check = RouteCheck(read, in: problem)
            findings += check.findings
            relations.note(read)
            totals.add(check.totals)
        }
        findings += vehiclesUsedTwice(plan)
        findings += relations.findings
        findings += sharedThings(plan)
        let market = MarketCheck(plan, reader: reader)
        findings += market.findings
        isReadable = isReadable && market.findings.allSatisfy { $0.kind != .unknownName }
        if isReadable { findings += summary(plan, totals: totals, market: market) }
        return findings
    }

    private func vehiclesUsedTwice(_ plan: WrittenPlan) -> [CheckFinding] {
        var seen: Set<Identifier> = []
        return plan.routes.enumerated().compactMap { index, route in
            guard reader.vehicle(route.vehicle) != nil, !seen.insert(route.vehicle).inserted else {
                return nil
            }
            return CheckFinding(
                .duplicate,
                at: CheckFinding.Place(route: index),
                subject: "vehicle \(route.vehicle) has another route already"
            )
        }
    }

    private func summary(
        _ plan: WrittenPlan,
        totals: DerivedTotals,
        market: MarketCheck
    ) -> [CheckFinding] {
        let stated = plan.summary
        var findings = totals.findings(
            in: stated.totals,
            cost: totals.costs.total + market.carrierCost + market.unassignedCost,
            at: CheckFinding.Place(),
            problem: problem
        )
        func compare(_ code: CheckFinding.Code, _ subject: String, _ given: Int?, _ value: Int) {
            guard let given, given != value else { return }
            findings.append(CheckFinding(code, subject: subject, stated: given, derived: value))
        }
        compare(.routeCount, "the number of routes", stated.routes, plan.routes.count)
        compare(.unassignedCount, "the number of unassigned tasks", stated.unassigned, plan.unassigned.count)
        let carriers = DerivedCosts.shown(market.carrierCost)
        compare(.carrierCost, "what the carriers charge", stated.carrierCost, carriers)
        let unassigned = DerivedCosts.shown(market.unassignedCost)
        compare(.unassignedCost, "what the unassigned tasks cost", stated.unassignedCost, unassigned)
        return findings
    }
}
