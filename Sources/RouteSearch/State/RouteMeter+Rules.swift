extension RouteMeter {
    /// Whether the route being measured keeps the rules of the cold chain, once its final times are known.
    ///
    /// - Parameter isDriven: Whether `done` has the times of the working day, rests and traffic in them.
    func keepsRules(
        _ instance: CompiledInstance,
        type: Int32,
        departure: Int32,
        end: Int32,
        isDriven: Bool = false
    ) -> Bool {
        let needs = instance.rules.needs
        if needs.dates, !keepsDates(instance, type: type, end: end) { return false }
        if needs.segregation || needs.owners, !keepsApart(instance) { return false }
        if needs.doors, !keepsDoors(instance, type: type) { return false }
        if needs.exposure {
            let loading = instance.fleet.terms[type].loading
            return keepsExposure(
                instance,
                departure: departure,
                packed: departure &- loading,
                isDriven: isDriven
            )
        }
        return true
    }

    private func keepsDates(_ instance: CompiledInstance, type: Int32, end: Int32) -> Bool {
        let (row, width) = (Int(type) &* instance.taskCount, Int(type) &* instance.compartmentCount)
        for index in 0..<count {
            guard end <= instance.rules.endBy[row &+ Int(tasks[index])] else { return false }
            if instance.rules.isControlled[tasks[index]] {
                guard end <= instance.rules.compartmentEndBy[width &+ Int(compartments[index])] else {
                    return false
                }
            }
        }
        return true
    }

    /// Whether no goods are too close to others, and none on a trip that is another customer's.
    private func keepsApart(_ instance: CompiledInstance) -> Bool {
        var (aboard, onTrip) = (UInt64(0), UInt64(0))
        var owner: Int32 = -1
        var first = 0
        for index in 0..<count {
            let task = tasks[index]
            if instance.isReload(task) {
                (onTrip, owner, first) = (0, -1, index + 1)
                continue
            }
            guard instance.tasks.isHead(task) else { continue }
            let own = instance.rules.owner[task]
            // The owner of a trip is the same for all of its goods, also when that is nobody.
            if owner >= 0, own != owner { return false }
            owner = own
            guard onTrip & instance.rules.apartOnTrip[task] == 0,
                aboard & instance.rules.apartOnVehicle[task] == 0
            else { return false }
            if onTrip & instance.rules.apartInCompartment[task] != 0 {
                for other in first..<index
                where compartments[other] == compartments[index] && instance.tasks.isHead(tasks[other]) {
                    let near = instance.rules.goods[tasks[other]] & instance.rules.apartInCompartment[task]
                    if near != 0 { return false }
                }
            }
            aboard |= instance.rules.goods[task]
            onTrip |= instance.rules.goods[task]
        }
        return true
    }

    /// Whether no compartment warms by more than its door budget.
    private func keepsDoors(_ instance: CompiledInstance, type: Int32) -> Bool {
        let width = instance.compartmentCount
        for compartment in 0..<width {
            let door = instance.rules.doors[Int(type) &* width &+ compartment]
            guard door.limit >= 0 else { continue }
            var warmth = door.warmth
            var isOpen = false
            var here = instance.fleet.terms[type].start
            for index in 0..<count {
                let place = instance.tasks.location[tasks[index]]
                if instance.isReload(tasks[index]) {
                    (warmth, isOpen, here) = (0, false, place)
                    continue
                }
                if here != place {
                    warmth = max(warmth &- Int64(travel[index]) &* door.recovery, 0)
                    isOpen = false
                }
                if compartments[index] == compartment, !isOpen {
                    warmth &+= door.rise
                    isOpen = true
                    if warmth > door.limit { return false }
                }
                here = place
            }
        }
        return true
    }

    /// Whether all goods are handed over in time, driving from the final departure.
    private func keepsExposure(
        _ instance: CompiledInstance,
        departure: Int32,
        packed: Int32,
        isDriven: Bool
    ) -> Bool {
        var (clock, packed) = (departure, packed)
        for index in 0..<count {
            let task = tasks[index]
            var reached = clock &+ travel[index]
            let isReload = instance.isReload(task)
            if isReload { reached = max(reached, readiness(after: index + 1, instance) &- stay[index]) }
            let ahead = isReload ? preparation(at: index, instance) : 0
            let loads = reached &+ ahead
            let opening = (instance.tasks.nextOpening(of: task, at: loads) ?? loads) &- ahead
            let begin = isDriven ? Int32(done[index]) &- stay[index] : opening
            clock = begin &+ stay[index]
            aboardSince[task] = begin
            if isReload { packed = begin &+ ahead }
            guard clock <= instance.rules.goodUntil[task] else { return false }
            let limit = instance.rules.exposure[task]
            guard limit != .max else { continue }
            let partner = instance.tasks.partner[task]
            let since = partner < 0 ? packed : aboardSince[partner]
            guard clock &- since <= limit else { return false }
        }
        return true
    }
}

extension SearchSolution {
    /// Whether a compartment has goods on a trip that must be kept apart from those of a task.
    @inline(never)
    func isBesideIncompatible(_ task: Int32, on trip: Int32, compartment index: Int) -> Bool {
        let far = instance.rules.apartInCompartment[task]
        guard far != 0 else { return false }
        var node = nodes[head(of: trip)].next
        while Int(node) < instance.visitCount {
            if Int(compartment[node]) == index, instance.rules.goods[node] & far != 0 { return true }
            node = nodes[node].next
        }
        return false
    }
}
