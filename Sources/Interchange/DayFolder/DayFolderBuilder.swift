import VehicleRouting

/// Puts a problem together from the tables of a day folder, file by file, keeping what it rejects.
struct DayFolderBuilder {
    let tables: DayTables
    let settings: DaySettingsReading
    var regimes: RegimeDirectory
    let nuclides: NuclideDirectory
    let shippedPermissions: PermissionDirectory
    let shippedSegregation: SegregationDirectory
    let shippedBoxes: BoxDirectory
    let packages: PackageDirectory
    var problem: Problem
    var details = DayDetails()
    var rejects: [DayFinding] = []
    var warnings: [DayFinding] = []

    /// The dimensions that take part, in the order of the problem's.
    var dimensions: [LoadColumn] = []
    var depots = CodeIndex()
    var vehicles = CodeIndex()
    var boxTypes = CodeIndex()
    /// The rules of `work_rules.csv`, in the order of `workRuleIndex`.
    var workRules: [WorkRule] = []
    var workRuleIndex = CodeIndex()
    var carriers = CodeIndex()
    /// The channel rules in force, those of `permissions.csv` in place of others of their names.
    var permissions: [PermissionRule] = []
    var permissionIndex = CodeIndex()
    /// What channels and classes of products are called.
    var knownChannels: Set<String> = []
    var knownProductClasses: Set<String> = []
    /// Words of orders that are neither, nor nearly so.
    var ownWords: Set<String> = []
    /// What `traffic.csv` says, by time of day.
    var traffic: [SpeedSlice] = []
    /// What `sites.csv` says, by code.
    var sites: [String: SiteRow] = [:]
    /// Rows of `sites.csv` that were rejected, by code.
    var rejectedSites: [String: Int] = [:]
    /// Locations of places that have one already, by code of the site or order.
    var locationOfPlace: [String: Int] = [:]

    init(
        _ tables: DayTables,
        source: DayFolderSource,
        _ reader: DayFolderReader
    ) throws(DayFolderError) {
        self.tables = tables
        nuclides = reader.nuclides
        regimes = reader.regimes
        shippedPermissions = reader.permissions
        shippedSegregation = reader.segregation
        shippedBoxes = reader.boxes
        packages = reader.packages
        settings = try DaySettingsReading(tables.day, folderName: source.name, folderPath: source.path)
        problem = Problem(name: settings.name)
        problem.epoch = settings.planDay.epoch
        problem.timeZone = settings.timeZone
        problem.currency = Currency(code: settings.currency, wireUnits: 1000)
        warnings = settings.warnings
    }

    /// Reads everything in the order in which the files refer to each other.
    mutating func readAll() throws(DayFolderError) {
        warnings += (tables.day?.warnings ?? []) + tables.depots.warnings + (tables.sites?.warnings ?? [])
        warnings += tables.orders.warnings + tables.vehicles.warnings + (tables.compartments?.warnings ?? [])
        warnings += (tables.carriers?.warnings ?? []) + (tables.regimes?.warnings ?? [])
        warnings += (tables.workRules?.warnings ?? []) + (tables.boxTypes?.warnings ?? [])
        warnings += (tables.segregation?.warnings ?? []) + (tables.cleaning?.warnings ?? [])
        warnings += (tables.relations?.warnings ?? []) + (tables.traffic?.warnings ?? [])
        warnings += tables.permissions?.warnings ?? []
        chooseDimensions()
        readRegimes()
        readWorkRules()
        readBoxTypes()
        readSegregation()
        readCleaning()
        readTraffic()
        readDepots()
        try require(!problem.depots.isEmpty, tables.depots)
        readVehicles()
        try require(!problem.vehicles.isEmpty, tables.vehicles)
        try requireRegimesOfOrders()
        readCarriers()
        readSites()
        readPermissions()
        readOrders()
        try require(!problem.jobs.isEmpty, tables.orders)
        readRelations()
        keepApartAsShipped()
        applyPermissions()
        hidePatients()
        warnAboutDistantSites()
    }

    private func require<Column>(_ isThere: Bool, _ table: DayTable<Column>) throws(DayFolderError) {
        if !isThere {
            throw .init(.nothingLeft(rejects: rejects.filter { $0.file == table.fileName }), path: table.path)
        }
    }

    /// A fleet that keeps temperatures is sent out with goods that need them, so orders that say nothing at all about
    /// theirs are refused rather than taken for goods at any temperature.
    private func requireRegimesOfOrders() throws(DayFolderError) {
        let table = tables.orders
        let kept = Set(problem.vehicles.flatMap(\.compartments).flatMap { $0.regimes ?? [] })
        guard !kept.isEmpty, !table.rows.isEmpty else { return }
        guard table.rows.allSatisfy({ table.text(.regime, $0).isEmpty }) else { return }
        throw .init(
            .ordersWithoutRegimes(
                kept: kept.sorted().map { problem.regimes[$0].id.description },
                column: table.has(.regime) ? table.header(.regime) : nil,
                headers: table.headers.filter { !$0.isEmpty }
            ),
            path: table.path
        )
    }

    func result() -> DayFolder {
        var day = settings.settings
        day.traffic = traffic
        return DayFolder(
            problem: problem,
            details: details,
            settings: day,
            rejects: rejects,
            warnings: warnings
        )
    }

    /// Reads each row of a table; a row with a problem is rejected.
    ///
    /// - Parameter onReject: told the row that was rejected.
    mutating func forEachRow<Column>(
        of table: DayTable<Column>,
        onReject: (inout Self, Int) -> Void = { _, _ in },
        _ read: (inout Self, Int) throws(RowProblem) -> Void
    ) {
        for row in table.rows {
            do throws(RowProblem) {
                try table.checkShape(of: row)
                try read(&self, row)
            } catch {
                reject(error, table, row)
                onReject(&self, row)
            }
        }
    }

    /// Reads each row of a table whose rows have codes; a row with a problem is rejected, and so is what refers to it.
    ///
    /// - Parameters:
    ///   - column: where the code stands.
    ///   - index: where it is entered; its number is how many codes there are before it.
    mutating func forEachCode<Column>(
        _ column: Column,
        of table: DayTable<Column>,
        in index: WritableKeyPath<Self, CodeIndex>,
        _ read: (inout Self, String, Int) throws(RowProblem) -> Void
    ) {
        forEachRow(of: table) { builder, row in
            builder[keyPath: index].markRejected(
                table.text(column, row),
                file: table.fileName,
                row: table.line(row)
            )
        } _: { builder, row throws(RowProblem) in
            let code = try table.code(column, row)
            if let first = builder[keyPath: index].firstRow(of: code) {
                throw table.problem(column, row, .duplicate(firstRow: first))
            }
            try read(&builder, code, row)
            let number = builder[keyPath: index].count
            builder[keyPath: index].add(code, index: number, row: table.line(row))
        }
    }

    mutating func reject<Column>(_ problem: RowProblem, _ table: DayTable<Column>, _ row: Int) {
        rejects.append(
            DayFinding(
                file: table.fileName,
                row: table.line(row),
                column: problem.column,
                value: problem.value,
                reason: problem.reason
            )
        )
    }

    mutating func warn(
        _ file: String,
        row: Int? = nil,
        column: String? = nil,
        value: String? = nil,
        _ reason: DayFinding.Reason
    ) {
        warnings.append(DayFinding(file: file, row: row, column: column, value: value, reason: reason))
    }

    /// The index of the regime called `name` in the problem, added when it is new; nil when nobody knows it.
    mutating func regimeIndex(named name: String) -> Int? {
        guard let regime = regimes.find(name) else { return nil }
        if let index = problem.regimes.firstIndex(where: { $0.id == regime.id }) { return index }
        problem.regimes.append(regime)
        return problem.regimes.count - 1
    }

    /// Words for "no temperature control", beside an empty cell.
    static let noRegime: Set<String> = ["", "none", "any", "ohne", "无"]
}

/// Codes of one file: which index each has, and which rows were rejected.
struct CodeIndex {
    private var indices: [String: Int] = [:]
    private var firstRows: [String: Int] = [:]
    private var rejectedRows: [String: (file: String, row: Int)] = [:]

    /// All codes in use, sorted.
    var codes: [String] { indices.keys.sorted() }
    /// How many codes there are.
    var count: Int { indices.count }

    /// The only code, when there is just one.
    var onlyIndex: Int? { indices.count == 1 ? indices.values.first : nil }

    mutating func add(_ code: String, index: Int, row: Int) {
        indices[code] = index
        firstRows[code] = row
    }

    mutating func markRejected(_ code: String, file: String, row: Int) {
        if indices[code] == nil { rejectedRows[code] = (file, row) }
    }

    /// The line of the file that used the code first.
    func firstRow(of code: String) -> Int? { firstRows[code] }

    /// The index of a code, or why it has none.
    func index(of code: String, thing: DayFinding.Thing) -> Result<Int, UnknownCode> {
        if let index = indices[code] { return .success(index) }
        if let (file, row) = rejectedRows[code] {
            return .failure(UnknownCode(reason: .refersToReject(thing, file: file, row: row)))
        }
        return .failure(UnknownCode(code, thing: thing, known: indices.keys))
    }
}

/// Why a code names nothing.
struct UnknownCode: Error {
    var reason: DayFinding.Reason

    init(reason: DayFinding.Reason) {
        self.reason = reason
    }

    /// The code is not among `known`; a known one that differs in leading zeros only is named as such.
    init(_ code: String, thing: DayFinding.Thing, known: some Collection<String>) {
        let bare = code.drop { $0 == "0" }
        let isNumber = !bare.isEmpty && code.allSatisfy(\.isASCIIDigit)
        if isNumber, let twin = known.filter({ $0.drop { $0 == "0" } == bare }).min() {
            reason = .zerosMissing(thing, known: twin)
        } else {
            reason = .unknownName(thing, nearest: NearestWord.of(code, among: known.sorted()))
        }
    }
}
