import RoutingTestSupport
import Testing
import VehicleRouting

@testable import Planning

@Suite("Reasons of the working day") struct WorkingDayReasonsTests {
    private func reasons(_ plan: Plan, _ problem: Problem) -> [UnassignedReason] {
        ExplainUnassigned(problem).run(plan).unassigned[0].reasons
    }

    @Test func `a task that belongs with another has the other's vehicle or none`() {
        // Vehicle 1 has job 1 and is full; vehicle 2 is free, but job 2 belongs with job 1.
        var problem = Problem.line(0, 10, 20)
        problem.measure("kg")
        for capacity in [1, 2] { problem.addVehicle { $0.capacity = [capacity] } }
        for place in 1...2 { problem.addJob(at: place) { $0.delivery = [1] } }
        problem.relations = [Relation(.together, [.job(0), .job(1)])]
        let plan = Plan(routes: [problem.route(.job(0))], unassigned: [Unassigned(.job(1))])
        let found = reasons(plan, problem)
        #expect(Set(found.map(\.code)) == ["CAPACITY_CONSTRAINT", "RELATION_CONSTRAINT"])
        let capacity = found.first { $0.code == "CAPACITY_CONSTRAINT" }
        #expect(capacity?.vehicles == [0])
        #expect(capacity?.relaxation == 1)
        let relation = found.first { $0.code == "RELATION_CONSTRAINT" }
        #expect(relation?.vehicles == [1])
        #expect(relation?.detail == "1")
    }

    @Test func `a shift too short for the rest is short by seconds`() {
        // 80 s of driving and a rest of 5 s after at most 50: 85 s, one more than the shift has.
        var problem = Problem.line(0, 40)
        problem.addJob(at: 1)
        problem.addVehicle {
            $0.workRule = WorkRule(id: "law")
            $0.workRule?.maxContinuousDriving = 50
            $0.workRule?.rest = 5
            $0.shift = [0, 84]
        }
        let found = reasons(Plan(unassigned: [Unassigned(.job(0))]), problem)
        #expect(found.map(\.code) == ["SHIFT_CONSTRAINT"])
        #expect(found.map(\.relaxation) == [1])
        #expect(found.map(\.evenAlone) == [true])
    }

    @Test func `a shift too short to cool the vehicle first is short by seconds`() {
        // 30 s of cooling and 80 of driving: 110, ten more than the shift has.
        var problem = Problem.line(0, 40)
        problem.addRegimes()
        problem.addJob(at: 1) { $0.regime = 0 }
        problem.addVehicle {
            $0.compartments = [Compartment(id: "box", capacity: [], regimes: [0])]
            $0.compartments[0].changeovers = [Changeover(to: 0, seconds: 30)]
            $0.shift = [0, 100]
        }
        let found = reasons(Plan(unassigned: [Unassigned(.job(0))]), problem)
        #expect(found.map(\.code) == ["SHIFT_CONSTRAINT"])
        #expect(found.map(\.relaxation) == [10])
        #expect(found.map(\.evenAlone) == [true])
    }

    @Test func `a dose that comes too late is late by seconds, beside a certificate short by days`() {
        // At 40 at the earliest, 10 s after the activity has fallen short; back at 80, a day and a second after the
        // certificate has lapsed: two days.
        var problem = Problem.line(0, 40)
        problem.addJob(at: 1) {
            $0.useBy = 30
            $0.handling.permits = [Permit("class7", validUntil: 80 - 86_401)]
        }
        problem.addVehicle()
        let found = reasons(Plan(unassigned: [Unassigned(.job(0))]), problem)
        #expect(found.map(\.code).sorted() == ["ACTIVITY_CONSTRAINT", "PERMIT_CONSTRAINT"])
        #expect(found.first { $0.code == "ACTIVITY_CONSTRAINT" }?.relaxation == 10)
        #expect(found.first { $0.code == "PERMIT_CONSTRAINT" }?.relaxation == 2)
        #expect(found.first { $0.code == "PERMIT_CONSTRAINT" }?.unit == "d")
        #expect(found.allSatisfy { $0.evenAlone })
    }

    @Test func `a break that fits stops nobody`() {
        var problem = Problem.line(0, 10)
        problem.addJob(at: 1) { $0.unassignedCost = .zero }
        problem.addVehicle { $0.breaks = [Break(id: 1, timeWindows: [[0, 50]], service: 5)] }
        let found = reasons(Plan(unassigned: [Unassigned(.job(0))]), problem)
        #expect(found.map(\.code) == ["PRICE_CONSTRAINT"])
    }

    @Test func `goods that need another trip lack the time for it, not the room`() {
        // Job 1 fills the vehicle: 20 s.  Another trip to job 2 takes 40 s, 10 more than the shift has.
        var problem = Problem.line(0, 10, 20)
        problem.measure("kg")
        problem.addVehicle {
            $0.capacity = [4]
            $0.shift = [0, 50]
        }
        problem.addDepot(at: 0)
        problem.vehicles[0].reloadDepots = [0]
        for place in 1...2 { problem.addJob(at: place) { $0.delivery = [3] } }
        let plan = Plan(routes: [problem.route(.job(0))], unassigned: [Unassigned(.job(1))])
        let found = reasons(plan, problem)
        #expect(found.map(\.code) == ["SHIFT_CONSTRAINT"])
        #expect(found.map(\.relaxation) == [10])
    }
}
