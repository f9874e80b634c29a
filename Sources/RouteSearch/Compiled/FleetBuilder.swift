internal import OrderedCollections
import VehicleRouting

/// Groups the problem's vehicles into types and converts their rates, times and capacities.
struct FleetBuilder {
    var types: [FleetType] = []
    /// The profile and speed factor behind each matrix, in the order of the arcs.
    var matrices: [(profile: String, speedFactor: Double)] = []
    /// The words that select rows of the service table.
    var serviceClasses: [String] = []
    /// Whether arc lengths are costs: rates have been folded into them.
    var foldedRates: (perLength: Int64, perSecond: Int64)?
    /// How many bodies the types of each pool share.
    var poolSizes: [Int32] = []
    private let ticksPerUnit: Int64
    let problem: Problem
    private let clock: SearchClock
    private let reloadDepots: [Int]

    init(_ problem: Problem, clock: SearchClock, ticksPerUnit: Int64) {
        self.problem = problem
        self.clock = clock
        reloadDepots = Set(problem.vehicles.flatMap(\.reloadDepots)).sorted()
        self.ticksPerUnit = ticksPerUnit
        let bound = Self.vehiclesNamedByTasks(problem)
        let layouts = BodyLayouts(problem, bound: bound)
        let groups = OrderedDictionary(grouping: problem.vehicles.indices) { layouts.key(of: $0) }
        for (key, members) in groups {
            var type = compile(problem.vehicles[members[0]], members: members)
            type.pool = layouts.pool(of: key)
            types.append(type)
        }
        poolSizes = layouts.poolSizes
    }

    /// Vehicles that some task singles out, which therefore are of no type but their own.
    private static func vehiclesNamedByTasks(_ problem: Problem) -> Set<Identifier> {
        let lists =
            problem.jobs.indices.compactMap { problem.allowedVehicles(.job($0)) }
            + problem.shipments.compactMap(\.allowedVehicles)
        return lists.reduce(into: []) { $0.formUnion($1) }
    }

    private mutating func compile(_ vehicle: Vehicle, members: [Int]) -> FleetType {
        let costs = vehicle.costs
        let nowhere = Int32(problem.locations.count)
        let departureWindows = vehicle.startDepot.map { clock.windows(problem.depots[$0].timeWindows) } ?? []
        let returnWindows = vehicle.endDepot.map { clock.windows(problem.depots[$0].timeWindows) } ?? []
        let loading = vehicle.startDepot.map { problem.depots[$0].loading } ?? 0
        let hasArcCosts = problem.matrices[vehicle.profile]?.costs.isEmpty == false
        let taskSecond = perSecond(costs.perTaskHour)
        let room = FleetRoom(vehicle)
        return FleetType(
            vehicles: members,
            start: vehicle.start.map(Int32.init) ?? nowhere,
            startDepot: vehicle.startDepot,
            reloadRanks: reloadDepots.indices.filter { vehicle.reloadDepots.contains(reloadDepots[$0]) },
            end: vehicle.end.map(Int32.init) ?? nowhere,
            matrix: matrix(of: vehicle) * (problem.locations.count + 1) * (problem.locations.count + 1),
            earliestDeparture: clock.time(vehicle.shift.opens + loading),
            latestEnd: clock.time(vehicle.shift.closes),
            departureWindows: departureWindows,
            returnWindows: returnWindows,
            loading: Int32(loading),
            fixed: wireUnits(costs.fixed) + Int64(loading) * taskSecond,
            perLength: hasArcCosts
                ? wireUnits(1) : Int64(costs.perKilometre * Cost.ticksPerMetre) / ticksPerUnit,
            perSecond: hasArcCosts ? 0 : perSecond(costs.perHour),
            perTaskSecond: taskSecond,
            perWaitSecond: perSecond(costs.perWaitHour),
            perStop: wireUnits(costs.perStop),
            perOvertimeSecond: costs.overtimeAfter == nil ? 0 : perSecond(costs.overtimePerHour),
            overtimeAfter: Int32(costs.overtimeAfter ?? 0),
            maxDuration: vehicle.durationLimit.map { Int32(clamping: $0) } ?? .max,
            maxTravelTime: vehicle.drivingLimit.map { Int32(clamping: $0) } ?? .max,
            maxDistance: vehicle.maxDistance.map(Int64.init) ?? .max,
            maxTasks: vehicle.maxTasks.map { Int32(clamping: $0) } ?? .max,
            capacity: room.whole,
            compartments: zip(vehicle.effectiveCompartments, room.compartments).map { compartment, room in
                FleetCompartment(
                    capacity: room.capacity,
                    ballast: room.ballast,
                    regimes: FleetCompartment.mask(
                        of: compartment.isQualified(for: vehicle.shift) ? compartment.regimes ?? [] : []
                    )
                )
            },
            workday: WorkdayTerms(vehicle, in: problem, clock: clock),
            serviceClass: serviceClass(of: vehicle)
        )
    }

    private func wireUnits(_ amount: Int) -> Int64 {
        Int64(amount * Cost.ticksPerWireUnit) / ticksPerUnit
    }

    private func perSecond(_ rate: Int) -> Int64 {
        Int64(rate * Cost.ticksPerSecond) / ticksPerUnit
    }

    private mutating func matrix(of vehicle: Vehicle) -> Int {
        let known = matrices.firstIndex {
            $0.profile == vehicle.profile && $0.speedFactor == vehicle.speedFactor
        }
        if let known { return known }
        matrices.append((vehicle.profile, vehicle.speedFactor))
        return matrices.count - 1
    }

    private mutating func serviceClass(of vehicle: Vehicle) -> Int {
        if let known = serviceClasses.firstIndex(of: vehicle.type) { return known }
        serviceClasses.append(vehicle.type)
        return serviceClasses.count - 1
    }

    /// Lets the arcs carry their cost where all types pay the same per metre and per second, so that the
    /// hot loop adds one number in place of two products.
    ///
    /// Only where every arc then fits in 30 bits.
    mutating func foldRates() {
        guard let first = types.first, first.perSecond != 0 || first.perLength != 1 else { return }
        // Where traffic changes, an arc has no time of its own to be paid.
        guard types.allSatisfy(\.workday.speeds.isEmpty) else { return }
        guard types.allSatisfy({ $0.perLength == first.perLength && $0.perSecond == first.perSecond }) else {
            return
        }
        let slowest = matrices.map(\.speedFactor).min() ?? 1
        let dearest = problem.matrices.values.map { matrix in
            let longest = matrix.longest
            let length = matrix.costs.isEmpty ? Int64(longest.metres) : Int64(matrix.costs.max() ?? 0)
            let time = Int64(Double(longest.seconds) / slowest) + 1
            return length * first.perLength + time * first.perSecond
        }
        guard dearest.max() ?? 0 < 1 << 30 else { return }
        foldedRates = (first.perLength, first.perSecond)
        for index in types.indices {
            types[index].perLength = 1
            types[index].perSecond = 0
        }
    }
}

extension LoadVector {
    /// A capacity: dimensions it does not name are without limit.
    init(limit: Load) {
        self.init(repeating: .max)
        for (dimension, amount) in limit.enumerated() { self[dimension] = Int32(clamping: amount) }
    }

    /// A load: dimensions it does not name are empty.
    init(amount: Load) {
        self.init(repeating: 0)
        for (dimension, amount) in amount.enumerated() { self[dimension] = Int32(clamping: amount) }
    }

    /// Whether every dimension is at most that of `capacity`.
    @inline(__always)
    func fits(in capacity: LoadVector) -> Bool {
        !any(self .> capacity)
    }
}
