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
    let vehicle: String
    let vehicleNote: String
    let date: String
    let start: String
    let summary: String
    let emergencyNumbers: [String]
    let compartments: [SheetCompartment]
    let rows: [SheetRow]
    let back: String

    init(_ route: Route, _ evaluation: RouteEvaluation, day: DayContext) {
        let vehicle = day.problem.vehicles[route.vehicle]
        let schedule = evaluation.schedule
        let clock = day.display.clock
        let trips = route.trips
        self.vehicle = "\(vehicle.id)"
        vehicleNote = day.vehicleNote(route.vehicle)
        date = clock.date ?? ""
        let startTimes = day.strings.text(
            .sheetStart,
            [
                "place": day.startName(vehicle),
                "start": clock.time(schedule.start),
                "departure": clock.time(schedule.start + schedule.loading),
            ]
        )
        start = day.adding(preparationOf: 0, of: route, to: startTimes)
        summary = day.strings.text(
            .sheetSummary,
            [
                "stops": "\(evaluation.halts.count)",
                "distance": day.strings.distance(schedule.distance),
                "duration": day.strings.duration(schedule.duration),
            ]
        )
        emergencyNumbers = day.descriptions.emergencyNumbers
        compartments = SheetCompartment.list(trips[0], of: vehicle, evaluation, day: day)
        rows = evaluation.moments.map { moment in
            switch moment {
            case .halt(let halt): SheetRow(stop: SheetStop(halt, route, evaluation, day: day))
            case .reload(let trip, let times):
                SheetRow(
                    reload: SheetReload(
                        time: clock.time(times.begin),
                        text: day.reloadText(trip, of: route, times),
                        compartments: SheetCompartment.list(trips[trip], of: vehicle, evaluation, day: day)
                    )
                )
            case .rest(let times):
                SheetRow(rest: SheetRest(time: clock.time(times.begin), text: day.restText(times)))
            }
        }
        let end = vehicle.endDepot.map(day.depotName) ?? vehicle.end.map { day.problem.locations[$0].name }
        back = day.strings.text(
            end == nil ? .sheetOpenEnd : .sheetEnd,
            ["place": end ?? "", "end": clock.time(schedule.end)]
        )
    }
}

/// What a compartment is set to, and what is in it when a trip departs.
private struct SheetCompartment {
    let compartment: String
    let setPoint: String
    let departureLoad: String

    static func list(
        _ trip: Trip,
        of vehicle: Vehicle,
        _ evaluation: RouteEvaluation,
        day: DayContext
    ) -> [Self] {
        let loads = evaluation.departureLoads(of: trip)
        return vehicle.effectiveCompartments.enumerated().map { index, compartment in
            Self(
                compartment: "\(compartment.id)",
                setPoint: day.setting(trip, compartment: index),
                departureLoad: day.display.load(loads[index])
            )
        }
    }
}

/// A line of the sheet: one of the three.
private struct SheetRow {
    var stop: SheetStop?
    var reload: SheetReload?
    var rest: SheetRest?
}

private struct SheetReload {
    let time: String
    let text: String
    let compartments: [SheetCompartment]
}

private struct SheetRest {
    let time: String
    let text: String
}

private struct SheetStop {
    struct HandOver {
        let orderCodes: String
        let amount: String
        let compartmentName: String
        let regimeName: String
        let boxes: String?
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
        // Where others' goods are handed over too, the place has a name that tells nothing of a patient.
        let named = visits.first { day.problem.handling($0.task).patient == nil }
        let first = (named ?? route.visits[halt.visits.lowerBound]).task
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
                boxes: day.boxes(of: visit),
                goodsLines: details.goods.map(\.sheetLine),
                remarks: details.remarks.nonEmpty
            )
        }
    }
}

extension GoodsLine {
    fileprivate var sheetLine: String {
        [quantity.isEmpty || product.isEmpty ? product : "\(quantity) × \(product)", lot, category]
            .filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension String {
    /// The text, or nil when there is none, which templates leave out.
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
