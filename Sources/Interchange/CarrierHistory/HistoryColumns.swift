/// The files of a carrier history and their columns, as Docs/carrier-history.md describes them.
enum HistoryFile: String, TableFile {
    case history, carriers, tenders, trips, temperatures, stops, claims, invoices, actions, contracts,
        calendar

    var fileName: String { "\(rawValue).csv" }

    var columnNames: [String] {
        switch self {
        case .history: SettingColumn.allCases.map(\.name)
        case .carriers: CarrierHistoryColumn.allCases.map(\.name)
        case .tenders: TenderColumn.allCases.map(\.name)
        case .trips: TripColumn.allCases.map(\.name)
        case .temperatures: TemperatureColumn.allCases.map(\.name)
        case .stops: HistoryStopColumn.allCases.map(\.name)
        case .claims: ClaimColumn.allCases.map(\.name)
        case .invoices: InvoiceColumn.allCases.map(\.name)
        case .actions: ActionColumn.allCases.map(\.name)
        case .contracts: ContractColumn.allCases.map(\.name)
        case .calendar: CalendarColumn.allCases.map(\.name)
        }
    }
}

enum CarrierHistoryColumn: String, TableColumn {
    case carrier, name
    case serviceClass = "service_class"
    case officeHours = "office_hours"

    var isRequired: Bool { self == .carrier }
    var kind: CellKind { self == .carrier ? .code : .text }
}

enum TenderColumn: String, TableColumn {
    case load, carrier, lane, offered, deadline, rank, answer, answered, cancelled, pickup, cause, state

    var isRequired: Bool { [.load, .carrier, .offered, .answer].contains(self) }
    var kind: CellKind {
        switch self {
        case .load, .carrier: .code
        case .rank: .number
        default: .text
        }
    }
    var aliases: [String] { self == .load ? ["tender", "shipment"] : [] }
}

enum TripColumn: String, TableColumn {
    case trip, carrier, lane, delivered, qualified, km, kg, drops, orders, spend, cause, state
    case pickupBy = "pickup_by"
    case pickupArrival = "pickup_arrival"
    case temperatureClass = "class"
    case statusDue = "status_due"
    case statusReceived = "status_received"
    case goodsValue = "goods_value"

    var isRequired: Bool { [.trip, .carrier, .pickupBy].contains(self) }
    var kind: CellKind {
        switch self {
        case .trip, .carrier: .code
        case .statusDue, .statusReceived, .km, .kg, .drops, .orders, .goodsValue, .spend: .number
        default: .text
        }
    }
}

enum TemperatureColumn: String, TableColumn {
    case trip, excursions, reported, uploaded
    case degreeMinutes = "degree_minutes"
    case coveredMinutes = "covered_min"
    case requiredMinutes = "required_min"
    case longestGapMinutes = "longest_gap_min"

    var isRequired: Bool { [.trip, .excursions, .coveredMinutes, .requiredMinutes].contains(self) }
    var kind: CellKind {
        switch self {
        case .trip: .code
        case .reported, .uploaded: .text
        default: .number
        }
    }
}

enum HistoryStopColumn: String, TableColumn {
    case order, trip, carrier, lane, arrival, signed, ordered, delivered, damaged, documents, cancelled, cause
    case state
    case requestedFrom = "requested_from"
    case requestedTo = "requested_to"
    case promisedFrom = "promised_from"
    case promisedTo = "promised_to"
    case agreedFrom = "agreed_from"
    case agreedTo = "agreed_to"
    case planned, announced
    case serviceStart = "service_start"
    case proofReceived = "pod_received"
    case proofComplete = "pod_complete"

    var isRequired: Bool { self == .order || self == .arrival }
    var kind: CellKind {
        switch self {
        case .order, .trip, .carrier: .code
        case .ordered, .delivered, .damaged: .number
        default: .text
        }
    }
    var aliases: [String] { self == .arrival ? ["arrived", "actualarrival"] : [] }
}

enum ClaimColumn: String, TableColumn {
    case carrier, lane, opened, closed, value

    var isRequired: Bool { [.carrier, .opened, .value].contains(self) }
    var kind: CellKind { self == .carrier ? .code : self == .value ? .number : .text }
}

enum InvoiceColumn: String, TableColumn {
    case carrier, lane, issued, value, correction

    var isRequired: Bool { [.carrier, .issued, .value].contains(self) }
    var kind: CellKind { self == .carrier ? .code : self == .value || self == .correction ? .number : .text }
}

enum ActionColumn: String, TableColumn {
    case carrier, due, closed

    var isRequired: Bool { self == .carrier || self == .due }
    var kind: CellKind { self == .carrier ? .code : .text }
}

enum ContractColumn: String, TableColumn {
    case carrier, partner, tier
    case minimumOrders = "minimum_orders"
    case shortfallPrice = "shortfall_price"
    case surgeOrders = "surge_orders"
    case surgePrice = "surge_price"
    case leadTimeMinutes = "lead_time_min"
    case refusedLanes = "refused_lanes"
    case shareCap = "share_cap"
    case qualifiedUntil = "qualified_until"
    case trialTrips = "trial_trips"

    var isRequired: Bool { self == .carrier }
    var kind: CellKind {
        switch self {
        case .carrier: .code
        case .partner, .tier, .refusedLanes, .qualifiedUntil: .text
        default: .number
        }
    }
}

enum CalendarColumn: String, TableColumn {
    case carrier, from, through
    case maxOrders = "max_orders"

    var isRequired: Bool { self != .through }
    var kind: CellKind { self == .carrier ? .code : self == .maxOrders ? .number : .text }
    var aliases: [String] { self == .through ? ["to", "until"] : [] }
}
