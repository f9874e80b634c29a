import VehicleRouting

extension RouteMeter {
    /// What a route costs under the rules of the working day: rests, traffic, lateness at a price, and tasks that come a
    /// while after others; nil when it breaks a rule.
    ///
    /// The rests are those with which the route ends earliest when it leaves as early as it can.  Then the latest
    /// departure that changes nothing is found by halving, as in `RouteSchedule`.
    mutating func measureWorkday(_ instance: CompiledInstance, type: Int32) -> Int64? {
        let (terms, day) = (instance.fleet.terms[type], instance.types[Int(type)].workday)
        guard let earliest = earliestDeparture(instance, terms),
            var sums = prepare(instance, type: type, day),
            chooseRests(instance, day, departure: Int(earliest), driving: sums.driving)
        else { return nil }
        guard let first = drive(instance, terms, day, departure: Int(earliest)) else { return nil }
        for index in 0..<count { firstTardiness[index] = tardiness[index] }
        var (last, departure) = (first, Int(earliest))
        let hasRules = instance.rules.needs.any
        if terms.needsDuration || hasRules || !day.speeds.isEmpty {
            departure = latestDeparture(instance, terms, day, meeting: first, from: departure)
            guard let later = drive(instance, terms, day, departure: departure) else { return nil }
            last = later
        }
        sums.driving = last.driven
        let ahead = Int(terms.loading &+ firstPreparation)
        let duration = last.end - departure + ahead
        guard last.isLawful, sums.driving <= Int(terms.maxTravelTime), sums.metres <= terms.maxDistance,
            duration <= Int(terms.maxDuration) || !terms.needsDuration
        else { return nil }
        if hasRules,
            !keepsRules(
                instance,
                type: type,
                departure: Int32(departure),
                end: Int32(last.end),
                isDriven: true
            )
        {
            return nil
        }
        let idle = duration - sums.driving - sums.working - ahead - last.rested
        waiting = terms.needsDuration ? Int32(idle) : 0
        var cost = terms.fixed + instance.fleet.perLength[type] * sums.length
        cost += instance.fleet.perSecond[type] * Int64(sums.driving)
        cost += instance.fleet.perTaskSecond[type] * Int64(sums.working + Int(firstPreparation))
        cost += terms.perStop * sums.halts
        cost += last.lateCost
        guard terms.needsDuration else { return cost }
        cost += terms.perWaitSecond * Int64(idle)
        return cost + terms.perOvertimeSecond * Int64(max(duration - Int(terms.overtimeAfter), 0))
    }

    /// What does not depend on when a route is driven.
    private struct Sums {
        var length: Int64 = 0
        var metres: Int64 = 0
        var halts: Int64 = 0
        /// Seconds of the matrix, then of the drive.
        var driving = 0
        var working = 0
    }

    /// One drive along the route.
    private struct Outcome {
        var end = 0
        var driven = 0
        var rested = 0
        var lateCost: Int64 = 0
        var isLawful = true
    }

    /// Roads, stays and lags of the route; nil when tasks are in the wrong order.
    private mutating func prepare(
        _ instance: CompiledInstance,
        type: Int32,
        _ day: WorkdayTerms
    ) -> Sums? {
        let terms = instance.fleet.terms[type]
        let (matrix, row) = (instance.fleet.matrix[type], instance.fleet.serviceRow[type])
        var sums = Sums()
        var here = terms.start
        for index in 0...count {
            let isEnd = index == count
            let place = isEnd ? terms.end : instance.tasks.location[tasks[index]]
            let arc = instance.roads.arc(matrix, from: here, to: place)
            roads[index] = 1000 * Int(arc.time)
            sums.length += Int64(arc.length)
            sums.driving += Int(arc.time)
            if terms.maxDistance != .max {
                sums.metres += instance.roads.metres(matrix, from: here, to: place)
            }
            guard !isEnd else { break }
            let task = tasks[index]
            var seconds = instance.tasks.service[row + Int(task)]
            if instance.isReload(task) {
                seconds += preparation(at: index, instance)
            } else if here != place {
                seconds += instance.tasks.setup[row + Int(task)]
                sums.halts += 1
            }
            stay[index] = seconds
            sums.working += Int(seconds)
            here = place
        }
        return noteLags(instance) ? sums : nil
    }

    /// Notes which steps wait for which; false when tasks are on one route or in an order that a relation forbids.
    private mutating func noteLags(_ instance: CompiledInstance) -> Bool {
        lags.removeAll(keepingCapacity: true)
        guard instance.needs.relations else { return true }
        var met: [Int: (rank: Int, step: Int)] = [:]
        for index in 0..<count {
            for part in instance.relations.parts(of: tasks[index]) {
                let before = met.updateValue((part.rank, index), forKey: part.relation)
                guard let before else { continue }
                switch instance.relations.kinds[part.relation] {
                case .together: break
                case .apart: return false
                case .sequence(let lag):
                    guard before.rank < part.rank else { return false }
                    lags.append((step: index, after: before.step, seconds: lag))
                }
            }
        }
        return true
    }

    private mutating func chooseRests(
        _ instance: CompiledInstance,
        _ day: WorkdayTerms,
        departure: Int,
        driving: Int
    ) -> Bool {
        rests.removeAll(keepingCapacity: true)
        let most = day.rule?.maxContinuousDriving ?? .max
        let isShort = day.speeds.isEmpty && driving <= most - day.hoursUsed.drivingSinceRest
        guard day.hasRests, !day.pauses.isEmpty || !isShort else { return true }
        var choice = RestChoice(day, departure: departure, driving: driving)
        for index in 0..<count {
            let isReload = instance.isReload(tasks[index])
            let ready = isReload ? Int(readiness(after: index + 1, instance)) : .min
            let ahead = isReload ? preparation(at: index, instance) : 0
            let (task, seconds) = (tasks[index], Int(stay[index]))
            let isPossible = choice.go(road: roads[index]) { drive in
                Self.begin(task, &drive, ready: ready, ahead: ahead, seconds: seconds, instance)
                    && {
                        drive.stand(seconds, day)
                        return true
                    }()
            }
            guard isPossible else { return false }
        }
        guard choice.go(road: roads[count], arrive: { _ in true }), let best = choice.best(steps: count)
        else {
            return false
        }
        rests = best
        return true
    }

    /// Moves the clock to when a task, or a reload, begins; false when it is too late.
    ///
    /// - Parameter ahead: Seconds of a reload before its loading, which is what the depot's hours bind.
    private static func begin(
        _ task: Int32,
        _ drive: inout WorkdayDrive,
        ready: Int,
        ahead: Int32,
        seconds: Int,
        _ instance: CompiledInstance
    ) -> Bool {
        let reached = ready > .min ? max(drive.clock, ready - seconds) : drive.clock
        let loads = Int32(clamping: reached) &+ ahead
        guard let begin = instance.tasks.nextOpening(of: task, at: loads) else { return false }
        drive.clock = Int(begin &- ahead)
        return true
    }

    /// Drives the route with its rests; nil when something is too late.
    private mutating func drive(
        _ instance: CompiledInstance,
        _ terms: RouteTerms,
        _ day: WorkdayTerms,
        departure: Int
    ) -> Outcome? {
        var drive = WorkdayDrive(day, departure: departure)
        var outcome = Outcome()
        var nextRest = 0
        var nextLag = 0
        for index in 0...count {
            drive.road = roads[index]
            let driven = drive.driven
            while nextRest < rests.count, rests[nextRest].step == index {
                guard drive.rest(rests[nextRest].kind, day) else { return nil }
                nextRest += 1
            }
            drive.finishLeg(day)
            travel[index] = Int32(drive.driven - driven)
            guard index < count else { break }
            while nextLag < lags.count, lags[nextLag].step == index {
                drive.clock = max(drive.clock, done[lags[nextLag].after] + lags[nextLag].seconds)
                nextLag += 1
            }
            let task = tasks[index]
            let isReload = instance.isReload(task)
            let ready = isReload ? Int(readiness(after: index + 1, instance)) : .min
            let ahead = isReload ? preparation(at: index, instance) : 0
            guard
                Self.begin(
                    task,
                    &drive,
                    ready: ready,
                    ahead: ahead,
                    seconds: Int(stay[index]),
                    instance
                )
            else { return nil }
            let late = max(drive.clock - Int(instance.tasks.due[task]), 0)
            tardiness[index] = late
            outcome.lateCost += Int64(late) * instance.tasks.lateRate[task]
            if instance.tasks.decay.count > 0 {
                outcome.lateCost += instance.tasks.decay[task].loss(after: late)
            }
            drive.stand(Int(stay[index]), day)
            done[index] = drive.clock
        }
        guard let end = instance.fleet.nextOpening(terms.returnWindows, at: Int32(clamping: drive.clock)),
            end <= terms.latestEnd
        else { return nil }
        outcome.end = Int(end)
        outcome.driven = drive.driven
        outcome.rested = drive.rested
        outcome.isLawful = drive.isLawful
        return outcome
    }

    private mutating func latestDeparture(
        _ instance: CompiledInstance,
        _ terms: RouteTerms,
        _ day: WorkdayTerms,
        meeting first: Outcome,
        from departure: Int
    ) -> Int {
        var (good, bad) = (departure, max(first.end, departure) + 1)
        while bad - good > 1 {
            let middle = good + (bad - good) / 2
            let later = drive(instance, terms, day, departure: middle)
            var isGood = later.map { $0.end <= first.end } ?? false
            if isGood {
                for index in 0..<count where tardiness[index] > firstTardiness[index] { isGood = false }
            }
            if isGood { good = middle } else { bad = middle }
        }
        return max(Int(instance.fleet.lastOpening(terms.departureWindows, at: Int32(good))), departure)
    }
}
