import VehicleRouting

/// Builds the features of a route map.
struct RouteMapWriter {
    let plan: WrittenPlan
    let problem: Problem
    let words: RouteMapWords
    let placeName: (TaskReference) -> String
    private let names: TaskNames
    private let clock: RouteMapClock

    init(
        plan: WrittenPlan,
        problem: Problem,
        words: RouteMapWords,
        placeName: @escaping (TaskReference) -> String
    ) {
        self.plan = plan
        self.problem = problem
        self.words = words
        self.placeName = placeName
        names = TaskNames(problem)
        clock = RouteMapClock(problem)
    }

    /// Dark shades that people with any common colour blindness tell apart; the report uses the same.
    private static let colours = ["#005f96", "#b34a00", "#00694e", "#94307e", "#7a5700", "#3d3d3d"]
    private static let depotColour = "#000000"
    private static let unassignedColour = "#c00000"

    var document: JSONValue {
        var features = problem.depots.map(depot)
        for (index, route) in plan.routes.enumerated() { features.append(line(route, number: index + 1)) }
        for (index, route) in plan.routes.enumerated() {
            let halts = MapHalt.halts(of: route)
            for (position, halt) in halts.enumerated() {
                features.append(point(halt, number: position + 1, of: route, number: index + 1))
            }
        }
        features += plan.unassigned.map(unassigned)
        var root = JSONObject()
        root.append("type", .string("FeatureCollection"))
        root.put("name", problem.name, unless: "")
        root.append("features", .array(features))
        return .object(root)
    }

    private func depot(_ depot: Depot) -> JSONValue {
        let name = depot.name.isEmpty ? "\(depot.id)" : depot.name
        var properties = JSONObject()
        properties.append("kind", .string("depot"))
        properties.append("title", .string(name))
        properties.append("marker-color", .string(Self.depotColour))
        properties.append("marker-symbol", .string("warehouse"))
        properties.append("marker-size", .string("large"))
        properties.append("depot", .string("\(depot.id)"))
        return feature(pointGeometry(depot.location), properties)
    }

    private func line(_ route: WrittenRoute, number: Int) -> JSONValue {
        let halts = MapHalt.halts(of: route)
        let start = route.steps.first?.arrival ?? 0
        let end = route.steps.last.map { $0.arrival + $0.waiting } ?? 0
        var properties = JSONObject()
        properties.append("kind", .string("route"))
        properties.append("title", .string("\(words.vehicle) \(route.vehicle)"))
        properties.append(
            "description",
            .string("\(halts.count) \(words.halts), \(clock.short(start)) – \(clock.short(end))")
        )
        properties.append("stroke", .string(colour(number)))
        properties.append("stroke-width", .unsigned(3))
        properties.append("stroke-opacity", .fraction(0.8))
        properties.append("route", JSONValue(number))
        properties.append("vehicle", .string("\(route.vehicle)"))
        properties.append("halts", JSONValue(halts.count))
        append(time: start, "start", to: &properties)
        append(time: end, "end", to: &properties)
        properties.append("driving_s", JSONValue(route.totals.travelTime))
        properties.append("waiting_s", JSONValue(route.totals.waitingTime))
        properties.put("distance_m", route.totals.distance)
        properties.append("cost", JSONValue(route.totals.cost))
        properties.append("violations", JSONValue(route.violations.count))
        let path = route.steps.compactMap { $0.location.flatMap(coordinate) }
        guard path.count >= 2 else { return feature(.null, properties) }
        var geometry = JSONObject()
        geometry.append("type", .string("LineString"))
        geometry.append("coordinates", .array(path.map { JSONValue($0) }))
        return feature(.object(geometry), properties)
    }

    private func point(
        _ halt: MapHalt,
        number: Int,
        of route: WrittenRoute,
        number routeNumber: Int
    ) -> JSONValue {
        let place = halt.steps.first.flatMap { step in step.id.flatMap { names[step.kind, $0] } }.map(
            placeName
        )
        let ids = halt.steps.compactMap { $0.id.map { "\($0)" } }.joined(separator: ", ")
        var properties = JSONObject()
        properties.append("kind", .string("halt"))
        properties.append("title", .string("\(number). \(place.flatMap { $0.isEmpty ? nil : $0 } ?? ids)"))
        properties.append(
            "description",
            .string(
                "\(words.vehicle) \(route.vehicle), \(clock.short(halt.arrival)) – \(clock.short(halt.departure)): \(ids)"
            )
        )
        properties.append("marker-color", .string(colour(routeNumber)))
        properties.append("marker-symbol", .string("\(number)"))
        properties.append("marker-size", .string("medium"))
        properties.append("route", JSONValue(routeNumber))
        properties.append("vehicle", .string("\(route.vehicle)"))
        properties.append("halt", JSONValue(number))
        properties.append("tasks", .string(ids))
        append(time: halt.arrival, "arrival", to: &properties)
        append(time: halt.departure, "departure", to: &properties)
        properties.append("waiting_s", JSONValue(halt.steps.reduce(0) { $0 + $1.waiting }))
        properties.append("service_s", JSONValue(halt.steps.reduce(0) { $0 + $1.setup + $1.service }))
        for (dimension, amount) in zip(problem.dimensions, halt.steps.last?.load ?? []) {
            properties.append(
                "load_\(dimension.name)",
                dimension.scale == 1
                    ? JSONValue(amount) : .fraction(Double(amount) / Double(dimension.scale))
            )
        }
        return feature(halt.location.map(pointGeometry) ?? .null, properties)
    }

    private func unassigned(_ item: WrittenUnassigned) -> JSONValue {
        let task = names[item.kind, item.id]
        let place = task.map(placeName) ?? ""
        var properties = JSONObject()
        properties.append("kind", .string("unassigned"))
        properties.append("title", .string(place.isEmpty ? "\(item.id)" : place))
        let reasons = item.reasons.map { $0.detail.isEmpty ? $0.code : "\($0.code): \($0.detail)" }
        properties.append("description", .string(([words.unassigned] + reasons).joined(separator: "; ")))
        properties.append("marker-color", .string(Self.unassignedColour))
        properties.append("marker-symbol", .string("cross"))
        properties.append("marker-size", .string("medium"))
        properties.append("tasks", .string("\(item.id)"))
        let location = item.location ?? task.map { problem.visit($0).location }
        return feature(location.map(pointGeometry) ?? .null, properties)
    }

    private func colour(_ route: Int) -> String {
        Self.colours[(route - 1) % Self.colours.count]
    }

    /// A time as text and, with `_s` behind the key, as seconds of the problem.
    private func append(time: Seconds, _ key: String, to properties: inout JSONObject) {
        properties.append(key, .string(clock.text(time)))
        properties.append(key + "_s", JSONValue(time))
    }

    private func coordinate(_ location: Int) -> Coordinate? {
        problem.locations.indices.contains(location) ? problem.locations[location].coordinate : nil
    }

    private func pointGeometry(_ location: Int) -> JSONValue {
        guard let coordinate = coordinate(location) else { return .null }
        var geometry = JSONObject()
        geometry.append("type", .string("Point"))
        geometry.append("coordinates", JSONValue(coordinate))
        return .object(geometry)
    }

    private func feature(_ geometry: JSONValue, _ properties: JSONObject) -> JSONValue {
        var object = JSONObject()
        object.append("type", .string("Feature"))
        object.append("geometry", geometry)
        object.append("properties", .object(properties))
        return .object(object)
    }
}

/// The steps that a vehicle does at one place without moving.
private struct MapHalt {
    var location: Int?
    var steps: [WrittenStep]

    var arrival: Seconds { steps.first?.arrival ?? 0 }
    var departure: Seconds {
        steps.last.map { $0.arrival + $0.waiting + $0.setup + $0.service } ?? 0
    }

    static func halts(of route: WrittenRoute) -> [MapHalt] {
        var halts: [MapHalt] = []
        for step in route.steps where [.job, .pickup, .delivery].contains(step.kind) {
            if let last = halts.last, last.location != nil, last.location == step.location {
                halts[halts.count - 1].steps.append(step)
            } else {
                halts.append(MapHalt(location: step.location, steps: [step]))
            }
        }
        return halts
    }
}
