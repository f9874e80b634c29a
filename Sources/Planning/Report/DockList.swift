internal import VehicleRouting

/// `dock-list.csv`: what goes into which compartment, in the order of loading.
///
/// The last stop is loaded first, so that the first stop's goods stand at the door.  Only goods that come from the start
/// of the route are listed; pickups on the way are the driver's.
public struct DockList {
    private let day: DayContext

    /// The loading of `day`.
    public init(_ day: DayContext) {
        self.day = day
    }

    /// The file's text.
    public func csv() -> String {
        let header =
            [
                "vehicle", "depot", "loading_begins", "departure", "compartment", "set_point", "low_c",
                "high_c",
                "load_order", "stop", "order", "site", "site_name", "goods_regime",
                "passive_box", "passive_boxes", "package_category",
            ] + day.problem.dimensions.map(\.columnName)
        var table = CSVText(header: header)
        for driven in day.drivenRoutes {
            let compartments = day.problem.vehicles[driven.route.vehicle].effectiveCompartments
            for (number, trip) in driven.route.trips.enumerated() {
                for compartment in compartments.indices {
                    let loaded = loading(trip, of: driven.route, driven.evaluation, into: compartment)
                    for (index, item) in loaded.enumerated() {
                        table.append(
                            row(
                                driven.route,
                                driven.evaluation,
                                trip: number,
                                compartment,
                                index + 1,
                                item.visit,
                                item.stop
                            )
                        )
                    }
                }
            }
        }
        return table.text
    }

    /// The visits whose goods are loaded for a trip, last stop first, with the numbers of their stops.
    private func loading(
        _ trip: Trip,
        of route: Route,
        _ evaluation: RouteEvaluation,
        into compartment: Int
    ) -> [(visit: Visit, stop: Int)] {
        evaluation.halts.reversed().flatMap { halt in
            halt.visits.reversed().filter(trip.positions.contains).compactMap { position in
                let visit = route.visits[position]
                guard case .job(let job) = visit.task, visit.compartment == compartment else { return nil }
                let hasGoods = day.problem.dimensions.isEmpty || !day.problem.jobs[job].delivery.isNothing
                return hasGoods ? (visit, halt.number) : nil
            }
        }
    }

    private func row(
        _ route: Route,
        _ evaluation: RouteEvaluation,
        trip number: Int,
        _ compartment: Int,
        _ order: Int,
        _ visit: Visit,
        _ stop: Int
    ) -> [CSVText.Cell] {
        let task = visit.task
        let problem = day.problem
        let vehicle = problem.vehicles[route.vehicle]
        let trip = route.trips[number]
        let times = evaluation.schedule.loadingTimes(trip)
        let regime = trip.regime(of: compartment).map { problem.regimes[$0] }
        var cells: [CSVText.Cell] = [
            .text("\(vehicle.id)"),
            .text(trip.reload.map(day.depotName) ?? day.startName(vehicle)),
            .plain(day.display.clock.stamp(times.lowerBound)),
            .plain(day.display.clock.stamp(times.upperBound)),
            .text("\(vehicle.effectiveCompartments[compartment].id)"),
            .text(regime.map { "\($0.id)" } ?? ""),
            regime?.low.map { .amount($0, scale: 1000) } ?? .plain(""),
            regime?.high.map { .amount($0, scale: 1000) } ?? .plain(""),
            .plain("\(order)"),
            .plain("\(stop)"),
            .text("\(problem.visit(task).id)"),
            .text(day.siteCode(task)),
            .text(day.place(task)),
            .text(problem.regime(task).map { "\(problem.regimes[$0].id)" } ?? ""),
            .text(visit.box.map { "\(problem.boxTypes[$0].id)" } ?? ""),
            .plain(problem.boxNeeds(task).first { $0.type == visit.box }.map { "\($0.count)" } ?? ""),
            .text(day.packageCategories(task)),
        ]
        let delivery = problem.loadChange(task).unloaded
        for (index, dimension) in problem.dimensions.enumerated() {
            cells.append(.amount(delivery.isEmpty ? 0 : delivery[index], scale: dimension.scale))
        }
        return cells
    }
}
