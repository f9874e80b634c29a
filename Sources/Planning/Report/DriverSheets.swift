internal import VehicleRouting

/// `driver-sheets.html`: a page of paper per vehicle.
///
/// The driver reads stops, times and goods on it, and writes temperatures and signatures.
public struct DriverSheets {
    private let day: DayContext

    /// The sheets of `day`.
    public init(_ day: DayContext) {
        self.day = day
    }

    /// The file's text; prints one A4 page per vehicle, more where its stops need them.
    public func html() -> String {
        Templates.render(.driverSheets, SheetPage(day))
    }
}

/// What the template of the driver sheets shows.
private struct SheetPage {
    let t: [String: String]
    let language: String
    let style: String
    let dayName: String
    let sheets: [Sheet]

    init(_ day: DayContext) {
        t = day.strings.all
        language = day.strings.language.rawValue
        style = Templates.sheetStyle
        dayName = day.problem.name
        sheets = day.drivenRoutes.map { Sheet($0.route, $0.evaluation, day: day) }
    }
}

private struct Sheet {
    struct CompartmentRow {
        let compartment: String
        let setPoint: String
        let departureLoad: String
    }

    let vehicle: String
    let vehicleNote: String
    let date: String
    let start: String
    let summary: String
    let emergencyNumbers: [String]
    let compartments: [CompartmentRow]
    let stops: [SheetStop]
    let back: String

    init(_ route: Route, _ evaluation: RouteEvaluation, day: DayContext) {
        let vehicle = day.problem.vehicles[route.vehicle]
        let schedule = evaluation.schedule
        let clock = day.display.clock
        self.vehicle = "\(vehicle.id)"
        vehicleNote = day.vehicleNote(route.vehicle)
        date = clock.date ?? ""
        start = day.strings.text(
            .sheetStart,
            [
                "place": day.startName(vehicle),
                "start": clock.time(schedule.start),
                "departure": clock.time(schedule.start + schedule.loading),
            ]
        )
        summary = day.strings.text(
            .sheetSummary,
            [
                "stops": "\(evaluation.halts.count)",
                "distance": day.strings.distance(schedule.distance),
                "duration": day.strings.duration(schedule.duration),
            ]
        )
        emergencyNumbers = day.descriptions.emergencyNumbers
        compartments = vehicle.effectiveCompartments.indices.map { index in
            CompartmentRow(
                compartment: "\(vehicle.effectiveCompartments[index].id)",
                setPoint: route.regime(of: index).map { day.display.regime($0) } ?? day.strings[.notCooled],
                departureLoad: day.display.load(evaluation.loads[0][index])
            )
        }
        stops = evaluation.halts.map { SheetStop($0, route, evaluation, day: day) }
        let end = vehicle.endDepot.map(day.depotName) ?? vehicle.end.map { day.problem.locations[$0].name }
        back = day.strings.text(
            end == nil ? .sheetOpenEnd : .sheetEnd,
            ["place": end ?? "", "end": clock.time(schedule.end)]
        )
    }
}

private struct SheetStop {
    struct HandOver {
        let orderCodes: String
        let amount: String
        let compartmentName: String
        let regimeName: String
        let goodsLines: [String]
        let remarks: String?
    }

    let number: String
    let eta: String
    let windows: [String]
    let siteName: String
    let code: String
    let address: String?
    let contact: String?
    let siteNotes: String?
    let handOvers: [HandOver]
    /// Whether temperature-controlled goods change hands here.
    let needsTemperature: Bool

    init(_ halt: Halt, _ route: Route, _ evaluation: RouteEvaluation, day: DayContext) {
        let visits = route.visits[halt.visits]
        let first = route.visits[halt.visits.lowerBound].task
        let description = day.description(first)
        number = "\(halt.number)"
        eta = day.display.clock.time(evaluation.schedule.stops[halt.visits.lowerBound].begin)
        windows = day.problem.visit(first).timeWindows.map { day.display.windows([$0]) }
        siteName = day.place(first)
        code = day.siteCode(first)
        address = description.address.nonEmpty
        contact = description.contact.nonEmpty
        siteNotes = description.siteNotes.nonEmpty
        needsTemperature = visits.contains { day.problem.regime($0.task) != nil }
        let compartments = day.problem.vehicles[route.vehicle].effectiveCompartments
        handOvers = visits.map { visit in
            let details = day.description(visit.task)
            return HandOver(
                orderCodes: day.orders(visit.task),
                amount: day.handling(visit.task),
                compartmentName: "\(compartments[visit.compartment].id)",
                regimeName: day.display.regime(day.problem.regime(visit.task)),
                goodsLines: details.goods.map(\.sheetLine),
                remarks: details.remarks.nonEmpty
            )
        }
    }
}

extension GoodsLine {
    fileprivate var sheetLine: String {
        [quantity.isEmpty ? product : "\(quantity) × \(product)", lot]
            .filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension String {
    /// The text, or nil when there is none, which templates leave out.
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
