extension SearchSolution {
    /// The cheapest places for an absent shipment in the routes around it that cost less than `limit`.
    mutating func bestPairPlace(
        of pickup: Int32,
        below limit: Int64,
        blink: Double,
        everywhere: Bool,
        random: inout SearchRandom
    ) -> PairPlace {
        var best = PairPlace.none
        best.delta = limit
        if everywhere {
            for slot in 0..<Int32(routes.count) where routes[slot].count > 0 {
                considerPairs(pickup, slot, &best, blink, &random)
            }
        } else {
            nearRound &+= 1
            let width = instance.neighbours.nearCount
            for half in [pickup, instance.tasks.partner[pickup]] {
                for rank in 0..<width {
                    let slot = nodes[instance.neighbours.near[Int(half) &* width &+ rank]].route
                    guard slot >= 0, nearSeen[slot] != nearRound else { continue }
                    nearSeen[slot] = nearRound
                    considerPairs(pickup, slot, &best, blink, &random)
                }
            }
        }
        return best.afterPickup >= 0 ? best : .none
    }

    /// Tries every pickup place of a route with every delivery place behind it, cheap tests first.
    private mutating func considerPairs(
        _ pickup: Int32,
        _ slot: Int32,
        _ best: inout PairPlace,
        _ blink: Double,
        _ random: inout SearchRandom
    ) {
        let type = routes[slot].type
        guard instance.tasks.allowed[Int(type) &* instance.taskCount &+ Int(pickup)] else { return }
        if Kernel.rich, instance.needs.relations {
            guard relationsAllow(pickup, on: slot), relationsAllow(instance.tasks.partner[pickup], on: slot)
            else { return }
        }
        var compartment = pairCompartment(for: pickup, slot, slot)
        if !Kernel.trips, compartment < 0 { return }
        if Kernel.timed {
            considerPairsJoined(pickup, slot, &best, blink, &random)
            return
        }
        var node = start(slot)
        let end = node &+ 1
        while node != end {
            if Kernel.trips, instance.isReload(node) {
                compartment = pairCompartment(for: pickup, trip(beginningAt: node), slot)
            }
            if Kernel.trips, compartment < 0 {
                node = nodes[node].next
                continue
            }
            considerDeliveries(pickup, after: node, compartment, slot, &best, blink, &random)
            node = nodes[node].next
        }
    }

    private mutating func considerDeliveries(
        _ pickup: Int32,
        after node: Int32,
        _ compartment: Int32,
        _ slot: Int32,
        _ best: inout PairPlace,
        _ blink: Double,
        _ random: inout SearchRandom
    ) {
        let type = routes[slot].type
        let matrix = instance.fleet.matrix[type]
        let delivery = instance.tasks.partner[pickup]
        let (from, to) = (instance.tasks.location[pickup], instance.tasks.location[delivery])
        let saving = instance.fleet.terms[type].perWaitSecond &* Int64(routes[slot].waiting)
        let work =
            instance.fleet.perTaskSecond[type] &* Int64(service(pickup, type) &+ service(delivery, type))
        let into = instance.roads.arc(matrix, from: nodes[node].location, to: from)
        let arrival = nodes[node].departure &+ into.time
        guard arrival <= instance.tasks.closes[pickup] else { return }
        var clock = departureFrom(pickup, reachedAt: arrival, from: nodes[node].location, slot)
        var last = pickup
        var here = from
        let detour = detour(
            into,
            instance.roads.arc(matrix, from: from, to: nodes[node].locationNext),
            node,
            type
        )
        var next = nodes[node].next
        while true {
            let toDelivery = instance.roads.arc(matrix, from: here, to: to)
            let onward = instance.roads.arc(matrix, from: to, to: nodes[next].location)
            let reached = clock &+ toDelivery.time
            guard reached <= instance.tasks.closes[delivery] else { return }
            var delta: Int64
            if last == pickup {
                delta = price(into, type) + price(toDelivery, type) + price(onward, type)
                delta -= price(Arc(length: nodes[node].lengthNext, time: timeNext[node]), type)
            } else {
                delta = detour + self.detour(toDelivery, onward, last, type)
            }
            let latest = nodes[last == pickup ? node : last].latestNext
            let departure = departureFrom(delivery, reachedAt: reached, from: here, slot)
            moves.tried &+= 1
            if delta + work - saving < best.delta, departure &+ onward.time <= latest {
                let place = PairPlace(
                    delta: 0,
                    afterPickup: node,
                    afterDelivery: last,
                    compartment: compartment
                )
                measurePair(pickup, place, slot, &best, blink, &random)
            }
            // Nothing stays aboard over a reload.
            guard Int(next) < (Kernel.trips ? instance.visitCount : instance.taskCount) else { return }
            let step = instance.roads.arc(matrix, from: here, to: nodes[next].location)
            guard clock &+ step.time <= latest else { return }
            clock = departureFrom(next, reachedAt: clock &+ step.time, from: here, slot)
            here = nodes[next].location
            last = next
            next = nodes[next].next
        }
    }

    private mutating func measurePair(
        _ pickup: Int32,
        _ place: PairPlace,
        _ slot: Int32,
        _ best: inout PairPlace,
        _ blink: Double,
        _ random: inout SearchRandom
    ) {
        let delivery = instance.tasks.partner[pickup]
        moves.examined &+= 1
        meter.count = 0
        var walker = start(slot)
        let end = walker &+ 1
        while walker != end {
            if Int(walker) < instance.taskCount { meter.append(walker, compartment: compartment[walker]) }
            if walker == place.afterPickup {
                meter.append(pickup, compartment: place.compartment)
                if place.afterDelivery == pickup { meter.append(delivery, compartment: place.compartment) }
            }
            if walker == place.afterDelivery { meter.append(delivery, compartment: place.compartment) }
            walker = nodes[walker].next
        }
        let limit = cost(of: slot, plus: best.delta)
        guard let cost = meter.measure(instance, type: routes[slot].type, below: limit) else { return }
        let delta = cost - routes[slot].cost
        guard delta < best.delta else { return }
        if blink > 0, random.chance(blink) { return }
        best = place
        best.delta = delta
        best.waiting = meter.waiting
    }

    /// A compartment that may run a regime for the shipment's goods and could hold them were it empty; −1
    /// for none.
    func pairCompartment(for pickup: Int32, _ trip: Int32, _ slot: Int32) -> Int32 {
        let width = instance.compartmentCount
        let type = Int(routes[slot].type)
        guard instance.tasks.loaded[pickup].fits(in: instance.fleet.wholeCapacity[type]) else { return -1 }
        var (best, fewest) = (Int32(-1), Int.max)
        for index in 0..<width {
            let shared = regimes[Int(trip) &* width &+ index] & instance.tasks.regimes[pickup]
            let capacity = instance.fleet.capacity[type &* width &+ index]
            guard shared != 0, instance.tasks.loaded[pickup].fits(in: capacity) else { continue }
            if instance.rules.needs.segregation, isBesideIncompatible(pickup, on: trip, compartment: index) {
                continue
            }
            let uses = regimes[Int(trip) &* width &+ index].nonzeroBitCount
            if uses < fewest { (best, fewest) = (Int32(index), uses) }
        }
        return best
    }

    private func service(_ task: Int32, _ type: Int32) -> Int32 {
        instance.tasks.service[instance.fleet.serviceRow[type] &+ Int(task)]
    }

    /// What driving an arc costs a vehicle of `type`.
    @inline(__always)
    func price(_ arc: Arc, _ type: Int32) -> Int64 {
        instance.fleet.perLength[type] &* Int64(arc.length) &+ instance.fleet.perSecond[type]
            &* Int64(arc.time)
    }

    /// What going through `place` costs in place of the arc from `node` to its next.
    @inline(__always)
    func detour(by place: Int32, after node: Int32, _ type: Int32) -> Int64 {
        let matrix = instance.fleet.matrix[type]
        let into = instance.roads.arcInto(matrix, place, from: nodes[node].location)
        return detour(into, instance.roads.arc(matrix, from: place, to: nodes[node].locationNext), node, type)
    }

    /// What going through a place costs in place of the arc from `node` to its next.
    private func detour(_ into: Arc, _ out: Arc, _ node: Int32, _ type: Int32) -> Int64 {
        price(into, type) &+ price(out, type)
            &- price(Arc(length: nodes[node].lengthNext, time: timeNext[node]), type)
    }
}
