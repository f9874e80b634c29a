internal import RouteSearch
internal import VehicleRouting

/// Chooses the orders that leave in one epoch.
struct DispatchChoice {
    let orders: RevealedOrders
    let epoch: Int
    let settings: DynamicRun.Settings

    /// The indices of the open orders that leave now.
    func choose(from open: [Job], by policy: DispatchPolicy) -> [Int] {
        let isForced = open.map { orders.mustGo($0, in: epoch) }
        switch policy {
        case .greedy: return Array(open.indices)
        case .lazy: return open.indices.filter { isForced[$0] }
        case .imagined:
            guard isForced.contains(false) else { return Array(open.indices) }
            return cheapest(of: candidates(open, isForced), open)
        }
    }

    /// Ways to choose, each once: everybody; and those that must go with those for whom nothing was worth waiting in any
    /// future, in more than half, or in all.
    func candidates(_ open: [Job], _ isForced: [Bool]) -> [[Int]] {
        let votes = votes(open)
        let all = Array(open.indices)
        return [1, settings.futures / 2 + 1, settings.futures].reduce(into: [all]) { found, least in
            let chosen = all.filter { isForced[$0] || votes[$0] >= least }
            if !found.contains(chosen) { found.append(chosen) }
        }
    }

    /// In how many imagined futures each open order shares its vehicle with no order to come.
    ///
    /// A vehicle that carries nothing of what is to come gains nothing by waiting for it.
    private func votes(_ open: [Job]) -> [Int] {
        var votes = [Int](repeating: 0, count: open.count)
        for future in 0..<settings.futures {
            let (plan, _) = play(open, future)
            for route in plan.routes {
                let tasks = route.visits.compactMap { visit -> Int? in
                    if case .job(let job) = visit.task, job < open.count { job } else { nil }
                }
                guard tasks.count == route.visits.count else { continue }
                for task in tasks { votes[task] += 1 }
            }
        }
        return votes
    }

    /// The candidate that costs least: its routes now, and on average over the futures those of the orders that wait and of
    /// what comes.
    private func cheapest(of candidates: [[Int]], _ open: [Job]) -> [Int] {
        guard candidates.count > 1 else { return candidates[0] }
        let costs = candidates.map { chosen in
            let isChosen = Set(chosen)
            let waiting = open.indices.filter { !isChosen.contains($0) }.map { open[$0] }
            let now = orders.problem(of: chosen.map { open[$0] }, leavingFrom: orders.dispatch(of: epoch))
            let sent = PlanEvaluation(settings.solve(now, stream: epoch), in: now).ledger.total
            return (0..<settings.futures).reduce(settings.futures * sent) { sum, future in
                let (plan, problem) = play(waiting, future, hasWaited: true)
                return sum + PlanEvaluation(plan, in: problem).ledger.total
            }
        }
        return candidates.indices.min { (costs[$0], $0) < (costs[$1], $1) }.map { candidates[$0] } ?? []
    }

    /// A plan of known orders together with a draw of the epochs to come by the same generator, released with their epoch.
    ///
    /// - Parameter hasWaited: Whether the known orders leave with the next epoch at the earliest.
    private func play(_ known: [Job], _ future: Int, hasWaited: Bool = false) -> (Plan, Problem) {
        let ahead = epoch + 1..<min(epoch + 1 + settings.epochsAhead, orders.epochs.upperBound + 1)
        let imagined = ahead.flatMap {
            orders.draw($0, seed: settings.seed, stream: "future \(epoch) \(future)")
        }
        let dispatch = orders.dispatch(of: hasWaited ? epoch + 1 : epoch)
        let released = known.map { order in
            var order = order
            order.release = dispatch
            return order
        }
        let problem = orders.problem(of: released + imagined, leavingFrom: dispatch)
        return (settings.solve(problem, stream: future), problem)
    }
}
