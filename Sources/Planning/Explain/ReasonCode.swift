internal import VehicleRouting

/// The rules that keep a task from being served; the raw value is the word on the wire, listed in Docs/errors.md.
enum ReasonCode: String, CaseIterable {
    case capacity = "CAPACITY_CONSTRAINT"
    case timeWindow = "TIME_WINDOW_CONSTRAINT"
    case shift = "SHIFT_CONSTRAINT"
    case skill = "SKILL_CONSTRAINT"
    case regime = "REGIME_CONSTRAINT"
    case depot = "DEPOT_CONSTRAINT"
    case vehicle = "VEHICLE_CONSTRAINT"
    case maxTasks = "MAX_TASKS_CONSTRAINT"
    case maxTravelTime = "MAX_TRAVEL_TIME_CONSTRAINT"
    case maxDistance = "MAX_DISTANCE_CONSTRAINT"
    case maxDuration = "MAX_DURATION_CONSTRAINT"
    case driving = "DRIVING_TIME_CONSTRAINT"
    case rest = "BREAK_CONSTRAINT"
    case relation = "RELATION_CONSTRAINT"
    case holdTime = "HOLD_TIME_CONSTRAINT"
    case activity = "ACTIVITY_CONSTRAINT"
    case timeOnBoard = "TIME_ON_BOARD_CONSTRAINT"
    case segregation = "SEGREGATION_CONSTRAINT"
    case exclusive = "EXCLUSIVE_CONSTRAINT"
    case doors = "DOOR_CONSTRAINT"
    case level = "LEVEL_CONSTRAINT"
    case permit = "PERMIT_CONSTRAINT"
    case prohibited = "PROHIBITED"
    case channel = "CHANNEL_CONSTRAINT"
    case shipFrom = "SHIP_FROM_CONSTRAINT"
    case box = "BOX_CONSTRAINT"
    case price = "PRICE_CONSTRAINT"
    /// No rule: the search has not found the place.
    case none = "NO_CONSTRAINT"
}

extension Problem {
    /// Whether a reason forbids the transport to everybody: no vehicle, time or certificate would help.
    func isBan(_ reason: UnassignedReason) -> Bool {
        switch ReasonCode(rawValue: reason.code) {
        case .prohibited: true
        case .channel: channelRules.contains { $0.isForbidden && "\($0.id)" == reason.detail }
        default: false
        }
    }
}

/// One rule broken by an insertion, with the least that would have to give.
struct Breach: Hashable {
    var code: ReasonCode
    /// How much, in `unit`; nil when no amount would help.
    var amount: Int?
    var unit = ""
    /// The skill, regime, compartment, depot or late stop.
    var detail = ""

    /// How bad it is beside others: the share of a working day, of the capacity, of 100 km; 1 where nothing but a change
    /// of the vehicle or the order would help.
    func weight(capacity: Int) -> Double {
        guard let amount else { return 1 }
        return switch code {
        case .capacity: Double(amount) / Double(max(capacity, 1))
        case .maxDistance: Double(amount) / 100_000
        case .maxTasks: Double(amount) / 10
        case .doors: Double(amount) / 10_000
        // Degrees of a label: no delay can be as bad.
        case .regime: 1 + Double(amount) / 10_000
        case .level, .box: Double(amount)
        // Days of a certificate: a renewal is a matter of weeks.
        case .permit: 1 + Double(amount) / 365
        default: Double(amount) / 28_800
        }
    }
}

/// How broken an insertion is: fewest rules first, then least by weight, then cheapest.
struct InsertionScore: Comparable {
    var rules = 0
    var weight = 0.0
    /// What it adds to the costs, in ticks.
    var cost = 0

    static func < (left: Self, right: Self) -> Bool {
        (left.rules, left.weight, left.cost) < (right.rules, right.weight, right.cost)
    }
}
