import VehicleRouting

/// Builds a problem from a JSON document.
///
/// Named things come first (dimensions, regimes, places, depots), because everything else refers to them by index.
struct ProblemReader {
    var problem = Problem()
    var keys: JSONKeyGuard
    var places = PlaceTable()
    /// How to guess the matrices of profiles that have no tables.
    var estimates: [String: RoadEstimate] = [:]
    /// How fast the traffic is by time of day where roads are estimated.
    var traffic: [String: [SpeedSlice]] = [:]
    /// How many entries each load must have; nil until something tells.
    var dimensionCount: Int?
    /// The `steps` of each vehicle that has them.
    var steps: [(vehicle: Int, steps: [JSONMembers])] = []

    /// The work rules that vehicles may refer to.
    var workRules: [Identifier: WorkRule] = [:]

    init(isStrict: Bool) {
        keys = JSONKeyGuard(isStrict: isStrict)
    }

    mutating func read(_ root: JSONMembers) throws(FormatError) {
        try keys.check(root, known: ProblemKeys.root)
        if root.has("options") {
            keys.note("/options", "options are for a server and have no effect in a file")
        }
        try readFrame(root)
        try readColdChain(root)
        try readMatrices(root)
        try readPlaces(root)
        try readChannelRules(root)
        try readTasks(root)
        try readRelations(root)
        try readWorkRules(root)
        try readFleet(root)
        try readCarriers(root)
        problem.locations = try places.finish()
        nameDimensions()
    }

    private mutating func readFrame(_ root: JSONMembers) throws(FormatError) {
        problem.name = try root.text("name") ?? ""
        problem.epoch = try root.integer("epoch")
        problem.timeZone = try root.text("time_zone")
        if let currency = try root.members("currency") {
            try keys.check(currency, known: ProblemKeys.currency)
            guard let code = try currency.text("code") else {
                throw currency.missing("code", remedy: "add a code such as \"EUR\"")
            }
            problem.currency = Currency(
                code: code,
                wireUnits: try positive(currency, "wire_units") ?? 1000
            )
        }
        for dimension in try root.objects("dimensions", each: "a dimension") ?? [] {
            try keys.check(dimension, known: ProblemKeys.dimension)
            problem.dimensions.append(
                LoadDimension(
                    name: try dimension.text("name") ?? "",
                    unit: try dimension.text("unit") ?? "",
                    scale: try positive(dimension, "scale") ?? 1
                )
            )
        }
        if root.has("dimensions") { dimensionCount = problem.dimensions.count }
        for regime in try root.objects("regimes", each: "a regime") ?? [] {
            try keys.check(regime, known: ProblemKeys.regime)
            let id = try id(regime, "regime")
            guard !problem.regimes.contains(where: { $0.id == id }) else {
                throw FormatError(.duplicate("the regime \(id)"), at: .pointer(regime.pointer))
            }
            problem.regimes.append(
                Regime(
                    id: id,
                    low: try thousandths(regime, "min_c"),
                    high: try thousandths(regime, "max_c"),
                    isFreezeSensitive: try regime.flag("freeze_sensitive") ?? false
                )
            )
        }
    }

    /// A temperature in degrees with at most three decimals, as thousandths.
    private func thousandths(_ members: JSONMembers, _ key: String) throws(FormatError) -> Int? {
        guard let degrees = try members.number(key) else { return nil }
        let thousandths = (degrees * 1000).rounded()
        guard abs(degrees) <= 1000, abs(degrees * 1000 - thousandths) < 1e-6 else {
            throw FormatError(
                .outOfRange(
                    "\(degrees)",
                    field: key,
                    range: "a temperature in °C with at most three decimals"
                ),
                at: members.place(key)
            )
        }
        return Int(thousandths)
    }

    func positive(_ members: JSONMembers, _ key: String) throws(FormatError) -> Int? {
        guard let value = try members.unsigned(key) else { return nil }
        guard value > 0 else {
            throw FormatError(.outOfRange("0", field: key, range: "at least 1"), at: members.place(key))
        }
        return value
    }

    /// Without `dimensions` in the file, loads are called by their position.
    private mutating func nameDimensions() {
        guard problem.dimensions.isEmpty, let dimensionCount, dimensionCount > 0 else { return }
        problem.dimensions = (1...dimensionCount).map { LoadDimension(name: "amount \($0)", unit: "") }
    }

    // MARK: - Values that several parts use

    /// The name of something, with VROOM's words when it is missing.
    func id(_ members: JSONMembers, _ kind: String) throws(FormatError) -> Identifier {
        guard let id = members.value("id")?.identifier else {
            throw FormatError(
                .vroom(
                    "Invalid or missing id for \(kind).",
                    remedy: "give it a whole number or a text that is not empty"
                ),
                at: .pointer(members.pointer)
            )
        }
        return id
    }

    /// Amounts per dimension; all loads of a problem have the same number of entries.
    mutating func load(_ members: JSONMembers, _ key: String) throws(FormatError) -> Load {
        guard let load = try members.unsignedList(key), !load.isEmpty else { return [] }
        let expected = dimensionCount ?? load.count
        dimensionCount = expected
        guard load.count == expected else {
            throw FormatError(
                .wrongCount(key, found: load.count, expected: expected),
                at: members.place(key)
            )
        }
        return load
    }

    /// Windows, sorted; `owner` names the thing in VROOM's message about an overlap.
    func windows(_ members: JSONMembers, owner: String) throws(FormatError) -> [TimeWindow] {
        guard let list = try members.list("time_windows") else { return [] }
        guard !list.isEmpty else {
            throw FormatError(
                .wrongCount("time_windows", found: 0, expected: 1),
                at: members.place("time_windows")
            )
        }
        var windows: [TimeWindow] = []
        for (index, value) in list.enumerated() {
            windows.append(try window(value, at: "\(members.path("time_windows"))/\(index)"))
        }
        windows.sort { ($0.opens, $0.closes) < ($1.opens, $1.closes) }
        for (first, second) in zip(windows, windows.dropFirst()) where second.opens <= first.closes {
            throw FormatError(
                .vroom(
                    "Unsorted or overlapping time-windows for \(owner).",
                    remedy: """
                        \(first.opens)–\(first.closes) and \(second.opens)–\(second.closes) share time, so join them \
                        or move one
                        """
                ),
                at: members.place("time_windows")
            )
        }
        return windows
    }

    /// A pair of times, both included.
    func window(_ value: JSONValue, at pointer: String) throws(FormatError) -> TimeWindow {
        guard case .array(let bounds) = value, bounds.count == 2 else {
            throw FormatError(
                .wrongType("a time window", expected: "a list of two times", found: value.shown),
                at: .pointer(pointer)
            )
        }
        let opens = try bounds[0].unsigned("the opening", upTo: Int(UInt32.max), at: pointer + "/0")
        let closes = try bounds[1].unsigned("the closing", upTo: Int(UInt32.max), at: pointer + "/1")
        guard opens <= closes else {
            throw FormatError(
                .reversedWindow(opens: "\(opens)", closes: "\(closes)"),
                at: .pointer(pointer)
            )
        }
        return TimeWindow(opens: opens, closes: closes)
    }

    /// Indices of the regimes that a list names; nil when there is no list.
    func regimes(_ members: JSONMembers) throws(FormatError) -> [Int]? {
        guard let ids = try members.identifiers("regimes") else { return nil }
        var indices: [Int] = []
        for id in ids { indices.append(try regime(id, members, "regimes")) }
        return indices
    }

    /// The index of the regime that a key names; nil when the key is not there.
    func regime(_ members: JSONMembers, _ key: String = "regime") throws(FormatError) -> Int? {
        guard let id = try members.identifier(key) else { return nil }
        return try regime(id, members, key)
    }

    private func regime(
        _ id: Identifier,
        _ members: JSONMembers,
        _ key: String
    ) throws(FormatError) -> Int {
        guard let index = problem.regimes.firstIndex(where: { $0.id == id }) else {
            throw FormatError(.unknownReference(key, to: "the regime '\(id)'"), at: members.place(key))
        }
        return index
    }

    /// The index of the depot called `id`.
    func depot(
        _ id: Identifier,
        _ members: JSONMembers,
        _ key: String
    ) throws(FormatError) -> Int {
        guard let index = problem.depots.firstIndex(where: { $0.id == id }) else {
            throw FormatError(.unknownReference(key, to: "the depot '\(id)'"), at: members.place(key))
        }
        return index
    }
}
