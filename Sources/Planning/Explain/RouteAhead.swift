internal import VehicleRouting

/// How early a vehicle can leave each stop of its route, and how late it may without making a later stop late.
///
/// Both are those of the route as it is.  Where the route is late already the deadlines rule nothing out.
struct RouteAhead {
    /// Earliest departure after the first so many stops, from 0 to all of them.
    private(set) var departures: [Seconds]
    /// Latest departure after the first so many stops that keeps the rest of the route on time.
    private(set) var deadlines: [Seconds]
    /// Latest arrival at the end of the route.
    let lastArrival: Seconds

    /// A time before all others: nothing can be in time for it.
    static let never = Seconds.min / 4

    init(
        _ stops: [ProbedStop],
        of vehicle: Vehicle,
        matrix: TravelMatrix,
        leaving departure: Seconds,
        returnGates: [TimeWindow]
    ) {
        // Up to the last opening within the shift the vehicle may arrive, and wait for it.
        lastArrival = returnGates.lastOpening(at: vehicle.shift.closes) ?? Self.never
        let places = [vehicle.start] + stops.map(\.location) + [vehicle.end]
        let travel = zip(places, places.dropFirst()).map { from, to -> Seconds in
            guard let from, let to else { return 0 }
            return matrix.duration(from: from, to: to, speedFactor: vehicle.speedFactor)
        }
        departures = [departure]
        for (index, stop) in stops.enumerated() {
            let arrival = departures[index] + travel[index]
            let begin = stop.windows.nextOpening(at: arrival) ?? arrival
            departures.append(begin + stop.stay(moving: places[index] != stop.location))
        }
        deadlines = departures
        deadlines[stops.count] = lastArrival - travel[stops.count]
        for index in stops.indices.reversed() {
            let stay = stops[index].stay(moving: places[index] != stops[index].location)
            deadlines[index] =
                stops[index].latestArrival(leavingBy: deadlines[index + 1], stay: stay) - travel[index]
        }
    }

    /// Whether a vehicle that comes to the stop at `index`, or to the end behind the last one, at `arrival` keeps the rest
    /// of the route on time.
    func isOnTime(_ arrival: Seconds, at index: Int, of stops: [ProbedStop], moving: Bool) -> Bool {
        guard index < stops.count else { return arrival <= lastArrival }
        let stop = stops[index]
        return arrival
            <= stop.latestArrival(leavingBy: deadlines[index + 1], stay: stop.stay(moving: moving))
    }
}

extension ProbedStop {
    /// Seconds of setup and service; setup only when the vehicle moves to get here.
    func stay(moving: Bool) -> Seconds {
        (moving ? setup : 0) + service
    }

    /// The latest arrival after which it can be left by `deadline`.
    func latestArrival(leavingBy deadline: Seconds, stay: Seconds) -> Seconds {
        windows.lastOpening(at: deadline - stay) ?? RouteAhead.never
    }
}
