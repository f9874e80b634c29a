import VehicleRouting

/// What is measured, each as a function of how often it is done; what it returns keeps the compiler from leaving it out.
@MainActor
enum Kernels {
    static let all: [String: @MainActor (Int) -> Int64] = [
        "plain-iteration": { iterate(PlainKernel.self, .sample(jobs: 400), $0) },
        "fleet-iteration": { iterate(FleetKernel.self, .sample(jobs: 400, kinds: 3), $0) },
        "rich-iteration": { iterate(RichKernel.self, .sample(jobs: 400, hasSetup: true), $0) },
        "plain-place": { place(PlainKernel.self, .sample(jobs: 400), $0) },
        "rich-place": { place(RichKernel.self, .sample(jobs: 400, hasSetup: true), $0) },
        "refresh-route": { refresh(.sample(jobs: 400), $0) },
        "compile-200": { compile(.sample(jobs: 200), $0) },
        "road-law": { law(.sample(jobs: 400), $0) },
    ]

    static var names: [String] { all.keys.sorted() }

    /// A search with a first plan.
    private static func search<Kernel: ConstraintKernel>(_: Kernel.Type, _ problem: Problem) -> RuinRecreate<Kernel> {
        var search = RuinRecreate<Kernel>(CompiledInstance(problem), seed: 1)
        search.fillIn()
        return search
    }

    /// One ruin and one recreate, in the middle of an annealing.
    private static func iterate<Kernel: ConstraintKernel>(
        _ kernel: Kernel.Type,
        _ problem: Problem,
        _ count: Int
    ) -> Int64 {
        var search = search(kernel, problem)
        let temperature = 0.1 * Double(search.solution.routeCost) / Double(max(search.hopeful.count, 1))
        for _ in 0..<count { search.iterate(temperature: temperature) }
        return search.currentCost
    }

    /// The best place for a job beside its near ones.
    private static func place<Kernel: ConstraintKernel>(
        _ kernel: Kernel.Type,
        _ problem: Problem,
        _ count: Int
    ) -> Int64 {
        var search = search(kernel, problem)
        var sum: Int64 = 0
        for index in 0..<count {
            let task = Int32(index % problem.jobs.count)
            let best = search.solution.bestPlace(of: task, below: 1 << 40, blink: 0, random: &search.random)
            sum &+= best.delta
        }
        return sum
    }

    /// All cached figures of one route.
    private static func refresh(_ problem: Problem, _ count: Int) -> Int64 {
        var search = search(PlainKernel.self, problem)
        let slot = (0..<Int32(search.solution.routes.count)).first { search.solution.routes[$0].count > 4 } ?? 0
        for _ in 0..<count { search.solution.refreshSound(slot) }
        return search.solution.routeCost
    }

    /// A problem as flat arrays, with its neighbours.
    private static func compile(_ problem: Problem, _ count: Int) -> Int64 {
        (0..<count).reduce(0) { sum, _ in sum + Int64(CompiledInstance(problem).neighbours.near[0]) }
    }

    /// An arc computed from coordinates.
    private static func law(_ problem: Problem, _ count: Int) -> Int64 {
        let points = problem.locations.compactMap(\.coordinate)
        let law = TravelLaw.plane(PlaneLaw(between: points, steps: [.init(factor: 10, rule: .towardZero)]))
        let matrix = TravelMatrix(following: law, mostTabulated: 0)
        return (0..<count).reduce(0) { sum, index in
            sum + Int64(matrix.duration(from: index % points.count, to: index * 7 % points.count))
        }
    }
}

extension Problem {
    /// Jobs on a square around a depot, most of them with a window; equal arguments give equal problems.
    static func sample(jobs count: Int, kinds: Int = 1, hasSetup: Bool = false) -> Problem {
        var random = SearchRandom(seed: 7)
        var problem = Problem(name: "sample")
        problem.dimensions = [LoadDimension(name: "load", unit: "")]
        let points = (0...count).map { index in
            index == 0
                ? Coordinate(longitude: 50, latitude: 50)
                : Coordinate(longitude: Double(random.below(101)), latitude: Double(random.below(101)))
        }
        problem.locations = points.map { Location(coordinate: $0) }
        let law = PlaneLaw(between: points, steps: [.init(factor: 10, rule: .towardZero)])
        problem.matrices["car"] = TravelMatrix(following: .plane(law))
        problem.depots = [Depot(id: 0, location: 0)]
        for index in 1...count {
            var job = Job(id: .number(UInt64(index)), location: index)
            job.delivery = [1 + random.below(30)]
            job.service = 100
            job.setup = hasSetup ? 20 : 0
            let opens = random.below(7000)
            if random.chance(0.7) { job.timeWindows = [TimeWindow(opens: opens, closes: opens + 2000)] }
            problem.jobs.append(job)
        }
        for index in 0..<count / 4 {
            var vehicle = Vehicle(id: .number(UInt64(index)))
            vehicle.start = 0
            vehicle.end = 0
            vehicle.startDepot = 0
            vehicle.endDepot = 0
            vehicle.capacity = [200 + 50 * (index % kinds)]
            vehicle.shift = TimeWindow(opens: 0, closes: 12_000)
            vehicle.costs = VehicleCosts(fixed: 100 * (index % kinds), perKilometre: 1000, perHour: 0)
            problem.vehicles.append(vehicle)
        }
        return problem
    }
}
