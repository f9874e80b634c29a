public import VehicleRouting

extension RunningDay {
    /// Lets the day go on to `time` as planned: stops that are over by then are done, and vehicles stand where they are.
    ///
    /// A vehicle on its way home is taken to be there at its arrival; it is not called back.  Time does not run backward.
    public mutating func advance(to time: Seconds) {
        guard time >= now else { return }
        while let moment = nextEnd(by: time) {
            drive(until: max(moment, now))
            endDelays(at: now)
        }
        drive(until: time)
    }

    /// Lets the day go on to `time` with roads as they are.
    private mutating func drive(until time: Seconds) {
        now = time
        var step = ProgressStep()
        for route in plan.routes {
            let schedule = RouteSchedule(route, in: problem)
            guard standings[route.vehicle].activity == .underWay || schedule.start <= time else { continue }
            let count = schedule.steps.prefix { $0.departure <= time }.count
            let isHome = count == route.steps.count && problem.vehicles[route.vehicle].end != nil
            step.add(route, schedule, passing: count, isHome: isHome)
        }
        // A vehicle with nothing left to do drives home.
        let busy = Set(plan.routes.map(\.vehicle))
        for vehicle in problem.vehicles.indices
        where standings[vehicle].activity == .underWay && !busy.contains(vehicle) {
            let settings = problem.vehicles[vehicle].effectiveCompartments.map { _ in Int?.none }
            let route = Route(vehicle: vehicle, steps: [], regimes: settings)
            let isHome = problem.vehicles[vehicle].end != nil
            step.add(route, RouteSchedule(route, in: problem), passing: 0, isHome: isHome)
        }
        take(step)
        for vehicle in problem.vehicles.indices where standings[vehicle].activity == .atDepot {
            let shift = problem.vehicles[vehicle].shift
            problem.vehicles[vehicle].shift.opens = min(max(shift.opens, time), shift.closes)
            if shift.closes < time { retire(vehicle) }
        }
    }

    /// A vehicle that does nothing more today.
    mutating func retire(_ vehicle: Int) {
        standings[vehicle].activity = .out
        problem.vehicles[vehicle].maxTasks = 0
    }

    /// A body drives in one of its layouts a day.
    private mutating func retireLayouts(beside vehicle: Int) {
        guard let body = problem.vehicles[vehicle].body else { return }
        for other in problem.vehicles.indices
        where other != vehicle && problem.vehicles[other].body == body { retire(other) }
    }

    /// Puts the steps that are passed behind the vehicles, and returns where the remaining tasks have gone.
    @discardableResult
    mutating func take(_ step: ProgressStep) -> [TaskReference: TaskReference] {
        var reshaping = TaskReshaping()
        for entry in step.entries {
            begin(entry, &reshaping)
            pass(entry, &reshaping)
            spend(entry)
            place(entry)
            if let route = plan.routes.firstIndex(where: { $0.vehicle == entry.route.vehicle }) {
                plan.routes[route] = entry.rest
            }
        }
        let places = reshaping.apply(to: &problem, &plan)
        done.sort { ($0.departure, $0.name) < ($1.departure, $1.name) }
        for entry in step.entries where entry.isHome { unload(entry.route.vehicle) }
        return places
    }

    /// A route that has begun has the goods of its first trip on board.
    private mutating func begin(_ entry: ProgressStep.Entry, _ reshaping: inout TaskReshaping) {
        let vehicle = entry.route.vehicle
        if standings[vehicle].activity != .underWay {
            load(entry.route.trips[0].visits, vehicle, since: entry.schedule.loadingBegins, &reshaping)
            standings[vehicle].activity = .underWay
            standings[vehicle].tripBegan = entry.schedule.start
            retireLayouts(beside: vehicle)
            standings[vehicle].began = standings[vehicle].began ?? entry.schedule.start
            problem.vehicles[vehicle].costs.fixed = 0
        }
        noteCompartments(entry)
        // Who loads once keeps its compartments as they are.
        guard problem.vehicles[vehicle].reloadDepots.isEmpty else { return }
        for (compartment, regime) in entry.route.regimes.enumerated() {
            guard let regime, problem.vehicles[vehicle].compartments.indices.contains(compartment) else {
                continue
            }
            problem.vehicles[vehicle].compartments[compartment].regimes = [regime]
            problem.vehicles[vehicle].compartments[compartment].changeovers.removeAll { $0.to != regime }
        }
    }

    /// The compartments are as the trips that have begun leave them.
    private mutating func noteCompartments(_ entry: ProgressStep.Entry) {
        guard problem.hasPreparations else { return }
        let vehicle = entry.route.vehicle
        var log = CompartmentLog(problem.vehicles[vehicle], in: problem)
        let passed = entry.route.steps.prefix(entry.count)
        let reloads = passed.count { if case .reload = $0 { true } else { false } }
        let begun = entry.route.trips.prefix(reloads + 1)
        for trip in begun { _ = log.prepare(for: trip) }
        for compartment in problem.vehicles[vehicle].compartments.indices {
            var state = log.states[compartment]
            let visits = begun.last?.visits.filter { $0.compartment == compartment } ?? []
            let aboard = visits.compactMap { problem.handling($0.task).goodsClass }
            // The trip under way is loaded: no cleaning for what is on it.
            state.carried = state.carried.filter { after in
                !aboard.contains { problem.cleaning[after: after, before: $0] != nil }
            }
            problem.vehicles[vehicle].compartments[compartment].state = state
        }
    }

    private mutating func load(
        _ visits: [Visit],
        _ vehicle: Int,
        since start: Seconds,
        _ reshaping: inout TaskReshaping
    ) {
        for visit in visits {
            guard case .job(let index) = visit.task, !problem.jobs[index].delivery.isNothing else { continue }
            reshaping.set(visit.task, .job(loaded(problem.jobs[index], as: visit, on: vehicle, since: start)))
        }
    }

    /// The first steps of a route are facts; a shipment that has been fetched is on board, and so are the goods of the trip
    /// that a reload began.
    private mutating func pass(_ entry: ProgressStep.Entry, _ reshaping: inout TaskReshaping) {
        let vehicle = entry.route.vehicle
        var trip = 0
        for (step, times) in zip(entry.route.steps, entry.schedule.steps).prefix(entry.count) {
            switch step {
            case .visit(let visit): pass(visit, times, vehicle, &reshaping)
            case .rest: break
            case .reload:
                trip += 1
                clear(vehicle)
                standings[vehicle].tripBegan = times.begin
                load(entry.route.trips[trip].visits, vehicle, since: times.loadingBegins, &reshaping)
            }
        }
    }

    private mutating func pass(
        _ visit: Visit,
        _ times: RouteSchedule.Stop,
        _ vehicle: Int,
        _ reshaping: inout TaskReshaping
    ) {
        let owner = problem.vehicles[vehicle]
        var job = problem.visit(visit.task)
        switch visit.task {
        case .job(let index):
            reshaping.set(visit.task, .drop)
            useUp(problem.jobs[index].boxes.first { $0.type == visit.box })
            problem.vehicles[vehicle].addBallast(problem.jobs[index].pickup, to: visit.compartment)
        case .pickup(let index):
            job.pickup = problem.shipments[index].amount
            job.handling = problem.shipments[index].handling
            let fetched = loaded(handOver(of: index), as: visit, on: vehicle, since: times.begin)
            reshaping.set(visit.task, .job(fetched))
        case .delivery(let index):
            job = handOver(of: index)
            reshaping.set(.pickup(index), .drop)
        }
        done.append(
            DoneStop(
                name: StopName(visit.task, in: problem),
                vehicle: owner.id,
                compartment: owner.effectiveCompartments[visit.compartment].id,
                arrival: times.arrival,
                begin: times.begin,
                departure: times.departure,
                lateness: times.lateness,
                job: job.asFact
            )
        )
    }

    /// A vehicle at a depot gives off what it has collected or holds.
    private mutating func clear(_ vehicle: Int) {
        problem.vehicles[vehicle].ballast = []
        for compartment in problem.vehicles[vehicle].compartments.indices {
            problem.vehicles[vehicle].compartments[compartment].ballast = []
        }
    }

    /// A vehicle that has come home gives back what it still carries.
    private mutating func unload(_ vehicle: Int) {
        clear(vehicle)
        let id = problem.vehicles[vehicle].id
        var reshaping = TaskReshaping()
        for (job, order) in problem.jobs.enumerated() where order.aboard?.vehicle == id {
            held.append(
                HeldGoods(order: order.id, reason: .broughtBack, vehicle: id, since: now, job: order.asFact)
            )
            useUp(order.packedIn)
            reshaping.set(.job(job), .drop)
        }
        reshaping.apply(to: &problem, &plan)
    }
}
