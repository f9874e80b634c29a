/// Two tasks of two routes that each go to a place of their own in the other route.
struct FreeExchange {
    /// The tasks that leave the first and the second route.
    var tasks: (Int32, Int32)
    /// The node of the second route behind which the first task goes, and that of the first route for the second task; the
    /// task that leaves stands for its own place.
    var after: (Int32, Int32)
}

/// The exchange of two routes that is estimated best so far.
struct EstimatedExchange {
    /// What the two routes carry.
    let loads: (LoadVector, LoadVector)
    /// None while no exchange pays.
    var exchange: FreeExchange?
    /// The estimated change of cost, at most 0.
    var delta: Int64 = 0
}

/// SWAP*: the best exchange of two tasks between two routes where neither need take the other's place.
///
/// After Vidal, *Computers & Operations Research* 140 (2022), 105643, section 3.2; windows count in the estimate as well, and
/// only places beside near tasks are looked at.
extension LocalSolution {
    /// Notes the pairs of a task of a route and a near one of another.
    ///
    /// O(tasks × near tasks).
    mutating func notePairs(of slot: Int32) {
        exchanges.pairs.removeAll()
        let width = instance.neighbours.nearCount
        var task = nodes[start(slot)].next
        while isTask(task) {
            for rank in 0..<width {
                let near = instance.neighbours.near[Int(task) &* width &+ rank]
                let other = nodes[near].route
                if other >= 0, other != slot { exchanges.pairs.append(task, near, in: other) }
            }
            task = nodes[task].next
        }
    }

    /// The exchange estimated best between a route whose pairs are noted and another, and its change of cost; nil if it does
    /// not pay.
    ///
    /// O(tasks of one near the other × tasks of the other near the first).
    mutating func freeExchange(between one: Int32, and two: Int32) -> (exchange: FreeExchange, delta: Int64)?
    {
        notePlaces(one, two)
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

    /// Notes for each task near the other route what its leaving saves and where it would stand best there.
    private mutating func notePlaces(_ one: Int32, _ two: Int32) {
        exchanges.round &+= 1
        exchanges.first.removeAll()
        exchanges.second.removeAll()
        var entry = exchanges.pairs.first(in: two)
        while entry >= 0 {
            let pair = exchanges.pairs.pair(entry)
            if noteLeaving(pair.own) { exchanges.first.append(pair.own) }
            if noteLeaving(pair.other) { exchanges.second.append(pair.other) }
            notePlaces(of: pair.own, beside: pair.other)
            notePlaces(of: pair.other, beside: pair.own)
            entry = pair.next
        }
    }

    /// Notes what a task's leaving saves; false if that is noted already.
    @inline(__always)
    private func noteLeaving(_ task: Int32) -> Bool {
        guard exchanges.notedIn[task] != exchanges.round else { return false }
        exchanges.notedIn[task] = exchanges.round
        let (node, route) = (nodes[task], routes[nodes[task].route])
        let closing = arc(route.type, nodes[node.previous].location, nodes[node.next].location)
        let warp = nodes[node.previous].before.warpJoined(closing.time, nodes[node.next].after)
        exchanges.leaving[task] =
            price(closing, route.type) - priceNext(nodes[node.previous], route.type)
            - priceNext(node, route.type) + penalties.charge(warp: warp - route.warp, excess: 0)
        exchanges.roomy[task] = .none
        return true
    }

    /// Notes the places of a task before and behind a near one.
    @inline(__always)
    private func notePlaces(of task: Int32, beside near: Int32) {
        let slot = nodes[near].route
        guard mayDo(task, routes[slot].type) else { return }
        exchanges.roomy.update(task) { places in
            places.offer(entering(task, after: near, routes[slot], below: places.greatest), after: near)
            let before = nodes[near].previous
            places.offer(entering(task, after: before, routes[slot], below: places.greatest), after: before)
        }
    }

    /// What a task would cost behind a node, loads aside; `limit` where it is not less.
    @inline(__always)
    private func entering(_ task: Int32, after node: Int32, _ route: LocalRoute, below limit: Int64) -> Int64
    {
        let (stop, next) = (nodes[node], nodes[nodes[node].next])
        let into = arcInto(route.type, nodes[task].location, from: stop.location)
        let out = arc(route.type, nodes[task].location, next.location)
        let road =
            price(into, route.type) + price(out, route.type) - priceNext(stop, route.type)
            - penalties.charge(warp: route.warp, excess: 0)
        // Warp only adds to that.
        guard road < limit else { return limit }
        let warp = stop.before.joined(into.time, visits[task]).warpJoined(out.time, next.after)
        return road + penalties.charge(warp: warp, excess: 0)
    }

    /// The exchange with the least estimated change of cost, if that is below 0.
    private func estimatedBest(_ one: Int32, _ two: Int32) -> FreeExchange? {
        let (excessOne, excessTwo) = (routes[one].excess, routes[two].excess)
        var best = EstimatedExchange(loads: (load(of: one), load(of: two)))
        var entry = exchanges.pairs.first(in: two)
        while entry >= 0 {
            let pair = exchanges.pairs.pair(entry)
            consider(pair.own, pair.other, &best)
            entry = pair.next
        }
        // Far from each other neither takes the other's place, so their noted places tell how good they can be.
        let relief = penalties.charge(warp: 0, excess: excessOne + excessTwo)
        for index in 0..<exchanges.first.count {
            let first = exchanges.first[index]
            let promise = exchanges.promise(of: first)
            for other in 0..<exchanges.second.count {
                let second = exchanges.second[other]
                if promise + exchanges.promise(of: second) - relief < best.delta {
                    consider(first, second, &best)
                }
            }
        }
        return best.exchange
    }

    /// Keeps an exchange of two tasks if it is estimated better than the best so far.
    @inline(__always)
    private func consider(_ first: Int32, _ second: Int32, _ best: inout EstimatedExchange) {
        let (routeOne, routeTwo) = (routes[nodes[first].route], routes[nodes[second].route])
        var delta = exchanges.leaving[first] + exchanges.leaving[second]
        if !Kernel.mixed {
            let change = amount(of: second) &- amount(of: first)
            delta += penalties.charge(
                warp: 0,
                excess: excess(best.loads.0 &+ change, routeOne.type) - routeOne.excess
                    + excess(best.loads.1 &- change, routeTwo.type) - routeTwo.excess
            )
        }
        guard delta < best.delta, mayDo(first, routeTwo.type), mayDo(second, routeOne.type) else { return }
        let placeTwo = bestPlace(of: first, without: second, routeTwo.type)
        let placeOne = bestPlace(of: second, without: first, routeOne.type)
        delta += placeOne.delta + placeTwo.delta
        guard delta < best.delta else { return }
        best.delta = delta
        best.exchange = FreeExchange(tasks: (first, second), after: (placeTwo.after, placeOne.after))
    }

    /// The best place of a task in a route that another task leaves: a noted one, or the place that becomes free.
    @inline(__always)
    private func bestPlace(of task: Int32, without gone: Int32, _ type: Int32) -> (delta: Int64, after: Int32)
    {
        let (before, next) = (nodes[gone].previous, nodes[gone].next)
        let into = arcInto(type, nodes[task].location, from: nodes[before].location)
        let out = arc(type, nodes[task].location, nodes[next].location)
        let closing = arc(type, nodes[before].location, nodes[next].location)
        let instead = price(into, type) + price(out, type) - price(closing, type)
        let noted = exchanges.roomy[task].best(without: gone, behind: before)
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
