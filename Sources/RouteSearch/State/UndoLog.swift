/// What routes were before they were touched, so that a rejected candidate costs only what it changed.
///
/// A route is copied whole on its first touch: its record, its nodes in order, its compartments.
struct UndoLog: ~Copyable {
    /// The slots touched, in order of their first touch.
    let slots: Slab<Int32>
    var slotCount = 0
    /// Where each touched slot's nodes begin in `ids`.
    let begins: Slab<Int32>
    let records: Slab<RouteRecord>
    /// The nodes of the touched routes with their starts, one after the other.
    let ids: Slab<Int32>
    let nodes: Slab<Node>
    let timeNext: Slab<Int32>
    let compartment: Slab<Int32>
    var nodeCount = 0
    /// Only where the timed kernel asks for them.
    private(set) var times = Slab<NodeTimes>(repeating: .none, count: 0)
    /// Only where routes keep them.
    private(set) var totals = Slab<RouteTotals>(repeating: .none, count: 0)
    /// Only where goods both leave and come aboard.
    private(set) var peaks = Slab<LoadPeaks>(repeating: .none, count: 0)
    /// How many trips have been saved, and where those of each touched slot begin.
    var tripCount = 0
    let tripBegins: Slab<Int32>
    let ready: Slab<Int32>
    let delivered: Slab<LoadVector>
    let collected: Slab<LoadVector>
    let regimes: Slab<UInt64>
    /// The round in which each slot was last saved.
    let savedIn: Slab<Int32>
    var round: Int32 = 0
    /// What all routes cost at the beginning of the round.
    var routeCost: Int64 = 0

    init(nodeCount: Int, slotCount: Int, tripCount: Int, compartmentCount: Int) {
        slots = Slab(repeating: 0, count: slotCount)
        begins = Slab(repeating: 0, count: slotCount + 1)
        records = Slab(
            repeating: RouteRecord(type: 0, count: 0, room: 0, waiting: 0, cost: 0),
            count: slotCount
        )
        let most = nodeCount + slotCount
        let blank = Node(
            next: 0,
            previous: 0,
            route: 0,
            departure: 0,
            lengthNext: 0,
            latestNext: 0,
            location: 0,
            locationNext: 0
        )
        ids = Slab(repeating: 0, count: most)
        nodes = Slab(repeating: blank, count: most)
        timeNext = Slab(repeating: 0, count: most)
        compartment = Slab(repeating: 0, count: most)
        tripBegins = Slab(repeating: 0, count: slotCount + 1)
        ready = Slab(repeating: 0, count: tripCount)
        delivered = Slab(repeating: .zero, count: tripCount * compartmentCount)
        collected = Slab(repeating: .zero, count: tripCount * compartmentCount)
        regimes = Slab(repeating: 0, count: tripCount * compartmentCount)
        savedIn = Slab(repeating: -1, count: slotCount)
    }

    /// Makes room for stretches.
    mutating func keepTimes() {
        times = Slab(repeating: .none, count: nodes.count)
    }

    /// Makes room for what routes add up to.
    mutating func keepTotals() {
        totals = Slab(repeating: .none, count: slots.count)
    }

    /// Makes room for loads around nodes.
    mutating func keepPeaks() {
        peaks = Slab(repeating: .none, count: nodes.count)
    }
}

extension SearchSolution {
    /// Begins a candidate: what is touched from here on can be taken back.
    mutating func beginCandidate() {
        undo.round &+= 1
        undo.slotCount = 0
        undo.nodeCount = 0
        undo.tripCount = 0
        undo.routeCost = routeCost
    }

    /// Copies the route in `slot` unless this round already has.
    @inline(__always)
    mutating func touch(_ slot: Int32) {
        if undo.savedIn[slot] != undo.round { save(slot) }
    }

    @inline(never)
    private mutating func save(_ slot: Int32) {
        undo.savedIn[slot] = undo.round
        let entry = undo.slotCount
        undo.slots[entry] = slot
        undo.records[entry] = routes[slot]
        undo.begins[entry] = Int32(undo.nodeCount)
        if Kernel.trips {
            undo.tripBegins[entry] = Int32(undo.tripCount)
            saveTrip(slot)
        }
        var node = start(slot)
        let end = node + 1
        while node != end {
            let place = undo.nodeCount
            undo.ids[place] = node
            undo.nodes[place] = nodes[node]
            if Kernel.fleet { undo.timeNext[place] = timeNext[node] }
            if Kernel.detailed, Int(node) < instance.taskCount { undo.compartment[place] = compartment[node] }
            if Kernel.timed { undo.times[place] = times[node] }
            if Kernel.mixed, instance.needs.mixedLoads { undo.peaks[place] = peaks[node] }
            undo.nodeCount += 1
            if Kernel.trips, instance.isReload(node) { saveTrip(trip(beginningAt: node)) }
            node = nodes[node].next
        }
        undo.slotCount += 1
        undo.begins[undo.slotCount] = Int32(undo.nodeCount)
        if keepsTotals { undo.totals[entry] = totals[slot] }
        guard Kernel.fleet, !Kernel.trips else { return }
        let width = instance.compartmentCount
        for index in 0..<width {
            let (from, to) = (Int(slot) * width + index, entry * width + index)
            undo.delivered[to] = delivered[from]
            undo.collected[to] = collected[from]
            undo.regimes[to] = regimes[from]
        }
    }

    private mutating func saveTrip(_ trip: Int32) {
        let place = undo.tripCount
        undo.ready[place] = ready[trip]
        let width = instance.compartmentCount
        for index in 0..<width {
            let (from, to) = (Int(trip) * width + index, place * width + index)
            undo.delivered[to] = delivered[from]
            undo.collected[to] = collected[from]
            undo.regimes[to] = regimes[from]
        }
        undo.tripCount += 1
    }

    private func restoreTrip(_ trip: Int32, _ place: Int) {
        ready[trip] = undo.ready[place]
        let width = instance.compartmentCount
        for index in 0..<width {
            let (to, from) = (Int(trip) * width + index, place * width + index)
            delivered[to] = undo.delivered[from]
            collected[to] = undo.collected[from]
            regimes[to] = undo.regimes[from]
        }
    }

    /// Takes back everything since `beginCandidate`.
    mutating func rollBack() {
        for entry in 0..<undo.slotCount {
            let slot = undo.slots[entry]
            var node = nodes[start(slot)].next
            while Int(node) < instance.taskCount {
                let next = nodes[node].next
                nodes.update(node) { $0.route = -1 }
                if Kernel.trips, instance.isReload(node) { pool.release(node) }
                node = next
            }
        }
        for entry in 0..<undo.slotCount { restore(entry) }
        routeCost = undo.routeCost
    }

    private mutating func restore(_ entry: Int) {
        let slot = undo.slots[entry]
        let was = undo.records[entry]
        if was.count == 0, routes[slot].count > 0 { release(slot) }
        if was.count > 0, routes[slot].count == 0 { claim(slot) }
        routes[slot] = was
        var last: Int32 = 0
        var trip = slot
        var savedTrip = Kernel.trips ? Int(undo.tripBegins[entry]) : 0
        if Kernel.trips { restoreTrip(trip, savedTrip) }
        for place in Int(undo.begins[entry])..<Int(undo.begins[entry + 1]) {
            let node = undo.ids[place]
            nodes[node] = undo.nodes[place]
            if Kernel.fleet { timeNext[node] = undo.timeNext[place] }
            if Kernel.detailed, Int(node) < instance.taskCount { compartment[node] = undo.compartment[place] }
            if Kernel.timed { times[node] = undo.times[place] }
            if Kernel.mixed, instance.needs.mixedLoads { peaks[node] = undo.peaks[place] }
            if Kernel.trips, Int(node) < instance.taskCount {
                if instance.isReload(node) {
                    pool.claim(node)
                    trip = self.trip(beginningAt: node)
                    savedTrip += 1
                    restoreTrip(trip, savedTrip)
                }
                tripOf[node] = trip
            }
            last = node
        }
        nodes.update(start(slot) + 1) { $0.previous = last }
        if keepsTotals { totals[slot] = undo.totals[entry] }
        guard Kernel.fleet, !Kernel.trips else { return }
        let width = instance.compartmentCount
        for index in 0..<width {
            let (to, from) = (Int(slot) * width + index, entry * width + index)
            delivered[to] = undo.delivered[from]
            collected[to] = undo.collected[from]
            regimes[to] = undo.regimes[from]
        }
    }
}
