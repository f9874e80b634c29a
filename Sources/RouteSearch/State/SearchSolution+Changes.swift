extension SearchSolution {
    /// Puts an absent task at its place, in time and within loads.
    @inline(__always)
    mutating func insert(_ task: Int32, _ place: Place) {
        let (node, delta) = (place.after, place.delta)
        let slot = nodes[node].route
        moves.applied &+= 1
        touch(slot)
        if routes[slot].count == 0 { claim(slot) }
        link(task, after: node)
        if Kernel.detailed {
            compartment[task] = place.compartment
            let before = routeCost
            refreshSound(slot, measured: measured(slot, delta, place.waiting))
            assert(routeCost - before == delta, "the promised delta is not the change of cost")
        } else if Kernel.trips {
            follow(slot, costing: delta)
        } else {
            if Kernel.fleet { addLoad(of: task, to: slot) }
            routes.update(slot) {
                $0.room &-= instance.tasks.demand[task]
                $0.cost += delta
            }
            routeCost += delta
            let skipped = Arc(length: nodes[node].lengthNext, time: Kernel.fleet ? timeNext[node] : 0)
            spread(around: task, slot)
            if keepsTotals { addRoads(around: task, inPlaceOf: skipped, slot) }
            if Kernel.mixed { refreshPeaks(slot) }
            assert(routes[slot].cost == currentCost(slot), "the promised delta is not the change of cost")
        }
    }

    /// What a route costs after a change that has been measured; nil when it has not.
    @inline(__always)
    func measured(_ slot: Int32, _ delta: Int64, _ waiting: Int32?) -> RouteCost? {
        waiting.map { RouteCost(cost: routes[slot].cost + delta, waiting: $0) }
    }

    /// Counts the roads to and from a task just linked.
    @inline(__always)
    private func addRoads(around task: Int32, inPlaceOf skipped: Arc, _ slot: Int32) {
        let before = nodes[task].previous
        totals.update(slot) {
            $0.length &+=
                Int64(nodes[before].lengthNext) &+ Int64(nodes[task].lengthNext)
                &- Int64(skipped.length)
            $0.driving &+= timeNext[before] &+ timeNext[task] &- skipped.time
        }
    }

    /// Puts pickup and delivery of a shipment after two nodes of one route; the second may be the pickup
    /// itself.
    mutating func insertPair(_ pickup: Int32, _ place: PairPlace) {
        let slot = nodes[place.afterPickup].route
        moves.applied &+= 2
        touch(slot)
        if routes[slot].count == 0 { claim(slot) }
        let delivery = instance.tasks.partner[pickup]
        link(pickup, after: place.afterPickup)
        link(delivery, after: place.afterDelivery)
        compartment[pickup] = place.compartment
        compartment[delivery] = place.compartment
        let before = routeCost
        refreshSound(slot, measured: measured(slot, place.delta, place.waiting))
        assert(routeCost - before == place.delta, "the promised delta is not the change of cost")
    }

    /// Takes a task off its route without bringing the route's figures up to date.
    ///
    /// - Precondition: The route has been touched in this round.
    @inline(__always)
    mutating func unlink(_ task: Int32) {
        let node = nodes[task]
        nodes.update(node.previous) { $0.next = node.next }
        nodes.update(node.next) { $0.previous = node.previous }
        nodes.update(task) { $0.route = -1 }
        routes.update(node.route) { $0.count &-= 1 }
    }

    /// Brings a route's figures up to date after tasks were unlinked, and frees its vehicle when it is
    /// empty.
    ///
    /// False when what is left breaks a rule, as can happen where a detour is shorter than the road, or where a later
    /// start runs into another window.
    mutating func settle(_ slot: Int32) -> Bool {
        if Kernel.trips { dropEmptyTrips(of: slot) }
        if routes[slot].count == 0 { release(slot) }
        return refresh(slot)
    }

    /// Brings loads and times of a route up to date whose change of cost is known and which keeps every rule.
    @inline(__always)
    mutating func follow(_ slot: Int32, costing delta: Int64) {
        let terms = instance.fleet.terms[routes[slot].type]
        refreshTrips(slot)
        driveForward(slot, terms)
        driveBackward(slot, terms)
        routes.update(slot) { $0.cost += delta }
        routeCost += delta
        assert(routes[slot].cost == currentCost(slot), "the promised delta is not the change of cost")
    }

    @inline(__always)
    func link(_ task: Int32, after node: Int32) {
        let next = nodes[node].next
        let slot = nodes[node].route
        nodes.update(task) {
            $0.previous = node
            $0.next = next
            $0.route = slot
        }
        nodes.update(node) { $0.next = task }
        nodes.update(next) { $0.previous = task }
        routes.update(slot) { $0.count &+= 1 }
    }

    /// Carries earliest departures forward and latest arrivals backward from a task just linked, until they
    /// stop changing.
    @inline(__always)
    private func spread(around task: Int32, _ slot: Int32) {
        let matrix = Kernel.fleet ? instance.fleet.matrix[routes[slot].type] : 0
        let (before, after) = (nodes[task].previous, nodes[task].next)
        let into = instance.roads.arcInto(matrix, nodes[task].location, from: nodes[before].location)
        let out = instance.roads.arc(matrix, from: nodes[task].location, to: nodes[after].location)
        let departure = departureFrom(task, reachedAt: nodes[before].departure &+ into.time, from: 0, slot)
        let latest = nodes[before].latestNext
        nodes.update(task) {
            $0.departure = departure
            $0.lengthNext = out.length
            $0.locationNext = nodes[after].location
            $0.latestNext = latest
        }
        nodes.update(before) {
            $0.lengthNext = into.length
            $0.locationNext = nodes[task].location
        }
        if Kernel.fleet {
            timeNext[task] = out.time
            timeNext[before] = into.time
        }
        spreadForward(from: task, arc: out.time, matrix, slot)
        spreadBackward(from: task, arc: out.time, matrix, slot)
    }

    @inline(__always)
    private func spreadForward(from task: Int32, arc: Int32, _ matrix: Int, _ slot: Int32) {
        var node = task
        var time = arc
        while true {
            let next = nodes[node].next
            guard Int(next) < instance.taskCount else { return }
            let departure = departureFrom(next, reachedAt: nodes[node].departure &+ time, from: 0, slot)
            guard departure != nodes[next].departure else { return }
            nodes.update(next) { $0.departure = departure }
            time = instance.roads.arc(matrix, from: nodes[next].location, to: nodes[next].locationNext).time
            node = next
        }
    }

    @inline(__always)
    private func spreadBackward(from task: Int32, arc: Int32, _ matrix: Int, _ slot: Int32) {
        var node = task
        var time = arc
        while Int(node) < instance.taskCount {
            let previous = nodes[node].previous
            let leave = nodes[node].latestNext &- time &- instance.tasks.service[node]
            let latest = latestArrival(at: node, leavingBy: leave)
            guard latest != nodes[previous].latestNext else { return }
            nodes.update(previous) { $0.latestNext = latest }
            time = instance.roads.arc(matrix, from: nodes[previous].location, to: nodes[node].location).time
            node = previous
        }
    }
}
