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
    /// The part of a cycle that is annealing, 0 … 1, where windows leave no freedom and where they leave much; the rest is
    /// local search.
    ///
    /// Ruins recreate within the windows and find little where those are narrow; the local search breaks them on its way.
    var annealingPart = (narrow: 0.1, wide: 0.3)
    /// From which freedom on the windows count as wide, 0 … 1; see `CompiledInstance.windowFreedom`.
    var wideFreedom = 0.5
    /// The part of a founding annealing in which what may be left out counts for more than its price, above 0, at most 1.
    var generousPart = 0.5
    /// Temperatures of the local search at the start and the end of a cycle, in units of cost per task, above 0.
    ///
    /// Below the annealing's: started colder it stays where the annealing ended, warmer it loses what that has found.
    var localTemperatures = (start: 0.2, end: 0.02)
    /// What a candidate of the local search counts for in iterations: about as much work, at least 1.
    var localWeight = 40
}

/// Annealing and local search in cycles, and crossings of what the cycles found.
///
/// One long annealing leaves small problems stuck in a corner and large ones with weak regions.  So the budget is cut into
/// cycles that grow with the problem; the first ones start from nothing, later ones from a kept plan into which
/// neighbouring routes of another have been put.  A cycle anneals, then hands its plan to the penalised local search, which
/// may break rules on its way and so reaches what ruins do not.  A budget too short for two cycles is one cycle.
struct Evolution<Kernel: ConstraintKernel>: ~Copyable {
    var search: RuinRecreate<Kernel>
    let parameters = EvolutionParameters()
    let budget: SearchBudget
    /// How warm the first cycle begins; 1 for one that starts from nothing.
    let warmth: Double
    /// The other islands, and this one's number among them; nil when it is alone.
    let company: (exchange: IncumbentExchange, island: Int)?
    /// The best plan of all cycles.
    var champion: SolutionRecord
    /// What each arm did.
    private(set) var arms = ArmTable()
    private var pool: ElitePool
    private var local: IteratedLocalSearch<Kernel>?
    /// What a task costs on average in the first plan, in search units.
    private var scale = 1.0
    /// What is left out at a price by the first plan costs, per task of the problem, in search units.
    private var stake = 0.0
    /// How much freedom the windows leave: 0 where they are narrow, 1 where they are wide.
    private let freedom: Double
    /// Seconds from the beginning to the first cycle.
    private var mark = 0.0
    /// Iterations before the current cycle.
    private var cycleBegan = 0
    /// Why the search has ended.
    private var ended: Termination?
    /// How often islands show each other their plans during the local search of their last cycle: it has no successor that
    /// could use what the others found.
    private static var tradesInLastCycle: Double { 5 }
    /// A cycle is the last one when the budget has at most this many times the room for its rest.
    private static var lastCycleRoom: Double { 1.5 }
    /// Iterations between two looks at the clock, where they are fast.
    private static var stride: Int { 128 }
    /// Seconds between two looks at the clock at the most, as far as the pace so far tells.
    private static var longestStride: Double { 0.05 }

    init(
        _ instance: CompiledInstance,
        parameters: RuinParameters,
        prices: [TaskReference: Cost],
        budget: SearchBudget,
        warmth: Double,
        company: (exchange: IncumbentExchange, island: Int)?,
        seed: UInt64
    ) {
        freedom = min(instance.windowFreedom / self.parameters.wideFreedom, 1)
        search = RuinRecreate(instance, parameters: parameters, prices: prices, seed: seed)
        champion = SolutionRecord(instance)
        pool = ElitePool(capacity: self.parameters.poolSize)
        self.budget = budget
        self.warmth = warmth
        self.company = company
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
        // What must be served gets a place at once, wherever there is one.
        if start != nil || !Kernel.mayBreakRules { search.fillGaps(isFinal: true) }
        keepChampion()
        onProgress(champion, 0, .ruinAndRecreate)
        if start == nil, search.hasOptional { begin(.founding) }
        let count = Double(max(search.hopeful.count, 1))
        scale = Double(max(search.solution.routeCost, 1)) / count
        stake = Double(search.price(of: search.absent) - search.hopeless.price) / count
        mark = budget.elapsed
        var cycle = 0
        while true {
            let kind = kindOfCycle(cycle)
            if cycle > 0 { begin(kind) }
            let length = anneal(kind, isFirst: cycle == 0, shouldStop, onProgress)
            var best = Elite(search.best)
            if Kernel.mayBreakRules, !isOver(shouldStop) {
                best = improve(best, upTo: length, shouldStop, onProgress)
            }
            pool.offer(best)
            for other in plansOfOthers(shownFor: best, shouldStop) { pool.offer(other) }
            if let ended { return ended }
            cycle += 1
        }
    }

    /// Shows a plan to the other islands; returns theirs.
    private func plansOfOthers(shownFor plan: Elite, _ shouldStop: () -> Bool) -> [Elite] {
        guard let company else { return [] }
        return company.exchange.trade(plan, by: company.island, shouldStop: shouldStop)
    }

    /// What a cycle starts from.
    private enum Kind {
        /// Nothing.
        case founding
        /// The best plan.
        case reheating
        /// A kept plan with routes of another.
        case crossing
    }

    private func kindOfCycle(_ cycle: Int) -> Kind {
        if budget.fraction(after: search.counters.iterations) < parameters.foundingPart { return .founding }
        return pool.members.count < 2 ? (cycle == 0 ? .founding : .reheating) : .crossing
    }

    /// Sets the current plan for the next cycle.
    private mutating func begin(_ kind: Kind) {
        cycleBegan = search.counters.iterations
        switch kind {
        case .founding:
            search.reset()
            search.resetPrice()
            search.price(generosity: 1)
            search.fillIn()
        case .reheating:
            search.price(generosity: 0)
            search.load(pool.members[0])
        case .crossing:
            search.price(generosity: 0)
            let count = pool.members.count
            let one = search.random.below(count)
            let other = (one + 1 + search.random.below(count - 1)) % count
            search.load(pool.members[one])
            search.best.forget()
            // Routes of another plan could tear apart what belongs together.
            if !search.instance.needs.relations { search.cross(with: pool.members[other]) }
        }
    }

    /// Whether the budget is used up or the caller wants to stop; remembers why.
    private mutating func isOver(_ shouldStop: () -> Bool) -> Bool {
        let done = search.counters.iterations
        if ended == nil, budget.isOver(after: done) { ended = budget.termination(after: done) }
        if ended == nil, shouldStop() { ended = .cancelled }
        return ended != nil
    }

    /// Anneals the first part of a cycle; returns the length of the whole cycle in iterations.
    private mutating func anneal(
        _ kind: Kind,
        isFirst: Bool,
        _ shouldStop: () -> Bool,
        _ onProgress: (borrowing SolutionRecord, Int, SearchArm) -> Void
    ) -> Int {
        let factor = isFirst ? warmth : kind == .founding ? 1 : parameters.crossingTemperature
        let (before, start) = (search.totals, budget.elapsed)
        let cooling = Cooling(
            start: startTemperature * factor,
            end: search.parameters.endTemperature * scale
        )
        let share = Kernel.mayBreakRules ? annealingPart : 1
        var (length, unsettled) = (cycleLength(kind), 0)
        while !isOver(shouldStop) {
            let done = search.counters.iterations
            let left = left(after: done)
            if isFirst, done % 4096 == 0 { length = fit(cycleLength(kind), into: done + left) }
            let spent = done - cycleBegan
            let part = Double(spent) / (share * Double(spent + min(length - spent, left)))
            if part >= 1 { break }
            let count = budget.clip(stride(after: done), after: done)
            unsettled += count
            if search.generosity > 0 { search.price(generosity: max(1 - part / parameters.generousPart, 0)) }
            let isTidy = unsettled < Self.stride && budget.isTimed
            search.anneal(count, cooling, part: part, settles: !isTidy)
            if !isTidy { unsettled = 0 }
            keepChampion()
            onProgress(
                champion,
                search.counters.iterations,
                kind == .crossing ? .crossover : .ruinAndRecreate
            )
        }
        var done = search.totals - before
        done.seconds = budget.elapsed - start
        arms.credit(kind == .crossing ? .crossover : .ruinAndRecreate, done)
        return length
    }

    /// Where the annealing of a cycle from nothing begins, in search units of cost.
    ///
    /// What changes hands where requests are left out is their prices, and those can be many times what a task costs on its
    /// route.
    private var startTemperature: Double {
        let own = search.parameters.startTemperature * scale
        return Kernel.mayBreakRules ? own : max(own, search.parameters.priceTemperature * stake)
    }

    /// The part of a cycle that is annealing.
    private var annealingPart: Double {
        let (narrow, wide) = parameters.annealingPart
        return narrow + (wide - narrow) * freedom
    }

    /// Hands the plan of a cycle to the local search for the rest of it; returns the best plan then.
    private mutating func improve(
        _ plan: Elite,
        upTo length: Int,
        _ shouldStop: () -> Bool,
        _ onProgress: (borrowing SolutionRecord, Int, SearchArm) -> Void
    ) -> Elite {
        var local = self.local.take() ?? IteratedLocalSearch(search, typicalCost: scale, freedom: freedom)
        local.load(plan)
        let cooling = Cooling(
            start: parameters.localTemperatures.start * scale,
            end: parameters.localTemperatures.end * scale
        )
        let (began, before, start) = (search.counters.iterations, local.counters, budget.elapsed)
        let isLast = isLastCycle(length)
        let end = isLast ? .max : cycleBegan + length
        var trades = 0
        while search.counters.iterations < end, !isOver(shouldStop) {
            let done = search.counters.iterations
            let part = Double(done - began) / Double(done - began + min(end - done, left(after: done)))
            if isLast, part >= Double(trades) / Self.tradesInLastCycle {
                trades += 1
                followOthers(&local, shouldStop)
            }
            local.iterate(temperature: cooling.temperature(after: part))
            search.counters.iterations += parameters.localWeight
            if local.best.isBetter(than: champion) { champion.copy(from: local.best) }
            if local.counters.iterations % 16 == 0 {
                onProgress(champion, search.counters.iterations, .localSearch)
            }
        }
        var done = local.counters - before
        done.seconds = budget.elapsed - start
        arms.credit(.localSearch, done)
        let best = local.best
        self.local = consume local
        return best
    }

    /// Whether a cycle of this length leaves no room for another worth beginning.
    private func isLastCycle(_ length: Int) -> Bool {
        let done = search.counters.iterations
        return Double(left(after: done)) <= Self.lastCycleRoom * Double(cycleBegan + length - done)
    }

    /// Goes on from the best plan of another island, if it is better than any of this one's.
    private func followOthers(_ local: inout IteratedLocalSearch<Kernel>, _ shouldStop: () -> Bool) {
        let others = plansOfOthers(shownFor: local.best, shouldStop)
        guard let best = others.min(by: { $0.isBetter(than: $1) }), best.isBetter(than: local.best) else {
            return
        }
        local.load(best)
    }

    /// Iterations until the next look at the clock; always the same number where iterations are the budget, so that a run
    /// can be repeated.
    private func stride(after done: Int) -> Int {
        guard budget.isTimed else { return Self.stride }
        let seconds = max(budget.elapsed - mark, 0.001)
        return min(max(Int(Self.longestStride * Double(done) / seconds), 1), Self.stride)
    }

    /// How many iterations the budget still has room for, at least 1.
    private func left(after done: Int) -> Int {
        max((budget.expectedIterations(after: done, since: mark) ?? .max) - done, 1)
    }

    /// Iterations of a cycle.
    private func cycleLength(_ kind: Kind) -> Int {
        let count = Double(search.hopeful.count)
        let full = count * max(parameters.cycleIterations * count, parameters.leastCycleIterations)
        return max(Int(kind == .founding ? full : full * parameters.crossingPart), Self.stride)
    }

    /// A budget that has not room for two cycles is one cycle.
    private func fit(_ length: Int, into total: Int) -> Int {
        total < 2 * length ? total : length
    }

    private mutating func keepChampion() {
        if search.best.isBetter(than: champion) { champion.copy(from: search.best) }
    }
}
