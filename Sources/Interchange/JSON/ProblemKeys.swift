/// The keys of a problem file: VROOM's first, then ours.
///
/// `Docs/problem-json.md` explains each.
enum ProblemKeys {
    static let root = [
        "jobs", "shipments", "vehicles", "matrices", "matrix", "options",
        "work_rules", "relations", "name", "epoch", "time_zone", "currency", "dimensions", "regimes",
        "locations", "depots", "carriers", "goods_classes", "segregation", "cleaning", "box_types",
        "channel_rules",
    ]
    static let job =
        visit + handling + [
            "delivery", "pickup", "amount", "boxes", "skills", "priority",
            "release", "regime", "depots", "allowed_vehicles", "unassigned_cost", "goods_value", "hold_time",
            "excluded_carriers", "aboard",
        ]
    /// How goods must be treated: for jobs and shipments.
    static let handling = [
        "goods_class", "boxed", "exclusive", "levels", "requires", "permits", "prohibited", "channel",
        "product_classes", "patient",
    ]
    static let channelRule = [
        "id", "countries", "product_classes", "channels", "consignees", "verdict", "needs", "depots", "note",
        "source",
    ]
    static let permit = ["name", "valid_until"]
    static let boxNeed = ["type", "count"]
    static let boxType = ["id", "regime", "hold_time", "ready_at", "stock", "cost", "valid_until"]
    static let separation = ["between", "keep"]
    static let door = ["rise", "recovery_per_hour", "limit", "warmth"]
    static let visit = [
        "id", "description", "location", "location_index", "setup", "service", "setup_per_type",
        "service_per_type", "time_windows", "due", "use_by", "good_until",
    ]
    static let shipment =
        handling + [
            "pickup", "delivery", "amount", "skills", "priority",
            "regime", "allowed_vehicles", "unassigned_cost", "goods_value", "max_time_on_board",
            "excluded_carriers",
        ]
    static let aboard = ["vehicle", "compartment"]
    static let vehicle = [
        "id", "profile", "description", "start", "start_index", "end", "end_index", "capacity", "costs",
        "skills", "type", "time_window", "breaks", "speed_factor", "max_tasks", "max_travel_time",
        "max_distance", "steps",
        "start_depot", "end_depot", "compartments", "max_duration", "reload_depots",
        "levels", "permits", "body",
        "work_rule", "hours_used", "ballast",
    ]
    static let costs = [
        "fixed", "per_hour", "per_task_hour", "per_km",
        "per_wait_hour", "per_stop", "overtime_per_hour", "overtime_after",
    ]
    static let rest = ["id", "time_windows", "service", "description", "max_load"]
    /// Besides VROOM's keys those of a step in an answer: they follow from the order of the steps, so an answer can be
    /// fed back as it is.
    static let step = [
        "type", "id", "service_at", "service_after", "service_before", "compartment", "compartments", "box",
        "description", "location", "location_index", "setup", "service", "waiting_time", "load", "arrival",
        "departure", "duration", "distance", "violations", "job", "depot", "compartment_loads", "preparation",
    ]
    /// A compartment in the start step, with the regime it runs.
    static let setting = ["id", "regime"]
    static let compartment = [
        "id", "capacity", "ballast", "regimes", "door", "valid_until", "changeover", "running", "carried",
    ]
    static let changeover = ["from", "to", "seconds"]
    static let cleaning = ["after", "before", "seconds"]
    static let matrix = ["durations", "distances", "costs", "estimate", "speeds"]
    static let estimate = ["detour_factor", "speeds"]
    static let speed = ["to_km", "km_per_hour"]
    static let traffic = ["from", "speed"]
    static let due = ["by", "late_per_hour", "decay"]
    static let decay = ["value", "half_life"]
    static let workRule = [
        "id", "source", "max_continuous_drive", "break", "break_split", "other_work_counts",
        "max_daily_drive", "max_duty",
    ]
    static let hoursUsed = ["since_break", "first_part_taken", "drive", "duty"]
    static let relation = ["type", "tasks", "lag"]
    static let relationTask = ["type", "id"]
    static let location = ["location", "name", "site", "country"]
    static let depot = ["id", "name", "location", "location_index", "time_windows", "loading"]
    static let regime = ["id", "min_c", "max_c", "freeze_sensitive"]
    static let dimension = ["name", "unit", "scale"]
    static let currency = ["code", "wire_units"]
    static let carrier = ["id", "name", "regimes", "skills", "levels", "permits", "tariff", "max_jobs"]
    static let tariff = [
        "per_job", "per_stop", "per_km", "per_hour", "per_wait_hour", "free_wait", "per_unit", "breaks",
        "surcharges", "night", "minimum",
    ]
    static let tariffBreak = ["dimension", "from", "per_unit"]
    static let tariffSurcharge = ["regime", "amount"]
    static let tariffNight = ["from", "to", "amount"]

    /// Keys without which a plan keeps all its promises: words for people, money, and how numbers are called.
    ///
    /// A key that is not listed here keeps a promise, so that one which misspells it is refused.
    static let harmless: Set<String> = [
        "name", "description", "site", "unit", "scale", "code", "wire_units", "currency", "options", "epoch",
        "time_zone", "dimensions", "priority", "unassigned_cost", "goods_value", "costs", "fixed", "per_hour",
        "per_task_hour", "per_km", "per_wait_hour", "per_stop", "overtime_per_hour", "overtime_after",
        "tariff",
        "per_job", "per_unit", "minimum", "free_wait", "breaks", "surcharges", "night", "amount", "steps",
        "source", "note", "due", "late_per_hour",
    ]
}
