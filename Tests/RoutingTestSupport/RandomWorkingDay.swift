import VehicleRouting

extension RandomBuilder {
    /// Reloads, rests, due times, relations and traffic, as far as they are asked for.
    mutating func addWorkingDay() {
        for index in problem.vehicles.indices {
            if !problem.depots.isEmpty, has(.reloads) {
                problem.vehicles[index].reloadDepots = problem.depots.indices.filter { _ in random.once(in: 2)
                }
            }
            if has(.rests) { problem.vehicles[index].breaks = breaks() }
            if has(.rests) { addRule(to: index) }
        }
        for index in problem.jobs.indices where has(.dueTimes) {
            problem.jobs[index].due = DueTime(by: random.draw(0...60), latePerHour: random.draw(0...9000))
        }
        for index in problem.jobs.indices where has(.decay) {
            if random.once(in: 2) {
                let by = problem.jobs[index].due?.by ?? random.draw(0...40)
                let decay = Decay(value: random.draw(0...5000), halfLife: random.draw(1...50))
                problem.jobs[index].due = DueTime(by: by, latePerHour: random.draw(0...900), decay: decay)
            }
            if random.once(in: 3) { problem.jobs[index].useBy = random.draw(5...80) }
        }
        if features.contains(.relations) { addRelations() }
        for profile in problem.matrices.keys.sorted() where has(.traffic) {
            let times = Set((0..<random.draw(1...3)).map { _ in random.draw(0...70) }).sorted()
            problem.matrices[profile]?.speeds = times.map {
                SpeedSlice(begins: $0, speed: random.draw(4...10) * 100)
            }
        }
    }

    private mutating func breaks() -> [Break] {
        (0..<random.draw(1...2)).map { index in
            Break(
                id: .number(UInt64(index + 1)),
                timeWindows: random.once(in: 3) ? [] : windows(upTo: 2, from: 0, to: 70),
                service: random.draw(0...9)
            )
        }
    }

    private mutating func addRule(to vehicle: Int) {
        var rule = WorkRule(id: .text("law \(vehicle + 1)"))
        rule.maxContinuousDriving = random.draw(10...40)
        rule.rest = random.draw(3...8)
        if random.once(in: 2) {
            rule.split = SplitRest(first: random.draw(1...2), second: random.draw(2...3))
        }
        rule.countsOtherWork = random.once(in: 4)
        rule.maxDailyDriving = random.once(in: 4) ? random.draw(20...90) : nil
        rule.maxDuty = random.once(in: 4) ? random.draw(30...120) : nil
        problem.vehicles[vehicle].workRule = rule
        problem.vehicles[vehicle].hoursUsed = HoursUsed(
            drivingSinceRest: random.draw(0...9),
            hasFirstPart: random.once(in: 4),
            driving: random.draw(0...9),
            duty: random.draw(0...9)
        )
    }

    private mutating func addRelations() {
        for _ in 0..<random.draw(0...2) {
            let jobs = problem.jobs.indices.shuffled(using: &random).prefix(random.draw(2...3))
            guard jobs.count > 1 else { continue }
            let kinds: [Relation.Kind] = [.together, .apart, .sequence(lag: random.draw(0...12))]
            let kind = kinds[random.draw(0...2)]
            problem.relations.append(Relation(kind, jobs.map(TaskReference.job)))
        }
    }
}
