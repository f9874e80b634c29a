extension RuinRecreate {
    /// What leaving a request out counts for now: its own price, or the adaptive one where it has none.
    @inline(__always)
    func leaveOutPrice(of task: Int32) -> Int64 {
        let weight = instance.tasks.weight[task]
        guard weight > 0 else {
            let price = instance.tasks.price[task]
            return price &+ Int64(generosity * Double(max(alone[task] &- price, 0)))
        }
        let priority = Double(weight / Int64(instance.visitCount + 1))
        return Int64(leaveOutFactor * (1 + priority) * Double(alone[task]))
    }

    func costOfAbsent() -> Int64 {
        var sum: Int64 = 0
        for index in 0..<absent.count { sum += leaveOutPrice(of: absent[index]) }
        return sum
    }

    func costOfCandidateAbsent() -> Int64 {
        var sum: Int64 = 0
        for index in 0..<candidateAbsent.count { sum += leaveOutPrice(of: candidateAbsent[index]) }
        return sum
    }

    /// How heavily the absent requests count against a plan before cost is looked at.
    func weight(of list: borrowing TaskList) -> Int64 {
        var sum = hopeless.weight
        for index in 0..<list.count { sum += instance.tasks.weight[list[index]] }
        return sum
    }

    /// Prices the requests that may be left out between their own price, at 0, and what they would cost alone, at 1.
    mutating func price(generosity: Double) {
        guard generosity != self.generosity else { return }
        self.generosity = generosity
        currentCost = solution.routeCost + costOfAbsent()
        noteBest()
    }

    /// What the absent requests cost by their own prices.
    func price(of list: borrowing TaskList) -> Int64 {
        var sum = hopeless.price
        for index in 0..<list.count { sum += instance.tasks.price[list[index]] }
        return sum
    }

    /// Keeps the current plan if it is the best so far.
    mutating func noteBest() {
        let weight = weight(of: absent)
        let price = price(of: absent)
        guard (weight, solution.routeCost + price) < (best.weight, best.cost) else { return }
        best.record(solution, weight: weight, price: price)
        counters.improvements += 1
    }

    /// Moves the price of leaving out: down while everything is served, up while not.
    ///
    /// - Parameter isFinal: Whether the end is near, when the price is set high so that the plan ends complete.
    mutating func adaptPrice(isFinal: Bool) {
        guard parameters.adaptsPrice else { return }
        let factor = leaveOutFactor
        if isFinal {
            leaveOutFactor = max(leaveOutFactor, 3)
        } else if weight(of: absent) == hopeless.weight {
            leaveOutFactor = max(leaveOutFactor * 0.99, 0.05)
        } else {
            leaveOutFactor = min(leaveOutFactor * 1.01, best.weight > hopeless.weight ? 8 : 1.5)
        }
        if factor != leaveOutFactor { currentCost = solution.routeCost + costOfAbsent() }
    }
}
