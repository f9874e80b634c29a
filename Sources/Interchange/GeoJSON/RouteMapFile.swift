public import VehicleRouting

/// Writes a plan as GeoJSON (RFC 7946): a line per route, a point per halt, depot and unassigned task.
///
/// Looks follow the simplestyle keys (`stroke`, `marker-color` …), so the file shows in colour wherever it is opened; all
/// times and amounts also stand as numbers, so that QGIS can sort and classify by them.  Lines are straight from halt to
/// halt.
public enum RouteMapFile {
    /// The map as JSON text.
    ///
    /// `placeName` gives what the point of a task is called, by default the name of its location, or the pseudonym of the
    /// patient its goods are bound for.  Places without coordinates get features without geometry.
    /// A coordinate that is no longitude and latitude is an error.
    public static func text(
        for plan: WrittenPlan,
        in problem: Problem,
        words: RouteMapWords = RouteMapWords(),
        placeName: ((TaskReference) -> String)? = nil
    ) throws(FormatError) -> String {
        for location in problem.locations {
            guard let coordinate = location.coordinate else { continue }
            try check(coordinate.longitude, "a longitude", limit: 180)
            try check(coordinate.latitude, "a latitude", limit: 90)
        }
        let writer = RouteMapWriter(
            plan: plan,
            problem: problem,
            words: words,
            placeName: placeName ?? { task in
                problem.handling(task).patient.map { "\($0)" }
                    ?? problem.locations[problem.visit(task).location].name
            }
        )
        return JSONWriter.text(writer.document)
    }

    private static func check(_ degrees: Double, _ field: String, limit: Double) throws(FormatError) {
        guard abs(degrees) <= limit else {
            throw FormatError(
                .outOfRange("\(degrees)", field: field, range: "between -\(Int(limit)) and \(Int(limit))")
            )
        }
    }
}

/// The words on a route map that a person reads.
public struct RouteMapWords: Hashable, Sendable {
    /// Stands before a vehicle's name.
    public var vehicle: String
    /// Stands behind the number of a route's halts.
    public var halts: String
    /// Stands at a task that nobody takes.
    public var unassigned: String

    /// These words, in English where nothing else is given.
    public init(vehicle: String = "Vehicle", halts: String = "halts", unassigned: String = "Not served") {
        self.vehicle = vehicle
        self.halts = halts
        self.unassigned = unassigned
    }
}
