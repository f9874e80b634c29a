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
    /// Whether so few vehicles may do it that every place of their routes is looked at: the tasks near it mostly travel on
    /// others.
    let hasFewVehicles: Slab<Bool>
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
        let values = TaskValues(problem, clock: clock, ticksPerUnit: ticksPerUnit, reloads, boxes: boxes)
        location = values.slab {
            Int32(values.visits[$0].location)
        } reload: {
            reloads.places[$0]
        }
        let windows = values.windows
        opens = Slab(windows.map { $0.first?.opens ?? Int32(-SearchClock.limit) })
        closes = Slab(windows.map { $0.last?.closes ?? Int32(SearchClock.limit) })
        windowStart = Slab(windows.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.count)) })
        self.windows = Slab(windows.flatMap { $0.map { OpeningHours(opens: $0.opens, closes: $0.closes) } })
        service = Slab(fleet.serviceClasses.flatMap(values.service(by:)))
        setup = Slab(fleet.serviceClasses.flatMap(values.setup(by:)))
        release = values.slab(values.release) { _ in .min }
        due = values.slab {
            values.visits[$0].due.map { clock.time($0.by) } ?? .max
        } reload: { _ in
            .max
        }
        lateRate = values.slab(values.lateRate) { _ in 0 }
        decay = Slab(values.decay)
        let changes = values.changes
        unloaded = Slab(changes.map { LoadVector(amount: $0.unloaded) })
        loaded = Slab(changes.map { LoadVector(amount: $0.loaded) })
        demand = Slab(changes.map { Int32(clamping: ($0.unloaded.first ?? 0) + ($0.loaded.first ?? 0)) })
        partner = values.slab(values.partner) { _ in -1 }
        price = Slab(values.prices.map { Int64($0?.ticks ?? 0) / ticksPerUnit })
        weight = Slab(values.references.indices.map(values.weight))
        let masks = values.regimeMasks
        regimes = values.slab { task in
            problem.regime(values.references[task]).map { masks[$0] } ?? .max
        } reload: { _ in
            .max
        }
        bound = values.slab { task in
            Int32(problem.boundCompartmentIndex(values.references[task]) ?? -1)
        } reload: { _ in
            -1
        }
        allowed = Slab(fleet.types.flatMap { values.allowed(problem.vehicles[$0.vehicles[0]]) })
        hasFewVehicles = Slab(Self.haveFewVehicles(allowed, fleet.types))
        origins = Slab(values.origins)
    }

    /// Which tasks no more than `fewVehicles` may do, while others may not.
    private static func haveFewVehicles(_ allowed: borrowing Slab<Bool>, _ types: [FleetType]) -> [Bool] {
        let count = allowed.count / max(types.count, 1)
        let whole = types.reduce(0) { $0 + $1.vehicles.count }
        return (0..<count).map { task in
            let able = types.indices.filter { allowed[$0 * count + task] }
            let sum = able.reduce(0) { $0 + types[$1].vehicles.count }
            return sum <= fewVehicles && sum < whole
        }
    }

    /// How many vehicles are few.
    private static let fewVehicles = 3
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
