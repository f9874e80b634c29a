extension RuinRecreate {
    /// Before some ruins, cuts a route in two or exchanges the tails of two routes, whatever that costs.
    mutating func disturb() {
        guard hopeful.count > 0 else { return }
        if instance.types.count > 1, random.chance(parameters.tradeChance) { tradeAtRandom() }
        if Kernel.trips, instance.needs.trips, !instance.needs.pairs, random.chance(parameters.tripChance) {
            changeTrips()
        }
        // Cut routes could tear apart what belongs together.
        guard !instance.needs.relations else { return }
        if random.chance(parameters.cutChance) { cutRoute() }
        if random.chance(parameters.tailsChance) { exchangeTails() }
    }

    /// Gives the tail of a random route to an empty vehicle of its type.
    private mutating func cutRoute() {
        let task = hopeful[random.below(hopeful.count)]
        let slot = solution.nodes[task].route
        guard slot >= 0, Int(solution.nodes[task].previous) < instance.taskCount else { return }
        let empty = solution.emptySlot(of: solution.routes[slot].type)
        guard empty >= 0 else { return }
        _ = solution.exchangeTails(after: solution.nodes[task].previous, and: solution.start(empty))
    }

    /// Joins a random task to a near one of another route, of the same type where nothing but types tells vehicles apart: one
    /// random move 2-opt*, if it keeps every rule.
    private mutating func exchangeTails() {
        let width = instance.neighbours.nearCount
        guard width > 0 else { return }
        let task = hopeful[random.below(hopeful.count)]
        let slot = solution.nodes[task].route
        guard slot >= 0 else { return }
        for _ in 0..<10 {
            let near = instance.neighbours.near[Int(task) * width + random.below(width)]
            let other = solution.nodes[near].route
            guard other >= 0, other != slot,
                Kernel.detailed || solution.routes[other].type == solution.routes[slot].type
            else { continue }
            if solution.exchangeTails(after: task, and: solution.nodes[near].previous) { return }
        }
    }
}

extension SearchSolution {
    /// Exchanges what follows two nodes of different routes; false, and nothing changed, when one of the new routes would
    /// break a rule.
    mutating func exchangeTails(after first: Int32, and second: Int32) -> Bool {
        let (one, two) = (nodes[first].route, nodes[second].route)
        assert(one != two && (Kernel.detailed || routes[one].type == routes[two].type))
        guard isClosed(behind: first), isClosed(behind: second) else { return false }
        guard joins(head: first, tail: second, one), joins(head: second, tail: first, two) else {
            return false
        }
        touch(one)
        touch(two)
        let wasEmpty = (routes[one].count == 0, routes[two].count == 0)
        let (tailOne, tailTwo) = (nodes[first].next, nodes[second].next)
        let (lastOne, lastTwo) = (nodes[start(one) + 1].previous, nodes[start(two) + 1].previous)
        let hasTails = (Int(tailOne) < instance.taskCount, Int(tailTwo) < instance.taskCount)
        attach(hasTails.1 ? tailTwo : start(one) + 1, last: lastTwo, after: first, one)
        attach(hasTails.0 ? tailOne : start(two) + 1, last: lastOne, after: second, two)
        for (slot, was) in [(one, wasEmpty.0), (two, wasEmpty.1)] {
            recount(slot)
            if was, routes[slot].count > 0 { claim(slot) }
            if !was, routes[slot].count == 0 { release(slot) }
        }
        fitCompartments(of: one)
        fitCompartments(of: two)
        refreshSound(one)
        refreshSound(two)
        return true
    }

    /// Whether every shipment picked up before a node's end has been delivered by then.
    private func isClosed(behind node: Int32) -> Bool {
        guard instance.needs.pairs else { return true }
        var open = 0
        var walker = node
        while Int(walker) < instance.taskCount {
            let partner = instance.tasks.partner[walker]
            if partner >= 0 { open += instance.tasks.isHead(walker) ? 1 : -1 }
            walker = nodes[walker].previous
        }
        return open == 0
    }

    /// Whether the route made of all up to `head` and all behind `tail` keeps every rule.
    private mutating func joins(head: Int32, tail: Int32, _ slot: Int32) -> Bool {
        meter.count = 0
        var node = nodes[start(nodes[head].route)].next
        if Int(head) < instance.taskCount {
            while true {
                meter.append(node, compartment: compartment[node])
                if node == head { break }
                node = nodes[node].next
            }
        }
        node = nodes[tail].next
        while Int(node) < instance.taskCount {
            meter.append(node, compartment: compartment[node])
            node = nodes[node].next
        }
        let type = routes[slot].type
        return meter.count == 0
            || meter.suits(instance, type: type) && meter.measure(instance, type: type) != nil
    }

    func attach(_ tail: Int32, last: Int32, after node: Int32, _ slot: Int32) {
        nodes.update(node) { $0.next = tail }
        nodes.update(tail) { $0.previous = node }
        let end = start(slot) + 1
        guard tail != end else { return }
        nodes.update(last) { $0.next = end }
        nodes.update(end) { $0.previous = last }
    }

    /// Counts the tasks of a route and makes them its own.
    func recount(_ slot: Int32) {
        var count: Int32 = 0
        var node = nodes[start(slot)].next
        while Int(node) < instance.taskCount {
            nodes.update(node) { $0.route = slot }
            count += 1
            node = nodes[node].next
        }
        routes.update(slot) { $0.count = count }
    }
}

extension RouteMeter {
    /// Whether the goods for jobs, and those from jobs, fit the compartments of a vehicle of `type` and
    /// agree on a regime for each.
    func sumsFit(_ instance: CompiledInstance, type: Int32) -> Bool {
        var first = 0
        while true {
            let trip = trip(from: first, instance)
            guard sumsFit(trip, instance, type: type) else { return false }
            guard trip.upperBound < count else { return true }
            first = trip.upperBound + 1
        }
    }

    private func sumsFit(_ trip: Range<Int>, _ instance: CompiledInstance, type: Int32) -> Bool {
        let width = instance.compartmentCount
        var (whole, wholeBack) = (LoadVector.zero, LoadVector.zero)
        for index in 0..<width {
            var (out, back) = (LoadVector.zero, LoadVector.zero)
            var regimes = instance.fleet.regimes[Int(type) * width + index]
            let has = regimes != 0
            var isUsed = false
            for step in trip where compartments[step] == index {
                isUsed = true
                regimes &= instance.tasks.regimes[tasks[step]]
                guard Int(tasks[step]) < instance.jobCount else { continue }
                out &+= instance.tasks.unloaded[tasks[step]]
                back &+= instance.tasks.loaded[tasks[step]]
            }
            let capacity = instance.fleet.capacity[Int(type) * width + index]
            guard !isUsed || has && regimes != 0 else { return false }
            guard !isUsed || out.fits(in: capacity) && back.fits(in: capacity) else { return false }
            whole &+= out
            wholeBack &+= back
        }
        let capacity = instance.fleet.wholeCapacity[type]
        return whole.fits(in: capacity) && wholeBack.fits(in: capacity)
    }
}
