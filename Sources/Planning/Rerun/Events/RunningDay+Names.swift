internal import Interchange
internal import TravelTimes
internal import VehicleRouting

/// Finding what events name.
extension RunningDay {
    /// The hand-over of an order: its job, or the delivery of its shipment.
    func task(of order: Identifier) -> TaskReference? {
        problem.handOver(of: order)
    }

    /// The hand-over of an order that is still open.
    func openTask(of order: Identifier, at pointer: String) throws(RerunError) -> TaskReference {
        if let task = task(of: order) { return task }
        if let stop = done.first(where: { $0.name == StopName(order) }) {
            let clock = DayClock(problem)
            throw RerunError(
                .alreadyDone,
                at: pointer,
                "order \(order) was served by vehicle \(stop.vehicle) at \(clock.time(stop.begin))"
            )
        }
        if let goods = held.first(where: { $0.order == order }) {
            throw RerunError(
                .contradiction,
                at: pointer,
                "order \(order) is not delivered today anyhow: \(goods.reason.rawValue)"
            )
        }
        throw unknown("an order", order, among: problem.jobs.map(\.id), at: pointer)
    }

    func vehicle(_ id: Identifier, at pointer: String) throws(RerunError) -> Int {
        guard let index = problem.vehicles.firstIndex(where: { $0.id == id }) else {
            throw unknown("a vehicle", id, among: problem.vehicles.map(\.id), at: pointer)
        }
        return index
    }

    /// A vehicle that still does something today.
    func activeVehicle(_ id: Identifier, at pointer: String) throws(RerunError) -> Int {
        let index = try vehicle(id, at: pointer)
        guard standings[index].activity != .out else {
            throw RerunError(.contradiction, at: pointer, "vehicle \(id) does nothing more today already")
        }
        return index
    }

    func depot(_ id: Identifier, at pointer: String) throws(RerunError) -> Int {
        guard let index = sources.first(where: { problem.depots[$0].id == id }) else {
            throw unknown("a depot", id, among: sources.map { problem.depots[$0].id }, at: pointer)
        }
        return index
    }

    func carrier(_ id: Identifier, at pointer: String) throws(RerunError) -> Int {
        guard let index = problem.carriers.firstIndex(where: { $0.id == id }) else {
            throw unknown("a carrier", id, among: problem.carriers.map(\.id), at: pointer)
        }
        return index
    }

    /// Refuses an event that names a time which is over when it happens; nil is the rest of the day.
    func expectAhead(_ time: Seconds?, _ what: String, at pointer: String) throws(RerunError) {
        guard let time, time < now else { return }
        let clock = DayClock(problem)
        throw RerunError(
            .contradiction,
            at: pointer,
            "\(what) is \(clock.time(time)), before the event itself at \(clock.time(now))"
        )
    }

    /// The compartments (indices) of a vehicle that an event means: one, or all where it names none.
    func compartments(
        _ id: Identifier?,
        of vehicle: Int,
        at pointer: String
    ) throws(RerunError) -> [Int] {
        let all = problem.vehicles[vehicle].effectiveCompartments
        guard let id else { return Array(all.indices) }
        guard let index = all.firstIndex(where: { $0.id == id }) else {
            throw unknown("a compartment", id, among: all.map(\.id), at: pointer)
        }
        return [index]
    }

    /// Depots (indices) that hold goods; places where a vehicle happens to be are none.
    var sources: [Int] {
        let waypoints = Set(standings.compactMap(\.waypoint))
        return problem.depots.indices.filter {
            !waypoints.contains($0) && !docks.contains(problem.depots[$0].id)
        }
    }

    /// Those of them that still load vehicles today.
    var openSources: [Int] {
        sources.filter { outages[problem.depots[$0].id] != .max }
    }

    func unknown(
        _ kind: String,
        _ id: Identifier,
        among known: [Identifier],
        at pointer: String
    ) -> RerunError {
        let nearest = NearestWord.of("\(id)", among: known.map(\.description))
        let hint = nearest.map { ", did you mean '\($0)'?" } ?? ""
        return RerunError(.unknownName, at: pointer, "there is no such thing as \(kind) '\(id)'" + hint)
    }

    /// The location of a place that an event names; one that is not on the map yet is put there.
    mutating func location(of place: EventPlace, at pointer: String) throws(RerunError) -> Int {
        switch place {
        case .index(let index):
            guard problem.locations.indices.contains(index) else {
                throw RerunError(.unknownName, at: pointer, "there is no location with index \(index)")
            }
            return index
        case .named(let id):
            if let index = problem.locations.firstIndex(where: { $0.site == id || $0.name == "\(id)" }) {
                return index
            }
            if let task = task(of: id) { return problem.visit(task).location }
            let known = problem.locations.compactMap(\.site)
            throw unknown("a site", id, among: known, at: pointer)
        case .point(let point):
            if let index = problem.place(near: point) { return index }
            guard let index = problem.addPlace(at: point) else {
                throw RerunError(
                    .place,
                    at: pointer,
                    "driving times to (\(point.longitude), \(point.latitude)) cannot be estimated"
                )
            }
            return index
        }
    }
}

extension Problem {
    /// A location at most 50 m from a point.
    fileprivate func place(near point: Coordinate) -> Int? {
        locations.firstIndex { location in
            location.coordinate.map { GreatCircle.kilometres(from: $0, to: point) < 0.05 } ?? false
        }
    }

    /// Adds a location with estimated drives to and from all others; nil when some have no coordinates, or arcs have costs
    /// of their own.
    fileprivate mutating func addPlace(at point: Coordinate) -> Int? {
        let points = locations.compactMap(\.coordinate)
        guard points.count == locations.count,
            matrices.values.allSatisfy({ $0.costs.isEmpty && $0.law == nil })
        else { return nil }
        let legs = points.map { RoadEstimate.standard.matrix(between: [$0, point]) }
        let seconds = legs.map { $0.durations[1] }
        let metres = legs.map { $0.distances[1] }
        for (profile, matrix) in matrices {
            matrices[profile] = TravelMatrix(
                size: matrix.size + 1,
                durations: matrix.durations.bordered(by: seconds, size: matrix.size),
                distances: matrix.distances.isEmpty
                    ? [] : matrix.distances.bordered(by: metres, size: matrix.size),
                speeds: matrix.speeds
            )
        }
        locations.append(Location(coordinate: point))
        return locations.count - 1
    }
}

extension [Int32] {
    /// A symmetric row and column more, with 0 in the corner.
    fileprivate func bordered(by row: [Int32], size: Int) -> [Int32] {
        var entries: [Int32] = []
        entries.reserveCapacity((size + 1) * (size + 1))
        for index in 0..<size {
            entries += self[index * size..<(index + 1) * size]
            entries.append(row[index])
        }
        return entries + row + [0]
    }
}
