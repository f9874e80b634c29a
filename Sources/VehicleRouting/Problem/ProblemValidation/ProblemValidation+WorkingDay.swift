extension ProblemValidation {
    /// Breaks, work rules, due times, relations and traffic.
    mutating func checkWorkingDay() {
        for (index, vehicle) in problem.vehicles.enumerated() {
            checkRests(of: vehicle, "vehicles[\(index)]", "vehicle \(vehicle.id)")
        }
        for (index, job) in problem.jobs.enumerated() {
            checkDue(of: job, "jobs[\(index)]", "job \(job.id)")
        }
        for (index, shipment) in problem.shipments.enumerated() {
            let path = "shipments[\(index)]"
            checkDue(of: shipment.pickup, "\(path).pickup", "pickup \(shipment.pickup.id)")
            checkDue(of: shipment.delivery, "\(path).delivery", "delivery \(shipment.delivery.id)")
        }
        for (index, relation) in problem.relations.enumerated() { checkRelation(relation, at: index) }
        for (profile, matrix) in problem.matrices.sorted(by: { $0.key < $1.key }) {
            checkSpeeds(matrix.speeds, "matrices.\(profile).speeds", "profile \(profile)")
        }
    }

    private mutating func checkRests(of vehicle: Vehicle, _ path: String, _ name: String) {
        checkNames(vehicle.breaks.map(\.id), "break") { "\(path).breaks[\($0)]" }
        for (index, rest) in vehicle.breaks.enumerated() {
            let place = "\(path).breaks[\(index)]"
            checkWindows(rest.timeWindows, "\(place).time_windows", "\(name), break \(rest.id)")
            checkDuration(rest.service, "\(place).service", "\(name), break \(rest.id)")
        }
        guard let rule = vehicle.workRule else { return }
        let place = "\(path).work_rule"
        let parts = rule.split.map { [$0.first, $0.second] } ?? []
        let lengths = [rule.maxContinuousDriving, rule.rest, rule.maxDailyDriving, rule.maxDuty] + parts
        for length in lengths { checkDuration(length, place, name) }
        if rule.maxContinuousDriving != nil, rule.rest <= 0 || rule.maxContinuousDriving == 0 {
            report(
                .emptyWorkRule,
                place,
                name,
                "work rule \(rule.id) limits driving, but its limit or its break has no length",
                hint: "give 'max_continuous_drive' and 'break' in seconds, both above 0",
                value: rule.rest
            )
        }
        if let split = rule.split, split.first <= 0 || split.second <= 0 || split.first >= rule.rest {
            report(
                .brokenSplit,
                place,
                name,
                "work rule \(rule.id) splits a break of \(rule.rest) s into \(split.first) and \(split.second) s",
                hint: "give two parts above 0 s, the first shorter than the whole break",
                value: "[\(split.first), \(split.second)]"
            )
        }
    }

    /// When a visit should begin, what its goods lose meanwhile, and until when they are of use.
    private mutating func checkDue(of visit: Job, _ path: String, _ name: String) {
        if let due = visit.due {
            checkTime(due.by, "\(path).due.by", name)
            checkMoney(due.latePerHour, "\(path).due.late_per_hour", name, limit: Self.greatestRate)
        }
        if let decay = visit.due?.decay {
            // Times 2³⁰ it must fit into 63 bits.
            checkMoney(decay.value, "\(path).due.decay.value", name, limit: 1_000_000_000)
            checkDuration(decay.halfLife, "\(path).due.decay.half_life", name)
            if decay.halfLife == 0 {
                report(
                    .noHalfLife,
                    "\(path).due.decay.half_life",
                    name,
                    "goods with a half-life of 0 s are gone at once",
                    hint: "give the seconds in which half of the value is lost",
                    value: 0
                )
            }
        }
        checkTime(visit.goodUntil ?? 0, "\(path).good_until", name)
        guard let useBy = visit.useBy else { return }
        checkTime(useBy, "\(path).use_by", name)
        guard let first = visit.timeWindows.first, useBy < first.opens else { return }
        report(
            .uselessBeforeOpening,
            "\(path).use_by",
            name,
            "the goods are of use until \(useBy), but the first window opens at \(first.opens)",
            hint: "agree an earlier window, or order more activity",
            value: useBy
        )
    }

    private mutating func checkRelation(_ relation: Relation, at index: Int) {
        let (path, name) = ("relations[\(index)]", "relation \(index + 1)")
        if Set(relation.tasks).count < 2 || Set(relation.tasks).count < relation.tasks.count {
            report(
                .poorRelation,
                "\(path).tasks",
                name,
                "a relation is between at least two tasks, each named once",
                hint: "name two different tasks or more, or remove the relation",
                value: relation.tasks.count
            )
        }
        if case .sequence(let lag) = relation.kind { checkDuration(lag, "\(path).lag", name) }
        contradictions(of: relation, at: index)
    }

    /// Tasks that are to be together by one relation and apart by another, and orders that run in a circle.
    private mutating func contradictions(of relation: Relation, at index: Int) {
        for (other, earlier) in problem.relations[..<index].enumerated() {
            let shared = relation.tasks.filter(earlier.tasks.contains)
            guard shared.count > 1 else { continue }
            let isTornApart = (relation.kind == .apart) != (earlier.kind == .apart)
            var isReversed = false
            if case .sequence = relation.kind, case .sequence = earlier.kind {
                isReversed = shared != earlier.tasks.filter(relation.tasks.contains)
            }
            guard isTornApart || isReversed else { continue }
            let what = isTornApart ? "both on one vehicle and on two" : "in two orders"
            report(
                .contradictoryRelations,
                "relations[\(index)]",
                "relation \(index + 1)",
                "it wants the tasks it shares with relation \(other + 1) \(what)",
                hint: "remove one of the two relations, or the shared tasks from it",
                value: other
            )
        }
    }

    private mutating func checkSpeeds(_ speeds: [SpeedSlice], _ path: String, _ name: String) {
        for (index, slice) in speeds.enumerated() {
            checkTime(slice.begins, "\(path)[\(index)].from", name)
            if !(1...1000).contains(slice.speed) {
                report(
                    .speedOutOfRange,
                    "\(path)[\(index)].speed",
                    name,
                    "the speed is \(slice.speed) thousandths of the matrix's, but must be 1 … 1000",
                    hint:
                        "let the matrix hold the free road, and give 0.8 for traffic that takes a quarter longer",
                    value: slice.speed
                )
            }
            if index > 0, speeds[index - 1].begins >= slice.begins {
                report(
                    .unsortedSpeeds,
                    "\(path)[\(index)].from",
                    name,
                    "a speed holds from \(slice.begins), which is not after the one before it",
                    hint: "sort the speeds by time and name each time once",
                    value: slice.begins
                )
            }
        }
    }
}
