extension LocalSolution {
    /// The cheapest place for an absent task beside its near tasks or in an empty vehicle, broken rules charged, that costs
    /// less than `limit`; `after` is −1 when there is none.
    mutating func cheapestPlace(of task: Int32, below limit: Int64) -> (delta: Int64, after: Int32) {
        var best = (delta: limit, after: Int32(-1))
        let width = instance.neighbours.nearCount
        let row = Int(task) &* width
        for rank in 0..<width {
            let near = instance.neighbours.near[row &+ rank]
            guard nodes[near].route >= 0, mayDo(task, routes[nodes[near].route].type) else { continue }
            consider(task, after: near, &best)
            consider(task, after: nodes[near].previous, &best)
        }
        for type in 0..<Int32(instance.types.count) where mayDo(task, type) {
            let empty = emptySlot(of: type)
            if empty >= 0 { consider(task, after: start(empty), &best) }
        }
        return best
    }

    @inline(__always)
    private func consider(_ task: Int32, after node: Int32, _ best: inout (delta: Int64, after: Int32)) {
        let slot = nodes[node].route
        let route = routes[slot]
        let (stop, next) = (nodes[node], nodes[nodes[node].next])
        let into = arcInto(route.type, nodes[task].location, from: stop.location)
        let out = arc(route.type, nodes[task].location, next.location)
        var delta = price(into, route.type) + price(out, route.type) - priceNext(stop, route.type)
        if route.count == 0 { delta += instance.fleet.terms[route.type].fixed + priceNext(stop, route.type) }
        guard delta - route.penalty < best.delta else { return }
        let warp = stop.before.joined(into.time, visits[task]).warpJoined(out.time, next.after)
        let sum = load(of: slot) &+ amount(of: task)
        let excess = excess(upTo: node, goods(of: task), from: stop.next, sum: sum, route.type)
        delta += penalties.charge(warp: warp, excess: excess) - route.penalty
        if delta < best.delta { best = (delta, node) }
    }

    /// Puts an absent task behind a node.
    mutating func insert(_ task: Int32, after node: Int32) {
        let slot = nodes[node].route
        touch(slot)
        link(task, after: node)
        refreshCounted(slot)
    }

    /// Puts a task behind a node without bringing the route's figures up to date.
    func link(_ task: Int32, after node: Int32) {
        let next = nodes[node].next
        nodes.update(task) {
            $0.previous = node
            $0.next = next
        }
        nodes.update(node) { $0.next = task }
        nodes.update(next) { $0.previous = task }
    }

    /// Takes a task off its route without bringing the route's figures up to date.
    mutating func unlink(_ task: Int32) {
        let (before, next) = (nodes[task].previous, nodes[task].next)
        touch(nodes[task].route)
        nodes.update(before) { $0.next = next }
        nodes.update(next) { $0.previous = before }
        nodes.update(task) { $0.route = -1 }
    }

    /// Makes all routes empty and all tasks absent.
    mutating func clear() {
        beginCandidate()
        for slot in 0..<Int32(routes.count) where routes[slot].count > 0 {
            var node = nodes[start(slot)].next
            while isTask(node) {
                nodes.update(node) { $0.route = -1 }
                node = nodes[node].next
            }
            close(slot, last: start(slot))
            refreshCounted(slot)
        }
    }

    /// Lays a kept route into its slot, which is empty.
    mutating func lay(_ elite: Elite, _ route: Int) {
        let slot = elite.slots[route]
        var last = start(slot)
        for place in elite.places(of: route) {
            let task = elite.tasks[place]
            nodes.update(last) { $0.next = task }
            nodes.update(task) { $0.previous = last }
            last = task
        }
        close(slot, last: last)
        refreshCounted(slot)
    }

    /// The routes as a plan to be kept.
    func elite(weight: Int64, price: Int64) -> Elite {
        var (tasks, slots, begins): ([Int32], [Int32], [Int]) = ([], [], [0])
        for slot in 0..<Int32(routes.count) where routes[slot].count > 0 {
            slots.append(slot)
            var node = nodes[start(slot)].next
            while isTask(node) {
                tasks.append(node)
                node = nodes[node].next
            }
            begins.append(tasks.count)
        }
        return Elite(
            tasks: tasks,
            compartments: [Int32](repeating: 0, count: tasks.count),
            slots: slots,
            begins: begins,
            weight: weight,
            cost: cost + price
        )
    }
}
