enum WorkRuleColumn: String, DayColumn {
    case workRule = "work_rule"
    case source
    case maxDriveMinutes = "max_drive_min"
    case breakMinutes = "break_min"
    case firstPartMinutes = "first_part_min"
    case secondPartMinutes = "second_part_min"
    case otherWorkCounts = "other_work_counts"
    case maxDailyDriveHours = "max_daily_drive_h"
    case maxDutyHours = "max_duty_h"

    static var file: DayFile { .workRules }
    var isRequired: Bool { self == .workRule }
    var kind: CellKind {
        switch self {
        case .workRule: .code
        case .source, .otherWorkCounts: .text
        default: .number
        }
    }
    var keepsPromise: Bool { self != .source }
}

enum BoxTypeColumn: String, DayColumn {
    case boxType = "box_type"
    case regime
    case holdHours = "hold_h"
    case ready, stock, cost
    case validUntil = "valid_until"

    static var file: DayFile { .boxTypes }
    var isRequired: Bool { self == .boxType }
    var kind: CellKind {
        switch self {
        case .boxType: .code
        case .regime, .ready, .validUntil: .text
        default: .number
        }
    }
    var keepsPromise: Bool { self != .cost }
}

enum SegregationColumn: String, DayColumn {
    case goodsClass = "goods_class"
    case from = "keep_from"
    case keep

    static var file: DayFile { .segregation }
    var isRequired: Bool { true }
    var kind: CellKind { .text }
    var keepsPromise: Bool { true }
}

enum CleaningColumn: String, DayColumn {
    case after, before, minutes

    static var file: DayFile { .cleaning }
    var isRequired: Bool { true }
    var kind: CellKind { self == .minutes ? .number : .text }
    var keepsPromise: Bool { true }
}

enum RelationColumn: String, DayColumn {
    case type, orders
    case lagMinutes = "lag_min"

    static var file: DayFile { .relations }
    var isRequired: Bool { self != .lagMinutes }
    var kind: CellKind { self == .lagMinutes ? .number : .text }
    var keepsPromise: Bool { true }
}

enum TrafficColumn: String, DayColumn {
    case from
    case speed = "speed_percent"

    static var file: DayFile { .traffic }
    var isRequired: Bool { true }
    var kind: CellKind { self == .speed ? .number : .text }
    var keepsPromise: Bool { true }
}

enum PermissionColumn: String, DayColumn {
    case rule, verdict, countries
    case productClasses = "product_classes"
    case channels, consignees, needs
    case shipFrom = "ship_from"
    case note, source
    case validFrom = "valid_from"
    case validUntil = "valid_until"

    static var file: DayFile { .permissions }
    var isRequired: Bool { self == .rule || self == .verdict || self == .note }
    var kind: CellKind { .text }
    var keepsPromise: Bool { self != .note && self != .source }
    var aliases: [String] {
        switch self {
        case .countries: ["country"]
        case .productClasses: ["productclass"]
        case .channels: ["channel"]
        case .consignees: ["consignee"]
        default: []
        }
    }
}
