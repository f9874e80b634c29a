public import VehicleRouting

/// Reads one order that comes after the others: a job or a shipment in the words of `Docs/problem-json.md`.
public enum OrderFile {
    /// Reads the order at `path` into `problem`.
    public static func read(_ path: String, into problem: Problem) throws(FormatError) -> AddedOrder {
        let bytes = try FileBytes.read(path)
        do {
            return try read(bytes, into: problem)
        } catch {
            throw FormatError(error.reason, at: error.place, in: path)
        }
    }

    /// Reads the order that `bytes` are the text of into `problem`.
    ///
    /// An unknown key is an error: nobody has time to find out later that a window was misspelt.
    public static func read(_ bytes: [UInt8], into problem: Problem) throws(FormatError) -> AddedOrder {
        let root = try JSONMembers(try JSONParser.parse(bytes), at: "", called: "the document")
        let jobs = try root.list("jobs") ?? []
        let shipments = try root.list("shipments") ?? []
        guard jobs.count + shipments.count == 1 else {
            throw FormatError(
                .wrongCount(
                    "the orders of 'jobs' and 'shipments'",
                    found: jobs.count + shipments.count,
                    expected: 1
                ),
                at: .pointer("")
            )
        }
        var reader = ProblemReader(isStrict: true)
        try reader.keys.check(root, known: ["jobs", "shipments"])
        var places = OrderPlaces(problem.locations)
        let placed = try places.settle(root)
        reader.problem = problem
        reader.dimensionCount = problem.dimensions.count
        reader.places.fix(places.locations)
        try reader.readTasks(placed)
        var added = reader.problem
        added.locations = places.locations
        let isJob = shipments.isEmpty
        let task = isJob ? TaskReference.job(added.jobs.count - 1) : .pickup(added.shipments.count - 1)
        try refuseKnownName(of: task, in: problem, at: isJob ? "/jobs/0" : "/shipments/0", added: added)
        return AddedOrder(
            problem: added,
            task: task,
            newPlaces: places.locations.count - problem.locations.count
        )
    }

    private static func refuseKnownName(
        of task: TaskReference,
        in problem: Problem,
        at pointer: String,
        added: Problem
    ) throws(FormatError) {
        for half in task.halves {
            let id = added.visit(half).id
            let known = problem.jobs.map(\.id) + problem.shipments.flatMap { [$0.pickup.id, $0.delivery.id] }
            guard known.contains(id) else { continue }
            throw FormatError(.duplicate("the order \(id)"), at: .pointer(pointer))
        }
    }
}

/// A problem with one more order.
public struct AddedOrder: Hashable, Sendable {
    /// The problem with the order behind the others, and its new places behind the others.
    public var problem: Problem
    /// The order: a job, or the pickup of a shipment.
    public var task: TaskReference
    /// How many of the last locations are new, so that no matrix knows them yet.
    public var newPlaces: Int
}

/// Turns the ways in which an order may name its places into indices: the code of a site, or a point that need not be known.
private struct OrderPlaces {
    private(set) var locations: [Location]

    init(_ locations: [Location]) {
        self.locations = locations
    }

    /// The document with a `location_index` in every visit that names its place otherwise.
    mutating func settle(_ root: JSONMembers) throws(FormatError) -> JSONMembers {
        var document = JSONObject()
        for job in try root.objects("jobs", each: "a job") ?? [] {
            document.append("jobs", .array([.object(try settleVisit(job))]))
        }
        for shipment in try root.objects("shipments", each: "a shipment") ?? [] {
            var settled = JSONObject()
            for (key, value) in zip(shipment.object.keys, shipment.object.values) {
                let half = ["pickup", "delivery"].contains(key) ? try shipment.members(key) : nil
                settled.append(
                    key,
                    try half.map { half throws(FormatError) in .object(try settleVisit(half)) } ?? value
                )
            }
            document.append("shipments", .array([.object(settled)]))
        }
        return try JSONMembers(.object(document), at: "", called: "the document")
    }

    private mutating func settleVisit(_ visit: JSONMembers) throws(FormatError) -> JSONObject {
        guard !visit.has("location_index") else { return visit.object }
        let index: Int
        if let site = try visit.identifier("site") {
            guard let known = locations.firstIndex(where: { $0.site == site }) else {
                throw FormatError(
                    .unknownReference("'site'", to: "the site \(site)"),
                    at: visit.place("site")
                )
            }
            index = known
        } else if let point = try PlaceTable.coordinate(visit, "location") {
            index = locations.firstIndex { $0.coordinate == point } ?? locations.count
            if index == locations.count { locations.append(Location(coordinate: point)) }
        } else {
            return visit.object
        }
        var settled = JSONObject()
        for (key, value) in zip(visit.object.keys, visit.object.values) where key != "site" {
            settled.append(key, value)
        }
        settled.append("location_index", JSONValue(index))
        return settled
    }
}
