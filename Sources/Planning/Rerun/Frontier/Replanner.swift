public import RouteSearch
public import VehicleRouting

/// Finds ways to go on with a day that events have broken: the alternatives along the line from the most stable plan to
/// the cheapest.
///
/// The first is a repair: what the running plan can no longer do is put at the cheapest places, and nothing else moves.
/// From there a search rearranges the vehicles concerned and their neighbours, and then the whole fleet.
public struct Replanner: Sendable {
    /// How to rerun.
    public struct Settings: Hashable, Sendable {
        /// Seconds from now within which nothing changes any more.
        public var horizon: Seconds = 1800
        /// Seconds by which an order may be late that could not be delivered otherwise.
        public var lateness: Seconds = 3600
        /// Seconds by which a time may move before a customer is told.
        public var tolerance: Seconds = 600
        /// 0 for the cheapest plan, 1 to touch nothing but the broken.
        public var stability = 0.5
        /// How long to search, and from which seed.
        public var search: SearchParameters

        /// A rerun that searches within `search`.
        public init(search: SearchParameters) {
            self.search = search
        }
    }

    private let day: RunningDay
    /// The day before anybody has decided who serves urgent orders.
    private let unanswered: RunningDay
    private let before: RunningDay
    private let settings: Settings
    private let rates: DeviationRates
    private let began = ContinuousClock.now

    /// A rerun of `day`, whose customers have been told what `before` plans.
    public init(_ day: RunningDay, toldBy before: RunningDay, _ settings: Settings) {
        var settled = day
        settled.settle(horizon: settings.horizon)
        unanswered = settled
        settled.allocateEmergencies(horizon: settings.horizon, lateness: settings.lateness)
        self.day = settled
        self.before = before
        self.settings = settings
        rates = DeviationRates(before.plan, in: before.problem, tolerance: settings.tolerance)
    }

    /// The running plan as events have left it.
    public func untouched() -> Alternative {
        alternative(.nothing, unanswered)
    }

    /// The first repaired plan: no search, so it is there at once.
    public func repair() -> Alternative {
        var parameters = settings.search
        parameters.iterations = 0
        parameters.threads = 1
        return alternative(.repair, improved(day, closed: [], parameters))
    }

    /// The alternatives worth a look, the most stable first, without `untouched()`: two to four where there are so many.
    ///
    /// - Parameter shouldStop: Asked often, from any thread; true ends the search with what there is.
    public func frontier(shouldStop: @escaping @Sendable () -> Bool = { false }) -> [Alternative] {
        let repaired = repair()
        var found = [repaired]
        let concerned = concerned(by: repaired)
        var last: Set<Int>?
        for (scope, neighbours, part) in [
            (Alternative.Scope.nearby, 2, 0.25), (.nearby, 6, 0.35), (.all, .max, 0.4),
        ] {
            guard !shouldStop() else { break }
            let open =
                neighbours == .max
                ? Set(day.problem.vehicles.indices) : neighbourhood(of: concerned, neighbours)
            guard open != last else { continue }
            last = open
            var start = day
            start.plan = found.last?.day.plan ?? day.plan
            var parameters = settings.search
            parameters.seconds = parameters.seconds.map { $0 * part }
            let closed = Set(day.problem.vehicles.indices).subtracting(open)
            let better = improved(start, closed: closed, parameters, shouldStop: shouldStop)
            let isAll = open.count == day.problem.vehicles.count
            found.append(alternative(isAll ? .all : scope, better))
        }
        return Self.undominated(found)
    }

    /// The alternative that suits the stability asked for.
    public func recommended(among alternatives: [Alternative]) -> Int? {
        let weight = DeviationRates.weight(stability: settings.stability)
        func worth(_ alternative: Alternative) -> Double {
            Double(alternative.evaluation.cost.ticks) + weight * Double(alternative.deviation.ticks)
        }
        return alternatives.indices.min { one, other in
            let (first, second) = (alternatives[one], alternatives[other])
            if first.rank != second.rank { return first.rank.lexicographicallyPrecedes(second.rank) }
            return (worth(first), one) < (worth(second), other)
        }
    }

    /// A plan from nothing, as if nobody had been told anything: what stability is measured against.
    ///
    /// - Parameter shouldStop: Asked often, from any thread; true ends the search with what there is.
    public func fullReplan(shouldStop: @escaping @Sendable () -> Bool = { false }) -> Alternative {
        let day = improved(
            day,
            closed: [],
            settings.search,
            fromNothing: true,
            shouldStop: shouldStop
        )
        return alternative(.anew, day)
    }

    // MARK: - Searching

    /// Orders that nobody was to serve before anything happened.
    private var hadNobody: Set<StopName> {
        Set(before.plan.unassigned.flatMap(\.task.halves).map { StopName($0, in: before.problem) })
    }

    /// The day with the best plan found that leaves the vehicles `closed` as they are.
    private func improved(
        _ day: RunningDay,
        closed: Set<Int>,
        _ parameters: SearchParameters,
        fromNothing: Bool = false,
        shouldStop: @escaping @Sendable () -> Bool = { false }
    ) -> RunningDay {
        var day = day
        var frozen = FrozenDay(day, horizon: settings.horizon, closed: closed)
        var tail = answer(frozen, from: fromNothing ? nil : frozen.plan, parameters, shouldStop)
        // Late is better than never: who cannot be served in time may be served late, the others stay in time.
        let hadNobody = hadNobody
        let missed = frozen.origins(of: tail.unassigned.map(\.task)).filter {
            !hadNobody.contains(StopName($0, in: day.problem))
        }
        if day.forgive(missed, upTo: settings.lateness) {
            frozen = FrozenDay(day, horizon: settings.horizon, closed: closed)
            var atOnce = parameters
            atOnce.iterations = 0
            tail = answer(frozen, from: tail, atOnce, shouldStop)
        }
        day.plan = frozen.joined(tail)
        day.plan.complete(in: day.problem)
        return day
    }

    private func answer(
        _ frozen: FrozenDay,
        from start: Plan?,
        _ parameters: SearchParameters,
        _ shouldStop: @escaping @Sendable () -> Bool
    ) -> Plan {
        let result = RouteSolver(frozen.problem).solve(parameters, from: start, shouldStop: shouldStop)
        return Plan(routes: result.plan.routes).completed(in: frozen.problem)
    }

    private func alternative(_ scope: Alternative.Scope, _ day: RunningDay) -> Alternative {
        let difference = PlanDifference(
            from: before.plan,
            in: before.problem,
            to: day.plan,
            in: day.problem,
            promises: day.promises,
            ignoring: day.doneNames
        )
        return Alternative(
            scope: scope,
            day: day,
            evaluation: PlanEvaluation(day.plan, in: day.problem),
            difference: difference,
            deviation: rates.price(of: difference, at: day.now, in: day.problem),
            elapsed: began.duration(to: .now) / .seconds(1)
        )
    }

    // MARK: - Neighbourhoods

    /// The vehicles (indices) whose work the repair has changed, or that are out.
    private func concerned(by repaired: Alternative) -> Set<Int> {
        let touched = repaired.difference.vehicles
        return Set(day.problem.vehicles.indices.filter { touched.contains(day.problem.vehicles[$0].id) })
    }

    /// These vehicles and the `count` others that pass nearest to what they do, or wait nearest.
    private func neighbourhood(of vehicles: Set<Int>, _ count: Int) -> Set<Int> {
        let problem = day.problem
        func places(_ vehicle: Int) -> [Int] {
            let stops = day.plan.routes.filter { $0.vehicle == vehicle }.flatMap(\.visits)
            return stops.map { problem.visit($0.task).location }
                + [problem.vehicles[vehicle].start].compactMap { $0 }
        }
        let scene =
            vehicles.flatMap(places) + day.plan.unassigned.map { problem.visit($0.task).location }
        let others = problem.vehicles.indices.filter {
            !vehicles.contains($0) && day.standings[$0].activity != .out
        }
        let distances = others.map { vehicle -> (vehicle: Int, seconds: Int) in
            guard let matrix = problem.matrices[problem.vehicles[vehicle].profile] else {
                return (vehicle, .max)
            }
            let nearest = places(vehicle).flatMap { origin in
                scene.map { matrix.duration(from: origin, to: $0) }
            }
            return (vehicle, nearest.min() ?? .max)
        }
        let near = distances.sorted { ($0.seconds, $0.vehicle) < ($1.seconds, $1.vehicle) }.prefix(count)
        return vehicles.union(near.map(\.vehicle))
    }

    /// What no other alternative beats in every respect, the most stable first.
    private static func undominated(_ found: [Alternative]) -> [Alternative] {
        var kept: [Alternative] = []
        for (index, alternative) in found.enumerated() {
            let isBeaten = found.contains { alternative.isDominated(by: $0) }
            let isRepeated = found[..<index].contains { $0.day.plan == alternative.day.plan }
            if !isBeaten, !isRepeated { kept.append(alternative) }
        }
        return kept.sorted { ($0.deviation, $0.evaluation.cost) < ($1.deviation, $1.evaluation.cost) }
    }
}
