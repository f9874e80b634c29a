#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A penalised iterated local search: takes some neighbouring tasks out, puts them back where they cost least, improves, and
/// accepts by annealing.
///
/// The neighbourhoods and penalties are those of hybrid genetic search (Vidal et al. 2013; Wouda, Lan and Kool, *INFORMS
/// Journal on Computing* 36 (2024), 943–955).
struct IteratedLocalSearch<Kernel: ConstraintKernel>: ~Copyable {
    let instance: CompiledInstance
    var search: LocalSearch<Kernel>
    var random: SearchRandom
    /// Heads of the requests that no route has.
    var absent: TaskList
    private var absentBefore: TaskList
    private var pending: TaskList
    private let freeExchangeChance: Double
    private let takenIn: Slab<Int32>
    private var round: Int32 = 0
    /// What leaving each task out is charged with, in search units.
    private let leaveOut: Slab<Int64>
    /// What the requests that no vehicle can serve weigh and cost.
    private let hopeless: (weight: Int64, price: Int64)
    private var currentCost: Int64 = 0
    /// The best plan that keeps every rule, since the start.
    private(set) var best: Elite
    /// What was done since the beginning.
    private(set) var counters = SearchCounters()
    private let hopeful: TaskList

    /// Probability that the routes of a candidate look for others to exchange vehicles with, 0 … 1.
    private static var exchangeVehiclesChance: Double { 0.1 }
    /// Probability that the routes of a candidate look for free exchanges, 0 … 1, where windows leave no freedom and where
    /// they leave much: narrow windows hardly ever let two tasks go to other places, and long routes take long to find that out.
    private static var freeExchangeChance: (narrow: Double, wide: Double) { (0.03, 0.1) }
    /// Probability that the tasks taken out are those near in time as well as on the road, 0 … 1: where windows are narrow,
    /// tasks near by road alone mostly go back to where they were.
    private static var nearChance: Double { 0.5 }
    /// How often a seed is drawn at the most.
    private static var mostDraws: Int { 20 }
    /// The most tasks taken out at once.
    private static var mostRemoved: Int { 25 }

    /// A local search on the instance of another search.
    ///
    /// - Parameters:
    ///   - typicalCost: What one task costs on average, in search units.
    ///   - freedom: How much freedom the windows leave: 0 where they are narrow, 1 where they are wide.
    init(_ origin: borrowing RuinRecreate<Kernel>, typicalCost: Double, freedom: Double) {
        instance = origin.instance
        search = LocalSearch(instance, penalties: Penalties(instance, typicalCost: typicalCost))
        random = origin.random
        absent = TaskList(capacity: instance.taskCount)
        absentBefore = TaskList(capacity: instance.taskCount)
        pending = TaskList(capacity: instance.taskCount)
        takenIn = Slab(repeating: -1, count: instance.taskCount)
        leaveOut = Slab(repeating: 0, count: instance.taskCount)
        hopeless = origin.hopeless
        hopeful = TaskList(copying: origin.hopeful)
        best = Elite(origin.best)
        let (narrow, wide) = Self.freeExchangeChance
        freeExchangeChance = narrow + (wide - narrow) * freedom
        for index in 0..<origin.hopeful.count {
            let task = origin.hopeful[index]
            let weight = instance.tasks.weight[task]
            leaveOut[task] =
                weight > 0
                ? 8 * (1 + weight / Int64(instance.taskCount + 1)) * origin.alone[task]
                : instance.tasks.price[task]
        }
    }

    /// Makes a kept plan the current one.
    mutating func load(_ elite: Elite) {
        search.solution.clear()
        for route in elite.slots.indices { search.solution.lay(elite, route) }
        absent.removeAll()
        for index in 0..<hopeful.count where search.solution.nodes[hopeful[index]].route < 0 {
            absent.append(hopeful[index])
        }
        for index in 0..<hopeful.count { search.queue.append(hopeful[index]) }
        search.solution.beginCandidate()
        search.run()
        currentCost = cost
        best = elite
        noteBest()
    }

    /// What the current plan costs, broken rules charged and absent tasks at their prices.
    private var cost: Int64 {
        var sum = search.solution.cost + search.solution.penalty
        for index in 0..<absent.count { sum += leaveOut[absent[index]] }
        return sum
    }

    /// Makes one candidate and accepts or rejects it at a temperature in search units.
    mutating func iterate(temperature: Double) {
        counters.iterations += 1
        search.solution.beginCandidate()
        absentBefore.replace(with: absent)
        takeOut()
        putBack()
        search.run()
        if random.chance(freeExchangeChance) { search.exchangeFreely() }
        if Kernel.fleet, instance.hasAlikeTypes { changeVehicles() }
        (counters.tried, counters.applied) = (search.tried, search.applied)
        counters.pruned = search.tried - search.examined
        let candidate = cost
        let threshold = currentCost &+ Int64(min(-temperature * log(1 - random.unit()), 1e15))
        if candidate < threshold {
            counters.accepted += 1
            currentCost = candidate
            noteBest()
        } else {
            search.solution.rollBack()
            absent.replace(with: absentBefore)
        }
        let routes = broken
        if search.solution.penalties.note(inTime: !routes.inTime, inLoad: !routes.inLoad) {
            search.solution.recharge()
            currentCost = cost
        }
    }

    /// Lets the routes of the candidate have the vehicles they should.
    private mutating func changeVehicles() {
        search.solution.takeCheapestVehicles()
        if random.chance(Self.exchangeVehiclesChance) { search.solution.exchangeVehicles() }
    }

    /// Which rules the plan breaks.
    private var broken: (inTime: Bool, inLoad: Bool) {
        guard !search.solution.isFeasible else { return (false, false) }
        var (time, load) = (false, false)
        for slot in 0..<Int32(search.solution.routes.count) where search.solution.routes[slot].count > 0 {
            time = time || search.solution.routes[slot].warp > 0
            load = load || search.solution.routes[slot].excess > 0
        }
        return (time, load)
    }

    /// Takes a random task and some around it out of the plan into `pending`.
    private mutating func takeOut() {
        round &+= 1
        pending.removeAll()
        let seed = seed()
        let isNear = random.chance(Self.nearChance)
        let width = isNear ? instance.neighbours.nearCount : instance.neighbours.adjacentCount
        let wanted = 1 + random.below(min(Self.mostRemoved, max(instance.taskCount / 4, 1)))
        takeOut(seed)
        var rank = 0
        while pending.count < wanted, rank < width {
            let entry = Int(seed) * width + rank
            takeOut(isNear ? instance.neighbours.near[entry] : instance.neighbours.adjacent[entry])
            rank += 1
        }
        for entry in 0..<search.solution.undo.slotCount {
            search.solution.refreshCounted(search.solution.undo.slots[entry])
        }
        absent.removeAll()
        for index in 0..<absentBefore.count where takenIn[absentBefore[index]] != round {
            absent.append(absentBefore[index])
        }
    }

    /// A random task, on a route or required if some draws find one: around optional tasks that are absent little changes.
    private mutating func seed() -> Int32 {
        var task = Int32(random.below(instance.taskCount))
        for _ in 0..<Self.mostDraws {
            if search.solution.nodes[task].route >= 0 || instance.tasks.weight[task] > 0 { break }
            task = Int32(random.below(instance.taskCount))
        }
        return task
    }

    private mutating func takeOut(_ task: Int32) {
        guard leaveOut[task] > 0 else { return }
        takenIn[task] = round
        pending.append(task)
        guard search.solution.nodes[task].route >= 0 else { return }
        search.wake(search.solution.nodes[task].previous)
        search.wake(search.solution.nodes[task].next)
        search.solution.unlink(task)
    }

    /// Puts the pending tasks back in random order.
    private mutating func putBack() {
        pending.shuffle(&random)
        for index in 0..<pending.count {
            let task = pending[index]
            let place = search.solution.cheapestPlace(of: task, below: leaveOut[task])
            guard place.after >= 0 else {
                absent.append(task)
                continue
            }
            search.solution.insert(task, after: place.after)
            search.wake(task)
            search.wake(search.solution.nodes[task].previous)
            search.wake(search.solution.nodes[task].next)
        }
    }

    /// Keeps the current plan if it keeps every rule and is the best so far.
    private mutating func noteBest() {
        guard search.solution.isFeasible else { return }
        var (weight, price) = hopeless
        for index in 0..<absent.count {
            weight += instance.tasks.weight[absent[index]]
            price += instance.tasks.price[absent[index]]
        }
        guard (weight, search.solution.cost + price) < (best.weight, best.cost) else { return }
        best = search.solution.elite(weight: weight, price: price)
        counters.improvements += 1
    }
}
