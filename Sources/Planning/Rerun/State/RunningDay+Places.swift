internal import VehicleRouting

/// Where vehicles are next ready, and what is left of their limits.
extension RunningDay {
    /// Takes what the passed steps have used up off a vehicle's limits, its breaks and its driver's hours.
    mutating func spend(_ entry: ProgressStep.Entry) {
        let index = entry.route.vehicle
        var vehicle = problem.vehicles[index]
        let passed = entry.schedule.steps.prefix(entry.count)
        let spent = entry.ready - entry.schedule.start
        let driven = passed.reduce(entry.isHome ? entry.schedule.lastTravel : 0) { $0 + $1.travel }
        let metres = passed.reduce(entry.isHome ? entry.schedule.lastDistance : 0) { $0 + $1.distance }
        if let limit = vehicle.maxDuration {
            let began = standings[index].began ?? entry.schedule.start
            vehicle.shift.closes = min(vehicle.shift.closes, began + limit)
            vehicle.maxDuration = nil
        }
        let visits = entry.route.steps.prefix(entry.count).count { $0.visit != nil }
        vehicle.maxTasks = vehicle.maxTasks.map { max($0 - visits, 0) }
        vehicle.maxTravelTime = vehicle.maxTravelTime.map { max($0 - driven, 0) }
        vehicle.maxDistance = vehicle.maxDistance.map { max($0 - metres, 0) }
        vehicle.costs.overtimeAfter = vehicle.costs.overtimeAfter.map { max($0 - spent, 0) }
        for compartment in vehicle.compartments.indices {
            guard let door = vehicle.compartments[compartment].door else { continue }
            let left = entry.route.doorWarmth(of: compartment, door, after: entry.count, entry.schedule)
            vehicle.compartments[compartment].door?.warmth = entry.isHome ? 0 : min(left, door.limit)
        }
        vehicle.breaks.removeFirst(min(entry.breaks, vehicle.breaks.count))
        vehicle.hoursUsed.driving += driven
        vehicle.hoursUsed.duty += spent
        let rest = entry.route.steps.prefix(entry.count).lastIndex {
            if case .rest = $0 { true } else { false }
        }
        if let rest {
            vehicle.hoursUsed.drivingSinceRest = 0
            vehicle.hoursUsed.hasFirstPart = false
            vehicle.hoursUsed.drivingSinceRest += passed.suffix(from: rest + 1).reduce(0) { $0 + $1.travel }
        } else {
            vehicle.hoursUsed.drivingSinceRest += driven
        }
        problem.vehicles[index] = vehicle
    }

    /// Puts a vehicle where it is next ready.
    mutating func place(_ entry: ProgressStep.Entry) {
        let index = entry.route.vehicle
        let vehicle = problem.vehicles[index]
        let time = entry.ready
        let place = entry.isHome ? vehicle.end : entry.place(in: problem)
        if entry.isHome, let depot = vehicle.endDepot {
            let loads = max(time, outages[problem.depots[depot].id] ?? 0)
            let isLast = loads > vehicle.shift.closes
            stand(index, at: place, from: isLast ? time : loads, to: vehicle.shift.closes)
            problem.vehicles[index].startDepot = depot
            standings[index].activity = .atDepot
            if isLast { retire(index) }
        } else {
            // Where the plan ends the vehicle waits for more; before, it goes on at once.
            let isIdle = entry.isHome || entry.count == entry.route.steps.count && vehicle.end == nil
            stand(
                index,
                at: place,
                from: isIdle ? max(time, now) : time,
                to: isIdle ? vehicle.shift.closes : time
            )
        }
    }

    /// The depot (index) that stands for where a vehicle is.
    mutating func waypoint(of index: Int) -> Int {
        if let waypoint = standings[index].waypoint { return waypoint }
        let id = problem.freshDepotID("\(problem.vehicles[index].id) under way")
        problem.depots.append(Depot(id: id, location: problem.vehicles[index].start ?? 0))
        standings[index].waypoint = problem.depots.count - 1
        // What is on board has been shipped from where it may.
        for rule in problem.channelRules.indices {
            problem.channelRules[rule].depots?.insert(problem.depots.count - 1)
        }
        return problem.depots.count - 1
    }

    /// Lets a vehicle leave `place` not before `opens` and not after `closes`; equal when it must.
    mutating func stand(_ index: Int, at place: Int?, from opens: Seconds, to closes: Seconds) {
        guard let place else { return }
        let depot = waypoint(of: index)
        problem.depots[depot].location = place
        problem.depots[depot].timeWindows = [TimeWindow(opens: opens, closes: max(opens, closes))]
        problem.vehicles[index].start = place
        problem.vehicles[index].startDepot = depot
        problem.vehicles[index].shift.opens = min(opens, problem.vehicles[index].shift.closes)
    }
}
