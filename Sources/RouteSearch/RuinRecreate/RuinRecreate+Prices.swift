extension RuinRecreate {
    /// What leaving a request out counts for now: its own price, or the adaptive one where it has none.
    @inline(__always)
    func leaveOutPrice(of task: Int32) -> Int64 {
        let weight = instance.tasks.weight[task]
        guard weight > 0 else {
            let price = instance.tasks.price[task]
            let own = price &+ Int64(generosity * Double(max(alone[task] &- price, 0)))
            return Kernel.mayBreakRules || !isDear(task) ? own : min(own, pressedPrice(of: task))
        }
        let priority = Double(weight / Int64(instance.visitCount + 1))
        return Int64(leaveOutFactor * (1 + priority) * Double(alone[task]))
    }

    /// What leaving out a request with a price of its own counts for at most, as routes are pressed together.
    @inline(__always)
    private func pressedPrice(of task: Int32) -> Int64 {
        Int64(min(pressedFactor * Double(alone[task]), 1e15))
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
        if !Kernel.mayBreakRules { bestIsFull = !leavesOutDear }
        counters.improvements += 1
    }

    /// Moves the price of leaving out: down while everything is served, up while not.
    ///
    /// - Parameter isFinal: Whether the end is near, when the price is set high so that the plan ends complete.
    mutating func adaptPrice(isFinal: Bool) {
        guard parameters.adaptsPrice else { return }
        if !Kernel.mayBreakRules, hasOptional { press(isFinal: isFinal) }
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

    /// Up to which multiple of what it costs alone a request may be dear to leave out and not count as dear.
    private static var highestPressedFactor: Double { 1.5 }

    /// Whether a request is absent that is dear to leave out.
    private var leavesOutDear: Bool {
        for index in 0..<absent.count {
            let task = absent[index]
            if instance.tasks.weight[task] == 0, isDear(task) { return true }
        }
        return false
    }

    /// Whether the own price of a request would pay for a vehicle.
    @inline(__always)
    private func isDear(_ task: Int32) -> Bool {
        Double(instance.tasks.price[task]) > Self.highestPressedFactor * Double(alone[task])
    }

    /// Does the same with requests that have prices so high that they are served wherever they can be.
    ///
    /// Such a price is as good as none: at it no route is ever given up for the sake of a better one.  Where the best plan
    /// leaves some of them out, capacity lacks, and they count for what they cost.
    private mutating func press(isFinal: Bool) {
        let factor = pressedFactor
        if isFinal || !bestIsFull {
            pressedFactor = Self.unpressed
        } else if leavesOutDear {
            pressedFactor = min(pressedFactor * 1.01, Self.highestPressedFactor)
        } else {
            pressedFactor = max(min(pressedFactor, Self.highestPressedFactor) * 0.99, 0.05)
        }
        if factor != pressedFactor { currentCost = solution.routeCost + costOfAbsent() }
    }

    /// A factor at which every request counts for its own price.
    static var unpressed: Double { 1e9 }
}
