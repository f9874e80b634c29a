internal import VehicleRouting

/// A stop that little keeps from being late: what a dispatcher watches.
struct TightStop {
    let vehicle: String
    let number: String
    let siteName: String
    let begin: String
    let window: String
    let margin: String
    let marginClass: String

    /// The tightest stops of a plan, at most a dozen, tightest first; one per halt.
    static func list(_ day: DayContext) -> [TightStop] {
        let halts = day.drivenRoutes.flatMap { driven in
            driven.evaluation.halts.compactMap { halt -> (margin: Seconds, stop: TightStop)? in
                let margins = halt.visits.compactMap { position in
                    let stop = driven.evaluation.schedule.stops[position]
                    return day.problem.margin(of: driven.route.visits[position].task, at: stop)
                        .map { (margin: $0, position: position) }
                }
                guard let least = margins.min(by: { $0.margin < $1.margin }),
                    least.margin < RouteCard.tightMargin
                else { return nil }
                let task = driven.route.visits[least.position].task
                let stop = TightStop(
                    vehicle: "\(day.problem.vehicles[driven.route.vehicle].id)",
                    number: "\(halt.number)",
                    siteName: day.place(task),
                    begin: day.display.clock.time(driven.evaluation.schedule.stops[least.position].begin),
                    window: day.display.windows(day.problem.visit(task).timeWindows),
                    margin: day.strings.margin(least.margin),
                    marginClass: RouteCard.marginClass(least.margin)
                )
                return (least.margin, stop)
            }
        }
        return halts.enumerated()
            .sorted { ($0.element.margin, $0.offset) < ($1.element.margin, $1.offset) }
            .prefix(12).map(\.element.stop)
    }
}
