enum SettingColumn: String, DayColumn {
    case key, value
    static var file: DayFile { .day }
    var isRequired: Bool { true }
    var kind: CellKind { .text }
    var aliases: [String] { self == .key ? ["setting", "name"] : [] }
}

enum DepotColumn: String, DayColumn {
    case depot, name, lat, lon, country, hours
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
    case loadingMinutes = "loading_min"

    static var file: DayFile { .depots }
    var isRequired: Bool { self == .depot || self == .lat || self == .lon }
    var kind: CellKind {
        switch self {
        case .depot: .code
        case .lat, .lon, .loadingMinutes: .number
        default: .text
        }
    }
    var keepsPromise: Bool { self != .name }
    var aliases: [String] {
        switch self {
        case .depot: ["depotcode", "depotid", "warehouse", "lager", "仓库", "仓库编码"]
        default: SharedAliases.of(rawValue)
        }
    }
}

enum SiteColumn: String, DayColumn {
    case site, name
    case siteKind = "kind"
    case lat, lon, address, city, postcode, country, hours
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
    case serviceMinutes = "service_min"
    case serviceMinutesPerBox = "service_min_per_box"
    case skills
    case refusedCarriers = "refused_carriers"
    case permits, notes, contact

    static var file: DayFile { .sites }
    var isRequired: Bool { self == .site || self == .lat || self == .lon }
    var kind: CellKind {
        switch self {
        case .site: .code
        case .lat, .lon, .serviceMinutes, .serviceMinutesPerBox: .number
        default: .text
        }
    }
    var keepsPromise: Bool {
        switch self {
        case .name, .siteKind, .address, .city, .postcode, .notes, .contact: false
        default: true
        }
    }
    var aliases: [String] {
        switch self {
        case .site: SharedAliases.site
        case .serviceMinutesPerBox: ["serviceminperunit"]
        case .contact: ["phone", "telephone", "telefon", "电话"]
        default: SharedAliases.of(rawValue)
        }
    }
}

enum OrderColumn: String, DayColumn {
    case order, line, site, type, depot, product, quantity, lot
    case kilograms = "kg"
    case litres, boxes, regime, value, earliest, latest, release, priority
    case unassignedCost = "unassigned_cost"
    case skills
    case serviceMinutes = "service_min"
    case channel
    case productClass = "product_class"
    case patient = "patient_ref"
    case due
    case latePerHour = "late_per_hour"
    case useBy = "use_by"
    case nuclide, calibrated
    case activity = "activity_mbq"
    case neededActivity = "needed_mbq"
    case transportIndex = "transport_index"
    case surfaceDoseRate = "surface_msv_h"
    case holdHours = "hold_h"
    case passiveBox = "passive_box"
    case goodsClass = "goods_class"
    case closedBox = "closed_box"
    case exclusive
    case requiredLevels = "required_levels"
    case requires, permits, prohibited
    case remarks, name, address, city, postcode, country, lat, lon

    static var file: DayFile { .orders }
    var isRequired: Bool { self == .order }
    var kind: CellKind {
        switch self {
        case .order, .site, .depot, .patient: .code
        case .kilograms, .litres, .boxes, .value, .priority, .unassignedCost, .serviceMinutes, .latePerHour,
            .holdHours, .activity, .neededActivity, .transportIndex, .surfaceDoseRate, .lat, .lon:
            .number
        default: .text
        }
    }
    var keepsPromise: Bool {
        switch self {
        case .line, .product, .quantity, .lot, .value, .priority, .unassignedCost, .latePerHour,
            .remarks, .name, .address, .city, .postcode:
            false
        default: true
        }
    }
    var aliases: [String] {
        switch self {
        case .order:
            ["orderid", "ordernumber", "orderno", "auftrag", "auftragsnr", "auftragsnummer", "订单", "订单号"]
        case .line: ["linenumber", "lineno", "orderline", "pos", "position", "行号"]
        case .site: SharedAliases.site
        case .type: ["ordertype", "auftragsart", "类型"]
        case .product: ["productcode", "article", "item", "artikel", "sku", "gtin", "商品", "商品编码"]
        case .quantity: ["qty", "menge", "数量"]
        case .lot: ["batch", "charge", "批号"]
        case .regime:
            [
                "temperatureclass", "temperature", "temperatureregime", "temperaturerange", "temp",
                "tempclass",
                "tempregime", "storagetemperature", "temperaturklasse", "temperaturbereich", "温度", "温层",
            ]
        case .value: ["goodsvalue", "warenwert", "金额"]
        case .earliest: ["timefrom", "windowstart", "timewindowstart", "von", "最早"]
        case .latest: ["timeto", "windowend", "timewindowend", "bis", "最晚"]
        case .release: ["releasetime", "readytime", "bereitab"]
        case .remarks: ["remark", "comment", "note", "notes", "bemerkung", "备注"]
        default: SharedAliases.of(rawValue)
        }
    }
}

enum VehicleColumn: String, DayColumn {
    case vehicle, type, depot
    case endDepot = "end_depot"
    case reloadDepots = "reload_depots"
    case shift
    case kilograms = "kg"
    case litres, boxes
    case transportIndex = "transport_index"
    case costFixed = "cost_fixed"
    case costPerKilometre = "cost_per_km"
    case costPerHour = "cost_per_hour"
    case costPerStop = "cost_per_stop"
    case overtimeAfterHours = "overtime_after_h"
    case overtimePerHour = "overtime_per_hour"
    case maxDurationHours = "max_duration_h"
    case maxStops = "max_stops"
    case maxKilometres = "max_km"
    case speedFactor = "speed_factor"
    case skills, breaks
    case workRule = "work_rule"
    case maxDriveHours = "max_drive_h"
    case drivenSinceBreak = "driven_since_break_min"
    case firstPartTaken = "first_part_taken"
    case drivenToday = "driven_today_h"
    case onDutyToday = "on_duty_h"
    case offeredLevels = "offered_levels"
    case permits, body, notes

    static var file: DayFile { .vehicles }
    var isRequired: Bool { self == .vehicle }
    var kind: CellKind {
        switch self {
        case .vehicle, .depot, .endDepot, .workRule, .body: .code
        case .reloadDepots, .type, .shift, .skills, .breaks, .firstPartTaken, .offeredLevels, .permits,
            .notes:
            .text
        default: .number
        }
    }
    var keepsPromise: Bool {
        switch self {
        case .type, .costFixed, .costPerKilometre, .costPerHour, .costPerStop, .overtimeAfterHours,
            .overtimePerHour, .notes:
            false
        default: true
        }
    }
    var aliases: [String] {
        switch self {
        case .vehicle:
            ["vehicleid", "vehiclecode", "plate", "registration", "fahrzeug", "kennzeichen", "车辆", "车牌"]
        case .type: ["vehicletype", "fahrzeugtyp", "车型"]
        case .depot: ["startdepot", "homedepot"]
        case .reloadDepots: ["reload", "reloaddepot", "nachladen"]
        case .shift: ["workinghours", "schicht", "班次"]
        default: SharedAliases.of(rawValue)
        }
    }
}

enum CompartmentColumn: String, DayColumn {
    case vehicle, compartment, regimes
    case kilograms = "kg"
    case litres, boxes
    case transportIndex = "transport_index"
    case doorRise = "door_rise"
    case doorRecovery = "door_recovery_per_h"
    case doorLimit = "door_limit"
    case validUntil = "valid_until"
    case changeover = "changeover_min"
    case running, carried

    static var file: DayFile { .compartments }
    var isRequired: Bool { self == .vehicle || self == .compartment }
    var kind: CellKind {
        switch self {
        case .vehicle, .compartment: .code
        case .regimes, .validUntil, .changeover, .running, .carried: .text
        default: .number
        }
    }
    var keepsPromise: Bool { true }
    var aliases: [String] {
        switch self {
        case .vehicle: VehicleColumn.vehicle.aliases
        case .regimes: ["regime", "temperatureclasses", "temperatureclass", "temperatures", "temperature"]
        default: SharedAliases.of(rawValue)
        }
    }
}

enum CarrierColumn: String, DayColumn {
    case carrier, name, regimes, skills
    case perOrder = "per_order"
    case perKilometre = "per_km"
    case perKilogram = "per_kg"
    case perLitre = "per_litre"
    case perBox = "per_box"
    case perStop = "per_stop"
    case perHour = "per_hour"
    case perWaitHour = "per_wait_hour"
    case freeWaitMinutes = "free_wait_min"
    case kilogramBreaks = "kg_breaks"
    case regimeSurcharges = "regime_surcharges"
    case nightFrom = "night_from"
    case nightTo = "night_to"
    case nightSurcharge = "night_surcharge"
    case minimum
    case maxOrders = "max_orders"
    case offeredLevels = "offered_levels"
    case permits

    static var file: DayFile { .carriers }
    var isRequired: Bool { self == .carrier }
    var kind: CellKind {
        switch self {
        case .carrier: .code
        case .name, .regimes, .skills, .offeredLevels, .permits: .text
        case .kilogramBreaks, .regimeSurcharges, .nightFrom, .nightTo: .text
        default: .number
        }
    }
    var keepsPromise: Bool {
        switch self {
        case .regimes, .skills, .maxOrders, .offeredLevels, .permits: true
        default: false
        }
    }
}

enum RegimeColumn: String, DayColumn {
    case regime, low, high
    case freezeSensitive = "freeze_sensitive"
    case names

    static var file: DayFile { .regimes }
    var isRequired: Bool { self == .regime }
    var kind: CellKind { self == .low || self == .high ? .number : .text }
    var keepsPromise: Bool { true }
}

enum StopColumn: String, DayColumn {
    case vehicle, sequence, order, compartment
    // Written by the program for people; it derives them again.
    case stop, task, site, arrival
    case siteName = "site_name"
    case regime, begin, departure
    case windowOpens = "window_opens"
    case windowCloses = "window_closes"
    case margin = "margin_min"
    case weight = "weight_kg"
    case volume = "volume_l"
    case boxes
    case transportIndex = "transport_index_TI"
    case driven = "driven_km"

    static var file: DayFile { .stops }
    var isRequired: Bool { self == .vehicle || self == .order }
    var kind: CellKind {
        switch self {
        case .vehicle, .order: .code
        case .sequence: .number
        default: .text
        }
    }
    var aliases: [String] {
        switch self {
        case .vehicle: VehicleColumn.vehicle.aliases + ["tour", "route"]
        case .sequence: ["seq", "reihenfolge"]
        case .order: OrderColumn.order.aliases + ["job", "id"]
        case .arrival: ["eta", "ankunft"]
        default: []
        }
    }
}

/// Headers that mean the same in several files, by the column they mean.
enum SharedAliases {
    static let site = [
        "sitecode", "siteid", "customer", "customercode", "customerid", "shipto", "shiptoid", "kunde",
        "kundennr",
        "kundennummer", "客户", "客户编码",
    ]

    static func of(_ column: String) -> [String] { table[column] ?? [] }

    private static let table: [String: [String]] = [
        "lat": ["latitude", "breite", "breitengrad", "纬度"],
        "lon": ["lng", "long", "longitude", "länge", "längengrad", "经度"],
        "name": ["bezeichnung", "名称"],
        "address": ["street", "strasse", "straße", "adresse", "地址"],
        "city": ["town", "ort", "城市"],
        "country": ["countrycode", "land", "国家"],
        "postcode": ["zip", "zipcode", "postalcode", "plz", "邮编"],
        "hours": ["openinghours", "öffnungszeiten", "营业时间"],
        "monday": ["mon", "montag", "周一"],
        "tuesday": ["tue", "dienstag", "周二"],
        "wednesday": ["wed", "mittwoch", "周三"],
        "thursday": ["thu", "donnerstag", "周四"],
        "friday": ["fri", "freitag", "周五"],
        "saturday": ["sat", "samstag", "周六"],
        "sunday": ["sun", "sonntag", "周日"],
        "kg": ["weight", "weightkg", "gewicht", "gewichtkg", "重量"],
        "litres": ["liters", "volume", "volumel", "volumen", "liter", "体积"],
        "boxes": ["colli", "cartons", "packages", "kartons", "箱数"],
        "service_min": ["servicetime", "serviceminutes", "standzeit"],
        "skills": ["features", "requirements"],
    ]
}
