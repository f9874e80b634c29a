import RoutingTestSupport
import Testing
import VehicleRouting

@testable import Planning

@Suite struct GivingWayTests {
    @Test func `giving way by what is said serves the task`() {
        for seed in 1...150 as ClosedRange<UInt64> {
            var problem = Problem.random(
                seed: seed,
                jobs: 8,
                features: .all.subtracting([.regimes, .market])
            )
            let routes = Plan.random(for: problem, seed: seed).routes.filter { route in
                RouteEvaluation(route, at: 0, in: problem).violations.isEmpty
            }
            let served = Set(routes.flatMap(\.visits).map(\.task))
            let left = problem.jobs.indices.map(TaskReference.job).filter { !served.contains($0) }
            let plan = Plan(routes: routes, unassigned: left.map { Unassigned($0) })
            for item in ExplainUnassigned(problem).run(plan).unassigned {
                #expect(!item.reasons.isEmpty, "seed \(seed)")
                guard let vehicle = item.reasons.first?.vehicles.first else { continue }
                // Nobody gives way where the goods may not travel at all, and nothing else is said then.
                if item.reasons.contains(where: problem.isBan) {
                    #expect(item.reasons.allSatisfy(problem.isBan), "seed \(seed)")
                    continue
                }
                let asked = item.reasons.filter { $0.vehicles.contains(vehicle) }
                let before = problem
                for reason in asked { problem.giveWay(reason, to: item.task, on: vehicle) }
                let only = Plan(routes: routes, unassigned: [Unassigned(item.task)])
                let again = ExplainUnassigned(problem).run(only).unassigned[0].reasons
                let open = again.first { $0.code == "NO_CONSTRAINT" }?.vehicles ?? []
                #expect(open.contains(vehicle), "seed \(seed), \(item.task): \(asked), then \(again)")
                problem = before
            }
        }
    }
}

extension Problem {
    /// Relaxes what a reason names, by as much as it names.
    fileprivate mutating func giveWay(_ reason: UnassignedReason, to task: TaskReference, on vehicle: Int) {
        let amount = reason.relaxation ?? 0
        func later(_ windows: inout [TimeWindow]) {
            if let last = windows.indices.last { windows[last].closes += amount }
        }
        guard case .job(let job) = task else { return }
        switch reason.code {
        case "CAPACITY_CONSTRAINT":
            for dimension in dimensions.indices where dimensions[dimension].name == reason.unit {
                vehicles[vehicle].capacity[dimension] += amount
            }
        case "TIME_WINDOW_CONSTRAINT":
            for index in jobs.indices { later(&jobs[index].timeWindows) }
            for index in shipments.indices {
                later(&shipments[index].pickup.timeWindows)
                later(&shipments[index].delivery.timeWindows)
            }
        case "SHIFT_CONSTRAINT":
            vehicles[vehicle].shift.closes += amount
            for index in depots.indices { later(&depots[index].timeWindows) }
        case "SKILL_CONSTRAINT": jobs[job].skills = []
        case "DEPOT_CONSTRAINT": jobs[job].depots = []
        case "VEHICLE_CONSTRAINT": jobs[job].allowedVehicles = nil
        case "MAX_TASKS_CONSTRAINT": vehicles[vehicle].maxTasks? += amount
        case "MAX_TRAVEL_TIME_CONSTRAINT": vehicles[vehicle].maxTravelTime? += amount
        case "MAX_DISTANCE_CONSTRAINT": vehicles[vehicle].maxDistance? += amount
        case "MAX_DURATION_CONSTRAINT": vehicles[vehicle].maxDuration? += amount
        default: giveWayInTheColdChain(to: reason, job: job, on: vehicle)
        }
    }
}

extension Problem {
    /// The same for the rules of the cold chain.
    fileprivate mutating func giveWayInTheColdChain(to reason: UnassignedReason, job: Int, on vehicle: Int) {
        let amount = reason.relaxation ?? 0
        switch reason.code {
        case "HOLD_TIME_CONSTRAINT":
            for index in jobs.indices {
                jobs[index].holdTime? += amount
                jobs[index].goodUntil? += amount
            }
            for index in shipments.indices { shipments[index].delivery.goodUntil? += amount }
            for index in boxTypes.indices { boxTypes[index].holdTime += amount }
        case "TIME_ON_BOARD_CONSTRAINT":
            for index in shipments.indices { shipments[index].maxTimeOnBoard? += amount }
        case "SEGREGATION_CONSTRAINT": segregation = SegregationMatrix()
        case "EXCLUSIVE_CONSTRAINT":
            for index in jobs.indices { jobs[index].handling.exclusiveGroup = nil }
            for index in shipments.indices { shipments[index].handling.exclusiveGroup = nil }
        case "DOOR_CONSTRAINT":
            for index in vehicles[vehicle].compartments.indices {
                vehicles[vehicle].compartments[index].door?.limit += amount
            }
        case "LEVEL_CONSTRAINT": vehicles[vehicle].levels[reason.detail, default: 0] += amount
        case "PERMIT_CONSTRAINT" where reason.relaxation == nil:
            vehicles[vehicle].permits.append(Permit(.text(reason.detail)))
        case "PERMIT_CONSTRAINT": prolong(by: amount * 86_400, vehicle)
        case "CHANNEL_CONSTRAINT", "SHIP_FROM_CONSTRAINT":
            channelRules.removeAll { "\($0.id)" == reason.detail.prefix { $0 != " " } }
        case "BOX_CONSTRAINT": jobs[job].boxes = []
        default: break
        }
    }

    private mutating func prolong(by seconds: Seconds, _ vehicle: Int) {
        func later(_ permits: inout [Permit]) {
            for index in permits.indices { permits[index].validUntil? += seconds }
        }
        for index in jobs.indices { later(&jobs[index].handling.permits) }
        for index in shipments.indices { later(&shipments[index].handling.permits) }
        for index in boxTypes.indices { boxTypes[index].validUntil? += seconds }
        later(&vehicles[vehicle].permits)
        for index in vehicles[vehicle].compartments.indices {
            vehicles[vehicle].compartments[index].validUntil? += seconds
        }
    }
}
