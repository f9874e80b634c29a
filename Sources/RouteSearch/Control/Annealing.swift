import VehicleRouting

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// One ruin-and-recreate trajectory from its first plan to the end of the budget.
struct Annealing<Kernel: ConstraintKernel>: ~Copyable {
    var search: RuinRecreate<Kernel>
    let budget: SearchBudget
    /// Iterations between two looks at the clock.
    private let stride = 128

    init(_ instance: CompiledInstance, parameters: RuinParameters, budget: SearchBudget, seed: UInt64) {
        search = RuinRecreate(instance, parameters: parameters, seed: seed)
        self.budget = budget
    }

    /// Anneals until the budget is used up or `shouldStop`; temperatures fall exponentially with the
    /// budget.
    mutating func run(
        from start: Plan?,
        iterations limit: Int?,
        shouldStop: () -> Bool,
        onProgress: (borrowing SolutionRecord, Int) -> Void
    ) -> Termination {
        if let start { search.adopt(start) }
        search.construct()
        onProgress(search.best, 0)
        let scale = Double(max(search.solution.routeCost, 1)) / Double(max(search.hopeful.count, 1))
        let first = search.parameters.startTemperature * scale
        let ratio = search.parameters.endTemperature / search.parameters.startTemperature
        while true {
            let done = search.counters.iterations
            let fraction = budget.fraction(after: done)
            if fraction >= 1 { return budget.termination(after: done) }
            if shouldStop() { return .cancelled }
            let temperature = first * pow(ratio, fraction)
            let steps = limit.map { min(stride, $0 - done) } ?? stride
            for _ in 0..<steps { search.iterate(temperature: temperature) }
            search.adaptPrice(isFinal: fraction > 0.85)
            search.fillGaps()
            onProgress(search.best, search.counters.iterations)
        }
    }
}

extension RuinRecreate {
    /// Tries every place in the plan for the tasks that should not be absent; near places alone could miss
    /// the last one.
    mutating func fillGaps() {
        guard absent.count > 0, absent.count <= 64 || round % 8 == 0 else { return }
        solution.beginCandidate()
        var rest = TaskList(capacity: absent.count)
        var hasChanged = false
        for index in 0..<absent.count {
            let task = absent[index]
            if placeAnywhere(task) { hasChanged = true } else { rest.append(task) }
        }
        guard hasChanged else { return }
        absent.replace(with: rest)
        currentCost = solution.routeCost + costOfAbsent()
        noteBest()
    }

    private mutating func placeAnywhere(_ task: Int32) -> Bool {
        let limit = leaveOutPrice(of: task)
        if instance.tasks.partner[task] < 0 {
            let place = solution.bestPlaceAnywhere(of: task, below: limit, random: &random)
            guard place.after >= 0 else { return false }
            solution.insert(task, after: place.after, compartment: place.compartment, delta: place.delta)
        } else {
            let place = solution.bestPairPlace(
                of: task,
                below: limit,
                blink: 0,
                everywhere: true,
                random: &random
            )
            guard place.afterPickup >= 0 else { return false }
            solution.insertPair(task, place)
        }
        return true
    }
}
