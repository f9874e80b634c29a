extension RouteCheck {
    /// Looks for every promise about goods, boxes, doors and certificates that this route can break.
    mutating func checkColdChain() {
        checkExposure()
        checkNeighbours()
        checkOwners()
        for number in route.compartments.indices { checkDoor(of: number) }
        for stop in route.stops {
            checkPermits(of: stop)
            checkBox(of: stop)
            for (name, level) in stop.handling.levels.sorted(by: { $0.key < $1.key }) {
                let offered = route.vehicle.levels[name] ?? 0
                guard offered < level else { continue }
                broken(
                    .level,
                    step: stop.step,
                    "\(stop.name) needs \(name) \(level), but vehicle \(route.vehicle.id) offers \(offered)",
                    amount: level - offered,
                    unit: "levels",
                    detail: name
                )
            }
            if let rule = stop.handling.prohibition {
                broken(.prohibited, step: stop.step, "\(stop.name) is forbidden by \(rule)", detail: rule)
            }
        }
    }

    /// How long each delivery was on the way.
    private mutating func checkExposure() {
        for trip in checkedTrips {
            var pickedUp: [Int: Int] = [:]
            for (stop, times) in trip.stops {
                let handedOver = times.begin + times.setup + times.service
                switch stop.task {
                case .job:
                    let allowed = [stop.limit, stop.box?.holdTime].compactMap { $0 }.min() ?? Int.max
                    let late = handedOver - (stop.visit.goodUntil ?? handedOver)
                    let excess = max(handedOver - trip.loading - allowed, late)
                    if excess > 0 {
                        let subject = "\(stop.name) is out of its box or hold time"
                        broken(.holdTime, step: stop.step, subject, amount: excess, unit: "s")
                    }
                case .pickup(let shipment): pickedUp[shipment] = times.begin
                case .delivery(let shipment):
                    if let last = stop.visit.goodUntil, handedOver > last {
                        let subject = "\(stop.name) is out of its hold time"
                        broken(.holdTime, step: stop.step, subject, amount: handedOver - last, unit: "s")
                    }
                    guard let since = pickedUp[shipment], let allowed = stop.limit else { continue }
                    let excess = handedOver - since - allowed
                    if excess > 0 {
                        let subject = "\(stop.name) is on board too long"
                        broken(.timeOnBoard, step: stop.step, subject, amount: excess, unit: "s")
                    }
                }
            }
        }
    }

    private typealias TimedStop = (task: ReadTask, times: DerivedSchedule.Stop)

    /// The trips of the route: when each is loaded, the driving before that, and its stops.
    private var checkedTrips: [(loading: Int, driven: Int, stops: [TimedStop])] {
        var trips: [(loading: Int, driven: Int, stops: [TimedStop])] = [
            (schedule.start + schedule.preparation, 0, [])
        ]
        for (step, times) in zip(route.steps, schedule.steps) {
            switch step {
            case .task(let task): trips[trips.count - 1].stops.append((task, times))
            case .reload: trips.append((times.begin + times.preparation, times.travelTime, []))
            case .rest: continue
            }
        }
        return trips
    }

    /// Goods that travel too close to goods of another class.
    private mutating func checkNeighbours() {
        let aboard = route.stops.filter { !$0.isDelivery && $0.handling.goodsClass != nil }
        for (index, stop) in aboard.enumerated() {
            for other in aboard[..<index] {
                guard let rule = separation(stop, other) else { continue }
                let sharesTrip = stop.trip == other.trip
                let sharesCompartment = sharesTrip && stop.compartment == other.compartment
                let isBroken: Bool
                switch rule {
                case .otherBox: isBroken = sharesCompartment && !(stop.isClosed || other.isClosed)
                case .otherCompartment: isBroken = sharesCompartment
                case .neverSameTrip: isBroken = sharesTrip
                case .otherVehicle: isBroken = true
                }
                guard isBroken else { continue }
                let subject = "\(stop.name) and \(other.name) must be kept apart (\(rule.rawValue))"
                broken(.segregation, step: stop.step, subject, detail: "\(other.visit.id)")
            }
        }
    }

    private func separation(_ first: ReadTask, _ second: ReadTask) -> Separation? {
        guard let one = first.handling.goodsClass, let other = second.handling.goodsClass else { return nil }
        return problem.segregation[one, other]
    }

    /// Goods of others on a trip that belongs to one customer.
    private mutating func checkOwners() {
        for trip in checkedTrips {
            let stops = trip.stops.map(\.task).filter { !$0.isDelivery }
            guard
                let owner = stops.first(where: { $0.handling.exclusiveGroup != nil })?.handling.exclusiveGroup
            else { continue }
            for stop in stops where stop.handling.exclusiveGroup != owner {
                let subject = "\(stop.name) is on a trip that \(owner) has for itself"
                broken(.exclusive, step: stop.step, subject, detail: "\(owner)")
            }
        }
    }

    /// How warm the openings make a compartment: 1/3600 of a thousandth of a degree at a time.
    private mutating func checkDoor(of number: Int) {
        guard let door = route.compartments[number].door else { return }
        for (index, trip) in checkedTrips.enumerated() {
            let before = index == 0 ? 3600 * door.warmth : 0
            var (warmth, highest) = (before, before)
            var drivenAtLastHalt = trip.driven
            var hasOpened = false
            for (stop, times) in trip.stops {
                if times.isHalt {
                    let cooled = (times.travelTime - drivenAtLastHalt) * door.recoveryPerHour
                    warmth = max(warmth - cooled, 0)
                    drivenAtLastHalt = times.travelTime
                    hasOpened = false
                }
                if stop.compartment == number, !hasOpened {
                    warmth += 3600 * door.rise
                    hasOpened = true
                }
                highest = max(highest, warmth)
            }
            let excess = highest - 3600 * door.limit
            guard excess > 0 else { continue }
            let id = route.compartments[number].id
            let (whole, rest) = excess.quotientAndRemainder(dividingBy: 3600)
            broken(
                .doors,
                "compartment \(id) is opened too often",
                amount: rest > 0 ? whole + 1 : whole,
                unit: "mK",
                detail: "\(id)"
            )
        }
    }

    private mutating func checkPermits(of stop: ReadTask) {
        let vehicle = route.vehicle
        func name(_ what: String) -> String { "\(what), needed for \(stop.name)," }
        var dates = stop.handling.permits.map { ("\($0.name)", $0.validUntil) }
        for need in stop.handling.requires.sorted() {
            let held = vehicle.permits.filter { $0.name == need }
            if held.isEmpty {
                let subject =
                    "\(stop.name) needs a certificate for \(need), which vehicle \(vehicle.id) lacks"
                broken(.permit, step: stop.step, subject, detail: "\(need)")
            } else {
                dates.append(("\(need)", held[0].validUntil))
            }
        }
        if stop.regime != nil {
            let compartment = route.compartments[stop.compartment]
            dates.append(("\(compartment.id)", compartment.validUntil))
        }
        if let box = stop.box { dates.append(("\(box.id)", box.validUntil)) }
        for (what, date) in dates {
            guard let date, schedule.end > date else { continue }
            broken(
                .permit,
                step: stop.step,
                "\(name("the certificate of \(what)")) lapses before the route ends",
                amount: schedule.end - date,
                unit: "s",
                detail: what
            )
        }
    }

    private mutating func checkBox(of stop: ReadTask) {
        let allowed = stop.visit.boxes.map { problem.boxTypes[$0.type].id }
        if let box = stop.box {
            guard !allowed.contains(box.id) else { return }
            broken(.box, step: stop.step, "\(stop.name) may not travel in box \(box.id)", detail: "\(box.id)")
        } else if !allowed.isEmpty {
            broken(.box, step: stop.step, "\(stop.name) needs a passive box and has none", detail: "")
        }
    }
}

extension ReadTask {
    fileprivate var isDelivery: Bool {
        if case .delivery = task { true } else { false }
    }

    /// Whether its goods travel in a closed box of their own.
    fileprivate var isClosed: Bool { handling.isBoxed || !visit.boxes.isEmpty }
}

extension PlanChecker {
    /// Boxes that are used more often than there are, and bodies that drive in two layouts.
    func sharedThings(_ plan: WrittenPlan) -> [CheckFinding] {
        var findings: [CheckFinding] = []
        let steps = plan.routes.flatMap(\.steps)
        for (index, type) in problem.boxTypes.enumerated() {
            guard let stock = type.stock else { continue }
            var used = 0
            for step in steps where step.box == type.id && step.kind == .job {
                guard let job = problem.jobs.first(where: { $0.id == step.id }) else { continue }
                used += job.boxes.first { $0.type == index }?.count ?? 0
            }
            guard used > stock else { continue }
            findings.append(
                CheckFinding(
                    .boxStock,
                    subject: "more boxes of type \(type.id) are in use than there are",
                    derived: used - stock,
                    unit: "boxes"
                )
            )
        }
        var drivers: [Identifier: Identifier] = [:]
        for (index, route) in plan.routes.enumerated() {
            guard let body = problem.vehicles.first(where: { $0.id == route.vehicle })?.body else { continue }
            if let other = drivers[body], other != route.vehicle {
                let subject =
                    "vehicle \(route.vehicle) is the same body as vehicle \(other), which has a route too"
                findings.append(
                    CheckFinding(.duplicate, at: CheckFinding.Place(route: index), subject: subject)
                )
            } else {
                drivers[body] = route.vehicle
            }
        }
        return findings
    }
}

extension MarketCheck {
    /// What a carrier lacks of levels and certificates for a task, in words; nil when nothing.
    func coldChainFault(of carrier: Carrier, with task: ReadTask) -> String? {
        let handling = task.handling
        if let rule = handling.prohibition { return "is forbidden by \(rule) to take the goods" }
        if let fault = ChannelCheck(problem).fault(with: task) { return fault }
        if let (name, _) = handling.levels.first(where: { (carrier.levels[$0.key] ?? 0) < $0.value }) {
            return "offers too little \(name) for the goods"
        }
        var lastVisit = task.visit
        if case .pickup(let shipment) = task.task { lastVisit = problem.shipments[shipment].delivery }
        let end = lastVisit.timeWindows.map(\.closes).max() ?? 0
        if let permit = handling.permits.first(where: { ($0.validUntil ?? Int.max) < end }) {
            return "would be too late for the certificate \(permit.name)"
        }
        for need in handling.requires.sorted() {
            let held = carrier.permits.filter { $0.name == need }
            if !held.contains(where: { ($0.validUntil ?? Int.max) >= end }) {
                return "is not certified for \(need) for the goods"
            }
        }
        return nil
    }
}
