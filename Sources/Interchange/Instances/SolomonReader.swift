import VehicleRouting

/// Reads the format of Solomon, *Operations Research* 35 (1987), 254–265, which Gehring and Homberger use too.
///
/// A name, a line with the number of vehicles and their capacity, and a table of seven columns with the depot as
/// customer 0.
struct SolomonReader {
    let text: InstanceText
    let numbers: InstanceNumbers

    static func recognises(_ text: InstanceText) -> Bool {
        text.lines.prefix(8).contains { text.text($0).uppercased() == "VEHICLE" }
    }

    func read() throws(FormatError) -> Instance {
        let (vehicles, capacity) = try fleet()
        var problem = Problem(name: text.lines.first.map(text.text) ?? "")
        problem.dimensions = [LoadDimension(name: "demand", unit: "")]
        let rows = try customers()
        let depot = rows[0]
        problem.locations = rows.map { Location(coordinate: Coordinate(longitude: $0[1], latitude: $0[2])) }
        problem.depots = [Depot(id: 0, location: 0)]
        try InstanceFleet.refuseDepotValues(demand: depot[3], service: depot[6], line: firstRow.number)
        problem.vehicles = InstanceFleet.vehicles(
            count: vehicles,
            capacity: [capacity],
            shift: try numbers.window(depot[4], depot[5], line: firstRow.number)
        )
        for index in 1..<rows.count {
            problem.jobs.append(try job(rows[index], line: text.lines[tableStart + index].number))
        }
        let points = problem.locations.compactMap(\.coordinate)
        problem.matrices = ["car": try numbers.roads(points, line: firstRow.number)]
        return Instance(format: .solomon, rounding: numbers.rounding, problem: problem)
    }

    /// The line index of customer 0: the first line of seven numbers after the word `CUSTOMER` and its heads.
    private var tableStart: Int {
        let title = text.lines.firstIndex { text.text($0).uppercased() == "CUSTOMER" } ?? 0
        return title + 2
    }

    private var firstRow: InstanceText.Line { text.lines[tableStart] }

    private func fleet() throws(FormatError) -> (vehicles: Int, capacity: Int) {
        let title = text.lines.firstIndex { text.text($0).uppercased() == "VEHICLE" } ?? 0
        guard title + 2 < text.lines.count else {
            throw FormatError(
                .missing("the number of vehicles and their capacity", remedy: "add them below 'VEHICLE'")
            )
        }
        let line = text.lines[title + 2]
        let values = try text.numbers(line, field: "the fleet")
        guard values.count == 2 else {
            throw FormatError(
                .wrongCount("the fleet (number, capacity)", found: values.count, expected: 2),
                at: .line(line.number)
            )
        }
        return (
            try InstanceNumbers.whole(
                values[0],
                "the number of vehicles",
                in: 1...100_000,
                line: line.number
            ),
            try InstanceNumbers.whole(values[1], "the capacity", line: line.number)
        )
    }

    private func customers() throws(FormatError) -> [[Double]] {
        guard text.lines.contains(where: { text.text($0).uppercased() == "CUSTOMER" }),
            tableStart < text.lines.count
        else {
            throw FormatError(.missing("the table of customers", remedy: "add it below 'CUSTOMER'"))
        }
        var rows: [[Double]] = []
        for line in text.lines[tableStart...] {
            let row = try text.numbers(line, field: "customer \(rows.count)")
            guard row.count == 7 else {
                throw FormatError(
                    .wrongCount("the row of customer \(rows.count)", found: row.count, expected: 7),
                    at: .line(line.number)
                )
            }
            guard row[0] == Double(rows.count) else {
                throw FormatError(
                    .outOfRange(
                        InstanceNumbers.shown(row[0]),
                        field: "the customer number",
                        range: "\(rows.count)"
                    ),
                    at: .line(line.number)
                )
            }
            rows.append(row)
        }
        return rows
    }

    private func job(_ row: [Double], line: Int) throws(FormatError) -> Job {
        let number = Int(row[0])
        var job = Job(id: .number(UInt64(number)), location: number)
        let demand = try InstanceNumbers.whole(row[3], "the demand", line: line)
        job.delivery = [demand]
        job.timeWindows = [try numbers.window(row[4], row[5], line: line)]
        job.service = try numbers.scaled(row[6], "the service time", line: line)
        return job
    }
}
