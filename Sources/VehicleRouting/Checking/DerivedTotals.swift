/// What a route costs, derived again, in ticks (1/18 000 of a wire unit; see `Cost`).
struct DerivedCosts {
    var fixed = 0
    var distance = 0
    var driving = 0
    var tasks = 0
    var waiting = 0
    var stops = 0
    var overtime = 0
    var lateness = 0

    /// Nothing.
    init() {}

    /// The rates of the vehicle applied to a schedule.
    init(_ route: ReadRoute, schedule: DerivedSchedule, in problem: Problem) {
        let rates = route.vehicle.costs
        // 18 000 = 18 × 1000 m = 5 × 3600 s, so that both kinds of rate stay whole.
        fixed = 18_000 * rates.fixed
        let matrix = problem.matrices[route.vehicle.profile]
        if let matrix, !matrix.costs.isEmpty {
            var place = route.vehicle.start
            let between = route.steps.compactMap { step -> Int? in
                switch step {
                case .task(let task): task.visit.location
                case .reload(let depot, _): problem.depots[depot].location
                case .rest: nil
                }
            }
            for next in between + [route.vehicle.end].compactMap({ $0 }) {
                if let from = place { driving += 18_000 * Int(matrix.costs[from * matrix.size + next]) }
                place = next
            }
        } else {
            distance = 18 * schedule.distance * rates.perKilometre
            driving = 5 * schedule.travelTime * rates.perHour
        }
        tasks = 5 * (schedule.setup + schedule.service - schedule.rest) * rates.perTaskHour
        waiting = 5 * schedule.waiting * rates.perWaitHour
        stops = 18_000 * rates.perStop * schedule.steps.count { $0.isHalt }
        if let normal = rates.overtimeAfter, schedule.duration > normal {
            overtime = 5 * (schedule.duration - normal) * rates.overtimePerHour
        }
        for (step, times) in zip(route.steps, schedule.steps) {
            guard case .task(let task) = step, let due = task.visit.due else { continue }
            lateness += 5 * times.tardiness * due.latePerHour
            if let decay = due.decay { lateness += 18_000 * Self.loss(of: decay, after: times.tardiness) }
        }
    }

    /// What decaying goods lose, in whole wire units: half-life by half-life, then along the chord between two knots.
    private static func loss(of decay: Decay, after seconds: Int) -> Int {
        var (late, halvings) = (seconds, 0)
        while late >= decay.halfLife, halvings < 30 {
            (late, halvings) = (late - decay.halfLife, halvings + 1)
        }
        guard halvings < 30 else { return decay.value }
        let knot = late * 16 / decay.halfLife
        let (high, low) = (Decay.knots[knot] >> halvings, Decay.knots[knot + 1] >> halvings)
        let ahead = (knot + 1) * decay.halfLife - 16 * late
        let left = low + (high - low) * ahead / decay.halfLife
        return decay.value * (1_073_741_824 - left) / 1_073_741_824
    }

    var total: Int { fixed + distance + driving + tasks + waiting + stops + overtime + lateness }

    /// Adds another route's costs.
    mutating func add(_ other: Self) {
        fixed += other.fixed
        distance += other.distance
        driving += other.driving
        tasks += other.tasks
        waiting += other.waiting
        stops += other.stops
        overtime += other.overtime
        lateness += other.lateness
    }

    /// Ticks as the wire units a file states: to the nearest, halves away from zero.
    static func shown(_ ticks: Int) -> Int {
        let (whole, rest) = ticks.magnitude.quotientAndRemainder(dividingBy: 18_000)
        let rounded = Int(whole) + (rest >= 9_000 ? 1 : 0)
        return ticks < 0 ? -rounded : rounded
    }
}

/// The totals of a route or of a plan, derived again.
struct DerivedTotals {
    var setup = 0
    var service = 0
    var travelTime = 0
    var waiting = 0
    var distance = 0
    var priority = 0
    var delivery: Load
    var pickup: Load
    var costs = DerivedCosts()

    /// Nothing, in so many dimensions.
    init(dimensions: Int) {
        delivery = Load(repeating: 0, count: dimensions)
        pickup = delivery
    }

    /// Adds another route's totals.
    mutating func add(_ other: Self) {
        setup += other.setup
        service += other.service
        travelTime += other.travelTime
        waiting += other.waiting
        distance += other.distance
        priority += other.priority
        for dimension in delivery.indices {
            delivery[dimension] += other.delivery[dimension]
            pickup[dimension] += other.pickup[dimension]
        }
        costs.add(other.costs)
    }

    /// Every stated total that is not this one; `cost` is what `stated.cost` must be, in ticks.
    func findings(
        in stated: WrittenTotals,
        cost: Int,
        at place: CheckFinding.Place,
        problem: Problem
    ) -> [CheckFinding] {
        var found: [CheckFinding] = []
        func compare(
            _ code: CheckFinding.Code,
            _ what: String,
            _ given: Int?,
            _ value: Int,
            unit: String = ""
        ) {
            guard let given, given != value else { return }
            let subject = "the total of \(what)"
            found.append(
                CheckFinding(code, at: place, subject: subject, stated: given, derived: value, unit: unit)
            )
        }
        compare(.cost, "costs", stated.cost, DerivedCosts.shown(cost))
        if let ledger = stated.ledger {
            let lines = [
                ("fixed", ledger.fixed, costs.fixed), ("distance", ledger.distance, costs.distance),
                ("driving", ledger.driving, costs.driving), ("task", ledger.tasks, costs.tasks),
                ("waiting", ledger.waiting, costs.waiting), ("stop", ledger.stops, costs.stops),
                ("overtime", ledger.overtime, costs.overtime),
                ("lateness", ledger.lateness, costs.lateness),
            ]
            for (line, given, ticks) in lines {
                compare(.ledger, "\(line) costs", given, DerivedCosts.shown(ticks))
            }
        }
        compare(.totalSetup, "setup", stated.setup, setup, unit: "s")
        compare(.totalService, "service", stated.service, service, unit: "s")
        compare(.totalTravelTime, "driving", stated.travelTime, travelTime, unit: "s")
        compare(.totalWaiting, "waiting", stated.waitingTime, waiting, unit: "s")
        compare(.totalDistance, "distance", stated.distance, distance, unit: "m")
        compare(.priority, "priorities", stated.priority, priority)
        for (dimension, measure) in problem.dimensions.enumerated() {
            func given(_ load: Load?) -> Int? {
                load.map { $0.indices.contains(dimension) ? $0[dimension] : 0 }
            }
            let (brought, taken) = (given(stated.delivery), given(stated.pickup))
            compare(.delivery, "\(measure.name) delivered", brought, delivery[dimension], unit: measure.unit)
            compare(.pickup, "\(measure.name) picked up", taken, pickup[dimension], unit: measure.unit)
        }
        return found
    }
}
