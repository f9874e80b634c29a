internal import VehicleRouting

/// How full one compartment is, in the dimension that binds.
struct CompartmentFill {
    let compartment: String
    let regime: String
    /// Percent of the bar that is drawn, 0 … 100.
    let width: String
    /// `74 % of weight: 888 of 1,200 kg`.
    let fillText: String
    /// `over` when more is on board than fits; else empty.
    let fillClass: String

    /// The fill of each compartment, trip by trip, that carries anything or keeps a regime, and that of the whole vehicle
    /// where it has a limit beside those of its compartments.
    static func bars(_ route: Route, _ evaluation: RouteEvaluation, day: DayContext) -> [CompartmentFill] {
        let vehicle = day.problem.vehicles[route.vehicle]
        let compartments = vehicle.effectiveCompartments
        let trips = route.trips
        var bars: [CompartmentFill] = []
        for (number, trip) in trips.enumerated() {
            for (index, peak) in evaluation.peakLoads(of: trip).enumerated() {
                guard !peak.isNothing || trip.regime(of: index) != nil else { continue }
                let name = "\(compartments[index].id)"
                bars.append(
                    CompartmentFill(
                        name: trips.count == 1
                            ? name
                            : day.strings.text(
                                .compartmentOnTrip,
                                ["compartment": name, "trip": "\(number + 1)"]
                            ),
                        regime: day.setting(trip, compartment: index),
                        peak: peak,
                        capacity: compartments[index].capacity,
                        day: day
                    )
                )
            }
        }
        if !vehicle.compartments.isEmpty, !vehicle.capacity.isEmpty {
            let whole = CompartmentFill(
                name: day.strings[.wholeVehicle],
                regime: "",
                peak: evaluation.peakTotal(dimensions: day.problem.dimensions.count),
                capacity: vehicle.capacity,
                day: day
            )
            bars.append(whole)
        }
        return bars
    }

    private init(name: String, regime: String, peak: Load, capacity: Load, day: DayContext) {
        compartment = name
        self.regime = regime
        guard let fill = DayFigures.Fill.binding(loads: [peak], capacities: [capacity]) else {
            width = "0"
            fillText = day.display.load(peak)
            fillClass = ""
            return
        }
        let dimension = day.problem.dimensions[fill.dimension]
        width = svg(min(fill.share, 1) * 100)
        fillClass = fill.share > 1 ? "over" : ""
        fillText = day.strings.text(
            .fillOfCapacity,
            [
                "share": day.strings.percent(fill.share),
                "dimension": dimension.name,
                "load": day.strings.plainNumber(
                    Double(peak[fill.dimension]) / Double(dimension.scale),
                    digits: 1
                ),
                "capacity": day.strings.amount(capacity[fill.dimension], in: dimension),
            ]
        )
    }
}
