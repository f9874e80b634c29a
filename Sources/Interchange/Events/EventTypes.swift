/// The words for events on the wire, and the keys that each may have beside `id`, `at` and `type`.
enum EventType: String, CaseIterable {
    case urgentOrder = "urgent_order"
    case breakdown
    case reeferFailure = "reefer_failure"
    case temperatureAlarm = "temperature_alarm"
    case roadDelay = "road_delay"
    case customerClosed = "customer_closed"
    case carrierRejects = "carrier_rejects"
    case driverOut = "driver_out"
    case recall
    case depotOutage = "depot_outage"
    case stock
    case lateGoods = "late_goods"
    case vehicleLate = "vehicle_late"

    /// The keys of a job that an urgent order may have: it goes by its own name and place, and only brings goods that are still to
    /// be loaded.
    static let urgentJob = ProblemKeys.job.filter {
        !["id", "location", "location_index", "pickup", "aboard"].contains($0)
    }

    var keys: [String] {
        switch self {
        case .urgentOrder:
            ["order", "site", "location", "location_index", "article", "quantity"] + Self.urgentJob
        case .breakdown: ["vehicle", "site", "location", "location_index", "load", "fetch_by"]
        case .reeferFailure: ["vehicle", "compartment", "temperature_c", "ambient_c", "tau_h"]
        case .temperatureAlarm: ["vehicle", "compartment", "temperature_c"]
        case .roadDelay: ["centre", "radius_km", "delay", "until"]
        case .customerClosed: ["order", "reopens"]
        case .carrierRejects: ["carrier", "order"]
        case .driverOut: ["vehicle", "home_by", "relieved_at"]
        case .recall: ["lot", "orders"]
        case .depotOutage: ["depot", "until"]
        case .stock: ["depot", "article", "quantity"]
        case .lateGoods: ["orders", "release"]
        case .vehicleLate: ["vehicle", "by"]
        }
    }
}

/// The words for overrides on the wire, and the keys that each may have beside `id`, `type`, `person` and `reason`.
enum OverrideType: String, CaseIterable {
    case vehicle
    case position
    case time
    case freeze
    case forbid
    case together
    case apart
    case priority
    case window
    case leaveOut = "leave_out"

    var keys: [String] {
        switch self {
        case .vehicle: ["order", "vehicle"]
        case .position, .leaveOut: ["order"]
        case .time: ["order", "at", "within"]
        case .freeze: ["vehicle"]
        case .forbid: ["order", "vehicle", "carrier"]
        case .together, .apart: ["orders"]
        case .priority: ["order", "priority"]
        case .window: ["order", "window"]
        }
    }
}
