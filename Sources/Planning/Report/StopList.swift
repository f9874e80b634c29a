internal import VehicleRouting

/// `stops.csv`: the plan as one row per task and reload, for spreadsheets and as the baseline of another day.
///
/// Headers are fixed words, not translated, because the program reads the file again.
public struct StopList {
    private let day: DayContext

    /// The stops of `day`.
    public init(_ day: DayContext) {
        self.day = day
    }

    /// The file's text.
    public func csv() -> String {
        let header =
            [
                "vehicle", "sequence", "stop", "order", "task", "site", "site_name", "compartment", "regime",
                "arrival", "begin", "departure", "window_opens", "window_closes", "margin_min",
            ] + day.problem.dimensions.map(\.columnName) + ["driven_km"]
        var table = CSVText(header: header)
        for driven in day.drivenRoutes {
            for row in rows(driven.route, driven.evaluation) { table.append(row) }
        }
        return table.text
    }

    private func rows(_ route: Route, _ evaluation: RouteEvaluation) -> [[CSVText.Cell]] {
        let halts = evaluation.halts.flatMap { halt in halt.visits.map { _ in halt.number } }
        var rows: [[CSVText.Cell]] = []
        var (position, trip, metres) = (0, 0, 0)
        for times in evaluation.schedule.steps {
            metres += times.distance
            let sequence = rows.count + 1
            switch times.role {
            case .visit:
                rows.append(row(route, evaluation, position, sequence, halt: halts[position], metres))
                position += 1
            case .reload:
                trip += 1
                rows.append(row(reloading: route, for: trip, times, sequence, metres))
            case .rest: break
            }
        }
        return rows
    }

    private func row(
        reloading route: Route,
        for trip: Int,
        _ times: RouteSchedule.Stop,
        _ sequence: Int,
        _ metres: Metres
    ) -> [CSVText.Cell] {
        let depot = route.trips[trip].reload
        let clock = day.display.clock
        let empty = CSVText.Cell.plain("")
        let head: [CSVText.Cell] = [
            .text("\(day.problem.vehicles[route.vehicle].id)"), .plain("\(sequence)"), empty, empty,
            .plain("reload"),
            .text(depot.map { "\(day.problem.depots[$0].id)" } ?? ""), .text(depot.map(day.depotName) ?? ""),
            empty, empty,
            .plain(clock.stamp(times.arrival)), .plain(clock.stamp(times.begin)),
            .plain(clock.stamp(times.departure)),
            empty, empty, empty,
        ]
        return head + day.problem.dimensions.map { _ in empty } + [.amount(metres, scale: 1000)]
    }

    private func row(
        _ route: Route,
        _ evaluation: RouteEvaluation,
        _ position: Int,
        _ sequence: Int,
        halt: Int,
        _ metres: Metres
    ) -> [CSVText.Cell] {
        let visit = route.visits[position]
        let stop = evaluation.schedule.stops[position]
        let vehicle = day.problem.vehicles[route.vehicle]
        let window = day.problem.window(of: visit.task, at: stop)
        let change = day.problem.loadChange(visit.task)
        let clock = day.display.clock
        var cells: [CSVText.Cell] = [
            .text("\(vehicle.id)"),
            .plain("\(sequence)"),
            .plain("\(halt)"),
            .text("\(day.problem.visit(visit.task).id)"),
            .plain(visit.task.word),
            .text(day.siteCode(visit.task)),
            .text(day.place(visit.task)),
            .text("\(vehicle.effectiveCompartments[visit.compartment].id)"),
            .text(day.problem.regime(visit.task).map { "\(day.problem.regimes[$0].id)" } ?? ""),
            .plain(clock.stamp(stop.arrival)),
            .plain(clock.stamp(stop.begin)),
            .plain(clock.stamp(stop.departure)),
            .plain(window.map { clock.stamp($0.opens) } ?? ""),
            .plain(window.map { clock.stamp($0.closes) } ?? ""),
            .plain(
                day.problem.margin(of: visit.task, at: stop).map { "\($0.flooredQuotient(by: 60))" } ?? ""
            ),
        ]
        for (index, dimension) in day.problem.dimensions.enumerated() {
            let unloaded = change.unloaded.isEmpty ? 0 : change.unloaded[index]
            let loaded = change.loaded.isEmpty ? 0 : change.loaded[index]
            cells.append(.amount(unloaded + loaded, scale: dimension.scale))
        }
        return cells + [.amount(metres, scale: 1000)]
    }
}

extension LoadDimension {
    /// The name of a column that holds it: `weight_kg`.
    var columnName: String {
        let word = unit.isEmpty ? name : "\(name)_\(unit)"
        return name == unit ? name : word.replacing(" ", with: "_")
    }
}

extension TaskReference {
    /// The word for it in files, as in VROOM's steps.
    var word: String {
        switch self {
        case .job: "job"
        case .pickup: "pickup"
        case .delivery: "delivery"
        }
    }
}

extension Problem {
    /// The window in which service begins, or the last one when it begins too late; nil without windows.
    func window(of task: TaskReference, at stop: RouteSchedule.Stop) -> TimeWindow? {
        let windows = visit(task).timeWindows
        return windows.first { $0.closes >= stop.begin } ?? windows.last
    }
}
