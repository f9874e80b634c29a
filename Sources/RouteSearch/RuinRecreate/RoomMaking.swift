extension RuinRecreate {
    /// Sometimes puts an absent job that has a price into a route, takes out what is in its way, and takes up absent ones
    /// around it; false when it did not.
    ///
    /// Strings seldom make room for a job that is large, takes long, or travels in a compartment others hold: what is free
    /// after them is filled with something smaller first.  And the road to a place often pays for several jobs alone.
    mutating func makeRoom() -> Bool {
        // The other half of a shipment could be the next in the way.
        guard !Kernel.mayBreakRules, hasOptional, absent.count > 0, !instance.needs.pairs,
            random.chance(parameters.makeRoomChance)
        else { return false }
        let anchor = hopeful[random.below(hopeful.count)]
        let slot = solution.nodes[anchor].route
        let task = absent[random.below(absent.count)]
        guard slot >= 0, instance.tasks.weight[task] == 0, mayRide(task, slot) else { return false }
        guard put(task, into: slot, around: anchor, freeing: random.below(Self.mostFreed)) else {
            return pending.count > 0
        }
        takeUpNeighbours(of: task)
        return true
    }

    /// One more than the most tasks taken out whether they are in the way or not.
    private static var mostFreed: Int { 5 }
    /// The most absent requests taken up around the one that has got a place.
    private static var mostNeighbours: Int { 10 }

    private mutating func takeUpNeighbours(of task: Int32) {
        let width = instance.neighbours.nearCount
        var count = 0
        for rank in 0..<width where count < Self.mostNeighbours {
            let near = instance.neighbours.near[Int(task) * width + rank]
            guard solution.nodes[near].route < 0 else { continue }
            takeUp(instance.tasks.head(of: near))
            count += 1
        }
    }

    private func mayRide(_ task: Int32, _ slot: Int32) -> Bool {
        !Kernel.fleet
            || instance.tasks.allowed[Int(solution.routes[slot].type) &* instance.taskCount &+ Int(task)]
    }

    /// Takes a stretch around `anchor` out of a route, at least `least` tasks, until `task` has a place there; false if it has
    /// none in the end.
    mutating func put(_ task: Int32, into slot: Int32, around anchor: Int32, freeing least: Int) -> Bool {
        solution.touch(slot)
        ruinedIn[slot] = round
        if Kernel.detailed, instance.needs.compartments { clearCompartment(of: slot, for: task) }
        let isThere = solution.nodes[anchor].route == slot
        var left = isThere ? anchor : solution.start(slot)
        var right = isThere ? anchor : taskBeside(left, isAfter: true)
        while true {
            settleRuined()
            guard solution.routes[slot].count > 0 else { return false }
            let place = solution.bestPlace(of: task, in: slot, below: leaveOutPrice(of: task), &random)
            if place.after >= 0, pending.count >= least {
                solution.insert(task, place)
                pendingIn[task] = round
                return true
            }
            for _ in 0..<Self.takenAtOnce {
                let hasLeft = Int(left) < instance.taskCount
                guard hasLeft || Int(right) < instance.taskCount else { break }
                let isLeft = hasLeft && (Int(right) >= instance.taskCount || random.chance(0.5))
                let node = isLeft ? left : right
                if isLeft || left == right { left = taskBeside(node, isAfter: false) }
                if !isLeft || node == right { right = taskBeside(node, isAfter: true) }
                remove(node)
            }
        }
    }

    /// How many tasks go before the next look for a place.
    private static var takenAtOnce: Int { 2 }

    /// The next task of a route before or after a node, past reloads, or the route's first or last node.
    private func taskBeside(_ node: Int32, isAfter: Bool) -> Int32 {
        var beside = node
        repeat {
            beside = isAfter ? solution.nodes[beside].next : solution.nodes[beside].previous
        } while Kernel.trips && instance.isReload(beside)
        return beside
    }

    /// Takes out the goods that keep a compartment in a regime in which a job's goods could not travel; where others are open
    /// to it, only sometimes.
    private mutating func clearCompartment(of slot: Int32, for task: Int32) {
        let width = instance.compartmentCount
        let (own, row) = (Int(slot) * width, Int(solution.routes[slot].type) * width)
        let wanted = instance.tasks.regimes[task]
        let isOpen = (0..<width).contains { solution.regimes[own + $0] & wanted != 0 }
        guard !isOpen || random.chance(0.5) else { return }
        let locked = (0..<width).first {
            instance.fleet.regimes[row + $0] & wanted != 0 && solution.regimes[own + $0] & wanted == 0
        }
        guard let locked else { return }
        stretch.removeAll()
        var node = taskBeside(solution.start(slot), isAfter: true)
        while Int(node) < instance.taskCount {
            if Int(solution.compartment[node]) == locked,
                instance.tasks.regimes[node] & instance.fleet.regimes[row + locked] & wanted == 0
            {
                stretch.append(node)
            }
            node = taskBeside(node, isAfter: true)
        }
        for index in 0..<stretch.count { remove(stretch[index]) }
    }
}
