internal import VehicleRouting

/// What happens on a route, one thing after the other.
enum RouteMoment {
    /// Visits made without moving the vehicle; a rest between them makes two halts of one number.
    case halt(Halt)
    /// The vehicle is back at a depot and loads; `trip` is 1 for the second.
    case reload(trip: Int, RouteSchedule.Stop)
    /// The driver rests.
    case rest(RouteSchedule.Stop)
}

/// One halt of a route: the visits made without moving the vehicle.
struct Halt {
    /// 1 for the first.
    let number: Int
    /// Positions of its visits on the route.
    let visits: Range<Int>
}

extension RouteEvaluation {
    /// Everything between the departure and the way home, in order.
    var moments: [RouteMoment] {
        var moments: [RouteMoment] = []
        var (position, number, trip) = (0, 0, 0)
        for times in schedule.steps {
            switch times.role {
            case .visit:
                if position == 0 || times.isHalt { number += 1 }
                if case .halt(let halt)? = moments.last, halt.number == number {
                    moments.removeLast()
                    moments.append(.halt(Halt(number: number, visits: halt.visits.lowerBound..<position + 1)))
                } else {
                    moments.append(.halt(Halt(number: number, visits: position..<position + 1)))
                }
                position += 1
            case .reload:
                trip += 1
                moments.append(.reload(trip: trip, times))
            case .rest: moments.append(.rest(times))
            }
        }
        return moments
    }

    /// The halts in order; the visits of one are next to each other.
    var halts: [Halt] {
        moments.reduce(into: []) { halts, moment in
            guard case .halt(let halt) = moment else { return }
            if let last = halts.last, last.number == halt.number {
                halts[halts.count - 1] = Halt(
                    number: halt.number,
                    visits: last.visits.lowerBound..<halt.visits.upperBound
                )
            } else {
                halts.append(halt)
            }
        }
    }

    /// What is on board of each compartment when a trip of the route departs.
    func departureLoads(of trip: Trip) -> [Load] { loads[trip.steps.lowerBound] }

    /// The greatest load of each compartment on a trip, dimension by dimension.
    func peakLoads(of trip: Trip) -> [Load] {
        let moments = loads[trip.steps.lowerBound...trip.steps.upperBound]
        return moments.dropFirst().reduce(into: moments.first ?? []) { peak, moment in
            for compartment in peak.indices {
                peak[compartment] = zip(peak[compartment], moment[compartment]).map { max($0, $1) }
            }
        }
    }
}
