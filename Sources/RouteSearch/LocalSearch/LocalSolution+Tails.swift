extension LocalSolution {
    /// The change of cost if what follows two nodes of different routes changes places (2-opt*); nil when it does not pay.
    ///
    /// Vehicles are of the same type, or of types that are alike.
    @inline(__always)
    func exchangeTailsDelta(after one: Int32, and two: Int32) -> Int64? {
        let (slotOne, slotTwo) = (nodes[one].route, nodes[two].route)
        let (routeOne, routeTwo) = (routes[slotOne], routes[slotTwo])
        let (typeOne, typeTwo) = (routeOne.type, routeTwo.type)
        guard slotOne != slotTwo, typeOne == typeTwo || Kernel.fleet && instance.hasAlikeTypes else {
            return nil
        }
        let (nextOne, nextTwo) = (nodes[one].next, nodes[two].next)
        let linkOne = arc(typeOne, nodes[one].location, nodes[nextTwo].location)
        let linkTwo = arc(typeTwo, nodes[two].location, nodes[nextOne].location)
        var delta =
            price(linkOne, typeOne) + price(linkTwo, typeTwo) - priceNext(nodes[one], typeOne)
            - priceNext(nodes[two], typeTwo)
        if Kernel.fleet, typeOne != typeTwo {
            delta += changeOfPrice(from: nextTwo, slotTwo, onto: typeOne)
            delta += changeOfPrice(from: nextOne, slotOne, onto: typeTwo)
        }
        let isEmptyOne = !isTask(one) && !isTask(nextTwo)
        let isEmptyTwo = !isTask(two) && !isTask(nextOne)
        // An empty route costs nothing, not even its arc from start to end.
        let (fixedOne, fixedTwo) = (instance.fleet.terms[typeOne].fixed, instance.fleet.terms[typeTwo].fixed)
        if isEmptyOne { delta -= fixedOne + price(linkOne, typeOne) }
        if isEmptyTwo { delta -= fixedTwo + price(linkTwo, typeTwo) }
        if routeOne.count == 0 { delta += fixedOne + priceNext(nodes[one], typeOne) }
        if routeTwo.count == 0 { delta += fixedTwo + priceNext(nodes[two], typeTwo) }
        let bound = routeOne.penalty + routeTwo.penalty
        guard delta < bound else { return nil }
        delta -= bound
        let (headOne, headTwo) = (load(upTo: one), load(upTo: two))
        let (tailOne, tailTwo) = (load(of: slotOne) &- headOne, load(of: slotTwo) &- headTwo)
        if !isEmptyOne {
            let warp = nodes[one].before.warpJoined(linkOne.time, nodes[nextTwo].after)
            let excess = excess(upTo: one, from: nextTwo, sum: headOne &+ tailTwo, typeOne)
            delta += penalties.charge(warp: warp, excess: excess)
        }
        guard delta < 0 else { return nil }
        if !isEmptyTwo {
            let warp = nodes[two].before.warpJoined(linkTwo.time, nodes[nextOne].after)
            let excess = excess(upTo: two, from: nextOne, sum: headTwo &+ tailOne, typeTwo)
            delta += penalties.charge(warp: warp, excess: excess)
        }
        return delta < 0 ? delta : nil
    }

    /// How the price of the roads from a node to the end of its route changes on a vehicle of another type that is alike.
    @inline(__always)
    private func changeOfPrice(from node: Int32, _ slot: Int32, onto type: Int32) -> Int64 {
        let roads = reach[start(slot) + 1] - reach[node]
        return price(roads, type) - price(roads, routes[slot].type)
    }

    /// Exchanges what follows two nodes of different routes.
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
