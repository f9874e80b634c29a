import RoutingTestSupport
import Testing
import VehicleRouting

@Suite("PlanEvaluation against the slow reference")
struct ReferenceTests {
    /// Random problems of all features, each with a random plan, right or wrong.
    private func forEachCase(_ body: (Problem, Plan, UInt64) -> Void) {
        for seed in 1...250 as ClosedRange<UInt64> {
            let isLong = seed % 2 == 0
            var features: RandomFeatures = isLong ? [.all, .workingDay] : .all
            if seed % 3 == 0 { features.insert(.preparations) }
            if seed % 5 == 0 { features.insert(.ballast) }
            let problem = Problem.random(seed: seed, features: features)
            body(problem, Plan.random(for: problem, seed: seed), seed)
        }
    }

    @Test func `schedules are those found by trying every departure`() {
        forEachCase { problem, plan, seed in
            for route in plan.routes {
                let schedule = RouteSchedule(route, in: problem)
                let expected = ReferenceSchedule(route, in: problem)
                #expect(schedule.start == expected.start, "seed \(seed)")
                #expect(schedule.steps.map(\.arrival) == expected.arrivals, "seed \(seed)")
                #expect(schedule.steps.map(\.begin) == expected.begins, "seed \(seed)")
                let lateness = schedule.steps.map(\.lateness)
                #expect(
                    [schedule.startLateness] + lateness + [schedule.endLateness] == expected.lateness,
                    "seed \(seed)"
                )
                #expect(schedule.arrival == expected.arrival, "seed \(seed)")
                #expect(schedule.end == expected.end, "seed \(seed)")
                #expect(schedule.travelTime == expected.travel, "seed \(seed)")
                #expect(schedule.distance == expected.metres, "seed \(seed)")
                #expect(schedule.taskTime == expected.tasks, "seed \(seed)")
                #expect(schedule.restTime == expected.rest, "seed \(seed)")
                #expect(schedule.overdriving == expected.overdriving, "seed \(seed)")
                #expect(schedule.steps.map(\.tardiness) == expected.tardiness, "seed \(seed)")
                #expect(schedule.stops.count { $0.isHalt } == expected.halts, "seed \(seed)")
            }
        }
    }

    @Test func `loads are those of the goods found aboard at each moment`() {
        forEachCase { problem, plan, seed in
            for (route, evaluation) in zip(plan.routes, PlanEvaluation(plan, in: problem).routes) {
                let expected = (0...route.steps.count).map { referenceLoads(route, after: $0, in: problem) }
                #expect(evaluation.loads == expected, "seed \(seed)")
            }
        }
    }

    @Test func `every cost is its rate times its quantity`() {
        forEachCase { problem, plan, seed in
            for (route, evaluation) in zip(plan.routes, PlanEvaluation(plan, in: problem).routes) {
                let schedule = ReferenceSchedule(route, in: problem)
                let ledger = evaluation.ledger
                let found = [
                    ledger.fixed, ledger.distance, ledger.driving, ledger.tasks, ledger.waiting, ledger.stops,
                    ledger.overtime, ledger.lateness,
                ]
                for (cost, expected) in zip(found, referenceCosts(route, schedule: schedule, in: problem)) {
                    #expect(abs(Double(cost.ticks) / 18_000 - expected) < 1e-6, "seed \(seed)")
                }
            }
        }
    }

    @Test func `violations are those found by asking every promise`() {
        forEachCase { problem, plan, seed in
            let found = PlanEvaluation(plan, in: problem).violations.map { line(of: $0) }
            #expect(found.sorted() == referenceViolations(plan, in: problem).sorted(), "seed \(seed)")
        }
    }
}
