import RoutingTestSupport
import Testing
import VehicleRouting

@testable import RouteSearch

@Suite struct RouteMeterTests {
    /// The promises that the meter and the sums of goods watch over.
    static let watched: Set<Violation.Cause> = [
        .delay, .activity, .load, .maxTasks, .maxTravelTime, .maxDistance, .maxDuration,
        .holdTime, .timeOnBoard, .segregation, .exclusive, .doors, .permit,
    ]

    @Test(arguments: UInt64(1)...150)
    func `the meter and the evaluation agree on cost and on what is broken`(seed: UInt64) throws {
        var features: RandomFeatures =
            seed % 2 == 0 ? [.all, .reloads, .dueTimes, .relations, .traffic, .decay] : .all
        if seed % 3 == 0 { features.formUnion([.preparations, .reloads]) }
        if seed % 5 == 0 { features.formUnion([.ballast, .reloads]) }
        let problem = Problem.random(seed: seed, jobs: 8, vehicles: 3, features: features)
        let plan = Plan.random(for: problem, seed: seed)
        let instance = CompiledInstance(problem)
        var meter = RouteMeter(
            capacity: 100,
            compartments: instance.compartmentCount,
            preparing: instance.compartmentCount
        )
        for (index, planned) in plan.routes.enumerated() {
            var route = planned
            // The search has chosen its boxes beforehand.
            for place in route.steps.indices {
                guard var visit = route.steps[place].visit, case .job(let job) = visit.task else { continue }
                visit.box = instance.rules.boxes[job]
                route.steps[place] = .visit(visit)
            }
            guard let type = instance.types.firstIndex(where: { $0.vehicles.contains(route.vehicle) }) else {
                Issue.record("vehicle \(route.vehicle) has no type")
                continue
            }
            let depots = route.trips.compactMap(\.reload)
            guard depots.allSatisfy(instance.reloadDepots.contains) else { continue }
            meter.count = 0
            for step in route.steps {
                switch step {
                case .visit(let visit):
                    meter.append(instance.number(visit.task), compartment: Int32(visit.compartment))
                case .reload(let reload):
                    let rank = try #require(instance.reloadDepots.firstIndex(of: reload.depot))
                    meter.append(instance.reload(rank: rank), compartment: 0)
                case .rest: break
                }
            }
            if instance.needs.preparations {
                // What the compartments run is the search's choice too.
                meter.prepareTrips(instance, type: Int32(type))
                route.run { meter.regimes(ofTrip: $0, instance, type: Int32(type)) }
            }
            let evaluation = RouteEvaluation(route, at: index, in: problem)
            // Relations and tasks done twice are judged by the plan, here of this route alone.
            let alone = PlanEvaluation(Plan(routes: [route]), in: problem).violations
            let broken = Set(alone.map(\.cause)).subtracting([.missing])
            // Halves of a shipment in two compartments are not a load the meter can follow.
            guard broken.isDisjoint(with: [.precedence, .regime, .reload, .relation, .duplicate]) else {
                continue
            }
            // A certificate that is missing forbids the task from the start, which is not the meter's concern.
            guard !evaluation.violations.contains(where: { $0.cause == .permit && $0.unit.isEmpty }) else {
                continue
            }
            // Where all trips start from one depot, the meter leaves it to the permissions of the vehicle.
            guard broken.isDisjoint(with: [.depot, .shipFrom]) else { continue }
            let fits = meter.sumsFit(instance, type: Int32(type))
            let cost = fits ? meter.measure(instance, type: Int32(type)) : nil
            if let cost {
                // A limit may end the measuring early, but never below the cost.
                #expect(meter.measure(instance, type: Int32(type), below: cost + 1) == cost)
                let limited = meter.measure(instance, type: Int32(type), below: cost - 1)
                #expect(limited ?? cost == cost)
            }
            if broken.isDisjoint(with: Self.watched) {
                #expect(cost.map { $0 * instance.ticksPerUnit } == Int64(evaluation.ledger.total.ticks))
            } else {
                #expect(cost == nil)
            }
        }
    }

    @Test func `waiting between two windows is measured from the latest start`() {
        // From 0 to 10 (open 0…20) to 20 (open 100…110) and back to 0.  The end is 100 + 20 = 120; the latest start that
        // meets it leaves 10 at 20, so starts at 10: 110 s, of which 40 driving, so 70 of waiting.
        var problem = Problem.line(0, 10, 20)
        problem.addJob(at: 1) { $0.timeWindows = [[0, 20]] }
        problem.addJob(at: 2) { $0.timeWindows = [[100, 110]] }
        problem.addVehicle { $0.costs = VehicleCosts(perHour: 0, perWaitHour: 1) }
        let instance = CompiledInstance(problem)
        var meter = RouteMeter(capacity: 2, compartments: instance.compartmentCount)
        meter.append(0, compartment: 0)
        meter.append(1, compartment: 0)
        // One wire unit an hour is 5 ticks a second, which is the unit of cost here.
        #expect(instance.ticksPerUnit == 5)
        #expect(meter.measure(instance, type: 0) == 70)
        #expect(meter.waiting == 70)
    }
}
