internal import Foundation
internal import VehicleRouting

/// The routes on a map, ready to be drawn: all positions in the units of an SVG view box.
struct RouteMap {
    struct Line {
        let index: Int
        let vehicle: String
        let summary: String
        let colour: String
        let dash: String
        /// SVG path through the halts.
        let path: String
        /// SVG path of the legs from and to depots, drawn lighter, because they all meet there.
        let depotPath: String
        let marks: [Mark]
        /// Where the vehicle's name stands: at the halt farthest from the depot.
        let label: Mark?
        /// Whether the name would cover another one, so that it shows only when the route is pointed at.
        var isCrowded = false
        /// Whether the line stays in the background.
        var isCalm = false
    }

    struct Mark {
        let x: String
        let y: String
        let text: String
        let title: String
        /// Which part of the text stands at the mark (SVG's words), so that it stays on the sheet.
        let anchor: String

        init(_ point: MapProjection.Point, text: String = "", title: String = "") {
            x = svg(point.x)
            y = svg(point.y)
            self.text = text
            self.title = title
            anchor = point.x < 130 ? "start" : point.x > 870 ? "end" : "middle"
        }
    }

    let width: Int
    let height: Int
    let lines: [Line]
    let depots: [Mark]
    let carrierStops: [Mark]
    let unassignedStops: [Mark]
    /// Whether marks are drawn as small dots, because numbers would cover each other.
    let isDense: Bool
    /// Length of the scale bar as a share of the map's width, in percent; nil when the map has no scale.
    let scale: ScaleBar?

    struct ScaleBar {
        let percent: String
        let text: String
        /// Metres per unit of the view box, for the script that zooms.
        let metresPerUnit: String
    }

    /// The coordinates of all that a map of a plan shows.
    static func coordinates(of day: DayContext) -> [Coordinate] {
        var used = Set(day.problem.depots.map(\.location))
        used.formUnion(
            day.drivenRoutes.flatMap { $0.route.visits.map { day.problem.visit($0.task).location } }
        )
        used.formUnion(
            (day.plan.awards.map(\.task) + day.plan.unassigned.map(\.task)).map {
                day.problem.visit($0).location
            }
        )
        return used.sorted().compactMap { day.problem.locations[$0].coordinate }
    }

    /// The map of a plan; nil when fewer than two of its places have coordinates.
    ///
    /// - Parameter frame: What it shares with a map beside it; nil for a map of its own.
    init?(_ day: DayContext, frame: MapFrame? = nil) {
        let routes = day.drivenRoutes
        guard let projection = frame?.projection ?? MapProjection(Self.coordinates(of: day)) else {
            return nil
        }
        width = MapProjection.width
        height = projection.height
        scale = projection.scaleBar(strings: day.strings)

        func mark(_ location: Int, text: String = "", title: String = "") -> Mark? {
            day.problem.locations[location].coordinate.map { coordinate in
                Mark(projection.point(coordinate), text: text, title: title)
            }
        }
        let depots = day.problem.depots.indices.filter {
            frame?.depots.contains(day.problem.depots[$0].id) ?? true
        }
        self.depots = depots.compactMap {
            mark(day.problem.depots[$0].location, text: day.depotName($0), title: day.depotName($0))
        }
        carrierStops = day.plan.awards.compactMap { award in
            let carrier = day.problem.carriers[award.carrier]
            let title = "\(day.place(award.task)) · \(carrier.name.isEmpty ? "\(carrier.id)" : carrier.name)"
            return mark(day.problem.visit(award.task).location, title: title)
        }
        unassignedStops = day.plan.unassigned.compactMap { item in
            let title = "\(day.place(item.task)) · \(day.orders(item.task))"
            return mark(day.problem.visit(item.task).location, title: title)
        }
        let drawn = routes.enumerated().map { index, driven in
            let id = day.problem.vehicles[driven.route.vehicle].id
            var line = RouteMap.line(
                frame?.looks[id] ?? index,
                driven.route,
                driven.evaluation,
                day,
                projection
            )
            line.isCalm = frame.map { !$0.told.contains(id) } ?? false
            return line
        }
        lines = RouteMap.withoutOverlap(drawn)
        let marks = lines.reduce(0) { $0 + $1.marks.count }
        // Numbered marks are 18 units across; when they would cover a tenth of the map, they hide each other.
        isDense = Double(marks * 18 * 18) > 0.1 * Double(width * height)
    }

    /// Marks names that would cover one of an earlier route; a letter is about 8 units wide, a name 16 high.
    private static func withoutOverlap(_ lines: [Line]) -> [Line] {
        var shown: [(left: Double, right: Double, y: Double)] = []
        return lines.map { line in
            guard !line.isCalm, let label = line.label, let x = Double(label.x), let y = Double(label.y)
            else {
                return line
            }
            let width = Double(label.text.count) * 8
            let left = label.anchor == "start" ? x : label.anchor == "end" ? x - width : x - width / 2
            var line = line
            line.isCrowded = shown.contains {
                left < $0.right && $0.left < left + width && abs($0.y - y) < 16
            }
            if !line.isCrowded { shown.append((left, left + width, y)) }
            return line
        }
    }

    private static func line(
        _ index: Int,
        _ route: Route,
        _ evaluation: RouteEvaluation,
        _ day: DayContext,
        _ projection: MapProjection
    ) -> Line {
        let vehicle = day.problem.vehicles[route.vehicle]
        let look = RouteLook(index: index)
        func point(_ location: Int?) -> MapProjection.Point? {
            location.flatMap { day.problem.locations[$0].coordinate }.map(projection.point)
        }
        var marks: [Mark] = []
        var points: [MapProjection.Point] = []
        let start = point(vehicle.start)
        var (path, depotPath) = ("", "")
        var stretch: [MapProjection.Point] = []
        // Where the vehicle loaded last.
        var depot = start
        func close(at next: MapProjection.Point?) {
            path += svgPath(stretch)
            if let depot, let first = stretch.first { depotPath += svgPath([depot, first]) }
            if let next, let last = stretch.last { depotPath += svgPath([last, next]) }
            stretch = []
        }
        let trips = route.trips
        for moment in evaluation.moments {
            switch moment {
            case .rest: break
            case .reload(let trip, _):
                let next = point(trips[trip].reload.map { day.problem.depots[$0].location })
                close(at: next)
                depot = next
            case .halt(let halt):
                let task = route.visits[halt.visits.lowerBound].task
                guard let place = point(day.problem.visit(task).location) else { continue }
                let stop = evaluation.schedule.stops[halt.visits.lowerBound]
                let title =
                    "\(vehicle.id) · \(halt.number) · \(day.place(task)) · \(day.display.clock.time(stop.begin))"
                if marks.last?.text != "\(halt.number)" {
                    marks.append(Mark(place, text: "\(halt.number)", title: title))
                    points.append(place)
                    stretch.append(place)
                }
            }
        }
        close(at: point(vehicle.end))
        let anchor = start ?? points.first
        let farthest = points.indices.max { left, right in
            anchor.map { points[left].distance(to: $0) < points[right].distance(to: $0) } ?? false
        }
        return Line(
            index: index,
            vehicle: "\(vehicle.id)",
            summary: day.strings.text(
                .legendSummary,
                [
                    "stops": "\(evaluation.halts.count)",
                    "distance": day.strings.distance(evaluation.schedule.distance),
                ]
            ),
            colour: look.colour,
            dash: look.dash,
            path: path,
            depotPath: depotPath,
            marks: marks,
            label: farthest.map { Mark(points[$0], text: "\(vehicle.id)") }
        )
    }
}

/// What maps share that are looked at side by side.
struct MapFrame {
    /// Where places are on the sheet.
    let projection: MapProjection
    /// The look of each vehicle, by its id.
    let looks: [Identifier: Int]
    /// The depots (ids) that are drawn.
    let depots: Set<Identifier>
    /// The vehicles (ids) in the foreground.
    let told: Set<Identifier>
}

/// A number of an SVG attribute, with one decimal.
func svg(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0
        ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
}

private func svgPath(_ points: [MapProjection.Point]) -> String {
    points.enumerated().map { "\($0 == 0 ? "M" : "L")\(svg($1.x)) \(svg($1.y))" }.joined()
}
