extension SearchSolution {
    /// Prices the place after `node` by joining the stretches before and behind it around the visit.
    mutating func considerJoined(
        _ task: Int32,
        after node: Int32,
        _ slot: Int32,
        _ into: Arc,
        _ out: Arc,
        _ best: inout Place,
        _ blink: Double,
        _ random: inout SearchRandom
    ) {
        let (stop, place) = (nodes[node], instance.tasks.location[task])
        let visit = visit(task, from: stop.location, slot)
        guard let next = following(node, from: place, slot) else { return }
        var whole = times[node].upTo
        guard whole.append(visit, after: into.time), whole.append(next.stretch, after: out.time) else {
            return
        }
        let change = RouteChange(
            whole: whole,
            length: Int64(into.length &+ out.length &- stop.lengthNext),
            driving: into.time &+ out.time &- timeNext[node],
            metres: metresOfDetour(by: place, after: node, slot),
            working: visit.duration &+ next.working,
            halts: (stop.location == place ? 0 : 1) &+ next.halts,
            tasks: 1,
            release: instance.tasks.release[task]
        )
        guard let delta = price(change, slot), delta < best.delta else { return }
        var compartment: Int32 = 0
        if instance.needs.compartments {
            compartment = roomiestCompartment(for: task, slot, slot)
            guard compartment >= 0 else { return }
        } else if instance.needs.mixedLoads, !carries(task, after: node, on: routes[slot].type) {
            return
        }
        if blink > 0, random.chance(blink) { return }
        best = Place(delta: delta, after: node, compartment: compartment)
    }
}
