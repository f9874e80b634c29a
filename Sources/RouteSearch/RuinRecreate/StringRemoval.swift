#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension RuinRecreate {
    /// Takes tasks out of the plan into `pending`: strings around a random seed, or a whole route.
    mutating func ruin() {
        guard hopeful.count > 0 else { return }
        let seed = hopeful[random.below(hopeful.count)]
        if random.chance(parameters.wholeRouteChance) {
            let slot = solution.nodes[seed].route
            if slot >= 0 { removeRoute(slot) }
        } else {
            removeStrings(around: seed)
        }
        settleRuined()
    }

    /// Sometimes opens a route with an absent task that has a price and takes up the absent tasks around it; false when
    /// it did not.
    ///
    /// One such task alone seldom pays for a vehicle, so insertion one by one would never open the route that several
    /// together pay for.
    mutating func growRoute() -> Bool {
        guard absent.count > 0, random.chance(parameters.growChance) else { return false }
        let task = absent[random.below(absent.count)]
        guard instance.tasks.weight[task] == 0 else { return false }
        let (slot, cost) = cheapestFresh(task)
        guard slot >= 0 else { return false }
        pendingIn[task] = round
        open(slot, with: task, delta: cost)
        isPatient = true
        let width = instance.neighbours.nearCount
        for rank in 0..<width {
            let near = instance.neighbours.near[Int(task) * width + rank]
            if solution.nodes[near].route < 0 { takeUp(instance.tasks.head(of: near)) }
        }
        return true
    }

    /// Removes strings of the routes nearest to `seed`; equations 5 to 9 of the paper.
    private mutating func removeStrings(around seed: Int32) {
        let used = instance.fleet.slotCount - emptySlots()
        guard used > 0 else { return }
        let averageSize = Double(hopeful.count - absent.count) / Double(used)
        let longest = min(parameters.longestString, averageSize)
        let mostStrings = 4 * parameters.meanRemoved / (1 + longest) - 1
        var strings = Int(random.unit() * mostStrings + 1)
        removeString(around: seed, longest: longest, &strings)
        let width = instance.neighbours.adjacentCount
        let row = Int(seed) * width
        var rank = 0
        while strings > 0, rank < width {
            removeString(around: instance.neighbours.adjacent[row + rank], longest: longest, &strings)
            rank += 1
        }
    }

    /// Removes one string that holds `task`, if its route has not been ruined in this round; takes up an
    /// absent `task`.
    private mutating func removeString(around task: Int32, longest: Double, _ strings: inout Int) {
        let slot = solution.nodes[task].route
        guard slot >= 0 else { return takeUp(instance.tasks.head(of: task)) }
        guard ruinedIn[slot] != round else { return }
        ruinedIn[slot] = round
        strings -= 1
        let size = Int(solution.routes[slot].count)
        let most = min(Double(size), longest)
        let length = max(Int(random.unit() * most + 1), 1)
        solution.touch(slot)
        var kept = 0
        if length < size, length > 1, random.chance(parameters.splitStringChance) {
            kept = 1
            while length + kept < size, !random.chance(1 - parameters.keepMore) { kept += 1 }
        }
        removeStretch(around: task, slot, length: length, keeping: kept)
    }

    /// Removes `length` of the `length + kept` tasks of a random stretch around `task`.
    private mutating func removeStretch(around task: Int32, _ slot: Int32, length: Int, keeping kept: Int) {
        let total = min(length + kept, Int(solution.routes[slot].count))
        var before = 0
        var node = task
        while before < total - 1, Int(solution.nodes[node].previous) < instance.taskCount {
            node = solution.nodes[node].previous
            before += 1
        }
        var after = 0
        var last = task
        while after < total - 1, Int(solution.nodes[last].next) < instance.taskCount {
            last = solution.nodes[last].next
            after += 1
        }
        let least = max(total - 1 - after, 0)
        let most = min(before, total - 1)
        let back = least + random.below(most - least + 1)
        node = task
        for _ in 0..<back { node = solution.nodes[node].previous }
        let keepFrom = kept > 0 ? 1 + random.below(max(length - 1, 1)) : total
        stretch.removeAll()
        for step in 0..<total {
            if step < keepFrom || step >= keepFrom + kept { stretch.append(node) }
            node = solution.nodes[node].next
        }
        for index in 0..<stretch.count { remove(stretch[index]) }
    }

    /// Removes every task of a route.
    mutating func removeRoute(_ slot: Int32) {
        solution.touch(slot)
        ruinedIn[slot] = round
        while solution.routes[slot].count > 0 {
            let node = solution.nodes[solution.start(slot)].next
            if Kernel.trips, instance.isReload(node) {
                solution.unlinkReload(node)
            } else {
                remove(node)
            }
        }
    }

    /// Unlinks a task, and with it the other half of its shipment, and takes up its request.
    mutating func remove(_ task: Int32) {
        guard solution.nodes[task].route >= 0, !Kernel.trips || !instance.isReload(task) else { return }
        solution.unlink(task)
        let partner = instance.tasks.partner[task]
        if partner >= 0 { solution.unlink(partner) }
        takeUp(instance.tasks.head(of: task))
    }

    /// Brings the ruined routes up to date; one that is left breaking a rule is emptied.
    mutating func settleRuined() {
        for entry in 0..<solution.undo.slotCount {
            let slot = solution.undo.slots[entry]
            guard ruinedIn[slot] == round, !solution.settle(slot) else { continue }
            removeRoute(slot)
            _ = solution.settle(slot)
        }
    }

    /// Puts a request among the pending ones, once a round.
    @inline(__always)
    mutating func takeUp(_ head: Int32) {
        guard pendingIn[head] != round, alone[head] > 0 else { return }
        pendingIn[head] = round
        pending.append(head)
    }

    /// Takes up requests left out before the round: the required ones, some of the optional, and those the ruin came
    /// across.
    ///
    /// A few each time are enough, since all get their turn; trying all would leave no time for anything else on a day
    /// that lacks capacity.
    mutating func takeUpAbsent() {
        let count = absent.count
        guard count > 0 else { return }
        let first = random.below(count)
        var (required, optional) = (0, 0)
        for step in 0..<count {
            let task = absent[first + step < count ? first + step : first + step - count]
            if pendingIn[task] == round { continue }
            if instance.tasks.weight[task] > 0, required < Self.mostRequired {
                takeUp(task)
                required += 1
            } else if instance.tasks.weight[task] == 0, optional < Self.mostOptional {
                takeUp(task)
                optional += 1
            } else {
                candidateAbsent.append(task)
            }
        }
    }

    /// The most required requests taken up in a round beside those the ruin met.
    private static var mostRequired: Int { 20 }
    /// The most optional requests taken up in a round beside those the ruin met.
    private static var mostOptional: Int { 3 }

    private func emptySlots() -> Int {
        var sum = 0
        for type in 0..<instance.types.count { sum += Int(solution.freeCount[type]) }
        return sum
    }
}
