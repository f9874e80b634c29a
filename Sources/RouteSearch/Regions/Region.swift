import VehicleRouting

/// A part of a problem that is searched as a problem of its own: vehicles, and the requests they serve or might.
struct Region {
    /// Indices of the whole problem's vehicles, in order.
    var vehicles: [Int] = []
    /// The jobs, and the pickups of the shipments, of the whole problem.
    var requests: [TaskReference] = []
    /// What its vehicles do so far, in the whole problem's words.
    var routes: [Route] = []
}

/// A region as a problem, and the way back into the whole.
///
/// It keeps the depots, regimes and carriers of the whole with their indices, and of everything else what the region needs.
struct RegionProblem {
    /// The region as a problem of its own.
    let problem: Problem
    /// The plan so far in that problem's words.
    let start: Plan
    private let jobs: [Int]
    private let shipments: [Int]
    private let vehicles: [Int]

    /// The part of `whole` that `region` is.
    init(_ region: Region, of whole: Problem) {
        vehicles = region.vehicles
        var (jobs, shipments) = ([Int](), [Int]())
        for request in region.requests {
            switch request {
            case .job(let index): jobs.append(index)
            case .pickup(let index), .delivery(let index): shipments.append(index)
            }
        }
        jobs.sort()
        shipments.sort()
        (self.jobs, self.shipments) = (jobs, shipments)
        var part = Problem(name: whole.name)
        part.dimensions = whole.dimensions
        part.regimes = whole.regimes
        part.goodsClasses = whole.goodsClasses
        part.segregation = whole.segregation
        part.cleaning = whole.cleaning
        part.boxTypes = whole.boxTypes
        part.channelRules = whole.channelRules
        part.depots = whole.depots
        part.carriers = whole.carriers
        part.jobs = jobs.map { whole.jobs[$0] }
        part.shipments = shipments.map { whole.shipments[$0] }
        part.vehicles = vehicles.map { whole.vehicles[$0] }
        let names = RegionNames(jobs: jobs, shipments: shipments)
        part.relations = whole.relations.compactMap { relation in
            let tasks = relation.tasks.compactMap(names.inside)
            return tasks.count < 2 ? nil : Relation(relation.kind, tasks)
        }
        part.keepPlaces(of: whole)
        problem = part
        start = Self.plan(of: region, names)
    }

    private static func plan(of region: Region, _ names: RegionNames) -> Plan {
        let vehiclePlace = Dictionary(uniqueKeysWithValues: zip(region.vehicles, region.vehicles.indices))
        func inside(_ task: TaskReference) -> TaskReference { names.inside(task) ?? task }
        var plan = Plan()
        var served: Set<TaskReference> = []
        for route in region.routes {
            var copy = route
            copy.vehicle = vehiclePlace[route.vehicle] ?? route.vehicle
            copy.steps = route.steps.map { $0.renaming(inside) }
            served.formUnion(route.visits.map(\.task))
            plan.routes.append(copy)
        }
        plan.unassigned = region.requests.filter { !served.contains($0) }.map { Unassigned(inside($0)) }
        return plan
    }

    /// The routes of a plan of the region that serve something, in the whole problem's words.
    func outside(_ plan: Plan) -> [Route] {
        plan.routes.filter { !$0.visits.isEmpty }.map { route in
            var copy = route
            copy.vehicle = vehicles[route.vehicle]
            copy.steps = route.steps.map { $0.renaming(outside) }
            return copy
        }
    }

    /// The tasks of a dictionary that the region has, in its own words.
    func inside(_ prices: [TaskReference: Cost]) -> [TaskReference: Cost] {
        var own: [TaskReference: Cost] = [:]
        guard !prices.isEmpty else { return own }
        for (index, job) in jobs.enumerated() { own[.job(index)] = prices[.job(job)] }
        for (index, shipment) in shipments.enumerated() { own[.pickup(index)] = prices[.pickup(shipment)] }
        return own
    }

    private func outside(_ task: TaskReference) -> TaskReference {
        switch task {
        case .job(let index): .job(jobs[index])
        case .pickup(let index): .pickup(shipments[index])
        case .delivery(let index): .delivery(shipments[index])
        }
    }
}

/// What the tasks of a whole problem are called in a region.
private struct RegionNames {
    private let jobs: [Int: Int]
    private let shipments: [Int: Int]

    init(jobs: [Int], shipments: [Int]) {
        self.jobs = Dictionary(uniqueKeysWithValues: zip(jobs, jobs.indices))
        self.shipments = Dictionary(uniqueKeysWithValues: zip(shipments, shipments.indices))
    }

    /// The region's name of a task; nil when it is not in the region.
    func inside(_ task: TaskReference) -> TaskReference? {
        switch task {
        case .job(let index): jobs[index].map(TaskReference.job)
        case .pickup(let index): shipments[index].map(TaskReference.pickup)
        case .delivery(let index): shipments[index].map(TaskReference.delivery)
        }
    }
}

extension RouteStep {
    /// The step with its task under another name.
    fileprivate func renaming(_ name: (TaskReference) -> TaskReference) -> RouteStep {
        guard var visit else { return self }
        visit.task = name(visit.task)
        return .visit(visit)
    }
}

extension Problem {
    /// Takes over those places of `whole` that something here stands at, with the roads between them.
    fileprivate mutating func keepPlaces(of whole: Problem) {
        var used: Set<Int> = []
        used.formUnion(depots.map(\.location))
        used.formUnion(jobs.map(\.location))
        used.formUnion(shipments.flatMap { [$0.pickup.location, $0.delivery.location] })
        used.formUnion(vehicles.flatMap { [$0.start, $0.end].compactMap(\.self) })
        let places = used.sorted()
        var number = [Int](repeating: -1, count: whole.locations.count)
        for (new, old) in places.enumerated() { number[old] = new }
        locations = places.map { whole.locations[$0] }
        for index in depots.indices { depots[index].location = number[depots[index].location] }
        for index in jobs.indices { jobs[index].location = number[jobs[index].location] }
        for index in shipments.indices {
            shipments[index].pickup.location = number[shipments[index].pickup.location]
            shipments[index].delivery.location = number[shipments[index].delivery.location]
        }
        for index in vehicles.indices {
            vehicles[index].start = vehicles[index].start.map { number[$0] }
            vehicles[index].end = vehicles[index].end.map { number[$0] }
        }
        // Carriers are paid by the first profile by name.
        let profiles = Set(vehicles.map(\.profile)).union(whole.matrices.keys.min().map { [$0] } ?? [])
        matrices = whole.matrices.filter { profiles.contains($0.key) }.mapValues { $0.covering(places) }
    }
}
