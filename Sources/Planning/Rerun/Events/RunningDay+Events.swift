public import Interchange
internal import VehicleRouting

extension RunningDay {
    /// Lets the day go on to the moment of `event` and takes it into account.
    ///
    /// What the plan can no longer do as it stands is unassigned in it, or stays in it as a broken promise; putting that
    /// right is for the rerun.
    ///
    /// - Throws: What makes the event unbelievable; the day is then as it was.
    public mutating func apply(_ event: DayEvent) throws(RerunError) {
        var day = self
        guard !handled.contains(event.id) else {
            throw RerunError(.duplicate, at: event.pointer, "event \(event.id) has been taken into account")
        }
        guard event.time >= now else {
            let clock = DayClock(problem)
            throw RerunError(
                .late,
                at: event.pointer,
                "event \(event.id) is of \(clock.time(event.time)), but the plan stands at \(clock.time(now))"
            )
        }
        day.advance(to: event.time)
        try day.take(event)
        day.handled.append(event.id)
        self = day
    }

    private mutating func take(_ event: DayEvent) throws(RerunError) {
        let place = event.pointer
        switch event.kind {
        case .urgentOrder(let order): try add(order, at: place)
        case .breakdown(let id, let where_, let load, let fetchBy):
            let vehicle = try activeVehicle(id, at: place)
            var location = problem.vehicles[vehicle].start
            if let where_ { location = try self.location(of: where_, at: place) }
            try expectAhead(fetchBy, "the time to fetch the goods of vehicle \(id) by", at: place)
            stop(vehicle, at: location ?? 0, load: load, fetchBy: fetchBy)
        case .reeferFailure(let failure): try warm(failure, at: place)
        case .temperatureAlarm(let id, let compartment, let temperature):
            let vehicle = try activeVehicle(id, at: place)
            _ = try compartments(compartment, of: vehicle, at: place)
            note(
                .temperatureAlarm,
                ["vehicle": "\(id)", "compartment": "\(compartment)", "degrees": degrees(temperature)]
            )
        case .roadDelay(let circle): try slowDown(circle, event: event.id, at: place)
        case .customerClosed(let order, let window): try close(order, until: window, at: place)
        case .carrierRejects(let id, let order): try reject(try carrier(id, at: place), order, at: place)
        case .driverOut(let id, let relief): try relieve(try activeVehicle(id, at: place), relief, at: place)
        case .recall(let lot, let orders): try recall(lot, orders, at: place)
        case .depotOutage(let id, let until):
            let depot = try depot(id, at: place)
            try expectAhead(until, "the end of the outage of depot \(id)", at: place)
            shut(depot, until: until)
        case .stock(let id, let article, let quantity):
            let depot = problem.depots[try depot(id, at: place)].id
            stocks.removeAll { $0.depot == depot && $0.article == article }
            stocks.append(EmergencyStock(depot: depot, article: article, quantity: quantity))
        case .lateGoods(let orders, let release): try postpone(orders, to: release, at: place)
        case .vehicleLate(let id, let delay): try hold(try activeVehicle(id, at: place), by: delay, at: place)
        }
    }

    mutating func note(_ phrase: RerunPhrase, _ values: [String: String]) {
        notes.append(DayClock(problem).time(now) + " " + Strings().text(phrase, values))
    }

    func degrees(_ thousandths: Int) -> String {
        let text = "\(Double(thousandths) / 1000)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    // MARK: - Orders

    /// An urgent order is fetched at a depot; vehicles under way may do so too.
    private mutating func add(_ order: UrgentOrder, at pointer: String) throws(RerunError) {
        var job = order.job
        guard task(of: job.id) == nil, !done.contains(where: { $0.name.order == job.id }),
            !held.contains(where: { $0.order == job.id })
        else { throw RerunError(.duplicate, at: pointer, "the day has an order \(job.id) already") }
        guard job.delivery.isEmpty || job.delivery.count == problem.dimensions.count else {
            let count = problem.dimensions.count
            throw RerunError(
                .contradiction,
                at: pointer,
                "the amount of order \(job.id) should have \(count) entries, but has \(job.delivery.count)"
            )
        }
        try expectAhead(job.timeWindows.last?.closes, "the last time for order \(job.id)", at: pointer)
        try expectAhead(job.useBy, "the last use of the goods of order \(job.id)", at: pointer)
        job.location = try location(of: order.place, at: pointer)
        let depots = job.depots.isEmpty ? sources : job.depots.sorted()
        // Which depot it will be is decided for all emergencies together; until then it is the nearest.
        guard let source = source(for: job.location, among: depots) else {
            throw RerunError(.contradiction, at: pointer, "no depot has the goods of order \(job.id)")
        }
        var emergency = Emergency(job.id)
        (emergency.article, emergency.quantity) = (order.article, order.quantity)
        emergency.depots = Set(job.depots.map { problem.depots[$0].id })
        guard let packed = packed(job) else {
            held.append(
                HeldGoods(order: job.id, reason: .noStock, vehicle: nil, since: now, job: job.asFact)
            )
            return
        }
        emergency.release = max(
            job.release,
            packed.boxes.first.map { problem.boxTypes[$0.type].readyAt } ?? 0
        )
        emergencies.append(emergency)
        problem.shipments.append(takenOver(packed, by: fetching(job.id, at: source)))
        promises[StopName(job.id)] = job.timeWindows.last?.closes
        plan.complete(in: problem)
    }

    /// The depot from which a place is reached soonest.
    func source(for location: Int, among depots: [Int]) -> Int? {
        guard let matrix = problem.matrices.min(by: { $0.key < $1.key })?.value else { return depots.first }
        return depots.min {
            let (one, other) = (problem.depots[$0].location, problem.depots[$1].location)
            return (matrix.duration(from: one, to: location), $0)
                < (matrix.duration(from: other, to: location), $1)
        }
    }

    /// What the visit is called that fetches an order's goods: as the order, unless they have been fetched once before.
    func pickupName(of order: Identifier) -> Identifier {
        var name = order
        while done.contains(where: { $0.name == StopName(name, isPickup: true) }) {
            name = .text("\(name) again")
        }
        return name
    }

    /// When an urgent order's goods can be loaded.
    func release(of order: Identifier) -> Seconds {
        emergencies.first { $0.order == order }?.release ?? 0
    }

    /// The visit at a depot that fetches an order's goods, from `time` on, and not before now or before an emergency's are ready.
    func fetching(_ name: Identifier, at depot: Int, from time: Seconds = 0) -> Job {
        let source = problem.depots[depot]
        var pickup = Job(id: pickupName(of: name), location: source.location)
        pickup.setup = source.loading
        pickup.timeWindows = source.timeWindows.open(
            from: max(now, time, release(of: name), outages[source.id] ?? 0)
        )
        return pickup
    }

    private mutating func close(
        _ order: Identifier,
        until window: TimeWindow?,
        at pointer: String
    ) throws(RerunError) {
        let task = try openTask(of: order, at: pointer)
        if let window {
            guard window.closes >= now else {
                let time = DayClock(problem).time(window.closes)
                throw RerunError(
                    .contradiction,
                    at: pointer,
                    "order \(order) could be delivered until \(time) only"
                )
            }
            change(task) { $0.timeWindows = [window] }
            promises[StopName(order)] = window.closes
            // Who is on the way there need not wait: it is for the repair to say who comes, and when.
            plan.drop(task)
            plan.complete(in: problem)
        } else {
            hold(task, .customerClosed)
        }
    }

    /// Takes an order out of the day; goods on board stay there until the vehicle is home.
    ///
    /// What was to be collected beside the delivery still is, unless nobody is to go there.
    mutating func hold(_ task: TaskReference, _ reason: HeldGoods.Reason) {
        let head = task.halves[0]
        var job = problem.visit(task)
        var vehicle: Identifier?
        var fate = TaskReshaping.Fate.drop
        if reason.isOfGoods, !job.delivery.isNothing, !job.pickup.isNothing {
            fate = .job(job.collection)
            promises[StopName(job.collection.id)] = job.timeWindows.last?.closes
            job.pickup = []
        }
        if case .job(let index) = task, let aboard = problem.jobs[index].aboard {
            vehicle = aboard.vehicle
            useUp(problem.jobs[index].packedIn)
            problem.leaveAboard([index])
        }
        if case .delivery(let index) = task { job.delivery = problem.shipments[index].amount }
        held.append(HeldGoods(order: job.id, reason: reason, vehicle: vehicle, since: now, job: job.asFact))
        var reshaping = TaskReshaping()
        reshaping.set(head, fate)
        reshaping.apply(to: &problem, &plan)
    }

    /// Changes the visit that hands an order over.
    mutating func change(_ task: TaskReference, _ change: (inout Job) -> Void) {
        problem.change(task, change)
    }

    private mutating func recall(_ lot: String, _ orders: [Identifier], at pointer: String) throws(RerunError)
    {
        for order in orders {
            if let stop = done.last(where: { $0.name == StopName(order) }) {
                fetchBack(stop)
            } else {
                hold(try openTask(of: order, at: pointer), .recalled)
            }
        }
        note(.lotRecalled, ["lot": lot, "count": "\(orders.count)"])
    }

    /// A job that collects what a stop has delivered.
    private mutating func fetchBack(_ stop: DoneStop) {
        var job = Job(id: .text("\(stop.name.order) recall"), location: stop.job.location)
        guard !problem.jobs.contains(where: { $0.id == job.id }),
            !done.contains(where: { $0.name == StopName(job.id) })
        else { return }
        job.description = stop.job.description
        job.setup = stop.job.setup
        job.service = stop.job.service
        job.pickup = stop.job.delivery
        job.regime = stop.job.regime
        job.handling = stop.job.handling
        problem.jobs.append(job)
        plan.complete(in: problem)
    }

    private mutating func postpone(
        _ orders: [Identifier],
        to release: Seconds,
        at pointer: String
    ) throws(RerunError) {
        try expectAhead(release, "the time from which late goods can be loaded", at: pointer)
        for order in orders {
            let task = try openTask(of: order, at: pointer)
            switch task {
            case .job(let index):
                if let aboard = problem.jobs[index].aboard {
                    throw RerunError(
                        .contradiction,
                        at: pointer,
                        "the goods of order \(order) are on vehicle \(aboard.vehicle) already"
                    )
                }
                problem.jobs[index].release = release
            case .pickup(let index), .delivery(let index):
                let windows = problem.shipments[index].pickup.timeWindows
                problem.shipments[index].pickup.timeWindows = windows.open(from: release)
            }
        }
    }

    private mutating func reject(_ carrier: Int, _ order: Identifier?, at pointer: String) throws(RerunError)
    {
        guard let order else {
            problem.carriers[carrier].maxJobs = 0
            plan.awards.removeAll { $0.carrier == carrier }
            return plan.complete(in: problem)
        }
        let task = try openTask(of: order, at: pointer)
        let head = task.halves[0]
        let id = problem.carriers[carrier].id
        guard plan.awards.contains(Award(head, carrier: carrier)) else {
            throw RerunError(.contradiction, at: pointer, "carrier \(id) does not have order \(order)")
        }
        plan.awards.removeAll { $0.task == head }
        exclude(id, from: task)
        plan.complete(in: problem)
    }

    mutating func exclude(_ carrier: Identifier, from task: TaskReference) {
        switch task {
        case .job(let index): problem.jobs[index].excludedCarriers.insert(carrier)
        case .pickup(let index), .delivery(let index):
            problem.shipments[index].excludedCarriers.insert(carrier)
        }
    }
}

extension [TimeWindow] {
    /// These windows from `time` on; none stands for always, and one that is over all day for never after `time`.
    func open(from time: Seconds) -> [TimeWindow] {
        let latest = TimeWindow.always.closes
        guard !isEmpty else { return [TimeWindow(opens: time, closes: latest)] }
        let rest = filter { $0.closes >= time }.map {
            TimeWindow(opens: Swift.max($0.opens, time), closes: $0.closes)
        }
        return rest.isEmpty ? [TimeWindow(opens: latest, closes: latest)] : rest
    }
}
