import Interchange
import VehicleRouting

/// The generated day as the CSV files of a day folder, by file name.
struct DayTables {
    var market: Market
    var date: CalendarDate
    var sites: [GeneratedSite]
    var depots: [GeneratedDepot]
    var orders: [GeneratedOrder]
    var fleet: GeneratedFleet
    /// Whether it is a peak day, with six carriers.
    var isPeak = false

    /// The carriers of the day.
    var carriers: [CarrierModel] {
        isPeak ? CarrierModel.peakRoster : Array(CarrierModel.roster(forOrders: orders.count))
    }
    /// Whether drivers rest and vehicles come back to load again.
    var hasWorkingDay = false
    /// Whether some goods travel in passive boxes.
    var hasPassiveBoxes = false

    /// File names and their text, in the order in which Docs/day-folder.md describes them.
    var files: [GeneratedDay.File] {
        var files = [
            GeneratedDay.File(name: "day.csv", text: day),
            GeneratedDay.File(name: "depots.csv", text: depotTable),
            GeneratedDay.File(name: "sites.csv", text: siteTable),
            GeneratedDay.File(name: "orders.csv", text: orderTable),
            GeneratedDay.File(name: "vehicles.csv", text: vehicleTable),
            GeneratedDay.File(name: "compartments.csv", text: compartmentTable),
            GeneratedDay.File(name: "carriers.csv", text: carrierTable),
        ]
        if !market.ownRegimes.isEmpty {
            files.append(GeneratedDay.File(name: "regimes.csv", text: regimeTable))
        }
        if hasWorkingDay { files.append(GeneratedDay.File(name: "work_rules.csv", text: workRuleTable)) }
        if hasPassiveBoxes { files.append(GeneratedDay.File(name: "box_types.csv", text: boxTypeTable)) }
        return files
    }

    private var day: String {
        var table = CSVWriter(header: ["key", "value"])
        table.append(["date", date.description])
        table.append(["time_zone", market.timeZone])
        table.append(["currency", market.currency])
        table.append(["country", market.country])
        // What the generator remarks on patients' orders names nobody.
        table.append(["patient_remarks", "print"])
        if isPeak { table.append(["planned_at", "\(date.before) 16:00"]) }
        return table.text
    }

    private var depotTable: String {
        var table = CSVWriter(header: ["depot", "name", "lat", "lon", "hours", "loading_min"])
        for depot in depots {
            table.append([
                depot.code, depot.name, degrees(depot.coordinate.latitude),
                degrees(depot.coordinate.longitude),
                "05:00-23:00", String(FleetSizing.loadingMinutes),
            ])
        }
        return table.text
    }

    private var siteTable: String {
        var table = CSVWriter(
            header: ["site", "name", "kind", "lat", "lon", "city", "postcode"]
                + Weekday.allCases.map(\.name) + ["service_min", "service_min_per_box", "permits"]
        )
        for site in sites {
            let service = site.kind.profile.service
            table.append(
                [
                    site.code, site.name, site.kind.rawValue, degrees(site.coordinate.latitude),
                    degrees(site.coordinate.longitude), site.city, site.postcode,
                ] + site.hours
                    + [
                        String(service.perHalt), number(service.perBox),
                        list(market.permits(ofSite: site.kind)),
                    ]
            )
        }
        return table.text
    }

    private var vehicleTable: String {
        var table = CSVWriter(
            header: [
                "vehicle", "type", "depot", "shift", "kg", "litres", "boxes", "cost_fixed", "cost_per_km",
                "cost_per_hour", "cost_per_stop", "overtime_after_h", "overtime_per_hour", "max_duration_h",
                "speed_factor", "skills",
            ] + (hasWorkingDay ? ["reload_depots", "breaks", "work_rule"] : [])
        )
        for vehicle in fleet.vehicles {
            let model = vehicle.model
            let hour = market.driverHour * model.wageFactor
            let cells = [
                vehicle.code, model.name, depots[vehicle.depot].code, hoursText([vehicle.shift]),
                String(model.kilograms), String(model.litres),
                String(model.compartments.reduce(0) { $0 + $1.boxes }),
                money(model.fixedCost * market.vehiclePriceLevel),
                money(model.kilometreCost * market.vehiclePriceLevel), money(hour),
                money(0.5 * market.vehiclePriceLevel), number(Double(FleetSizing.regularMinutes) / 60),
                money(hour / 2), number(Double(FleetSizing.longestMinutes) / 60), number(model.speedFactor),
                list(vehicle.skills.map(\.rawValue)),
            ]
            let day = [depots[vehicle.depot].code, breaks(of: vehicle), workRule(of: model) ?? ""]
            table.append(cells + (hasWorkingDay ? day : []))
        }
        return table.text
    }

    private var compartmentTable: String {
        var table = CSVWriter(header: ["vehicle", "compartment", "regimes", "kg", "litres", "boxes"])
        for vehicle in fleet.vehicles {
            for compartment in vehicle.model.compartments {
                table.append([
                    vehicle.code, compartment.name,
                    list(compartment.classes.map { market.compartmentRegime(for: $0) }),
                    String(compartment.kilograms), String(compartment.litres), String(compartment.boxes),
                ])
            }
        }
        return table.text
    }

    private var carrierTable: String {
        var table = CSVWriter(header: [
            "carrier", "name", "regimes", "skills", "per_order", "per_km", "per_kg", "minimum", "max_orders",
        ])
        for carrier in carriers {
            let level = market.priceLevel
            table.append([
                carrier.code, carrier.name, list(carrier.classes.map { market.compartmentRegime(for: $0) }),
                list(carrier.skills.map(\.rawValue)), money(carrier.perOrder * level),
                money(carrier.perKilometre * level), money(carrier.perKilogram * level),
                money(carrier.minimum * level),
                String(max(1, Int((carrier.share * Double(orders.count)).rounded()))),
            ])
        }
        return table.text
    }

    private var regimeTable: String {
        var table = CSVWriter(header: ["regime", "low", "high"])
        for regime in market.ownRegimes {
            table.append([regime.code, String(regime.low), String(regime.high)])
        }
        return table.text
    }
}
