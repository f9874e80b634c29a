internal import Interchange
internal import VehicleRouting

extension RunningFile {
    /// What is to be kept of a running day.
    ///
    /// - Parameter plans: Checksums of the files of its plans, by their names.
    init(_ day: RunningDay, plans: [String: String]) {
        self.plans = plans
        now = day.now
        handled = day.handled.map(CodableName.init)
        vehicles = zip(day.problem.vehicles, day.standings).map { vehicle, standing in
            Vehicle(
                vehicle: CodableName(vehicle.id),
                activity: standing.activity.rawValue,
                began: standing.began,
                waypoint: standing.waypoint.map { CodableName(day.problem.depots[$0].id) },
                tripBegan: standing.tripBegan,
                latestHome: standing.latestHome
            )
        }
        done = day.done.map(Stop.init)
        held = day.held.map(Held.init)
        promises = day.promises.sorted { $0.key < $1.key }.map {
            Promise(order: CodableName($0.key.order), isPickup: $0.key.isPickup, until: $0.value)
        }
        perishing = day.perishing.sorted().map(CodableName.init)
        standingOrders = day.standingOrders.map(Order.init)
        delays = day.delays.map(Delay.init)
        emergencies = day.emergencies.map(Urgent.init)
        stocks = day.stocks.map {
            Stock(depot: CodableName($0.depot), article: $0.article, quantity: $0.quantity)
        }
        outages = day.outages.sorted { $0.key < $1.key }.map {
            Outage(depot: CodableName($0.key), until: $0.value == .max ? nil : $0.value)
        }
        docks = day.docks.sorted().map(CodableName.init)
        notes = day.notes
    }

    /// The running day that this and its problem and plan describe.
    func day(_ plan: Plan, in problem: Problem, path: String) throws(FormatError) -> RunningDay {
        try check(against: problem, path: path)
        var problem = problem
        for index in plan.leftAboard(in: problem) { problem.countAboard(index, times: -1) }
        var day = RunningDay(plan, in: problem, at: now, try standings(in: problem, path: path))
        day.handled = handled.map(\.id)
        day.done = done.map(\.stop)
        day.held = held.compactMap(\.goodsHeld)
        day.promises = Dictionary(
            promises.map { (StopName($0.order.id, isPickup: $0.isPickup), $0.until) },
            uniquingKeysWith: { first, _ in first }
        )
        day.perishing = Set(perishing.map(\.id))
        day.standingOrders = standingOrders.compactMap(\.order)
        day.delays = delays.map(\.standing)
        day.emergencies = emergencies.map(\.emergency)
        day.stocks = stocks.map {
            EmergencyStock(depot: $0.depot.id, article: $0.article, quantity: $0.quantity)
        }
        day.outages = Dictionary(
            outages.map { ($0.depot.id, $0.until ?? .max) },
            uniquingKeysWith: { first, _ in first }
        )
        day.docks = Set((docks ?? []).map(\.id))
        day.notes = notes
        return day
    }

    /// How the vehicles of `problem` stand, in its order.
    private func standings(in problem: Problem, path: String) throws(FormatError) -> [Standing] {
        var standings: [Standing] = []
        for vehicle in problem.vehicles {
            guard let entry = vehicles.first(where: { $0.vehicle.id == vehicle.id }),
                let activity = Standing.Activity(rawValue: entry.activity)
            else {
                let what = "vehicle \(vehicle.id) of the problem does not stand in it"
                throw FormatError(
                    .conflict(what, remedy: "keep problem and running day of one rerun together"),
                    in: path
                )
            }
            var standing = Standing()
            standing.activity = activity
            standing.began = entry.began
            standing.waypoint = entry.waypoint.flatMap { name in
                problem.depots.firstIndex { $0.id == name.id }
            }
            standing.tripBegan = entry.tripBegan
            standing.latestHome = entry.latestHome
            standings.append(standing)
        }
        return standings
    }
}

extension RunningFile.Stop {
    fileprivate init(_ stop: DoneStop) {
        self.init(
            order: CodableName(stop.name.order),
            isPickup: stop.name.isPickup,
            vehicle: CodableName(stop.vehicle),
            compartment: CodableName(stop.compartment),
            arrival: stop.arrival,
            begin: stop.begin,
            departure: stop.departure,
            lateness: stop.lateness,
            goods: RunningFile.Goods(stop.job)
        )
    }

    fileprivate var stop: DoneStop {
        DoneStop(
            name: StopName(order.id, isPickup: isPickup),
            vehicle: vehicle.id,
            compartment: compartment.id,
            arrival: arrival,
            begin: begin,
            departure: departure,
            lateness: lateness,
            job: goods.job(order.id)
        )
    }
}

extension RunningFile.Held {
    fileprivate init(_ held: HeldGoods) {
        self.init(
            order: CodableName(held.order),
            reason: held.reason.rawValue,
            vehicle: held.vehicle.map(CodableName.init),
            since: held.since,
            goods: RunningFile.Goods(held.job)
        )
    }

    /// The goods; nil for a reason that is not known.
    fileprivate var goodsHeld: HeldGoods? {
        HeldGoods.Reason(rawValue: reason).map { reason in
            HeldGoods(
                order: order.id,
                reason: reason,
                vehicle: vehicle?.id,
                since: since,
                job: goods.job(order.id)
            )
        }
    }
}

extension RunningFile.Order {
    fileprivate init(_ order: StandingOrder) {
        switch order {
        case .together(let name, let orders):
            self.init(override: CodableName(name), kind: "together", orders: orders.map(CodableName.init))
        case .apart(let name, let orders):
            self.init(override: CodableName(name), kind: "apart", orders: orders.map(CodableName.init))
        case .keep(let name, let vehicle, let order):
            self.init(
                override: CodableName(name),
                kind: "keep",
                orders: [order].compactMap { $0 }.map(CodableName.init),
                vehicle: CodableName(vehicle)
            )
        }
    }

    fileprivate var order: StandingOrder? {
        switch kind {
        case "together": .together(override.id, orders.map(\.id))
        case "apart": .apart(override.id, orders.map(\.id))
        case "keep": vehicle.map { .keep(override.id, vehicle: $0.id, upTo: orders.first?.id) }
        default: nil
        }
    }
}

extension RunningFile.Delay {
    fileprivate init(_ delay: StandingDelay) {
        self.init(
            event: CodableName(delay.event),
            longitude: delay.circle.centre.longitude,
            latitude: delay.circle.centre.latitude,
            radiusKm: delay.circle.kilometres,
            delay: delay.circle.delay,
            until: delay.circle.until,
            locations: delay.locations
        )
    }

    fileprivate var standing: StandingDelay {
        StandingDelay(
            event: event.id,
            circle: RoadDelay(
                centre: Coordinate(longitude: longitude, latitude: latitude),
                kilometres: radiusKm,
                delay: delay,
                until: until
            ),
            locations: locations
        )
    }
}

extension RunningFile.Urgent {
    fileprivate init(_ emergency: Emergency) {
        self.init(
            order: CodableName(emergency.order),
            article: emergency.article,
            quantity: emergency.quantity,
            depots: emergency.depots.sorted().map(CodableName.init),
            release: emergency.release,
            source: emergency.source.map(CodableName.init),
            relay: emergency.relay.map(CodableName.init)
        )
    }

    fileprivate var emergency: Emergency {
        var emergency = Emergency(order.id)
        (emergency.article, emergency.quantity) = (article, quantity)
        emergency.depots = Set(depots.map(\.id))
        emergency.release = release ?? 0
        (emergency.source, emergency.relay) = (source?.id, relay?.id)
        return emergency
    }
}
