internal import RouteSearch
internal import VehicleRouting

/// Plays a day whose orders are revealed epoch by epoch: in each, a policy chooses who leaves, and the search makes the
/// routes of those.
struct DynamicRun {
    /// What a run depends on beside its policy.
    struct Settings: Hashable, Sendable {
        /// What the orders are drawn from, and the search starts from.
        var seed: UInt64
        /// Iterations of each search, at least 1.
        var iterations: Int
        /// How many futures a policy imagines in each epoch.
        var futures = 10
        /// How many epochs it looks ahead.
        ///
        /// Orders that come later than that hardly share a vehicle with those that must go now.
        var epochsAhead = 2

        func solve(_ problem: Problem, stream: Int, times factor: Int = 1) -> Plan {
            let parameters = SearchParameters(
                seconds: nil,
                iterations: iterations * factor,
                seed: seed &+ UInt64(stream),
                threads: 1
            )
            return RouteSolver(problem).solve(parameters).plan
        }
    }

    /// What came of a run.
    struct Outcome: Hashable, Sendable {
        /// What all routes cost.
        var cost = Cost.zero
        var routes = 0
        var orders = 0
        /// Orders that were never served; only a search that is far too short leaves any.
        var missed = 0
    }

    let orders: RevealedOrders
    let settings: Settings

    /// The day under `policy`.
    func play(_ policy: DispatchPolicy) -> Outcome {
        var outcome = Outcome()
        var open: [Job] = []
        for epoch in orders.epochs {
            let revealed = orders.draw(epoch, seed: settings.seed, stream: "day")
            outcome.orders += revealed.count
            open += revealed
            let choice = DispatchChoice(orders: orders, epoch: epoch, settings: settings)
            let chosen = choice.choose(from: open, by: policy)
            let leaving = chosen.map { open[$0] }
            let served = send(leaving, in: epoch, into: &outcome)
            let forced = chosen.filter { orders.mustGo(open[$0], in: epoch) }
            let done = Set(served.map { chosen[$0] })
            outcome.missed += forced.count { !done.contains($0) }
            open = open.indices.filter { !done.contains($0) && !forced.contains($0) }.map { open[$0] }
        }
        return outcome
    }

    /// The day planned at once by somebody who knows all its orders and may let none leave before it is revealed.
    func playWithHindsight() -> Outcome {
        let all = orders.epochs.flatMap { orders.draw($0, seed: settings.seed, stream: "day") }
        var outcome = Outcome(orders: all.count)
        let first = orders.dispatch(of: orders.epochs.lowerBound)
        let problem = orders.problem(of: all, leavingFrom: first)
        let plan = settings.solve(problem, stream: 0, times: orders.epochs.count * 4)
        outcome.cost = PlanEvaluation(plan, in: problem).ledger.total
        outcome.routes = plan.routes.count
        outcome.missed = plan.unassigned.count
        return outcome
    }

    /// Plans the routes of `leaving` and drives them; the indices of those that were served.
    private func send(_ leaving: [Job], in epoch: Int, into outcome: inout Outcome) -> [Int] {
        guard !leaving.isEmpty else { return [] }
        let problem = orders.problem(of: leaving, leavingFrom: orders.dispatch(of: epoch))
        let plan = settings.solve(problem, stream: epoch)
        let evaluation = PlanEvaluation(plan, in: problem)
        precondition(evaluation.violations.isEmpty, "the search sent out a route that breaks a promise")
        outcome.cost += evaluation.ledger.total
        outcome.routes += plan.routes.count
        return plan.routes.flatMap(\.visits).compactMap { visit in
            if case .job(let job) = visit.task { job } else { nil }
        }
    }
}
