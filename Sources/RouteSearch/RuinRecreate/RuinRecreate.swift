import VehicleRouting

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Slack induction by string removals: remove neighbouring pieces of routes, put the tasks back greedily,
/// accept by annealing.
///
/// The method is that of Christiaens and Vanden Berghe (2020), with three additions that were measured to pay: whole routes
/// as ruins, an adaptive price for leaving a task out, and two disturbances of routes (cuts and exchanged tails) before
/// the ruin.  A candidate that has become dearer than the acceptance threshold is given up before it is complete.
struct RuinRecreate<Kernel: ConstraintKernel>: ~Copyable {
    let instance: CompiledInstance
    let parameters: RuinParameters
    var solution: SearchSolution<Kernel>
    var random: SearchRandom
    /// Heads of the requests that no route has.
    var absent: TaskList
    /// The same, of the candidate being made.
    var candidateAbsent: TaskList
    /// Requests the candidate has taken out or tries to bring in.
    var pending: TaskList
    /// The tasks of the string being removed.
    var stretch: TaskList
    /// The round in which a slot was last ruined, and a task last taken up.
    let ruinedIn: Slab<Int32>
    let pendingIn: Slab<Int32>
    var round: Int32 = 0
    let orders: InsertionOrders
    /// What each request would cost alone on the cheapest vehicle; 0 for those no vehicle can serve.
    let alone: Slab<Int64>
    /// What the requests that no vehicle can serve weigh and cost; they are absent from every plan.
    var hopeless: (weight: Int64, price: Int64) = (0, 0)
    /// Requests that some vehicle could serve.
    var hopeful: TaskList
    /// Whether some of them may be left out at a price of its own.
    private(set) var hasOptional = false
    /// The adaptive price of leaving out a required task, in units of `alone`.
    var leaveOutFactor = 1.0
    /// The adaptive price of leaving out a request with a higher price of its own, in units of `alone`; only without the
    /// local search that breaks rules.
    var pressedFactor = Self.unpressed
    /// Whether the best plan serves every request that is dear to leave out.
    var bestIsFull = false
    /// How much more than its own price a request that may be left out counts for, as a part of what it would cost alone
    /// beyond that, 0 … 1.
    ///
    /// Where only long routes pay, no request does so alone, and a plan that begins with none stays without.  So a plan
    /// begins with all, and gives up what is not worth its road as this falls.
    var generosity = 0.0
    /// What the current plan costs, absent tasks at their prices.
    var currentCost: Int64 = 0
    var best: SolutionRecord
    var counters = SearchCounters()

    init(
        _ instance: CompiledInstance,
        parameters: RuinParameters = RuinParameters(),
        prices: [TaskReference: Cost] = [:],
        seed: UInt64
    ) {
        self.instance = instance
        self.parameters = parameters
        solution = SearchSolution(instance)
        random = SearchRandom(seed: seed)
        absent = TaskList(capacity: instance.taskCount)
        candidateAbsent = TaskList(capacity: instance.taskCount)
        pending = TaskList(capacity: instance.taskCount)
        stretch = TaskList(capacity: instance.taskCount)
        hopeful = TaskList(capacity: instance.taskCount)
        ruinedIn = Slab(repeating: -1, count: instance.fleet.slotCount)
        pendingIn = Slab(repeating: -1, count: instance.taskCount)
        orders = InsertionOrders(instance)
        alone = Slab(repeating: 0, count: instance.taskCount)
        best = SolutionRecord(instance)
        sortOutHopeless()
        raise(to: prices)
        currentCost = costOfAbsent()
        best.record(solution, weight: weight(of: absent), price: price(of: absent))
    }

    /// Finds what each request would cost alone, and which no vehicle may serve.
    ///
    /// One that fits no vehicle alone may still fit between others, as a backhaul does; it is taken to cost twice the
    /// average.
    private mutating func sortOutHopeless() {
        var (sum, count) = (Int64(0), Int64(0))
        for task in 0..<Int32(instance.visitCount) where instance.tasks.isHead(task) {
            let rows = instance.types.indices.map { $0 * instance.taskCount + Int(task) }
            guard rows.contains(where: { instance.tasks.allowed[$0] }) else {
                hopeless.weight += instance.tasks.weight[task]
                hopeless.price += instance.tasks.price[task]
                continue
            }
            hopeful.append(task)
            absent.append(task)
            if instance.tasks.weight[task] == 0 { hasOptional = true }
            let least = rows.map { solution.single[$0] }.min() ?? .max
            guard least < .max else { continue }
            alone[task] = max(least, 1)
            (sum, count) = (sum + least, count + 1)
        }
        for index in 0..<hopeful.count where alone[hopeful[index]] == 0 {
            alone[hopeful[index]] = max(2 * sum / max(count, 1), 1)
        }
    }

    /// Raises what requests are worth to the prices of a relaxation, where those are higher.
    private func raise(to prices: [TaskReference: Cost]) {
        for index in 0..<hopeful.count {
            let task = hopeful[index]
            guard let price = prices[instance.reference(task)] else { continue }
            alone[task] = max(alone[task], Int64(price.ticks) / instance.ticksPerUnit)
        }
    }

    /// Builds a plan: every absent request in a good order, at its cheapest place.
    mutating func fillIn() {
        solution.beginCandidate()
        round &+= 1
        pending.replace(with: absent)
        orders.arrange(pending, &random)
        candidateAbsent.removeAll()
        _ = recreate(upTo: .max)
        accept()
        noteBest()
    }

    /// Sets the price of leaving out back to where a trajectory begins.
    mutating func resetPrice() {
        leaveOutFactor = parameters.adaptsPrice ? 1.0 : Self.fixedFactor
        pressedFactor = Self.unpressed
        currentCost = solution.routeCost + costOfAbsent()
    }

    /// The factor that makes leaving out a last resort.
    static var fixedFactor: Double { 8 }

    /// Makes one candidate and accepts or rejects it at a temperature in search units.
    mutating func iterate(temperature: Double) {
        counters.iterations += 1
        solution.beginCandidate()
        round &+= 1
        pending.removeAll()
        candidateAbsent.removeAll()
        isPatient = false
        disturb()
        if !makeRoom(), !growRoute() { ruin() }
        takeUpAbsent()
        orders.arrange(pending, &random)
        let threshold = currentCost &+ Int64(min(-temperature * log(1 - random.unit()), 1e15))
        if recreate(upTo: threshold) {
            let isBetter = solution.routeCost &+ absentCostOfCandidate < currentCost
            accept()
            // What is left out at less than its price may hide that a full plan is the best.
            let isPressed = !Kernel.mayBreakRules && pressedFactor < Self.unpressed
            if isBetter || isPressed || best.weight > hopeless.weight { noteBest() }
        } else {
            solution.rollBack()
        }
    }

    /// Puts the pending requests back one by one; false as soon as the candidate costs more than
    /// `threshold`.
    private mutating func recreate(upTo threshold: Int64) -> Bool {
        absentCostOfCandidate = costOfCandidateAbsent()
        for index in 0..<pending.count {
            let task = pending[index]
            if !place(task) {
                candidateAbsent.append(task)
                absentCostOfCandidate &+= leaveOutPrice(of: task)
            }
            if !isPatient, solution.routeCost &+ absentCostOfCandidate > threshold { return false }
        }
        if Kernel.trips, instance.needs.trips { joinTrips() }
        if instance.types.count > 1 { trade() }
        return solution.routeCost &+ absentCostOfCandidate <= threshold
    }

    /// Puts one request at its cheapest place: in a route, in an empty vehicle, or nowhere.
    private mutating func place(_ task: Int32) -> Bool {
        let (slot, fresh) = cheapestFresh(task)
        let limit = min(fresh, leaveOutPrice(of: task))
        if instance.tasks.partner[task] < 0 {
            let place = solution.bestPlace(of: task, below: limit, blink: parameters.blink, random: &random)
            if Kernel.trips, instance.needs.trips {
                let trip = solution.bestTrip(of: task, below: min(place.delta, limit))
                if trip.after >= 0, solution.insert(task, trip) { return true }
            }
            if place.after >= 0 {
                solution.insert(task, place)
                return true
            }
        } else {
            let place = solution.bestPairPlace(
                of: task,
                below: limit,
                blink: parameters.blink,
                everywhere: false,
                random: &random
            )
            if place.afterPickup >= 0 {
                solution.insertPair(task, place)
                return true
            }
        }
        guard slot >= 0, fresh <= leaveOutPrice(of: task) else { return false }
        open(slot, with: task, delta: fresh)
        return true
    }

    /// Sends an empty vehicle out with one request.
    mutating func open(_ slot: Int32, with task: Int32, delta: Int64) {
        let start = solution.start(slot)
        if instance.tasks.partner[task] < 0 {
            let compartment = Kernel.detailed ? solution.roomiestCompartment(for: task, slot, slot) : 0
            solution.insert(task, Place(delta: delta, after: start, compartment: compartment))
        } else {
            let compartment = solution.pairCompartment(for: task, slot, slot)
            let place = PairPlace(
                delta: delta,
                afterPickup: start,
                afterDelivery: task,
                compartment: compartment
            )
            solution.insertPair(task, place)
        }
    }

    /// The empty vehicle that would serve a request alone at the least cost, and that cost; slot −1 when
    /// there is none.
    @inline(__always)
    func cheapestFresh(_ task: Int32) -> (slot: Int32, cost: Int64) {
        var best: (slot: Int32, cost: Int64) = (-1, .max)
        for type in 0..<instance.types.count {
            let cost = solution.single[type &* instance.taskCount &+ Int(task)]
            guard cost < best.cost else { continue }
            let slot = solution.emptySlot(of: Int32(type))
            if slot >= 0 { best = (slot, cost) }
        }
        if Kernel.rich, instance.needs.relations, best.slot >= 0 {
            let partner = instance.tasks.partner[task]
            guard solution.relationsAllow(task, on: best.slot),
                partner < 0 || solution.relationsAllow(partner, on: best.slot)
            else { return (-1, .max) }
        }
        return best
    }

    /// Whether the candidate in the making may be dear for a while: it has opened a route that is still to fill.
    var isPatient = false

    private var absentCostOfCandidate: Int64 = 0

    /// All counters, those of moves among them.
    var totals: SearchCounters {
        var totals = counters
        totals.tried = solution.moves.tried
        totals.pruned = solution.moves.tried - solution.moves.examined
        totals.applied = solution.moves.applied
        return totals
    }

    /// Makes the candidate the current plan.
    private mutating func accept() {
        counters.accepted += 1
        absent.replace(with: candidateAbsent)
        currentCost = solution.routeCost &+ absentCostOfCandidate
    }
}
