extension RuinRecreate {
    /// Joins trips of the routes touched in this round that fit into one and cost less so.
    mutating func joinTrips() {
        for entry in 0..<solution.undo.slotCount {
            let slot = solution.undo.slots[entry]
            var node = solution.nodes[solution.start(slot)].next
            while Int(node) < instance.taskCount {
                let next = solution.nodes[node].next
                if instance.isReload(node) { _ = solution.dropReload(node, ifCheaper: true) }
                node = next
            }
        }
    }

    /// Joins two trips of a random route or cuts one in two, whatever that costs.
    mutating func changeTrips() {
        let task = hopeful[random.below(hopeful.count)]
        let slot = solution.nodes[task].route
        guard slot >= 0 else { return }
        let head = solution.head(of: solution.tripOf[task])
        if instance.isReload(head), random.chance(0.5) {
            _ = solution.dropReload(head, ifCheaper: false)
        } else {
            let ranks = instance.types[Int(solution.routes[slot].type)].reloadRanks
            guard !ranks.isEmpty else { return }
            solution.cutTrip(after: task, rank: ranks[random.below(ranks.count)])
        }
    }
}

extension SearchSolution {
    /// Takes out a reload, so that the trips before and behind it become one; false, and nothing changed, when that breaks
    /// a rule or, if so asked, does not lower the cost.
    mutating func dropReload(_ reload: Int32, ifCheaper: Bool) -> Bool {
        let slot = nodes[reload].route
        let (one, two) = (trip(behind: nodes[reload].previous), trip(beginningAt: reload))
        guard fitTogether(one, two, routes[slot].type) else { return false }
        meter.count = 0
        var walker = nodes[start(slot)].next
        while Int(walker) < instance.taskCount {
            if walker != reload { meter.append(walker, compartment: compartment[walker]) }
            walker = nodes[walker].next
        }
        let type = routes[slot].type
        guard meter.count > 0, !Kernel.rich || meter.sumsFit(instance, type: type),
            let cost = meter.measure(instance, type: type), !ifCheaper || cost < routes[slot].cost
        else { return false }
        touch(slot)
        unlinkReload(reload)
        refreshSound(slot)
        return true
    }

    /// Whether what two trips deliver and what they collect fits the compartments at once.
    private func fitTogether(_ one: Int32, _ two: Int32, _ type: Int32) -> Bool {
        let width = instance.compartmentCount
        for index in 0..<width {
            let (first, second) = (Int(one) &* width &+ index, Int(two) &* width &+ index)
            let capacity = instance.fleet.capacity[Int(type) &* width &+ index]
            // Compartments a type does not have hold nothing.
            let (out, back) = (delivered[first] &+ delivered[second], collected[first] &+ collected[second])
            guard Kernel.rich || (out &+ back).fits(in: capacity) else { return false }
            guard out == .zero && back == .zero || out.fits(in: capacity) && back.fits(in: capacity) else {
                return false
            }
        }
        return true
    }

    /// Lets the vehicle load again after a task that is not the last of its trip, if it is then still in time.
    mutating func cutTrip(after task: Int32, rank: Int) {
        let slot = nodes[task].route
        guard Int(nodes[task].next) < instance.visitCount else { return }
        let reload = instance.reload(rank: rank)
        meter.count = 0
        var walker = nodes[start(slot)].next
        while Int(walker) < instance.taskCount {
            meter.append(walker, compartment: compartment[walker])
            if walker == task { meter.append(reload, compartment: 0) }
            walker = nodes[walker].next
        }
        guard meter.measure(instance, type: routes[slot].type) != nil else { return }
        let taken = pool.take(rank: rank)
        guard taken >= 0 else { return }
        touch(slot)
        link(taken, after: task)
        compartment[taken] = 0
        refreshSound(slot)
    }
}
