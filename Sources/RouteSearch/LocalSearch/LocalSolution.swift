/// The plan the local search works on: like `SearchSolution`, but windows and capacities may be broken at a price.
///
/// Every node knows the stretch of its route before and behind it, so that a move is priced by joining a few stretches.
/// For the plain, fleet and mixed kernels only: their routes cost what their arcs cost.
struct LocalSolution<Kernel: ConstraintKernel>: ~Copyable {
    let instance: CompiledInstance
    let nodes: Slab<LocalNode>
    let routes: Slab<LocalRoute>
    /// The load from the start of the route up to and with each node, for the fleet kernel.
    let loads: Slab<LoadVector>
    /// The loads before and behind each node, for the mixed kernel.
    let stretches: Slab<NodeLoads>
    /// The roads from the start of the route to each node, where types are alike.
    let reach: Slab<RoadSum>
    /// Each task alone.
    let visits: Slab<TimeSegment>
    /// A slot of each type that was seen empty; −1 when all were seen in use, −2 when it must be looked for.
    let emptyHint: Slab<Int32>
    /// The order of a stretch that a move within a route would make.
    let stretch: Slab<Int32>
    var stretchCount = 0
    /// What is noted while two routes look for an exchange.
    var exchanges: FreeExchangeNotes
    var undo: LocalUndo
    /// The price of breaking a rule.
    var penalties: Penalties

    /// What all routes cost, without what they are charged for broken rules.
    var cost: Int64 = 0
    /// What all routes are charged for broken rules.
    var penalty: Int64 = 0

    init(_ instance: CompiledInstance, penalties: Penalties) {
        self.instance = instance
        self.penalties = penalties
        let tasks = instance.taskCount
        let slots = instance.fleet.slotCount
        let nothing = TimeSegment(duration: 0, warp: 0, earliest: 0, latest: 0)
        let blank = LocalNode(
            next: -1,
            previous: -1,
            route: -1,
            position: 0,
            location: 0,
            lengthNext: 0,
            timeNext: 0,
            load: 0,
            before: nothing,
            after: nothing
        )
        nodes = Slab(repeating: blank, count: tasks + 2 * slots)
        routes = Slab(
            repeating: LocalRoute(type: 0, count: 0, warp: 0, excess: 0, cost: 0, penalty: 0),
            count: slots
        )
        loads = Slab(repeating: .zero, count: Kernel.fleet && !Kernel.mixed ? tasks + 2 * slots : 0)
        stretches = Slab(repeating: .none, count: Kernel.mixed ? tasks + 2 * slots : 0)
        reach = Slab(
            repeating: .zero,
            count: Kernel.fleet && instance.hasAlikeTypes ? tasks + 2 * slots : 0
        )
        visits = Slab(repeating: nothing, count: tasks)
        emptyHint = Slab(repeating: -2, count: instance.types.count)
        stretch = Slab(repeating: 0, count: tasks)
        exchanges = FreeExchangeNotes(instance)
        undo = LocalUndo(instance)
        for task in 0..<tasks {
            nodes.update(Int32(task)) { $0.location = instance.tasks.location[task] }
            visits[task] = TimeSegment(
                duration: instance.tasks.service[task],
                warp: 0,
                earliest: instance.tasks.opens[task],
                latest: instance.tasks.closes[task]
            )
        }
        for type in instance.types.indices {
            for slot in instance.fleet.firstSlot[type]..<instance.fleet.firstSlot[type + 1] {
                prepare(slot, type: Int32(type))
            }
        }
    }

    /// The node where the route in `slot` starts; its end is the node after it in number.
    @inline(__always)
    func start(_ slot: Int32) -> Int32 {
        Int32(instance.taskCount) &+ 2 &* slot
    }

    /// Whether a node is a task, not the start or end of a route.
    @inline(__always)
    func isTask(_ node: Int32) -> Bool {
        Int(node) < instance.taskCount
    }

    /// Whether no rule is broken.
    var isFeasible: Bool { penalty == 0 }

    /// Makes `slot` an empty route of `type`.
    private func prepare(_ slot: Int32, type: Int32) {
        let entry = instance.types[Int(type)]
        let (first, last) = (start(slot), start(slot) + 1)
        var earliest = entry.earliestDeparture
        if let window = entry.departureWindows.first { earliest = max(earliest, window.opens) }
        let latest = instance.fleet.lastOpening(instance.fleet.terms[type].returnWindows, at: entry.latestEnd)
        routes.update(slot) { $0.type = type }
        nodes.update(first) {
            $0.route = slot
            $0.next = last
            $0.location = entry.start
            $0.before = TimeSegment(duration: 0, warp: 0, earliest: earliest, latest: max(latest, earliest))
        }
        nodes.update(last) {
            $0.route = slot
            $0.previous = first
            $0.location = entry.end
            $0.after = TimeSegment(duration: 0, warp: 0, earliest: earliest, latest: max(latest, earliest))
        }
        refresh(slot)
    }

    /// Brings all figures of a route up to date after its links were changed.
    ///
    /// O(tasks).
    mutating func refreshCounted(_ slot: Int32) {
        let before = routes[slot]
        refresh(slot)
        let now = routes[slot]
        cost += now.cost - before.cost
        penalty += now.penalty - before.penalty
        if now.count == 0 { emptyHint[now.type] = slot }
    }

    /// Walks a route forward and backward.
    private func refresh(_ slot: Int32) {
        let type = routes[slot].type
        let (first, end) = (start(slot), start(slot) + 1)
        var (node, count, total, load) = (first, Int32(0), Int64(0), LoadVector.zero)
        while node != end {
            let next = nodes[node].next
            let arc = arc(type, nodes[node].location, nodes[next].location)
            nodes.update(node) {
                $0.lengthNext = arc.length
                $0.timeNext = arc.time
                $0.position = count
                $0.route = slot
            }
            total += price(arc, type)
            count += 1
            if isTask(next) {
                if !Kernel.mixed { load &+= amount(of: next) }
                let before = nodes[node].before.joined(arc.time, visits[next])
                nodes.update(next) {
                    $0.before = before
                    $0.load = load[0]
                }
                if Kernel.fleet, !Kernel.mixed { loads[next] = load }
            }
            node = next
        }
        let last = nodes[end].previous
        let warp = nodes[last].before.warpJoined(nodes[last].timeNext, nodes[end].after)
        nodes.update(end) { $0.position = count }
        refreshBackward(slot)
        if Kernel.mixed { load = refreshLoads(slot) }
        if Kernel.fleet, instance.hasAlikeTypes { refreshReach(slot) }
        let tasks = count - 1
        let excess = excess(load, type)
        routes[slot] = LocalRoute(
            type: type,
            count: tasks,
            warp: tasks == 0 ? 0 : warp,
            excess: excess,
            cost: tasks == 0 ? 0 : total + instance.fleet.terms[type].fixed,
            penalty: tasks == 0 ? 0 : penalties.charge(warp: warp, excess: excess)
        )
    }

    private func refreshBackward(_ slot: Int32) {
        var node = start(slot) + 1
        while true {
            let previous = nodes[node].previous
            guard previous >= 0 else { return }
            let own = isTask(previous) ? visits[previous] : nodes[previous].before
            let after = own.joined(nodes[previous].timeNext, nodes[node].after)
            nodes.update(previous) { $0.after = after }
            node = previous
        }
    }

    /// Joins the loads of a route both ways; returns the most on board.
    private func refreshLoads(_ slot: Int32) -> LoadVector {
        let (first, end) = (start(slot), start(slot) + 1)
        var (segment, node) = (LoadSegment.none, first)
        while node != end {
            if isTask(node) { segment = segment.joined(goods(of: node)) }
            stretches.update(node) { $0.before = segment }
            node = nodes[node].next
        }
        segment = .none
        while node != first {
            node = nodes[node].previous
            if isTask(node) { segment = goods(of: node).joined(segment) }
            stretches.update(node) { $0.after = segment }
        }
        return segment.peak
    }

    /// Charges every route by the prices that hold now.
    mutating func recharge() {
        penalty = 0
        for slot in 0..<Int32(routes.count) where routes[slot].count > 0 {
            routes.update(slot) { $0.penalty = penalties.charge(warp: $0.warp, excess: $0.excess) }
            penalty += routes[slot].penalty
        }
    }
}

extension LocalSolution {
    /// The arc between two rows of the matrix that a type drives by.
    @inline(__always)
    func arc(_ type: Int32, _ origin: Int32, _ destination: Int32) -> Arc {
        instance.roads.arc(Kernel.fleet ? instance.fleet.matrix[type] : 0, from: origin, to: destination)
    }

    /// The same arc, for loops over many origins of one destination.
    @inline(__always)
    func arcInto(_ type: Int32, _ destination: Int32, from origin: Int32) -> Arc {
        instance.roads.arcInto(Kernel.fleet ? instance.fleet.matrix[type] : 0, destination, from: origin)
    }

    /// What an arc costs a type.
    @inline(__always)
    func price(_ arc: Arc, _ type: Int32) -> Int64 {
        Kernel.fleet
            ? instance.fleet.perLength[type] &* Int64(arc.length)
                &+ instance.fleet.perSecond[type] &* Int64(arc.time)
            : Int64(arc.length)
    }

    /// What the arc from a node to the next one costs on its route.
    @inline(__always)
    func priceNext(_ node: LocalNode, _ type: Int32) -> Int64 {
        price(Arc(length: node.lengthNext, time: node.timeNext), type)
    }

    /// What a task puts on the vehicle.
    @inline(__always)
    func amount(of task: Int32) -> LoadVector {
        instance.tasks.unloaded[task] &+ instance.tasks.loaded[task]
    }

    /// A task's goods as a stretch; of use in the mixed kernel alone.
    @inline(__always)
    func goods(of task: Int32) -> LoadSegment {
        guard Kernel.mixed else { return .none }
        return LoadSegment(unloaded: instance.tasks.unloaded[task], loaded: instance.tasks.loaded[task])
    }

    /// The load from the start of the route up to and with a node; not for the mixed kernel, where it means nothing.
    @inline(__always)
    func load(upTo node: Int32) -> LoadVector {
        if Kernel.mixed { return .zero }
        if Kernel.fleet { return loads[node] }
        var load = LoadVector.zero
        load[0] = nodes[node].load
        return load
    }

    /// The load of a whole route.
    @inline(__always)
    func load(of slot: Int32) -> LoadVector {
        load(upTo: nodes[start(slot) + 1].previous)
    }

    /// How far a load is beyond the capacity of a type, summed over the dimensions.
    @inline(__always)
    func excess(_ load: LoadVector, _ type: Int32) -> Int32 {
        let capacity = instance.fleet.capacity[Int(type) &* instance.compartmentCount]
        guard Kernel.fleet else { return max(load[0] &- capacity[0], 0) }
        let over = load &- capacity
        return over.replacing(with: 0, where: over .< 0).wrappedSum()
    }

    /// How far the load is beyond the capacity of a type when all up to `head`, a chain and all from `tail` on make a route.
    ///
    /// - Parameter sum: The load of that route, for kernels without mixed loads.
    @inline(__always)
    func excess(
        upTo head: Int32,
        _ chain: LoadSegment,
        from tail: Int32,
        sum: LoadVector,
        _ type: Int32
    ) -> Int32 {
        guard Kernel.mixed else { return excess(sum, type) }
        let joined = stretches[head].before.joined(chain)
        return excess(joined.peakJoined(stretches[tail].after), type)
    }

    /// The same when all up to `head` and all from `tail` on make a route.
    @inline(__always)
    func excess(upTo head: Int32, from tail: Int32, sum: LoadVector, _ type: Int32) -> Int32 {
        guard Kernel.mixed else { return excess(sum, type) }
        return excess(stretches[head].before.peakJoined(stretches[tail].after), type)
    }

    /// What may be saved at most by bringing a route's tasks into another order.
    @inline(__always)
    func gainWithin(_ route: LocalRoute) -> Int64 {
        Kernel.mixed ? route.penalty : penalties.charge(warp: route.warp, excess: 0)
    }

    /// Whether a type may do a task.
    @inline(__always)
    func mayDo(_ task: Int32, _ type: Int32) -> Bool {
        !Kernel.fleet || instance.tasks.allowed[Int(type) &* instance.taskCount &+ Int(task)]
    }

    /// An empty slot of a type; −1 when all its vehicles are in use.
    mutating func emptySlot(of type: Int32) -> Int32 {
        let hint = emptyHint[type]
        if hint == -1 || hint >= 0 && routes[hint].count == 0 { return hint }
        var found: Int32 = -1
        for slot in instance.fleet.firstSlot[type]..<instance.fleet.firstSlot[type + 1]
        where routes[slot].count == 0 {
            found = slot
            break
        }
        emptyHint[type] = found
        return found
    }
}
