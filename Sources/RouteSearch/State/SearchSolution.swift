/// The plan a search works on: linked routes with cached times, and the tasks no route has.
///
/// Everything lives in slabs sized once; nothing is allocated between two moves.
struct SearchSolution<Kernel: ConstraintKernel>: ~Copyable {
    let instance: CompiledInstance
    let nodes: Slab<Node>
    let routes: Slab<RouteRecord>
    /// Driving seconds to the next node; kept by all kernels but the plain one.
    let timeNext: Slab<Int32>
    /// The compartment of each task.
    let compartment: Slab<Int32>
    /// Goods for jobs of each compartment, loaded for a trip: entry `trip × compartments + compartment`.
    ///
    /// The first trip of a route has the number of its slot; one that begins with a reload comes behind all slots.
    let delivered: Slab<LoadVector>
    /// Goods from jobs of each compartment, on board at the end of a trip.
    let collected: Slab<LoadVector>
    /// The regimes each compartment may still run on a trip, one bit each.
    let regimes: Slab<UInt64>
    /// Stretches that meet behind each node; kept by the timed kernel.
    let times: Slab<NodeTimes>
    /// What each route adds up to, where that is kept.
    let totals: Slab<RouteTotals>
    /// The most on board around each node; kept where goods both leave and come aboard.
    let peaks: Slab<LoadPeaks>
    /// The cheapest place of a delivery from each node on, while a shipment is being placed.
    let cheapestBehind: Slab<Int64>
    /// The trip each task is on; kept by kernels with trips.
    let tripOf: Slab<Int32>
    /// When the goods of a trip are ready; kept by kernels with trips.
    let ready: Slab<Int32>
    /// Reloads on no route, by depot.
    var pool: ReloadPool
    /// Empty slots by type: entries `firstSlot[type] ..< firstSlot[type] + freeCount[type]`.
    let free: Slab<Int32>
    /// How many slots of each type are empty.
    let freeCount: Slab<Int32>
    /// Where each empty slot stands in `free`; −1 for slots in use.
    let freePlace: Slab<Int32>
    /// How many bodies of each pool stand in the yard.
    let poolFree: Slab<Int32>
    /// What an empty vehicle of a type would ask for a request alone: entry `type × tasks + task`;
    /// `Int64.max` when it cannot serve it.
    let single: Slab<Int64>
    /// The round in which each slot was last looked at, so that a route near both halves of a shipment is
    /// tried once.
    let nearSeen: Slab<Int32>
    var nearRound: Int32 = 0
    /// Places to be measured; only where the whole route decides.
    var candidates: PlaceCandidates
    var meter: RouteMeter
    var undo: UndoLog
    var moves = MoveCounters()

    /// What all routes cost together.
    var routeCost: Int64 = 0

    init(_ instance: CompiledInstance) {
        self.instance = instance
        let tasks = instance.taskCount
        let slots = instance.fleet.slotCount
        let width = instance.compartmentCount
        let blank = Node(
            next: -1,
            previous: -1,
            route: -1,
            departure: 0,
            lengthNext: 0,
            latestNext: 0,
            location: 0,
            locationNext: 0
        )
        nodes = Slab(repeating: blank, count: tasks + 2 * slots)
        routes = Slab(repeating: RouteRecord(type: 0, count: 0, room: 0, waiting: 0, cost: 0), count: slots)
        timeNext = Slab(repeating: 0, count: tasks + 2 * slots)
        compartment = Slab(repeating: 0, count: tasks)
        let trips = slots + instance.taskCount - instance.visitCount
        delivered = Slab(repeating: .zero, count: trips * width)
        collected = Slab(repeating: .zero, count: trips * width)
        regimes = Slab(repeating: 0, count: trips * width)
        tripOf = Slab(repeating: -1, count: Kernel.trips ? tasks : 0)
        ready = Slab(repeating: .min, count: Kernel.trips ? trips : 0)
        pool = ReloadPool(instance)
        let hasPeaks = Kernel.mixed && instance.needs.mixedLoads
        let hasPairs = Kernel.timed && instance.needs.pairs
        times = Slab(repeating: .none, count: Kernel.timed ? nodes.count : 0)
        let hasTotals = Kernel.timed || Kernel.fleet && instance.hasAlikeTypes
        totals = Slab(repeating: .none, count: hasTotals ? slots : 0)
        peaks = Slab(repeating: .none, count: hasPeaks ? nodes.count : 0)
        cheapestBehind = Slab(repeating: 0, count: hasPairs ? nodes.count : 0)
        free = Slab(repeating: -1, count: slots)
        freeCount = Slab(repeating: 0, count: instance.types.count)
        freePlace = Slab(repeating: -1, count: slots)
        // Every slot is released once below.
        var poolSizes = instance.fleet.poolSizes
        for type in instance.types.indices where instance.types[type].pool >= 0 {
            poolSizes[Int(instance.types[type].pool)] -=
                instance.fleet.firstSlot[type + 1] - instance.fleet.firstSlot[type]
        }
        poolFree = Slab(poolSizes)
        single = Slab(repeating: .max, count: instance.types.count * tasks)
        nearSeen = Slab(repeating: -1, count: slots)
        candidates = PlaceCandidates(capacity: Kernel.rich ? nodes.count : 0)
        meter = RouteMeter(
            capacity: tasks,
            compartments: width,
            hasWorkday: instance.needs.workday,
            preparing: instance.needs.preparations ? instance.compartmentCount : 0
        )
        undo = UndoLog(nodeCount: tasks, slotCount: slots, tripCount: trips, compartmentCount: width)
        if Kernel.timed { undo.keepTimes() }
        if hasPeaks { undo.keepPeaks() }
        if hasTotals { undo.keepTotals() }
        for task in 0..<tasks { nodes.update(Int32(task)) { $0.location = instance.tasks.location[task] } }
        for type in instance.types.indices {
            for slot in instance.fleet.firstSlot[type]..<instance.fleet.firstSlot[type + 1] {
                clear(slot, type: Int32(type))
            }
        }
        priceSingles()
    }

    /// Whether routes keep what they add up to.
    @inline(__always)
    var keepsTotals: Bool { Kernel.timed || Kernel.fleet && instance.hasAlikeTypes }

    /// The node where the route in `slot` starts; its end is the node after it in number.
    @inline(__always)
    func start(_ slot: Int32) -> Int32 {
        Int32(instance.taskCount) &+ 2 &* slot
    }

    /// Makes `slot` an empty route of `type`.
    private func clear(_ slot: Int32, type: Int32) {
        let entry = instance.types[Int(type)]
        let (start, end) = (start(slot), start(slot) + 1)
        let arc = instance.roads.arc(entry.matrix, from: entry.start, to: entry.end)
        nodes[start] = Node(
            next: end,
            previous: -1,
            route: slot,
            departure: entry.earliestDeparture,
            lengthNext: arc.length,
            latestNext: entry.latestEnd,
            location: entry.start,
            locationNext: entry.end
        )
        if let window = entry.departureWindows.first {
            nodes.update(start) { $0.departure = max($0.departure, window.opens) }
        }
        nodes[end] = Node(
            next: -1,
            previous: start,
            route: slot,
            departure: 0,
            lengthNext: 0,
            latestNext: 0,
            location: entry.end,
            locationNext: entry.end
        )
        timeNext[start] = arc.time
        routes[slot] = RouteRecord(
            type: type,
            count: 0,
            room: entry.compartments[0].capacity[0],
            waiting: 0,
            cost: 0
        )
        let width = instance.compartmentCount
        for index in 0..<width {
            delivered[Int(slot) * width + index] = .zero
            collected[Int(slot) * width + index] = .zero
            regimes[Int(slot) * width + index] = instance.fleet.regimes[Int(type) * width + index]
        }
        if Kernel.timed {
            let (leaving, returning) = (instance.fleet.leaving[type], instance.fleet.returning[type])
            times[start] = NodeTimes(upTo: leaving, behind: returning)
        }
        release(slot)
    }

    /// Notes that `slot` has become empty.
    func release(_ slot: Int32) {
        let type = routes[slot].type
        let place = instance.fleet.firstSlot[type] + freeCount[type]
        free[place] = slot
        freePlace[slot] = place
        freeCount[type] += 1
        let pool = instance.fleet.pool[type]
        if pool >= 0 { poolFree[pool] += 1 }
    }

    /// Notes that `slot` is in use.
    func claim(_ slot: Int32) {
        let type = routes[slot].type
        let place = freePlace[slot]
        let last = instance.fleet.firstSlot[type] + freeCount[type] - 1
        free[place] = free[last]
        freePlace[free[place]] = place
        freePlace[slot] = -1
        freeCount[type] -= 1
        let pool = instance.fleet.pool[type]
        if pool >= 0 { poolFree[pool] -= 1 }
    }

    /// An empty slot of `type`, or −1 when all its vehicles are in use, in this layout or another.
    @inline(__always)
    func emptySlot(of type: Int32) -> Int32 {
        let pool = instance.fleet.pool[type]
        guard pool < 0 || poolFree[pool] > 0 else { return -1 }
        return unusedSlot(of: type)
    }

    /// An empty slot of `type` for the route in `slot`, whose vehicle becomes free.
    func emptySlot(of type: Int32, inPlaceOf slot: Int32) -> Int32 {
        let pool = instance.fleet.pool[type]
        let isSamePool = pool >= 0 && pool == instance.fleet.pool[routes[slot].type]
        return isSamePool ? unusedSlot(of: type) : emptySlot(of: type)
    }

    @inline(__always)
    private func unusedSlot(of type: Int32) -> Int32 {
        freeCount[type] > 0 ? free[instance.fleet.firstSlot[type] &+ freeCount[type] &- 1] : -1
    }
}
