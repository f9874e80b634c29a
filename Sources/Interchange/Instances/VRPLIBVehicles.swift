import VehicleRouting

/// The fleet of a VRPLIB file.
struct VRPLIBVehicles {
    let tables: VRPLIBTables
    let numbers: InstanceNumbers
    let depots: Int
    let nodes: Int

    /// One value per vehicle for each of these, where the file has it.
    private static let perVehicle = [
        "CAPACITY", "VEHICLES_DEPOT", "VEHICLES_MAX_DISTANCE", "VEHICLES_MAX_DURATION",
        "VEHICLES_FIXED_COST", "VEHICLES_UNIT_DISTANCE_COST", "VEHICLES_ALLOWED_CLIENTS",
        "VEHICLES_RELOAD_DEPOT",
    ]

    /// Makes the vehicles, named from 1, and lets `jobs` know which vehicles they are restricted to.
    ///
    /// `defaultCount` is how many there are when the file does not say; `shifts` are the windows of the depots.
    func read(
        defaultCount: Int,
        shifts: [TimeWindow]?,
        allowing jobs: inout [Job]
    ) throws(FormatError) -> [Vehicle] {
        let count = try count() ?? defaultCount
        let capacities = try capacities(count: count)
        let homes = try tables.values("VEHICLES_DEPOT", count: count)
        let distances = try tables.values("VEHICLES_MAX_DISTANCE", count: count)
        let durations = try tables.values("VEHICLES_MAX_DURATION", count: count)
        let fixed = try tables.values("VEHICLES_FIXED_COST", count: count)
        let rates = try tables.values("VEHICLES_UNIT_DISTANCE_COST", count: count)
        let reloads = try reloadDepots(count: count)
        var vehicles: [Vehicle] = []
        vehicles.reserveCapacity(count)
        for index in 0..<count {
            var vehicle = Vehicle(id: .number(UInt64(index + 1)))
            let home = try homes.map { rows throws(FormatError) in try depot(rows[index]) } ?? 0
            vehicle.start = home
            vehicle.end = home
            vehicle.startDepot = home
            vehicle.endDepot = home
            vehicle.capacity = capacities?[index] ?? []
            vehicle.shift = shifts?[home] ?? .always
            vehicle.costs = InstanceFleet.costs
            if let row = fixed?[index] { vehicle.costs.fixed = try scaled(row, "the fixed cost") }
            if let row = rates?[index] { vehicle.costs.perKilometre = try rate(row) }
            if let row = distances?[index] { vehicle.maxDistance = try scaled(row, "the greatest distance") }
            if let row = durations?[index] { vehicle.maxDuration = try scaled(row, "the longest duration") }
            vehicle.reloadDepots = reloads?[index] ?? []
            vehicles.append(vehicle)
        }
        try restrict(&jobs, count: count)
        return vehicles
    }

    private func count() throws(FormatError) -> Int? {
        if let entry = try tables.number("VEHICLES") {
            return try InstanceNumbers.whole(entry.values[0], "VEHICLES", in: 1...100_000, line: entry.line)
        }
        return Self.perVehicle.lazy.compactMap { tables.section($0)?.starts.count }.first
    }

    private func capacities(count: Int) throws(FormatError) -> [Load]? {
        if let entry = try tables.number("CAPACITY") {
            let capacity = try InstanceNumbers.whole(entry.values[0], "CAPACITY", line: entry.line)
            return [Load](repeating: [capacity], count: count)
        }
        guard let rows = try tables.rows("CAPACITY", count: count) else { return nil }
        var capacities: [Load] = []
        for row in rows {
            var capacity: Load = []
            for value in row.values {
                capacity.append(try InstanceNumbers.whole(value, "the capacity", line: row.line))
            }
            capacities.append(capacity)
        }
        return capacities
    }

    private func depot(_ row: VRPLIBTables.Entry) throws(FormatError) -> Int {
        try InstanceNumbers.whole(row.values[0], "the depot of a vehicle", in: 1...depots, line: row.line) - 1
    }

    private func scaled(_ row: VRPLIBTables.Entry, _ field: String) throws(FormatError) -> Int {
        try numbers.scaled(row.values[0], field, line: row.line)
    }

    /// The cost of a unit of distance; it is not scaled, because the distance is.
    private func rate(_ row: VRPLIBTables.Entry) throws(FormatError) -> Int {
        // 1.1 × 1000 is a little more than 1100 in binary.
        let thousandths = (row.values[0] * 1e6).rounded() / 1e3
        return try InstanceNumbers.whole(
            thousandths,
            "the unit distance cost, in thousandths,",
            line: row.line
        )
    }

    private func reloadDepots(count: Int) throws(FormatError) -> [[Int]]? {
        let limits = try tables.values("VEHICLES_MAX_RELOADS", count: count)
        guard let rows = try tables.rows("VEHICLES_RELOAD_DEPOT", count: count) else { return nil }
        var reloads: [[Int]] = []
        for (index, row) in rows.enumerated() {
            if let limit = limits?[index], limit.values[0] != 0 {
                throw FormatError(
                    .unsupported("a limit on reloads", remedy: "remove VEHICLES_MAX_RELOADS or set it to 0"),
                    at: .line(limit.line)
                )
            }
            var depotsOfVehicle: [Int] = []
            for value in row.values where limits == nil {
                depotsOfVehicle.append(try depot(VRPLIBTables.Entry(values: [value], line: row.line)))
            }
            reloads.append(depotsOfVehicle)
        }
        return reloads
    }

    private func restrict(_ jobs: inout [Job], count: Int) throws(FormatError) {
        guard let rows = try tables.rows("VEHICLES_ALLOWED_CLIENTS", count: count) else { return }
        var allowed: [Int: Set<Identifier>] = [:]
        for (index, row) in rows.enumerated() {
            for value in row.values {
                let node = try InstanceNumbers.whole(
                    value,
                    "an allowed client",
                    in: depots + 1...nodes,
                    line: row.line
                )
                allowed[node - 1, default: []].insert(.number(UInt64(index + 1)))
            }
        }
        for index in jobs.indices {
            let vehicles = allowed[jobs[index].location] ?? []
            jobs[index].allowedVehicles = vehicles.count == count ? nil : vehicles
        }
    }
}
