import VehicleRouting

extension RouteMeter {
    /// What a route costs under the rules of the working day: rests, traffic, lateness at a price, and tasks that come a
    /// while after others; nil when it breaks a rule.
    ///
    /// The rests are those with which the route ends earliest when it leaves as early as it can.  Where the work rule would
    /// then be broken by the latest departure that changes nothing, which is the one that is published, they are chosen
    /// for that.
    ///
    /// - Parameter limit: The result may also be nil when the route costs this much or more.
    mutating func measureWorkday(_ instance: CompiledInstance, type: Int32, below limit: Int64) -> Int64? {
        let day = instance.types[Int(type)].workday
        guard let opening = earliestDeparture(instance, instance.fleet.terms[type]),
            let sums = prepare(instance, type: type, day),
            let least = leastCost(sums, instance, type: type), least < limit,
            holdsLoads(instance, type: type)
        else { return nil }
        let earliest = Int(opening)
        guard
            var times = times(
                instance,
                type,
                day,
                from: earliest,
                restingAsFrom: earliest,
                sums,
                below: limit
            )
        else { return nil }
        if !times.last.isLawful {
            let later = times.departure
            guard
                let other = self.times(
                    instance,
                    type,
                    day,
                    from: earliest,
                    restingAsFrom: later,
                    sums,
                    below: limit
                )
            else { return nil }
            times = other
        }
        let (start, end) = (Int32(times.departure), Int32(times.last.end))
        guard let cost = price(times.last, from: times.departure, sums, instance, type: type),
            !instance.rules.needs.any
                || keepsRules(instance, type: type, departure: start, end: end, isDriven: true)
        else { return nil }
        return cost
    }

    /// The least that a route may cost: without waiting, in the fastest traffic; nil when it breaks a limit even so.
    private func leastCost(_ sums: Sums, _ instance: CompiledInstance, type: Int32) -> Int64? {
        let (terms, day) = (instance.fleet.terms[type], instance.types[Int(type)].workday)
        let (driven, ahead) = (day.leastDriving(sums.driving), Int(terms.loading &+ firstPreparation))
        let duration = ahead + driven + sums.working + day.pauseSeconds
        guard driven <= Int(terms.maxTravelTime), sums.metres <= terms.maxDistance,
            duration <= Int(terms.maxDuration) || !terms.needsDuration
        else { return nil }
        let cost = baseCost(sums, driven: driven, instance, type: type)
        guard terms.needsDuration else { return cost }
        return cost + terms.perOvertimeSecond * Int64(max(duration - Int(terms.overtimeAfter), 0))
    }

    /// What vehicle, road, work and halts cost.
    private func baseCost(_ sums: Sums, driven: Int, _ instance: CompiledInstance, type: Int32) -> Int64 {
        let terms = instance.fleet.terms[type]
        var cost = terms.fixed + instance.fleet.perLength[type] * sums.length
        cost += instance.fleet.perSecond[type] * Int64(driven)
        cost += instance.fleet.perTaskSecond[type] * Int64(sums.working + Int(firstPreparation))
        return cost + terms.perStop * sums.halts
    }

    /// What a drive costs; nil when it breaks a limit.
    private mutating func price(
        _ last: Outcome,
        from departure: Int,
        _ sums: Sums,
        _ instance: CompiledInstance,
        type: Int32
    ) -> Int64? {
        let terms = instance.fleet.terms[type]
        let ahead = Int(terms.loading &+ firstPreparation)
        let duration = last.end - departure + ahead
        guard last.isLawful, last.driven <= Int(terms.maxTravelTime), sums.metres <= terms.maxDistance,
            duration <= Int(terms.maxDuration) || !terms.needsDuration
        else { return nil }
        let idle = duration - last.driven - sums.working - ahead - last.rested
        waiting = terms.needsDuration ? Int32(idle) : 0
        var cost = baseCost(sums, driven: last.driven, instance, type: type) + last.lateCost
        guard terms.needsDuration else { return cost }
        cost += terms.perWaitSecond * Int64(idle)
        return cost + terms.perOvertimeSecond * Int64(max(duration - Int(terms.overtimeAfter), 0))
    }

    /// The latest departure that changes nothing, and the drive from it, with the rests that are best for a departure.
    private mutating func times(
        _ instance: CompiledInstance,
        _ type: Int32,
        _ day: WorkdayTerms,
        from earliest: Int,
        restingAsFrom rested: Int,
        _ sums: Sums,
        below limit: Int64
    ) -> (departure: Int, last: Outcome)? {
        guard chooseRests(instance, day, departure: rested, driving: sums.driving),
            let first = drive(instance, type, day, departure: earliest)
        else { return nil }
        for index in 0..<count { firstTardiness[index] = tardiness[index] }
        let mayBeUnlawful = first.driven > day.rule.mostDriving - day.drivingSinceRest
        guard
            instance.fleet.terms[type].needsDuration || instance.rules.needs.any || !day.speeds.isEmpty
                || mayBeUnlawful
        else {
            return (earliest, first)
        }
        let departure = latestDeparture(instance, type, day, meeting: first, from: earliest)
        if day.speeds.isEmpty, !mayBeUnlawful {
            // Only when things are done may differ from the first drive then.
            guard let cost = price(first, from: departure, sums, instance, type: type), cost < limit else {
                return nil
            }
            if !instance.rules.needs.any { return (departure, first) }
        }
        return drive(instance, type, day, departure: departure).map { (departure, $0) }
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
        let mostDriving = day.mostDriving(driving, legs: count + 1)
        let isShort = mostDriving <= day.rule.mostDriving - day.drivingSinceRest
        guard day.hasRests, day.pauses.count > 0 || !isShort else { return true }
        let isSimple = isShort && day.speeds.isEmpty && day.pauses.count <= BreakChoice.mostBreaks
        if isSimple {
            breaks.begin(departure: departure)
        } else {
            choice.begin(day, departure: departure, atMost: mostDriving)
        }
        for index in 0...count {
            let stop = stop(index, instance)
            let isPossible =
                isSimple
                ? breaks.go(to: stop, step: index, road: roads[index] / 1000, day, instance)
                : choice.go(to: stop, road: roads[index], day, instance)
            guard isPossible else { return false }
        }
        return isSimple
            ? breaks.best(day, steps: count, into: &rests) : choice.best(day, steps: count, into: &rests)
    }

    /// What is done at a step of the route; nil at its end.
    @inline(__always)
    private func stop(_ index: Int, _ instance: CompiledInstance) -> RestChoice.Stop? {
        guard index < count else { return nil }
        let isReload = instance.isReload(tasks[index])
        return RestChoice.Stop(
            task: tasks[index],
            ready: isReload ? Int(readiness(after: index + 1, instance)) : .min,
            ahead: isReload ? preparation(at: index, instance) : 0,
            seconds: Int(stay[index])
        )
    }

    /// Drives the route with its rests; nil when something is too late.
    private mutating func drive(
        _ instance: CompiledInstance,
        _ type: Int32,
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
            guard let stop = stop(index, instance), drive.begin(stop, instance) else { return nil }
            let task = stop.task
            let late = max(drive.clock - Int(instance.tasks.due[task]), 0)
            tardiness[index] = late
            outcome.lateCost += Int64(late) * instance.tasks.lateRate[task]
            if instance.tasks.decay.count > 0 {
                outcome.lateCost += instance.tasks.decay[task].loss(after: late)
            }
            drive.stand(stop.seconds, day)
            done[index] = drive.clock
        }
        guard let end = returnTime(instance, type, at: Int32(clamping: drive.clock))
        else { return nil }
        outcome.end = Int(end)
        outcome.driven = drive.driven
        outcome.rested = drive.rested
        outcome.isLawful = drive.isLawful
        return outcome
    }

    /// When a vehicle that is back at a time may end its route; nil when that is late.
    @inline(__always)
    private func returnTime(_ instance: CompiledInstance, _ type: Int32, at time: Int32) -> Int32? {
        let end = instance.fleet.nextOpening(instance.fleet.terms[type].returnWindows, at: time)
        return end.flatMap { $0 <= instance.fleet.terms[type].latestEnd ? $0 : nil }
    }

    /// The latest departure with which the route ends no later than `first`, and no task is more tardy.
    private mutating func latestDeparture(
        _ instance: CompiledInstance,
        _ type: Int32,
        _ day: WorkdayTerms,
        meeting first: Outcome,
        from departure: Int
    ) -> Int {
        let latest =
            day.speeds.isEmpty && restsAreOfOneKind
            ? latestByGoingBack(instance, day, from: first.end)
            : latestByHalving(instance, type, day, meeting: first, from: departure)
        return max(
            Int(
                instance.fleet.lastOpening(
                    instance.fleet.terms[type].departureWindows,
                    at: Int32(clamping: latest)
                )
            ),
            departure
        )
    }

    /// Whether a leg takes equally long whenever it is driven, but for breaks that wait for their windows: where breaks and
    /// rests by the work rule meet, a break that comes sooner may move a rest.
    private var restsAreOfOneKind: Bool {
        let planned = rests.count { if case .planned = $0.kind { true } else { false } }
        return planned == 0 || planned == rests.count
    }

    /// Goes back from the end, step by step.
    ///
    /// With breaks of *s* seconds in all on it, a leg that begins at *c* ends at `max(c + s + drive, after the last break)`,
    /// so both bind *c*.
    private mutating func latestByGoingBack(
        _ instance: CompiledInstance,
        _ day: WorkdayTerms,
        from end: Int
    ) -> Int {
        var (latest, rest, lag) = (end, rests.count, lags.count)
        if lag > 0 { for index in 0..<count { deadline[index] = .max } }
        var index = count
        while true {
            var (begin, resting) = (latest, 0)
            while rest > 0, rests[rest - 1].step == index {
                rest -= 1
                let seconds = day.seconds(of: rests[rest].kind)
                resting += seconds
                begin -= seconds
                if case .planned(let pause) = rests[rest].kind {
                    begin = day.lastOpening(of: day.pauses[pause], at: begin)
                }
            }
            latest = min(begin, latest - resting - roads[index] / 1000)
            guard index > 0 else { return latest }
            index -= 1
            let task = tasks[index]
            if lags.count > 0 { latest = min(latest, deadline[index]) }
            latest -= Int(stay[index])
            let due = instance.tasks.due[task]
            if due != .max { latest = min(latest, Int(due) + firstTardiness[index]) }
            let ahead = instance.isReload(task) ? preparation(at: index, instance) : 0
            let loads = Int32(clamping: latest) &+ ahead
            latest = Int(instance.tasks.lastOpening(of: task, at: loads) &- ahead)
            while lag > 0, lags[lag - 1].step == index {
                lag -= 1
                deadline[lags[lag].after] = min(deadline[lags[lag].after], latest - lags[lag].seconds)
            }
        }
    }

    /// The same by halving, since a later departure never makes anything earlier.
    private mutating func latestByHalving(
        _ instance: CompiledInstance,
        _ type: Int32,
        _ day: WorkdayTerms,
        meeting first: Outcome,
        from departure: Int
    ) -> Int {
        var (good, bad) = (departure, max(first.end, departure) + 1)
        while bad - good > 1 {
            let middle = good + (bad - good) / 2
            let later = drive(instance, type, day, departure: middle)
            var isGood = later.map { $0.end <= first.end } ?? false
            if isGood {
                for index in 0..<count where tardiness[index] > firstTardiness[index] { isGood = false }
            }
            if isGood { good = middle } else { bad = middle }
        }
        return good
    }
}
