import VehicleRouting

/// Reads the pickup-and-delivery format of Li and Lim (2001).
///
/// The first line has the number of vehicles, their capacity and a speed that nothing uses.  Each other line has nine
/// numbers: task, x, y, demand, opening, closing, service, and the task that is its pickup or its delivery.
struct LiLimReader {
    let text: InstanceText
    let numbers: InstanceNumbers

    /// The columns of a task's line.
    private enum Column {
        static let demand = 3
        static let opens = 4
        static let closes = 5
        static let service = 6
        static let pickup = 7
        static let delivery = 8
        static let count = 9
    }

    static func recognises(_ text: InstanceText) -> Bool {
        guard text.lines.count > 1,
            let first = try? text.numbers(text.lines[0], field: ""),
            let second = try? text.numbers(text.lines[1], field: "")
        else { return false }
        return first.count == 3 && second.count == Column.count
    }

    func read() throws(FormatError) -> Instance {
        let head = text.lines[0]
        let fleet = try text.numbers(head, field: "the fleet")
        guard fleet[2] == 0 || fleet[2] == 1 else {
            throw FormatError(
                .outOfRange(InstanceNumbers.shown(fleet[2]), field: "the speed", range: "0 or 1"),
                at: .line(head.number)
            )
        }
        let rows = try tasks()
        let depotLine = text.lines[1].number
        try InstanceFleet.refuseDepotValues(
            demand: rows[0][Column.demand],
            service: rows[0][Column.service],
            line: depotLine
        )
        var problem = Problem()
        problem.dimensions = [LoadDimension(name: "demand", unit: "")]
        problem.locations = rows.map { Location(coordinate: Coordinate(longitude: $0[1], latitude: $0[2])) }
        problem.depots = [Depot(id: 0, location: 0)]
        problem.vehicles = InstanceFleet.vehicles(
            count: try InstanceNumbers.whole(
                fleet[0],
                "the number of vehicles",
                in: 1...100_000,
                line: head.number
            ),
            capacity: [try InstanceNumbers.whole(fleet[1], "the capacity", line: head.number)],
            shift: try numbers.window(rows[0][Column.opens], rows[0][Column.closes], line: depotLine)
        )
        problem.shipments = try shipments(rows)
        let points = problem.locations.compactMap(\.coordinate)
        problem.matrices = ["car": try numbers.roads(points, line: depotLine)]
        return Instance(format: .liLim, rounding: numbers.rounding, problem: problem)
    }

    private func tasks() throws(FormatError) -> [[Double]] {
        var rows: [[Double]] = []
        for line in text.lines.dropFirst() {
            let row = try text.numbers(line, field: "task \(rows.count)")
            guard row.count == Column.count else {
                throw FormatError(
                    .wrongCount("the row of task \(rows.count)", found: row.count, expected: Column.count),
                    at: .line(line.number)
                )
            }
            guard row[0] == Double(rows.count) else {
                throw FormatError(
                    .outOfRange(
                        InstanceNumbers.shown(row[0]),
                        field: "the task number",
                        range: "\(rows.count)"
                    ),
                    at: .line(line.number)
                )
            }
            rows.append(row)
        }
        return rows
    }

    private func shipments(_ rows: [[Double]]) throws(FormatError) -> [Shipment] {
        var shipments: [Shipment] = []
        for task in 1..<rows.count {
            let line = text.lines[task + 1].number
            let pickup = try partner(of: task, in: rows, column: Column.pickup, line: line)
            let delivery = try partner(of: task, in: rows, column: Column.delivery, line: line)
            guard (pickup == 0) != (delivery == 0) else {
                throw FormatError(
                    .conflict(
                        "task \(task) should name either its pickup or its delivery",
                        remedy: "write 0 in one of the last two columns and a task in the other"
                    ),
                    at: .line(line)
                )
            }
            let other = max(pickup, delivery)
            let back = rows[other][delivery > 0 ? Column.pickup : Column.delivery]
            guard back == Double(task), rows[other][Column.demand] == -rows[task][Column.demand] else {
                throw FormatError(
                    .conflict(
                        "tasks \(task) and \(other) do not belong together",
                        remedy: "let them name each other and give them opposite demands"
                    ),
                    at: .line(line)
                )
            }
            guard delivery > 0 else { continue }
            let amount = try InstanceNumbers.whole(rows[task][Column.demand], "the demand", line: line)
            shipments.append(
                Shipment(
                    pickup: try visit(rows[task], line: line),
                    delivery: try visit(rows[delivery], line: text.lines[delivery + 1].number),
                    amount: [amount]
                )
            )
        }
        return shipments
    }

    private func partner(
        of task: Int,
        in rows: [[Double]],
        column: Int,
        line: Int
    ) throws(FormatError) -> Int {
        let value = rows[task][column]
        guard value == value.rounded(), value >= 0, value < Double(rows.count) else {
            throw FormatError(
                .unknownReference("task \(task)", to: "task \(InstanceNumbers.shown(value))"),
                at: .line(line)
            )
        }
        return Int(value)
    }

    private func visit(_ row: [Double], line: Int) throws(FormatError) -> Job {
        var visit = Job(id: .number(UInt64(row[0])), location: Int(row[0]))
        visit.timeWindows = [try numbers.window(row[Column.opens], row[Column.closes], line: line)]
        visit.service = try numbers.scaled(row[Column.service], "the service time", line: line)
        return visit
    }
}
