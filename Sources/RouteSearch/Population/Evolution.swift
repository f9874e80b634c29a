import VehicleRouting

/// How a search divides its budget into cycles.
///
/// Values from fixed-iteration runs on instances of 100 to 1000 jobs; see Docs/benchmarks.md.
struct EvolutionParameters {
    /// Iterations per task, and per task of the problem, in a cycle that starts from nothing, above 0.
    ///
    /// A cycle of `n` tasks has this times `n²` iterations.  Problems of 100 jobs are stuck after 200 000 and gain by
    /// starting again, while 400 jobs still gain from cooling more slowly at ten times as many.
    var cycleIterations = 20.0
    /// The least iterations per task in a cycle that starts from nothing, at least 1.
    var leastCycleIterations = 1_800.0
    /// Length of a cycle that starts from a crossing, as a part of a full one, above 0.
    var crossingPart = 0.4
    /// Start temperature of a cycle that starts from a crossing, as a part of a full one's, 0 … 1.
    var crossingTemperature = 0.05
    /// The part of the budget that goes into cycles from nothing before plans are crossed, 0 … 1.
    var foundingPart = 0.35
    /// How many plans are kept, at least 2.
    var poolSize = 8
}

/// Annealing in cycles, and crossings of what the cycles found.
///
/// One long annealing leaves small problems stuck in a corner and large ones with weak regions.  So the budget is cut into
/// cycles that grow with the problem; the first ones start from nothing, later ones from a kept plan into which
/// neighbouring routes of another have been put.  A budget too short for two cycles is one annealing.
struct Evolution<Kernel: ConstraintKernel>: ~Copyable {
    var search: RuinRecreate<Kernel>
    let parameters = EvolutionParameters()
    let budget: SearchBudget
    /// How warm the first cycle begins; 1 for one that starts from nothing.
    let warmth: Double
    /// The best plan of all cycles.
    var champion: SolutionRecord
    /// What each arm did.
    private(set) var arms = ArmTable()
    private var pool: ElitePool
    private var scale = 1.0
    /// Iterations between two looks at the clock.
    private static var stride: Int { 128 }

    init(
        _ instance: CompiledInstance,
        parameters: RuinParameters,
        prices: [TaskReference: Cost],
        budget: SearchBudget,
        warmth: Double,
        seed: UInt64
    ) {
        search = RuinRecreate(instance, parameters: parameters, prices: prices, seed: seed)
        champion = SolutionRecord(instance)
        pool = ElitePool(capacity: self.parameters.poolSize)
        self.budget = budget
        self.warmth = warmth
    }

    /// Searches until the budget is used up or `shouldStop`.
    mutating func run(
        from start: Plan?,
        shouldStop: () -> Bool,
        onProgress: (borrowing SolutionRecord, Int, SearchArm) -> Void
    ) -> Termination {
        champion.copy(from: search.best)
        if let start { search.adopt(start) }
        search.fillIn()
        keepChampion()
        onProgress(champion, 0, .ruinAndRecreate)
        scale = Double(max(search.solution.routeCost, 1)) / Double(max(search.hopeful.count, 1))
        let mark = budget.elapsed
        var cycle = 0
        while true {
            let iterations = search.counters.iterations
            let isFounding =
                pool.members.count < 2 || budget.fraction(after: iterations) < parameters.foundingPart
            let (before, start) = (search.totals, budget.elapsed)
            if cycle > 0 { begin(fromNothing: isFounding) }
            let ended = anneal(isFounding: isFounding, isFirst: cycle == 0, mark, shouldStop, onProgress)
            var done = search.totals - before
            done.seconds = budget.elapsed - start
            arms.credit(isFounding ? .ruinAndRecreate : .crossover, done)
            pool.offer(Elite(search.best))
            if let ended { return ended }
            cycle += 1
        }
    }

    /// Sets the current plan for the next cycle.
    private mutating func begin(fromNothing: Bool) {
        if fromNothing {
            search.reset()
            search.resetPrice()
            search.fillIn()
        } else {
            let count = pool.members.count
            let one = search.random.below(count)
            let other = (one + 1 + search.random.below(count - 1)) % count
            search.load(pool.members[one])
            search.best.forget()
            search.cross(with: pool.members[other])
        }
    }

    /// Anneals one cycle; returns why the search ends, if it ends in this cycle.
    private mutating func anneal(
        isFounding: Bool,
        isFirst: Bool,
        _ mark: Double,
        _ shouldStop: () -> Bool,
        _ onProgress: (borrowing SolutionRecord, Int, SearchArm) -> Void
    ) -> Termination? {
        let began = search.counters.iterations
        let factor = isFirst ? warmth : isFounding ? 1 : parameters.crossingTemperature
        let cooling = Cooling(
            start: search.parameters.startTemperature * scale * factor,
            end: search.parameters.endTemperature * scale
        )
        var length = cycleLength(isFounding: isFounding)
        while true {
            let done = search.counters.iterations
            if budget.isOver(after: done) { return budget.termination(after: done) }
            if shouldStop() { return .cancelled }
            let left = max((budget.expectedIterations(after: done, since: mark) ?? .max) - done, 1)
            if isFirst, done % 4096 == 0 { length = fit(cycleLength(isFounding: true), into: done + left) }
            if done - began >= length { return nil }
            let rest = length - (done - began)
            let part = Double(done - began) / Double(done - began + min(rest, left))
            search.anneal(budget.clip(Self.stride, after: done), cooling, part: part)
            keepChampion()
            onProgress(
                champion,
                search.counters.iterations,
                isFounding ? .ruinAndRecreate : .crossover
            )
        }
    }

    /// Iterations of a full cycle, or of one that starts from a crossing.
    private func cycleLength(isFounding: Bool) -> Int {
        let count = Double(search.hopeful.count)
        let full = count * max(parameters.cycleIterations * count, parameters.leastCycleIterations)
        return max(Int(isFounding ? full : full * parameters.crossingPart), Self.stride)
    }

    /// A budget that has not room for two cycles is one cycle.
    private func fit(_ length: Int, into total: Int) -> Int {
        total < 2 * length ? total : length
    }

    private mutating func keepChampion() {
        if search.best.isBetter(than: champion) { champion.copy(from: search.best) }
    }
}
