/// What the inner loop asks of a vehicle type, and the slots its routes live in.
///
/// A slot is a place for one route.  A type has as many as it has vehicles, but never more than there are tasks.
struct FleetTable: ~Copyable {
    /// First entry of the type's matrix in the arcs.
    let matrix: Slab<Int>
    /// Cost per unit of arc length.
    let perLength: Slab<Int64>
    /// Cost per second of driving.
    let perSecond: Slab<Int64>
    /// Cost per second of setup and service.
    let perTaskSecond: Slab<Int64>
    /// Cost per second of waiting, and per halt; of the terms too, but asked at every place.
    let perWaitSecond: Slab<Int64>
    let perStop: Slab<Int64>
    /// Row of the service table, times the number of tasks.
    let serviceRow: Slab<Int>
    /// Capacity of each compartment: entry `type × compartments + compartment`.
    ///
    /// Zero for those a type does not have.  An only compartment holds no more than its vehicle.
    let capacity: Slab<LoadVector>
    /// How much less each compartment holds on the first of several trips, in the same order.
    let ballast: Slab<LoadVector>
    /// Regimes of each compartment, one bit each; no bit for those a type does not have.
    let regimes: Slab<UInt64>
    /// Whether it may load again.
    let mayReload: Slab<Bool>
    /// Capacity of the whole vehicle.
    let wholeCapacity: Slab<LoadVector>
    /// Everything else that the price of a whole route depends on.
    let terms: Slab<RouteTerms>
    /// When vehicles of the type may leave, as a stretch without length; only of use with one window.
    let leaving: Slab<TimedStretch>
    /// When they may come back, in the same way.
    let returning: Slab<TimedStretch>
    /// Windows of the depots, see `RouteTerms`.
    let windows: Slab<OpeningHours>
    /// The first slot of each type, and one past the last slot of all.
    let firstSlot: Slab<Int32>
    /// How many slots there are.
    let slotCount: Int
    /// The pool of bodies of each type; −1 for none.
    let pool: Slab<Int32>
    /// How many bodies each pool has.
    let poolSizes: [Int32]

    init(
        types: [FleetType],
        visitCount: Int,
        taskCount: Int,
        compartmentCount: Int,
        poolSizes: [Int32] = []
    ) {
        pool = Slab(types.map(\.pool))
        self.poolSizes = poolSizes
        matrix = Slab(types.map(\.matrix))
        perLength = Slab(types.map(\.perLength))
        perSecond = Slab(types.map(\.perSecond))
        perTaskSecond = Slab(types.map(\.perTaskSecond))
        perWaitSecond = Slab(types.map(\.perWaitSecond))
        perStop = Slab(types.map(\.perStop))
        serviceRow = Slab(types.map { $0.serviceClass * taskCount })
        let width = compartmentCount
        capacity = Slab(repeating: .zero, count: types.count * width)
        ballast = Slab(repeating: .zero, count: types.count * width)
        regimes = Slab(repeating: 0, count: types.count * width)
        for (type, entry) in types.enumerated() {
            for (index, compartment) in entry.compartments.enumerated() {
                let isOnly = entry.compartments.count == 1
                capacity[type * width + index] =
                    isOnly ? pointwiseMin(compartment.capacity, entry.capacity) : compartment.capacity
                ballast[type * width + index] = compartment.ballast
                regimes[type * width + index] = compartment.regimes
            }
        }
        mayReload = Slab(types.map { !$0.reloadRanks.isEmpty })
        wholeCapacity = Slab(types.map(\.capacity))
        var hours: [OpeningHours] = []
        terms = Slab(types.map { RouteTerms($0, windows: &hours) })
        leaving = Slab(types.map(\.leaving))
        returning = Slab(types.map(\.returning))
        windows = Slab(hours)
        var slots: [Int32] = [0]
        for type in types {
            slots.append(slots[slots.count - 1] + Int32(min(type.vehicles.count, visitCount)))
        }
        firstSlot = Slab(slots)
        slotCount = Int(slots[slots.count - 1])
    }
}

/// One opening of a depot or a task.
struct OpeningHours: BitwiseCopyable {
    /// The first second.
    var opens: Int32
    /// The last second.
    var closes: Int32
}

/// The numbers of a `FleetType` that the price of a whole route depends on, without arrays.
struct RouteTerms: BitwiseCopyable {
    var start: Int32
    var end: Int32
    var earliestDeparture: Int32
    var latestEnd: Int32
    var loading: Int32
    var fixed: Int64
    var perWaitSecond: Int64
    var perStop: Int64
    var perOvertimeSecond: Int64
    var overtimeAfter: Int32
    var maxDuration: Int32
    var maxTravelTime: Int32
    var maxDistance: Int64
    var maxTasks: Int32
    /// Whether waiting or overtime cost something.
    var paysForTime: Bool
    /// Whether the start of the route must be known, for paid waiting, overtime or the longest duration.
    var needsDuration: Bool
    /// First and one past the last of the windows for leaving, in `FleetTable.windows`.
    var departureWindows: (first: Int32, last: Int32)
    /// The same for coming back.
    var returnWindows: (first: Int32, last: Int32)

    init(_ type: FleetType, windows: inout [OpeningHours]) {
        start = type.start
        end = type.end
        earliestDeparture = type.earliestDeparture
        latestEnd = type.latestEnd
        loading = type.loading
        fixed = type.fixed
        perWaitSecond = type.perWaitSecond
        perStop = type.perStop
        perOvertimeSecond = type.perOvertimeSecond
        overtimeAfter = type.overtimeAfter
        maxDuration = type.maxDuration
        maxTravelTime = type.maxTravelTime
        maxDistance = type.maxDistance
        maxTasks = type.maxTasks
        paysForTime = type.paysForTime
        needsDuration = type.paysForTime || type.maxDuration != .max
        let begin = Int32(windows.count)
        windows += type.departureWindows.map { OpeningHours(opens: $0.opens, closes: $0.closes) }
        let middle = Int32(windows.count)
        windows += type.returnWindows.map { OpeningHours(opens: $0.opens, closes: $0.closes) }
        departureWindows = (begin, middle)
        returnWindows = (middle, Int32(windows.count))
    }
}
