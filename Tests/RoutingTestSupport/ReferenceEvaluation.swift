public import VehicleRouting

/// A route judged the slow way, sharing no code with `PlanEvaluation`.
///
/// The clock is moved second by second, and every departure is tried.
public struct ReferenceSchedule: Hashable, Sendable {
    /// When loading begins.
    public var start = 0
    /// When each stop is reached.
    public var arrivals: [Int] = []
    /// When each stop's setup begins.
    public var begins: [Int] = []
    /// Lateness of the start, of each stop, and of the end.
    public var lateness: [Int] = []
    /// When the end is reached.
    public var arrival = 0
    /// When the route is over.
    public var end = 0
    /// Driving seconds.
    public var travel = 0
    /// Metres.
    public var metres = 0
    /// Loading, setup and service seconds.
    public var tasks = 0
    /// Halts.
    public var halts = 0

    /// Tries all departures from the earliest to the end of the route that leaves then.
    public init(_ route: Route, in problem: Problem) {
        let vehicle = problem.vehicles[route.vehicle]
        let loading = vehicle.startDepot.map { problem.depots[$0].loading } ?? 0
        var earliest = vehicle.shift.opens + loading
        for visit in route.visits {
            if case .job(let job) = visit.task, problem.jobs[job].delivery.contains(where: { $0 != 0 }) {
                while earliest < problem.jobs[job].release { earliest += 1 }
            }
        }
        let windows = vehicle.startDepot.map { problem.depots[$0].timeWindows } ?? []
        while windows.contains(where: { $0.closes >= earliest }), !isOpen(windows, at: earliest) {
            earliest += 1
        }
        let first = ReferenceSchedule(route, in: problem, departure: earliest, loading: loading)
        let allowed = (earliest...max(first.end, earliest)).filter { isOpen(windows, at: $0) }
        let candidates = allowed.map {
            ReferenceSchedule(route, in: problem, departure: $0, loading: loading)
        }
        let best = candidates.map(\.end).min()
        self =
            candidates.last { candidate in
                candidate.end == best && zip(candidate.lateness, first.lateness).allSatisfy { $0 <= $1 }
            } ?? first
    }

    private init(_ route: Route, in problem: Problem, departure: Int, loading: Int) {
        let vehicle = problem.vehicles[route.vehicle]
        start = departure - loading
        tasks = loading
        lateness = [late(vehicle.startDepot.map { problem.depots[$0].timeWindows } ?? [], at: departure)]
        var clock = departure
        var place = vehicle.start
        for visit in route.visits {
            let job = problem.visit(visit.task)
            clock += drive(from: place, to: job.location, vehicle: vehicle, in: problem)
            let isNew = place != job.location
            place = job.location
            arrivals.append(clock)
            clock = wait(job.timeWindows, at: clock)
            begins.append(clock)
            lateness.append(late(job.timeWindows, at: clock))
            let setup = isNew ? job.setupPerType[vehicle.type] ?? job.setup : 0
            let service = job.servicePerType[vehicle.type] ?? job.service
            clock += setup + service
            tasks += setup + service
            halts += isNew ? 1 : 0
        }
        if let home = vehicle.end { clock += drive(from: place, to: home, vehicle: vehicle, in: problem) }
        arrival = clock
        let windows = vehicle.endDepot.map { problem.depots[$0].timeWindows } ?? []
        end = wait(windows, at: clock)
        lateness.append(max(late(windows, at: end), end - vehicle.shift.closes, 0))
    }

    private mutating func drive(from: Int?, to: Int, vehicle: Vehicle, in problem: Problem) -> Int {
        guard let from, let matrix = problem.matrices[vehicle.profile] else { return 0 }
        let seconds = Double(matrix.durations[from * matrix.size + to]) / vehicle.speedFactor
        travel += Int(seconds.rounded())
        metres += matrix.distances.isEmpty ? 0 : Int(matrix.distances[from * matrix.size + to])
        return Int(seconds.rounded())
    }
}

private func isOpen(_ windows: [TimeWindow], at time: Int) -> Bool {
    windows.isEmpty || windows.contains { $0.opens <= time && time <= $0.closes }
}

/// The next second at which a window is open; `time` itself when none will ever be.
private func wait(_ windows: [TimeWindow], at time: Int) -> Int {
    guard windows.isEmpty || windows.contains(where: { time <= $0.closes }) else { return time }
    var clock = time
    while !isOpen(windows, at: clock) { clock += 1 }
    return clock
}

/// Seconds since all windows have closed.
private func late(_ windows: [TimeWindow], at time: Int) -> Int {
    max(time - (windows.map(\.closes).max() ?? time), 0)
}

/// What is on board after the first `moment` visits, found by asking of each visit whether its goods are aboard.
///
/// `[compartment][dimension]`.
public func referenceLoads(_ route: Route, after moment: Int, in problem: Problem) -> [Load] {
    let vehicle = problem.vehicles[route.vehicle]
    return (0..<max(vehicle.compartments.count, 1)).map { compartment in
        problem.dimensions.indices.map { dimension in
            route.visits.enumerated().filter { $1.compartment == compartment }.reduce(0) { sum, item in
                let isDone = item.offset < moment
                switch item.element.task {
                case .job(let job):
                    let aboard = isDone ? problem.jobs[job].pickup : problem.jobs[job].delivery
                    return sum + (aboard.isEmpty ? 0 : aboard[dimension])
                case .pickup(let shipment):
                    let amount = problem.shipments[shipment].amount
                    return sum + (isDone && !amount.isEmpty ? amount[dimension] : 0)
                case .delivery(let shipment):
                    let amount = problem.shipments[shipment].amount
                    return sum - (isDone && !amount.isEmpty ? amount[dimension] : 0)
                }
            }
        }
    }
}

/// What a route costs in wire units, by cause in the order of `CostLedger`, in floating point.
public func referenceCosts(_ route: Route, schedule: ReferenceSchedule, in problem: Problem) -> [Double] {
    let vehicle = problem.vehicles[route.vehicle]
    let costs = vehicle.costs
    func hours(_ seconds: Int) -> Double { Double(seconds) / 3600 }
    let duration = schedule.end - schedule.start
    var road = Double(schedule.metres) / 1000 * Double(costs.perKilometre)
    var driving = hours(schedule.travel) * Double(costs.perHour)
    if let matrix = problem.matrices[vehicle.profile], !matrix.costs.isEmpty {
        let places = [vehicle.start] + route.visits.map { problem.visit($0.task).location } + [vehicle.end]
        let known = places.compactMap { $0 }
        road = 0
        driving = zip(known, known.dropFirst()).reduce(0) {
            $0 + Double(matrix.costs[$1.0 * matrix.size + $1.1])
        }
    }
    let overtime = costs.overtimeAfter.map { max(duration - $0, 0) } ?? 0
    return [
        Double(costs.fixed),
        road,
        driving,
        hours(schedule.tasks) * Double(costs.perTaskHour),
        hours(duration - schedule.travel - schedule.tasks) * Double(costs.perWaitHour),
        Double(schedule.halts * costs.perStop),
        hours(overtime) * Double(costs.overtimePerHour),
    ]
}
