import Interchange
import Testing
import VehicleRouting

struct SolutionFileTests {
    private let uniform: Instance
    private let mixed: Instance

    init() throws {
        uniform = try InstanceFile.read(Array(InstanceTexts.solomon.utf8))
        mixed = try InstanceFile.read(Array(InstanceTexts.vrplib.utf8))
    }

    @Test(arguments: ["Cost 24.1", "Cost: 24.1", "cost : 24.10"])
    func `routes and cost are read in each spelling, and the cost is compared exactly`(cost: String) throws {
        let text = "Route #1: 2 1\n\(cost)\nOptimal: True\n"
        let solution = try SolutionFile.read(Array(text.utf8), for: uniform)
        #expect(solution.plan.routes == [Route(vehicle: 0, visits: visits(1, 0), regimes: [nil])])
        #expect(solution.agrees(with: Cost(wireUnits: 241), in: uniform) == true)
        #expect(solution.agrees(with: Cost(wireUnits: 242), in: uniform) == false)
    }

    @Test func `a route is driven by the vehicle of its number, and who is in no route is unassigned`() throws
    {
        let solution = try SolutionFile.read(Array("Route #1:\nRoute #2: 3\n".utf8), for: mixed)
        #expect(solution.plan.routes == [Route(vehicle: 1, visits: visits(1), regimes: [nil])])
        #expect(solution.plan.unassigned == [Unassigned(.job(0))])
        #expect(solution.statedCost == nil)
        #expect(solution.agrees(with: .zero, in: mixed) == nil)
    }

    @Test func `both halves of a shipment are found by their numbers`() throws {
        let instance = try InstanceFile.read(Array(InstanceTexts.liLim.utf8))
        let solution = try SolutionFile.read(Array("Route 1 : 1 2".utf8), for: instance)
        #expect(solution.plan.routes[0].visits == [Visit(.pickup(0)), Visit(.delivery(0))])
        #expect(solution.plan.unassigned.isEmpty)
    }

    @Test func `vehicles that are alike get lines in order, others a line each`() {
        let one = Plan(routes: [Route(vehicle: 1, visits: visits(1, 0), regimes: [nil])])
        #expect(
            SolutionFile(plan: one, statedCost: "24.1").text(for: uniform) == "Route #1: 2 1\nCost 24.1\n"
        )
        #expect(SolutionFile(plan: one).text(for: mixed) == "Route #1:\nRoute #2: 3 2\n")
    }

    @Test func `what is written reads as the same plan`() throws {
        let plan = Plan(
            routes: [
                Route(vehicle: 0, visits: visits(1), regimes: [nil]),
                Route(vehicle: 1, visits: visits(0), regimes: [nil]),
            ]
        )
        for instance in [uniform, mixed] {
            let text = SolutionFile(plan: plan).text(for: instance)
            #expect(try SolutionFile.read(Array(text.utf8), for: instance).plan == plan)
        }
    }

    private func visits(_ jobs: Int...) -> [Visit] {
        jobs.map { Visit(.job($0)) }
    }
}
