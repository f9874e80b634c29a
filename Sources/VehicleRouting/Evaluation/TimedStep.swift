/// The drive from one place to the next.
struct TimedLeg {
    /// Thousandths of a second of the matrix.
    var work = 0
    /// Metres.
    var distance: Metres = 0
    /// Whether the two places differ, or the first is not known.
    var isMove = true
}

/// A step of a route with what its times depend on.
struct TimedStep {
    var role = RouteSchedule.Stop.Role.visit
    /// When it may begin; for a reload, when it may end.
    var windows: [TimeWindow] = []
    /// From its begin to what the windows bind: preparing and loading of a reload, 0 otherwise.
    var windowOffset: Seconds = 0
    /// Seconds of a reload before loading begins.
    var preparation: Seconds = 0
    /// The earliest departure of a reload, for the goods of its trip.
    var release: Seconds = 0
    var due: DueTime?
    var setup: Seconds = 0
    var service: Seconds = 0
    /// The drive to its place; nil for a rest, which has none.
    var leg: TimedLeg?
    /// The drive a rest interrupts: that to the place after it.
    var interrupted = TimedLeg()
    /// Whether it is a rest that begins as late as the work rule allows.
    var isAsLateAsAllowed = false
    /// Earlier steps after whose end it must wait so many seconds.
    var waits: [(step: Int, lag: Seconds)] = []
}

/// Looks up what the times of a route's steps depend on.
struct TimedStepReader {
    private(set) var items: [TimedStep] = []
    private(set) var home = TimedLeg(isMove: false)
    /// The latest release of what is brought on the first trip.
    private(set) var firstRelease: Seconds = 0
    /// Seconds in which compartments are prepared for the first trip.
    private(set) var firstPreparation: Seconds = 0
    private let problem: Problem
    private let vehicle: Vehicle

    init(_ route: Route, in problem: Problem) {
        self.problem = problem
        vehicle = problem.vehicles[route.vehicle]
        let trips = route.trips
        firstRelease = release(of: trips[0])
        let preparations = route.preparations(in: problem).map(\.seconds)
        firstPreparation = preparations[0]
        var trip = 0
        var place = vehicle.start
        for step in route.steps {
            var item: TimedStep
            var next: Int?
            switch step {
            case .visit(let visit):
                let job = problem.visit(visit.task)
                next = job.location
                item = TimedStep(windows: job.openings, due: job.due)
                item.service = job.service(by: vehicle.type)
                item.setup = place == next ? 0 : job.setup(by: vehicle.type)
            case .reload(let reload):
                trip += 1
                let depot = problem.depots[reload.depot]
                next = depot.location
                let seconds = preparations[trip] + depot.loading
                item = TimedStep(role: .reload, windows: depot.timeWindows, windowOffset: seconds)
                item.release = release(of: trips[trip])
                item.service = seconds
                item.preparation = preparations[trip]
            case .rest(.planned(let index)):
                let rest = vehicle.breaks[index]
                item = TimedStep(role: .rest, windows: rest.timeWindows)
                item.service = rest.service
            case .rest(.legal(let seconds)):
                item = TimedStep(role: .rest)
                item.service = seconds
                item.isAsLateAsAllowed = true
            }
            if let next {
                item.leg = leg(from: place, to: next)
                place = next
            }
            items.append(item)
        }
        if let end = vehicle.end, place != nil { home = leg(from: place, to: end) }
        noteInterrupted()
        noteWaits(route)
    }

    private func leg(from origin: Int?, to destination: Int) -> TimedLeg {
        guard let origin, let matrix = problem.matrices[vehicle.profile] else { return TimedLeg() }
        let seconds = matrix.duration(from: origin, to: destination, speedFactor: vehicle.speedFactor)
        return TimedLeg(
            work: 1000 * seconds,
            distance: matrix.distance(from: origin, to: destination),
            isMove: origin != destination
        )
    }

    private func release(of trip: Trip) -> Seconds {
        var release = 0
        for visit in trip.visits { release = max(release, problem.release(of: visit)) }
        return release
    }

    private mutating func noteInterrupted() {
        var ahead = home
        for index in items.indices.reversed() {
            if let leg = items[index].leg { ahead = leg } else { items[index].interrupted = ahead }
        }
    }

    private mutating func noteWaits(_ route: Route) {
        var places: [TaskReference: Int] = [:]
        for (index, step) in route.steps.enumerated() {
            if let visit = step.visit { places[visit.task] = index }
        }
        for relation in problem.relations {
            guard case .sequence(let lag) = relation.kind else { continue }
            let served = relation.tasks.compactMap { places[$0] }
            for (before, after) in zip(served, served.dropFirst()) where before < after {
                items[after].waits.append((before, lag))
            }
        }
    }
}
