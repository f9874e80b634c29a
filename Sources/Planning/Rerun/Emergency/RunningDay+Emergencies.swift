internal import VehicleRouting

extension RunningDay {
    /// Decides for all emergencies that nobody serves which depot's stock serves them, and whose hands.
    ///
    /// What one vehicle does for one emergency changes what another would cost there, so after each assignment those that
    /// are still open are assigned anew.
    mutating func allocateEmergencies(horizon: Seconds, lateness: Seconds) {
        followRelays()
        reopenEmergencies()
        while true {
            let open = openEmergencies
            guard !open.isEmpty else { return }
            let survey = EmergencySurvey(self, open: open, horizon: horizon, lateness: lateness)
            let model = EmergencyModel(
                needs: open.map { index in
                    let emergency = emergencies[index]
                    let priority = head(of: emergency.order).map { problem.importance(of: $0).priority } ?? 0
                    return EmergencyModel.Need(
                        priority: priority,
                        article: emergency.article,
                        quantity: emergency.quantity
                    )
                },
                options: survey.options,
                stock: stockLeft,
                room: carrierRoom
            )
            let taken: [Int?]
            do {
                taken = try model.solve()
            } catch {
                note(.emergencyUnsolved, ["why": "\(error)"])
                break
            }
            let chosen = taken.compactMap { $0.map { survey.options[$0] } }
            for option in chosen { take(option, for: open[option.emergency], horizon: horizon) }
            guard !chosen.isEmpty, openEmergencies.count < open.count else { break }
        }
        for index in openEmergencies { leave(index) }
    }

    /// What no assignment serves is for the repair, with goods of the nearest depot that has them, or for nobody.
    private mutating func leave(_ index: Int) {
        let emergency = emergencies[index]
        guard let task = task(of: emergency.order), case .delivery(let shipment) = task else { return }
        let goal = problem.shipments[shipment].delivery.location
        if let depot = source(for: goal, among: depots(for: emergency)) {
            emergencies[index].source = problem.depots[depot].id
            problem.shipments[shipment].pickup = fetching(emergency.order, at: depot)
        } else {
            let values = ["order": "\(emergency.order)", "article": emergency.article ?? ""]
            note(emergency.article == nil ? .emergencyNoDepot : .emergencyNoStock, values)
            hold(task, .noStock)
        }
    }

    /// Makes an order an open emergency, for which no stock is set aside.
    mutating func reopenEmergency(_ order: Identifier) {
        guard let index = emergencies.firstIndex(where: { $0.order == order }) else {
            emergencies.append(Emergency(order))
            return
        }
        (emergencies[index].source, emergencies[index].relay) = (nil, nil)
    }

    // MARK: - What there is

    /// Places in `emergencies` of those whose goods are still to be fetched and that nobody serves.
    private var openEmergencies: [Int] {
        let unserved = Set(plan.unassigned.map(\.task))
        return emergencies.indices.filter { index in
            guard case .delivery(let shipment)? = task(of: emergencies[index].order) else { return false }
            return unserved.contains(.pickup(shipment)) && !isOnItsWay(emergencies[index])
        }
    }

    /// Whether the first half of a relay has the goods, so that no other stock is needed.
    private func isOnItsWay(_ emergency: Emergency) -> Bool {
        guard let relay = emergency.relay else { return false }
        if case .job? = task(of: relay) { return true }
        return done.contains { $0.name == StopName(relay) }
    }

    /// The task by which plans name an order: its job, or the pickup of its shipment; nil once it is over.
    func head(of order: Identifier) -> TaskReference? {
        task(of: order)?.halves[0]
    }

    /// Depots (indices) that may serve an emergency and have enough left.
    func depots(for emergency: Emergency) -> [Int] {
        let left = stockLeft
        return openSources.filter { depot in
            guard emergency.depots.isEmpty || emergency.depots.contains(problem.depots[depot].id) else {
                return false
            }
            guard let article = emergency.article else { return true }
            let shelf = EmergencyModel.Shelf(depot: depot, article: article)
            return left[shelf].map { $0 >= emergency.quantity } ?? !isCounted(article)
        }
    }

    /// Whether anybody has said how much there is of an article; then depots of which nobody has have none.
    private func isCounted(_ article: String) -> Bool {
        stocks.contains { $0.article == article }
    }

    /// What is left on counted shelves beside what has been set aside.
    private var stockLeft: [EmergencyModel.Shelf: Int] {
        var left: [EmergencyModel.Shelf: Int] = [:]
        for stock in stocks {
            guard let depot = problem.depots.firstIndex(where: { $0.id == stock.depot }) else { continue }
            left[EmergencyModel.Shelf(depot: depot, article: stock.article)] = stock.quantity
        }
        for emergency in emergencies {
            guard let source = emergency.source, let article = emergency.article,
                let depot = problem.depots.firstIndex(where: { $0.id == source })
            else { continue }
            left[EmergencyModel.Shelf(depot: depot, article: article)]? -= emergency.quantity
        }
        return left.mapValues { max($0, 0) }
    }

    /// How many orders carriers (indices) with a limit may still take.
    private var carrierRoom: [Int: Int] {
        let given = Dictionary(grouping: plan.awards, by: \.carrier).mapValues(\.count)
        var room: [Int: Int] = [:]
        for (index, carrier) in problem.carriers.enumerated() {
            if let limit = carrier.maxJobs { room[index] = max(limit - given[index, default: 0], 0) }
        }
        return room
    }

    // MARK: - Taking an option

    private mutating func take(_ option: EmergencyOption, for index: Int, horizon: Seconds) {
        let order = emergencies[index].order
        guard case .delivery(let shipment)? = task(of: order) else { return }
        emergencies[index].source = problem.depots[option.depot].id
        let clock = DayClock(problem)
        var values = [
            "order": "\(order)", "depot": "\(problem.depots[option.depot].id)",
            "time": clock.time(option.begin),
        ]
        if option.lateness > 0 { widen(.delivery(shipment), to: option.begin) }
        problem.shipments[shipment].pickup = fetching(order, at: option.depot)
        switch option.bearer {
        case .vehicle(let vehicle):
            values["vehicle"] = "\(problem.vehicles[vehicle].id)"
            put(order, on: vehicle, horizon: horizon)
            note(.emergencyDirect, values)
        case .carrier(let carrier):
            let asked = plan.offers(for: .pickup(shipment), in: problem)
            values["carrier"] = "\(problem.carriers[carrier].id)"
            values["price"] = Display(problem).money(
                problem.price(of: .pickup(shipment), by: problem.carriers[carrier])
            )
            values["carriers"] = asked.map { "\(problem.carriers[$0.carrier].id)" }.joined(separator: ", ")
            plan.unassigned.removeAll { $0.task == .pickup(shipment) }
            plan.awards.append(Award(.pickup(shipment), carrier: carrier))
            note(.emergencyCarrier, values)
        case .relay(let first, let via, let by, let second):
            let leg = relay(of: problem.shipments[shipment], from: option.depot, to: via, by: by)
            problem.shipments.append(leg)
            plan.complete(in: problem)
            emergencies[index].relay = leg.delivery.id
            perishing.insert(leg.delivery.id)
            promises[StopName(leg.delivery.id)] = by
            problem.shipments[shipment].pickup = fetching(order, at: via, from: by + leg.delivery.service)
            put(leg.delivery.id, on: first, horizon: horizon)
            put(order, on: second, horizon: horizon)
            values["via"] = "\(problem.depots[via].id)"
            values["first"] = "\(problem.vehicles[first].id)"
            values["second"] = "\(problem.vehicles[second].id)"
            values["by"] = clock.time(by)
            note(.emergencyRelay, values)
        }
    }

    /// The way of an order's goods from one depot to another, handed over by a time.
    func relay(of shipment: Shipment, from depot: Int, to other: Int, by: Seconds) -> Shipment {
        var id = Identifier.text("\(shipment.delivery.id) relay")
        while task(of: id) != nil || done.contains(where: { $0.name.order == id }) { id = .text("\(id)+") }
        var delivery = Job(id: id, location: problem.depots[other].location)
        delivery.service = Self.transferTime
        delivery.timeWindows = problem.depots[other].timeWindows.open(from: now).close(at: by)
        let pickup = fetching(id, at: depot, from: release(of: shipment.delivery.id))
        var leg = Shipment(pickup: pickup, delivery: delivery, amount: shipment.amount)
        leg.terms = shipment.terms
        // Skills and named vehicles are for who comes to the customer, and the order itself has its price.
        (leg.skills, leg.allowedVehicles, leg.unassignedCost) = ([], nil, nil)
        leg.excludedCarriers = Set(problem.carriers.map(\.id))
        return leg
    }

    /// Puts an order that nobody serves at the cheapest place of a vehicle's route.
    private mutating func put(_ order: Identifier, on vehicle: Int, horizon: Seconds) {
        let frozen = FrozenDay(self, horizon: horizon)
        guard case .delivery(let shipment)? = frozen.problem.handOver(of: order) else { return }
        var bound = frozen.problem
        bound.shipments[shipment].allowedVehicles = [problem.vehicles[vehicle].id]
        let places = PlaceFinder(frozen.plan, in: bound).places(for: .pickup(shipment), in: bound, count: 1)
        guard let place = places.first else { return }
        plan = frozen.joined(place.applied(to: frozen.plan))
        plan.complete(in: problem)
    }

    // MARK: - Relays

    /// Where a relay's first vehicle will be later than planned, the second one comes later too.
    private mutating func followRelays() {
        let fates = plan.fates(PlanEvaluation(plan, in: problem), in: problem)
        for emergency in emergencies {
            guard let relay = emergency.relay, case .driven(let standing)? = fates[StopName(relay)],
                case .delivery(let leg)? = task(of: relay),
                case .delivery(let shipment)? = task(of: emergency.order)
            else { continue }
            let ready = standing.begin + problem.shipments[leg].delivery.service
            let windows = problem.shipments[shipment].pickup.timeWindows
            guard let first = windows.first, first.opens < ready else { continue }
            problem.shipments[shipment].pickup.timeWindows = windows.open(from: ready)
        }
    }

    /// Gives back the stock set aside for emergencies that have lost their bearer, or one half of their relay.
    private mutating func reopenEmergencies() {
        for index in emergencies.indices {
            guard let relay = emergencies[index].relay, case .delivery(let shipment)? = task(of: relay) else {
                continue
            }
            let leg = TaskReference.delivery(shipment)
            let heads = [leg.halves[0], head(of: emergencies[index].order)].compactMap { $0 }
            guard plan.unassigned.contains(where: { heads.contains($0.task) }) else { continue }
            var reshaping = TaskReshaping()
            reshaping.set(leg.halves[0], .drop)
            reshaping.apply(to: &problem, &plan)
            emergencies[index].relay = nil
            guard let order = task(of: emergencies[index].order) else { continue }
            for half in order.halves { plan.drop(half) }
            plan.complete(in: problem)
        }
        for index in openEmergencies { emergencies[index].source = nil }
    }
}
