internal import Foundation
internal import VehicleRouting

/// Reads a carrier history (Docs/carrier-history.md), as tolerantly as a day folder is read.
///
/// The result depends on the files only, not on the machine's clock, language or zone.
public struct CarrierHistoryReader: Sendable {
    private let path: String
    private let mapping: HistoryMapping
    fileprivate var folder: CarrierHistoryFolder

    /// Reads the folder at `path`.
    ///
    /// - Parameters:
    ///   - strict: Whether a single row that cannot be used is an error.
    ///   - mapping: What headers are called here; nil for the folder's own `mapping.json`, if it has one.
    ///   - offers: Offers known from elsewhere; one that `tenders.csv` has too is taken from there.
    /// - Throws: K201 … K209 when the folder or a file as a whole cannot be used.
    public static func read(
        _ path: String,
        strict: Bool = false,
        mapping: HistoryMapping? = nil,
        adding offers: [CarrierHistoryFolder.Tender] = []
    ) throws(CarrierHistoryError) -> CarrierHistoryFolder {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let type = attributes?[.type] as? FileAttributeType, type != .typeRegular else {
            throw CarrierHistoryError(.notAFolder, path: path)
        }
        let own: HistoryMapping
        if let mapping { own = mapping } else { own = try HistoryMapping(in: path) }
        var reader = try CarrierHistoryReader(path, own)
        try reader.readCarriers()
        try reader.readTenders()
        reader.add(offers)
        try reader.readTrips()
        try reader.readStops()
        try reader.readAccounts()
        try reader.readContracts()
        try reader.readCalendar()
        let folder = reader.folder
        if strict, !folder.rejects.isEmpty {
            throw CarrierHistoryError(.rejectsInStrictMode(folder.rejects), path: path)
        }
        guard !folder.trips.isEmpty || !folder.stops.isEmpty || !folder.tenders.isEmpty else {
            throw CarrierHistoryError(.noRecords(rejected: folder.rejects.count), path: path)
        }
        return folder
    }

    private init(_ path: String, _ mapping: HistoryMapping) throws(CarrierHistoryError) {
        self.path = path
        self.mapping = mapping
        folder = CarrierHistoryFolder(timeZone: .gmt, currency: "")
        try readSettings()
    }

    private mutating func readSettings() throws(CarrierHistoryError) {
        guard let table = try HistoryTable<SettingColumn>(.history, in: path, mapping, timeZone: .gmt)
        else { return }
        for row in table.table.rows {
            let (key, value) = (table.text(.key, row), table.text(.value, row))
            switch DayFile.headerKey(key) {
            case "timezone":
                guard let zone = TimeZone(identifier: value) else {
                    throw CarrierHistoryError(
                        .badSetting(key: key, value: value, expected: "an IANA name such as Europe/London"),
                        path: table.table.path
                    )
                }
                folder.timeZone = zone
            case "currency": folder.currency = value.uppercased()
            default:
                let nearest = NearestWord.of(key, among: ["time_zone", "currency"])
                folder.warnings.append(
                    DayFinding(
                        file: table.table.fileName,
                        row: table.table.line(row),
                        column: nil,
                        value: key,
                        reason: .unknownSetting(nearest: nearest)
                    )
                )
            }
        }
    }

    /// The rows of one file that can be used; what is odd goes to the findings.
    fileprivate mutating func rows<Column: TableColumn, Value>(
        _ file: HistoryFile,
        _: Column.Type,
        _ read: (HistoryTable<Column>, Int) throws(RowProblem) -> Value
    ) throws(CarrierHistoryError) -> [Value] {
        guard let table = try HistoryTable<Column>(file, in: path, mapping, timeZone: folder.timeZone) else {
            return []
        }
        let (values, rejects) = table.rows(read)
        folder.warnings += table.table.warnings
        folder.rejects += rejects
        return values.map(\.value)
    }

    private mutating func readCarriers() throws(CarrierHistoryError) {
        var seen: [String: Int] = [:]
        folder.carriers = try rows(.carriers, CarrierHistoryColumn.self) { (table, row) throws(RowProblem) in
            var carrier = CarrierHistoryFolder.Carrier(code: try table.code(.carrier, row))
            if let first = seen[carrier.code] {
                throw table.table.problem(.carrier, row, .duplicate(firstRow: first))
            }
            seen[carrier.code] = table.table.line(row)
            carrier.name = table.text(.name, row)
            carrier.serviceClass = table.text(.serviceClass, row)
            if case .windows(let windows) = try table.table.hours(.officeHours, row),
                let first = windows.first, let last = windows.last, last.closes <= 86_400
            {
                // A lunch closure counts as open: few minutes, and rarely stated.
                carrier.office = first.opens / 60...last.closes / 60
            }
            return carrier
        }
    }

    private mutating func add(_ offers: [CarrierHistoryFolder.Tender]) {
        let known = Set(folder.tenders.map { [$0.load, $0.carrier] })
        folder.tenders += offers.filter { !known.contains([$0.load, $0.carrier]) }
    }

    private mutating func readTenders() throws(CarrierHistoryError) {
        typealias Tender = CarrierHistoryFolder.Tender
        folder.tenders = try rows(.tenders, TenderColumn.self) { (table, row) throws(RowProblem) in
            let answer = try table.word(
                .answer,
                row,
                as: Tender.Answer.self,
                aliases: ["rejected": .refused, "declined": .refused, "yes": .accepted, "no": .refused]
            )
            let offered = try table.needed(try table.moment(.offered, row), .offered, row)
            let answered = try table.moment(.answered, row)
            let deadline = try table.moment(.deadline, row)
            var tender = Tender(
                load: try table.code(.load, row),
                carrier: try table.code(.carrier, row),
                offered: offered,
                // Without a deadline, the answer that is on record was in time.
                deadline: deadline ?? answered ?? offered,
                answer: try table.needed(answer, .answer, row),
                pickup: try table.moment(.pickup, row) ?? deadline ?? offered
            )
            if tender.answer == .accepted || tender.answer == .refused {
                tender.answered = try table.needed(answered, .answered, row)
            }
            if let rank = try table.amount(.rank, row) {
                guard rank >= 1, rank <= 1_000 else {
                    throw table.table.problem(.rank, row, .outOfRange("1 … 1000"))
                }
                tender.rank = Int(rank)
            }
            tender.lane = table.text(.lane, row)
            tender.cancelled = try table.moment(.cancelled, row)
            tender.blame = try table.blame(.cause, .state, row)
            return tender
        }
    }
}

extension CarrierHistoryReader {
    private mutating func readTrips() throws(CarrierHistoryError) {
        var indices: [String: (index: Int, row: Int)] = [:]
        var count = 0
        folder.trips = try rows(.trips, TripColumn.self) { (table, row) throws(RowProblem) in
            let pickupBy = try table.needed(try table.moment(.pickupBy, row), .pickupBy, row)
            var trip = CarrierHistoryFolder.Trip(
                trip: try table.code(.trip, row),
                carrier: try table.code(.carrier, row),
                pickupBy: pickupBy
            )
            if let first = indices[trip.trip]?.row {
                throw table.table.problem(.trip, row, .duplicate(firstRow: first))
            }
            trip.lane = table.text(.lane, row)
            trip.pickupArrival = try table.moment(.pickupArrival, row)
            trip.delivered = try table.moment(.delivered, row)
            trip.temperatureClass = table.text(.temperatureClass, row)
            trip.isQualified = try table.table.yesOrNo(.qualified, row) ?? true
            trip.statusDue = try table.amount(.statusDue, row) ?? 0
            trip.statusReceived = try table.amount(.statusReceived, row) ?? 0
            guard trip.statusReceived <= trip.statusDue else {
                throw table.table.problem(.statusReceived, row, .outOfRange("0 … \(trip.statusDue)"))
            }
            trip.kilometres = try table.amount(.km, row) ?? 0
            trip.kilograms = try table.amount(.kg, row) ?? 0
            trip.drops = try table.amount(.drops, row) ?? 0
            trip.orders = try table.amount(.orders, row) ?? 0
            trip.goodsValue = try table.amount(.goodsValue, row) ?? 0
            trip.spend = try table.amount(.spend, row) ?? 0
            trip.blame = try table.blame(.cause, .state, row)
            indices[trip.trip] = (count, table.table.line(row))
            count += 1
            return trip
        }
        let verdicts = try rows(.temperatures, TemperatureColumn.self) { (table, row) throws(RowProblem) in
            let name = try table.code(.trip, row)
            guard let index = indices[name]?.index else {
                let nearest = NearestWord.of(name, among: indices.keys.sorted())
                throw table.table.problem(.trip, row, .unknownName(.trip, nearest: nearest))
            }
            return (index, try Self.temperature(table, row))
        }
        for (index, verdict) in verdicts { folder.trips[index].temperature = verdict }
    }

    private static func temperature(
        _ table: HistoryTable<TemperatureColumn>,
        _ row: Int
    ) throws(RowProblem) -> CarrierHistoryFolder.Temperature {
        let required = try table.needed(try table.amount(.requiredMinutes, row), .requiredMinutes, row)
        let covered = try table.needed(try table.amount(.coveredMinutes, row), .coveredMinutes, row)
        let excursions = try table.needed(try table.amount(.excursions, row), .excursions, row)
        guard covered <= required else {
            throw table.table.problem(.coveredMinutes, row, .outOfRange("0 … \(required)"))
        }
        guard excursions <= 1_000_000 else {
            throw table.table.problem(.excursions, row, .outOfRange("0 … 1000000"))
        }
        var verdict = CarrierHistoryFolder.Temperature(
            excursions: Int(excursions),
            coveredMinutes: covered,
            requiredMinutes: required
        )
        verdict.degreeMinutes = try table.amount(.degreeMinutes, row) ?? 0
        verdict.isReported = try table.table.yesOrNo(.reported, row) ?? true
        verdict.longestGapMinutes = try table.amount(.longestGapMinutes, row) ?? 0
        verdict.uploaded = try table.moment(.uploaded, row)
        return verdict
    }

    private mutating func readStops() throws(CarrierHistoryError) {
        let trips = Dictionary(folder.trips.map { ($0.trip, $0) }) { first, _ in first }
        folder.stops = try rows(.stops, HistoryStopColumn.self) { (table, row) throws(RowProblem) in
            let name = try table.optionalCode(.trip, row)
            let trip = trips[name]
            var carrier = try table.optionalCode(.carrier, row)
            if carrier.isEmpty {
                guard let driver = trip?.carrier else {
                    if name.isEmpty { throw table.table.problem(.carrier, row, .empty) }
                    let nearest = NearestWord.of(name, among: trips.keys.sorted())
                    throw table.table.problem(.trip, row, .unknownName(.trip, nearest: nearest))
                }
                carrier = driver
            }
            var stop = CarrierHistoryFolder.Stop(
                order: try table.code(.order, row),
                carrier: carrier,
                arrival: try table.moment(.arrival, row)
            )
            stop.trip = name
            stop.lane = table.text(.lane, row)
            if stop.lane.isEmpty { stop.lane = trip?.lane ?? "" }
            try Self.readTimes(&stop, table, row)
            try Self.readAmounts(&stop, table, row)
            stop.blame = try table.blame(.cause, .state, row)
            return stop
        }
    }

    private static func readTimes(
        _ stop: inout CarrierHistoryFolder.Stop,
        _ table: HistoryTable<HistoryStopColumn>,
        _ row: Int
    ) throws(RowProblem) {
        stop.requested = try table.span(.requestedFrom, .requestedTo, row)
        stop.promised = try table.span(.promisedFrom, .promisedTo, row)
        stop.agreed = try table.span(.agreedFrom, .agreedTo, row)
        stop.planned = try table.moment(.planned, row)
        stop.announced = try table.moment(.announced, row)
        stop.serviceStart = try table.moment(.serviceStart, row)
        stop.signed = try table.moment(.signed, row)
        stop.proofReceived = try table.moment(.proofReceived, row)
    }

    private static func readAmounts(
        _ stop: inout CarrierHistoryFolder.Stop,
        _ table: HistoryTable<HistoryStopColumn>,
        _ row: Int
    ) throws(RowProblem) {
        if let ordered = try table.amount(.ordered, row) {
            guard ordered > 0 else { throw table.table.problem(.ordered, row, .outOfRange("above 0")) }
            stop.ordered = ordered
        }
        stop.delivered = try table.amount(.delivered, row) ?? (stop.arrival == nil ? 0 : stop.ordered)
        stop.damaged = try table.amount(.damaged, row) ?? 0
        guard stop.damaged <= stop.ordered else {
            throw table.table.problem(.damaged, row, .outOfRange("0 … \(stop.ordered)"))
        }
        stop.hasDocuments = try table.table.yesOrNo(.documents, row) ?? true
        stop.isProofComplete = try table.table.yesOrNo(.proofComplete, row) ?? true
        stop.isCancelled = try table.table.yesOrNo(.cancelled, row) ?? false
    }

    private mutating func readAccounts() throws(CarrierHistoryError) {
        folder.claims = try rows(.claims, ClaimColumn.self) { (table, row) throws(RowProblem) in
            var claim = CarrierHistoryFolder.Claim(
                carrier: try table.code(.carrier, row),
                opened: try table.needed(try table.moment(.opened, row), .opened, row),
                value: try table.needed(try table.amount(.value, row), .value, row)
            )
            claim.lane = table.text(.lane, row)
            claim.closed = try table.moment(.closed, row)
            return claim
        }
        folder.invoices = try rows(.invoices, InvoiceColumn.self) { (table, row) throws(RowProblem) in
            var invoice = CarrierHistoryFolder.Invoice(
                carrier: try table.code(.carrier, row),
                issued: try table.needed(try table.moment(.issued, row), .issued, row),
                value: try table.needed(try table.amount(.value, row), .value, row)
            )
            invoice.lane = table.text(.lane, row)
            invoice.correction = try table.signed(.correction, row) ?? 0
            return invoice
        }
        folder.actions = try rows(.actions, ActionColumn.self) { (table, row) throws(RowProblem) in
            var action = CarrierHistoryFolder.Action(
                carrier: try table.code(.carrier, row),
                due: try table.needed(try table.moment(.due, row), .due, row)
            )
            action.closed = try table.moment(.closed, row)
            return action
        }
    }
}

extension CarrierHistoryReader {
    fileprivate mutating func readContracts() throws(CarrierHistoryError) {
        var seen: [String: Int] = [:]
        folder.contracts = try rows(.contracts, ContractColumn.self) { (table, row) throws(RowProblem) in
            var contract = CarrierHistoryFolder.Contract(carrier: try table.code(.carrier, row))
            if let first = seen[contract.carrier] {
                throw table.table.problem(.carrier, row, .duplicate(firstRow: first))
            }
            seen[contract.carrier] = table.table.line(row)
            contract.partner = table.text(.partner, row)
            contract.tier =
                try table.word(.tier, row, as: CarrierHistoryFolder.Contract.Tier.self) ?? .supplement
            contract.minimumOrders = try Self.count(.minimumOrders, table, row) ?? 0
            contract.shortfallPrice = try table.amount(.shortfallPrice, row) ?? 0
            contract.surgeOrders = try Self.count(.surgeOrders, table, row) ?? 0
            contract.surgePrice = try table.amount(.surgePrice, row) ?? 0
            contract.leadTimeMinutes = try table.amount(.leadTimeMinutes, row) ?? 0
            contract.refusedLanes = table.table.list(.refusedLanes, row)
            contract.shareCap = try table.amount(.shareCap, row)
            if let cap = contract.shareCap, cap <= 0 || cap > 1 {
                throw table.table.problem(.shareCap, row, .outOfRange("above 0 … 1"))
            }
            contract.qualifiedUntil = try table.moment(.qualifiedUntil, row)
            contract.trialTrips = try Self.count(.trialTrips, table, row)
            return contract
        }
    }

    fileprivate mutating func readCalendar() throws(CarrierHistoryError) {
        folder.calendar = try rows(.calendar, CalendarColumn.self) { (table, row) throws(RowProblem) in
            let first = try table.needed(try table.moment(.from, row), .from, row)
            let last = try table.moment(.through, row) ?? first
            guard first <= last else { throw table.table.problem(.through, row, .closesBeforeItOpens) }
            return CarrierHistoryFolder.CalendarEntry(
                carrier: try table.code(.carrier, row),
                from: first,
                through: last,
                maxOrders: try table.needed(try Self.count(.maxOrders, table, row), .maxOrders, row)
            )
        }
    }

    private static func count<Column: TableColumn>(
        _ column: Column,
        _ table: HistoryTable<Column>,
        _ row: Int
    ) throws(RowProblem) -> Int? {
        guard let number = try table.amount(column, row) else { return nil }
        guard number <= 1_000_000, number == number.rounded() else {
            throw table.table.problem(column, row, .outOfRange("whole numbers 0 … 1000000"))
        }
        return Int(number)
    }
}
