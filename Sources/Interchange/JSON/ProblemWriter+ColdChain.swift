import VehicleRouting

extension ProblemWriter {
    func separation(_ pair: (first: Int, second: Int, separation: Separation)) -> JSONValue {
        let classes = pair.first == pair.second ? [pair.first] : [pair.first, pair.second]
        var object = JSONObject()
        object.append("between", .array(classes.map { JSONValue(problem.goodsClasses[$0]) }))
        object.append("keep", .string(pair.separation.rawValue))
        return .object(object)
    }

    func cleaning(_ entry: (after: Int, before: Int, seconds: Seconds)) -> JSONValue {
        var object = JSONObject()
        object.append("after", JSONValue(problem.goodsClasses[entry.after]))
        object.append("before", JSONValue(problem.goodsClasses[entry.before]))
        object.append("seconds", JSONValue(entry.seconds))
        return .object(object)
    }

    func changeover(_ changeover: Changeover) -> JSONValue {
        var object = JSONObject()
        object.put("from", changeover.from.map { JSONValue(problem.regimes[$0].id) })
        object.append("to", JSONValue(problem.regimes[changeover.to].id))
        object.append("seconds", JSONValue(changeover.seconds))
        return .object(object)
    }

    func boxType(_ box: BoxType) -> JSONValue {
        var object = JSONObject()
        object.append("id", JSONValue(box.id))
        object.append("regime", JSONValue(problem.regimes[box.regime].id))
        object.append("hold_time", JSONValue(box.holdTime))
        object.put("ready_at", box.readyAt, unless: 0)
        object.put("stock", box.stock)
        object.put("cost", box.cost, unless: 0)
        object.put("valid_until", box.validUntil)
        return .object(object)
    }

    func boxNeed(_ need: BoxNeed) -> JSONValue {
        var object = JSONObject()
        object.append("type", JSONValue(problem.boxTypes[need.type].id))
        object.append("count", JSONValue(need.count))
        return .object(object)
    }

    func put(_ handling: Handling, into object: inout JSONObject) {
        object.put("goods_class", handling.goodsClass.map { JSONValue(problem.goodsClasses[$0]) })
        if handling.isBoxed { object.append("boxed", .bool(true)) }
        object.put("exclusive", handling.exclusiveGroup.map { JSONValue($0) })
        object.put("levels", levels(handling.levels))
        object.put("requires", handling.requires.sorted().map { JSONValue($0) })
        object.put("permits", handling.permits.map(permit))
        object.put("prohibited", handling.prohibition ?? "", unless: "")
        object.put("channel", handling.channel.map(JSONValue.string))
        object.put("product_classes", handling.productClasses.sorted().map(JSONValue.string))
        object.put("patient", handling.patient.map { JSONValue($0) })
    }

    func channelRule(_ rule: ChannelRule) -> JSONValue {
        var object = JSONObject()
        object.append("id", JSONValue(rule.id))
        object.put("countries", rule.countries.sorted().map(JSONValue.string))
        object.put("product_classes", rule.productClasses.sorted().map(JSONValue.string))
        object.put("channels", rule.channels.sorted().map(JSONValue.string))
        object.put("consignees", rule.consignees.sorted().map { JSONValue($0) })
        object.append("verdict", .string(rule.isForbidden ? "forbidden" : "conditional"))
        object.put("needs", rule.needs.sorted().map { JSONValue($0) })
        // An empty list means that no depot may ship.
        if let depots = rule.depots {
            object.append("depots", .array(depots.sorted().map { JSONValue(problem.depots[$0].id) }))
        }
        object.put("note", rule.note, unless: "")
        object.put("source", rule.source, unless: "")
        return .object(object)
    }

    func levels(_ levels: [String: Int]) -> JSONValue? {
        guard !levels.isEmpty else { return nil }
        var object = JSONObject()
        for (name, level) in levels.sorted(by: { $0.key < $1.key }) { object.append(name, JSONValue(level)) }
        return .object(object)
    }

    func permit(_ permit: Permit) -> JSONValue {
        var object = JSONObject()
        object.append("name", JSONValue(permit.name))
        object.put("valid_until", permit.validUntil)
        return .object(object)
    }

    func door(_ door: DoorBudget) -> JSONValue {
        var object = JSONObject()
        object.append("rise", JSONValue(door.rise))
        object.append("recovery_per_hour", JSONValue(door.recoveryPerHour))
        object.append("limit", JSONValue(door.limit))
        object.put("warmth", door.warmth, unless: 0)
        return .object(object)
    }
}
