extension RouteCheck {
    /// Looks for every promise that this route can break.
    mutating func checkPromises() {
        checkTimes()
        checkLoads()
        checkCompartments()
        for stop in route.stops {
            checkPermissions(stop)
            checkChannels(of: stop)
        }
        checkLimits()
        checkPrecedence()
        checkRests()
        checkColdChain()
    }

    private mutating func checkTimes() {
        if schedule.earliness > 0 {
            broken(.early, step: 0, "the route leaves too early", amount: schedule.earliness, unit: "s")
        }
        if schedule.startLateness > 0 {
            broken(
                .delay,
                "the route leaves after the depot's hours",
                amount: schedule.startLateness,
                unit: "s",
                detail: "start"
            )
        }
        for (stop, times) in zip(route.steps, schedule.steps) {
            if case .task(let task) = stop, let last = task.visit.useBy, times.begin > last {
                let subject = "the activity of \(task.name) falls short"
                broken(.activity, step: stop.step, subject, amount: times.begin - last, unit: "s")
                continue
            }
            guard times.lateness > 0 else { continue }
            broken(.delay, step: stop.step, "\(name(of: stop)) is late", amount: times.lateness, unit: "s")
        }
        if schedule.endLateness > 0 {
            broken(
                .delay,
                "the route ends after the shift or the depot's hours",
                amount: schedule.endLateness,
                unit: "s",
                detail: "end"
            )
        }
    }

    private mutating func checkLoads() {
        for (dimension, measure) in problem.dimensions.enumerated() {
            for (index, compartment) in route.compartments.enumerated() where !compartment.capacity.isEmpty {
                let excess = (loads.map { $0[index][dimension] }.max() ?? 0) - compartment.capacity[dimension]
                if excess > 0 {
                    let place =
                        route.vehicle.compartments.isEmpty
                        ? "vehicle \(route.vehicle.id)" : "compartment \(compartment.id)"
                    broken(
                        .load,
                        "\(place) is overloaded",
                        amount: excess,
                        unit: measure.name,
                        detail: "\(compartment.id)"
                    )
                }
            }
            // Where there are no compartments, the vehicle's own capacity has just been looked at.
            guard !route.vehicle.compartments.isEmpty, !route.vehicle.capacity.isEmpty else { continue }
            let peak = loads.map { moment in moment.reduce(0) { $0 + $1[dimension] } }.max() ?? 0
            let excess = peak - route.vehicle.capacity[dimension]
            if excess > 0 {
                let subject = "vehicle \(route.vehicle.id) is overloaded"
                broken(.load, subject, amount: excess, unit: measure.name, detail: "")
            }
        }
    }

    private mutating func checkCompartments() {
        for trip in route.trips {
            for (compartment, regime) in zip(route.compartments, trip.regimes) {
                guard let regime, compartment.regimes?.contains(regime) != true else { continue }
                let id = problem.regimes[regime].id
                broken(.regime, "compartment \(compartment.id) is not qualified for \(id)")
            }
        }
        for case .reload(let depot, let step) in route.steps {
            guard !route.vehicle.reloadDepots.contains(depot) else { continue }
            let id = problem.depots[depot].id
            broken(.reload, step: step, "vehicle \(route.vehicle.id) may not load again at depot \(id)")
        }
    }

    private mutating func checkPermissions(_ stop: ReadTask) {
        let vehicle = route.vehicle
        for skill in stop.skills.sorted() where !vehicle.skills.contains(skill) {
            let subject = "\(stop.name) needs \(skill), which vehicle \(vehicle.id) lacks"
            broken(.skills, step: stop.step, subject, detail: "\(skill)")
        }
        let isAllowed = stop.allowedVehicles.map { $0.contains(vehicle.id) } ?? true
        if !isAllowed || stop.aboard.map({ $0.vehicle != vehicle.id }) ?? false {
            broken(.vehicle, step: stop.step, "\(stop.name) may not be done by vehicle \(vehicle.id)")
        }
        if let aboard = stop.aboard, route.compartments[stop.compartment].id != aboard.compartment {
            let subject = "the goods of \(stop.name) are in compartment \(aboard.compartment) already"
            broken(.aboard, step: stop.step, subject, detail: "\(aboard.compartment)")
        }
        if let label = stop.regime {
            let kept = route.trips[stop.trip].regimes[stop.compartment].map { problem.regimes[$0] }
            if !Self.isKept(label, by: kept) {
                let compartment = route.compartments[stop.compartment].id
                let how = kept.map { "is kept at \($0.id)" } ?? "is not temperature-controlled"
                let subject = "\(stop.name) needs \(label.id), but compartment \(compartment) \(how)"
                broken(.regime, step: stop.step, subject)
            }
        }
        let isAllowedDepot = route.trips[stop.trip].depot.map { stop.depots.contains($0) } ?? false
        if !stop.depots.isEmpty, !isAllowedDepot {
            broken(
                .depot,
                step: stop.step,
                "the goods of \(stop.name) may not come from where its trip is loaded"
            )
        }
    }

    /// Whether a compartment's range lies inside a label's; EU GDP knows no tolerance in transport.
    static func isKept(_ label: Regime, by compartment: Regime?) -> Bool {
        guard let compartment else { return false }
        let low = compartment.low ?? Int.min
        let high = compartment.high ?? Int.max
        guard low >= label.low ?? Int.min, high <= label.high ?? Int.max else { return false }
        return !label.isFreezeSensitive || low > 0
    }

    private mutating func checkLimits() {
        let vehicle = route.vehicle
        let name = "vehicle \(vehicle.id)"
        var (mostDriving, longestDay) = (vehicle.maxTravelTime, vehicle.maxDuration)
        if let law = vehicle.workRule {
            if let most = law.maxDailyDriving {
                mostDriving = min(mostDriving ?? .max, max(most - vehicle.hoursUsed.driving, 0))
            }
            if let most = law.maxDuty {
                longestDay = min(longestDay ?? .max, max(most - vehicle.hoursUsed.duty, 0))
            }
        }
        let limits: [(code: CheckFinding.Code, limit: Int?, value: Int, unit: String, subject: String)] = [
            (.maxTasks, vehicle.maxTasks, route.stops.count, "", "\(name) has too many tasks"),
            (.maxTravelTime, mostDriving, schedule.travelTime, "s", "\(name) drives too long"),
            (.maxDistance, vehicle.maxDistance, schedule.distance, "m", "\(name) drives too far"),
            (.maxDuration, longestDay, schedule.duration, "s", "\(name) is out too long"),
        ]
        for check in limits {
            guard let limit = check.limit, check.value > limit else { continue }
            broken(check.code, check.subject, amount: check.value - limit, unit: check.unit)
        }
    }

    private mutating func checkPrecedence() {
        /// Shipments on board: where they are and the step they came aboard.
        var aboard: [Int: ReadTask] = [:]
        var trip = 0
        for stop in route.stops {
            if stop.trip != trip {
                // Nothing stays aboard over a reload.
                for pickup in aboard.values.sorted(by: { $0.step < $1.step }) { neverDelivered(pickup) }
                aboard = [:]
                trip = stop.trip
            }
            switch stop.task {
            case .job: continue
            case .pickup(let shipment): aboard[shipment] = stop
            case .delivery(let shipment):
                guard let pickup = aboard.removeValue(forKey: shipment) else {
                    broken(.precedence, step: stop.step, "\(stop.name) comes without its pickup before it")
                    continue
                }
                if pickup.compartment != stop.compartment {
                    let subject = "\(stop.name) leaves another compartment than its pickup entered"
                    broken(.precedence, step: stop.step, subject)
                }
            }
        }
        for stop in route.stops where aboard.removeValue(forKey: stop.shipment ?? -1) != nil {
            neverDelivered(stop)
        }
    }

    private mutating func neverDelivered(_ pickup: ReadTask) {
        broken(.precedence, step: pickup.step, "\(pickup.name) is never delivered on this trip")
    }

    private mutating func checkRests() {
        let vehicle = route.vehicle
        for (number, rest) in vehicle.breaks.enumerated() {
            let times = route.steps.count { step in
                if case .rest(let taken) = step { taken.number == number } else { false }
            }
            guard times != 1 else { continue }
            let how = times == 0 ? "is not taken" : "is taken \(times) times"
            broken(.missingBreak, "break \(rest.id) \(how)", detail: "\(rest.id)")
        }
        if schedule.overdriving > 0, let law = vehicle.workRule {
            let subject = "vehicle \(vehicle.id) is driven without the rest that \(law.id) asks for"
            broken(.driving, subject, amount: schedule.overdriving, unit: "s")
        }
    }
}

extension ReadTask {
    /// The shipment whose pickup this is; nil for anything else.
    fileprivate var shipment: Int? {
        if case .pickup(let index) = task { index } else { nil }
    }
}
