import VehicleRouting

/// Rows that become one job: one order, one direction, one regime.
private struct JobGroup {
    var rows: [OrderRow]
}

private struct JobKey: Hashable {
    var order: String
    var isReturn: Bool
    var regime: Int?
}

/// What the first row of an order has said about all of them.
private struct OrderState {
    var firstRow: Int
    var placeKey: String
    var site: String
    var patient: String
    /// Rows (indices into the table) by number of the line; rows without a number are under the empty text.
    var rowsByLine: [String: [Int]] = [:]
    var regimes: Set<Int?> = []
    var hasDelivery = false
}

extension DayFolderBuilder {
    mutating func readOrders() {
        let table = tables.orders
        let reading = OrderRowReading(table: table, settings: settings, shippedBoxes: shippedBoxes)
        var orders: [String: OrderState] = [:]
        var groups: [JobGroup] = []
        var groupOfKey: [JobKey: Int] = [:]
        forEachRow(of: table) { builder, row throws(RowProblem) in
            let parsed = try reading.read(row, &builder)
            try Self.enter(parsed, into: &orders, table)
            let key = JobKey(order: parsed.order, isReturn: parsed.isReturn, regime: parsed.regime)
            if let group = groupOfKey[key] {
                groups[group].rows.append(parsed)
            } else {
                groupOfKey[key] = groups.count
                groups.append(JobGroup(rows: [parsed]))
            }
        }
        var ids: Set<Identifier> = []
        for group in groups {
            guard let order = group.rows.first.flatMap({ orders[$0.order] }) else { continue }
            do throws(RowProblem) {
                try add(group, of: order, &ids)
            } catch {
                for row in group.rows { reject(error, table, row.row) }
            }
        }
        warnAboutJobsWithoutSize()
    }

    /// Checks a row against the earlier ones of its order.
    private static func enter(
        _ row: OrderRow,
        into orders: inout [String: OrderState],
        _ table: DayTable<OrderColumn>
    ) throws(RowProblem) {
        var order =
            orders[row.order]
            ?? OrderState(
                firstRow: table.line(row.row),
                placeKey: row.placeKey,
                site: row.place.details.code,
                patient: row.patient
            )
        let earlier = order.rowsByLine[row.line] ?? []
        let twin =
            row.line.isEmpty
            ? earlier.first { table.cells.texts(row: $0) == table.cells.texts(row: row.row) }
            : earlier.first
        if let twin {
            let line = table.line(twin)
            throw row.line.isEmpty
                ? table.problem(.order, row.row, .repeatedRow(firstRow: line))
                : table.problem(.line, row.row, .duplicate(firstRow: line))
        }
        guard order.placeKey == row.placeKey else {
            throw table.problem(.site, row.row, .disagreesWithOrder(row: order.firstRow, other: order.site))
        }
        guard order.patient == row.patient else {
            throw table.problem(
                .patient,
                row.row,
                .disagreesWithOrder(row: order.firstRow, other: order.patient)
            )
        }
        order.rowsByLine[row.line, default: []].append(row.row)
        order.regimes.insert(row.regime)
        order.hasDelivery = order.hasDelivery || !row.isReturn
        orders[row.order] = order
    }

    private mutating func add(
        _ group: JobGroup,
        of order: OrderState,
        _ ids: inout Set<Identifier>
    ) throws(RowProblem) {
        let rows = group.rows
        let first = rows[0]
        let id = id(of: first, in: order)
        guard !ids.contains(id) else {
            throw RowProblem(
                column: tables.orders.header(.order),
                value: id.description,
                reason: .duplicate(firstRow: order.firstRow)
            )
        }
        let earliest = rows.compactMap(\.earliest).max()
        let latest = rows.compactMap(\.latest).min()
        guard let windows = first.place.hours.windows(from: earliest, to: latest) else {
            throw RowProblem(reason: .windowsOfLinesDoNotMeet)
        }
        let depotSets = rows.compactMap(\.depots)
        let depots = depotSets.dropFirst().reduce(depotSets.first ?? []) { $0.intersection($1) }
        if depots.isEmpty, !depotSets.isEmpty { throw RowProblem(reason: .noCommonDepot) }

        let terms = try terms(of: rows)

        var job = Job(id: id, location: location(of: first.place, key: first.placeKey))
        job.description = first.patient.isEmpty ? first.place.details.name : first.patient
        job.setup = first.place.haltSeconds
        job.service = service(of: rows)
        let load = rows.reduce(into: Load(repeating: 0, count: dimensions.count)) { $0.add($1.load) }
        if first.isReturn { job.pickup = load } else { job.delivery = load }
        job.skills = rows.reduce(into: []) { $0.formUnion($1.skills) }
        job.excludedCarriers = first.place.refusedCarriers
        job.priority = rows.map(\.priority).max() ?? 0
        job.unassignedCost = rows.compactMap(\.unassignedCost).max().map { Cost(wireUnits: $0) }
        job.timeWindows = windows
        job.release = rows.map(\.release).max() ?? 0
        job.regime = first.regime
        job.depots = depots
        job.goodsValue = Cost(wireUnits: rows.reduce(0) { $0 + $1.value })
        terms.apply(to: &job)
        if !first.patient.isEmpty { job.handling.patient = .text(first.patient) }
        for permit in first.place.permits { job.handling.permits.add(permit) }
        ids.insert(id)
        problem.jobs.append(job)
        details.jobs.append(jobDetails(of: rows))
    }

    /// What the lines of a job say together about due times, boxes and handling.
    private func terms(of rows: [OrderRow]) throws(RowProblem) -> OrderTerms {
        let table = tables.orders
        var terms = rows[0].terms
        for row in rows.dropFirst() {
            guard let column = terms.add(row.terms) else { continue }
            throw table.problem(
                column,
                row.row,
                .disagreesWithOrder(row: table.line(rows[0].row), other: table.text(column, rows[0].row))
            )
        }
        return terms
    }

    /// `ORDER`, with `/REGIME` when the order has several and `/RETURN` when it also has a delivery.
    private func id(of row: OrderRow, in order: OrderState) -> Identifier {
        var name = row.order
        if order.regimes.count > 1 {
            name += "/" + (row.regime.map { problem.regimes[$0].id.description } ?? "NONE")
        }
        if row.isReturn, order.hasDelivery { name += "/RETURN" }
        return .text(name)
    }

    /// The longest time a row asks for; without one, the site's time per box, or once where boxes are not counted.
    private func service(of rows: [OrderRow]) -> Seconds {
        if let own = rows.compactMap(\.service).max() { return own }
        let perBox = rows[0].place.secondsPerBox
        guard tables.orders.has(.boxes) else { return perBox }
        let hundredths = rows.reduce(0) { $0 + ($1.boxes ?? 0) }
        return (perBox * hundredths + 50) / 100
    }

    private func jobDetails(of rows: [OrderRow]) -> JobDetails {
        var remarks: [String] = []
        for row in rows where !row.remarks.isEmpty && !remarks.contains(row.remarks) {
            remarks.append(row.remarks)
        }
        var details = JobDetails(
            order: rows[0].order,
            lines: rows.map { row in
                OrderLine(
                    line: row.line,
                    product: row.product,
                    quantity: row.quantity,
                    lot: row.lot,
                    category: row.category,
                    load: row.load,
                    row: tables.orders.line(row.row)
                )
            },
            channel: rows.first { !$0.channel.isEmpty }?.channel ?? "",
            remarks: isForPatient(rows) && !settings.printsPatientRemarks
                ? "" : remarks.joined(separator: "; ")
        )
        if !rows[0].patient.isEmpty { details.hide(rows.map(\.name), behind: rows[0].patient) }
        return details
    }

    /// Whether goods are bound for a patient, so that what people have written about them may name one.
    private func isForPatient(_ rows: [OrderRow]) -> Bool {
        rows.contains { !$0.patient.isEmpty || ChannelWord.proper($0.channel) == ChannelWord.toPatient }
    }

    private mutating func warnAboutJobsWithoutSize() {
        guard !dimensions.isEmpty else { return }
        let count = problem.jobs.count { $0.delivery.isNothing && $0.pickup.isNothing }
        if count > 0 { warn(tables.orders.fileName, .ordersWithoutSize(count: count)) }
    }
}
