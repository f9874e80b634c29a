/// A trip with its times: what the rules of the cold chain look at.
struct TripLog {
    /// One visit and when it happened.
    struct Entry {
        var visit: Visit
        var times: RouteSchedule.Stop
        /// Driving seconds since the visit before, or since the start of the trip.
        var driving: Seconds
    }

    /// When loading begins: boxes are packed, clocks of hold times run.
    var start: Seconds
    var entries: [Entry]

    /// Jobs, and shipments by their pickup.
    var heads: [Entry] {
        entries.filter { if case .delivery = $0.visit.task { false } else { true } }
    }

    /// The trips of a route, in order.
    static func trips(of route: Route, _ schedule: RouteSchedule) -> [TripLog] {
        var trips = [TripLog(start: schedule.loadingBegins, entries: [])]
        var driving = 0
        for (step, times) in zip(route.steps, schedule.steps) {
            driving += times.travel
            switch step {
            case .visit(let visit):
                trips[trips.count - 1].entries.append(Entry(visit: visit, times: times, driving: driving))
                driving = 0
            case .reload:
                trips.append(TripLog(start: times.loadingBegins, entries: []))
                driving = 0
            case .rest: break
            }
        }
        return trips
    }
}
