import RoutingTestSupport
import Testing
import VehicleRouting

@testable import Planning

/// Insertion into a plan that is being driven.
@Suite struct FrozenPlacesTests {
    private func places(
        of task: (inout Problem) -> TaskReference,
        at now: Seconds,
        horizon: Seconds = 0
    ) throws -> [InsertionPlace] {
        let four = FourStops()
        let given = try GivenPlan(four.plan, in: four.problem).standing(at: now, horizon: horizon)
        var problem = given.problem
        let added = task(&problem)
        if case .job(let job) = added, !problem.jobs[job].delivery.isNothing {
            problem.jobs[job].depots = given.sources
        }
        return PlaceFinder(given.plan, in: problem).places(for: added, in: problem, count: 99)
    }

    private func collection(_ problem: inout Problem) -> TaskReference {
        problem.addJob(at: 1) {
            $0.id = "U"
            $0.pickup = [1]
        }
        return .job(problem.jobs.count - 1)
    }

    @Test func `before anybody leaves there is a place behind every stop`() throws {
        // Two routes of two stops have three places each; at 0 they have left, so their first stops are settled.
        let four = FourStops()
        var problem = four.problem
        let task = collection(&problem)
        #expect(PlaceFinder(four.plan, in: problem).places(for: task, in: problem, count: 99).count == 6)
        #expect(try places(of: collection, at: 0).count == 4)
    }

    @Test func `what has been done and what begins within the horizon stays`() throws {
        // At 1500 vehicle 1 drives to its last stop, which it leaves at 2200; vehicle 2 is on the way to 3, left at 3100.
        let found = try places(of: collection, at: 1500)
        let places = found.map { "\($0.route.vehicle) at \($0.evaluation.schedule.stops[$0.position].begin)" }
        // Behind the last stops: back at 1000 at 2200 + 1000, and at 4200 + 3000; between 3 and 4: at 3100 + 2000.
        #expect(Set(places) == ["0 at 3200", "1 at 7200", "1 at 5100"])
        // Until 4200 everything has begun.
        #expect(try self.places(of: collection, at: 1500, horizon: 2700).count == 2)
    }

    @Test func `goods of a depot do not appear on vehicles that are away`() throws {
        let found = try places(at: 1500) { problem in
            problem.addJob(at: 1) {
                $0.id = "U"
                $0.delivery = [1]
            }
            return .job(problem.jobs.count - 1)
        }
        #expect(found.isEmpty)
    }

    private func places(at now: Seconds, _ task: (inout Problem) -> TaskReference) throws -> [InsertionPlace]
    {
        try places(of: task, at: now)
    }
}

extension GivenPlan {
    fileprivate init(_ plan: Plan, in problem: Problem) {
        self.init(problem, plan, from: "problem.json")
    }
}
