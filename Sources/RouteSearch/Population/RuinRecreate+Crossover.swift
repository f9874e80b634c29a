extension RuinRecreate {
    /// Starts again from nothing: all routes empty, all requests absent.
    mutating func reset() {
        solution.beginCandidate()
        round &+= 1
        pending.removeAll()
        for slot in 0..<Int32(solution.routes.count) where solution.routes[slot].count > 0 { empty(slot) }
        absent.replace(with: hopeful)
        currentCost = costOfAbsent()
        best.forget()
    }

    /// Makes a kept plan the current one.
    mutating func load(_ elite: Elite) {
        reset()
        for route in elite.slots.indices { lay(elite, route, in: elite.slots[route]) }
        gatherAbsent()
        noteBest()
    }

    /// Replaces some neighbouring routes of the current plan by those of another, as selective route
    /// exchange does.
    ///
    /// The routes of `other` around a random task come in; as many of the current routes go out, those that share most
    /// tasks with them; what is then left over is put back greedily.  After Nagata, Bräysy and Dullaert, *Computers &
    /// Operations Research* 37 (2010), 724–737, with neighbourhood in place of their search for the best exchange.
    mutating func cross(with other: Elite) {
        guard !other.slots.isEmpty, hopeful.count > 0 else { return }
        solution.beginCandidate()
        round &+= 1
        pending.removeAll()
        let incoming = neighbouringRoutes(of: other)
        var isIncoming = [Bool](repeating: false, count: instance.taskCount)
        for place in incoming.flatMap({ other.places(of: $0) }) { isIncoming[Int(other.tasks[place])] = true }
        var shared: [(slot: Int32, share: Int)] = []
        for slot in 0..<Int32(solution.routes.count) where solution.routes[slot].count > 0 {
            let overlap = tasks(of: slot).count { isIncoming[Int($0)] && !instance.isReload($0) }
            if overlap > 0 { shared.append((slot, overlap)) }
        }
        shared.sort { ($0.share, $1.slot) > ($1.share, $0.slot) }
        for (slot, _) in shared.prefix(incoming.count) { empty(slot) }
        for (slot, _) in shared.dropFirst(incoming.count) {
            for task in tasks(of: slot) where isIncoming[Int(task)] { remove(task) }
            if !solution.settle(slot) { empty(slot) }
        }
        for route in incoming {
            let type = solution.routes[other.slots[route]].type
            let slot = solution.emptySlot(of: type)
            if slot >= 0 { lay(other, route, in: slot) }
        }
        gatherAbsent()
        fillIn()
    }

    /// Indices of routes of `other` around a random task: one at least, a third of them at most.
    private mutating func neighbouringRoutes(of other: Elite) -> [Int] {
        var routeOf = [Int](repeating: -1, count: instance.taskCount)
        for route in other.slots.indices {
            for place in other.places(of: route) where !instance.isReload(other.tasks[place]) {
                routeOf[Int(other.tasks[place])] = route
            }
        }
        let seed = Int(hopeful[random.below(hopeful.count)])
        let wanted = 1 + random.below(max(min(other.slots.count / 3, 8), 1))
        let width = instance.neighbours.adjacentCount
        var found: [Int] = []
        let around = (0..<width).map { Int(instance.neighbours.adjacent[seed * width + $0]) }
        for task in [seed] + around where routeOf[task] >= 0 && !found.contains(routeOf[task]) {
            found.append(routeOf[task])
            if found.count == wanted { break }
        }
        return found
    }

    /// The tasks on a route, in order.
    private func tasks(of slot: Int32) -> [Int32] {
        var list: [Int32] = []
        var node = solution.nodes[solution.start(slot)].next
        while Int(node) < instance.taskCount {
            list.append(node)
            node = solution.nodes[node].next
        }
        return list
    }

    /// Takes every task off a route.
    private mutating func empty(_ slot: Int32) {
        removeRoute(slot)
        _ = solution.settle(slot)
    }

    /// Lays a kept route into an empty slot of its type.
    private mutating func lay(_ elite: Elite, _ route: Int, in slot: Int32) {
        solution.touch(slot)
        solution.claim(slot)
        var last = solution.start(slot)
        for place in elite.places(of: route) {
            var task = elite.tasks[place]
            if Kernel.trips, instance.isReload(task) {
                // Another of the same depot: this one may be in use.
                task = solution.pool.take(rank: instance.rank(ofReload: task))
                precondition(task >= 0, "more reloads than tasks")
            }
            solution.compartment[task] = elite.compartments[place]
            solution.link(task, after: last)
            last = task
        }
        solution.refreshSound(slot)
    }

    /// Lists anew which requests no route has, and what the plan costs with them.
    private mutating func gatherAbsent() {
        absent.removeAll()
        for index in 0..<hopeful.count where solution.nodes[hopeful[index]].route < 0 {
            absent.append(hopeful[index])
        }
        currentCost = solution.routeCost + costOfAbsent()
    }
}
