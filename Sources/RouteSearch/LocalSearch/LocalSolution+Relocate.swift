extension LocalSolution {
    /// The change of cost if a chain moves behind a node that is not in it; nil when it does not pay.
    @inline(__always)
    mutating func relocateDelta(_ chain: Chain, after node: Int32) -> Int64? {
        nodes[chain.first].route == nodes[node].route
            ? relocateWithin(chain, after: node) : relocateAcross(chain, after: node)
    }

    @inline(__always)
    private func relocateAcross(_ chain: Chain, after node: Int32) -> Int64? {
        let (one, two) = (nodes[chain.first].route, nodes[node].route)
        let (from, to) = (routes[one], routes[two])
        let (before, after) = (nodes[chain.first].previous, nodes[chain.last].next)
        let next = nodes[node].next
        let closing = arc(from.type, nodes[before].location, nodes[after].location)
        let into = arcInto(to.type, nodes[chain.first].location, from: nodes[node].location)
        let out = arc(to.type, nodes[chain.last].location, nodes[next].location)
        var delta =
            price(closing, from.type) - priceNext(nodes[before], from.type)
            - priceNext(nodes[chain.last], from.type)
            + price(into, to.type) + price(out, to.type) - priceNext(nodes[node], to.type)
        if from.count == chain.count {
            delta -= instance.fleet.terms[from.type].fixed + price(closing, from.type)
        }
        if to.count == 0 { delta += instance.fleet.terms[to.type].fixed + priceNext(nodes[node], to.type) }
        let bound = from.penalty + to.penalty
        guard Kernel.fleet || delta < bound else { return nil }
        let totals = totals(chain, to.type)
        guard totals.isAllowed else { return nil }
        if Kernel.fleet { delta += totals.cost - innerCost(chain, from.type) }
        guard delta < bound else { return nil }
        delta -= bound
        let warpTo = nodes[node].before.joined(into.time, totals.segment).warpJoined(
            out.time,
            nodes[next].after
        )
        delta += penalties.charge(
            warp: warpTo,
            excess: excess(upTo: node, totals.goods, from: next, sum: load(of: two) &+ totals.load, to.type)
        )
        guard delta < 0 else { return nil }
        if from.count > chain.count {
            let warp = nodes[before].before.warpJoined(closing.time, nodes[after].after)
            let sum = load(of: one) &- totals.load
            let excess = excess(upTo: before, from: after, sum: sum, from.type)
            delta += penalties.charge(warp: warp, excess: excess)
        }
        return delta < 0 ? delta : nil
    }

    private mutating func relocateWithin(_ chain: Chain, after node: Int32) -> Int64? {
        let slot = nodes[node].route
        let route = routes[slot]
        let (before, after, next) = (nodes[chain.first].previous, nodes[chain.last].next, nodes[node].next)
        guard node != before else { return nil }
        let closing = arc(route.type, nodes[before].location, nodes[after].location)
        let into = arcInto(route.type, nodes[chain.first].location, from: nodes[node].location)
        let out = arc(route.type, nodes[chain.last].location, nodes[next].location)
        let delta =
            price(closing, route.type) + price(into, route.type) + price(out, route.type)
            - priceNext(nodes[before], route.type) - priceNext(nodes[chain.last], route.type)
            - priceNext(nodes[node], route.type)
        guard delta < gainWithin(route) else { return nil }
        stretchCount = 0
        if nodes[node].position < nodes[chain.first].position {
            append(from: chain.first, through: chain.last)
            append(from: next, through: before)
            return deltaOfStretch(between: node, and: after, delta, route)
        }
        append(from: after, through: node)
        append(from: chain.first, through: chain.last)
        return deltaOfStretch(between: before, and: next, delta, route)
    }

    /// Notes tasks of a route, in order, as part of the stretch to be tried.
    @inline(__always)
    mutating func append(from first: Int32, through last: Int32) {
        var node = first
        while true {
            stretch[stretchCount] = node
            stretchCount += 1
            if node == last { return }
            node = nodes[node].next
        }
    }

    /// The change of cost if the noted tasks stand between two nodes of a route in place of those there now, whose arcs
    /// change by `delta`; nil when it does not pay.
    func deltaOfStretch(between left: Int32, and right: Int32, _ delta: Int64, _ route: LocalRoute) -> Int64?
    {
        var segment = nodes[left].before
        var place = nodes[left].location
        var goods = Kernel.mixed ? stretches[left].before : .none
        for step in 0..<stretchCount {
            let task = stretch[step]
            segment = segment.joined(arc(route.type, place, nodes[task].location).time, visits[task])
            place = nodes[task].location
            if Kernel.mixed { goods = goods.joined(self.goods(of: task)) }
        }
        let last = arc(route.type, place, nodes[right].location).time
        let warp = segment.warpJoined(last, nodes[right].after)
        // The order of tasks changes the most on board only where goods both leave and come aboard.
        let excess =
            Kernel.mixed ? excess(goods.peakJoined(stretches[right].after), route.type) : route.excess
        let total = delta + penalties.charge(warp: warp - route.warp, excess: excess - route.excess)
        return total < 0 ? total : nil
    }

    /// Moves a chain behind a node that is not in it.
    mutating func relocate(_ chain: Chain, after node: Int32) {
        let (one, two) = (nodes[chain.first].route, nodes[node].route)
        touch(one)
        touch(two)
        let (before, after) = (nodes[chain.first].previous, nodes[chain.last].next)
        nodes.update(before) { $0.next = after }
        nodes.update(after) { $0.previous = before }
        let next = nodes[node].next
        nodes.update(node) { $0.next = chain.first }
        nodes.update(chain.first) { $0.previous = node }
        nodes.update(chain.last) { $0.next = next }
        nodes.update(next) { $0.previous = chain.last }
        refreshCounted(one)
        if two != one { refreshCounted(two) }
    }
}
