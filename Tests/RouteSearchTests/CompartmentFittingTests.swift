import RoutingTestSupport
import Testing
import VehicleRouting

@testable import RouteSearch

@Suite struct CompartmentFittingTests {
    /// Two jobs of regimes 0 and 2, and two vehicles that have them in opposite compartments.
    private var problem: Problem {
        var problem = Problem.line(0, 10, 20)
        problem.measure("kg")
        problem.addRegimes()
        problem.addJob(at: 1) { ($0.regime, $0.delivery) = (0, [3]) }
        problem.addJob(at: 2) { ($0.regime, $0.delivery) = (2, [4]) }
        for regimes in [[0, 2], [2, 0]] {
            problem.addVehicle {
                $0.capacity = [9]
                $0.compartments = regimes.enumerated().map { index, regime in
                    Compartment(id: .number(UInt64(index)), capacity: [5], regimes: [regime])
                }
            }
        }
        return problem
    }

    private func meter(_ instance: CompiledInstance) -> RouteMeter {
        var meter = RouteMeter(capacity: 2, compartments: instance.compartmentCount)
        meter.append(0, compartment: 0)
        meter.append(1, compartment: 1)
        return meter
    }

    @Test func `goods keep compartments that fit and find others on another vehicle`() {
        let instance = CompiledInstance(problem)
        var meter = meter(instance)
        let fits = (0..<2).map { meter.suits(instance, type: $0) }
        #expect(fits == [true, true])
        // Regime 0 is in compartment 1 of the second vehicle.
        let chosen = [meter.compartments[0], meter.compartments[1]]
        #expect(chosen == [1, 0])
    }

    @Test func `goods that fit no compartment of a vehicle do not ride with it`() {
        var problem = problem
        // 4 kg of regime 2 in a compartment for 3.
        problem.vehicles[1].compartments[0].capacity = [3]
        let instance = CompiledInstance(problem)
        var meter = meter(instance)
        let fits = meter.suits(instance, type: 1)
        #expect(!fits)
    }

    @Test func `two routes in use exchange vehicles, and their goods find other compartments`() {
        var problem = problem
        problem.vehicles[0].costs = VehicleCosts(fixed: 0, perHour: 3600)
        problem.vehicles[1].costs = VehicleCosts(fixed: 0, perHour: 7200)
        let instance = CompiledInstance(problem)
        var search = RuinRecreate<RichKernel>(instance, seed: 1)
        // 10 s out and home at 1 a second, 20 s out and home at 2: 20 + 80.
        let one = problem.route(of: 0, .job(0))
        let other = problem.route(of: 1, .job(1))
        search.adopt(Plan(routes: [one, other]))
        let units = Int64(Cost.ticksPerWireUnit) / instance.ticksPerUnit
        #expect(search.solution.routeCost == 100 * units)
        let (first, second) = (search.solution.start(0), search.solution.start(1))
        let isExchanged = search.solution.exchangeTails(after: first, and: second)
        #expect(isExchanged)
        // The other way round: 40 + 40.
        #expect(search.solution.routeCost == 80 * units)
        let chosen = [search.solution.compartment[Int32(0)], search.solution.compartment[Int32(1)]]
        #expect(chosen == [1, 1])
    }

    @Test(arguments: [0, 1, 50])
    func `a job for which a dear vehicle is left is served, however short the search`(iterations: Int) {
        var problem = problem
        problem.vehicles[0].maxTasks = 1
        problem.vehicles[1].maxTasks = 1
        problem.vehicles[1].costs = VehicleCosts(fixed: 1_000_000)
        let plan = RouteSolver(problem).solve(SearchParameters(seconds: nil, iterations: iterations)).plan
        #expect(plan.unassigned.isEmpty)
    }
}
