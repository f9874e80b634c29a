import VehicleRouting

/// The jobs and shipments of a VRPLIB file, and the windows of its depots.
struct VRPLIBVisits {
    private(set) var jobs: [Job] = []
    private(set) var shipments: [Shipment] = []
    /// How many columns a demand has.
    let dimensions: Int
    /// The window of each depot; nil when the file has none.
    private(set) var windows: [TimeWindow]?

    /// The columns of `PICKUP_AND_DELIVERY_SECTION` behind the index.
    private enum Column {
        static let demand = 0
        static let opens = 1
        static let closes = 2
        static let service = 3
        static let pickup = 4
        static let delivery = 5
        static let count = 6
    }

    private let numbers: InstanceNumbers

    init(tables: VRPLIBTables, numbers: InstanceNumbers, nodes: Int, depots: Int) throws(FormatError) {
        self.numbers = numbers
        if let pairs = try tables.rows("PICKUP_AND_DELIVERY", count: nodes, width: Column.count) {
            dimensions = 1
            let depotRows = pairs.prefix(depots)
            var windows: [TimeWindow] = []
            for row in depotRows { windows.append(try window(row)) }
            self.windows = windows
            try readShipments(pairs, depots: depots)
            return
        }
        let demandName = tables.section("DEMAND") == nil ? "LINEHAUL" : "DEMAND"
        let demands = try tables.rows(demandName, count: nodes)
        let backhauls = try tables.rows("BACKHAUL", count: nodes)
        let widths = Set((demands ?? []).map(\.values.count) + (backhauls ?? []).map(\.values.count))
        guard widths.count <= 1, widths.first != 0 else {
            throw FormatError(
                .conflict(
                    "demands should all have the same number of columns",
                    remedy: "fill up the short rows of DEMAND_SECTION or BACKHAUL_SECTION"
                )
            )
        }
        dimensions = widths.first ?? 1
        let windows = try tables.rows("TIME_WINDOW", count: nodes, width: 2)
        if let windows {
            var depotWindows: [TimeWindow] = []
            for row in windows.prefix(depots) {
                depotWindows.append(try numbers.window(row.values[0], row.values[1], line: row.line))
            }
            self.windows = depotWindows
        }
        let services = try tables.values("SERVICE_TIME", count: nodes)
        try refuseDepotValues(
            demands,
            backhauls,
            tables.section("SERVICE_TIME") == nil ? nil : services,
            depots
        )
        let releases = try tables.values("RELEASE_TIME", count: nodes)
        let prizes = try tables.rows("PRIZE", count: nodes, width: 1)
        for node in depots..<nodes {
            var job = Job(id: .number(UInt64(node)), location: node)
            if let row = demands?[node] { job.delivery = try load(row, "the demand") }
            if let row = backhauls?[node] { job.pickup = try load(row, "the backhaul demand") }
            if job.pickup.isNothing { job.pickup = [] }
            if let row = windows?[node] {
                job.timeWindows = [try numbers.window(row.values[0], row.values[1], line: row.line)]
            }
            if let row = services?[node] { job.service = try scaled(row, "the service time") }
            if let row = releases?[node] { job.release = try scaled(row, "the release time") }
            // A prize of zero means that the customer must be served.
            if let row = prizes?[node], row.values[0] != 0 {
                job.unassignedCost = Cost(wireUnits: try scaled(row, "the prize"))
            }
            jobs.append(job)
        }
    }

    private mutating func readShipments(
        _ rows: [VRPLIBTables.Entry],
        depots: Int
    ) throws(FormatError) {
        for node in depots..<rows.count {
            let row = rows[node]
            let partner = (pickup: row.values[Column.pickup], delivery: row.values[Column.delivery])
            guard (partner.pickup == 0) != (partner.delivery == 0) else {
                throw FormatError(
                    .conflict(
                        "node \(node + 1) should name either its pickup or its delivery",
                        remedy: "write 0 in one of the last two columns and a node in the other"
                    ),
                    at: .line(row.line)
                )
            }
            guard partner.delivery != 0 else { continue }
            let delivery = try InstanceNumbers.whole(
                partner.delivery,
                "the node of the delivery",
                in: depots + 1...rows.count,
                line: row.line
            )
            let other = rows[delivery - 1]
            guard other.values[Column.pickup] == Double(node + 1) else {
                throw FormatError(
                    .conflict(
                        "nodes \(node + 1) and \(delivery) do not belong together",
                        remedy: "let them name each other"
                    ),
                    at: .line(row.line)
                )
            }
            shipments.append(
                Shipment(
                    pickup: try visit(row, node: node),
                    delivery: try visit(other, node: delivery - 1),
                    amount: [
                        try InstanceNumbers.whole(row.values[Column.demand], "the demand", line: row.line)
                    ]
                )
            )
        }
    }

    private func visit(_ row: VRPLIBTables.Entry, node: Int) throws(FormatError) -> Job {
        var visit = Job(id: .number(UInt64(node)), location: node)
        visit.timeWindows = [try window(row)]
        visit.service = try numbers.scaled(row.values[Column.service], "the service time", line: row.line)
        return visit
    }

    private func window(_ row: VRPLIBTables.Entry) throws(FormatError) -> TimeWindow {
        try numbers.window(row.values[Column.opens], row.values[Column.closes], line: row.line)
    }

    private func scaled(_ row: VRPLIBTables.Entry, _ field: String) throws(FormatError) -> Int {
        try numbers.scaled(row.values[0], field, line: row.line)
    }

    private func load(_ row: VRPLIBTables.Entry, _ field: String) throws(FormatError) -> Load {
        var load: Load = []
        for value in row.values { load.append(try InstanceNumbers.whole(value, field, line: row.line)) }
        return load
    }

    private func refuseDepotValues(
        _ demands: [VRPLIBTables.Entry]?,
        _ backhauls: [VRPLIBTables.Entry]?,
        _ services: [VRPLIBTables.Entry]?,
        _ depots: Int
    ) throws(FormatError) {
        for depot in 0..<depots {
            let demand = demands?[depot].values.first { $0 != 0 }
            let backhaul = backhauls?[depot].values.first { $0 != 0 }
            try InstanceFleet.refuseDepotValues(
                demand: demand ?? backhaul ?? 0,
                service: services?[depot].values[0] ?? 0,
                line: (demands ?? services)?[depot].line ?? 1
            )
        }
    }
}
