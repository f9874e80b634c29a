/// A shipment on its way into a route: what does not depend on where in the route it goes.
struct ShipmentInHand {
    let pickup: Int32
    let delivery: Int32
    /// Rows of the two places.
    let (from, to): (Int32, Int32)
    /// Cost of service, less all that waiting in the route costs: what a place costs at least beside its detours.
    let least: Int64
}

/// The route up to the last task before a delivery, the pickup somewhere among them.
struct LoadedStretch {
    /// From the start of the route to the end of the stay at `last`.
    var upTo: TimedStretch
    /// What follows the pickup in the route: the pickup itself or a task of the route.
    var last: Int32
    /// Row of `last`.
    var here: Int32
    /// More seconds of setup and service so far.
    var working: Int32
    /// More halts so far.
    var halts: Int32
}

extension SearchSolution {
    /// Tries every pickup place of a route with every delivery place behind it, by joining stretches.
    mutating func considerPairsJoined(
        _ pickup: Int32,
        _ slot: Int32,
        _ best: inout PairPlace,
        _ blink: Double,
        _ random: inout SearchRandom
    ) {
        let type = routes[slot].type
        let (matrix, capacity) = (instance.fleet.matrix[type], instance.fleet.capacity[type])
        let shipment = inHand(pickup, slot)
        priceDeliveries(shipment, slot)
        let middle = price(instance.roads.arc(matrix, from: shipment.from, to: shipment.to), type)
        var load = delivered[slot]
        var node = start(slot)
        let end = node &+ 1
        while node != end {
            let stop = nodes[node]
            if Int(node) < instance.taskCount {
                load = load &- instance.tasks.unloaded[node] &+ instance.tasks.loaded[node]
            }
            let left = Int(times[node].upTo.earliest) &+ Int(times[node].upTo.duration)
            guard left <= Int(instance.tasks.closes[pickup]) else { return }
            let into = price(instance.roads.arcInto(matrix, shipment.from, from: stop.location), type)
            let out = price(instance.roads.arc(matrix, from: shipment.from, to: stop.locationNext), type)
            let onward = price(instance.roads.arc(matrix, from: shipment.to, to: stop.locationNext), type)
            let saved = price(Arc(length: stop.lengthNext, time: timeNext[node]), type)
            let apart = stop.next == end ? Int64.max : out &+ cheapestBehind[stop.next]
            if into &- saved &+ min(middle &+ onward, apart) &+ shipment.least < best.delta,
                (load &+ instance.tasks.loaded[pickup]).fits(in: capacity)
            {
                considerDeliveriesJoined(shipment, after: node, slot, load, &best, blink, &random)
            }
            node = stop.next
        }
    }

    private func inHand(_ pickup: Int32, _ slot: Int32) -> ShipmentInHand {
        let type = routes[slot].type
        let delivery = instance.tasks.partner[pickup]
        let row = instance.fleet.serviceRow[type]
        let seconds =
            instance.tasks.service[row &+ Int(pickup)] &+ instance.tasks.service[row &+ Int(delivery)]
        return ShipmentInHand(
            pickup: pickup,
            delivery: delivery,
            from: instance.tasks.location[pickup],
            to: instance.tasks.location[delivery],
            least: instance.fleet.perTaskSecond[type] &* Int64(seconds)
                &- instance.fleet.terms[type].perWaitSecond &* Int64(routes[slot].waiting)
        )
    }

    /// Notes for each task of a route what the delivery's detour costs at least behind it.
    private func priceDeliveries(_ shipment: ShipmentInHand, _ slot: Int32) {
        let type = routes[slot].type
        var least = Int64.max
        var node = nodes[start(slot) &+ 1].previous
        while Int(node) < instance.taskCount {
            least = min(least, detour(by: shipment.to, after: node, type))
            cheapestBehind[node] = least
            node = nodes[node].previous
        }
    }

    /// Tries every delivery place behind a pickup after `node`; `load` is on board when the vehicle leaves it.
    private mutating func considerDeliveriesJoined(
        _ shipment: ShipmentInHand,
        after node: Int32,
        _ slot: Int32,
        _ load: LoadVector,
        _ best: inout PairPlace,
        _ blink: Double,
        _ random: inout SearchRandom
    ) {
        let type = routes[slot].type
        let (matrix, stop) = (instance.fleet.matrix[type], nodes[node])
        let visit = visit(shipment.pickup, from: stop.location, slot)
        let into = instance.roads.arcInto(matrix, shipment.from, from: stop.location)
        var upTo = times[node].upTo
        guard upTo.append(visit, after: into.time) else { return }
        var head = LoadedStretch(
            upTo: upTo,
            last: shipment.pickup,
            here: shipment.from,
            working: visit.duration,
            halts: stop.location == shipment.from ? 0 : 1
        )
        tryDelivery(shipment, after: node, head, slot, &best, blink, &random)
        let detour = detour(by: shipment.from, after: node, type) &+ shipment.least
        var load = load &+ instance.tasks.loaded[shipment.pickup]
        var (last, next) = (node, stop.next)
        while Int(next) < instance.taskCount, detour &+ cheapestBehind[next] < best.delta {
            guard advance(&head, from: last, to: next, matrix, slot) else { return }
            load = load &- instance.tasks.unloaded[next] &+ instance.tasks.loaded[next]
            guard load.fits(in: instance.fleet.capacity[type]) else { return }
            if detour &+ self.detour(by: shipment.to, after: next, type) < best.delta {
                tryDelivery(shipment, after: node, head, slot, &best, blink, &random)
            }
            (last, next) = (next, nodes[next].next)
        }
    }

    /// Adds the task after `last` to the stretch; false when the rest of the route would be late even without the
    /// delivery.
    @inline(__always)
    private func advance(
        _ head: inout LoadedStretch,
        from last: Int32,
        to next: Int32,
        _ matrix: Int,
        _ slot: Int32
    ) -> Bool {
        let isFirst = head.last != last
        let there = nodes[next].location
        let seconds =
            isFirst ? instance.roads.arc(matrix, from: head.here, to: there).time : timeNext[last]
        let visit = visit(next, from: head.here, slot)
        guard head.upTo.append(visit, after: seconds) else { return false }
        let reached = Int(head.upTo.earliest) &+ Int(head.upTo.duration) &+ Int(timeNext[next])
        guard reached <= Int(times[next].behind.latest) else { return false }
        if isFirst {
            head.working &+= visit.duration &- stay(at: next, from: nodes[last].location, slot)
            head.halts &+= (there == head.here ? 0 : 1) &- (there == nodes[last].location ? 0 : 1)
        }
        (head.last, head.here) = (next, there)
        return true
    }

    /// Prices the delivery right behind `head`, the pickup having been put after `node`.
    private mutating func tryDelivery(
        _ shipment: ShipmentInHand,
        after node: Int32,
        _ head: LoadedStretch,
        _ slot: Int32,
        _ best: inout PairPlace,
        _ blink: Double,
        _ random: inout SearchRandom
    ) {
        let matrix = instance.fleet.matrix[routes[slot].type]
        let isBeside = head.last == shipment.pickup
        let last = isBeside ? node : head.last
        guard let next = following(last, from: shipment.to, slot) else { return }
        let visit = visit(shipment.delivery, from: head.here, slot)
        let toDelivery = instance.roads.arc(matrix, from: head.here, to: shipment.to)
        let onward = instance.roads.arc(matrix, from: shipment.to, to: nodes[last].locationNext)
        var whole = head.upTo
        guard whole.append(visit, after: toDelivery.time), whole.append(next.stretch, after: onward.time)
        else { return }
        var change = RouteChange(
            whole: whole,
            length: Int64(toDelivery.length) &+ Int64(onward.length) &- Int64(nodes[last].lengthNext),
            driving: toDelivery.time &+ onward.time &- timeNext[last],
            metres: metres(of: shipment, after: node, isBeside, deliveredAfter: last, slot),
            working: head.working &+ visit.duration &+ next.working,
            halts: head.halts &+ (head.here == shipment.to ? 0 : 1) &+ next.halts,
            tasks: 2,
            release: .min
        )
        addPickup(shipment, after: node, isBeside, &change, slot)
        guard let delta = price(change, slot), delta < best.delta else { return }
        if blink > 0, random.chance(blink) { return }
        best = PairPlace(delta: delta, afterPickup: node, afterDelivery: head.last, compartment: 0)
    }

    /// Adds the roads of a pickup after `node` to a change that has those of its delivery.
    @inline(__always)
    private func addPickup(
        _ shipment: ShipmentInHand,
        after node: Int32,
        _ isBeside: Bool,
        _ change: inout RouteChange,
        _ slot: Int32
    ) {
        let (type, stop) = (routes[slot].type, nodes[node])
        let matrix = instance.fleet.matrix[type]
        let into = instance.roads.arcInto(matrix, shipment.from, from: stop.location)
        change.length &+= Int64(into.length)
        change.driving &+= into.time
        if !isBeside {
            let out = instance.roads.arc(matrix, from: shipment.from, to: stop.locationNext)
            change.length &+= Int64(out.length) &- Int64(stop.lengthNext)
            change.driving &+= out.time &- timeNext[node]
        }
    }

    /// More metres with a shipment in the route, its delivery behind `last`; 0 where the type has no limit on them.
    private func metres(
        of shipment: ShipmentInHand,
        after node: Int32,
        _ isBeside: Bool,
        deliveredAfter last: Int32,
        _ slot: Int32
    ) -> Int64 {
        let type = routes[slot].type
        guard instance.fleet.terms[type].maxDistance != .max else { return 0 }
        let pickup = metresOfDetour(by: shipment.from, after: node, slot)
        guard isBeside else { return pickup &+ metresOfDetour(by: shipment.to, after: last, slot) }
        let (matrix, there) = (instance.fleet.matrix[type], nodes[node].locationNext)
        return pickup &+ instance.roads.metres(matrix, from: shipment.from, to: shipment.to)
            &+ instance.roads.metres(matrix, from: shipment.to, to: there)
            &- instance.roads.metres(matrix, from: shipment.from, to: there)
    }
}
