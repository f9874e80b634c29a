internal import Foundation
internal import Interchange
internal import VehicleRouting

extension RunningDay {
    /// Slows the roads in a circle down.
    mutating func slowDown(_ circle: RoadDelay, event: Identifier, at pointer: String) throws(RerunError) {
        guard problem.locations.allSatisfy({ $0.coordinate != nil }),
            problem.matrices.values.allSatisfy({ $0.law == nil })
        else {
            throw RerunError(
                .place,
                at: pointer,
                "some places have no coordinates, or there are too many for tables, so drives cannot be slowed"
            )
        }
        try expectAhead(circle.until, "the end of the delay", at: pointer)
        let delay = StandingDelay(event: event, circle: circle, locations: problem.locations.count)
        problem.slow(delay, by: 1)
        delays.append(delay)
    }

    /// Sets roads back whose delay is over; who is on the way has been delayed all the same.
    mutating func endDelays(at time: Seconds) {
        let over = delays.filter { delay in delay.circle.until.map { $0 <= time } ?? false }
        delays.removeAll { over.contains($0) }
        let before = plan.routes.map { RouteSchedule($0, in: problem) }
        for delay in over { problem.slow(delay, by: -1) }
        for (route, old) in zip(plan.routes, before) where old.start + old.loading < time {
            let new = RouteSchedule(route, in: problem)
            guard standings[route.vehicle].activity == .underWay, let first = old.steps.first?.arrival,
                let sooner = new.steps.first?.arrival, sooner < first
            else { continue }
            let ready = new.start + new.loading + first - sooner
            stand(route.vehicle, at: problem.vehicles[route.vehicle].start, from: ready, to: ready)
        }
    }

    /// When the next delay ends, if that is by `time`.
    func nextEnd(by time: Seconds) -> Seconds? {
        delays.compactMap(\.circle.until).filter { $0 <= time }.min()
    }
}

extension Problem {
    /// Seconds from which an entry of a matrix stands for a drive that nobody can make, and is left as it is.
    static let noRoad: Int32 = 1_000_000_000

    /// A week: whoever waits longer does not come today either.
    private static let longestDelay = 604_800

    /// Adds the delay, `times` over, to every drive that goes straight through its circle.
    fileprivate mutating func slow(_ delay: StandingDelay, by times: Int32) {
        let circle = CirclePlane(delay.circle)
        let points = locations.prefix(delay.locations).map { $0.coordinate.map(circle.point) }
        let added = Int32(clamping: min(delay.circle.delay, Self.longestDelay)) * times
        for (profile, matrix) in matrices {
            var durations = matrix.durations
            for (row, origin) in points.enumerated() {
                guard let origin else { continue }
                for (column, destination) in points.enumerated() where row != column {
                    guard let destination, circle.isCrossed(from: origin, to: destination) else { continue }
                    let entry = row * matrix.size + column
                    if durations[entry] < Self.noRoad { durations[entry] += added }
                }
            }
            matrices[profile] = TravelMatrix(
                size: matrix.size,
                durations: durations,
                distances: matrix.distances,
                costs: matrix.costs,
                speeds: matrix.speeds
            )
        }
    }
}

/// A plane around the middle of a circle, in kilometres; true to a percent within 100 km.
private struct CirclePlane {
    private let centre: Coordinate
    private let radius: Double
    private let kilometresEast: Double
    /// Kilometres per degree of latitude: the earth's meridian is 40 008 km long.
    private static let kilometresNorth = 40_008.0 / 360

    init(_ circle: RoadDelay) {
        centre = circle.centre
        radius = circle.kilometres
        kilometresEast = Self.kilometresNorth * cos(circle.centre.latitude * .pi / 180)
    }

    func point(_ place: Coordinate) -> SIMD2<Double> {
        SIMD2(
            (place.longitude - centre.longitude) * kilometresEast,
            (place.latitude - centre.latitude) * Self.kilometresNorth
        )
    }

    /// Whether the straight line between two points comes within the radius of the middle.
    func isCrossed(from origin: SIMD2<Double>, to destination: SIMD2<Double>) -> Bool {
        let way = destination - origin
        let length = (way * way).sum()
        // The part of the way, 0 … 1, after which the line is nearest to the middle.
        let part = length > 0 ? min(max(-(origin * way).sum() / length, 0), 1) : 0
        let nearest = origin + part * way
        return (nearest * nearest).sum() <= radius * radius
    }
}
