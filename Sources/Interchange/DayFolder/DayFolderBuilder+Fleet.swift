import VehicleRouting

/// One of the ways of measuring loads that a day folder knows.
struct LoadColumn: Hashable, Sendable {
    var order: OrderColumn
    var vehicle: VehicleColumn
    var compartment: CompartmentColumn
    /// What carriers charge per unit; nil where they do not.
    var carrierRate: CarrierColumn?
    var dimension: LoadDimension

    static let all = [
        LoadColumn(
            order: .kilograms,
            vehicle: .kilograms,
            compartment: .kilograms,
            carrierRate: .perKilogram,
            dimension: LoadDimension(name: "weight", unit: "kg", scale: 1000)
        ),
        LoadColumn(
            order: .litres,
            vehicle: .litres,
            compartment: .litres,
            carrierRate: .perLitre,
            dimension: LoadDimension(name: "volume", unit: "l", scale: 1000)
        ),
        LoadColumn(
            order: .boxes,
            vehicle: .boxes,
            compartment: .boxes,
            carrierRate: .perBox,
            dimension: LoadDimension(name: "boxes", unit: "boxes", scale: 100)
        ),
        transportIndex,
    ]

    /// Of radioactive packages; the law limits each vehicle, whether or not its row says so.
    static let transportIndex = LoadColumn(
        order: .transportIndex,
        vehicle: .transportIndex,
        compartment: .transportIndex,
        carrierRate: nil,
        dimension: LoadDimension(name: "transport index", unit: "TI", scale: 10)
    )

    /// The largest amount in a cell: a thousand tonnes, a thousand cubic metres, a million boxes.
    static let range = 0...1_000_000
}

extension DayFolderBuilder {
    /// Money is kept in thousandths; no single amount may exceed a hundred million.
    static let moneyScale = 1000
    static let moneyRange = 0...100_000_000

    mutating func chooseDimensions() {
        for column in LoadColumn.all where tables.orders.has(column.order) {
            let isLimited =
                tables.vehicles.has(column.vehicle) || tables.compartments?.has(column.compartment) == true
                || legalLimit(of: column) != nil
            if isLimited {
                dimensions.append(column)
            } else {
                warn(
                    tables.orders.fileName,
                    column: tables.orders.header(column.order),
                    .dimensionLeftOut
                )
            }
        }
        problem.dimensions = dimensions.map(\.dimension)
    }

    mutating func readRegimes() {
        guard let table = tables.regimes else { return }
        var own: [(regime: Regime, names: [String])] = []
        forEachRow(of: table) { _, row throws(RowProblem) in
            let id = try table.code(.regime, row)
            let low = try table.scaled(.low, row, by: 1000, in: -300...300)
            let high = try table.scaled(.high, row, by: 1000, in: -300...300)
            if let low, let high, low > high { throw table.problem(.high, row, .closesBeforeItOpens) }
            let isFreezeSensitive = try table.yesOrNo(.freezeSensitive, row) ?? false
            let regime = Regime(id: .text(id), low: low, high: high, isFreezeSensitive: isFreezeSensitive)
            own.append((regime, table.list(.names, row)))
        }
        regimes = regimes.adding(own)
    }

    mutating func readDepots() {
        let table = tables.depots
        let weekdays: [DepotColumn] = [.monday, .tuesday, .wednesday, .thursday, .friday, .saturday, .sunday]
        forEachCode(.depot, of: table, in: \.depots) { builder, code, row throws(RowProblem) in
            let place = try table.coordinate(.lat, .lon, row)
            let name = table.text(.name, row)
            let today = builder.settings.settings.weekday
            let hours = try table.hours(weekdays: weekdays, today: today, general: .hours, row)
            if hours == .closed {
                throw table.problem(.depot, row, .closedToday(weekday: DaySettingsReading.weekdays[today]))
            }
            let loading = try table.scaled(.loadingMinutes, row, by: 60, in: 0...600) ?? 0
            let country = try table.country(.country, row) ?? builder.settings.country
            builder.problem.depots.append(
                Depot(
                    id: .text(code),
                    name: name.isEmpty ? code : name,
                    location: builder.problem.locations.count,
                    timeWindows: hours.timeWindows,
                    loading: loading
                )
            )
            builder.problem.locations.append(
                Location(
                    coordinate: place,
                    name: name.isEmpty ? code : name,
                    site: .text(code),
                    country: country
                )
            )
            builder.details.sites.append(nil)
        }
    }

    mutating func readVehicles() {
        let table = tables.vehicles
        var bodies = readCompartments()
        forEachCode(.vehicle, of: table, in: \.vehicles) { builder, code, row throws(RowProblem) in
            let body = bodies.removeValue(forKey: code)
            if let reject = body?.rejectedRow, let file = builder.tables.compartments?.fileName {
                throw table.problem(.vehicle, row, .refersToReject(.compartment, file: file, row: reject))
            }
            let vehicle = try builder.vehicle(code, table, row, compartments: body?.compartments ?? [])
            builder.problem.vehicles.append(vehicle)
            builder.details.vehicleNotes.append(table.text(.notes, row))
        }
        rejectHomeless(bodies)
        priceKilometresIfNothingCosts()
    }

    private func vehicle(
        _ code: String,
        _ table: DayTable<VehicleColumn>,
        _ row: Int,
        compartments: [CompartmentRow]
    ) throws(RowProblem) -> Vehicle {
        var vehicle = Vehicle(id: .text(code))
        vehicle.type = table.text(.type, row)
        try placeEnds(of: &vehicle, table, row)
        vehicle.reloadDepots = try reloadDepots(of: vehicle, table, row)
        vehicle.capacity = try capacity(table, row, compartments: compartments)
        vehicle.compartments = compartments.map { part in
            let own = zip(part.capacity, vehicle.capacity).map { $0 ?? $1 }
            var compartment = Compartment(id: .text(part.code), capacity: own, regimes: part.regimes)
            compartment.door = part.door
            compartment.validUntil = part.validUntil
            compartment.changeovers = part.changeovers
            compartment.state = part.state
            return compartment
        }
        vehicle.skills = table.skills(.skills, row)
        vehicle.shift = try shift(table, row)
        vehicle.costs = try costs(table, row)
        if let factor = try table.scaled(.speedFactor, row, by: 1000, in: 0...5) {
            guard factor >= 200 else { throw table.problem(.speedFactor, row, .outOfRange("0.2 … 5")) }
            vehicle.speedFactor = Double(factor) / 1000
        }
        vehicle.maxTasks = try table.scaled(.maxStops, row, by: 1, in: 0...100_000)
        vehicle.maxDistance = try table.scaled(.maxKilometres, row, by: 1000, in: 0...100_000)
        vehicle.maxDuration = try table.scaled(.maxDurationHours, row, by: 3600, in: 0...48)
        try addWorkingDay(to: &vehicle, table, row)
        return vehicle
    }

    private func placeEnds(
        of vehicle: inout Vehicle,
        _ table: DayTable<VehicleColumn>,
        _ row: Int
    ) throws(RowProblem) {
        let startCode = try table.optionalCode(.depot, row)
        guard let start = startCode.isEmpty ? depots.onlyIndex : try depot(startCode, .depot, table, row)
        else {
            throw table.problem(.depot, row, .empty)
        }
        vehicle.startDepot = start
        vehicle.start = problem.depots[start].location
        let endCode = try table.optionalCode(.endDepot, row)
        if ["open", "none", "offen"].contains(endCode.lowercased()) { return }
        let end = endCode.isEmpty ? start : try depot(endCode, .endDepot, table, row)
        vehicle.endDepot = end
        vehicle.end = problem.depots[end].location
    }

    /// The depots where it may load for another trip: codes, or `yes` for the one it starts from.
    private func reloadDepots(
        of vehicle: Vehicle,
        _ table: DayTable<VehicleColumn>,
        _ row: Int
    ) throws(RowProblem) -> [Int] {
        var found: [Int] = []
        for code in table.list(.reloadDepots, row) {
            let isOwn = ["yes", "own", "ja"].contains(code.lowercased())
            let depot = isOwn ? vehicle.startDepot : try depot(code, .reloadDepots, table, row)
            if let depot, !found.contains(depot) { found.append(depot) }
        }
        return found
    }

    private func depot(
        _ code: String,
        _ column: VehicleColumn,
        _ table: DayTable<VehicleColumn>,
        _ row: Int
    ) throws(RowProblem) -> Int {
        switch depots.index(of: code, thing: .depot) {
        case .success(let index): return index
        case .failure(let unknown): throw table.problem(column, row, unknown.reason)
        }
    }

    /// What no vehicle may carry more of, in the unit of the file; nil where the law does not say.
    private func legalLimit(of column: LoadColumn) -> Int? {
        column == .transportIndex ? packages.vehicleLimit : nil
    }

    /// What the vehicle holds in all; where its row does not say, the sum of its compartments, and no more than is legal.
    private func capacity(
        _ table: DayTable<VehicleColumn>,
        _ row: Int,
        compartments: [CompartmentRow]
    ) throws(RowProblem) -> Load {
        var capacity: Load = []
        for (index, column) in dimensions.enumerated() {
            let scale = column.dimension.scale
            let legal = legalLimit(of: column)
            let range = 0...(legal ?? LoadColumn.range.upperBound)
            if let own = try table.scaled(column.vehicle, row, by: scale, .down, in: range) {
                capacity.append(own)
                continue
            }
            let parts = compartments.map { $0.capacity[index] }
            let sum = parts.isEmpty || parts.contains(nil) ? nil : parts.reduce(0) { $0 + ($1 ?? 0) }
            guard let most = [sum, legal.map { $0 * scale }].compactMap({ $0 }).min() else {
                throw table.problem(column.vehicle, row, .empty)
            }
            capacity.append(most)
        }
        return capacity
    }

    private func shift(_ table: DayTable<VehicleColumn>, _ row: Int) throws(RowProblem) -> TimeWindow {
        let wholeDay = TimeWindow(opens: 0, closes: 86_400)
        switch try table.hours(.shift, row) {
        case nil, .always: return wholeDay
        case .windows(let windows) where windows.count == 1: return windows[0]
        default: throw table.problem(.shift, row, .notHours)
        }
    }

    private func costs(_ table: DayTable<VehicleColumn>, _ row: Int) throws(RowProblem) -> VehicleCosts {
        func money(_ column: VehicleColumn) throws(RowProblem) -> Int {
            try table.scaled(column, row, by: Self.moneyScale, in: Self.moneyRange) ?? 0
        }
        let perHour = try money(.costPerHour)
        return VehicleCosts(
            fixed: try money(.costFixed),
            perKilometre: try money(.costPerKilometre),
            perHour: perHour,
            perTaskHour: perHour,
            perWaitHour: perHour,
            perStop: try money(.costPerStop),
            overtimePerHour: try money(.overtimePerHour),
            overtimeAfter: try table.scaled(.overtimeAfterHours, row, by: 3600, in: 0...48)
        )
    }

    private mutating func priceKilometresIfNothingCosts() {
        let free = VehicleCosts(perHour: 0)
        guard !problem.vehicles.isEmpty,
            problem.vehicles.allSatisfy({ vehicle in
                var costs = vehicle.costs
                costs.overtimeAfter = nil
                return costs == free
            })
        else { return }
        for index in problem.vehicles.indices { problem.vehicles[index].costs.perKilometre = Self.moneyScale }
        warn(tables.vehicles.fileName, .fleetWithoutCosts)
    }
}

extension DayTable {
    /// A yes or no; nil for an empty cell.
    func yesOrNo(_ column: Column, _ row: Int) throws(RowProblem) -> Bool? {
        switch text(column, row).lowercased() {
        case "": return nil
        case "yes", "y", "true", "1", "ja", "j", "是": return true
        case "no", "n", "false", "0", "nein", "否": return false
        default: throw problem(column, row, .unknownWord(expected: ["yes", "no"]))
        }
    }
}
