public import VehicleRouting

/// Which features a random problem may have.
public struct RandomFeatures: OptionSet, Sendable {
    /// One bit per feature.
    public let rawValue: Int

    /// The features of `rawValue`.
    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// Time windows, up to three per job.
    public static let windows = Self(rawValue: 1 << 0)
    /// Two depots with hours and loading times, and jobs tied to one of them.
    public static let depots = Self(rawValue: 1 << 1)
    /// Release times.
    public static let releases = Self(rawValue: 1 << 2)
    /// Compartments with regimes.
    public static let regimes = Self(rawValue: 1 << 3)
    /// Skills and allowed vehicles.
    public static let skills = Self(rawValue: 1 << 4)
    /// Shipments.
    public static let shipments = Self(rawValue: 1 << 5)
    /// Jobs that pick up.
    public static let pickups = Self(rawValue: 1 << 6)
    /// Routes without a start or without an end.
    public static let openRoutes = Self(rawValue: 1 << 7)
    /// All cost rates, overtime among them, and matrices with their own costs.
    public static let costs = Self(rawValue: 1 << 8)
    /// Speed factors, two profiles, setup and service times, also by vehicle type.
    public static let times = Self(rawValue: 1 << 9)
    /// Limits on tasks, driving, distance and duration.
    public static let limits = Self(rawValue: 1 << 10)
    /// Carriers, priorities and prices of leaving jobs out.
    public static let market = Self(rawValue: 1 << 11)
    /// Depots where vehicles may load again; only together with depots.
    public static let reloads = Self(rawValue: 1 << 12)
    /// Breaks, and work rules with hours already used.
    public static let rests = Self(rawValue: 1 << 13)
    /// Times by which service is due, at a price.
    public static let dueTimes = Self(rawValue: 1 << 14)
    /// Tasks that share a vehicle, or do not, or come in an order.
    public static let relations = Self(rawValue: 1 << 15)
    /// Traffic that changes with the time of day.
    public static let traffic = Self(rawValue: 1 << 16)
    /// Goods that decay: a price that grows by half-lives, and an end of their use.
    public static let decay = Self(rawValue: 1 << 17)
    /// All rules of the working day.
    public static let workingDay = Self(rawValue: (1 << 18) - (1 << 12))
    /// Hold times, boxes, segregation, exclusive trips, levels, certificates, doors, layouts.
    public static let coldChain = Self(rawValue: 1 << 20)
    /// Compartments that are cleaned, cooled or warmed before their trips.
    public static let preparations = Self(rawValue: 1 << 21)
    /// Goods on board that nobody takes, until the vehicle loads again.
    public static let ballast = Self(rawValue: 1 << 22)
    /// Channels, classes of products, countries, and rules about them.
    public static let channels = Self(rawValue: 1 << 23)
    /// Everything but the working day, preparations and ballast.
    public static let all = Self(rawValue: (1 << 12) - 1 | 1 << 20 | 1 << 23)
}

extension Problem {
    /// A valid problem of `jobs` jobs, some shipments and `vehicles` vehicles on a small grid.
    ///
    /// Times are of one or two digits, so that a reference may try every second.  Equal arguments give equal problems.
    public static func random(
        seed: UInt64,
        jobs: Int = 6,
        vehicles: Int = 3,
        features: RandomFeatures = .all
    ) -> Problem {
        var builder = RandomBuilder(seed: seed, features: features)
        builder.addPlaces(jobs + 4)
        for _ in 0..<vehicles { builder.addVehicle() }
        for _ in 0..<jobs { builder.addJob() }
        if features.contains(.shipments) {
            for _ in 0..<builder.random.draw(0...max(jobs / 2, 1)) { builder.addShipment() }
        }
        if features.contains(.market) { builder.addCarriers() }
        builder.addWorkingDay()
        if features.contains(.preparations) { builder.addPreparations() }
        if features.contains(.ballast) { builder.addBallast() }
        if features.contains(.channels) { builder.addChannels(seed: seed) }
        return builder.problem
    }
}

struct RandomBuilder {
    var problem = Problem(name: "random")
    var random: SplitMix64
    let features: RandomFeatures

    init(seed: UInt64, features: RandomFeatures) {
        random = SplitMix64(seed: seed)
        self.features = features
        problem.name = "random \(seed)"
        problem.measure("kg", "boxes")
        if features.contains(.regimes) { problem.addRegimes() }
        if features.contains(.coldChain) { random.addColdChainRules(to: &problem) }
    }

    mutating func has(_ feature: RandomFeatures, oneIn times: Int = 2) -> Bool {
        features.contains(feature) && random.once(in: times)
    }

    /// Places on a 10 × 10 grid, the first two of which are depots, and their matrices.
    mutating func addPlaces(_ count: Int) {
        let points = (0..<count).map { _ in (x: random.draw(0...9), y: random.draw(0...9)) }
        problem.locations = points.map {
            Location(coordinate: Coordinate(longitude: Double($0.x), latitude: Double($0.y)))
        }
        let hasArcCosts = has(.costs, oneIn: 6)
        for profile in features.contains(.times) ? ["car", "truck"] : ["car"] {
            var matrix = (durations: [Int32](), distances: [Int32](), costs: [Int32]())
            for from in points {
                for to in points {
                    let metres = abs(from.x - to.x) + abs(from.y - to.y)
                    matrix.distances.append(Int32(metres))
                    // One-way streets: going up the list may take a second longer.
                    matrix.durations.append(Int32(metres == 0 ? 0 : metres + random.draw(0...1)))
                    if hasArcCosts { matrix.costs.append(Int32(random.draw(0...20))) }
                }
            }
            problem.matrices[profile] = TravelMatrix(
                size: count,
                durations: matrix.durations,
                distances: matrix.distances,
                costs: matrix.costs
            )
        }
        if features.contains(.depots) {
            for location in 0...1 {
                problem.addDepot(
                    at: location,
                    open: has(.windows) ? windows(upTo: 2, from: 0, to: 120) : [],
                    loading: random.draw(0...5)
                )
            }
        }
    }

    /// At most `count` windows, sorted and apart.
    mutating func windows(upTo count: Int, from opens: Int, to closes: Int) -> [TimeWindow] {
        var bounds: Set<Int> = []
        for _ in 0..<(2 * random.draw(1...count)) { bounds.insert(random.draw(opens...closes)) }
        let sorted = bounds.sorted()
        return stride(from: 0, to: sorted.count - 1, by: 2).map {
            TimeWindow(opens: sorted[$0], closes: sorted[$0 + 1])
        }
    }

    mutating func load() -> Load {
        [random.draw(0...6), random.draw(0...3)]
    }

    mutating func visit(_ id: Int) -> Job {
        var visit = Job(id: .number(UInt64(id)), location: random.draw(0...(problem.locations.count - 1)))
        if features.contains(.times) {
            visit.setup = random.draw(0...2)
            visit.service = random.draw(0...4)
            if random.once(in: 4) { visit.servicePerType["van"] = random.draw(0...8) }
            if random.once(in: 4) { visit.setupPerType["van"] = random.draw(0...3) }
        }
        if has(.windows) { visit.timeWindows = windows(upTo: 3, from: 0, to: 90) }
        return visit
    }

    mutating func addJob() {
        var job = visit(problem.jobs.count + 1)
        if !has(.pickups, oneIn: 3) { job.delivery = load() }
        if has(.pickups, oneIn: 3) { job.pickup = load() }
        if has(.releases, oneIn: 3) { job.release = random.draw(0...40) }
        if has(.depots, oneIn: 4) { job.depots = [random.draw(0...1)] }
        job.skills = skills()
        job.allowedVehicles = allowed()
        if has(.regimes) { job.regime = random.draw(0...2) }
        if features.contains(.market) {
            job.priority = random.once(in: 3) ? random.draw(1...100) : 0
            job.unassignedCost = random.once(in: 2) ? Cost(wireUnits: random.draw(0...500)) : nil
            job.goodsValue = Cost(wireUnits: random.draw(0...900))
        }
        if features.contains(.coldChain) { random.addColdChain(to: &job, in: problem) }
        problem.jobs.append(job)
    }

    mutating func addShipment() {
        let id = problem.shipments.count + 1
        var shipment = Shipment(pickup: visit(id), delivery: visit(id), amount: load())
        shipment.skills = skills()
        shipment.allowedVehicles = allowed()
        if has(.regimes) { shipment.regime = random.draw(0...2) }
        if has(.market) { shipment.priority = random.draw(0...100) }
        if has(.market) { shipment.unassignedCost = Cost(wireUnits: random.draw(0...500)) }
        if features.contains(.coldChain) {
            if random.once(in: 3) { shipment.maxTimeOnBoard = random.draw(5...60) }
            if random.once(in: 6) { shipment.delivery.goodUntil = random.draw(10...120) }
            shipment.handling = random.handling(in: problem)
        }
        problem.shipments.append(shipment)
    }

    mutating func skills() -> Set<Identifier> {
        has(.skills, oneIn: 4) ? [.number(UInt64(random.draw(1...3)))] : []
    }

    mutating func allowed() -> Set<Identifier>? {
        guard has(.skills, oneIn: 5) else { return nil }
        return [.number(UInt64(random.draw(1...problem.vehicles.count)))]
    }

    mutating func addVehicle() {
        let start = has(.openRoutes, oneIn: 4) ? nil : random.draw(0...1)
        let end = start != nil && has(.openRoutes, oneIn: 3) ? nil : random.draw(0...1)
        var vehicle = Vehicle(id: .number(UInt64(problem.vehicles.count + 1)))
        vehicle.start = start
        vehicle.end = end
        if features.contains(.depots) {
            vehicle.startDepot = start
            vehicle.endDepot = end
        }
        vehicle.capacity = [random.draw(8...25), random.draw(5...12)]
        if has(.windows) {
            vehicle.shift = TimeWindow(opens: random.draw(0...20), closes: random.draw(60...140))
        }
        if features.contains(.skills) {
            vehicle.skills = Set((1...3).filter { _ in random.once(in: 2) }.map { .number(UInt64($0)) })
        }
        if features.contains(.times) {
            vehicle.type = random.once(in: 2) ? "van" : ""
            vehicle.profile = random.once(in: 3) ? "truck" : "car"
            vehicle.speedFactor = random.once(in: 3) ? Double(random.draw(5...20)) / 10 : 1
        }
        if features.contains(.regimes) { vehicle.compartments = compartments() }
        if features.contains(.costs) { vehicle.costs = costs(for: vehicle) }
        if has(.limits, oneIn: 4) { vehicle.maxTasks = random.draw(1...6) }
        if has(.limits, oneIn: 4) { vehicle.maxTravelTime = random.draw(10...80) }
        if has(.limits, oneIn: 4) { vehicle.maxDistance = random.draw(10...80) }
        if has(.limits, oneIn: 4) { vehicle.maxDuration = random.draw(20...100) }
        if features.contains(.coldChain) {
            random.addColdChain(to: &vehicle, hasDoors: !features.contains(.rests))
        }
        problem.vehicles.append(vehicle)
    }

    mutating func compartments() -> [Compartment] {
        (0..<random.draw(0...2)).map { index in
            let regimes = (0...2).filter { _ in random.once(in: 2) }
            return Compartment(
                id: .text("C\(index + 1)"),
                capacity: random.once(in: 4) ? [] : [random.draw(4...15), random.draw(2...8)],
                regimes: regimes.isEmpty ? nil : regimes
            )
        }
    }

    mutating func addBallast() {
        for index in problem.vehicles.indices where random.once(in: 2) {
            problem.vehicles[index].ballast = problem.vehicles[index].compartments.isEmpty ? load() : []
            for place in problem.vehicles[index].compartments.indices where random.once(in: 2) {
                problem.vehicles[index].compartments[place].ballast = [
                    random.draw(0...3), random.draw(0...2),
                ]
            }
        }
    }

    mutating func costs(for vehicle: Vehicle) -> VehicleCosts {
        var costs = VehicleCosts()
        costs.fixed = random.draw(0...90)
        costs.perTaskHour = random.draw(0...2000)
        costs.perWaitHour = random.draw(0...2000)
        costs.perStop = random.draw(0...9)
        costs.overtimePerHour = random.draw(0...9000)
        costs.overtimeAfter = random.once(in: 2) ? random.draw(10...60) : nil
        // Matrices with their own costs exclude rates by road and by hour.
        if problem.matrices[vehicle.profile]?.costs.isEmpty != false {
            costs.perKilometre = random.draw(0...5000)
            costs.perHour = random.draw(0...7200)
        }
        return costs
    }

    /// Every other part of a tariff, from what is drawn already so that problems of a seed stay what they were.
    private func addExtras(to tariff: inout Tariff) {
        guard tariff.perJob % 2 == 1 else { return }
        tariff.perStop = tariff.perJob / 5
        tariff.perHour = tariff.perKilometre
        tariff.perWaitHour = tariff.perKilometre / 2
        tariff.freeWait = tariff.minimum
        if tariff.perUnit.first ?? 0 > 0 { tariff.breaks = [TariffBreak(dimension: 0, from: 2, perUnit: 1)] }
        if features.contains(.regimes) { tariff.surcharges = [tariff.perJob % 3: tariff.minimum] }
        tariff.night = NightSurcharge(from: 80_000, to: 60, amount: tariff.minimum / 2)
    }

    mutating func addCarriers() {
        for index in 0..<random.draw(0...2) {
            var carrier = Carrier(
                id: .text("carrier \(index + 1)"),
                tariff: Tariff(
                    perJob: random.draw(0...60),
                    perKilometre: random.draw(0...900),
                    perUnit: random.once(in: 2) ? [random.draw(0...4), random.draw(0...9)] : [],
                    minimum: random.draw(0...50)
                )
            )
            carrier.regimes = has(.regimes) ? [random.draw(0...2)] : nil
            carrier.skills = [1, 2]
            if features.contains(.coldChain) { random.addColdChain(to: &carrier) }
            carrier.maxJobs = random.once(in: 2) ? random.draw(0...2) : nil
            addExtras(to: &carrier.tariff)
            problem.carriers.append(carrier)
        }
    }
}
