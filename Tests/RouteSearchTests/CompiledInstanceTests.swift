import RoutingTestSupport
import Testing
import VehicleRouting

@testable import RouteSearch

@Suite struct CompiledInstanceTests {
    @Test func `vehicles that differ in name only are one type`() {
        var problem = Problem.line(0, 3)
        problem.addJob(at: 1)
        problem.addVehicle { $0.description = "the blue one" }
        problem.addVehicle()
        problem.addVehicle { $0.costs.fixed = 5 }
        let instance = CompiledInstance(problem)
        #expect(instance.types.map(\.vehicles) == [[0, 1], [2]])
    }

    @Test func `a vehicle that a job singles out is of no type but its own`() {
        var problem = Problem.line(0, 3)
        problem.addVehicle()
        problem.addVehicle()
        problem.addJob(at: 1) { $0.allowedVehicles = [2] }
        let instance = CompiledInstance(problem)
        #expect(instance.types.map(\.vehicles) == [[0], [1]])
        #expect(!instance.tasks.allowed[0])
        #expect(instance.tasks.allowed[1])
    }

    @Test func `costs are counted in the greatest unit that divides every rate`() {
        var problem = Problem.line(0, 3)
        problem.addJob(at: 1)
        // 2 wire units per km are 36 ticks a metre, 12 per hour are 60 ticks a second, 3 fixed are 54 000 ticks: the
        // greatest common divisor is 12, which leaves 3 a metre, 5 a second and 4500.
        problem.addVehicle { $0.costs = VehicleCosts(fixed: 3, perKilometre: 2, perHour: 12) }
        problem.addVehicle { $0.costs = VehicleCosts(fixed: 3, perKilometre: 2, perHour: 24) }
        let instance = CompiledInstance(problem)
        #expect(instance.ticksPerUnit == 12)
        #expect(instance.types[0].perLength == 3)
        #expect(instance.types[0].perSecond == 5)
        #expect(instance.types[1].perSecond == 10)
        #expect(instance.types[0].fixed == 4500)
    }

    @Test func `equal rates are folded into the arcs`() {
        var problem = Problem.line(0, 3)
        problem.addJob(at: 1)
        problem.addVehicle { $0.costs = VehicleCosts(perKilometre: 2, perHour: 12) }
        let instance = CompiledInstance(problem)
        // As above 3 a metre and 5 a second, and the arc is 3 m and 3 s: 3 × 3 + 3 × 5 = 24.
        #expect(instance.types[0].perLength == 1)
        #expect(instance.types[0].perSecond == 0)
        #expect(instance.roads.arc(0, from: 0, to: 1).length == 24)
        #expect(!instance.needs.fleet)
    }

    @Test func `near tasks are near in time as well as on the road`() {
        // Job 1 lies 1 from job 2 but opens 50 after job 2 can have been left; job 3 lies 5 away and waits for nobody.
        var problem = Problem.line(0, 10, 11, 16)
        problem.addJob(at: 1) { $0.timeWindows = [[100, 110]] }
        problem.addJob(at: 2) { $0.timeWindows = [[20, 49]] }
        problem.addJob(at: 3) { $0.timeWindows = [[100, 110]] }
        problem.addVehicle()
        let instance = CompiledInstance(problem)
        // From job 1: job 3 is 5 seconds off.  Job 2 first, then job 1: 1 s of road and 100 − 1 − 49 = 50 s of waiting at
        // a fifth: 11.  So job 3 is the nearer.
        #expect(instance.neighbours.near[0] == 2)
        #expect(instance.neighbours.adjacent[0] == 1)
    }

    @Test func `tasks are adjacent by time where the length of roads costs nothing`() {
        var problem = Problem.line(0, 10, 90, 12)
        for place in 1...3 { problem.addJob(at: place) }
        problem.addVehicle {
            $0.costs.perHour = 0
            $0.costs.perKilometre = 0
        }
        #expect(CompiledInstance(problem).neighbours.adjacent[0] == 2)
    }

    @Test func `the kernel looks at no more than the problem has`() {
        var problem = Problem.line(0, 3)
        problem.addJob(at: 1)
        problem.addVehicle()
        #expect(!CompiledInstance(problem).needs.fleet)
        problem.addVehicle { $0.costs.fixed = 1 }
        #expect(CompiledInstance(problem).needs.fleet)
        #expect(!CompiledInstance(problem).needs.rich)
        problem.jobs[0].timeWindows = [[0, 5], [7, 9]]
        #expect(CompiledInstance(problem).needs.rich)
    }
}
