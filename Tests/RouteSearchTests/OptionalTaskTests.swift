import RoutingTestSupport
import Testing
import VehicleRouting

@testable import RouteSearch

@Suite("What may be left out")
struct OptionalTaskTests {
    /// Twenty stops from 100 to 290, 10 apart, on one side of the depot; each may be left out for `price`.
    private func farStreet(price: Int) -> Problem {
        var problem = Problem.line([0] + (0..<20).map { 100 + 10 * $0 })
        for place in 1...20 { problem.addJob(at: place) { $0.unassignedCost = Cost(wireUnits: price) } }
        for _ in 1...3 { problem.addVehicle() }
        return problem
    }

    private func search(_ problem: Problem) -> Plan {
        RouteSolver(problem).solve(SearchParameters(seconds: nil, iterations: 4000)).plan
    }

    @Test func `a long route is driven though only more than a dozen of its stops pay for it together`() {
        // k stops cost 2 × (100 + 10 (k − 1)) and save 35 k: 440 and 455 for 13 of them, 420 and 420 for 12; all 20 cost 580
        // and save 700.
        let plan = search(farStreet(price: 35))
        #expect(plan.unassigned.isEmpty)
        #expect(plan.routes.count == 1)
    }

    @Test func `no route is driven where all stops together are not worth it`() {
        // All 20 cost 580 and save 560.
        let plan = search(farStreet(price: 28))
        #expect(plan.unassigned.count == 20)
        #expect(plan.routes.isEmpty)
    }
}
