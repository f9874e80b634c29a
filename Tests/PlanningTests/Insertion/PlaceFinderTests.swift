import Planning
import RoutingTestSupport
import Testing
import VehicleRouting

@Suite struct PlaceFinderTests {
    /// All places as the finder gives them, in the form of the slow reference.
    private func places(
        for task: TaskReference,
        in plan: Plan,
        of problem: Problem,
        count: Int = .max
    ) -> [ReferencePlace] {
        PlaceFinder(plan, in: problem).places(for: task, in: problem, count: count).map {
            ReferencePlace(
                cost: $0.cost.ticks,
                vehicle: $0.route.vehicle,
                position: $0.position,
                deliveryPosition: $0.deliveryPosition
            )
        }
    }

    /// Grows a plan from nothing, each task at a random one of all places that the slow reference finds, and compares at
    /// every step.
    @Test(arguments: 0..<48)
    func `no place is missed and none is invented, under all rules of the model`(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        // Loose problems let routes grow long; all rules at once leave few places.
        let features: RandomFeatures = seed % 3 == 0 ? .all : .random(using: &random)
        var problem = Problem.random(seed: UInt64(seed), jobs: 5, vehicles: 3, features: features)
        problem.shareNothing()
        let tasks =
            problem.jobs.indices.map(TaskReference.job) + problem.shipments.indices.map(TaskReference.pickup)
        var plan = Plan()
        for task in tasks.shuffled(using: &random) {
            let expected = referencePlaces(for: task, in: plan, of: problem)
            #expect(places(for: task, in: plan, of: problem) == expected, "\(task)")
            #expect(places(for: task, in: plan, of: problem, count: 2) == Array(expected.prefix(2)))
            guard !expected.isEmpty else { continue }
            let all = PlaceFinder(plan, in: problem).places(for: task, in: problem, count: .max)
            guard let taken = all.randomElement(using: &random) else { continue }
            plan = taken.applied(to: plan)
        }
        #expect(PlanEvaluation(plan, in: problem).routes.allSatisfy { $0.violations.isEmpty })
    }

    @Test(arguments: 0..<24)
    func `a plan that is broken takes a task where nothing gets worse`(seed: Int) {
        var problem = Problem.random(seed: UInt64(seed), jobs: 5, vehicles: 3)
        problem.shareNothing()
        var plan = Plan.random(for: problem, seed: UInt64(seed))
        let task = TaskReference.job(seed % problem.jobs.count)
        for route in plan.routes.indices { plan.routes[route].removeVisits { $0.task == task } }
        plan.routes.removeAll(where: \.visits.isEmpty)
        let expected = Set(referencePlaces(for: task, in: plan, of: problem))
        let found = places(for: task, in: plan, of: problem)
        #expect(found.allSatisfy(expected.contains))
        // A route that is sound as it stands hides no place.
        let sound = Set(
            plan.routes.filter { RouteEvaluation($0, at: 0, in: problem).violations.isEmpty }.map(\.vehicle)
        )
        #expect(
            Set(found.filter { sound.contains($0.vehicle) }) == expected.filter { sound.contains($0.vehicle) }
        )
    }

    @Test func `stops behind the new one are named with the seconds by which they are later`() {
        // Out to 10 and 30 and back: the stops are reached at 10 and 30.
        var problem = Problem.line(0, 10, 30, 20)
        problem.addVehicle()
        problem.addJob(at: 1)
        problem.addJob(at: 2) { $0.timeWindows = [[0, 50]] }
        let urgent = problem.addJob(at: 3) { $0.service = 7 }
        let plan = Plan(routes: [problem.route(.job(0), .job(1))], unassigned: [Unassigned(.job(urgent))])
        let best = PlaceFinder(plan, in: problem).places(for: .job(urgent), in: problem, count: 1)
        #expect(best.map(\.position) == [1])
        // On the way: nothing but 7 s of service, which cost nothing and make the second stop begin at 37, 13 before 50.
        #expect(best.map(\.cost) == [.zero])
        let touched = best.flatMap(\.touched)
        #expect(touched.map(\.task) == [.job(1)])
        #expect(touched.map(\.shift) == [7])
        #expect(touched.map(\.begin) == [37])
        #expect(touched.map(\.margin) == [13])
    }

    @Test func `an order that came after the plan was prepared is placed without preparing it again`() {
        var problem = Problem.line(0, 10, 30)
        problem.addVehicle()
        problem.addJob(at: 2)
        let plan = Plan(routes: [problem.route(.job(0))])
        let finder = PlaceFinder(plan, in: problem)
        let urgent = problem.addJob(at: 1)
        let best = finder.places(for: .job(urgent), in: problem, count: 3)
        // On the way out or on the way back.
        #expect(best.map(\.position) == [0, 1])
        #expect(best.map(\.cost) == [.zero, .zero])
    }

    @Test func `a vehicle in the yard is offered once for all that are like it`() {
        var problem = Problem.line(0, 10)
        for _ in 0..<3 { problem.addVehicle { $0.costs.fixed = 5 } }
        let urgent = problem.addJob(at: 1)
        let best = PlaceFinder(Plan(), in: problem).places(for: .job(urgent), in: problem, count: 9)
        #expect(best.map(\.route.vehicle) == [0])
        #expect(best.map(\.isFresh) == [true])
        // 5 for the vehicle, and 20 s of driving at 3600 per hour.
        #expect(best.map(\.cost) == [Cost(wireUnits: 25)])
    }
}

extension RandomFeatures {
    /// About two thirds of all features.
    fileprivate static func random(using random: inout SplitMix64) -> Self {
        Self(rawValue: random.draw(0...Self.all.rawValue) | random.draw(0...Self.all.rawValue))
            .intersection(.all)
    }
}

extension Problem {
    /// Takes away what routes share: the reference looks at one route at a time.
    fileprivate mutating func shareNothing() {
        for index in vehicles.indices { vehicles[index].body = nil }
        for index in boxTypes.indices { boxTypes[index].stock = nil }
    }
}
