extension RouteEvaluation {
    func timeViolations(of route: Route, at index: Int, in problem: Problem) -> [Violation] {
        var found: [Violation] = []
        if schedule.startLateness > 0 {
            found.append(
                Violation(.delay, route: index, amount: schedule.startLateness, unit: "s", detail: "start")
            )
        }
        for (place, (step, stop)) in zip(route.steps, schedule.steps).enumerated() {
            var late = Violation(.delay, route: index, amount: stop.lateness, unit: "s")
            let useBy = step.visit.flatMap { problem.visit($0.task).useBy }
            if let useBy, stop.begin > useBy {
                late.cause = .activity
                late.amount = stop.begin - useBy
            }
            guard late.amount > 0 else { continue }
            switch step {
            case .visit(let visit): late.task = visit.task
            case .reload(let reload):
                late.step = place
                late.detail = "\(problem.depots[reload.depot].id)"
            case .rest: late.step = place
            }
            found.append(late)
        }
        if schedule.endLateness > 0 {
            found.append(
                Violation(.delay, route: index, amount: schedule.endLateness, unit: "s", detail: "end")
            )
        }
        return found
    }

    /// One violation per compartment and dimension, and per dimension of the whole vehicle, with the
    /// greatest excess.
    func loadViolations(of route: Route, at index: Int, in problem: Problem) -> [Violation] {
        let vehicle = problem.vehicles[route.vehicle]
        var found: [Violation] = []
        for (compartment, peak) in zip(vehicle.effectiveCompartments, peakLoads) {
            found += excess(
                of: peak,
                over: compartment.capacity,
                route: index,
                detail: "\(compartment.id)",
                in: problem
            )
        }
        if !vehicle.compartments.isEmpty, !vehicle.capacity.isEmpty {
            let nothing = Load(repeating: 0, count: problem.dimensions.count)
            let totals = loads.map { moment in
                moment.reduce(into: nothing) { $0.add($1) }
            }
            let peak = nothing.indices.map { dimension in totals.map { $0[dimension] }.max() ?? 0 }
            found += excess(of: peak, over: vehicle.capacity, route: index, detail: "", in: problem)
        }
        return found
    }

    private func excess(
        of peak: Load,
        over capacity: Load,
        route: Int,
        detail: String,
        in problem: Problem
    ) -> [Violation] {
        guard !capacity.isEmpty else { return [] }
        return peak.indices.filter { peak[$0] > capacity[$0] }.map { dimension in
            Violation(
                .load,
                route: route,
                amount: peak[dimension] - capacity[dimension],
                unit: problem.dimensions[dimension].name,
                detail: detail
            )
        }
    }

    func permissionViolations(of route: Route, at index: Int, in problem: Problem) -> [Violation] {
        let vehicle = problem.vehicles[route.vehicle]
        var found = reloadViolations(of: route, at: index, in: problem)
        for trip in route.trips {
            found += permissionViolations(of: trip, by: vehicle, at: index, in: problem)
        }
        return found
    }

    private func reloadViolations(of route: Route, at index: Int, in problem: Problem) -> [Violation] {
        let vehicle = problem.vehicles[route.vehicle]
        return route.steps.enumerated().compactMap { place, step in
            guard case .reload(let reload) = step, !vehicle.reloadDepots.contains(reload.depot) else {
                return nil
            }
            let id = problem.depots[reload.depot].id
            return Violation(.reload, route: index, step: place, detail: "\(id)")
        }
    }

    private func permissionViolations(
        of trip: Trip,
        by vehicle: Vehicle,
        at index: Int,
        in problem: Problem
    ) -> [Violation] {
        var found: [Violation] = []
        for (compartment, regime) in zip(vehicle.effectiveCompartments, trip.regimes) {
            if let regime, compartment.regimes?.contains(regime) != true {
                found.append(
                    Violation(
                        .regime,
                        route: index,
                        detail: "\(compartment.id): \(problem.regimes[regime].id)"
                    )
                )
            }
        }
        for visit in trip.visits {
            for skill in problem.skills(visit.task).subtracting(vehicle.skills).sorted() {
                found.append(Violation(.skills, route: index, task: visit.task, detail: "\(skill)"))
            }
            if let allowed = problem.allowedVehicles(visit.task), !allowed.contains(vehicle.id) {
                found.append(Violation(.vehicle, route: index, task: visit.task, detail: "\(vehicle.id)"))
            }
            if let bound = problem.boundCompartment(visit.task),
                vehicle.effectiveCompartments[visit.compartment].id != bound
            {
                found.append(Violation(.aboard, route: index, task: visit.task, detail: "\(bound)"))
            }
            if let label = problem.regime(visit.task) {
                let isListed = trip.regimes.indices.contains(visit.compartment)
                let kept = (isListed ? trip.regimes[visit.compartment] : nil).map { problem.regimes[$0] }
                if kept.map(problem.regimes[label].accepts) != true {
                    found.append(
                        Violation(
                            .regime,
                            route: index,
                            task: visit.task,
                            detail: "\(problem.regimes[label].id)"
                        )
                    )
                }
            }
            if case .job(let job) = visit.task, !problem.jobs[job].depots.isEmpty {
                if trip.depot(of: vehicle).map(problem.jobs[job].depots.contains) != true {
                    found.append(Violation(.depot, route: index, task: visit.task))
                }
            }
            found += problem.channelFaults(of: visit.task).map {
                Violation(.channel, route: index, task: visit.task, detail: $0)
            }
            found += problem.rulesAgainst(visit.task, from: trip.depot(of: vehicle)).map {
                Violation(.shipFrom, route: index, task: visit.task, detail: "\($0.id)")
            }
        }
        return found
    }

    func limitViolations(of route: Route, at index: Int, in problem: Problem) -> [Violation] {
        let vehicle = problem.vehicles[route.vehicle]
        let limits: [(Violation.Cause, Int, Int?, String)] = [
            (.maxTasks, route.visits.count, vehicle.maxTasks, ""),
            (.maxTravelTime, schedule.travelTime, vehicle.drivingLimit, "s"),
            (.maxDistance, schedule.distance, vehicle.maxDistance, "m"),
            (.maxDuration, schedule.duration, vehicle.durationLimit, "s"),
        ]
        return limits.compactMap { cause, value, limit, unit in
            guard let limit, value > limit else { return nil }
            return Violation(cause, route: index, amount: value - limit, unit: unit)
        }
    }

    func precedenceViolations(of route: Route, at index: Int, in problem: Problem) -> [Violation] {
        route.trips.flatMap { precedenceViolations(of: $0, at: index) }
    }

    private func precedenceViolations(of trip: Trip, at index: Int) -> [Violation] {
        var open: [Int: Int] = [:]
        var found: [Violation] = []
        for visit in trip.visits {
            switch visit.task {
            case .job:
                continue
            case .pickup(let shipment):
                open[shipment] = visit.compartment
            case .delivery(let shipment):
                if open.removeValue(forKey: shipment) != visit.compartment {
                    found.append(Violation(.precedence, route: index, task: visit.task))
                }
            }
        }
        return found + open.keys.sorted().map { Violation(.precedence, route: index, task: .pickup($0)) }
    }

    /// Breaks that are left out, taken twice or out of turn, and driving without a rest.
    func restViolations(of route: Route, at index: Int, in problem: Problem) -> [Violation] {
        let vehicle = problem.vehicles[route.vehicle]
        var found: [Violation] = []
        let taken = route.steps.compactMap { step -> Int? in
            if case .rest(.planned(let index)) = step { index } else { nil }
        }
        for (number, rest) in vehicle.breaks.enumerated() where taken.count(where: { $0 == number }) != 1 {
            found.append(Violation(.missingBreak, route: index, detail: "\(rest.id)"))
        }
        if schedule.overdriving > 0 {
            found.append(
                Violation(
                    .driving,
                    route: index,
                    amount: schedule.overdriving,
                    unit: "s",
                    detail: vehicle.workRule.map { "\($0.id)" } ?? ""
                )
            )
        }
        return found
    }
}
