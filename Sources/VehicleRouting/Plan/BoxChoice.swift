/// Chooses the passive box of each job that travels in one.
///
/// Before a plan is made each job gets the box that leaves it most freedom, as far as the stock goes; once its times are
/// known, the cheapest that will do.
public struct BoxChoice {
    private let problem: Problem
    /// How many of each type are left; nil for as many as needed.
    private var left: [Int?]

    /// A choice among the boxes of `problem`, which has passed validation.
    public init(_ problem: Problem) {
        self.problem = problem
        left = problem.boxTypes.map(\.stock)
    }

    /// A choice among the boxes that a plan leaves.
    public init(_ problem: Problem, beside plan: Plan) {
        self.init(problem)
        for visit in problem.boxTypes.isEmpty ? [] : plan.routes.flatMap(\.visits) {
            if let need = need(of: visit) { take(need) }
        }
    }

    /// The type (index) that holds longest of those left for the goods of a task; nil for none.
    public func longestHolding(for task: TaskReference) -> Int? {
        problem.boxNeeds(task).filter(isInStock).map(\.type).max {
            (problem.boxTypes[$0].holdTime, $1) < (problem.boxTypes[$1].holdTime, $0)
        }
    }

    /// The type of which the fewest boxes are missing for the goods of a task, and how many; nil for goods without a box.
    public func shortage(for task: TaskReference) -> BoxNeed? {
        problem.boxNeeds(task).map { need in
            BoxNeed(type: need.type, count: need.count - (left[need.type] ?? need.count))
        }.min { ($0.count, $0.type) < ($1.count, $1.type) }
    }

    /// The type (index) for each job before anything is planned: of those in stock and ready in time, the one that holds
    /// longest, for the jobs that are furthest first; nil for jobs without boxes and those the stock leaves none for.
    public mutating func roomiest() -> [Int?] {
        var chosen = [Int?](repeating: nil, count: problem.jobs.count)
        let jobs = problem.jobs.indices.filter { !problem.jobs[$0].boxes.isEmpty }
        let reach = jobs.map { nearestDrive(to: problem.jobs[$0].location) }
        // Before this nobody leaves, so a box that is ready by then holds nobody up.
        let dayBegins = problem.vehicles.map(\.shift.opens).min() ?? 0
        // What is on board is in its box already.
        let order = zip(jobs, reach).map { job, drive in
            (job: job, drive: problem.jobs[job].aboard == nil ? drive : .max)
        }
        for (job, _) in order.sorted(by: { ($1.drive, $0.job) < ($0.drive, $1.job) }) {
            let needs = problem.jobs[job].boxes.filter(isInStock)
            let best = needs.min { first, second in
                let (one, other) = (problem.boxTypes[first.type], problem.boxTypes[second.type])
                let (ready, otherReady) = (max(one.readyAt, dayBegins), max(other.readyAt, dayBegins))
                return (ready, -one.holdTime, one.cost * first.count, first.type)
                    < (otherReady, -other.holdTime, other.cost * second.count, second.type)
            }
            guard let best else { continue }
            take(best)
            chosen[job] = best.type
        }
        return chosen
    }

    /// The plan with the cheapest boxes that hold long enough for its times, route by route; a route that would be the
    /// worse for it keeps its own.
    public mutating func cheapest(for plan: Plan) -> Plan {
        guard !problem.boxTypes.isEmpty else { return plan }
        var plan = plan
        for visit in plan.routes.flatMap(\.visits) {
            if let need = need(of: visit) { take(need) }
        }
        for index in plan.routes.indices {
            let before = plan.routes[index]
            let (known, leftBefore) = (RouteEvaluation(before, at: index, in: problem), left)
            var route = before
            for trip in TripLog.trips(of: before, known.schedule) {
                for entry in trip.entries {
                    guard let box = cheapest(for: entry, of: trip, end: known.schedule.end) else { continue }
                    route.setBox(box, of: entry.visit.task)
                }
            }
            let after = RouteEvaluation(route, at: index, in: problem)
            if after.violations.count > known.violations.count || after.ledger.total > known.ledger.total {
                left = leftBefore
            } else {
                plan.routes[index] = route
            }
        }
        return plan
    }

    /// The plan without the visits for whose boxes there is no stock, and with the cheapest boxes that will do.
    public mutating func withinStock(_ plan: Plan) -> Plan {
        var plan = cheapest(for: plan)
        left = problem.boxTypes.map(\.stock)
        for index in plan.routes.indices {
            plan.routes[index].removeVisits { visit in
                guard let need = need(of: visit) else { return false }
                guard isInStock(need) else { return true }
                take(need)
                return false
            }
        }
        plan.routes.removeAll { $0.visits.isEmpty }
        return plan
    }

    private mutating func cheapest(for entry: TripLog.Entry, of trip: TripLog, end: Seconds) -> Int? {
        guard let current = need(of: entry.visit), case .job(let job) = entry.visit.task else { return nil }
        give(back: current)
        let exposure = entry.times.departure - trip.start
        let best = problem.jobs[job].boxes.filter(isInStock).filter { need in
            let box = problem.boxTypes[need.type]
            return need.type == current.type
                || box.holdTime >= exposure && box.readyAt <= trip.start && box.validUntil ?? end >= end
        }.min {
            ($0.count * problem.boxTypes[$0.type].cost, $0.type)
                < ($1.count * problem.boxTypes[$1.type].cost, $1.type)
        }
        take(best ?? current)
        return best?.type
    }

    private func need(of visit: Visit) -> BoxNeed? {
        visit.box.flatMap { box in problem.boxNeeds(visit.task).first { $0.type == box } }
    }

    private func isInStock(_ need: BoxNeed) -> Bool {
        left[need.type].map { $0 >= need.count } ?? true
    }

    private mutating func take(_ need: BoxNeed) {
        if let count = left[need.type] { left[need.type] = count - need.count }
    }

    private mutating func give(back need: BoxNeed) {
        if let count = left[need.type] { left[need.type] = count + need.count }
    }

    /// Driving seconds from the nearest start of a vehicle, whatever its speed.
    private func nearestDrive(to location: Int) -> Seconds {
        var starts: Set<Int> = []
        for vehicle in problem.vehicles { if let start = vehicle.start { starts.insert(start) } }
        let drives = problem.matrices.values.flatMap { matrix in
            starts.map { matrix.duration(from: $0, to: location) }
        }
        return drives.min() ?? 0
    }
}

extension Route {
    /// Puts the goods of a task into a type of box.
    fileprivate mutating func setBox(_ box: Int, of task: TaskReference) {
        for index in steps.indices {
            guard var visit = steps[index].visit, visit.task == task else { continue }
            visit.box = box
            steps[index] = .visit(visit)
        }
    }
}
