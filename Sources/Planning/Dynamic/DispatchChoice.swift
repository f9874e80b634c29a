internal import RouteSearch
internal import VehicleRouting

/// Chooses the orders that leave in one epoch.
struct DispatchChoice {
    let orders: RevealedOrders
    let epoch: Int
    let settings: DynamicRun.Settings

    /// The indices of the open orders that leave now.
    func choose(from open: [Job], by policy: DispatchPolicy) -> [Int] {
        switch policy {
        case .greedy: return Array(open.indices)
        case .lazy: return open.indices.filter { orders.mustGo(open[$0], in: epoch) }
        case .imagined:
            let isForced = open.map { orders.mustGo($0, in: epoch) }
            guard isForced.contains(true), isForced.contains(false) else {
                return open.indices.filter { isForced[$0] }
            }
            let votes = votes(open, isForced)
            return open.indices.filter { isForced[$0] || 2 * votes[$0] > settings.futures }
        }
    }

    /// In how many imagined futures each open order shares a vehicle with one that can wait no longer.
    ///
    /// A future is a draw of the epochs to come by the same generator.  Known and imagined orders are planned together, the
    /// latter released with their epoch.  A vehicle without an order that must go could as well wait for what comes.
    private func votes(_ open: [Job], _ isForced: [Bool]) -> [Int] {
        var votes = [Int](repeating: 0, count: open.count)
        let dispatch = orders.dispatch(of: epoch)
        let ahead = epoch + 1..<min(epoch + 1 + settings.epochsAhead, orders.epochs.upperBound + 1)
        for future in 0..<settings.futures {
            let imagined = ahead.flatMap {
                orders.draw($0, seed: settings.seed, stream: "future \(epoch) \(future)")
            }
            let known = open.map { order in
                var order = order
                order.release = dispatch
                return order
            }
            let problem = orders.problem(of: known + imagined, leavingFrom: dispatch)
            let plan = settings.solve(problem, stream: future)
            for route in plan.routes {
                let tasks = route.visits.compactMap { visit -> Int? in
                    if case .job(let job) = visit.task, job < open.count { job } else { nil }
                }
                guard tasks.contains(where: { isForced[$0] }) else { continue }
                for task in tasks { votes[task] += 1 }
            }
        }
        return votes
    }
}
