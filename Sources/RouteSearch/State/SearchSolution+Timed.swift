extension SearchSolution {
    /// A visit to a task as a stretch, when the vehicle comes from a place.
    @inline(__always)
    func visit(_ task: Int32, from place: Int32, _ slot: Int32) -> TimedStretch {
        TimedStretch(
            duration: stay(at: task, from: place, slot),
            earliest: instance.tasks.opens[task],
            latest: instance.tasks.closes[task]
        )
    }

    /// Brings a route up to date for the timed kernel: arcs, stretches, loads, totals and cost.
    ///
    /// O(tasks).
    ///
    /// False when the route breaks a rule; its figures then mean nothing, and the caller must change it again.
    mutating func refreshTimed(_ slot: Int32) -> Bool {
        let isSound = refreshStretches(slot)
        assert(
            routes[slot].count == 0 || currentCost(slot) == (isSound ? routes[slot].cost : nil),
            "joined stretches and the measured route disagree"
        )
        return isSound
    }

    private mutating func refreshStretches(_ slot: Int32) -> Bool {
        refreshLoads(slot)
        if instance.needs.mixedLoads { refreshPeaks(slot) }
        guard routes[slot].count > 0 else {
            settleEmpty(slot)
            return true
        }
        if instance.needs.mixedLoads, !peaksFit(slot) { return false }
        guard let (sums, cost) = driveThrough(slot), lookBack(slot) else { return false }
        let terms = instance.fleet.terms[routes[slot].type]
        guard routes[slot].count <= terms.maxTasks, sums.driving <= terms.maxTravelTime,
            sums.metres <= terms.maxDistance, sums.duration <= terms.maxDuration
        else { return false }
        totals[slot] = sums
        settleCost(
            slot,
            cost &+ sums.timeCost,
            sums.duration &- terms.loading &- sums.driving &- sums.working
        )
        return true
    }

    private mutating func settleEmpty(_ slot: Int32) {
        let type = routes[slot].type
        let node = start(slot)
        let (from, to) = (nodes[node].location, nodes[node + 1].location)
        let arc = instance.roads.arc(instance.fleet.matrix[type], from: from, to: to)
        nodes.update(node) {
            $0.lengthNext = arc.length
            $0.locationNext = to
        }
        timeNext[node] = arc.time
        times[node] = NodeTimes(upTo: instance.fleet.leaving[type], behind: instance.fleet.returning[type])
        totals[slot] = .none
        settleCost(slot, 0, 0)
    }

    private mutating func settleCost(_ slot: Int32, _ cost: Int64, _ waiting: Int32) {
        let entry = Int(slot) &* instance.compartmentCount
        let capacity = instance.fleet.capacity[Int(routes[slot].type) &* instance.compartmentCount]
        let room = (capacity &- delivered[entry] &- collected[entry])[0]
        routeCost &+= cost &- routes[slot].cost
        routes.update(slot) {
            $0.cost = cost
            $0.room = room
            $0.waiting = waiting
        }
    }

    /// Arcs and stretches from the start to the end, and what they add up to, with the cost of all but time; nil when a
    /// task is late.
    private func driveThrough(_ slot: Int32) -> (sums: RouteTotals, cost: Int64)? {
        let type = routes[slot].type
        let (matrix, terms) = (instance.fleet.matrix[type], instance.fleet.terms[type])
        var sums = RouteTotals.none
        var halts: Int64 = 0
        var node = start(slot)
        var upTo = instance.fleet.leaving[type]
        while true {
            let (here, next) = (nodes[node].location, nodes[node].next)
            let place = nodes[next].location
            let arc = instance.roads.arc(matrix, from: here, to: place)
            times.update(node) { $0.upTo = upTo }
            nodes.update(node) {
                $0.lengthNext = arc.length
                $0.locationNext = place
            }
            timeNext[node] = arc.time
            sums.length &+= Int64(arc.length)
            sums.driving &+= arc.time
            if terms.maxDistance != .max {
                sums.metres &+= instance.roads.metres(matrix, from: here, to: place)
            }
            guard Int(next) < instance.taskCount else { break }
            let visit = visit(next, from: here, slot)
            sums.working &+= visit.duration
            if here != place { halts &+= 1 }
            sums.release = max(sums.release, instance.tasks.release[next])
            guard upTo.append(visit, after: arc.time) else { return nil }
            node = next
        }
        guard upTo.append(instance.fleet.returning[type], after: timeNext[node]), sums.release <= upTo.latest
        else { return nil }
        sums.duration = upTo.duration &+ terms.loading
        sums.timeCost = terms.timeCost(
            duration: sums.duration,
            driving: sums.driving,
            working: sums.working
        )
        let driven =
            instance.fleet.perLength[type] &* sums.length &+ instance.fleet.perSecond[type]
            &* Int64(sums.driving)
        let worked = instance.fleet.perTaskSecond[type] &* Int64(sums.working) &+ terms.perStop &* halts
        return (sums, terms.fixed &+ driven &+ worked)
    }

    /// Stretches from the end to the start; false when a task is late.
    private func lookBack(_ slot: Int32) -> Bool {
        var behind = instance.fleet.returning[routes[slot].type]
        var node = nodes[start(slot) + 1].previous
        while true {
            times.update(node) { $0.behind = behind }
            guard Int(node) < instance.taskCount else { return true }
            let previous = nodes[node].previous
            var visit = visit(node, from: nodes[previous].location, slot)
            guard visit.append(behind, after: timeNext[node]) else { return false }
            behind = visit
            node = previous
        }
    }
}
