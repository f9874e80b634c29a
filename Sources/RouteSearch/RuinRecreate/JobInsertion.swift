extension SearchSolution {
    /// The cheapest place for an absent job beside its near tasks that costs less than `limit`.
    ///
    /// Places are skipped with the probability `blink`, drawn only where a place would become the best; that leaves the
    /// same distribution as drawing everywhere (Christiaens and Vanden Berghe, *Transportation Science* 54 (2020),
    /// 417–433, section 5.3).
    @inline(__always)
    mutating func bestPlace(
        of task: Int32,
        below limit: Int64,
        blink: Double,
        random: inout SearchRandom
    ) -> Place {
        var best = Place(delta: limit, after: -1, compartment: 0)
        if Kernel.fleet, instance.tasks.hasFewVehicles[task] {
            return bestPlaceAnywhere(of: task, below: limit, blink: blink, random: &random)
        }
        let width = instance.neighbours.nearCount
        let row = Int(task) &* width
        var tried = 0
        if Kernel.rich { candidates.begin() }
        for rank in 0..<width {
            let near = instance.neighbours.near[row &+ rank]
            let slot = nodes[near].route
            guard slot >= 0, hasRoom(for: task, Kernel.trips ? tripOf[near] : slot, slot) else { continue }
            tried &+= 2
            consider(task, after: near, slot, &best, blink, &random)
            consider(task, after: nodes[near].previous, slot, &best, blink, &random)
        }
        moves.tried &+= tried
        if Kernel.rich { measureCandidates(for: task, &best, blink, &random) }
        return best.after >= 0 ? best : .none
    }

    /// The cheapest place for an absent job anywhere in the plan that costs less than `limit`.
    mutating func bestPlaceAnywhere(
        of task: Int32,
        below limit: Int64,
        blink: Double = 0,
        random: inout SearchRandom
    ) -> Place {
        var best = Place(delta: limit, after: -1, compartment: 0)
        if Kernel.rich { candidates.begin() }
        for slot in 0..<Int32(routes.count) where routes[slot].count > 0 {
            consider(task, everywhereIn: slot, &best, blink, &random)
        }
        if Kernel.rich { measureCandidates(for: task, &best, blink, &random) }
        return best.after >= 0 ? best : .none
    }

    /// The cheapest place for an absent job in one route that costs less than `limit`.
    mutating func bestPlace(
        of task: Int32,
        in slot: Int32,
        below limit: Int64,
        _ random: inout SearchRandom
    ) -> Place {
        var best = Place(delta: limit, after: -1, compartment: 0)
        if Kernel.rich { candidates.begin() }
        consider(task, everywhereIn: slot, &best, 0, &random)
        if Kernel.rich { measureCandidates(for: task, &best, 0, &random) }
        return best.after >= 0 ? best : .none
    }

    /// Makes the cheapest place of a route the best if it is cheaper and keeps every rule.
    private mutating func consider(
        _ task: Int32,
        everywhereIn slot: Int32,
        _ best: inout Place,
        _ blink: Double,
        _ random: inout SearchRandom
    ) {
        if !Kernel.trips, !hasRoom(for: task, slot, slot) { return }
        var node = start(slot)
        let end = node &+ 1
        while node != end {
            moves.tried &+= 1
            if !Kernel.trips || hasRoom(for: task, trip(behind: node), slot) {
                consider(task, after: node, slot, &best, blink, &random)
            }
            node = nodes[node].next
        }
    }

    /// Whether a trip of the route in `slot` may take a job as far as its vehicle and its load go.
    @inline(__always)
    private func hasRoom(for task: Int32, _ trip: Int32, _ slot: Int32) -> Bool {
        guard Kernel.fleet else { return instance.tasks.demand[task] <= routes[slot].room }
        let type = Int(routes[slot].type)
        guard instance.tasks.allowed[type &* instance.taskCount &+ Int(task)] else { return false }
        if Kernel.rich, instance.needs.relations, !relationsAllow(task, on: slot) { return false }
        if Kernel.rich || Kernel.timed && instance.needs.compartments { return true }
        if Kernel.mixed, instance.needs.mixedLoads {
            let capacity = instance.fleet.capacity[type]
            return (delivered[slot] &+ instance.tasks.unloaded[task]).fits(in: capacity)
                && (collected[slot] &+ instance.tasks.loaded[task]).fits(in: capacity)
        }
        if !Kernel.trips, instance.needs.oneLoad { return instance.tasks.demand[task] <= routes[slot].room }
        let load =
            delivered[trip] &+ collected[trip] &+ instance.tasks.unloaded[task] &+ instance.tasks.loaded[task]
        return load.fits(in: instance.fleet.capacity[type])
    }

    /// Makes the place after `node` the best if it is cheaper and keeps every rule; where the whole route decides, a candidate
    /// to be measured.
    @inline(__always)
    private mutating func consider(
        _ task: Int32,
        after node: Int32,
        _ slot: Int32,
        _ best: inout Place,
        _ blink: Double,
        _ random: inout SearchRandom
    ) {
        if Kernel.rich, !candidates.isNew(node) { return }
        let place = instance.tasks.location[task]
        let stop = nodes[node]
        let type = Kernel.fleet ? routes[slot].type : 0
        let matrix = Kernel.fleet ? instance.fleet.matrix[type] : 0
        let into = instance.roads.arcInto(matrix, place, from: stop.location)
        let out = instance.roads.arc(matrix, from: place, to: stop.locationNext)
        var delta = Int64(into.length &+ out.length &- stop.lengthNext)
        if Kernel.fleet {
            let time = Int64(into.time &+ out.time &- timeNext[node])
            delta = instance.fleet.perLength[type] &* delta &+ instance.fleet.perSecond[type] &* time
        }
        let spared = Kernel.detailed ? setupSpared(behind: node, by: place, slot) : 0
        if Kernel.detailed {
            let entry = instance.fleet.serviceRow[type] &+ Int(task)
            var seconds = instance.tasks.service[entry]
            var added = into.time &+ out.time &- timeNext[node] &+ seconds
            if Kernel.rich {
                let change = stopChange(by: task, behind: node, slot)
                seconds &+= change.setup
                added &+= change.setup
                delta += instance.fleet.perStop[type] &* Int64(change.halts)
            } else {
                added &+= instance.tasks.setup[entry]
                seconds &-= spared
            }
            delta += instance.fleet.perTaskSecond[type] &* Int64(seconds)
            // What is added can take the place of so much waiting at most.
            delta -= instance.fleet.perWaitSecond[type] &* Int64(min(routes[slot].waiting, max(added, 0)))
        }
        guard delta < best.delta else { return }
        moves.examined &+= 1
        if Kernel.timed {
            considerJoined(task, after: node, slot, into, out, &best, blink, &random)
            return
        }
        var arrival = stop.departure &+ into.time
        if Kernel.trips, !Kernel.rich {
            // Goods that are ready later hold up the whole trip.
            let head = head(of: trip(behind: node))
            if instance.tasks.release[task] > nodes[head].departure {
                let ready = instance.tasks.release[task]
                guard let departure = delayedDeparture(from: node, ready: ready, slot) else { return }
                arrival = departure &+ into.time
            }
        }
        if Kernel.rich {
            guard arrival <= instance.tasks.closes[task] else { return }
            let departure = departureFrom(task, reachedAt: arrival, from: stop.location, slot)
            guard departure &+ out.time <= stop.latestNext &+ spared else { return }
            candidates.add(node, bound: delta)
        } else {
            let begin = max(arrival, instance.tasks.opens[task])
            guard begin <= instance.tasks.closes[task],
                begin &+ instance.tasks.service[task] &+ out.time <= stop.latestNext
            else { return }
            if Kernel.mixed, !carries(task, after: node, on: type) { return }
            if blink > 0, random.chance(blink) { return }
            best = Place(delta: delta, after: node, compartment: 0)
        }
    }

    /// Seconds of setup that the task behind `node` is spared when another at its place comes before it.
    @inline(__always)
    private func setupSpared(behind node: Int32, by place: Int32, _ slot: Int32) -> Int32 {
        let next = nodes[node].next
        guard instance.needs.setups, place == nodes[node].locationNext, Int(next) < instance.taskCount else {
            return 0
        }
        return instance.tasks.setup[instance.fleet.serviceRow[routes[slot].type] &+ Int(next)]
    }

    /// The halts that a job behind `node` adds, and the seconds of setup: its own, unless the task before it is at the same
    /// place, and what the task behind it is spared or needs again.
    @inline(__always)
    private func stopChange(by task: Int32, behind node: Int32, _ slot: Int32) -> (halts: Int32, setup: Int32)
    {
        let row = instance.fleet.serviceRow[routes[slot].type]
        let (before, place) = (nodes[node].location, instance.tasks.location[task])
        let (next, behind) = (nodes[node].next, nodes[node].locationNext)
        var (halts, setup) = before == place ? (0, 0) : (Int32(1), instance.tasks.setup[row &+ Int(task)])
        guard Int(next) < instance.visitCount else { return (halts, setup) }
        let change: Int32 = (place == behind ? 0 : 1) &- (before == behind ? 0 : 1)
        halts &+= change
        setup &+= change &* instance.tasks.setup[row &+ Int(next)]
        return (halts, setup)
    }

    /// Measures the candidates that may still be the best place, the most promising first.
    private mutating func measureCandidates(
        for task: Int32,
        _ best: inout Place,
        _ blink: Double,
        _ random: inout SearchRandom
    ) {
        while true {
            let node = candidates.takeLeast(below: best.delta)
            guard node >= 0 else { return }
            considerExactly(task, after: node, nodes[node].route, &best, blink, &random)
        }
    }

    /// Prices the place after `node` by measuring the route it would make.
    @inline(never)
    private mutating func considerExactly(
        _ task: Int32,
        after node: Int32,
        _ slot: Int32,
        _ best: inout Place,
        _ blink: Double,
        _ random: inout SearchRandom
    ) {
        let compartment = roomiestCompartment(for: task, Kernel.trips ? trip(behind: node) : slot, slot)
        guard compartment >= 0 else { return }
        meter.count = 0
        var walker = start(slot)
        let end = walker &+ 1
        while walker != end {
            if Int(walker) < instance.taskCount {
                meter.append(walker, compartment: self.compartment[walker])
            }
            if walker == node { meter.append(task, compartment: compartment) }
            walker = nodes[walker].next
        }
        let limit = cost(of: slot, plus: best.delta)
        guard let cost = meter.measure(instance, type: routes[slot].type, below: limit) else { return }
        let delta = cost - routes[slot].cost
        guard delta < best.delta else { return }
        if blink > 0, random.chance(blink) { return }
        best = Place(delta: delta, after: node, compartment: compartment, waiting: meter.waiting)
    }

    /// What a route costs with a change, at most the greatest number.
    @inline(__always)
    func cost(of slot: Int32, plus delta: Int64) -> Int64 {
        let (sum, isBeyond) = routes[slot].cost.addingReportingOverflow(delta)
        return isBeyond ? .max : sum
    }

    /// A compartment that may on a trip run a regime for the job's goods and has room for them: one in
    /// use if possible, otherwise the one with the fewest other uses; −1 when there is none.
    func roomiestCompartment(for task: Int32, _ trip: Int32, _ slot: Int32) -> Int32 {
        let width = instance.compartmentCount
        let type = Int(routes[slot].type)
        let (unloaded, loaded) = (instance.tasks.unloaded[task], instance.tasks.loaded[task])
        var (best, fewest) = (Int32(-1), Int.max)
        var (wholeDelivered, wholeCollected) = (unloaded, loaded)
        let bound = instance.tasks.bound[task]
        let hasBallast = Kernel.trips && instance.needs.ballast && Int(trip) < routes.count
        for index in 0..<width {
            let entry = Int(trip) &* width &+ index
            let ballast = hasBallast ? instance.fleet.ballast[type &* width &+ index] : .zero
            wholeDelivered &+= delivered[entry] &+ ballast
            wholeCollected &+= collected[entry] &+ ballast
            let shared = regimes[entry] & instance.tasks.regimes[task]
            guard shared != 0, bound < 0 || bound == Int32(index) else { continue }
            if instance.rules.needs.segregation, isBesideIncompatible(task, on: trip, compartment: index) {
                continue
            }
            let capacity = instance.fleet.capacity[type &* width &+ index]
            let (out, back) = (delivered[entry] &+ unloaded, collected[entry] &+ loaded)
            guard fits(out &+ ballast, back &+ ballast, capacity) else { continue }
            let isUsed = delivered[entry] != .zero || collected[entry] != .zero
            let uses = isUsed ? 0 : instance.fleet.regimes[type &* width &+ index].nonzeroBitCount
            if uses < fewest { (best, fewest) = (Int32(index), uses) }
        }
        return fits(wholeDelivered, wholeCollected, instance.fleet.wholeCapacity[type]) ? best : -1
    }

    /// Whether goods for jobs and goods from jobs fit a capacity: exactly, where only one of the two kinds
    /// occurs; otherwise what must hold at the start and at the end, and the meter follows the load in
    /// between.
    @inline(__always)
    private func fits(_ out: LoadVector, _ back: LoadVector, _ capacity: LoadVector) -> Bool {
        out.fits(in: capacity) && back.fits(in: capacity)
    }

    /// Prices every request alone on every type, once.
    mutating func priceSingles() {
        for type in instance.types.indices {
            guard instance.fleet.firstSlot[type] < instance.fleet.firstSlot[type + 1] else { continue }
            let slot = instance.fleet.firstSlot[type]
            for task in 0..<instance.visitCount where instance.tasks.isHead(Int32(task)) {
                let price = priceAlone(Int32(task), slot) ?? .max
                single[type * instance.taskCount + task] = price
            }
        }
    }

    private mutating func priceAlone(_ task: Int32, _ slot: Int32) -> Int64? {
        let type = routes[slot].type
        let partner = instance.tasks.partner[task]
        let row = Int(type) * instance.taskCount
        guard instance.tasks.allowed[row + Int(task)] else { return nil }
        let place =
            partner < 0 ? roomiestCompartment(for: task, slot, slot) : pairCompartment(for: task, slot, slot)
        guard place >= 0 else { return nil }
        meter.count = 0
        meter.append(task, compartment: place)
        if partner >= 0 { meter.append(partner, compartment: place) }
        return meter.measure(instance, type: type)
    }
}

extension TaskTable {
    /// Whether a task stands for its request: a job, or the pickup of a shipment.
    @inline(__always)
    func isHead(_ task: Int32) -> Bool {
        partner[task] < 0 || partner[task] > task
    }

    /// The task that stands for the request of `task`.
    @inline(__always)
    func head(of task: Int32) -> Int32 {
        partner[task] < 0 ? task : min(task, partner[task])
    }
}
