internal import VehicleRouting

/// What a vehicle pays at least for going through further stops between two of its route.
struct RouteDetours {
    let vehicle: Vehicle
    let matrix: TravelMatrix

    /// Driving seconds; 0 from nowhere or to nowhere, where an open route begins or ends.
    func seconds(from origin: Int?, to destination: Int?) -> Seconds {
        guard let origin, let destination else { return 0 }
        return matrix.duration(from: origin, to: destination, speedFactor: vehicle.speedFactor)
    }

    /// Road, work and halts of `stops`, in ticks, between the place `from` and the stop `next` or, behind the last stop, the
    /// `end` of the route, less the way between these two.
    func ticks(from: Int?, through stops: [ProbedStop], to next: ProbedStop?, end: Int?) -> Int {
        var here = from
        var ticks = 0
        for stop in stops {
            ticks += road(from: here, to: stop.location) + work(at: stop, from: here)
            here = stop.location
        }
        ticks += road(from: here, to: next?.location ?? end) - road(from: from, to: next?.location ?? end)
        if let next { ticks += work(at: next, from: here) - work(at: next, from: from) }
        return ticks
    }

    private func road(from origin: Int?, to destination: Int?) -> Int {
        guard let origin, let destination else { return 0 }
        if let cost = matrix.arcCost(from: origin, to: destination) {
            return cost * Cost.ticksPerWireUnit
        }
        return matrix.distance(from: origin, to: destination) * vehicle.costs.perKilometre
            * Cost.ticksPerMetre
            + seconds(from: origin, to: destination) * vehicle.costs.perHour * Cost.ticksPerSecond
    }

    private func work(at stop: ProbedStop, from place: Int?) -> Int {
        let moves = place != stop.location
        return stop.stay(moving: moves) * vehicle.costs.perTaskHour * Cost.ticksPerSecond
            + (moves ? vehicle.costs.perStop * Cost.ticksPerWireUnit : 0)
    }
}
