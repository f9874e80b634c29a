import Interchange
import RoutingTestSupport
import Testing
import VehicleRouting

@testable import Planning

/// Goods on board that nobody takes, or not yet, and what they leave room for.
@Suite struct BallastTests {
    /// `FourStops` with room for two boxes on vehicle 1, which does 1 and 2, loads again, and does 3 and 4; vehicle 2 is dear.
    private func twice(_ change: (inout Problem) -> Void = { _ in }) -> FourStops {
        var four = FourStops { problem in
            problem.vehicles[0].capacity = [2]
            problem.vehicles[0].reloadDepots = [0]
            problem.vehicles[1].costs.fixed = 1_000_000
            change(&problem)
        }
        let visits = (0..<4).map { RouteStep.visit(Visit(.job($0))) }
        let reload = RouteStep.reload(Reload(depot: 0, regimes: [nil]))
        four.plan = Plan(routes: [
            Route(vehicle: 0, steps: visits[..<2] + [reload] + visits[2...], regimes: [nil])
        ])
        return four
    }

    @Test func `a box that nobody takes comes off where the vehicle loads again`() throws {
        let closed = DayEvent("e", at: 500, .customerClosed(order: 1, reopens: nil))
        let found = try twice().repaired([closed], at: 500)
        // Order 2 begins at 2000.  The box of order 1 is on board until 4100, at the depot, where two more come aboard: order 3
        // begins at 7100 and, after 100 seconds there, order 4 at 8200.
        #expect(found.fate(of: 2) == "1 at 2000")
        #expect(found.fate(of: 3) == "1 at 7100")
        #expect(found.fate(of: 4) == "1 at 8200")
        let route = try #require(found.evaluation.routes.first)
        // With the box of order 2, then without it; then two boxes, one, none.
        #expect(route.loads.map { $0[0][0] } == [2, 1, 2, 1, 0])
    }

    @Test func `a box that was collected takes no room once it is at the depot`() throws {
        let four = twice { problem in
            problem.jobs[0].delivery = []
            problem.jobs[0].pickup = [1]
        }
        let found = try four.repaired([], at: 1500)
        // Order 1 is done, its box on board beside that of order 2, which begins at 2100; the depot is reached at 4200.
        #expect(found.day.problem.vehicles[0].ballast == [1])
        #expect(found.fate(of: 3) == "1 at 7200")
        #expect(found.fate(of: 4) == "1 at 8300")
        var later = found.day
        later.advance(to: 4500)
        #expect(later.problem.vehicles[0].ballast == [])
    }

    /// `FourStops` whose vehicle 2 has room for one box: it brings one to 3 and collects one at 4, until 15 000.
    private var full: FourStops {
        FourStops { problem in
            problem.vehicles[1].capacity = [1]
            problem.jobs[3].delivery = []
            problem.jobs[3].pickup = [1]
            problem.jobs[3].timeWindows = [[0, 15_000]]
        }
    }

    @Test func `a box for a customer who opens later takes room until then`() throws {
        let later = DayEvent("e", at: 1500, .customerClosed(order: 3, reopens: [20_000, 30_000]))
        let found = try full.repaired([later], at: 1500)
        // Vehicle 2 is on its way and would be at 4000 at once, but has its box on board until 20 000.  Vehicle 1 leaves order 2 at
        // 2200 and is at 4000 by 4200.
        #expect(found.fate(of: 4) == "1 at 4200")
        #expect(found.fate(of: 3) == "2 at 20000")
    }

    @Test func `a box that nobody can hand over in time leaves no room for another`() throws {
        let early = DayEvent("e", at: 1500, .customerClosed(order: 3, reopens: [2000, 2900]))
        let found = try full.repaired([early], at: 1500, lateness: 0)
        // Vehicle 2 cannot be at 3000 before 3000, and order 3 is left out with its box on board.
        #expect(found.fate(of: 3) == "out")
        #expect(found.fate(of: 4) == "1 at 4200")
    }

    @Test func `a box that nobody can hand over counts in what the files say is on board`() throws {
        let early = DayEvent("e", at: 1500, .customerClosed(order: 3, reopens: [2000, 2900]))
        let found = try FourStops().repaired([early], at: 1500, lateness: 0)
        #expect(found.fate(of: 3) == "out")
        #expect(found.fate(of: 4) == "2 at 4000")
        let place = try #require(found.day.plan.routes.firstIndex { $0.vehicle == 1 })
        // The boxes of orders 3 and 4, then that of order 3 all the way home.
        #expect(found.evaluation.routes[place].loads.map { $0[0][0] } == [2, 1])
        let written = found.day.writtenProblem
        #expect(written.vehicles[1].ballast == [1])
        #expect(PlanEvaluation(found.day.plan, in: written) == found.evaluation)
        let plan = WrittenPlan(found.day.plan, evaluation: found.evaluation, in: written)
        #expect(PlanChecker(written).check(plan) == [])
        // Who goes on from the files finds the box once, not twice.
        let file = RunningFile(found.day, plans: [:])
        let read = try file.day(found.day.plan, in: written, path: "running.json")
        #expect(read.problem == found.day.problem)
        #expect(read.leftAboard.map { read.problem.jobs[$0].id } == [3])
    }
}
