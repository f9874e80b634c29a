/// What driving a written route takes, apart from when.
struct Course {
    struct Leg {
        var seconds = 0
        var metres = 0
        var isMove = false
    }

    struct Step {
        var leg = Leg()
        var windows: [TimeWindow] = []
        /// Seconds of preparing and loading before the moment that the windows bind.
        var beforeWindow = 0
        /// Those of them before loading begins.
        var preparation = 0
        var release = 0
        var setup = 0
        var service = 0
        var due: DueTime?
        var isHalt = false
        var isRest = false
        /// Whether a rest is one of the vehicle's breaks.
        var isPlanned = false
        /// Earlier steps, and the seconds that must pass after them.
        var after: [(step: Int, lag: Int)] = []
    }

    let vehicle: Vehicle
    let slices: [SpeedSlice]
    var steps: [Step] = []
    var home = Leg()
    /// Seconds of preparing and loading before the departure.
    var loading = 0
    /// Those of them before loading begins.
    var preparation = 0
    var earliest = 0
    var departureGates: [TimeWindow] = []
    var returnGates: [TimeWindow] = []

    init(_ route: ReadRoute, in problem: Problem) {
        vehicle = route.vehicle
        slices = problem.matrices[vehicle.profile]?.speeds ?? []
        if let depot = vehicle.startDepot {
            departureGates = problem.depots[depot].timeWindows
            loading = problem.depots[depot].loading
        }
        let preparations = CheckedPreparation(route, in: problem).seconds
        preparation = preparations[0]
        loading += preparation
        if let depot = vehicle.endDepot { returnGates = problem.depots[depot].timeWindows }
        func readiness(of trip: Int) -> Int {
            route.stops.filter { $0.trip == trip && $0.isBroughtFromDepot }
                .map { max($0.visit.release, $0.box?.readyAt ?? 0) }.max() ?? 0
        }
        earliest = max(readiness(of: 0), vehicle.shift.opens + loading)
        var place = vehicle.start
        var trip = 0
        for step in route.steps {
            var entry = Step()
            switch step {
            case .task(let task):
                entry.leg = Self.leg(from: place, to: task.visit.location, vehicle: vehicle, in: problem)
                entry.windows = Self.windows(of: task.visit)
                entry.due = task.visit.due
                entry.isHalt = entry.leg.isMove
                entry.setup = entry.isHalt ? task.visit.setupPerType[vehicle.type] ?? task.visit.setup : 0
                entry.service = task.visit.servicePerType[vehicle.type] ?? task.visit.service
                place = task.visit.location
            case .reload(let index, _):
                trip += 1
                let depot = problem.depots[index]
                entry.leg = Self.leg(from: place, to: depot.location, vehicle: vehicle, in: problem)
                entry.windows = depot.timeWindows
                entry.preparation = preparations[trip]
                entry.beforeWindow = entry.preparation + depot.loading
                entry.release = readiness(of: trip)
                entry.service = entry.beforeWindow
                place = depot.location
            case .rest(let rest):
                entry.isRest = true
                entry.isPlanned = rest.number != nil
                entry.windows = rest.windows
                entry.service = rest.seconds
            }
            steps.append(entry)
        }
        if let end = vehicle.end, place != nil {
            home = Self.leg(from: place, to: end, vehicle: vehicle, in: problem)
        }
        link(route, problem.relations)
    }

    /// When service may begin: in a window, and while the goods are of use; in any window where they never are.
    private static func windows(of visit: Job) -> [TimeWindow] {
        guard let last = visit.useBy else { return visit.timeWindows }
        let cut = visit.timeWindows.compactMap { window in
            last < window.opens ? nil : TimeWindow(opens: window.opens, closes: min(last, window.closes))
        }
        if visit.timeWindows.isEmpty { return [TimeWindow(opens: 0, closes: last)] }
        return cut.isEmpty ? visit.timeWindows : cut
    }

    /// The road from where the vehicle is after step `index` to the next place, in thousandths of a second of the matrix.
    func road(after index: Int) -> Int {
        let next = steps[(index + 1)...].first { !$0.isRest }?.leg ?? home
        return 1000 * next.seconds
    }

    private mutating func link(_ route: ReadRoute, _ relations: [Relation]) {
        func position(of task: TaskReference) -> Int? {
            route.steps.lastIndex { if case .task(let other) = $0 { other.task == task } else { false } }
        }
        for relation in relations {
            guard case .sequence(let lag) = relation.kind else { continue }
            let met = relation.tasks.compactMap(position)
            for index in met.indices.dropFirst() where met[index] > met[index - 1] {
                steps[met[index]].after.append((met[index - 1], lag))
            }
        }
    }

    private static func leg(from: Int?, to: Int, vehicle: Vehicle, in problem: Problem) -> Leg {
        guard let from, let matrix = problem.matrices[vehicle.profile] else { return Leg(isMove: true) }
        let seconds = Double(matrix.duration(from: from, to: to)) / vehicle.speedFactor
        return Leg(
            seconds: Int(seconds.rounded(.toNearestOrAwayFromZero)),
            metres: matrix.distance(from: from, to: to),
            isMove: from != to
        )
    }
}

/// A vehicle that rolls and stands, and the driver's hours.
struct Wheels {
    var clock: Int
    /// What is left of the road to the next place, in thousandths of a second of the matrix.
    var road = 0
    /// Seconds driven since the start.
    private(set) var driven = 0
    /// The most seconds driven beyond the work rule.
    private(set) var excess = 0
    private var sinceRest: Int
    private var hasFirstPart: Bool
    private let law: WorkRule?
    private let slices: [SpeedSlice]

    init(_ vehicle: Vehicle, slices: [SpeedSlice], clock: Int) {
        self.clock = clock
        self.slices = slices
        law = vehicle.workRule
        sinceRest = vehicle.hoursUsed.drivingSinceRest
        hasFirstPart = vehicle.hoursUsed.hasFirstPart
    }

    /// Seconds the driver may still drive before a rest.
    var allowance: Int {
        // More than any leg takes, with room to add a time of day.
        law?.maxContinuousDriving.map { max($0 - sinceRest, 0) } ?? 1 << 40
    }

    /// Drives until the road is behind or the clock reaches `limit`.
    mutating func roll(until limit: Int) {
        let began = clock
        while road > 0, clock < limit {
            let speed = slices.last { $0.begins <= clock }?.speed ?? 1000
            let change = slices.first { $0.begins > clock }?.begins ?? .max
            let seconds = min((road + speed - 1) / speed, min(change, limit) - clock)
            road = max(road - seconds * speed, 0)
            clock += seconds
        }
        driven += clock - began
        sinceRest += clock - began
        if let most = law?.maxContinuousDriving { excess = max(excess, sinceRest - most) }
    }

    /// Stands from `begin` for so many seconds.
    mutating func stand(from begin: Int, _ seconds: Int, isRest: Bool) {
        clock = begin + seconds
        guard let law, isRest || law.countsOtherWork && seconds >= law.rest else { return }
        let parts = law.split
        if seconds >= law.rest || hasFirstPart && seconds >= parts?.second ?? .max {
            sinceRest = 0
            hasFirstPart = false
        } else if seconds >= parts?.first ?? .max {
            hasFirstPart = true
        }
    }
}
