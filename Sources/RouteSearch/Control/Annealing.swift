#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The cooling of one cycle: temperatures fall exponentially from `start` to `end`.
struct Cooling {
    /// Search units of cost.
    var start: Double
    /// Search units of cost, below `start`.
    var end: Double

    /// The temperature when a part of the cycle, 0 … 1, is over.
    func temperature(after part: Double) -> Double {
        start * pow(end / start, min(part, 1))
    }
}

extension RuinRecreate {
    /// The part of a cycle from which leaving out is dear, so that the cycle ends with a complete plan.
    static var finalPart: Double { 0.85 }

    /// Does `count` iterations at the temperature that belongs to `part` of the cycle, then, if it `settles`, looks after
    /// the price of leaving out and the tasks still absent.
    mutating func anneal(_ count: Int, _ cooling: Cooling, part: Double, settles: Bool) {
        let temperature = cooling.temperature(after: part)
        for _ in 0..<count { iterate(temperature: temperature) }
        guard settles else { return }
        let isFinal = part > Self.finalPart
        adaptPrice(isFinal: isFinal)
        fillGaps(isFinal: isFinal)
    }

    /// Tries every place in the plan for the tasks that should not be absent; near places alone could miss
    /// the last one.
    ///
    /// - Parameter isFinal: Whether the end is near, when serving a required task is worth any cost.
    mutating func fillGaps(isFinal: Bool) {
        guard absent.count > 0, absent.count <= 64 || round % 8 == 0 else { return }
        solution.beginCandidate()
        pending.removeAll()
        var hasChanged = false
        for index in 0..<absent.count {
            let task = absent[index]
            if placeAnywhere(task, isFinal: isFinal) { hasChanged = true } else { pending.append(task) }
        }
        guard hasChanged else { return }
        absent.replace(with: pending)
        currentCost = solution.routeCost + costOfAbsent()
        noteBest()
    }

    private mutating func placeAnywhere(_ task: Int32, isFinal: Bool) -> Bool {
        let price = isFinal && instance.tasks.weight[task] > 0 ? Int64.max : leaveOutPrice(of: task)
        // Elsewhere the end of a cycle opens vehicles at any cost; a short search may have no such end.
        let (slot, fresh) = Kernel.mayBreakRules ? (-1, .max) : cheapestFresh(task)
        if placeInRoutes(task, below: min(price, fresh)) { return true }
        guard slot >= 0, fresh < price else { return false }
        open(slot, with: task, delta: fresh)
        return true
    }

    private mutating func placeInRoutes(_ task: Int32, below limit: Int64) -> Bool {
        if instance.tasks.partner[task] < 0 {
            let place = solution.bestPlaceAnywhere(of: task, below: limit, random: &random)
            if Kernel.trips, instance.needs.trips {
                let trip = solution.bestTrip(of: task, below: min(place.delta, limit))
                if trip.after >= 0, solution.insert(task, trip) { return true }
            }
            guard place.after >= 0 else { return false }
            solution.insert(task, place)
        } else {
            let place = solution.bestPairPlace(
                of: task,
                below: limit,
                blink: 0,
                everywhere: true,
                random: &random
            )
            guard place.afterPickup >= 0 else { return false }
            solution.insertPair(task, place)
        }
        return true
    }
}
