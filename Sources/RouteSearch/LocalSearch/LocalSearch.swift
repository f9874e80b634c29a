/// A first-improvement search over a plan that may break windows and capacities at a price.
///
/// Only tasks near each other are brought together (Toth and Vigo's granular neighbourhoods), and only tasks whose
/// surroundings have changed are looked at.  Moves: chains of one to three tasks to another place (relocate, Or-opt), chains
/// of one and two against each other (exchange), tails of two routes (2-opt*), an empty vehicle for a task or a tail, all
/// between routes of different types and depots where the vehicles may, and leaving out or taking in what has a price; for some
/// candidates the free exchange of two tasks (SWAP*) as well.
struct LocalSearch<Kernel: ConstraintKernel>: ~Copyable {
    let instance: CompiledInstance
    var solution: LocalSolution<Kernel>
    var queue: LocalQueue
    /// The arcs it tries to bring into the plan.
    private let links: LinkTable
    /// Arcs looked at that moves might bring into the plan.
    var tried = 0
    /// Those of them whose moves were priced.
    var examined = 0
    /// Moves made.
    var applied = 0

    init(_ instance: CompiledInstance, penalties: Penalties) {
        self.instance = instance
        solution = LocalSolution(instance, penalties: penalties)
        queue = LocalQueue(capacity: instance.taskCount)
        links = LinkTable(instance)
    }

    /// Makes moves that pay until no task that waits has one.
    mutating func run() {
        while let task = queue.popFirst() {
            guard solution.nodes[task].route >= 0 else { continue }
            if improve(task) { queue.append(task) }
        }
    }

    /// Makes the first move found that pays around a task; false when there is none.
    private mutating func improve(_ task: Int32) -> Bool {
        let width = links.width
        let row = Int(task) &* width
        for rank in 0..<width {
            let link = links.entries[row &+ rank]
            let near = link >> 1
            guard solution.nodes[near].route >= 0 else { continue }
            tried &+= 1
            if link & 1 == 0 {
                if promises(near, task), joinBehind(near, task) { return true }
            } else if promises(task, near), joinBefore(near, task) {
                return true
            }
        }
        return openRoute(for: task)
    }

    /// Whether an arc from one task to another may be part of a move that pays: it is shorter than one of the two that
    /// would go, or a rule is broken that the move may mend.
    ///
    /// A move that pays has an arc that is shorter than one beside it, and is found when that arc is looked at.
    @inline(__always)
    private func promises(_ first: Int32, _ second: Int32) -> Bool {
        let (one, two) = (solution.nodes[first], solution.nodes[second])
        let type = solution.routes[one.route].type
        let link = solution.price(solution.arc(type, one.location, two.location), type)
        let broken = solution.routes[one.route].penalty + solution.routes[two.route].penalty
        if link < solution.priceNext(one, type) + broken { return true }
        let other = solution.routes[two.route].type
        return link < solution.priceNext(solution.nodes[two.previous], other) + broken
    }

    /// Moves after which `task` follows `near`.
    @inline(__always)
    private mutating func joinBehind(_ near: Int32, _ task: Int32) -> Bool {
        guard solution.nodes[near].next != task else { return false }
        examined &+= 1
        if solution.exchangeTailsDelta(after: near, and: solution.nodes[task].previous) != nil {
            return exchangeTails(after: near, and: solution.nodes[task].previous)
        }
        for count in Int32(1)...3 {
            guard let chain = solution.chain(from: task, count: count), !solution.contains(chain, near) else {
                break
            }
            if let delta = solution.relocateDelta(chain, after: near) {
                return relocate(chain, after: near, delta)
            }
            guard count < 3 else { break }
            let following = solution.nodes[near].next
            for other in Int32(1)...count {
                guard solution.isTask(following),
                    let partner = solution.chain(from: following, count: other),
                    !overlap(chain, partner)
                else { break }
                if let delta = solution.exchangeDelta(chain, partner) {
                    return exchange(chain, partner, delta)
                }
            }
        }
        return false
    }

    /// Moves after which `near` follows `task`.
    @inline(__always)
    private mutating func joinBefore(_ near: Int32, _ task: Int32) -> Bool {
        guard solution.nodes[task].next != near else { return false }
        examined &+= 1
        if solution.exchangeTailsDelta(after: task, and: solution.nodes[near].previous) != nil {
            return exchangeTails(after: task, and: solution.nodes[near].previous)
        }
        let before = solution.nodes[near].previous
        for count in Int32(1)...2 {
            guard let chain = solution.chain(to: task, count: count), !solution.contains(chain, near) else {
                break
            }
            if !solution.contains(chain, before), let delta = solution.relocateDelta(chain, after: before) {
                return relocate(chain, after: before, delta)
            }
            for other in Int32(1)...count {
                guard solution.isTask(before), let partner = solution.chain(to: before, count: other),
                    !overlap(chain, partner)
                else { break }
                if let delta = solution.exchangeDelta(chain, partner) {
                    return exchange(chain, partner, delta)
                }
            }
        }
        return false
    }

    /// Gives a task, or it and all behind it, to an empty vehicle.
    private mutating func openRoute(for task: Int32) -> Bool {
        let slot = solution.nodes[task].route
        guard solution.routes[slot].count > 1 || instance.types.count > 1 else { return false }
        let alone = Chain(first: task, last: task, count: 1)
        for type in 0..<Int32(instance.types.count) {
            let empty = solution.emptySlot(of: type)
            guard empty >= 0, type != solution.routes[slot].type || solution.routes[slot].count > 1 else {
                continue
            }
            let start = solution.start(empty)
            if let delta = solution.relocateDelta(alone, after: start) {
                return relocate(alone, after: start, delta)
            }
            let before = solution.nodes[task].previous
            if solution.isTask(before), solution.exchangeTailsDelta(after: before, and: start) != nil {
                return exchangeTails(after: before, and: start)
            }
        }
        return false
    }

    @inline(__always)
    private func overlap(_ one: Chain, _ two: Chain) -> Bool {
        solution.contains(one, two.first) || solution.contains(one, two.last)
            || solution.contains(two, one.first)
    }
}

extension LocalSearch {
    private mutating func relocate(_ chain: Chain, after node: Int32, _ delta: Int64) -> Bool {
        let promised = solution.cost + solution.penalty + delta
        wake(around: chain)
        wake(node)
        wake(solution.nodes[node].next)
        solution.relocate(chain, after: node)
        return isKept(promised)
    }

    private mutating func exchange(_ one: Chain, _ two: Chain, _ delta: Int64) -> Bool {
        let promised = solution.cost + solution.penalty + delta
        wake(around: one)
        wake(around: two)
        solution.exchange(one, two)
        return isKept(promised)
    }

    private mutating func exchangeTails(after one: Int32, and two: Int32) -> Bool {
        let delta = solution.exchangeTailsDelta(after: one, and: two) ?? 0
        let promised = solution.cost + solution.penalty + delta
        for node in [one, two] {
            wake(node)
            wake(solution.nodes[node].next)
        }
        solution.exchangeTails(after: one, and: two)
        return isKept(promised)
    }

    /// Whether the move just made has changed the cost as promised; always true, asserted in debug builds.
    mutating func isKept(_ promised: Int64) -> Bool {
        applied &+= 1
        assert(solution.cost + solution.penalty == promised, "the promised delta is not the change of cost")
        return true
    }

    /// Lets a task be looked at.
    @inline(__always)
    mutating func wake(_ node: Int32) {
        if solution.isTask(node) { queue.append(node) }
    }

    private mutating func wake(around chain: Chain) {
        wake(solution.nodes[chain.first].previous)
        wake(chain.first)
        wake(chain.last)
        wake(solution.nodes[chain.last].next)
    }
}
