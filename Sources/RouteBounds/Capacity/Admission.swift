internal import VehicleRouting

/// That a class of vehicles may take a demand, where, and when.
struct Admission {
    /// Index of the vehicle class.
    let vehicleClass: Int
    /// Where the goods may travel, at least one.
    let stowages: [Stowage]
    /// One per visit.
    let blocks: [WorkBlock]
    /// Seconds it takes at the very least, summed over the day.
    let seconds: Double
    /// What it costs at the very least, in wire units.
    let cost: Double
}

/// Why a class of vehicles may not take a demand.
struct Refusal: Error {
    /// The promise that every route with it would break.
    let cause: Violation.Cause
    /// By how much, at least; 1 where there is no measure.
    var amount = 1
    /// Index of the load dimension; nil for other causes.
    var dimension: Int?
}

extension VehicleClass {
    /// Judges whether a vehicle of this class, the `index`-th, could take `demand` and nothing else.
    ///
    /// Refuses only what no route of such a vehicle can contain.
    func admit(_ demand: Demand, at index: Int, in problem: Problem) throws(Refusal) -> Admission {
        try checkPermissions(of: demand, in: problem)
        let stowages = try stowages(for: demand, at: index, in: problem)
        let blocks = try blocks(for: demand)
        let shares = demand.visits.map { dayShare(of: $0) }
        return Admission(
            vehicleClass: index,
            stowages: stowages,
            blocks: blocks,
            seconds: shares.reduce(0) { $0 + $1.seconds },
            cost: shares.reduce(0) { $0 + $1.cost }
        )
    }

    private func checkPermissions(of demand: Demand, in problem: Problem) throws(Refusal) {
        if let allowed = problem.allowedVehicles(demand.task), !allowed.contains(model.id) {
            throw Refusal(cause: .vehicle)
        }
        guard problem.skills(demand.task).isSubset(of: model.skills) else { throw Refusal(cause: .skills) }
        if let origins = problem.origins(of: demand.task) {
            let sources = model.reloadDepots + [model.startDepot].compactMap { $0 }
            guard sources.contains(where: origins.contains) else { throw Refusal(cause: .depot) }
        }
        if let most = model.maxTasks, demand.visits.count > most {
            throw Refusal(cause: .maxTasks, amount: demand.visits.count - most)
        }
    }

    private func stowages(
        for demand: Demand,
        at index: Int,
        in problem: Problem
    ) throws(Refusal) -> [Stowage] {
        let suitable = stowages(at: index).filter { stowage in
            guard let label = demand.label else { return true }
            return stowage.regime.map { problem.regimes[label].accepts(problem.regimes[$0]) } ?? false
        }
        guard !suitable.isEmpty else { throw Refusal(cause: .regime) }
        let roomy = suitable.filter { demand.fits(in: compartments[$0.compartment].capacity) }
        guard !roomy.isEmpty, demand.fits(in: model.capacity) else {
            let capacities = suitable.map { compartments[$0.compartment].capacity }
            throw demand.excess(over: capacities, and: model.capacity)
        }
        return roomy
    }

    private func blocks(for demand: Demand) throws(Refusal) -> [WorkBlock] {
        guard let departure = departure(after: demand.release) else { throw Refusal(cause: .delay) }
        var blocks: [WorkBlock] = []
        var ready = departure
        for visit in demand.visits {
            let (lead, work) = block(of: visit)
            let earliest = max(departure + outward[visit.location], ready)
            let latest = latestEnd - homeward[visit.location] - work
            let always = TimeWindow(opens: earliest, closes: max(earliest, latest))
            let windows = visit.openings.isEmpty ? [always] : visit.openings
            let begins = windows.compactMap { window in
                let opens = max(window.opens, earliest)
                let closes = min(window.closes, latest)
                return opens <= closes ? TimeWindow(opens: opens, closes: closes) : nil
            }
            guard let first = begins.first else {
                let begin = visit.openings.nextOpening(at: earliest) ?? earliest
                let lateness = max(begin - latest, earliest - (visit.openings.last?.closes ?? earliest))
                throw Refusal(cause: .delay, amount: lateness)
            }
            try checkLimits(of: visit, work: work)
            blocks.append(WorkBlock(begins: begins, lead: lead, work: work))
            ready = first.opens + work
        }
        return blocks
    }

    private func checkLimits(of visit: Job, work: Seconds) throws(Refusal) {
        let driving = outward[visit.location] + homeward[visit.location]
        if let most = model.maxTravelTime, driving > most {
            throw Refusal(cause: .maxTravelTime, amount: driving - most)
        }
        if let most = model.maxDuration, loading + driving + work > most {
            throw Refusal(cause: .maxDuration, amount: loading + driving + work - most)
        }
    }
}

extension Demand {
    /// By how much the goods exceed the roomiest of `capacities`, or the vehicle's `capacity`, in the dimension where
    /// they do so by the largest share.
    fileprivate func excess(over capacities: [Load], and capacity: Load) -> Refusal {
        let dimensions = [out, back, between].map(\.count).max() ?? 0
        var worst = Refusal(cause: .load, amount: 0)
        var worstShare = 0.0
        for dimension in 0..<dimensions {
            func entry(_ load: Load) -> Int? { dimension < load.count ? load[dimension] : nil }
            let need = [out, back, between].compactMap(entry).max() ?? 0
            let room = min(
                capacities.map { entry($0) ?? .max }.max() ?? .max,
                entry(capacity) ?? .max
            )
            guard need > room else { continue }
            let share = Double(need - room) / Double(max(room, 1))
            if share > worstShare {
                worst = Refusal(cause: .load, amount: need - room, dimension: dimension)
                worstShare = share
            }
        }
        // Each dimension by itself may fit in some compartment, but not all in the same one.
        return worst.dimension == nil ? Refusal(cause: .load) : worst
    }
}
