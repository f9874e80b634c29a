/// Prices a whole route exactly, as `PlanEvaluation` does: times, waiting, overtime, limits and the load on
/// board.
///
/// The route is written into `tasks` and `compartments` first; `measure` walks it forward for the earliest end, backward
/// for the latest start that meets it, and adds up.  O(tasks × windows).
struct RouteMeter: ~Copyable {
    /// The tasks of the route to be measured, in order.
    let tasks: Slab<Int32>
    /// The compartment of each of them.
    let compartments: Slab<Int32>
    /// How many there are.
    var count = 0
    /// Seconds of waiting in the route last measured.
    var waiting: Int32 = 0
    /// The rests of the route last measured, where there are any.
    var rests: [ChosenRest] = []
    /// Steps that wait for so many seconds after another, in order; only under the rules of the working day, as all below.
    var lags: [(step: Int, after: Int, seconds: Int)] = []
    /// The drive to each step and, last, to the end, in thousandths of a second of the matrix.
    let roads: Slab<Int>
    /// When each step was over in the drive last made.
    let done: Slab<Int>
    /// When each step must be over for the sake of those that come a lag after it; only where there are such.
    let deadline: Slab<Int>
    /// Where the driver rests.
    var choice: RestChoice
    let breaks: BreakChoice
    /// Seconds by which each task was tardy in it, and in the first one.
    let tardiness: Slab<Int>
    let firstTardiness: Slab<Int>
    /// Seconds in which compartments are prepared before the first trip, and before each reload of the route being measured.
    var firstPreparation: Int32 = 0
    let preparation: Slab<Int32>
    /// The regime each compartment runs on each trip, −1 for off; only where compartments are prepared.
    var settings: [Int32] = []
    /// What each compartment runs and has carried so far.
    var running: [Int32]
    var carried: [UInt64]
    /// What is on board of each compartment.
    let aboard: Slab<LoadVector>
    /// While goods are given compartments: what comes back in each, the regimes it may still run, and whether it is in use.
    let returning: Slab<LoadVector>
    let shared: Slab<UInt64>
    let isFilled: Slab<Bool>
    /// Setup and service seconds at each task of the route being measured.
    let stay: Slab<Int32>
    /// Driving seconds into each task and, last, into the end.
    let travel: Slab<Int32>
    /// When service began at each task, by its number, in the route being measured.
    let aboardSince: Slab<Int32>

    /// - Parameter preparing: How many compartments are prepared for their trips at most.
    init(capacity: Int, compartments width: Int, hasWorkday: Bool = true, preparing: Int = 0) {
        aboard = Slab(repeating: .zero, count: width)
        returning = Slab(repeating: .zero, count: width)
        shared = Slab(repeating: 0, count: width)
        isFilled = Slab(repeating: false, count: width)
        preparation = Slab(repeating: 0, count: preparing > 0 ? capacity : 0)
        running = Array(repeating: -1, count: preparing)
        carried = Array(repeating: 0, count: preparing)
        let days = hasWorkday ? capacity : 0
        roads = Slab(repeating: 0, count: days + 1)
        done = Slab(repeating: 0, count: days)
        choice = RestChoice(isNeeded: hasWorkday)
        breaks = BreakChoice(capacity: days)
        deadline = Slab(repeating: .max, count: days)
        tardiness = Slab(repeating: 0, count: days)
        firstTardiness = Slab(repeating: 0, count: days)
        tasks = Slab(repeating: 0, count: capacity)
        compartments = Slab(repeating: 0, count: capacity)
        stay = Slab(repeating: 0, count: capacity)
        travel = Slab(repeating: 0, count: capacity + 1)
        aboardSince = Slab(repeating: 0, count: capacity)
    }

    /// Adds a task at the end of the route to be measured.
    @inline(__always)
    mutating func append(_ task: Int32, compartment: Int32) {
        tasks[count] = task
        compartments[count] = compartment
        count += 1
    }

    /// What the route costs in search units when a vehicle of `type` drives it, or nil when it breaks a
    /// rule of time, length or load.
    ///
    /// - Parameter limit: The result may also be nil when the route costs this much or more.
    mutating func measure(_ instance: CompiledInstance, type: Int32, below limit: Int64 = .max) -> Int64? {
        let terms = instance.fleet.terms[type]
        prepareTrips(instance, type: type)
        if instance.needs.workday {
            guard taskCount(instance) <= Int(terms.maxTasks) else { return nil }
            return measureWorkday(instance, type: type, below: limit)
        }
        let hasTrips = instance.needs.trips
        guard taskCount(instance) <= Int(terms.maxTasks) else { return nil }
        guard let departure = earliestDeparture(instance, terms) else { return nil }
        let matrix = instance.fleet.matrix[type]
        let serviceRow = instance.fleet.serviceRow[type]
        var clock = departure
        var (length, metres, halts) = (Int64(0), Int64(0), Int64(0))
        var (driving, working) = (Int32(0), Int32(0))
        var here = terms.start
        for index in 0..<count {
            let task = tasks[index]
            let place = instance.tasks.location[task]
            let arc = instance.roads.arc(matrix, from: here, to: place)
            var reached = clock &+ arc.time
            var seconds = instance.tasks.service[serviceRow + Int(task)]
            let isReload = hasTrips && instance.isReload(task)
            let ahead = isReload ? preparation(at: index, instance) : 0
            if isReload {
                seconds &+= ahead
                reached = max(reached, readiness(after: index + 1, instance) &- seconds)
            }
            // The hours of a reload bind its loading.
            guard let loads = instance.tasks.nextOpening(of: task, at: reached &+ ahead) else { return nil }
            let begin = loads &- ahead
            if here != place, !isReload {
                seconds &+= instance.tasks.setup[serviceRow + Int(task)]
                halts += 1
            }
            if terms.maxDistance != .max { metres += instance.roads.metres(matrix, from: here, to: place) }
            (travel[index], stay[index]) = (arc.time, seconds)
            length += Int64(arc.length)
            driving &+= arc.time
            working &+= seconds
            clock = begin &+ seconds
            here = place
        }
        let last = instance.roads.arc(matrix, from: here, to: terms.end)
        travel[count] = last.time
        length += Int64(last.length)
        driving &+= last.time
        if terms.maxDistance != .max { metres += instance.roads.metres(matrix, from: here, to: terms.end) }
        guard let end = instance.fleet.nextOpening(terms.returnWindows, at: clock &+ last.time),
            end <= terms.latestEnd, driving <= terms.maxTravelTime, metres <= terms.maxDistance
        else { return nil }
        guard holdsLoads(instance, type: type) else { return nil }
        var cost =
            terms.fixed + instance.fleet.perLength[type] * length + instance.fleet.perSecond[type]
            * Int64(driving)
            + instance.fleet.perTaskSecond[type] * Int64(working &+ firstPreparation) + terms.perStop * halts
        waiting = 0
        let hasRules = instance.rules.needs.any
        guard terms.needsDuration || hasRules else { return cost }
        let latest = latestDeparture(instance, terms, endingAt: end, notBefore: departure)
        let duration = end &- latest &+ terms.loading &+ firstPreparation
        guard duration <= terms.maxDuration else { return nil }
        if hasRules, !keepsRules(instance, type: type, departure: latest, end: end) { return nil }
        waiting = duration &- driving &- working &- terms.loading &- firstPreparation
        cost += terms.perWaitSecond * Int64(waiting)
        cost += terms.perOvertimeSecond * Int64(max(duration - terms.overtimeAfter, 0))
        return cost
    }

    /// Seconds in which compartments are prepared at a reload.
    @inline(__always)
    func preparation(at index: Int, _ instance: CompiledInstance) -> Int32 {
        instance.needs.preparations ? preparation[index] : 0
    }

    /// The earliest departure: shift, preparation, loading, goods and depot allow it; nil when the depot closes before.
    func earliestDeparture(_ instance: CompiledInstance, _ terms: RouteTerms) -> Int32? {
        let earliest = max(terms.earliestDeparture &+ firstPreparation, readiness(after: 0, instance))
        return instance.fleet.nextOpening(terms.departureWindows, at: earliest)
    }

    /// When the goods of the trip that begins with the task at `index` are ready.
    func readiness(after index: Int, _ instance: CompiledInstance) -> Int32 {
        // Far in the past, with room to subtract the loading.
        var ready = Int32(-2 * SearchClock.limit)
        let hasTrips = instance.needs.trips
        for index in index..<count {
            if hasTrips, instance.isReload(tasks[index]) { break }
            ready = max(ready, instance.tasks.release[tasks[index]])
        }
        return ready
    }

    /// How many tasks there are without the reloads.
    private func taskCount(_ instance: CompiledInstance) -> Int {
        guard instance.needs.trips else { return count }
        var sum = 0
        for index in 0..<count where !instance.isReload(tasks[index]) { sum += 1 }
        return sum
    }

    /// The places of the trip that begins at `first`.
    func trip(from first: Int, _ instance: CompiledInstance) -> Range<Int> {
        guard instance.needs.trips else { return first..<count }
        var last = first
        while last < count, !instance.isReload(tasks[last]) { last += 1 }
        return first..<last
    }

    /// Whether all goods may come from where their trips are loaded.
    private func originsFit(_ instance: CompiledInstance, type: Int32) -> Bool {
        let nowhere = instance.depotCount
        var depot = instance.types[Int(type)].startDepot ?? nowhere
        for index in 0..<count {
            if instance.isReload(tasks[index]) {
                depot = instance.reloadDepots[instance.rank(ofReload: tasks[index])]
            } else if !instance.tasks.origins[depot * instance.visitCount + Int(tasks[index])] {
                return false
            }
        }
        return true
    }

    /// The latest departure that still ends at `end`.
    private func latestDeparture(
        _ instance: CompiledInstance,
        _ terms: RouteTerms,
        endingAt end: Int32,
        notBefore departure: Int32
    ) -> Int32 {
        var latest = end
        var index = count
        while index > 0 {
            let reached = latest &- travel[index] &- stay[index - 1]
            let isReload = instance.isReload(tasks[index - 1])
            let ahead = isReload ? preparation(at: index - 1, instance) : 0
            latest = instance.tasks.lastOpening(of: tasks[index - 1], at: reached &+ ahead) &- ahead
            index -= 1
        }
        return max(instance.fleet.lastOpening(terms.departureWindows, at: latest &- travel[0]), departure)
    }

    /// Whether the vehicle may carry what the route asks for, all the way and from where it loads.
    func holdsLoads(_ instance: CompiledInstance, type: Int32) -> Bool {
        if instance.needs.mixedLoads, !loadsFit(instance, type: type) { return false }
        return instance.tasks.origins.count == 0 || originsFit(instance, type: type)
    }

    /// Whether what is on board fits each compartment and the vehicle at every moment, and every shipment
    /// is picked up before it is delivered, in the same compartment.
    private func loadsFit(_ instance: CompiledInstance, type: Int32) -> Bool {
        var first = 0
        while true {
            let trip = trip(from: first, instance)
            guard loadsFit(trip, instance, type: type) else { return false }
            guard trip.upperBound < count else { return true }
            first = trip.upperBound + 1
        }
    }

    private func loadsFit(_ trip: Range<Int>, _ instance: CompiledInstance, type: Int32) -> Bool {
        if instance.needs.trips, instance.needs.pairs, !pairsAreWhole(trip, instance) { return false }
        let row = Int(type) * instance.compartmentCount
        let isFirst = trip.lowerBound == 0
        for index in 0..<instance.compartmentCount {
            aboard[index] = isFirst ? instance.fleet.ballast[row + index] : .zero
        }
        for step in trip where Int(tasks[step]) < instance.jobCount {
            aboard.update(compartments[step]) { $0 &+= instance.tasks.unloaded[tasks[step]] }
        }
        var whole = LoadVector.zero
        for index in 0..<instance.compartmentCount {
            guard aboard[index].fits(in: instance.fleet.capacity[row + index]) else { return false }
            whole &+= aboard[index]
        }
        let capacity = instance.fleet.wholeCapacity[type]
        guard whole.fits(in: capacity) else { return false }
        for step in trip {
            let (task, place) = (tasks[step], compartments[step])
            let change = instance.tasks.loaded[task] &- instance.tasks.unloaded[task]
            let load = aboard[place] &+ change
            aboard[place] = load
            whole &+= change
            guard load.fits(in: instance.fleet.capacity[row + Int(place)]), whole.fits(in: capacity) else {
                return false
            }
        }
        return true
    }

    /// Whether every shipment on a trip is both picked up and delivered on it.
    private func pairsAreWhole(_ trip: Range<Int>, _ instance: CompiledInstance) -> Bool {
        trip.allSatisfy { step in
            let partner = instance.tasks.partner[tasks[step]]
            return partner < 0 || trip.contains { tasks[$0] == partner }
        }
    }
}

extension TaskTable {
    /// The first second not before `time` at which service may begin; nil when the last window has closed.
    @inline(__always)
    func nextOpening(of task: Int32, at time: Int32) -> Int32? {
        guard time <= closes[task] else { return nil }
        var index = windowStart[task]
        let last = windowStart[task &+ 1]
        guard index &+ 1 < last else { return max(time, opens[task]) }
        while index < last {
            let window = windows[index]
            if time <= window.closes { return max(time, window.opens) }
            index &+= 1
        }
        return nil
    }

    /// The last second not after `time` at which service may begin; `time` is not before the first opening.
    @inline(__always)
    func lastOpening(of task: Int32, at time: Int32) -> Int32 {
        let first = windowStart[task]
        var index = windowStart[task &+ 1]
        guard index &- first > 1 else { return min(time, closes[task]) }
        while index > first {
            index &-= 1
            if windows[index].opens <= time { return min(time, windows[index].closes) }
        }
        return time
    }
}

extension FleetTable {
    /// The first second not before `time` inside one of these windows; `time` itself when there are none.
    @inline(__always)
    func nextOpening(_ range: (first: Int32, last: Int32), at time: Int32) -> Int32? {
        guard range.first < range.last else { return time }
        for index in range.first..<range.last where time <= windows[index].closes {
            return max(time, windows[index].opens)
        }
        return nil
    }

    /// The last second not after `time` inside one of these windows; `time` itself when there are none.
    @inline(__always)
    func lastOpening(_ range: (first: Int32, last: Int32), at time: Int32) -> Int32 {
        guard range.first < range.last else { return time }
        for index in (range.first..<range.last).reversed() where windows[index].opens <= time {
            return min(time, windows[index].closes)
        }
        return time
    }
}

extension RoadTable {
    /// Metres from one row to another; only where a vehicle has a limit in metres.
    @inline(__always)
    func metres(_ matrix: Int, from origin: Int32, to destination: Int32) -> Int64 {
        Int64(metres[matrix + Int(origin) &* rows &+ Int(destination)])
    }
}
