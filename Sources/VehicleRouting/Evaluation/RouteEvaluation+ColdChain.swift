extension RouteEvaluation {
    /// Broken rules of the cold chain: what the finished schedule says about goods, boxes, doors and certificates.
    func coldChainViolations(of route: Route, at index: Int, in problem: Problem) -> [Violation] {
        let vehicle = problem.vehicles[route.vehicle]
        let trips = TripLog.trips(of: route, schedule)
        var found: [Violation] = []
        for (number, trip) in trips.enumerated() {
            found += exposureViolations(of: trip, at: index, in: problem)
            found += exclusiveViolations(of: trip, at: index, in: problem)
            found += doorViolations(of: trip, by: vehicle, isFirst: number == 0, at: index)
        }
        found += segregationViolations(of: trips, at: index, in: problem)
        for visit in route.visits {
            found += levelViolations(of: visit, by: vehicle, at: index, in: problem)
            found += permitViolations(of: visit, by: vehicle, at: index, in: problem)
            found += boxViolations(of: visit, at: index, in: problem)
            if let rule = problem.handling(visit.task).prohibition {
                found.append(Violation(.prohibited, route: index, task: visit.task, detail: rule))
            }
        }
        return found
    }

    /// Goods that are longer on the way than they hold, from the beginning of loading to the end of hand-over; those that were
    /// under way before the route count from then.
    private func exposureViolations(of trip: TripLog, at index: Int, in problem: Problem) -> [Violation] {
        var found: [Violation] = []
        var aboardSince: [Int: Seconds] = [:]
        for entry in trip.entries {
            let task = entry.visit.task
            func judge(_ cause: Violation.Cause, until limits: [Seconds?]) {
                guard let last = limits.compactMap({ $0 }).min(), entry.times.departure > last else { return }
                let amount = entry.times.departure - last
                found.append(Violation(cause, route: index, task: task, amount: amount, unit: "s"))
            }
            let goodUntil = problem.visit(task).goodUntil
            switch task {
            case .job:
                let hold = problem.holdTime(of: entry.visit)
                judge(.holdTime, until: [hold.map { trip.start + $0 }, goodUntil])
            case .pickup(let shipment): aboardSince[shipment] = entry.times.begin
            case .delivery(let shipment):
                judge(.holdTime, until: [goodUntil])
                guard let since = aboardSince[shipment] else { continue }
                judge(.timeOnBoard, until: [problem.shipments[shipment].maxTimeOnBoard.map { since + $0 }])
            }
        }
        return found
    }

    /// Goods of others on a trip that one customer has for itself: the first such customer of the trip.
    private func exclusiveViolations(of trip: TripLog, at index: Int, in problem: Problem) -> [Violation] {
        let heads = trip.heads.map(\.visit.task)
        guard let owner = heads.lazy.compactMap({ problem.handling($0).exclusiveGroup }).first else {
            return []
        }
        return heads.filter { problem.handling($0).exclusiveGroup != owner }.map {
            Violation(.exclusive, route: index, task: $0, detail: "\(owner)")
        }
    }

    /// Compartments that warm by more than their budget.
    private func doorViolations(
        of trip: TripLog,
        by vehicle: Vehicle,
        isFirst: Bool,
        at index: Int
    ) -> [Violation] {
        vehicle.effectiveCompartments.enumerated().compactMap { number, compartment in
            guard let door = compartment.door else { return nil }
            let heat = trip.heat(of: number, door, isFirst: isFirst)
            let excess = heat.peak - door.limit * DoorBudget.parts
            guard excess > 0 else { return nil }
            return Violation(
                .doors,
                route: index,
                amount: (excess + DoorBudget.parts - 1) / DoorBudget.parts,
                unit: "mK",
                detail: "\(compartment.id)"
            )
        }
    }

    /// Pairs of goods that are closer together than their classes may be; each names the later of the two.
    private func segregationViolations(
        of trips: [TripLog],
        at index: Int,
        in problem: Problem
    ) -> [Violation] {
        guard !problem.segregation.isEmpty else { return [] }
        let goods = trips.enumerated().flatMap { trip, log in
            log.heads.compactMap { entry in
                problem.handling(entry.visit.task).goodsClass.map { (trip, entry.visit, $0) }
            }
        }
        var found: [Violation] = []
        for (place, (trip, visit, goodsClass)) in goods.enumerated() {
            for (otherTrip, other, otherClass) in goods[..<place] {
                guard let separation = problem.segregation[goodsClass, otherClass] else { continue }
                let isTogether = trip == otherTrip
                let isBeside = isTogether && visit.compartment == other.compartment
                let isBroken =
                    switch separation {
                    case .otherVehicle: true
                    case .neverSameTrip: isTogether
                    case .otherCompartment: isBeside
                    case .otherBox: isBeside && !problem.isBoxed(visit.task) && !problem.isBoxed(other.task)
                    }
                guard isBroken else { continue }
                let detail = "\(problem.visit(other.task).id)"
                found.append(Violation(.segregation, route: index, task: visit.task, detail: detail))
            }
        }
        return found
    }

    private func levelViolations(
        of visit: Visit,
        by vehicle: Vehicle,
        at index: Int,
        in problem: Problem
    ) -> [Violation] {
        problem.handling(visit.task).levels.sorted { $0.key < $1.key }.compactMap { name, level in
            let missing = level - (vehicle.levels[name] ?? 0)
            guard missing > 0 else { return nil }
            return Violation(
                .level,
                route: index,
                task: visit.task,
                amount: missing,
                unit: "levels",
                detail: name
            )
        }
    }

    /// Certificates that are missing or lapse before the route ends.
    private func permitViolations(
        of visit: Visit,
        by vehicle: Vehicle,
        at index: Int,
        in problem: Problem
    ) -> [Violation] {
        let handling = problem.handling(visit.task)
        var found: [Violation] = []
        func judge(_ name: String, until: Seconds?) {
            guard let until, schedule.end > until else { return }
            let amount = schedule.end - until
            found.append(
                Violation(.permit, route: index, task: visit.task, amount: amount, unit: "s", detail: name)
            )
        }
        for name in handling.requires.sorted() {
            if let permit = vehicle.permits.first(where: { $0.name == name }) {
                judge("\(name)", until: permit.validUntil)
            } else {
                found.append(Violation(.permit, route: index, task: visit.task, detail: "\(name)"))
            }
        }
        for permit in handling.permits { judge("\(permit.name)", until: permit.validUntil) }
        if problem.regime(visit.task) != nil {
            let compartment = vehicle.effectiveCompartments[visit.compartment]
            judge("\(compartment.id)", until: compartment.validUntil)
        }
        if let box = visit.box.map({ problem.boxTypes[$0] }) { judge("\(box.id)", until: box.validUntil) }
        return found
    }

    /// Goods without the box they need, in one they may not have, or in one although they need none.
    private func boxViolations(of visit: Visit, at index: Int, in problem: Problem) -> [Violation] {
        let needs = problem.boxNeeds(visit.task)
        let isRight = visit.box.map { box in needs.contains { $0.type == box } } ?? needs.isEmpty
        guard !isRight else { return [] }
        let detail = visit.box.map { "\(problem.boxTypes[$0].id)" } ?? ""
        return [Violation(.box, route: index, task: visit.task, detail: detail)]
    }
}

extension Plan {
    /// More boxes of a type in use than there are, and bodies that drive twice.
    func stockViolations(in problem: Problem) -> [Violation] {
        var used = [Int](repeating: 0, count: problem.boxTypes.count)
        for visit in routes.flatMap(\.visits) {
            guard let box = visit.box else { continue }
            used[box] += problem.boxNeeds(visit.task).first { $0.type == box }?.count ?? 0
        }
        var found: [Violation] = []
        for (type, count) in zip(problem.boxTypes, used) {
            guard let stock = type.stock, count > stock else { continue }
            found.append(Violation(.boxStock, amount: count - stock, unit: "boxes", detail: "\(type.id)"))
        }
        var bodies: [Identifier: Int] = [:]
        for (index, route) in routes.enumerated() {
            let vehicle = problem.vehicles[route.vehicle]
            guard let body = vehicle.body else { continue }
            if let other = bodies[body], other != route.vehicle {
                found.append(Violation(.duplicate, route: index, detail: "\(vehicle.id)"))
            }
            bodies[body] = bodies[body] ?? route.vehicle
        }
        return found
    }
}
