import VehicleRouting

extension ProblemWriter {
    /// The work rules of all vehicles, each once, by name.
    var workRules: [JSONValue] {
        var rules: [Identifier: WorkRule] = [:]
        for vehicle in problem.vehicles {
            if let rule = vehicle.workRule { rules[rule.id] = rule }
        }
        return rules.sorted { $0.key < $1.key }.map { _, rule in
            var object = JSONObject()
            object.append("id", JSONValue(rule.id))
            object.put("source", rule.source, unless: "")
            object.put("max_continuous_drive", rule.maxContinuousDriving)
            object.put("break", rule.rest, unless: 0)
            if let split = rule.split {
                object.append("break_split", .array([JSONValue(split.first), JSONValue(split.second)]))
            }
            if rule.countsOtherWork { object.append("other_work_counts", .bool(true)) }
            object.put("max_daily_drive", rule.maxDailyDriving)
            object.put("max_duty", rule.maxDuty)
            return .object(object)
        }
    }

    func hoursUsed(_ used: HoursUsed) -> JSONValue? {
        guard used != HoursUsed() else { return nil }
        var object = JSONObject()
        object.put("since_break", used.drivingSinceRest, unless: 0)
        if used.hasFirstPart { object.append("first_part_taken", .bool(true)) }
        object.put("drive", used.driving, unless: 0)
        object.put("duty", used.duty, unless: 0)
        return .object(object)
    }

    func due(_ due: DueTime) -> JSONValue {
        var object = JSONObject()
        object.append("by", JSONValue(due.by))
        object.put("late_per_hour", due.latePerHour, unless: 0)
        if let decay = due.decay {
            var loss = JSONObject()
            loss.append("value", JSONValue(decay.value))
            loss.append("half_life", JSONValue(decay.halfLife))
            object.append("decay", .object(loss))
        }
        return .object(object)
    }

    func relation(_ relation: Relation) -> JSONValue {
        var object = JSONObject()
        object.append("type", .string(relation.kind.word))
        if case .sequence(let lag) = relation.kind { object.put("lag", lag, unless: 0) }
        let tasks = relation.tasks.map { task -> JSONValue in
            var entry = JSONObject()
            entry.append("type", .string(task.kind.rawValue))
            entry.append("id", JSONValue(problem.visit(task).id))
            return .object(entry)
        }
        object.append("tasks", .array(tasks))
        return .object(object)
    }

    func speed(_ slice: SpeedSlice) -> JSONValue {
        var object = JSONObject()
        object.append("from", JSONValue(slice.begins))
        object.append("speed", .fraction(Double(slice.speed) / 1000))
        return .object(object)
    }
}
