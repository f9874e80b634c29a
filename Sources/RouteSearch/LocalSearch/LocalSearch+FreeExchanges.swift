extension LocalSearch {
    /// Looks at each pair of a route of this candidate and a near one for an exchange of two tasks, each to a place of its
    /// own; then improves what that has changed.
    mutating func exchangeFreely() {
        for entry in 0..<solution.undo.slotCount {
            let slot = solution.undo.slots[entry]
            solution.notePairs(of: slot)
            for index in 0..<solution.exchanges.pairs.slotCount {
                let other = solution.exchanges.pairs.slot(index)
                guard let (exchange, delta) = solution.freeExchange(between: slot, and: other) else {
                    continue
                }
                make(exchange, delta)
                break
            }
        }
        run()
    }

    private mutating func make(_ exchange: FreeExchange, _ delta: Int64) {
        let promised = solution.cost + solution.penalty + delta
        let (first, second) = exchange.tasks
        for task in [first, second] {
            wake(solution.nodes[task].previous)
            wake(solution.nodes[task].next)
        }
        solution.exchange(exchange)
        for task in [first, second] {
            wake(task)
            wake(solution.nodes[task].previous)
            wake(solution.nodes[task].next)
        }
        _ = isKept(promised)
    }
}
