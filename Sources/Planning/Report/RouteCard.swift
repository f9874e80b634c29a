internal import VehicleRouting

/// One route as the report tells it: its day in a line, its compartments, its stops.
struct RouteCard {
    struct StopRow {
        let number: String
        let siteName: String
        let code: String
        let orderList: [String]
        let window: String
        let arrival: String
        let begin: String
        let departure: String
        let margin: String
        /// `late`, `tight` or empty.
        let marginClass: String
        let handling: String
        let loadAfter: String
        let compartmentName: String
        let regimeName: String
        let boxes: String?
    }

    /// A reload or a rest.
    struct Pause {
        let arrival: String
        let begin: String
        let departure: String
        let text: String
    }

    /// A line of the table: one of the two.
    struct Row {
        var stop: StopRow?
        var pause: Pause?
    }

    let cardIndex: Int
    let vehicleName: String
    let vehicleNote: String
    let colour: String
    let dash: String
    let times: String
    let summary: String
    let fills: [CompartmentFill]
    let rows: [Row]

    /// Margins below this are marked as tight: a few minutes of traffic use them up.
    static let tightMargin: Seconds = 15 * 60

    /// The class of a margin in the style sheet.
    static func marginClass(_ margin: Seconds) -> String {
        margin < 0 ? "late" : margin < tightMargin ? "tight" : ""
    }

    init(index: Int, _ route: Route, _ evaluation: RouteEvaluation, day: DayContext) {
        let vehicle = day.problem.vehicles[route.vehicle]
        let schedule = evaluation.schedule
        let clock = day.display.clock
        let look = RouteLook(index: index)
        cardIndex = index
        vehicleName = "\(vehicle.id)"
        vehicleNote = day.vehicleNote(route.vehicle)
        colour = look.colour
        dash = look.dash
        let startTimes = day.strings.text(
            .routeTimes,
            [
                "place": day.startName(vehicle),
                "start": clock.time(schedule.start),
                "departure": clock.time(schedule.start + schedule.loading),
                "end": clock.time(schedule.end),
            ]
        )
        times = day.adding(preparationOf: 0, of: route, to: startTimes)
        summary = day.strings.text(
            .routeSummary,
            [
                "stops": "\(evaluation.halts.count)",
                "distance": day.strings.distance(schedule.distance),
                "duration": day.strings.duration(schedule.duration),
                "cost": day.display.money(evaluation.ledger.total),
            ]
        )
        fills = CompartmentFill.bars(route, evaluation, day: day)
        rows = evaluation.moments.flatMap { moment -> [Row] in
            switch moment {
            case .halt(let halt):
                halt.visits.map { position in
                    Row(stop: StopRow(route, evaluation, position: position, halt: halt, day: day))
                }
            case .reload(let trip, let times):
                [Row(pause: Pause(times, text: day.reloadText(trip, of: route, times), clock))]
            case .rest(let times): [Row(pause: Pause(times, text: day.restText(times), clock))]
            }
        }
    }
}

extension RouteCard.Pause {
    init(_ times: RouteSchedule.Stop, text: String, _ clock: DayClock) {
        arrival = clock.time(times.arrival)
        begin = clock.time(times.begin)
        departure = clock.time(times.departure)
        self.text = text
    }
}

extension RouteCard.StopRow {
    init(_ route: Route, _ evaluation: RouteEvaluation, position: Int, halt: Halt, day: DayContext) {
        let visit = route.visits[position]
        let stop = evaluation.schedule.stops[position]
        let clock = day.display.clock
        let vehicle = day.problem.vehicles[route.vehicle]
        let isFirst = position == halt.visits.lowerBound
        number = isFirst ? "\(halt.number)" : ""
        siteName = isFirst ? day.place(visit.task) : "″"
        code = isFirst ? day.siteCode(visit.task) : ""
        orderList = day.orderList(visit.task)
        window = day.display.windows(day.problem.visit(visit.task).timeWindows)
        arrival = clock.time(stop.arrival)
        begin = clock.time(stop.begin)
        departure = clock.time(stop.departure)
        let seconds = day.problem.margin(of: visit.task, at: stop)
        margin = seconds.map(day.strings.margin) ?? "–"
        marginClass = seconds.map(RouteCard.marginClass) ?? ""
        handling = day.handling(visit.task)
        let onBoard = evaluation.loads(afterVisit: position).reduce(into: Load()) { $0.add($1) }
        loadAfter = day.display.load(onBoard)
        compartmentName = "\(vehicle.effectiveCompartments[visit.compartment].id)"
        regimeName = day.display.regime(day.problem.regime(visit.task))
        boxes = day.boxes(of: visit)
    }
}
