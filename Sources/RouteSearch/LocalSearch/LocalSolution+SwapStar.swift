/// Two tasks of two routes that each go to a place of their own in the other route.
struct FreeExchange {
    /// The tasks that leave the first and the second route.
    var tasks: (Int32, Int32)
    /// The node of the second route behind which the first task goes, and that of the first route for the second task; the
    /// task that leaves stands for its own place.
    var after: (Int32, Int32)
}

/// SWAP*: the best exchange of two tasks between two routes where neither need take the other's place.
///
/// After Vidal, *Computers & Operations Research* 140 (2022), 105643, section 3.2; windows count in the estimate as well.
extension LocalSolution {
    /// Makes the exchange between two routes that is estimated best, if it pays; the change of cost, or nil.
    ///
    /// O(tasks of one × tasks of the other).
    mutating func exchangeFreely(_ one: Int32, _ two: Int32) -> (exchange: FreeExchange, delta: Int64)? {
        guard one != two, routes[one].count > 0, routes[two].count > 0 else { return nil }
        findPlaces(of: one, in: two)
        findPlaces(of: two, in: one)
        guard let exchange = estimatedBest(one, two) else { return nil }
        let delta =
            deltaOfChange(one, leaving: exchange.tasks.0, entering: exchange.tasks.1, after: exchange.after.1)
            + deltaOfChange(
                two,
                leaving: exchange.tasks.1,
                entering: exchange.tasks.0,
                after: exchange.after.0
            )
        return delta < 0 ? (exchange, delta) : nil
    }

    /// Notes for each task of a route what its leaving saves and where it would stand best in another route.
    private mutating func findPlaces(of slot: Int32, in other: Int32) {
        let (own, route) = (routes[slot], routes[other])
        var task = nodes[start(slot)].next
        while isTask(task) {
            let node = nodes[task]
            let closing = arc(own.type, nodes[node.previous].location, nodes[node.next].location)
            let warp = nodes[node.previous].before.warpJoined(closing.time, nodes[node.next].after)
            leaving[task] =
                price(closing, own.type) - priceNext(nodes[node.previous], own.type)
                - priceNext(node, own.type) + penalties.charge(warp: warp - own.warp, excess: 0)
            var places = RoomyPlaces.none
            if mayDo(task, route.type) {
                var after = start(other)
                while after != start(other) + 1 {
                    places.offer(entering(task, after: after, route), after: after)
                    after = nodes[after].next
                }
            }
            roomy[task] = places
            task = node.next
        }
    }

    /// What a task would cost behind a node, loads aside.
    @inline(__always)
    private func entering(_ task: Int32, after node: Int32, _ route: LocalRoute) -> Int64 {
        let (stop, next) = (nodes[node], nodes[nodes[node].next])
        let into = arc(route.type, stop.location, nodes[task].location)
        let out = arc(route.type, nodes[task].location, next.location)
        let warp = stop.before.joined(into.time, visits[task]).warpJoined(out.time, next.after)
        return price(into, route.type) + price(out, route.type) - priceNext(stop, route.type)
            + penalties.charge(warp: warp - route.warp, excess: 0)
    }

    /// The exchange with the least estimated change of cost, if that is below 0.
    private func estimatedBest(_ one: Int32, _ two: Int32) -> FreeExchange? {
        let (routeOne, routeTwo) = (routes[one], routes[two])
        let (loadOne, loadTwo) = (load(of: one), load(of: two))
        var best: (exchange: FreeExchange?, delta: Int64) = (nil, 0)
        var first = nodes[start(one)].next
        while isTask(first) {
            var second = nodes[start(two)].next
            while isTask(second) {
                var delta = leaving[first] + leaving[second]
                if !Kernel.mixed {
                    let change = amount(of: second) &- amount(of: first)
                    delta += penalties.charge(
                        warp: 0,
                        excess: excess(loadOne &+ change, routeOne.type) - routeOne.excess
                            + excess(loadTwo &- change, routeTwo.type) - routeTwo.excess
                    )
                }
                if delta < best.delta, mayDo(first, routeTwo.type), mayDo(second, routeOne.type) {
                    let placeTwo = bestPlace(of: first, without: second, routeTwo.type)
                    let placeOne = bestPlace(of: second, without: first, routeOne.type)
                    delta += placeOne.delta + placeTwo.delta
                    if delta < best.delta {
                        best = (
                            FreeExchange(tasks: (first, second), after: (placeTwo.after, placeOne.after)),
                            delta
                        )
                    }
                }
                second = nodes[second].next
            }
            first = nodes[first].next
        }
        return best.exchange
    }

    /// The best place of a task in a route that another task leaves: a noted one, or the place that becomes free.
    @inline(__always)
    private func bestPlace(of task: Int32, without gone: Int32, _ type: Int32) -> (delta: Int64, after: Int32)
    {
        let (before, next) = (nodes[gone].previous, nodes[gone].next)
        let into = arc(type, nodes[before].location, nodes[task].location)
        let out = arc(type, nodes[task].location, nodes[next].location)
        let closing = arc(type, nodes[before].location, nodes[next].location)
        let instead = price(into, type) + price(out, type) - price(closing, type)
        let noted = roomy[task].best(without: gone, behind: before)
        return noted.delta < instead ? noted : (instead, gone)
    }

    /// The change of cost of a route when one task leaves it and another enters behind a node, exactly.
    private mutating func deltaOfChange(
        _ slot: Int32,
        leaving gone: Int32,
        entering task: Int32,
        after node: Int32
    ) -> Int64 {
        let route = routes[slot]
        var (left, right) = (nodes[gone].previous, nodes[gone].next)
        stretchCount = 0
        if node == gone {
            append(from: task, through: task)
        } else if nodes[node].position < nodes[gone].position {
            append(from: task, through: task)
            if nodes[node].next != gone { append(from: nodes[node].next, through: left) }
            left = node
        } else {
            append(from: right, through: node)
            append(from: task, through: task)
            right = nodes[node].next
        }
        let before = priceOfRoad(from: left, to: right, route.type)
        let sum = load(of: slot) &+ amount(of: task) &- amount(of: gone)
        let after = walkStretch(from: left, to: right, route.type)
        let excess = excess(Kernel.mixed ? after.peak : sum, route.type)
        return after.cost - before + penalties.charge(warp: after.warp, excess: excess) - route.penalty
    }

    /// What the arcs of a route between two of its nodes cost now.
    private func priceOfRoad(from left: Int32, to right: Int32, _ type: Int32) -> Int64 {
        var (sum, node) = (Int64(0), left)
        while node != right {
            sum += priceNext(nodes[node], type)
            node = nodes[node].next
        }
        return sum
    }

    /// What the noted tasks between two nodes of a route would cost, and the warp and load of the whole route then.
    private func walkStretch(
        from left: Int32,
        to right: Int32,
        _ type: Int32
    ) -> (cost: Int64, warp: Int32, peak: LoadVector) {
        var (cost, place, segment) = (Int64(0), nodes[left].location, nodes[left].before)
        var goods = Kernel.mixed ? stretches[left].before : .none
        for step in 0..<stretchCount {
            let task = stretch[step]
            let arc = arc(type, place, nodes[task].location)
            cost += price(arc, type)
            segment = segment.joined(arc.time, visits[task])
            place = nodes[task].location
            if Kernel.mixed { goods = goods.joined(self.goods(of: task)) }
        }
        let last = arc(type, place, nodes[right].location)
        let peak = Kernel.mixed ? goods.peakJoined(stretches[right].after) : .zero
        return (cost + price(last, type), segment.warpJoined(last.time, nodes[right].after), peak)
    }

    /// Makes an exchange.
    mutating func exchange(_ exchange: FreeExchange) {
        let (first, second) = exchange.tasks
        let (one, two) = (nodes[first].route, nodes[second].route)
        let afterOne = exchange.after.1 == first ? nodes[first].previous : exchange.after.1
        let afterTwo = exchange.after.0 == second ? nodes[second].previous : exchange.after.0
        unlink(first)
        unlink(second)
        link(first, after: afterTwo)
        link(second, after: afterOne)
        refreshCounted(one)
        refreshCounted(two)
    }
}
