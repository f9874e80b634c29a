internal import Interchange
internal import VehicleRouting

/// What events do to vehicles, and to the goods on them.
extension RunningDay {
    /// Seconds that vehicles stand together while goods go from one to the other, once however many goods.
    static let transferTime: Seconds = 600

    /// A vehicle that can go no further: others take its goods over, or bring the same goods, or nobody does.
    mutating func stop(_ vehicle: Int, at place: Int, load: LoadRescue, fetchBy: Seconds?) {
        let id = problem.vehicles[vehicle].id
        plan.routes.removeAll { $0.vehicle == vehicle }
        retire(vehicle)
        var reshaping = TaskReshaping()
        var collections: [Job] = []
        for (index, job) in problem.jobs.enumerated() where job.aboard?.vehicle == id {
            useUp(job.packedIn)
            if !job.pickup.isNothing { collections.append(job.collection) }
            switch load {
            case .transfer:
                reshaping.set(
                    .job(index),
                    .shipment(takenOver(job, by: transfer(of: job, at: place, fetchBy)))
                )
            case .resend where hasBoxes(job.packedIn):
                useUp(job.packedIn)
                let source = source(for: job.location, among: openSources) ?? sources.first ?? 0
                reshaping.set(.job(index), .shipment(sentAgain(job, by: fetching(job.id, at: source))))
                reopenEmergency(job.id)
            case .resend, .lost:
                let reason = load == .lost ? HeldGoods.Reason.stranded : .noStock
                var goods = job.asFact
                goods.pickup = []
                held.append(
                    HeldGoods(order: job.id, reason: reason, vehicle: id, since: now, job: goods)
                )
                reshaping.set(.job(index), .drop)
            }
        }
        reshaping.apply(to: &problem, &plan)
        problem.jobs += collections
        for job in collections { promises[StopName(job.id)] = job.timeWindows.last?.closes }
        plan.complete(in: problem)
    }

    private func transfer(of job: Job, at place: Int, _ fetchBy: Seconds?) -> Job {
        var pickup = Job(id: pickupName(of: job.id), location: place)
        pickup.setup = Self.transferTime
        pickup.timeWindows = [TimeWindow(opens: now, closes: max(fetchBy ?? TimeWindow.always.closes, now))]
        return pickup
    }

    /// A compartment that follows the weather: its goods must be handed over before they leave their range, and goods that
    /// need a temperature may no longer enter it.
    mutating func warm(_ failure: ReeferFailure, at pointer: String) throws(RerunError) {
        let vehicle = try activeVehicle(failure.vehicle, at: pointer)
        let failed = try compartments(failure.compartment, of: vehicle, at: pointer)
        let all = problem.vehicles[vehicle].effectiveCompartments
        let names = Set(failed.map { all[$0].id })
        var lost: [Identifier] = []
        for (index, job) in problem.jobs.enumerated() {
            guard let aboard = job.aboard, aboard.vehicle == failure.vehicle,
                names.contains(aboard.compartment),
                let regime = problem.regime(.job(index))
            else { continue }
            problem.jobs[index].regime = nil
            guard let left = WarmingTime.seconds(failure, in: problem.regimes[regime]) else { continue }
            let deadline = now + left
            perishing.insert(job.id)
            let windows = job.timeWindows.close(at: deadline)
            if windows.isEmpty { lost.append(job.id) } else { problem.jobs[index].timeWindows = windows }
            let values = ["order": "\(job.id)", "time": DayClock(problem).time(deadline)]
            note(.handOverBefore, values)
        }
        if !problem.vehicles[vehicle].compartments.isEmpty {
            for compartment in failed { problem.vehicles[vehicle].compartments[compartment].regimes = nil }
        }
        for route in plan.routes.indices where plan.routes[route].vehicle == vehicle {
            for compartment in failed where plan.routes[route].regimes.indices.contains(compartment) {
                plan.routes[route].regimes[compartment] = nil
            }
            let problem = problem
            plan.routes[route].removeVisits {
                failed.contains($0.compartment) && problem.regime($0.task) != nil
            }
        }
        plan.routes.removeAll(where: \.visits.isEmpty)
        plan.complete(in: problem)
        for order in lost { if let task = task(of: order) { hold(task, .temperature) } }
    }

    mutating func relieve(_ vehicle: Int, _ relief: DriverRelief, at pointer: String) throws(RerunError) {
        let clock = DayClock(problem)
        switch relief {
        case .nobody:
            stop(vehicle, at: problem.vehicles[vehicle].start ?? 0, load: .transfer, fetchBy: nil)
        case .homeBy(let time):
            let id = problem.vehicles[vehicle].id
            try expectAhead(time, "the time to be home of vehicle \(id)", at: pointer)
            guard time >= problem.vehicles[vehicle].shift.opens else {
                throw RerunError(
                    .contradiction,
                    at: pointer,
                    "vehicle \(id) cannot be home by \(clock.time(time)), before it is next ready"
                )
            }
            let closes = min(problem.vehicles[vehicle].shift.closes, time)
            problem.vehicles[vehicle].shift.closes = closes
            standings[vehicle].latestHome = time
        case .relieved(let time):
            let id = problem.vehicles[vehicle].id
            try expectAhead(time, "the time at which the driver of vehicle \(id) is relieved", at: pointer)
            try hold(vehicle, by: max(time - max(problem.vehicles[vehicle].shift.opens, now), 0), at: pointer)
        }
    }

    /// A vehicle that goes on later than planned.
    mutating func hold(_ vehicle: Int, by delay: Seconds, at pointer: String) throws(RerunError) {
        let shift = problem.vehicles[vehicle].shift
        let ready = max(shift.opens, standings[vehicle].activity == .underWay ? shift.opens : now) + delay
        guard ready <= shift.closes else {
            let clock = DayClock(problem)
            throw RerunError(
                .contradiction,
                at: pointer,
                "vehicle \(problem.vehicles[vehicle].id) would go on at \(clock.time(ready)), after its shift"
            )
        }
        if standings[vehicle].activity == .underWay {
            stand(vehicle, at: problem.vehicles[vehicle].start, from: ready, to: ready)
        } else {
            problem.vehicles[vehicle].shift.opens = ready
        }
    }
}

extension [TimeWindow] {
    /// What is left of these windows until `time`; empty when nothing is.
    func close(at time: Seconds) -> [TimeWindow] {
        guard !isEmpty else { return [TimeWindow(opens: 0, closes: time)] }
        return filter { $0.opens <= time }
            .map { TimeWindow(opens: $0.opens, closes: Swift.min($0.closes, time)) }
    }
}
