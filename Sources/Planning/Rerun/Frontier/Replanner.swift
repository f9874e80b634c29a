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
    /// Orders that nobody was to serve before anything happened.
    private let hadNobody: Set<StopName>
    /// When service of each stop was to begin.
    private let told: [StopName: Seconds]
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
        hadNobody = Set(
            before.plan.unassigned.flatMap(\.task.halves).map { StopName($0, in: before.problem) }
        )
        told = before.plan.fates(PlanEvaluation(before.plan, in: before.problem), in: before.problem)
            .compactMapValues { if case .driven(let standing) = $0 { standing.begin } else { nil } }
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
        return alternative(.repair, improved(day, closed: [], parameters, isTight: true))
    }

    /// The alternatives worth a look, the most stable first, without `untouched()`: two to four where there are so many.
    ///
    /// - Parameter shouldStop: Asked often, from any thread; true ends the search with what there is.
    public func frontier(shouldStop: @escaping @Sendable () -> Bool = { false }) -> [Alternative] {
        let repaired = repair()
        var found = [repaired]
        let concerned = concerned(by: repaired)
        let isTight = repaired.leftOut > 0 || repaired.brokenPromises > 0
        var last: Set<Int>?
        for (scope, neighbours, part) in [
            (Alternative.Scope.nearby, 4, 0.2), (.steady, .max, 0.5), (.all, .max, 0.3),
        ] {
            guard !shouldStop() else { break }
            let open =
                neighbours == .max
                ? Set(day.problem.vehicles.indices) : neighbourhood(of: concerned, neighbours)
            guard open != last || scope == .all else { continue }
            last = open
            var start = day
            start.plan = found.last?.day.plan ?? day.plan
            var parameters = settings.search
            parameters.seconds = parameters.seconds.map { $0 * part }
            let closed = Set(day.problem.vehicles.indices).subtracting(open)
            let isSteady = scope != .all
            let better = improved(
                start,
                closed: closed,
                parameters,
                isTight: isTight,
                keepsTimes: isSteady,
                shouldStop: shouldStop
            )
            let isAll = open.count == day.problem.vehicles.count
            found.append(alternative(isAll && isSteady ? .steady : scope, better))
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
            isTight: false,
            fromNothing: true,
            shouldStop: shouldStop
        )
        return alternative(.anew, day)
    }

    // MARK: - Searching

    /// The day with the best plan found that leaves the vehicles `closed` as they are.
    ///
    /// Late is better than never: who cannot be served in time may be served late while the others stay in time; and if
    /// there is no such place either, whoever is late already may stay so.
    ///
    /// - Parameter isTight: Whether that is to be expected; then a quarter of the time is kept for it.
    private func improved(
        _ day: RunningDay,
        closed: Set<Int>,
        _ parameters: SearchParameters,
        isTight: Bool,
        keepsTimes: Bool = false,
        fromNothing: Bool = false,
        shouldStop: @escaping @Sendable () -> Bool = { false }
    ) -> RunningDay {
        func attempt(_ day: RunningDay, from start: Plan?, _ parameters: SearchParameters) -> Attempt {
            let frozen = FrozenDay(day, horizon: settings.horizon, closed: closed)
            let start = start ?? (fromNothing ? nil : frozen.plan)
            return Attempt(day, frozen, answer(frozen, day, from: start, parameters, keepsTimes, shouldStop))
        }
        var atOnce = parameters
        atOnce.iterations = 0
        let rest = isTight ? parameters.part(0.25) : atOnce
        var best = attempt(day, from: nil, isTight ? parameters.part(0.75) : parameters)
        var lost = missed(best)
        if lost.isEmpty, isTight, rest.iterations != 0 { best = attempt(day, from: best.tail, rest) }
        var forgiving = day
        if !lost.isEmpty, forgiving.forgive(best.frozen.origins(of: lost), upTo: settings.lateness) {
            // Who is late now may yet be in time.
            best = attempt(forgiving, from: best.tail, rest)
            lost = missed(best)
        }
        if !lost.isEmpty, forgiving.excuse(upTo: settings.lateness) {
            let other = attempt(forgiving, from: nil, isTight ? rest : parameters.part(0.5))
            if missed(other).count < lost.count { best = other }
        }
        let left = best.joined.leftAboard
        guard !left.isEmpty else { return best.joined }
        // What nobody hands over stays on board: all that is planned must have room beside it.
        var loaded = best.day
        loaded.problem.leaveAboard(left)
        let other = attempt(loaded, from: best.tail, atOnce)
        return Attempt(best.day, other.frozen, other.tail).joined
    }

    /// What a search made of a day.
    private struct Attempt {
        let day: RunningDay
        let frozen: FrozenDay
        let tail: Plan

        init(_ day: RunningDay, _ frozen: FrozenDay, _ tail: Plan) {
            (self.day, self.frozen, self.tail) = (day, frozen, tail)
        }

        /// The day with the plan found.
        var joined: RunningDay {
            var day = day
            day.plan = frozen.joined(tail)
            day.plan.complete(in: day.problem)
            return day
        }
    }

    /// The tasks of the frozen day that an attempt leaves to nobody, though somebody was to do them or they are urgent.
    private func missed(_ attempt: Attempt) -> [TaskReference] {
        attempt.tail.unassigned.map(\.task).filter { task in
            attempt.frozen.origins(of: [task]).contains {
                !hadNobody.contains(StopName($0, in: attempt.day.problem))
            }
        }
    }

    /// The plan for what may still change; what people wait for is left out, or late, only where nothing else is left.
    private func answer(
        _ frozen: FrozenDay,
        _ day: RunningDay,
        from start: Plan?,
        _ parameters: SearchParameters,
        _ keepsTimes: Bool,
        _ shouldStop: @escaping @Sendable () -> Bool
    ) -> Plan {
        let problem = frozen.problem.expecting(due(on: day, keepsTimes: keepsTimes), except: hadNobody)
        let result = RouteSolver(problem).solve(parameters, from: start, shouldStop: shouldStop)
        return Plan(routes: result.plan.routes).completed(in: problem)
    }

    /// When each stop should begin at the latest, as a search is told: when it was promised, where its window has been widened
    /// since, or when its customer expects it.
    private func due(on day: RunningDay, keepsTimes: Bool) -> [StopName: DueTime] {
        var due = day.promises.mapValues { DueTime(by: $0, latePerHour: rates.lateHour) }
        let weight = min(DeviationRates.weight(stability: settings.stability), 1)
        guard keepsTimes, weight > 0 else { return due }
        let aboard = Set(day.problem.jobs.filter { $0.aboard != nil }.map { StopName($0.id) })
        for (name, time) in told {
            let urgency = DeviationRates.urgency(isAboard: aboard.contains(name), told: time, at: day.now)
            let latest = min(time + settings.tolerance, day.promises[name] ?? .max)
            let rate = max(Int(weight * Double(rates.toldHour)), 1)
            due[name] = DueTime(by: latest, latePerHour: urgency * rate)
        }
        return due
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
            evaluation: PlanEvaluation(day.plan, in: day.writtenProblem),
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
        for alternative in found where !found.contains(where: { alternative.isDominated(by: $0) }) {
            if !kept.contains(where: { $0.day.plan == alternative.day.plan }) { kept.append(alternative) }
        }
        return kept.sorted { ($0.deviation, $0.evaluation.cost) < ($1.deviation, $1.evaluation.cost) }
    }
}
