extension LocalSolution {
    /// The change of cost if two chains that do not touch change places; nil when it does not pay.
    @inline(__always)
    mutating func exchangeDelta(_ one: Chain, _ two: Chain) -> Int64? {
        nodes[one.first].route == nodes[two.first].route ? exchangeWithin(one, two) : exchangeAcross(one, two)
    }

    @inline(__always)
    private func exchangeAcross(_ one: Chain, _ two: Chain) -> Int64? {
        let (slotOne, slotTwo) = (nodes[one.first].route, nodes[two.first].route)
        let (routeOne, routeTwo) = (routes[slotOne], routes[slotTwo])
        let arcsOne = arcs(around: one, with: two, routeOne.type)
        let arcsTwo = arcs(around: two, with: one, routeTwo.type)
        var delta = arcsOne.delta + arcsTwo.delta
        let bound = routeOne.penalty + routeTwo.penalty
        guard Kernel.fleet || delta < bound else { return nil }
        let (incoming, outgoing) = (totals(two, routeOne.type), totals(one, routeTwo.type))
        guard incoming.isAllowed, outgoing.isAllowed else { return nil }
        if Kernel.fleet {
            delta += incoming.cost - innerCost(two, routeTwo.type)
            delta += outgoing.cost - innerCost(one, routeOne.type)
        }
        guard delta < bound else { return nil }
        delta -= bound
        let change = incoming.load &- outgoing.load
        delta += penalties.charge(
            warp: warp(around: one, arcsOne, incoming.segment),
            excess: excess(around: one, incoming, sum: load(of: slotOne) &+ change, routeOne.type)
        )
        guard delta < 0 else { return nil }
        delta += penalties.charge(
            warp: warp(around: two, arcsTwo, outgoing.segment),
            excess: excess(around: two, outgoing, sum: load(of: slotTwo) &- change, routeTwo.type)
        )
        return delta < 0 ? delta : nil
    }

    /// The driving seconds into and out of a chain in another's place, and how the cost of arcs changes there.
    @inline(__always)
    private func arcs(
        around old: Chain,
        with new: Chain,
        _ type: Int32
    ) -> (into: Int32, out: Int32, delta: Int64) {
        let (before, after) = (nodes[old.first].previous, nodes[old.last].next)
        let into = arcInto(type, nodes[new.first].location, from: nodes[before].location)
        let out = arc(type, nodes[new.last].location, nodes[after].location)
        let delta =
            price(into, type) + price(out, type) - priceNext(nodes[before], type)
            - priceNext(nodes[old.last], type)
        return (into.time, out.time, delta)
    }

    @inline(__always)
    private func warp(
        around old: Chain,
        _ arcs: (into: Int32, out: Int32, delta: Int64),
        _ segment: TimeSegment
    ) -> Int32 {
        let (before, after) = (nodes[old.first].previous, nodes[old.last].next)
        return nodes[before].before.joined(arcs.into, segment).warpJoined(arcs.out, nodes[after].after)
    }

    @inline(__always)
    private func excess(around old: Chain, _ new: ChainTotals, sum: LoadVector, _ type: Int32) -> Int32 {
        excess(upTo: nodes[old.first].previous, new.goods, from: nodes[old.last].next, sum: sum, type)
    }

    private mutating func exchangeWithin(_ one: Chain, _ two: Chain) -> Int64? {
        let isInOrder = nodes[one.first].position < nodes[two.first].position
        let (head, tail) = isInOrder ? (one, two) : (two, one)
        // Chains that follow each other change places by a relocation.
        guard nodes[tail.first].position > nodes[head.last].position + 1 else { return nil }
        let route = routes[nodes[head.first].route]
        let delta =
            arcs(around: head, with: tail, route.type).delta
            + arcs(around: tail, with: head, route.type).delta
        guard delta < gainWithin(route) else { return nil }
        let (left, right) = (nodes[head.first].previous, nodes[tail.last].next)
        stretchCount = 0
        append(from: tail.first, through: tail.last)
        append(from: nodes[head.last].next, through: nodes[tail.first].previous)
        append(from: head.first, through: head.last)
        return deltaOfStretch(between: left, and: right, delta, route)
    }

    /// Lets two chains that do not touch change places.
    mutating func exchange(_ one: Chain, _ two: Chain) {
        let (slotOne, slotTwo) = (nodes[one.first].route, nodes[two.first].route)
        touch(slotOne)
        touch(slotTwo)
        let (beforeOne, afterOne) = (nodes[one.first].previous, nodes[one.last].next)
        let (beforeTwo, afterTwo) = (nodes[two.first].previous, nodes[two.last].next)
        lay(two, between: beforeOne, and: afterOne)
        lay(one, between: beforeTwo, and: afterTwo)
        refreshCounted(slotOne)
        if slotTwo != slotOne { refreshCounted(slotTwo) }
    }

    private func lay(_ chain: Chain, between before: Int32, and after: Int32) {
        nodes.update(before) { $0.next = chain.first }
        nodes.update(chain.first) { $0.previous = before }
        nodes.update(chain.last) { $0.next = after }
        nodes.update(after) { $0.previous = chain.last }
    }
}
