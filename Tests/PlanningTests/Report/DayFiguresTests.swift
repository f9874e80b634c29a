import RoutingTestSupport
import Testing
import VehicleRouting

@testable import Planning

@Suite struct `Day figures` {
    /// A depot at 0, jobs at 1000 and 3000 m; one kilometre costs 100, one second is one metre.
    private func problem() -> Problem {
        var problem = Problem.line(0, 1000, 3000)
        problem.measure("kg")
        problem.addJob(at: 1) {
            $0.delivery = [4]
            $0.service = 60
            $0.timeWindows = [TimeWindow(opens: 0, closes: 1600)]
            $0.goodsValue = Cost(wireUnits: 5000)
        }
        problem.addJob(at: 2) {
            $0.delivery = [6]
            $0.timeWindows = [TimeWindow(opens: 0, closes: 3000)]
            $0.goodsValue = Cost(wireUnits: 3000)
        }
        var van = Vehicle(id: "VAN")
        van.start = 0
        van.end = 0
        van.capacity = [20]
        van.costs = VehicleCosts(fixed: 200, perKilometre: 100, perHour: 0)
        problem.vehicles = [van]
        return problem
    }

    private func figures(_ plan: Plan, _ problem: Problem) -> DayFigures {
        DayFigures(plan, evaluation: PlanEvaluation(plan, in: problem), in: problem)
    }

    private let plan = Plan(routes: [
        Route(vehicle: 0, visits: [Visit(.job(0)), Visit(.job(1))], regimes: [nil])
    ])

    @Test func `cost, distance and the empty way home add up`() {
        let figures = figures(plan, problem())
        // 0 → 1000 → 3000 → 0 is 6000 m, the last 3000 of them empty.  200 + 6 × 100 = 800.
        #expect(figures.distance == 6000)
        #expect(figures.emptyShare == 0.5)
        #expect(figures.transportCost == Cost(wireUnits: 800))
        #expect(figures.costPerHalt == Cost(wireUnits: 400))
        #expect(figures.costPerKilometre == Cost(ticks: 800 * Cost.ticksPerWireUnit / 6))
        // 800 of 8000.
        #expect(figures.shareOfGoodsValue == 0.1)
        // 10 of 20.
        #expect(figures.fill == DayFigures.Fill(dimension: 0, share: 0.5))
    }

    @Test func `margins count to the close of the window, and lateness is negative`() {
        let figures = figures(plan, problem())
        // Service at 1000 (600 left); the second stop is reached at 1000 + 60 + 2000 = 3060, 60 after its close.
        #expect(figures.margins == [-60, 600])
        #expect(figures.leastMargin == -60)
        #expect(figures.medianMargin == -60)
        #expect(figures.violations == 1)
    }

    @Test func `an empty plan has counts but no averages`() {
        let problem = problem()
        let figures = figures(Plan(unassigned: [Unassigned(.job(0)), Unassigned(.job(1))]), problem)
        #expect(figures.unassigned == 2)
        #expect(figures.vehiclesUsed == 0)
        #expect(figures.costPerHalt == nil)
        #expect(figures.emptyShare == nil)
        #expect(figures.fill == nil)
    }

    @Test func `a difference says which side is better`() throws {
        let problem = problem()
        let one = figures(plan, problem)
        var dearer = one
        dearer.transportCost = Cost(wireUnits: 1000)
        let table = FigureTable(plan: one, baseline: dearer, problem: problem, display: Display(problem))
        let cost = try #require(table.lines.first { $0.label == "Transport cost" })
        #expect(cost.plan == "800")
        #expect(cost.difference == "−200")
        #expect(cost.verdict == "better")
        let distance = try #require(table.lines.first { $0.label == "Distance" })
        #expect(distance.difference == "the same")
        #expect(distance.verdict == nil)
        #expect(table.lines.count { $0.isHeadline } == 5)
    }
}
