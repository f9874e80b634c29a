import VehicleRouting

/// One row of `compartments.csv`.
struct CompartmentRow {
    var code: String
    var regimes: [Int]?
    /// Per dimension that takes part; nil where the cell is empty.
    var capacity: [Int?]
    var door: DoorBudget?
    var validUntil: Seconds?
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
            firstRows[key] = table.line(row)
            bodies[vehicle, default: VehicleBody()].rows.append(row)
            bodies[vehicle, default: VehicleBody()].compartments.append(
                CompartmentRow(
                    code: code,
                    regimes: regimes,
                    capacity: capacity,
                    door: door,
                    validUntil: validUntil
                )
            )
        }
        return bodies
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
