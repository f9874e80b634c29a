import VehicleRouting

/// Reads VRPLIB with the sections of PyVRP's dialect, with the meaning that PyVRP gives them.
///
/// Nodes are numbered from 1 in the file and from 0 here and in published solutions; depots come first.
struct VRPLIBReader {
    let tables: VRPLIBTables
    let numbers: InstanceNumbers
    /// How many nodes there are.
    let nodes: Int
    /// How many of them are depots; they are the first.
    let depots: Int

    /// Takes `file` apart; without a `rounding` the one that its published costs use.
    init(_ file: VRPLIBFile, rounding: Rounding?) throws(FormatError) {
        tables = try VRPLIBTables(file)
        numbers = InstanceNumbers(rounding: rounding ?? Self.customaryRounding(of: file))
        guard let dimension = try tables.number("DIMENSION") else {
            throw FormatError(.missing("DIMENSION", remedy: "add a line 'DIMENSION : n'"))
        }
        nodes = try InstanceNumbers.whole(
            dimension.values[0],
            "DIMENSION",
            in: 2...30_000,
            line: dimension.line
        )
        depots = try Self.countDepots(tables.section("DEPOT"), nodes: nodes)
    }

    /// The convention under which costs for such a file are published: explicit matrices as they stand; the X sets
    /// (no windows) rounded; the sets MDVRPTW and HFVRP of PyVRP/Instances times 1000; other windows DIMACS.
    static func customaryRounding(of file: VRPLIBFile) -> Rounding {
        guard file.specifications["EDGE_WEIGHT_TYPE"]?.value == "EUC_2D" else { return .none }
        switch file.specifications["TYPE"]?.value {
        case "MDVRPTW", "HFVRP": return .exact
        default: return file.sections["TIME_WINDOW_SECTION"] == nil ? .round : .dimacs
        }
    }

    private static func countDepots(
        _ section: VRPLIBFile.Section?,
        nodes: Int
    ) throws(FormatError) -> Int {
        guard let section else { return 1 }
        let listed = section.values.prefix { $0 != -1 }
        for (index, node) in listed.enumerated() where node != Double(index + 1) {
            throw FormatError(
                .conflict(
                    "depots should be the first nodes, but depot \(index + 1) is node \(InstanceNumbers.shown(node))",
                    remedy: "renumber the nodes so that depots come first"
                ),
                at: .line(section.line)
            )
        }
        guard !listed.isEmpty, listed.count < nodes else {
            throw FormatError(
                .wrongCount("DEPOT_SECTION", found: listed.count, expected: 1),
                at: .line(section.line)
            )
        }
        return listed.count
    }

    func read() throws(FormatError) -> Instance {
        var problem = Problem(name: tables.file.specifications["NAME"]?.value ?? "")
        problem.locations = try locations()
        let visits = try visits()
        problem.dimensions = dimensions(count: visits.dimensions)
        problem.depots = (0..<depots).map { Depot(id: .number(UInt64($0)), location: $0) }
        problem.jobs = visits.jobs
        problem.shipments = visits.shipments
        let tasks = problem.jobs.count + 2 * problem.shipments.count
        problem.vehicles = try VRPLIBVehicles(tables: tables, numbers: numbers, depots: depots, nodes: nodes)
            .read(defaultCount: tasks, shifts: visits.windows, allowing: &problem.jobs)
        if let wrong = problem.vehicles.first(where: { ![0, visits.dimensions].contains($0.capacity.count) })
        {
            throw FormatError(
                .wrongCount(
                    "the capacity of vehicle \(wrong.id)",
                    found: wrong.capacity.count,
                    expected: visits.dimensions
                )
            )
        }
        let hasBackhauls = tables.file.specifications["TYPE"]?.value == "VRPB"
        var roads = try roads(between: problem.locations, asTable: hasBackhauls)
        if hasBackhauls {
            var matrix = roads.durations
            VRPLIBBackhauls(jobs: problem.jobs).separate(&matrix, size: nodes, vehicles: &problem.vehicles)
            roads = TravelMatrix(size: nodes, durations: matrix, distances: matrix)
        }
        problem.matrices = ["car": roads]
        return Instance(format: .vrplib, rounding: numbers.rounding, problem: problem)
    }

    private func locations() throws(FormatError) -> [Location] {
        guard let rows = try tables.rows("NODE_COORD", count: nodes, width: 2) else {
            return [Location](repeating: Location(), count: nodes)
        }
        return rows.map { row in
            Location(coordinate: Coordinate(longitude: row.values[0], latitude: row.values[1]))
        }
    }

    private func dimensions(count: Int) -> [LoadDimension] {
        guard count > 1 else { return [LoadDimension(name: "demand", unit: "")] }
        return (1...count).map { LoadDimension(name: "demand \($0)", unit: "") }
    }

    private func visits() throws(FormatError) -> VRPLIBVisits {
        try VRPLIBVisits(tables: tables, numbers: numbers, nodes: nodes, depots: depots)
    }

    private func roads(between locations: [Location], asTable: Bool) throws(FormatError) -> TravelMatrix {
        guard let type = tables.file.specifications["EDGE_WEIGHT_TYPE"] else {
            throw FormatError(
                .missing("EDGE_WEIGHT_TYPE", remedy: "add a line such as 'EDGE_WEIGHT_TYPE : EUC_2D'")
            )
        }
        if type.value == "EXPLICIT" {
            let entries = try explicitDistances()
            return TravelMatrix(size: nodes, durations: entries, distances: entries)
        }
        guard let coordinates = tables.section("NODE_COORD") else {
            throw FormatError(
                .missing("NODE_COORD_SECTION", remedy: "add it, since \(type.value) needs coordinates"),
                at: .line(type.line)
            )
        }
        guard let steps = Self.steps[type.value] else {
            throw FormatError(
                .unsupported(
                    "EDGE_WEIGHT_TYPE \(type.value)",
                    remedy: "use EUC_2D, FLOOR_2D, CEIL_2D, EXACT_2D or EXPLICIT"
                ),
                at: .line(type.line)
            )
        }
        return try numbers.roads(
            locations.compactMap(\.coordinate),
            line: coordinates.line,
            after: steps.first,
            asTable: asTable
        )
    }

    /// What each kind of Euclidean length does to it before the rounding.
    private static let steps: [String: [PlaneLaw.Step]] = [
        "EUC_2D": [],
        "FLOOR_2D": [PlaneLaw.Step(factor: 1, rule: .down)],
        "CEIL_2D": [PlaneLaw.Step(factor: 1, rule: .up)],
        "EXACT_2D": [PlaneLaw.Step(factor: 1000, rule: .toNearestOrEven)],
    ]

    private func explicitDistances() throws(FormatError) -> [Int32] {
        guard let section = tables.section("EDGE_WEIGHT") else {
            throw FormatError(.missing("EDGE_WEIGHT_SECTION", remedy: "add it or give another type"))
        }
        let format = tables.file.specifications["EDGE_WEIGHT_FORMAT"]
        let isTriangle = format?.value == "LOWER_ROW"
        guard isTriangle || format?.value == "FULL_MATRIX" else {
            throw FormatError(
                .unsupported(
                    "EDGE_WEIGHT_FORMAT \(format?.value ?? "(none)")",
                    remedy: "use FULL_MATRIX or LOWER_ROW"
                ),
                at: .line(format?.line ?? section.line)
            )
        }
        let expected = isTriangle ? nodes * (nodes - 1) / 2 : nodes * nodes
        guard section.values.count == expected else {
            throw FormatError(
                .wrongCount("EDGE_WEIGHT_SECTION", found: section.values.count, expected: expected),
                at: .line(section.line)
            )
        }
        var matrix = [Int32](repeating: 0, count: nodes * nodes)
        var next = 0
        for row in 0..<nodes {
            for column in 0..<(isTriangle ? row : nodes) {
                let entry = try numbers.scaled(
                    section.values[next],
                    "the distance from node \(row) to node \(column)",
                    line: section.line
                )
                matrix[row * nodes + column] = Int32(entry)
                if isTriangle { matrix[column * nodes + row] = Int32(entry) }
                next += 1
            }
        }
        return matrix
    }
}
