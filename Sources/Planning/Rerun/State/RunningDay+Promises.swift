internal import VehicleRouting

extension RunningDay {
    /// Takes note of what can no longer be helped: a stop that is settled and late, a vehicle that will be home after its
    /// shift whatever it does.
    ///
    /// What no longer fits into a vehicle is left to others, and the problem is widened so far that it can be kept; `promises` still says what was promised.
    mutating func settle(horizon: Seconds) {
        makeRoom()
        for route in plan.routes {
            let schedule = RouteSchedule(route, in: problem)
            guard let count = committed(route, schedule, horizon: horizon) else { continue }
            for (step, times) in zip(route.steps, schedule.steps).prefix(count) where times.lateness > 0 {
                if let visit = step.visit { widen(visit.task, to: times.begin) }
            }
            guard standings[route.vehicle].activity == .underWay else { continue }
            var head = route
            head.steps = Array(route.steps.prefix(count))
            extendShift(of: head)
        }
    }

    private mutating func extendShift(of route: Route) {
        var schedule = RouteSchedule(route, in: problem)
        guard schedule.endLateness > 0 else { return }
        let vehicle = problem.vehicles[route.vehicle]
        problem.vehicles[route.vehicle].shift.closes = max(vehicle.shift.closes, schedule.end)
        schedule = RouteSchedule(route, in: problem)
        // What is left is the depot's hours: the vehicle comes back all the same.
        if schedule.endLateness > 0 { problem.vehicles[route.vehicle].endDepot = nil }
        note(.homeAfterShift, ["vehicle": "\(vehicle.id)", "time": DayClock(problem).time(schedule.end)])
    }

    /// Lets who is late as planned stay so, by up to `allowance` seconds: stops, and vehicles that come home after their
    /// shift, which finish their round.
    ///
    /// - Returns: Whether there are any.
    mutating func excuse(upTo allowance: Seconds) -> Bool {
        var hasChanged = false
        for route in plan.routes where standings[route.vehicle].activity != .out {
            let schedule = RouteSchedule(route, in: problem)
            let late = zip(route.visits, schedule.stops).filter { $0.1.lateness > 0 }.map(\.0.task)
            if forgive(late, upTo: allowance) { hasChanged = true }
            let latest = standings[route.vehicle].latestHome ?? .max
            if 1...max(allowance, 1) ~= schedule.endLateness, allowance > 0, schedule.end <= latest {
                extendShift(of: route)
                hasChanged = true
            }
        }
        return hasChanged
    }

    /// Lets service of a task begin until `time`.
    mutating func widen(_ task: TaskReference, to time: Seconds) {
        change(task) { visit in
            guard let last = visit.timeWindows.indices.last else { return }
            visit.timeWindows[last].closes = max(visit.timeWindows[last].closes, time)
        }
    }

    /// Lets orders that nobody can serve in time be handed over late, by up to `allowance` seconds.
    ///
    /// - Returns: Whether there are any.
    mutating func forgive(_ tasks: [TaskReference], upTo allowance: Seconds) -> Bool {
        var hasChanged = false
        for task in tasks {
            if case .pickup = task { continue }
            guard allowance > 0, !perishing.contains(problem.visit(task).id),
                let last = problem.visit(task).timeWindows.last
            else { continue }
            let promised = promises[StopName(task, in: problem)] ?? last.closes
            guard last.closes < promised + allowance else { continue }
            widen(task, to: promised + allowance)
            hasChanged = true
        }
        return hasChanged
    }
}
