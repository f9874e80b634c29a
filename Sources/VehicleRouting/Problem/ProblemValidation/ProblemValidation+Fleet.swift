extension ProblemValidation {
    /// Vehicles, their compartments, costs and limits.
    mutating func checkFleet() {
        checkNames(problem.vehicles.map(\.id), "vehicle") { "vehicles[\($0)]" }
        for (index, vehicle) in problem.vehicles.enumerated() {
            let (path, name) = ("vehicles[\(index)]", "vehicle \(vehicle.id)")
            checkPlaces(of: vehicle, path, name)
            checkProfile(of: vehicle, path, name)
            checkShift(of: vehicle, path, name)
            checkCompartments(of: vehicle, path, name)
            for (position, depot) in vehicle.reloadDepots.enumerated() {
                checkDepot(depot, "\(path).reload_depots[\(position)]", name)
            }
            checkCosts(of: vehicle, path, name)
            checkLimit(vehicle.maxTasks, "\(path).max_tasks", name)
            checkLimit(vehicle.maxTravelTime, "\(path).max_travel_time", name)
            checkLimit(vehicle.maxDistance, "\(path).max_distance", name)
            checkLimit(vehicle.maxDuration, "\(path).max_duration", name)
            // A value that is not a number fails both comparisons.
            if !(vehicle.speedFactor > 0 && vehicle.speedFactor <= 5) {
                report(
                    .speedFactor,
                    "\(path).speed_factor",
                    name,
                    "the speed factor is \(vehicle.speedFactor), but must be above 0 and at most 5",
                    hint: "give 1 for the times of the matrix, 0.9 for a vehicle that is slower",
                    value: vehicle.speedFactor
                )
            }
        }
    }

    private mutating func checkPlaces(of vehicle: Vehicle, _ path: String, _ name: String) {
        if vehicle.start == nil, vehicle.end == nil {
            report(
                .noStartOrEnd,
                path,
                name,
                "the vehicle has neither start nor end",
                hint: "give at least one of the two"
            )
        }
        checkLocation(vehicle.start, "\(path).start_index", name)
        checkLocation(vehicle.end, "\(path).end_index", name)
        let ends = [("start", vehicle.startDepot, vehicle.start), ("end", vehicle.endDepot, vehicle.end)]
        for (end, depot, location) in ends {
            checkDepot(depot, "\(path).\(end)_depot", name)
            guard let depot, problem.depots.indices.contains(depot) else { continue }
            if problem.depots[depot].location != location {
                let place = location.map { "at location \($0)" } ?? "nowhere"
                report(
                    .misplacedDepot,
                    "\(path).\(end)_depot",
                    name,
                    "depot \(problem.depots[depot].id) is at location \(problem.depots[depot].location), "
                        + "but the \(end) is \(place)",
                    hint: "let the \(end) be the depot's location, or leave the depot out",
                    value: depot
                )
            }
        }
    }

    private mutating func checkShift(of vehicle: Vehicle, _ path: String, _ name: String) {
        let shift = vehicle.shift
        checkTime(shift.opens, "\(path).time_window", name)
        if shift.opens <= Self.latestTime, shift.closes > Self.latestTime {
            checkTime(shift.closes, "\(path).time_window", name)
        }
        if shift.closes < shift.opens {
            report(
                .reversedShift,
                "\(path).time_window",
                name,
                "the shift opens at \(shift.opens) but closes at \(shift.closes)",
                hint: "let it close later; a shift that passes midnight closes after 86400",
                value: "[\(shift.opens), \(shift.closes)]"
            )
        }
    }

    private mutating func checkCompartments(of vehicle: Vehicle, _ path: String, _ name: String) {
        checkLoad(vehicle.capacity, "\(path).capacity", name)
        checkLoad(vehicle.ballast, "\(path).ballast", name)
        checkNames(vehicle.compartments.map(\.id), "compartment") { "\(path).compartments[\($0)]" }
        for (index, compartment) in vehicle.compartments.enumerated() {
            let place = "\(path).compartments[\(index)]"
            let name = "\(name), compartment \(compartment.id)"
            checkLoad(compartment.capacity, "\(place).capacity", name)
            checkLoad(compartment.ballast, "\(place).ballast", name)
            for (position, regime) in (compartment.regimes ?? []).enumerated() {
                checkRegime(regime, "\(place).regimes[\(position)]", name)
            }
            if compartment.regimes == [] {
                report(
                    .uselessCompartment,
                    "\(place).regimes",
                    name,
                    "the compartment is qualified for no regime, so it takes goods without one only",
                    hint: "name its regimes, or leave the key out if it has no temperature control"
                )
            }
        }
    }

    private mutating func checkCosts(of vehicle: Vehicle, _ path: String, _ name: String) {
        let costs = vehicle.costs
        checkMoney(costs.fixed, "\(path).costs.fixed", name)
        checkMoney(costs.perStop, "\(path).costs.per_stop", name)
        let rates = [
            ("per_km", costs.perKilometre), ("per_hour", costs.perHour), ("per_task_hour", costs.perTaskHour),
            ("per_wait_hour", costs.perWaitHour), ("overtime_per_hour", costs.overtimePerHour),
        ]
        for (key, rate) in rates {
            checkMoney(rate, "\(path).costs.\(key)", name, limit: Self.greatestRate)
        }
        checkDuration(costs.overtimeAfter, "\(path).costs.overtime_after", name)
        if costs.overtimePerHour > 0, costs.overtimeAfter == nil {
            report(
                .idleOvertime,
                "\(path).costs.overtime_per_hour",
                name,
                "there is a rate for overtime but no length of a normal shift, so overtime is never paid",
                hint: "give overtime_after in seconds",
                value: costs.overtimePerHour
            )
        }
    }
}
