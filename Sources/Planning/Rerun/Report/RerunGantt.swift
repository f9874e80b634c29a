internal import VehicleRouting

/// What the vehicles that change were to do, and what they are to do now, a lane under the other.
struct RerunGantt {
    struct Pair {
        let vehicle: String
        let colour: String
        let lanes: [Lane]
    }

    struct Lane {
        let heading: String
        let row: RouteGantt.Row
        /// Where the time of the rerun is on the lane.
        let nowPath: String
    }

    let ticks: [RouteGantt.Tick]
    let pairs: [Pair]

    /// - Parameter looks: The look of each vehicle (id) that changes.
    /// - Returns: Nil when none of them drives, before or after.
    init?(before: DayContext, after: DayContext, looks: [Identifier: Int], now: Seconds) {
        let plans = [(RerunPhrase.pageBefore, before), (.pageAfter, after)]
        let driven = plans.flatMap { _, day in
            day.drivenRoutes.compactMap { route -> (vehicle: Vehicle, schedule: RouteSchedule)? in
                let vehicle = day.problem.vehicles[route.route.vehicle]
                guard looks[vehicle.id] != nil else { return nil }
                return (vehicle: vehicle, schedule: route.evaluation.schedule)
            }
        }
        guard let span = TimeSpan(driven) else { return nil }
        ticks = span.ticks.map {
            RouteGantt.Tick(x: svg(span.x($0) / 10), text: after.display.clock.time($0))
        }
        pairs = looks.sorted { $0.value < $1.value }.map { id, look in
            let lanes = plans.compactMap { heading, day -> Lane? in
                let route = day.drivenRoutes.first { day.problem.vehicles[$0.route.vehicle].id == id }
                guard let route else { return nil }
                let row = RouteGantt.Row(index: look, route.route, route.evaluation, span: span, day: day)
                return Lane(
                    heading: day.strings.text(heading),
                    row: row,
                    nowPath: "M\(svg(span.x(now))) 0V\(row.height)"
                )
            }
            return Pair(vehicle: "\(id)", colour: RouteLook(index: look).colour, lanes: lanes)
        }
    }
}
