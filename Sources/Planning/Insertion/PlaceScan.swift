internal import VehicleRouting

/// A place for a task in a route that no quick test rules out.
struct PlaceCandidate {
    /// What the task adds there at least, in ticks.
    let bound: Int
    /// Which route of those looked at.
    let host: Int
    /// How many stops come before the task, and before a shipment's delivery.
    let first: Int
    let last: Int
    /// The places of `PlaceScan.places` whose compartments have room, one bit each.
    let choices: UInt64
}

/// Looks through every place of a route for a task: those that are certainly late or too full are dropped, the others get
/// the least that they can cost.
///
/// A route that breaks promises as it is has its times and loads passed over: there the evaluation alone decides.
struct PlaceScan {
    let probe: RouteProbe
    /// Where the goods may travel.
    let places: [RouteProbe.Place]
    private let host: ProbedRoute
    private let isSound: Bool
    private let task: ProbedTask
    private let detours: RouteDetours
    /// What every place of the route costs at least beside the detour, in ticks.
    private let base: Int

    /// Nil when a rule that no place mends keeps the task from the route.
    init?(_ task: ProbedTask, host: ProbedRoute, in problem: Problem) {
        probe = RouteProbe(task, host: host, in: problem)
        guard probe.fixedRules == 0, probe.extraTasks == 0 else { return nil }
        places = Array(probe.places(in: problem).filter(\.isKept).prefix(UInt64.bitWidth))
        guard !places.isEmpty else { return nil }
        self.task = task
        self.host = host
        isSound = host.violations.isEmpty
        detours = RouteDetours(vehicle: probe.vehicle, matrix: probe.matrix)
        let ledger = host.evaluation.ledger
        // Waiting, overtime and lateness may shrink when a stop comes between, but not below nothing.
        let uncertain = ledger.waiting + ledger.overtime + ledger.lateness
        base = ((host.stops.isEmpty ? ledger.total : .zero) - uncertain).ticks
    }

    /// The ways to take a place, one for each compartment with room.
    func insertions(_ candidate: PlaceCandidate) -> [Insertion] {
        places.indices.filter { candidate.choices & 1 << UInt64($0) != 0 }.map { index in
            Insertion(
                host: host,
                position: candidate.first,
                deliveryPosition: candidate.last,
                compartment: places[index].compartment,
                regimes: places[index].regimes,
                score: InsertionScore()
            )
        }
    }

    /// Adds every place that is not ruled out to `found`.
    func run(_ number: Int, into found: inout [PlaceCandidate]) {
        for position in 0...host.stops.count {
            if probe.own.count == 1 {
                scanJob(number, position, &found)
            } else {
                scanShipment(number, position, &found)
            }
        }
    }

    private func place(before position: Int) -> Int? {
        position == 0 ? probe.vehicle.start : host.stops[position - 1].location
    }

    private func stop(at position: Int) -> ProbedStop? {
        position < host.stops.count ? host.stops[position] : nil
    }

    private func scanJob(_ number: Int, _ position: Int, _ found: inout [PlaceCandidate]) {
        var choices: UInt64 = 0
        for (index, place) in places.enumerated() {
            let hasRoom =
                !isSound
                || host.peaks.fits(task.delivery, task.pickup, in: place.compartment, at: position)
            if hasRoom { choices |= 1 << UInt64(index) }
        }
        guard choices != 0 else { return }
        let own = probe.own[0]
        let from = place(before: position)
        if isSound {
            guard
                let left = departure(from: own, reachedFrom: from, leaving: host.ahead.departures[position]),
                isOnTime(leaving: own.location, at: left, next: position)
            else { return }
        }
        let cost = detours.ticks(from: from, through: [own], to: stop(at: position), end: probe.vehicle.end)
        found.append(
            PlaceCandidate(
                bound: base + cost,
                host: number,
                first: position,
                last: position,
                choices: choices
            )
        )
    }

    /// The pickup before the stop at `first`, the delivery before each stop from there on.
    private func scanShipment(_ number: Int, _ first: Int, _ found: inout [PlaceCandidate]) {
        let (pickup, delivery) = (probe.own[0], probe.own[1])
        let from = place(before: first)
        let leaving = departure(from: pickup, reachedFrom: from, leaving: host.ahead.departures[first])
        guard var clock = leaving ?? (isSound ? nil : 0) else { return }
        let detour = detours.ticks(from: from, through: [pickup], to: stop(at: first), end: probe.vehicle.end)
        var choices = UInt64.max >> UInt64(UInt64.bitWidth - places.count)
        var here = pickup.location
        for last in first...host.stops.count {
            for (index, place) in places.enumerated() where isSound {
                if !host.peaks.fits(task.amount, in: place.compartment, at: last) {
                    choices &= ~(1 << UInt64(index))
                }
            }
            guard choices != 0 else { return }
            if reachesOnTime(delivery, from: here, leaving: clock, next: last) {
                let cost =
                    last == first
                    ? detours.ticks(
                        from: from,
                        through: [pickup, delivery],
                        to: stop(at: last),
                        end: probe.vehicle.end
                    )
                    : detour
                        + detours.ticks(
                            from: host.stops[last - 1].location,
                            through: [delivery],
                            to: stop(at: last),
                            end: probe.vehicle.end
                        )
                found.append(
                    PlaceCandidate(
                        bound: base + cost,
                        host: number,
                        first: first,
                        last: last,
                        choices: choices
                    )
                )
            }
            guard last < host.stops.count else { return }
            let stop = host.stops[last]
            if isSound {
                guard let left = departure(from: stop, reachedFrom: here, leaving: clock) else { return }
                clock = left
            }
            here = stop.location
        }
    }

    /// Whether the vehicle can hand over at `delivery` and then do the rest of the route on time.
    private func reachesOnTime(
        _ delivery: ProbedStop,
        from here: Int,
        leaving clock: Seconds,
        next: Int
    ) -> Bool {
        guard isSound else { return true }
        guard let left = departure(from: delivery, reachedFrom: here, leaving: clock) else { return false }
        return isOnTime(leaving: delivery.location, at: left, next: next)
    }

    /// When `stop` is left at the earliest by a vehicle that leaves `place` at `time`; nil when it comes too late.
    private func departure(from stop: ProbedStop, reachedFrom place: Int?, leaving time: Seconds) -> Seconds?
    {
        let arrival = time + detours.seconds(from: place, to: stop.location)
        return stop.windows.nextOpening(at: arrival).map { $0 + stop.stay(moving: place != stop.location) }
    }

    private func isOnTime(leaving place: Int, at time: Seconds, next: Int) -> Bool {
        let to = next < host.stops.count ? host.stops[next].location : probe.vehicle.end
        return host.ahead.isOnTime(
            time + detours.seconds(from: place, to: to),
            at: next,
            of: host.stops,
            moving: place != to
        )
    }
}
