internal import VehicleRouting

/// A route of the baseline while it is being made: stops are appended, and later squeezed in.
struct GrowingRoute {
    /// A place in the route and what going there costs in driving seconds.
    struct Insertion {
        /// Before which visit; the number of visits for the end.
        let position: Int
        let extraTravel: Seconds
    }

    let vehicle: Int
    private let facts: RouteClock.Facts
    private let problem: Problem
    private var clock: RouteClock?
    private var loading: RouteLoading
    private var visits: [Visit] = []
    private var rests = RestPlaces()
    /// The latest release of the goods aboard.
    private var release: Seconds = 0

    init(vehicle: Int, facts: RouteClock.Facts, in problem: Problem) {
        self.vehicle = vehicle
        self.facts = facts
        self.problem = problem
        clock = RouteClock(facts, release: 0)
        loading = RouteLoading(vehicle: problem.vehicles[vehicle], in: problem)
    }

    var isEmpty: Bool { visits.isEmpty }

    /// The route as it stands; nil while nothing is on it.
    var route: Route? {
        visits.isEmpty
            ? nil : Route(vehicle: vehicle, steps: rests.among(visits), regimes: loading.regimes)
    }

    /// The best order to do next: weights 0.4 for driving, 0.4 for the time until service begins, 0.2 for the time left in
    /// its window, as in Solomon (1987, section 3.2); nil when none fits.
    func bestNext(of candidates: [(index: Int, order: TaskReference)]) -> Int? {
        var best: (score: Int, index: Int)?
        for candidate in candidates {
            guard let score = score(candidate.order), best.map({ score < $0.score }) ?? true else { continue }
            if fits(candidate.order) { best = (score, candidate.index) }
        }
        return best?.index
    }

    /// Ten times Solomon's measure, in whole numbers.
    private func score(_ order: TaskReference) -> Int? {
        guard let clock else { return nil }
        let visit = problem.visit(order)
        guard let begin = clock.begin(visit, facts) else { return nil }
        let travel = facts.travel(from: clock.place, to: visit.location)
        let closes = min(visit.openings.last?.closes ?? .max, facts.vehicle.shift.closes)
        return 4 * travel + 4 * (begin - clock.ready) + 2 * (closes - clock.ready - travel)
    }

    /// Whether an order may come last, as far as load and clock tell.
    func fits(_ order: TaskReference) -> Bool {
        loading.place(of: order, in: problem) != nil && clock(with: order)?.mayEnd(facts) ?? false
    }

    /// The clock after doing an order last; nil when that breaks a rule of time.
    private func clock(with order: TaskReference) -> RouteClock? {
        var after = clock
        let release = problem.release(order)
        if let departure = clock?.departure, release > departure {
            // Goods that are ready later hold the whole route back, so it is driven again from the start.
            after = RouteClock(facts, release: release)
            for visit in visits {
                guard after?.make(problem.visit(visit.task), facts) == true else { return nil }
            }
        }
        for task in order.halves {
            guard after?.make(problem.visit(task), facts) == true else { return nil }
        }
        return after
    }

    /// The route with an order at its end; nil when it does not fit.
    func appending(_ order: TaskReference, in problem: Problem) -> GrowingRoute? {
        guard let after = clock(with: order), after.mayEnd(facts),
            let place = loading.place(of: order, in: problem)
        else { return nil }
        var longer = self
        longer.clock = after
        longer.release = max(release, problem.release(order))
        for task in order.halves {
            longer.loading.load(task, into: place.compartment, regime: place.regime, in: problem)
            longer.visits.append(
                Visit(task, compartment: place.compartment, box: problem.longestHoldingBox(for: task))
            )
        }
        // The clock does not see how a depot's hours hold back a later start, on which the length of a route and the time
        // goods spend on it depend.
        return facts.needsEvaluation && !longer.keepPromises() ? nil : longer
    }

    /// Where a job costs the least extra driving; nil when it fits nowhere, and for shipments.
    func cheapestInsertion(of order: TaskReference, in problem: Problem) -> Insertion? {
        guard case .job = order, loading.place(of: order, in: problem) != nil else { return nil }
        let location = problem.visit(order).location
        let places =
            [facts.vehicle.start] + visits.map { problem.visit($0.task).location } + [facts.vehicle.end]
        let choices = (0...visits.count).map { position -> Insertion in
            let (before, after) = (places[position], places[position + 1])
            let detour =
                facts.travel(from: before, to: location)
                + (after.map { facts.travel(from: location, to: $0) } ?? 0)
            let direct = after.map { facts.travel(from: before, to: $0) } ?? 0
            return Insertion(position: position, extraTravel: detour - direct)
        }
        return choices.sorted { ($0.extraTravel, $0.position) < ($1.extraTravel, $1.position) }
            .first { clock(inserting: order, at: $0.position) != nil }
    }

    private func clock(inserting order: TaskReference, at position: Int) -> RouteClock? {
        var tasks = visits.map(\.task)
        tasks.insert(order, at: position)
        guard var clock = RouteClock(facts, release: max(release, problem.release(order))) else { return nil }
        for task in tasks {
            guard clock.make(problem.visit(task), facts) else { return nil }
        }
        return clock.mayEnd(facts) ? clock : nil
    }

    /// The route with a job at a place found by `cheapestInsertion`; nil when the evaluation finds a broken promise.
    func inserting(_ order: TaskReference, _ insertion: Insertion, in problem: Problem) -> GrowingRoute? {
        guard let after = clock(inserting: order, at: insertion.position),
            let place = loading.place(of: order, in: problem)
        else { return nil }
        var longer = self
        longer.clock = after
        longer.release = max(release, problem.release(order))
        longer.loading.load(order, into: place.compartment, regime: place.regime, in: problem)
        longer.visits.insert(
            Visit(order, compartment: place.compartment, box: problem.longestHoldingBox(for: order)),
            at: insertion.position
        )
        longer.rests.makeRoom(at: insertion.position)
        return longer.keepPromises() ? longer : nil
    }

    /// Puts the rests that are missing where they do least harm; whether the evaluation then finds every promise kept.
    private mutating func keepPromises() -> Bool {
        guard !visits.isEmpty else { return true }
        var broken = violations(with: rests)
        while !broken.isEmpty {
            let choices = rests.withOneMore(for: broken, of: facts.vehicle, among: visits.count)
            let judged = choices.map { (rests: $0, broken: violations(with: $0)) }
            guard let best = judged.min(by: { $0.broken.count < $1.broken.count }),
                best.broken.count < broken.count
            else { return false }
            (rests, broken) = best
        }
        return true
    }

    private func violations(with rests: RestPlaces) -> [Violation] {
        let route = Route(vehicle: vehicle, steps: rests.among(visits), regimes: loading.regimes)
        return RouteEvaluation(route, at: 0, in: problem).violations
    }
}

extension Problem {
    /// When the goods of an order are ready at the depot.
    fileprivate func release(_ order: TaskReference) -> Seconds {
        release(of: Visit(order, box: longestHoldingBox(for: order)))
    }
}
