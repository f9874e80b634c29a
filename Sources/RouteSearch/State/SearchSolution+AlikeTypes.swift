/// Where types differ in what they hold and cost alone, what a route would cost on another is told without a look at it.
extension SearchSolution {
    /// What the route in `slot` would cost on a vehicle of `type`, wherever it fits.
    @inline(__always)
    private func cost(of slot: Int32, onAlike type: Int32) -> Int64 {
        let roads = totals[slot]
        return instance.fleet.terms[type].fixed &+ instance.fleet.perLength[type] &* roads.length
            &+ instance.fleet.perSecond[type] &* Int64(roads.driving)
    }

    /// Whether all goods of a route fit a vehicle of `type`.
    @inline(__always)
    private func fits(_ slot: Int32, onAlike type: Int32) -> Bool {
        let capacity = instance.fleet.capacity[type]
        if Kernel.mixed, instance.needs.mixedLoads { return peaks[start(slot)].behind.fits(in: capacity) }
        return (delivered[slot] &+ collected[slot]).fits(in: capacity)
    }

    /// Gives a route the free vehicle that drives it at the least cost, if it has not that already.
    mutating func takeCheapestVehicle(_ slot: Int32) {
        guard routes[slot].count > 0 else { return }
        var best = (type: routes[slot].type, cost: routes[slot].cost)
        for type in 0..<Int32(instance.types.count) where freeCount[type] > 0 {
            let cost = cost(of: slot, onAlike: type)
            if cost < best.cost, fits(slot, onAlike: type) { best = (type, cost) }
        }
        if best.type != routes[slot].type { move(slot, to: emptySlot(of: best.type)) }
    }

    /// How much more two routes of different types cost once they have exchanged vehicles; nil when they cannot.
    @inline(__always)
    func changeByExchange(_ one: Int32, _ other: Int32) -> Int64? {
        let (first, second) = (routes[one].type, routes[other].type)
        guard first != second else { return nil }
        let change =
            cost(of: one, onAlike: second) &+ cost(of: other, onAlike: first) &- routes[one].cost
            &- routes[other].cost
        guard change < 0, fits(one, onAlike: second), fits(other, onAlike: first) else {
            return nil
        }
        return change
    }

    /// Exchanges all tasks of two routes whose vehicles can drive each other's.
    mutating func exchangeVehicles(_ one: Int32, _ other: Int32) {
        touch(one)
        touch(other)
        let (first, last) = (nodes[start(one)].next, nodes[start(one) + 1].previous)
        let (otherFirst, otherLast) = (nodes[start(other)].next, nodes[start(other) + 1].previous)
        attach(otherFirst, last: otherLast, after: start(one), one)
        attach(first, last: last, after: start(other), other)
        recount(one)
        recount(other)
        refreshSound(one)
        refreshSound(other)
    }
}
