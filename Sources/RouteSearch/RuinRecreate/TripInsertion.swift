extension SearchSolution {
    /// The cheapest trip of its own for an absent job, on a route in use, that costs less than `limit`.
    mutating func bestTrip(of task: Int32, below limit: Int64) -> TripPlace {
        var best = TripPlace.none
        best.delta = limit
        for slot in 0..<Int32(routes.count) where routes[slot].count > 0 {
            let type = routes[slot].type
            guard instance.fleet.mayReload[type],
                instance.tasks.allowed[Int(type) &* instance.taskCount &+ Int(task)]
            else { continue }
            if instance.needs.relations, !relationsAllow(task, on: slot) { continue }
            let compartment = freshCompartment(for: task, type)
            guard compartment >= 0 else { continue }
            for rank in instance.types[Int(type)].reloadRanks.indices {
                let rank = instance.types[Int(type)].reloadRanks[rank]
                guard leastCost(ofTripFor: task, slot, rank) < best.delta else { continue }
                considerFirstTrip(of: task, slot, rank, compartment, &best)
                var node = nodes[start(slot)].next
                while Int(node) < instance.taskCount {
                    if Int(nodes[node].next) >= instance.visitCount, !instance.isReload(node) {
                        considerTrip(of: task, after: node, slot, rank, compartment, &best)
                    }
                    node = nodes[node].next
                }
            }
        }
        return best.after >= 0 ? best : .none
    }

    /// The least that a trip of its own for a job may cost anywhere on a route: there and back, where the route begins, ends
    /// and loads at one place; otherwise no bound is known.
    private func leastCost(ofTripFor task: Int32, _ slot: Int32, _ rank: Int) -> Int64 {
        let type = routes[slot].type
        let terms = instance.fleet.terms[type]
        let reload = instance.reload(rank: rank)
        let depot = instance.tasks.location[reload]
        guard terms.start == depot, terms.end == depot,
            instance.types[Int(type)].reloadRanks.count == 1
        else { return .min }
        let matrix = instance.fleet.matrix[type]
        let into = instance.roads.arc(matrix, from: depot, to: instance.tasks.location[task])
        let back = instance.roads.arc(matrix, from: instance.tasks.location[task], to: depot)
        return price(into, type) &+ price(back, type) &+ work(task, from: depot, reload, slot)
    }

    /// A compartment that an empty vehicle of a type would carry a job's goods in; −1 when it cannot.
    private func freshCompartment(for task: Int32, _ type: Int32) -> Int32 {
        let width = instance.compartmentCount
        let (unloaded, loaded) = (instance.tasks.unloaded[task], instance.tasks.loaded[task])
        var (best, fewest) = (Int32(-1), Int.max)
        for index in 0..<width {
            let entry = Int(type) &* width &+ index
            let regimes = instance.fleet.regimes[entry]
            let capacity = instance.fleet.capacity[entry]
            guard regimes & instance.tasks.regimes[task] != 0, unloaded.fits(in: capacity),
                loaded.fits(in: capacity)
            else { continue }
            if regimes.nonzeroBitCount < fewest { (best, fewest) = (Int32(index), regimes.nonzeroBitCount) }
        }
        let whole = instance.fleet.wholeCapacity[type]
        return unloaded.fits(in: whole) && loaded.fits(in: whole) ? best : -1
    }

    /// Tries a trip behind the last task of another: reload, job, and on as before.
    private mutating func considerTrip(
        of task: Int32,
        after node: Int32,
        _ slot: Int32,
        _ rank: Int,
        _ compartment: Int32,
        _ best: inout TripPlace
    ) {
        let type = routes[slot].type
        let matrix = instance.fleet.matrix[type]
        let reload = instance.reload(rank: rank)
        let (depot, place) = (instance.tasks.location[reload], instance.tasks.location[task])
        let stop = nodes[node]
        let back = instance.roads.arc(matrix, from: stop.location, to: depot)
        let into = instance.roads.arc(matrix, from: depot, to: place)
        let out = instance.roads.arc(matrix, from: place, to: stop.locationNext)
        let delta = self.delta(back, into, out, task, from: depot, reload, replacing: node, slot)
        guard delta < best.delta else { return }
        let loading = instance.tasks.service[reload]
        let reached = max(stop.departure &+ back.time, instance.tasks.release[task] &- loading)
        guard let begin = instance.tasks.nextOpening(of: reload, at: reached) else { return }
        let arrival = begin &+ loading &+ into.time
        guard arrival <= instance.tasks.closes[task] else { return }
        let departure = departureFrom(task, reachedAt: arrival, from: depot, slot)
        guard departure &+ out.time <= stop.latestNext else { return }
        let found = TripPlace(
            delta: delta,
            after: node,
            rank: Int32(rank),
            isFirst: false,
            compartment: compartment
        )
        keep(found, of: task, slot, &best)
    }

    /// Tries a trip before all others: job, reload, and on as before.
    private mutating func considerFirstTrip(
        of task: Int32,
        _ slot: Int32,
        _ rank: Int,
        _ compartment: Int32,
        _ best: inout TripPlace
    ) {
        let type = routes[slot].type
        let matrix = instance.fleet.matrix[type]
        let terms = instance.fleet.terms[type]
        let reload = instance.reload(rank: rank)
        let (depot, place) = (instance.tasks.location[reload], instance.tasks.location[task])
        let stop = nodes[start(slot)]
        let into = instance.roads.arc(matrix, from: stop.location, to: place)
        let back = instance.roads.arc(matrix, from: place, to: depot)
        let out = instance.roads.arc(matrix, from: depot, to: stop.locationNext)
        let delta = self.delta(
            into,
            back,
            out,
            task,
            from: stop.location,
            reload,
            replacing: start(slot),
            slot
        )
        guard delta < best.delta else { return }
        let ready = max(terms.earliestDeparture, instance.tasks.release[task])
        guard let left = instance.fleet.nextOpening(terms.departureWindows, at: ready) else { return }
        let arrival = left &+ into.time
        guard arrival <= instance.tasks.closes[task] else { return }
        let done = departureFrom(task, reachedAt: arrival, from: stop.location, slot)
        let loading = instance.tasks.service[reload]
        let reached = max(done &+ back.time, self.ready[slot] &- loading)
        guard let begin = instance.tasks.nextOpening(of: reload, at: reached),
            begin &+ loading &+ out.time <= stop.latestNext
        else { return }
        let found = TripPlace(
            delta: delta,
            after: start(slot),
            rank: Int32(rank),
            isFirst: true,
            compartment: compartment
        )
        keep(found, of: task, slot, &best)
    }

    /// What a job and a reload cost in place of the arc behind `node`, paid waiting apart.
    @inline(__always)
    private func delta(
        _ one: Arc,
        _ two: Arc,
        _ three: Arc,
        _ task: Int32,
        from here: Int32,
        _ reload: Int32,
        replacing node: Int32,
        _ slot: Int32
    ) -> Int64 {
        let type = routes[slot].type
        let length = Int64(one.length) &+ Int64(two.length) &+ Int64(three.length)
        let time = Int64(one.time &+ two.time &+ three.time &- timeNext[node])
        var delta = instance.fleet.perLength[type] &* (length &- Int64(nodes[node].lengthNext))
        delta &+= instance.fleet.perSecond[type] &* time
        return delta &+ work(task, from: here, reload, slot)
    }

    /// What a job reached from a place, and the loading for it, cost beside the road, paid waiting apart.
    @inline(__always)
    private func work(_ task: Int32, from here: Int32, _ reload: Int32, _ slot: Int32) -> Int64 {
        guard Kernel.rich else { return 0 }
        let type = routes[slot].type
        let row = instance.fleet.serviceRow[type]
        var seconds = instance.tasks.service[row &+ Int(task)] &+ instance.tasks.service[row &+ Int(reload)]
        var cost: Int64 = 0
        if here != instance.tasks.location[task] {
            seconds &+= instance.tasks.setup[row &+ Int(task)]
            cost = instance.fleet.perStop[type]
        }
        cost &+= instance.fleet.perTaskSecond[type] &* Int64(seconds)
        return cost &- instance.fleet.perWaitSecond[type] &* Int64(routes[slot].waiting)
    }

    /// Makes a place the best; where the whole route decides, if it measures up.
    private mutating func keep(
        _ place: TripPlace,
        of task: Int32,
        _ slot: Int32,
        _ best: inout TripPlace
    ) {
        guard Kernel.rich else {
            best = place
            return
        }
        let reload = instance.reload(rank: Int(place.rank))
        meter.count = 0
        var walker = start(slot)
        let end = walker &+ 1
        while walker != end {
            if Int(walker) < instance.taskCount {
                meter.append(walker, compartment: compartment[walker])
            }
            if walker == place.after {
                if !place.isFirst { meter.append(reload, compartment: 0) }
                meter.append(task, compartment: place.compartment)
                if place.isFirst { meter.append(reload, compartment: 0) }
            }
            walker = nodes[walker].next
        }
        let limit = cost(of: slot, plus: best.delta)
        guard let cost = meter.measure(instance, type: routes[slot].type, below: limit) else { return }
        guard cost - routes[slot].cost < best.delta else { return }
        best = place
        best.delta = cost - routes[slot].cost
        best.waiting = meter.waiting
    }

    /// Puts an absent job on a trip of its own; false when no reload is left.
    mutating func insert(_ task: Int32, _ place: TripPlace) -> Bool {
        let reload = pool.take(rank: Int(place.rank))
        guard reload >= 0 else { return false }
        let slot = nodes[place.after].route
        touch(slot)
        let (first, second) = place.isFirst ? (task, reload) : (reload, task)
        link(first, after: place.after)
        link(second, after: first)
        compartment[task] = place.compartment
        compartment[reload] = 0
        if Kernel.rich {
            let before = routeCost
            refreshSound(slot, measured: measured(slot, place.delta, place.waiting))
            assert(routeCost - before == place.delta, "the promised delta is not the change of cost")
        } else {
            follow(slot, costing: place.delta)
        }
        return true
    }

    /// When a task after `node` would be left to, were the trip of that node to wait for goods that are ready at
    /// `release`: the departure from `node`; nil when a task before it would be late.
    @inline(never)
    func delayedDeparture(from node: Int32, ready release: Int32, _ slot: Int32) -> Int32? {
        let head = head(of: trip(behind: node))
        let type = routes[slot].type
        let matrix = instance.fleet.matrix[type]
        var clock: Int32
        if Int(head) < instance.taskCount {
            let loading = instance.tasks.service[head]
            guard let begin = instance.tasks.nextOpening(of: head, at: release &- loading) else { return nil }
            clock = begin &+ loading
        } else {
            let windows = instance.fleet.terms[type].departureWindows
            guard let left = instance.fleet.nextOpening(windows, at: release) else { return nil }
            clock = left
        }
        var walker = head
        while walker != node {
            let next = nodes[walker].next
            let arc = instance.roads.arc(matrix, from: nodes[walker].location, to: nodes[next].location)
            clock &+= arc.time
            guard clock <= instance.tasks.closes[next] else { return nil }
            clock = departureFrom(next, reachedAt: clock, from: nodes[walker].location, slot)
            walker = next
        }
        return clock
    }
}
