import VehicleRouting

/// Builds an `EventDocument` from JSON.
struct EventReader {
    private var keys: JSONKeyGuard
    private let problem: Problem

    /// A reader of what happens on a day of `problem`.
    init(_ problem: Problem, isStrict: Bool) {
        keys = JSONKeyGuard(isStrict: isStrict)
        self.problem = problem
    }

    mutating func read(_ root: JSONMembers) throws(FormatError) -> EventDocument {
        try keys.check(root, known: ["events", "overrides"])
        guard root.has("events") || root.has("overrides") else {
            throw root.missing("events", remedy: "add a list of events, or of overrides")
        }
        var document = EventDocument()
        for members in try root.objects("events", each: "an event") ?? [] {
            document.events.append(try event(members))
        }
        for members in try root.objects("overrides", each: "an override") ?? [] {
            document.overrides.append(try override(members))
        }
        document.warnings = keys.warnings
        return document
    }

    private mutating func event(_ members: JSONMembers) throws(FormatError) -> DayEvent {
        let id = try members.needed("id", "give the event a name of its own") {
            (key) throws(FormatError) in try members.identifier(key)
        }
        let time = try members.neededTime("at", "say when it happened")
        let type = try members.neededText("type", "say what happened")
        guard let kind = EventType(rawValue: type) else {
            throw members.unknownWord(type, "type", among: EventType.allCases.map(\.rawValue))
        }
        try keys.check(members, known: ["id", "at", "type"] + kind.keys)
        return DayEvent(id, at: time, try self.kind(kind, members), pointer: members.pointer)
    }

    private mutating func kind(
        _ type: EventType,
        _ members: JSONMembers
    ) throws(FormatError) -> DayEvent.Kind {
        switch type {
        case .urgentOrder: return .urgentOrder(try urgentOrder(members))
        case .breakdown:
            let word = try members.text("load") ?? LoadRescue.transfer.rawValue
            guard let load = LoadRescue(rawValue: word) else {
                throw members.unknownWord(word, "load", among: LoadRescue.allCases.map(\.rawValue))
            }
            return .breakdown(
                vehicle: try members.vehicle(),
                place: try members.place(),
                load: load,
                fetchBy: try members.time("fetch_by")
            )
        case .reeferFailure: return .reeferFailure(try reeferFailure(members))
        case .temperatureAlarm:
            return .temperatureAlarm(
                vehicle: try members.vehicle(),
                compartment: try members.identifier("compartment") ?? "body",
                milliCelsius: try members.degrees("temperature_c")
            )
        case .roadDelay: return .roadDelay(try roadDelay(members))
        case .customerClosed:
            return .customerClosed(order: try members.order(), reopens: try members.window("reopens"))
        case .carrierRejects:
            let carrier = try members.needed("carrier", "name the carrier") { (key) throws(FormatError) in
                try members.identifier(key)
            }
            return .carrierRejects(carrier: carrier, order: try members.identifier("order"))
        case .driverOut: return .driverOut(vehicle: try members.vehicle(), until: try relief(members))
        case .recall:
            return .recall(lot: try members.text("lot") ?? "", orders: try members.orders(atLeast: 1))
        case .depotOutage:
            let depot = try members.needed("depot", "name the depot") { (key) throws(FormatError) in
                try members.identifier(key)
            }
            return .depotOutage(depot: depot, until: try members.time("until"))
        case .stock:
            let depot = try members.needed("depot", "name the depot") { (key) throws(FormatError) in
                try members.identifier(key)
            }
            guard let quantity = try members.unsigned("quantity") else {
                throw members.missing("quantity", remedy: "say how much there is")
            }
            let article = try members.neededText("article", "name the article as urgent orders do")
            return .stock(depot: depot, article: article, quantity: quantity)
        case .lateGoods:
            return .lateGoods(
                orders: try members.orders(atLeast: 1),
                release: try members.neededTime("release", "say when the goods are ready")
            )
        case .vehicleLate:
            guard let delay = try members.unsigned("by") else {
                throw members.missing("by", remedy: "say by how many seconds")
            }
            return .vehicleLate(vehicle: try members.vehicle(), by: delay)
        }
    }

    private mutating func urgentOrder(_ members: JSONMembers) throws(FormatError) -> UrgentOrder {
        guard let place = try members.place() else {
            throw members.missing("site", remedy: "add 'site', 'location' or 'location_index'")
        }
        var order = UrgentOrder(try members.order(), to: place)
        order.job = try job(order.job, members)
        order.article = try members.text("article")
        order.quantity = try members.unsigned("quantity") ?? 1
        guard order.quantity >= 1 else {
            throw FormatError(
                .outOfRange("\(order.quantity)", field: "quantity", range: "1 or more"),
                at: members.place("quantity")
            )
        }
        return order
    }

    /// What an event says of a job beside its name and place, read as a problem's job is; times may be times of day.
    private mutating func job(_ blank: Job, _ members: JSONMembers) throws(FormatError) -> Job {
        var object = JSONObject()
        object.append("id", JSONValue(blank.id))
        object.append("location_index", JSONValue(0))
        if !members.has("priority") { object.append("priority", JSONValue(blank.priority)) }
        for key in EventType.urgentJob {
            if let value = members.value(key) { object.append(key, value) }
        }
        var reader = ProblemReader(isStrict: keys.isStrict)
        reader.problem = problem
        reader.dimensionCount = problem.dimensions.count
        reader.places.fix(problem.locations)
        reader.keys = keys
        let value = JSONValue.object(object).inSeconds
        let job = try reader.job(try JSONMembers(value, at: members.pointer, called: "an order"))
        keys = reader.keys
        return job
    }

    private func reeferFailure(_ members: JSONMembers) throws(FormatError) -> ReeferFailure {
        guard let hours = try members.number("tau_h") else {
            throw members.missing("tau_h", remedy: "add the hours of the body's time constant")
        }
        guard hours > 0, hours <= 1000 else {
            let range = "above 0 and at most 1000"
            throw FormatError(
                .outOfRange("\(hours)", field: "tau_h", range: range),
                at: members.place("tau_h")
            )
        }
        return ReeferFailure(
            vehicle: try members.vehicle(),
            compartment: try members.identifier("compartment"),
            milliCelsius: try members.degrees("temperature_c"),
            ambientMilliCelsius: try members.degrees("ambient_c"),
            timeConstant: Int((hours * 3600).rounded())
        )
    }

    private func roadDelay(_ members: JSONMembers) throws(FormatError) -> RoadDelay {
        guard let centre = try members.coordinate("centre") else {
            throw members.missing("centre", remedy: "add [longitude, latitude]")
        }
        let kilometres = try members.number("radius_km") ?? 0
        guard kilometres > 0, kilometres <= 1000 else {
            throw FormatError(
                .outOfRange("\(kilometres)", field: "radius_km", range: "above 0 and at most 1000"),
                at: members.place("radius_km")
            )
        }
        guard let delay = try members.unsigned("delay", upTo: 86_400) else {
            throw members.missing("delay", remedy: "say how many seconds a drive through it takes longer")
        }
        return RoadDelay(
            centre: centre,
            kilometres: kilometres,
            delay: delay,
            until: try members.time("until")
        )
    }

    private func relief(_ members: JSONMembers) throws(FormatError) -> DriverRelief {
        switch (try members.time("home_by"), try members.time("relieved_at")) {
        case (let time?, nil): return .homeBy(time)
        case (nil, let time?): return .relieved(at: time)
        case (nil, nil): return .nobody
        case (_?, _?):
            throw FormatError(
                .conflict("'home_by' and 'relieved_at' exclude each other", remedy: "keep one of them"),
                at: .pointer(members.pointer)
            )
        }
    }

    private mutating func override(_ members: JSONMembers) throws(FormatError) -> DayOverride {
        let id = try members.needed("id", "give the override a name of its own") {
            (key) throws(FormatError) in try members.identifier(key)
        }
        let type = try members.neededText("type", "say what was decided")
        guard let kind = OverrideType(rawValue: type) else {
            throw members.unknownWord(type, "type", among: OverrideType.allCases.map(\.rawValue))
        }
        try keys.check(members, known: ["id", "type", "person", "reason"] + kind.keys)
        return DayOverride(
            id,
            try self.kind(kind, members),
            person: try members.neededText("person", "say who decided"),
            reason: try members.neededText("reason", "say why"),
            pointer: members.pointer
        )
    }

    private func kind(
        _ type: OverrideType,
        _ members: JSONMembers
    ) throws(FormatError) -> DayOverride.Kind {
        switch type {
        case .vehicle: return .vehicle(order: try members.order(), try members.vehicle())
        case .position: return .position(order: try members.order())
        case .time:
            return .time(
                order: try members.order(),
                at: try members.neededTime("at", "say when service begins"),
                within: try members.unsigned("within") ?? 0
            )
        case .freeze: return .freeze(vehicle: try members.vehicle())
        case .forbid:
            let order = try members.order()
            if let carrier = try members.identifier("carrier") {
                return .forbidCarrier(order: order, carrier)
            }
            return .forbidVehicle(order: order, try members.vehicle())
        case .together: return .together(orders: try members.orders(atLeast: 2))
        case .apart: return .apart(orders: try members.orders(atLeast: 2))
        case .priority:
            guard let priority = try members.unsigned("priority", upTo: 100) else {
                throw members.missing("priority", remedy: "add a number from 0 to 100")
            }
            return .priority(order: try members.order(), priority)
        case .window:
            guard let window = try members.window("window") else {
                throw members.missing("window", remedy: "add [opens, closes]")
            }
            return .window(order: try members.order(), window)
        case .leaveOut: return .leaveOut(order: try members.order())
        }
    }
}
