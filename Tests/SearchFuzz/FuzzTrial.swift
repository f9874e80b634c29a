import RouteSearch
import RoutingTestSupport
import VehicleRouting

/// One random problem and how it is solved, all of it decided by a seed.
struct FuzzTrial {
    private let problem: Problem
    private let features: RandomFeatures
    private let parameters: SearchParameters
    private let hasStart: Bool

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        // A third of the problems have every feature, the others each feature with a chance of a half.
        let drawn: RandomFeatures =
            random.once(in: 3) ? .all : RandomFeatures(rawValue: random.draw(0...RandomFeatures.all.rawValue))
        features =
            switch seed % 4 {
            case 0: drawn.union([.preparations, .regimes, .depots, .reloads])
            case 1: drawn.union([.ballast, .depots, .reloads])
            default: drawn
            }
        let jobs = random.draw(1...(random.once(in: 4) ? 60 : 20))
        problem = Problem.random(
            seed: seed,
            jobs: jobs,
            vehicles: random.draw(1...max(jobs / 3, 2)),
            features: features
        )
        // Thirty orders with a rest on almost every leg would take a quarter of an hour under the sanitiser.
        parameters = SearchParameters(
            seconds: 30,
            iterations: random.draw(50...1500),
            seed: seed,
            threads: random.draw(1...2)
        )
        hasStart = random.once(in: 3)
    }

    /// A line about it.
    var summary: String {
        """
        \(problem.jobs.count) jobs, \(problem.shipments.count) shipments, \(problem.vehicles.count) vehicles, \
        features \(features.rawValue), \(parameters.iterations ?? 0) iterations, \(parameters.threads) thread(s)\
        \(hasStart ? ", from a plan" : "")
        """
    }

    /// What a plan is worth to a search, which leaves orders to the cheapest able carrier where that costs less than leaving
    /// them out.
    private func worth(_ plan: Plan) -> PlanObjective {
        let evaluation = PlanEvaluation(plan, in: problem)
        var worth = PlanObjective(
            violations: evaluation.violations.count,
            unassignedPriority: 0,
            unassignedRequired: 0,
            cost: evaluation.ledger.total
        )
        for item in plan.unassigned {
            let able = problem.carriers.filter { $0.mayCarry(item.task, in: problem) }
            let (priority, own) = problem.importance(of: item.task)
            let prices = able.map { problem.price(of: item.task, by: $0) } + [own].compactMap { $0 }
            if let least = prices.min() {
                worth.cost += least
            } else {
                worth.unassignedPriority += priority
                worth.unassignedRequired += 1
            }
        }
        return worth
    }

    /// Solves it; what evaluation and checker find wrong with the plan, or with the search's promises.
    func findings() -> [String] {
        let solver = RouteSolver(problem)
        let start =
            hasStart ? solver.solve(SearchParameters(seconds: nil, iterations: 40, seed: 9)).plan : nil
        let result = solver.solve(parameters, from: start)
        let evaluation = PlanEvaluation(result.plan, in: problem)
        var findings = evaluation.violations.map { "broken promise: \($0)" }
        let written = WrittenPlan(result.plan, evaluation: evaluation, in: problem)
        findings += PlanChecker(problem).check(written).map { "checker: \($0)" }
        if let start, worth(start) < worth(result.plan) {
            findings.append("the plan is worse than the one it started from")
        }
        if let last = result.incumbents.last, last.unassigned != result.plan.unassigned.count, start == nil {
            findings.append(
                "the last incumbent leaves out \(last.unassigned), the plan \(result.plan.unassigned.count)"
            )
        }
        // What the clock ended, the clock decided.
        if result.termination == .iterations {
            let again = solver.solve(parameters, from: start)
            if again.termination == .iterations, again.plan != result.plan {
                findings.append("the same seed, iterations and threads gave another plan")
            }
        }
        return findings
    }
}
