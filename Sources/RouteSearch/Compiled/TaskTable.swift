import VehicleRouting

/// What the search knows of each task, one slab per quantity.
struct TaskTable: ~Copyable {
    /// Row of its place in the matrices.
    let location: Slab<Int32>
    /// Opening of its first window.
    let opens: Slab<Int32>
    /// Closing of its last window.
    let closes: Slab<Int32>
    /// First and one past the last of its windows in `windows`; equal when it has none.
    let windowStart: Slab<Int32>
    /// See `windowStart`.
    let windows: Slab<OpeningHours>
    /// Service seconds: entry `class × tasks + task`.
    let service: Slab<Int32>
    /// Setup seconds on arriving from elsewhere: entry `class × tasks + task`.
    let setup: Slab<Int32>
    /// Earliest departure of a vehicle that brings its goods; the least number when they are ready.
    let release: Slab<Int32>
    /// The last second at which it may begin for nothing; the greatest number when it is never due.
    let due: Slab<Int32>
    /// What each second after that costs, in search units.
    let lateRate: Slab<Int64>
    /// What its goods lose by decaying after that; empty where nothing decays.
    let decay: Slab<DecayTerms>
    /// What leaves the vehicle at the task, counted from the start of the route (jobs) or from the pickup.
    let unloaded: Slab<LoadVector>
    /// What comes aboard at the task.
    let loaded: Slab<LoadVector>
    /// The first dimension of `unloaded + loaded`, for the kernel with one load.
    let demand: Slab<Int32>
    /// The other half of a shipment; −1 for a job.
    let partner: Slab<Int32>
    /// What leaving it out costs in search units, counted on a job or a pickup; 0 where `isRequired`.
    let price: Slab<Int64>
    /// 0 when it has a price, otherwise 1 + priority × (tasks + 1), so that weights compare as
    /// PlanObjective does.
    let weight: Slab<Int64>
    /// The compartment regimes its goods may travel in, one bit each.
    let regimes: Slab<UInt64>
    /// The compartment (index) its goods are in already; −1 while they are still to be loaded.
    let bound: Slab<Int32>
    /// Whether a type may do it: entry `type × tasks + task`.
    let allowed: Slab<Bool>
    /// Whether its goods may come from a depot: entry `depot × visits + task`, the last row for none; empty where every trip's depot will do.
    let origins: Slab<Bool>

    init(
        _ problem: Problem,
        clock: SearchClock,
        ticksPerUnit: Int64,
        fleet: borrowing FleetBuilder,
        reloads: ReloadTable,
        boxes: [Int?]
    ) {
        let references =
            problem.jobs.indices.map(TaskReference.job)
            + problem.shipments.indices.flatMap { [TaskReference.pickup($0), .delivery($0)] }
        let visits = references.map(problem.visit)
        let count = references.count
        location = Slab(reloads.extend(visits.map { Int32($0.location) }) { reloads.places[$0] })
        let windows = reloads.extend(visits.map(clock.openings)) { reloads.windows[$0] }
        opens = Slab(windows.map { $0.first?.opens ?? Int32(-SearchClock.limit) })
        closes = Slab(windows.map { $0.last?.closes ?? Int32(SearchClock.limit) })
        var starts: [Int32] = [0]
        for list in windows { starts.append(starts[starts.count - 1] + Int32(list.count)) }
        windowStart = Slab(starts)
        self.windows = Slab(windows.flatMap { $0.map { OpeningHours(opens: $0.opens, closes: $0.closes) } })
        let classes = fleet.serviceClasses
        service = Slab(
            classes.flatMap { type in
                reloads.extend(visits.map { Int32($0.service(by: type)) }) { reloads.loading[$0] }
            }
        )
        setup = Slab(
            classes.flatMap { type in reloads.extend(visits.map { Int32($0.setup(by: type)) }) { _ in 0 } }
        )
        release = Slab(
            reloads.extend(
                references.map { reference in
                    guard case .job(let index) = reference, !problem.jobs[index].delivery.isNothing else {
                        return .min
                    }
                    let release = problem.release(of: Visit(reference, box: boxes[index]))
                    return release > 0 ? clock.time(release) : .min
                }
            ) { _ in .min }
        )
        due = Slab(reloads.extend(visits.map { $0.due.map { clock.time($0.by) } ?? .max }) { _ in .max })
        lateRate = Slab(
            reloads.extend(
                visits.map { Int64(($0.due?.latePerHour ?? 0) * Cost.ticksPerSecond) / ticksPerUnit }
            ) { _ in 0 }
        )
        let decays = visits.map { DecayTerms($0.due?.decay, ticksPerUnit: ticksPerUnit) }
        decay = Slab(
            decays.contains { $0.halfLife > 0 }
                ? reloads.extend(decays) { _ in DecayTerms(nil, ticksPerUnit: 1) } : []
        )
        let changes = reloads.extend(references.map(problem.loadChange)) { _ in (unloaded: [], loaded: []) }
        unloaded = Slab(changes.map { LoadVector(amount: $0.unloaded) })
        loaded = Slab(changes.map { LoadVector(amount: $0.loaded) })
        demand = Slab(changes.map { Int32(clamping: ($0.unloaded.first ?? 0) + ($0.loaded.first ?? 0)) })
        partner = Slab(
            reloads.extend(
                references.indices.map { task in
                    task < problem.jobs.count
                        ? -1 : Int32((task - problem.jobs.count) ^ 1) + Int32(problem.jobs.count)
                }
            ) { _ in -1 }
        )
        let prices = references.map(problem.leaveOutPrice)
        price = Slab(prices.map { Int64($0?.ticks ?? 0) / ticksPerUnit })
        weight = Slab(
            zip(references, prices).map { reference, price in
                price == nil ? 1 + Int64(problem.importance(of: reference).priority) * Int64(count + 1) : 0
            }
        )
        let masks = problem.regimes.map { label in
            problem.regimes.enumerated().reduce(UInt64(0)) { mask, regime in
                label.accepts(regime.element) ? mask | 1 << UInt64(regime.offset) : mask
            }
        }
        regimes = Slab(
            reloads.extend(references.map { problem.regime($0).map { masks[$0] } ?? .max }) { _ in .max }
        )
        bound = Slab(
            reloads.extend(references.map { Int32(problem.boundCompartmentIndex($0) ?? -1) }) { _ in -1 }
        )
        allowed = Slab(
            fleet.types.flatMap { type in
                let vehicle = problem.vehicles[type.vehicles[0]]
                let may = references.map { reference in
                    if case .job(let job) = reference, boxes[job] == nil, !problem.jobs[job].boxes.isEmpty {
                        return false
                    }
                    return problem.mayDo(reference, vehicle: vehicle)
                }
                return reloads.extend(may) {
                    vehicle.reloadDepots.contains(reloads.depots[$0])
                }
            }
        )
        // Only where goods tied to a depot meet vehicles that load at several.
        let isTied = problem.hasTiedGoods
        origins = Slab(
            isTied && reloads.count > 0
                ? (problem.depots.indices.map { $0 } + [nil]).flatMap { depot in
                    references.map { problem.mayComeFrom(depot, $0) }
                } : []
        )
    }
}

extension Problem {
    /// Whether the goods of a task may be loaded at a depot, or at a start that is none.
    func mayComeFrom(_ depot: Int?, _ task: TaskReference) -> Bool {
        guard let origins = origins(of: task) else { return true }
        return depot.map(origins.contains) ?? false
    }

    /// Whether some goods may come from some depots only.
    var hasTiedGoods: Bool {
        jobs.contains { !$0.depots.isEmpty } || channelRules.contains { $0.depots != nil }
    }

    /// The place, among its vehicle's compartments, of the one that the goods of a task are in already.
    fileprivate func boundCompartmentIndex(_ task: TaskReference) -> Int? {
        guard case .job(let index) = task, let aboard = jobs[index].aboard else { return nil }
        let vehicle = vehicles.first { $0.id == aboard.vehicle }
        return vehicle?.effectiveCompartments.firstIndex { $0.id == aboard.compartment }
    }

    /// Whether a vehicle may do a task as far as skills, permissions, depots and regimes go, whatever else
    /// it does.
    func mayDo(_ task: TaskReference, vehicle: Vehicle) -> Bool {
        guard skills(task).isSubset(of: vehicle.skills) else { return false }
        if let allowed = allowedVehicles(task), !allowed.contains(vehicle.id) { return false }
        if let origins = origins(of: task) {
            let sources = Set(vehicle.reloadDepots + [vehicle.startDepot].compactMap { $0 })
            guard !sources.isDisjoint(with: origins) else { return false }
        }
        guard maySupply(task), mayHandle(task, vehicle: vehicle) else { return false }
        guard let label = regime(task).map({ regimes[$0] }) else { return true }
        return vehicle.effectiveCompartments.contains { compartment in
            compartment.isQualified(for: vehicle.shift)
                && compartment.regimes?.contains { label.accepts(regimes[$0]) } ?? false
        }
    }

    /// The same for levels, certificates and prohibitions: what no route of the vehicle can mend.
    private func mayHandle(_ task: TaskReference, vehicle: Vehicle) -> Bool {
        let handling = handling(task)
        func holds(_ permit: Permit) -> Bool { permit.validUntil.map { $0 >= vehicle.shift.opens } ?? true }
        return handling.prohibition == nil && handling.permits.allSatisfy(holds)
            && handling.levels.allSatisfy { vehicle.levels[$0.key] ?? 0 >= $0.value }
            && handling.requires.allSatisfy { name in
                vehicle.permits.first { $0.name == name }.map(holds) ?? false
            }
    }
}

extension Compartment {
    /// Whether its validation holds when a shift opens.
    func isQualified(for shift: TimeWindow) -> Bool {
        validUntil.map { $0 >= shift.opens } ?? true
    }
}
