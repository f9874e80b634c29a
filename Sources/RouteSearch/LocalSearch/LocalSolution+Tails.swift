extension LocalSolution {
    /// The change of cost if what follows two nodes of different routes of the same type changes places (2-opt*); nil when
    /// it does not pay.
    @inline(__always)
    func exchangeTailsDelta(after one: Int32, and two: Int32) -> Int64? {
        let (slotOne, slotTwo) = (nodes[one].route, nodes[two].route)
        let (routeOne, routeTwo) = (routes[slotOne], routes[slotTwo])
        guard slotOne != slotTwo, routeOne.type == routeTwo.type else { return nil }
        let (nextOne, nextTwo) = (nodes[one].next, nodes[two].next)
        let type = routeOne.type
        let linkOne = arc(type, nodes[one].location, nodes[nextTwo].location)
        let linkTwo = arc(type, nodes[two].location, nodes[nextOne].location)
        var delta =
            price(linkOne, type) + price(linkTwo, type) - priceNext(nodes[one], type)
            - priceNext(nodes[two], type)
        let isEmptyOne = !isTask(one) && !isTask(nextTwo)
        let isEmptyTwo = !isTask(two) && !isTask(nextOne)
        // An empty route costs nothing, not even its arc from start to end.
        let fixed = instance.fleet.terms[type].fixed
        if isEmptyOne { delta -= fixed + price(linkOne, type) }
        if isEmptyTwo { delta -= fixed + price(linkTwo, type) }
        if routeOne.count == 0 { delta += fixed + priceNext(nodes[one], type) }
        if routeTwo.count == 0 { delta += fixed + priceNext(nodes[two], type) }
        let bound = routeOne.penalty + routeTwo.penalty
        guard delta < bound else { return nil }
        delta -= bound
        let (headOne, headTwo) = (load(upTo: one), load(upTo: two))
        let (tailOne, tailTwo) = (load(of: slotOne) &- headOne, load(of: slotTwo) &- headTwo)
        if !isEmptyOne {
            let warp = nodes[one].before.warpJoined(linkOne.time, nodes[nextTwo].after)
            delta += penalties.charge(warp: warp, excess: excess(headOne &+ tailTwo, type))
        }
        guard delta < 0 else { return nil }
        if !isEmptyTwo {
            let warp = nodes[two].before.warpJoined(linkTwo.time, nodes[nextOne].after)
            delta += penalties.charge(warp: warp, excess: excess(headTwo &+ tailOne, type))
        }
        return delta < 0 ? delta : nil
    }

    /// Exchanges what follows two nodes of different routes of the same type.
    mutating func exchangeTails(after one: Int32, and two: Int32) {
        let (slotOne, slotTwo) = (nodes[one].route, nodes[two].route)
        touch(slotOne)
        touch(slotTwo)
        let (nextOne, nextTwo) = (nodes[one].next, nodes[two].next)
        let (lastOne, lastTwo) = (nodes[start(slotOne) + 1].previous, nodes[start(slotTwo) + 1].previous)
        attach(nextTwo, last: lastTwo, after: one, slotOne)
        attach(nextOne, last: lastOne, after: two, slotTwo)
        refreshCounted(slotOne)
        refreshCounted(slotTwo)
    }

    /// Makes the tasks from `first` to `last` of another route follow a node; none if `first` is an end.
    private func attach(_ first: Int32, last: Int32, after node: Int32, _ slot: Int32) {
        guard isTask(first) else { return close(slot, last: node) }
        nodes.update(node) { $0.next = first }
        nodes.update(first) { $0.previous = node }
        close(slot, last: last)
    }
}
