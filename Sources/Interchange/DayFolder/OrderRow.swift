import VehicleRouting

/// One row of `orders.csv`, understood but not yet put together with the other rows of its order.
struct OrderRow {
    /// Index into the table.
    var row: Int
    var order: String
    var line: String
    var isReturn: Bool
    var place: SiteRow
    /// Equal for rows that go to the same place.
    var placeKey: String
    /// Indices; nil for any.
    var depots: Set<Int>?
    var regime: Int?
    /// Per dimension that takes part.
    var load: Load
    /// Hundredths of a box, whether or not boxes take part; nil without such a column.
    var boxes: Int?
    /// Thousandths of the currency.
    var value: Int
    var earliest: Seconds?
    var latest: Seconds?
    var release: Seconds
    var priority: Int
    /// Thousandths of the currency.
    var unassignedCost: Int?
    var skills: Set<Identifier>
    var service: Seconds?
    var patient: String
    /// As in the row: of a patient, too.
    var name: String
    var channel: String
    var remarks: String
    var product: String
    var quantity: String
    var lot: String
    /// The category of a radioactive package, `II-Yellow`; empty for other goods, and where it does not follow.
    var category: String
    var terms: OrderTerms
}

/// Reads rows of `orders.csv` one by one.
struct OrderRowReading {
    let table: DayTable<OrderColumn>
    let settings: DaySettingsReading
    /// Where passive boxes are looked up.
    let shippedBoxes: BoxDirectory

    private static let deliveryWords: Set<String> = [
        "", "delivery", "deliver", "d", "drop", "lieferung", "送货", "配送",
    ]
    private static let returnWords: Set<String> = [
        "return", "returns", "r", "pickup", "collection", "collect", "retoure", "abholung", "退货", "取货",
    ]

    func read(_ row: Int, _ builder: inout DayFolderBuilder) throws(RowProblem) -> OrderRow {
        let order = try table.code(.order, row)
        let (place, key) = try place(of: order, row, builder)
        let earliest = try table.time(.earliest, row, on: settings.planDay)
        let latest = try table.time(.latest, row, on: settings.planDay)
        try checkTimes(earliest, latest, at: place, row)
        var load: Load = []
        for column in builder.dimensions {
            load.append(try amount(of: column, row, builder))
        }
        let isReturn = try isReturn(row)
        let regime = try regime(row, &builder)
        return OrderRow(
            row: row,
            order: order,
            line: table.text(.line, row),
            isReturn: isReturn,
            place: place,
            placeKey: key,
            depots: try depots(row, builder),
            regime: regime,
            load: load,
            boxes: table.has(.boxes)
                ? try table.scaled(.boxes, row, by: 100, .up, in: LoadColumn.range) ?? 0 : nil,
            value: try money(.value, row) ?? 0,
            earliest: earliest,
            latest: latest,
            release: max(0, try table.time(.release, row, on: settings.planDay) ?? 0),
            priority: try table.scaled(.priority, row, by: 1, in: 0...100) ?? 0,
            unassignedCost: try money(.unassignedCost, row),
            skills: table.skills(.skills, row).union(place.skills),
            service: try table.scaled(.serviceMinutes, row, by: 60, in: 0...600),
            patient: try table.optionalCode(.patient, row),
            name: table.text(.name, row),
            channel: table.text(.channel, row),
            remarks: table.text(.remarks, row),
            product: table.text(.product, row),
            quantity: table.text(.quantity, row),
            lot: table.text(.lot, row),
            category: try packageCategory(row, builder),
            terms: try terms(row, isReturn: isReturn, regime: regime, &builder)
        )
    }

    private func money(_ column: OrderColumn, _ row: Int) throws(RowProblem) -> Int? {
        try table.scaled(column, row, by: DayFolderBuilder.moneyScale, in: DayFolderBuilder.moneyRange)
    }

    private func isReturn(_ row: Int) throws(RowProblem) -> Bool {
        let word = table.text(.type, row).lowercased()
        if Self.deliveryWords.contains(word) { return false }
        if Self.returnWords.contains(word) { return true }
        throw table.problem(.type, row, .unknownWord(expected: ["delivery", "return"]))
    }

    private func depots(_ row: Int, _ builder: DayFolderBuilder) throws(RowProblem) -> Set<Int>? {
        let codes = table.list(.depot, row)
        guard !codes.isEmpty else { return nil }
        var indices: Set<Int> = []
        for code in codes {
            switch builder.depots.index(of: code, thing: .depot) {
            case .success(let index): indices.insert(index)
            case .failure(let unknown): throw table.problem(.depot, row, unknown.reason)
            }
        }
        return indices
    }

    private func regime(_ row: Int, _ builder: inout DayFolderBuilder) throws(RowProblem) -> Int? {
        let name = table.text(.regime, row)
        if DayFolderBuilder.noRegime.contains(name.lowercased()) { return nil }
        if let index = builder.regimeIndex(named: name) { return index }
        let nearest = NearestWord.of(name, among: builder.regimes.names)
        throw table.problem(.regime, row, .unknownName(.regime, nearest: nearest))
    }

    /// The site of the row, or its own address.
    private func place(
        of order: String,
        _ row: Int,
        _ builder: DayFolderBuilder
    ) throws(RowProblem) -> (SiteRow, key: String) {
        let code = try table.optionalCode(.site, row)
        if let site = builder.sites[code] { return (site, code) }
        guard !table.text(.lat, row).isEmpty || !table.text(.lon, row).isEmpty else {
            if code.isEmpty { throw table.problem(.site, row, .empty) }
            if let rejected = builder.rejectedSites[code] {
                let file = builder.tables.sites?.fileName ?? DayFile.sites.fileName
                throw table.problem(.site, row, .refersToReject(.site, file: file, row: rejected))
            }
            let unknown = UnknownCode(code, thing: .site, known: builder.sites.keys)
            throw table.problem(.site, row, unknown.reason)
        }
        let point = try table.coordinate(.lat, .lon, row)
        let ownCode = code.isEmpty ? order : code
        let patient = table.text(.patient, row)
        let name = table.text(.name, row)
        var details = SiteDetails(
            code: ownCode,
            name: name.isEmpty ? ownCode : name,
            kind: "",
            address: table.text(.address, row),
            city: table.text(.city, row),
            postcode: table.text(.postcode, row),
            notes: "",
            contact: ""
        )
        if !patient.isEmpty {
            details.hide([name], behind: patient)
            details.name = patient
        }
        let site = SiteRow(
            coordinate: point,
            hours: .always,
            haltSeconds: settings.haltSeconds,
            secondsPerBox: settings.secondsPerBox,
            skills: [],
            country: try table.country(.country, row) ?? settings.country,
            details: details,
            row: table.line(row)
        )
        // Codes hold no line break, so an own address never has the key of a site.
        return (site, "\(ownCode)\n\(point.latitude) \(point.longitude)")
    }

    private func checkTimes(
        _ earliest: Seconds?,
        _ latest: Seconds?,
        at place: SiteRow,
        _ row: Int
    ) throws(RowProblem) {
        if place.hours == .closed {
            let weekday = DaySettingsReading.weekdays[settings.settings.weekday]
            throw table.problem(.site, row, .closedToday(weekday: weekday))
        }
        if let earliest, let latest, latest < earliest {
            throw table.problem(.latest, row, .closesBeforeItOpens)
        }
        if place.hours.windows(from: earliest, to: latest) == nil {
            let column = latest == nil ? OrderColumn.earliest : .latest
            throw table.problem(column, row, .outsideHours(hours: place.hours.timeWindows.clockText))
        }
    }
}

extension OpeningHours {
    /// The times between `earliest` and `latest` at which service may begin; empty for always, nil for never.
    func windows(from earliest: Seconds?, to latest: Seconds?) -> [TimeWindow]? {
        let base: [TimeWindow]
        switch self {
        case .closed: return nil
        case .windows(let windows): base = windows
        case .always:
            if earliest == nil, latest == nil { return [] }
            // Until the end of the day after, where an order names one end only.
            base = [TimeWindow(opens: 0, closes: 2 * 86_400)]
        }
        let limit = TimeWindow(opens: earliest ?? 0, closes: latest ?? 2 * 86_400)
        let windows = base.intersection(with: limit)
        return windows.isEmpty ? nil : windows
    }
}
