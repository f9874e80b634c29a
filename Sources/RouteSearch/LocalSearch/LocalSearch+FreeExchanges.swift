extension LocalSearch {
    /// How many of a task's near tasks are asked for routes to exchange with.
    private static var widthOfPairs: Int { 4 }

    /// Looks at each pair of a route of this candidate and a near one for an exchange of two tasks, each to a place of its
    /// own; then improves what that has changed.
    mutating func exchangeFreely() {
        for entry in 0..<solution.undo.slotCount {
            let slot = solution.undo.slots[entry]
            round &+= 1
            pairedIn[slot] = round
            var task = solution.nodes[solution.start(slot)].next
            while solution.isTask(task) {
                if exchangeFreely(slot, near: task) { break }
                task = solution.nodes[task].next
            }
        }
        run()
    }

    /// The same for the routes of a task's near tasks; true when one of them has exchanged.
    private mutating func exchangeFreely(_ slot: Int32, near task: Int32) -> Bool {
        let width = instance.neighbours.nearCount
        for rank in 0..<min(Self.widthOfPairs, width) {
            let other = solution.nodes[instance.neighbours.near[Int(task) &* width &+ rank]].route
            guard other >= 0, pairedIn[other] != round else { continue }
            pairedIn[other] = round
            guard let (exchange, delta) = solution.exchangeFreely(slot, other) else { continue }
            make(exchange, delta)
            return true
        }
        return false
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
