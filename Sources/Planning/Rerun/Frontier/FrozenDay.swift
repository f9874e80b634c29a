internal import VehicleRouting

/// The part of a running day that a rerun may still change, and how an answer for it becomes a plan of the whole.
///
/// What begins within the horizon, the stop that a vehicle is driving to or at, and what people have frozen are taken as
/// done; orders that carriers have are taken out.
struct FrozenDay {
    /// What may still change.
    let problem: Problem
    /// The plan for it as it stands.
    let plan: Plan
    /// The running plan, whose first stops stay.
    private let whole: Plan
    /// How many steps of each vehicle stay.
    private let kept: [Int: Int]
    /// Where each task of `problem` is in the running problem.
    private let origins: [TaskReference: TaskReference]

    /// - Parameters:
    ///   - horizon: Seconds from now within which nothing changes any more.
    ///   - closed: Vehicles (indices) whose stops all stay as they are.
    init(_ day: RunningDay, horizon: Seconds, closed: Set<Int> = []) {
        var frozen = day
        let awards = Set(day.plan.awards.map(\.task))
        for award in day.plan.awards {
            if let limit = frozen.problem.carriers[award.carrier].maxJobs {
                frozen.problem.carriers[award.carrier].maxJobs = limit - 1
            }
        }
        var step = ProgressStep()
        var kept: [Int: Int] = [:]
        for route in day.plan.routes {
            let schedule = RouteSchedule(route, in: day.problem)
            guard
                let count = day.committed(
                    route,
                    schedule,
                    horizon: horizon,
                    isClosed: closed.contains(route.vehicle)
                )
            else { continue }
            step.add(route, schedule, passing: count, isHome: false)
            kept[route.vehicle] = step.entries.last?.count
        }
        var places = frozen.take(step)
        var reshaping = TaskReshaping()
        for task in awards { if let place = places[task] { reshaping.set(place, .drop) } }
        let rest = reshaping.apply(to: &frozen.problem, &frozen.plan)
        places = places.compactMapValues { rest[$0] }
        frozen.problem.separate(day.standingOrders, in: frozen.plan)
        frozen.keepApartFromBefore()
        problem = frozen.problem
        plan = frozen.plan
        whole = day.plan
        self.kept = kept
        origins = Dictionary(places.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Where tasks of `problem` are in the running problem.
    func origins(of tasks: [TaskReference]) -> [TaskReference] {
        tasks.flatMap(\.halves).compactMap { origins[$0] }
    }

    /// The plan of the running day that has `tail` behind what is kept.
    func joined(_ tail: Plan) -> Plan {
        var plan = Plan()
        plan.awards = whole.awards
        for route in whole.routes where kept[route.vehicle] ?? 0 > 0 {
            var head = route
            head.steps = Array(route.steps.prefix(kept[route.vehicle] ?? 0))
            plan.routes.append(head)
        }
        for route in tail.routes {
            let steps = route.steps.compactMap { $0.moved(to: origins) }
            if let index = plan.routes.firstIndex(where: { $0.vehicle == route.vehicle }) {
                plan.routes[index].extend(by: steps, regimes: route.regimes)
            } else {
                plan.routes.append(Route(vehicle: route.vehicle, steps: steps, regimes: route.regimes))
            }
        }
        plan.routes.sort { $0.vehicle < $1.vehicle }
        plan.awards += tail.awards.compactMap { award in
            origins[award.task].map { Award($0, carrier: award.carrier) }
        }
        return plan
    }
}

extension RunningDay {
    /// How many steps of a route can no longer change; nil when not even its departure is settled.
    func committed(
        _ route: Route,
        _ schedule: RouteSchedule,
        horizon: Seconds,
        isClosed: Bool = false
    ) -> Int? {
        let isUnderWay = standings[route.vehicle].activity == .underWay
        if isClosed { return route.steps.count }
        let kept = keptByPeople(route)
        let limit = now + horizon
        guard isUnderWay || schedule.start <= limit || kept > 0 else { return nil }
        var count = schedule.steps.prefix { $0.begin <= limit }.count
        // A vehicle that has left for its next stop, or is at it, finishes it.
        if isUnderWay, schedule.start + schedule.loading <= now {
            let next = schedule.steps.firstIndex { $0.role != .rest }
            count = max(count, next.map { $0 + 1 } ?? 0)
        }
        return min(max(count, kept), route.steps.count)
    }

    /// How many steps of a route people want left as they are.
    private func keptByPeople(_ route: Route) -> Int {
        let id = problem.vehicles[route.vehicle].id
        var count = 0
        for case .keep(_, id, let order) in standingOrders {
            guard let order else { return route.steps.count }
            let place = route.steps.firstIndex { step in
                step.visit.map { StopName($0.task, in: problem) == StopName(order) } ?? false
            }
            count = max(count, place.map { $0 + 1 } ?? 0)
        }
        return count
    }
}

extension Route {
    /// Adds what comes after these steps; compartments that are off so far run what the tail needs.
    fileprivate mutating func extend(by tail: [RouteStep], regimes tailRegimes: [Int?]) {
        let offset = steps.count(where: \.isPlannedRest)
        let last = steps.lastIndex { if case .reload = $0 { true } else { false } }
        if let last, case .reload(var reload) = steps[last] {
            reload.regimes = zip(reload.regimes, tailRegimes).map { $1 ?? $0 }
            steps[last] = .reload(reload)
        } else {
            regimes = zip(regimes, tailRegimes).map { $1 ?? $0 }
        }
        steps += tail.map { $0.countingBreaks(from: offset) }
    }
}
