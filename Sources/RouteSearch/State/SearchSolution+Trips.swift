extension SearchSolution {
    /// The trip that begins at a reload or at the start of a route.
    @inline(__always)
    func trip(beginningAt node: Int32) -> Int32 {
        Int(node) < instance.taskCount
            ? Int32(routes.count) &+ node &- Int32(instance.visitCount) : nodes[node].route
    }

    /// The node at which a trip begins.
    @inline(__always)
    func head(of trip: Int32) -> Int32 {
        Int(trip) < routes.count
            ? start(trip) : trip &- Int32(routes.count) &+ Int32(instance.visitCount)
    }

    /// The trip that a task inserted after `node` would be on.
    @inline(__always)
    func trip(behind node: Int32) -> Int32 {
        Int(node) < instance.visitCount ? tripOf[node] : trip(beginningAt: node)
    }

    /// What the trips of a route carry, when their goods are ready, and which tasks are on them.
    func refreshTrips(_ slot: Int32) {
        var node = start(slot)
        let end = node &+ 1
        var trip = slot
        clearTrip(trip, slot)
        node = nodes[node].next
        while node != end {
            if instance.isReload(node) {
                trip = self.trip(beginningAt: node)
                clearTrip(trip, slot)
            } else {
                ready[trip] = max(ready[trip], instance.tasks.release[node])
                count(node, into: trip)
            }
            tripOf[node] = trip
            node = nodes[node].next
        }
    }

    private func clearTrip(_ trip: Int32, _ slot: Int32) {
        let width = instance.compartmentCount
        let type = Int(routes[slot].type)
        // Far in the past, with room to subtract the loading.
        ready[trip] = Int32(-2 * SearchClock.limit)
        for index in 0..<width {
            delivered[Int(trip) &* width &+ index] = .zero
            collected[Int(trip) &* width &+ index] = .zero
            regimes[Int(trip) &* width &+ index] = instance.fleet.regimes[type &* width &+ index]
        }
    }

    /// Takes out reloads behind which nothing is done before the next, and one at the start that loads where the route
    /// has just loaded.
    ///
    /// - Precondition: The route has been touched in this round.
    mutating func dropEmptyTrips(of slot: Int32) {
        guard instance.needs.trips else { return }
        let first = start(slot)
        var node = nodes[first].next
        while Int(node) < instance.taskCount {
            let next = nodes[node].next
            if instance.isReload(node) {
                let isEmpty = Int(next) >= instance.visitCount
                let isFirst = nodes[node].previous == first && loadsWhereItStarts(node, slot)
                if isEmpty || isFirst { unlinkReload(node) }
            }
            node = next
        }
    }

    /// Whether a reload is at the depot where its route is loaded at the start.
    func loadsWhereItStarts(_ reload: Int32, _ slot: Int32) -> Bool {
        let depot = instance.reloadDepots[instance.rank(ofReload: reload)]
        let type = instance.types[Int(routes[slot].type)]
        // Where goods come off there, the trip before it is not the same without it.
        return type.startDepot == depot && type.compartments.allSatisfy { $0.ballast == .zero }
    }

    /// Takes a reload off its route and gives it back.
    mutating func unlinkReload(_ reload: Int32) {
        unlink(reload)
        pool.release(reload)
    }
}
