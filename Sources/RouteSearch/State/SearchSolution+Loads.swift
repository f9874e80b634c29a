extension SearchSolution {
    /// The most on board around each node of a route, from its tasks; only where goods both leave and come aboard.
    ///
    /// O(tasks).
    func refreshPeaks(_ slot: Int32) {
        guard instance.needs.mixedLoads else { return }
        let end = start(slot) &+ 1
        var load = delivered[slot]
        var most = load
        var node = start(slot)
        while true {
            peaks.update(node) { $0.before = most }
            node = nodes[node].next
            guard node != end else { break }
            load = load &- instance.tasks.unloaded[node] &+ instance.tasks.loaded[node]
            most.replace(with: load, where: load .> most)
        }
        most = load
        while true {
            node = nodes[node].previous
            most.replace(with: load, where: load .> most)
            peaks.update(node) { $0.behind = most }
            guard Int(node) < instance.taskCount else { return }
            load = load &+ instance.tasks.unloaded[node] &- instance.tasks.loaded[node]
        }
    }

    /// Whether a job's goods have room on a vehicle of `type` from the start to the place after `node`, or from there to
    /// the end.
    @inline(__always)
    func carries(_ task: Int32, after node: Int32, on type: Int32) -> Bool {
        let capacity = instance.fleet.capacity[type]
        let (before, behind) = (peaks[node].before, peaks[node].behind)
        return (before &+ instance.tasks.unloaded[task]).fits(in: capacity)
            && (behind &+ instance.tasks.loaded[task]).fits(in: capacity)
    }

    /// Whether a route keeps its capacity everywhere, once its loads are up to date; only of use where goods both leave
    /// and come aboard and there is one compartment.
    func peaksFit(_ slot: Int32) -> Bool {
        peaks[start(slot)].behind.fits(in: instance.fleet.capacity[routes[slot].type])
    }
}
