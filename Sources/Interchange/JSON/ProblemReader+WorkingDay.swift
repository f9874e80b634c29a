import VehicleRouting

extension ProblemReader {
    /// The work rules that vehicles refer to.
    mutating func readWorkRules(_ root: JSONMembers) throws(FormatError) {
        for members in try root.objects("work_rules", each: "a work rule") ?? [] {
            try keys.check(members, known: ProblemKeys.workRule)
            let id = try id(members, "work rule")
            guard workRules[id] == nil else {
                throw FormatError(.duplicate("the work rule \(id)"), at: .pointer(members.pointer))
            }
            var rule = WorkRule(id: id, source: try members.text("source") ?? "")
            rule.maxContinuousDriving = try members.unsigned("max_continuous_drive")
            rule.rest = try members.unsigned("break") ?? 0
            if let parts = try members.unsignedList("break_split") {
                guard parts.count == 2 else {
                    throw FormatError(
                        .wrongCount("break_split", found: parts.count, expected: 2),
                        at: members.place("break_split")
                    )
                }
                rule.split = SplitRest(first: parts[0], second: parts[1])
            }
            rule.countsOtherWork = try members.flag("other_work_counts") ?? false
            rule.maxDailyDriving = try members.unsigned("max_daily_drive")
            rule.maxDuty = try members.unsigned("max_duty")
            workRules[id] = rule
        }
    }

    /// A vehicle's work rule, and what its driver has done of it.
    mutating func readWork(_ members: JSONMembers, of vehicle: inout Vehicle) throws(FormatError) {
        if let id = try members.identifier("work_rule") {
            guard let rule = workRules[id] else {
                throw FormatError(
                    .unknownReference("vehicle \(vehicle.id)", to: "work rule \(id)"),
                    at: members.place("work_rule")
                )
            }
            vehicle.workRule = rule
        }
        guard let used = try members.members("hours_used") else { return }
        try keys.check(used, known: ProblemKeys.hoursUsed)
        vehicle.hoursUsed = HoursUsed(
            drivingSinceRest: try used.unsigned("since_break") ?? 0,
            hasFirstPart: try used.flag("first_part_taken") ?? false,
            driving: try used.unsigned("drive") ?? 0,
            duty: try used.unsigned("duty") ?? 0
        )
    }

    /// When a visit is due.
    mutating func due(_ members: JSONMembers) throws(FormatError) -> DueTime? {
        guard let due = try members.members("due") else { return nil }
        try keys.check(due, known: ProblemKeys.due)
        guard let by = try due.unsigned("by") else {
            throw due.missing("by", remedy: "say by which second service should begin")
        }
        return DueTime(by: by, latePerHour: try due.unsigned("late_per_hour") ?? 0, decay: try decay(due))
    }

    private mutating func decay(_ due: JSONMembers) throws(FormatError) -> Decay? {
        guard let members = try due.members("decay") else { return nil }
        try keys.check(members, known: ProblemKeys.decay)
        guard let value = try members.unsigned("value") else {
            throw members.missing("value", remedy: "say what the goods are worth when they are due")
        }
        guard let halfLife = try members.unsigned("half_life") else {
            throw members.missing("half_life", remedy: "give the seconds in which half of it is lost")
        }
        return Decay(value: value, halfLife: halfLife)
    }

    /// Which tasks belong together, apart or in an order.
    mutating func readRelations(_ root: JSONMembers) throws(FormatError) {
        let list = try root.objects("relations", each: "a relation") ?? []
        guard !list.isEmpty else { return }
        let names = TaskNames(problem)
        for members in list {
            try keys.check(members, known: ProblemKeys.relation)
            let type = try members.text("type")
            let kind: Relation.Kind
            switch type {
            case Relation.Kind.together.word: kind = .together
            case Relation.Kind.apart.word: kind = .apart
            case Relation.Kind.sequence(lag: 0).word: kind = .sequence(lag: try members.unsigned("lag") ?? 0)
            default:
                throw FormatError(
                    .wrongType(
                        "type",
                        expected: "same_vehicle, different_vehicles or sequence",
                        found: type.map { "\"\($0)\"" } ?? "missing"
                    ),
                    at: members.place("type")
                )
            }
            var tasks: [TaskReference] = []
            for task in try members.objects("tasks", each: "a task") ?? [] {
                try keys.check(task, known: ProblemKeys.relationTask)
                let type = try task.text("type") ?? "job"
                guard let id = try task.identifier("id") else {
                    throw task.missing("id", remedy: "name the \(type)")
                }
                guard let found = WrittenStepKind(rawValue: type).flatMap({ names[$0, id] }) else {
                    throw FormatError(
                        .unknownReference("a relation", to: "\(type) \(id)"),
                        at: task.place("id")
                    )
                }
                tasks.append(found)
            }
            problem.relations.append(Relation(kind, tasks))
        }
    }

    /// How fast the traffic is by time of day, for one profile.
    mutating func speeds(_ members: JSONMembers) throws(FormatError) -> [SpeedSlice] {
        var slices: [SpeedSlice] = []
        for slice in try members.objects("speeds", each: "a speed") ?? [] {
            try keys.check(slice, known: ProblemKeys.traffic)
            guard let begins = try slice.unsigned("from") else {
                throw slice.missing("from", remedy: "say from which second on")
            }
            guard let speed = try slice.number("speed") else {
                throw slice.missing("speed", remedy: "give the part of the free speed, such as 0.8")
            }
            guard speed >= 0.001, speed <= 1 else {
                throw FormatError(
                    .outOfRange("\(speed)", field: "speed", range: "0.001 … 1; the matrix is the free road"),
                    at: slice.place("speed")
                )
            }
            slices.append(SpeedSlice(begins: begins, speed: Int((speed * 1000).rounded())))
        }
        return slices.sorted { $0.begins < $1.begins }
    }
}
