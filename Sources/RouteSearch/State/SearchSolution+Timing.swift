extension SearchSolution {
    /// Brings all cached figures of a route up to date after it was changed: times, loads, cost.
    ///
    /// O(tasks).
    ///
    /// False when the route breaks a rule; its figures then mean nothing, and the caller must change it again.
    ///
    /// - Parameter measured: What the route is known to cost, having been measured; nil to measure it.
    mutating func refresh(_ slot: Int32, measured: RouteCost? = nil) -> Bool {
        if Kernel.timed { return refreshTimed(slot) }
        let record = routes[slot]
        let terms = instance.fleet.terms[record.type]
        if Kernel.trips {
            refreshTrips(slot)
        } else if Kernel.fleet {
            refreshLoads(slot)
        }
        if Kernel.mixed { refreshPeaks(slot) }
        driveForward(slot, terms)
        driveBackward(slot, terms)
        if keepsTotals { sumRoads(slot) }
        let known = record.count == 0 ? RouteCost(cost: 0, waiting: 0) : measured
        guard let price = known ?? price(slot) else { return false }
        assert(record.count == 0 || price == self.price(slot), "a route has changed since it was measured")
        routeCost += price.cost - record.cost
        routes.update(slot) {
            $0.cost = price.cost
            $0.waiting = Kernel.rich ? price.waiting : 0
        }
        return true
    }

    /// What a route costs, measured; nil when it breaks a rule.
    private mutating func price(_ slot: Int32) -> RouteCost? {
        currentCost(slot).map { RouteCost(cost: $0, waiting: meter.waiting) }
    }

    /// Adds up the roads of a route whose arcs are up to date.
    private func sumRoads(_ slot: Int32) {
        var sums = RouteTotals.none
        var node = start(slot)
        while node != start(slot) &+ 1 {
            sums.length &+= Int64(nodes[node].lengthNext)
            sums.driving &+= timeNext[node]
            node = nodes[node].next
        }
        totals[slot] = sums
    }

    /// Brings a route up to date that is known to keep every rule.
    mutating func refreshSound(_ slot: Int32, measured: RouteCost? = nil) {
        let isSound = refresh(slot, measured: measured)
        precondition(isSound, "the search made a route that breaks a rule")
    }

    /// What the route in `slot` costs, from nothing but its tasks; nil when it breaks a rule.
    mutating func currentCost(_ slot: Int32) -> Int64? {
        writeRoute(slot)
        return meter.measure(instance, type: routes[slot].type)
    }

    /// The figures of capacity from the tasks on the route.
    func refreshLoads(_ slot: Int32) {
        let width = instance.compartmentCount
        let type = Int(routes[slot].type)
        for index in 0..<width {
            delivered[Int(slot) * width + index] = .zero
            collected[Int(slot) * width + index] = .zero
            regimes[Int(slot) * width + index] = instance.fleet.regimes[type * width + index]
        }
        var node = nodes[start(slot)].next
        while Int(node) < instance.taskCount {
            addLoad(of: node, to: slot)
            node = nodes[node].next
        }
    }

    /// Counts a task's goods and regimes into its compartment.
    @inline(__always)
    func addLoad(of task: Int32, to slot: Int32) {
        count(task, into: slot)
    }

    /// Counts a task's goods and regimes into its compartment of a trip.
    @inline(__always)
    func count(_ task: Int32, into trip: Int32) {
        let entry = Int(trip) &* instance.compartmentCount &+ Int(Kernel.detailed ? compartment[task] : 0)
        if Int(task) < instance.jobCount {
            delivered[entry] = delivered[entry] &+ instance.tasks.unloaded[task]
            collected[entry] = collected[entry] &+ instance.tasks.loaded[task]
        }
        if Kernel.detailed { regimes[entry] &= instance.tasks.regimes[task] }
    }

    /// Earliest departures from the start to the end of the route, and the arcs between.
    func driveForward(_ slot: Int32, _ terms: RouteTerms) {
        let matrix = Kernel.fleet ? instance.fleet.matrix[routes[slot].type] : 0
        var node = start(slot)
        var departure = terms.earliestDeparture
        var room = instance.fleet.capacity[Int(routes[slot].type) * instance.compartmentCount][0]
        var walker = nodes[node].next
        if Kernel.trips {
            departure = max(departure, ready[slot])
        } else {
            while Int(walker) < instance.taskCount {
                if Kernel.rich { departure = max(departure, instance.tasks.release[walker]) }
                room &-= instance.tasks.demand[walker]
                walker = nodes[walker].next
            }
        }
        departure = instance.fleet.nextOpening(terms.departureWindows, at: departure) ?? departure
        routes.update(slot) { $0.room = room }
        while true {
            let next = nodes[node].next
            let place = nodes[next].location
            let arc = instance.roads.arc(matrix, from: nodes[node].location, to: place)
            nodes.update(node) {
                $0.departure = departure
                $0.lengthNext = arc.length
                $0.locationNext = place
            }
            if Kernel.fleet { timeNext[node] = arc.time }
            guard Int(next) < instance.taskCount else { break }
            var reached = departure &+ arc.time
            if Kernel.trips, instance.isReload(next) {
                reached = max(reached, ready[trip(beginningAt: next)] &- instance.tasks.service[next])
            }
            departure = departureFrom(next, reachedAt: reached, from: nodes[node].location, slot)
            node = next
        }
    }

    /// Latest arrivals from the end to the start of the route.
    func driveBackward(_ slot: Int32, _ terms: RouteTerms) {
        let matrix = Kernel.fleet ? instance.fleet.matrix[routes[slot].type] : 0
        let end = start(slot) + 1
        var latest = instance.fleet.lastOpening(terms.returnWindows, at: terms.latestEnd)
        var node = nodes[end].previous
        while true {
            nodes.update(node) { $0.latestNext = latest }
            guard Int(node) < instance.taskCount else { return }
            let previous = nodes[node].previous
            let time = instance.roads.arc(matrix, from: nodes[node].location, to: nodes[node].locationNext)
                .time
            let seconds = stay(at: node, from: nodes[previous].location, slot)
            latest = latestArrival(at: node, leavingBy: latest &- time &- seconds)
            node = previous
        }
    }

    /// Setup and service seconds at a task reached from a place.
    @inline(__always)
    func stay(at task: Int32, from place: Int32, _ slot: Int32) -> Int32 {
        guard Kernel.detailed else { return instance.tasks.service[task] }
        let row = instance.fleet.serviceRow[routes[slot].type] &+ Int(task)
        let setup = place == instance.tasks.location[task] ? 0 : instance.tasks.setup[row]
        return instance.tasks.service[row] &+ setup
    }

    /// The departure from a task reached in time at `arrival`.
    @inline(__always)
    func departureFrom(_ task: Int32, reachedAt arrival: Int32, from place: Int32, _ slot: Int32) -> Int32 {
        let begin =
            Kernel.rich
            ? instance.tasks.nextOpening(of: task, at: arrival) ?? arrival
            : max(arrival, instance.tasks.opens[task])
        return begin &+ stay(at: task, from: place, slot)
    }

    /// The latest arrival at a task that leaves by `time` after its stay.
    @inline(__always)
    func latestArrival(at task: Int32, leavingBy time: Int32) -> Int32 {
        Kernel.rich
            ? instance.tasks.lastOpening(of: task, at: time) : min(time, instance.tasks.closes[task])
    }
}

/// What a route has been measured to cost.
struct RouteCost: Equatable, BitwiseCopyable {
    /// Search units.
    var cost: Int64
    /// Seconds of waiting in it.
    var waiting: Int32
}
