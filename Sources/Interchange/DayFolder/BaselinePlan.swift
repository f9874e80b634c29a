internal import VehicleRouting

/// The plan a user has today: which vehicle serves which jobs in which order.
public struct BaselinePlan: Hashable, Sendable {
    /// One entry per vehicle that drives, in the order of the problem's vehicles.
    public var routes: [BaselineRoute]
    /// Rows of the file that could not be used.
    public var rejects: [DayFinding]
    /// What is odd about the file.
    public var warnings: [DayFinding]
}

/// The stops of one vehicle.
public struct BaselineRoute: Hashable, Sendable {
    /// Index into the problem's vehicles.
    public var vehicle: Int
    /// What is done, in order.
    public var stops: [BaselineStop]
    /// Where it comes back and loads for another trip, in order.
    public var reloads: [BaselineReload] = []
}

/// Coming back to a depot in a plan made elsewhere.
public struct BaselineReload: Hashable, Sendable {
    /// Index into the problem's depots.
    public var depot: Int
    /// How many of the vehicle's stops come before it.
    public var position: Int
}

/// One job of a plan made elsewhere.
public struct BaselineStop: Hashable, Sendable {
    /// Index into the problem's jobs.
    public var job: Int
    /// Index into the vehicle's compartments; nil where the file does not say.
    public var compartment: Int?
}

/// Reads `stops.csv`.
struct BaselineReading {
    private let table: DayTable<StopColumn>
    private let day: DayFolder
    private var vehicles = CodeIndex()
    private var depots = CodeIndex()
    private var jobs: [String: [Int]] = [:]

    init(_ table: DayTable<StopColumn>, day: DayFolder) {
        self.table = table
        self.day = day
        for (index, vehicle) in day.problem.vehicles.enumerated() {
            vehicles.add(vehicle.id.description, index: index, row: 0)
        }
        for (index, depot) in day.problem.depots.enumerated() {
            depots.add(depot.id.description, index: index, row: 0)
        }
        for (index, job) in day.problem.jobs.enumerated() {
            let order = day.details.jobs[index].order
            jobs[order, default: []].append(index)
            if job.id.description != order { jobs[job.id.description] = [index] }
        }
    }

    private struct Entry {
        var vehicle: Int
        var sequence: Int
        var step: Step
    }

    private enum Step {
        case stop(BaselineStop)
        case reload(depot: Int)
    }

    /// The word in the column `task` of a row that is no order but a reload.
    private static let reload = "reload"

    func plan() -> BaselinePlan {
        var entries: [Entry] = []
        var firstRows: [Int: Int] = [:]
        var rejects: [DayFinding] = []
        for row in table.rows {
            do throws(RowProblem) {
                for entry in try read(row) {
                    if case .stop(let stop) = entry.step {
                        guard firstRows[stop.job] == nil else { continue }
                        firstRows[stop.job] = table.line(row)
                    }
                    entries.append(entry)
                }
            } catch {
                rejects.append(
                    DayFinding(
                        file: table.fileName,
                        row: table.line(row),
                        column: error.column,
                        value: error.value,
                        reason: error.reason
                    )
                )
            }
        }
        // Sorting by position too keeps rows of equal sequence in the order of the file.
        let sorted = entries.enumerated().sorted {
            ($0.element.vehicle, $0.element.sequence, $0.offset) < (
                $1.element.vehicle, $1.element.sequence, $1.offset
            )
        }
        var routes: [BaselineRoute] = []
        for (_, entry) in sorted {
            if routes.last?.vehicle != entry.vehicle {
                routes.append(BaselineRoute(vehicle: entry.vehicle, stops: []))
            }
            let route = routes.count - 1
            switch entry.step {
            case .stop(let stop): routes[route].stops.append(stop)
            case .reload(let depot):
                let reload = BaselineReload(depot: depot, position: routes[route].stops.count)
                routes[route].reloads.append(reload)
            }
        }
        return BaselinePlan(routes: routes, rejects: rejects, warnings: table.warnings)
    }

    /// The jobs one row names, all of an order's together, or the depot where the vehicle loads again.
    private func read(_ row: Int) throws(RowProblem) -> [Entry] {
        try table.checkShape(of: row)
        let vehicle: Int
        switch vehicles.index(of: try table.code(.vehicle, row), thing: .vehicle) {
        case .success(let index): vehicle = index
        case .failure(let unknown): throw table.problem(.vehicle, row, unknown.reason)
        }
        let position = table.has(.sequence) ? StopColumn.sequence : .stop
        let sequence = try table.scaled(position, row, by: 1, in: 0...1_000_000) ?? row
        if table.text(.order, row).isEmpty, table.text(.task, row).lowercased() == Self.reload {
            let depot = try depot(row)
            return [Entry(vehicle: vehicle, sequence: sequence, step: .reload(depot: depot))]
        }
        let order = try table.code(.order, row)
        guard let found = jobs[order] else {
            throw table.problem(.order, row, UnknownCode(order, thing: .order, known: jobs.keys).reason)
        }
        let compartment = try compartment(row, of: day.problem.vehicles[vehicle])
        return found.map { job in
            Entry(
                vehicle: vehicle,
                sequence: sequence,
                step: .stop(BaselineStop(job: job, compartment: compartment))
            )
        }
    }

    private func depot(_ row: Int) throws(RowProblem) -> Int {
        switch depots.index(of: table.text(.site, row), thing: .depot) {
        case .success(let index): return index
        case .failure(let unknown): throw table.problem(.site, row, unknown.reason)
        }
    }

    private func compartment(_ row: Int, of vehicle: Vehicle) throws(RowProblem) -> Int? {
        let code = table.text(.compartment, row)
        guard !code.isEmpty else { return nil }
        let known = vehicle.effectiveCompartments.map(\.id.description)
        if let index = known.firstIndex(of: code) { return index }
        throw table.problem(.compartment, row, UnknownCode(code, thing: .compartment, known: known).reason)
    }
}
