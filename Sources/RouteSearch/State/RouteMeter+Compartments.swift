extension RouteMeter {
    /// Whether a vehicle of `type` may serve all tasks of the route, and their goods fit it; they have compartments then.
    mutating func suits(_ instance: CompiledInstance, type: Int32) -> Bool {
        let row = Int(type) &* instance.taskCount
        for index in 0..<count where !instance.tasks.allowed[row &+ Int(tasks[index])] { return false }
        return fitCompartments(instance, type: type)
    }

    /// Whether the goods of the route fit a vehicle of `type`: in the compartments they are in, or else in those that the
    /// requests would be given one after the other, which they then have.
    mutating func fitCompartments(_ instance: CompiledInstance, type: Int32) -> Bool {
        if sumsFit(instance, type: type) { return true }
        guard instance.compartmentCount > 1 else { return false }
        var first = 0
        while true {
            let trip = trip(from: first, instance)
            guard fillCompartments(trip, instance, type: type) else { return false }
            guard trip.upperBound < count else { return sumsFit(instance, type: type) }
            first = trip.upperBound + 1
        }
    }

    private func fillCompartments(_ trip: Range<Int>, _ instance: CompiledInstance, type: Int32) -> Bool {
        let row = Int(type) * instance.compartmentCount
        for index in 0..<instance.compartmentCount {
            let ballast = trip.lowerBound == 0 ? instance.fleet.ballast[row + index] : .zero
            (aboard[index], returning[index]) = (ballast, ballast)
            shared[index] = instance.fleet.regimes[row + index]
            isFilled[index] = false
        }
        for step in trip {
            let task = tasks[step]
            guard instance.tasks.isHead(task) else {
                // A shipment stays where its pickup put it.
                let partner = instance.tasks.partner[task]
                guard let other = trip.first(where: { tasks[$0] == partner }) else { return false }
                compartments[step] = compartments[other]
                continue
            }
            let place = compartment(for: task, instance, type: type)
            guard place >= 0 else { return false }
            compartments[step] = place
            shared[place] &= instance.tasks.regimes[task]
            isFilled[place] = true
            guard Int(task) < instance.jobCount else { continue }
            aboard[place] = aboard[place] &+ instance.tasks.unloaded[task]
            returning[place] = returning[place] &+ instance.tasks.loaded[task]
        }
        return true
    }

    /// The compartment with room for a request whose goods agree with what is in it: one in use if possible, otherwise the
    /// one with the fewest other uses; −1 when there is none.
    private func compartment(for task: Int32, _ instance: CompiledInstance, type: Int32) -> Int32 {
        let (row, bound) = (Int(type) * instance.compartmentCount, instance.tasks.bound[task])
        var (best, fewest) = (Int32(-1), Int.max)
        for index in 0..<instance.compartmentCount where bound < 0 || Int(bound) == index {
            let capacity = instance.fleet.capacity[row + index]
            guard shared[index] & instance.tasks.regimes[task] != 0,
                (aboard[index] &+ instance.tasks.unloaded[task]).fits(in: capacity),
                (returning[index] &+ instance.tasks.loaded[task]).fits(in: capacity)
            else { continue }
            let uses = isFilled[index] ? 0 : instance.fleet.regimes[row + index].nonzeroBitCount
            if uses < fewest { (best, fewest) = (Int32(index), uses) }
        }
        return best
    }
}

extension SearchSolution {
    /// Gives the tasks of a route compartments that its vehicle has.
    ///
    /// - Precondition: They fit; see `RouteMeter.fitCompartments`.
    mutating func fitCompartments(of slot: Int32) {
        guard Kernel.detailed, instance.compartmentCount > 1, routes[slot].count > 0 else { return }
        writeRoute(slot)
        let fits = meter.fitCompartments(instance, type: routes[slot].type)
        assert(fits, "a route got a vehicle that its goods do not fit")
        for index in 0..<meter.count { compartment[meter.tasks[index]] = meter.compartments[index] }
    }

    /// Writes a route into the meter.
    mutating func writeRoute(_ slot: Int32) {
        meter.count = 0
        var node = nodes[start(slot)].next
        while Int(node) < instance.taskCount {
            meter.append(node, compartment: compartment[node])
            node = nodes[node].next
        }
    }
}
