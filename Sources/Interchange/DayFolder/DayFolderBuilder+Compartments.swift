import VehicleRouting

/// One row of `compartments.csv`.
struct CompartmentRow {
    var code: String
    var regimes: [Int]?
    /// Per dimension that takes part; nil where the cell is empty.
    var capacity: [Int?]
    var door: DoorBudget?
    var validUntil: Seconds?
    var changeovers: [Changeover]
    var state: CompartmentState
}

/// All rows of `compartments.csv` that name one vehicle.
struct VehicleBody {
    var compartments: [CompartmentRow] = []
    /// The line of a row that was rejected; the vehicle then cannot be trusted either.
    var rejectedRow: Int?
    /// The rows, as indices into the table.
    var rows: [Int] = []
}

extension DayFolderBuilder {
    /// The compartments of all vehicles, by code of the vehicle.
    mutating func readCompartments() -> [String: VehicleBody] {
        guard let table = tables.compartments else { return [:] }
        var bodies: [String: VehicleBody] = [:]
        var firstRows: [String: Int] = [:]
        forEachRow(of: table) { _, row in
            bodies[table.text(.vehicle, row), default: VehicleBody()].rejectedRow = table.line(row)
        } _: { builder, row throws(RowProblem) in
            let vehicle = try table.code(.vehicle, row)
            let code = try table.code(.compartment, row)
            // No code holds a line break, so this key is unambiguous.
            let key = "\(vehicle)\n\(code)"
            if let first = firstRows[key] {
                throw table.problem(.compartment, row, .duplicate(firstRow: first))
            }
            var capacity: [Int?] = []
            for column in builder.dimensions {
                let scale = column.dimension.scale
                capacity.append(
                    try table.scaled(column.compartment, row, by: scale, .down, in: LoadColumn.range)
                )
            }
            let regimes = try builder.regimeList(.regimes, table, row)
            let door = try builder.door(table, row)
            let validUntil = try table.lastSecond(.validUntil, row, on: builder.settings.planDay)
            let changeovers = try builder.changeovers(table, row)
            let state = try builder.state(table, row)
            firstRows[key] = table.line(row)
            bodies[vehicle, default: VehicleBody()].rows.append(row)
            bodies[vehicle, default: VehicleBody()].compartments.append(
                CompartmentRow(
                    code: code,
                    regimes: regimes,
                    capacity: capacity,
                    door: door,
                    validUntil: validUntil,
                    changeovers: changeovers,
                    state: state
                )
            )
        }
        return bodies
    }

    /// How long a compartment takes to its regimes: minutes, each with the regime and, where it matters, the one before:
    /// `REF:30|REF>RT15_25:20`.
    private mutating func changeovers(
        _ table: DayTable<CompartmentColumn>,
        _ row: Int
    ) throws(RowProblem) -> [Changeover] {
        var changeovers: [Changeover] = []
        for item in table.list(.changeover, row) {
            let parts = Self.parts(of: item, at: ":")
            guard parts.count == 2, let minutes = Int(parts[1]), (0...1440).contains(minutes) else {
                throw table.problem(.changeover, row, .notChangeovers)
            }
            let names = Self.parts(of: parts[0], at: ">")
            guard (1...2).contains(names.count) else {
                throw table.problem(.changeover, row, .notChangeovers)
            }
            var regimes: [Int] = []
            for name in names { regimes.append(try regime(named: name, .changeover, table, row)) }
            let from = regimes.count == 2 ? regimes[0] : nil
            let to = regimes[regimes.count - 1]
            guard !changeovers.contains(where: { $0.from == from && $0.to == to }) else {
                throw table.problem(.changeover, row, .notChangeovers)
            }
            changeovers.append(Changeover(from: from, to: to, seconds: 60 * minutes))
        }
        return changeovers
    }

    private static func parts(of text: String, at separator: Character) -> [String] {
        text.split(separator: separator, omittingEmptySubsequences: false).map { String($0).trimmed }
    }

    /// What a compartment is like when the route begins.
    private mutating func state(
        _ table: DayTable<CompartmentColumn>,
        _ row: Int
    ) throws(RowProblem) -> CompartmentState {
        var state = CompartmentState()
        let running = table.text(.running, row)
        if !Self.noRegime.contains(running.lowercased()) {
            state.regime = try regime(named: running, .running, table, row)
        }
        for name in table.list(.carried, row) {
            guard let known = problem.goodsClasses.firstIndex(of: .text(name)) else {
                let nearest = NearestWord.of(name, among: problem.goodsClasses.map(\.description))
                throw RowProblem(
                    column: table.header(.carried),
                    value: name,
                    reason: .unknownName(.goodsClass, nearest: nearest)
                )
            }
            state.carried.insert(known)
        }
        return state
    }

    private mutating func regime(
        named name: String,
        _ column: CompartmentColumn,
        _ table: DayTable<CompartmentColumn>,
        _ row: Int
    ) throws(RowProblem) -> Int {
        if let index = regimeIndex(named: name) { return index }
        throw RowProblem(
            column: table.header(column),
            value: name,
            reason: .unknownName(.regime, nearest: NearestWord.of(name, among: regimes.names))
        )
    }

    /// Rejects compartments of vehicles that `vehicles.csv` does not have.
    mutating func rejectHomeless(_ bodies: [String: VehicleBody]) {
        guard let table = tables.compartments else { return }
        let known = tables.vehicles
        let homeless = bodies.filter { code, _ in !known.rows.contains { known.text(.vehicle, $0) == code } }
        for row in homeless.values.flatMap(\.rows).sorted() {
            let code = table.text(.vehicle, row)
            if case .failure(let unknown) = vehicles.index(of: code, thing: .vehicle) {
                reject(table.problem(.vehicle, row, unknown.reason), table, row)
            }
        }
    }

    /// The regimes a list names, as indices; nil for none.
    mutating func regimeList<Column>(
        _ column: Column,
        _ table: DayTable<Column>,
        _ row: Int
    ) throws(RowProblem) -> [Int]? {
        let text = table.text(column, row)
        if Self.noRegime.contains(text.lowercased()) { return nil }
        // A name may itself contain a comma, as 2,0-8,0 does.
        if let only = regimeIndex(named: text) { return [only] }
        var indices: [Int] = []
        for name in table.list(column, row) {
            guard let index = regimeIndex(named: name) else {
                throw RowProblem(
                    column: table.header(column),
                    value: name,
                    reason: .unknownName(.regime, nearest: NearestWord.of(name, among: regimes.names))
                )
            }
            if !indices.contains(index) { indices.append(index) }
        }
        return indices.isEmpty ? nil : indices
    }
}
