import RoutingTestSupport
import Testing
import VehicleRouting

@testable import RouteSearch

@Suite struct ColdChainSearchTests {
    private func solve(_ problem: Problem, iterations: Int = 300) -> Plan {
        RouteSolver(problem).solve(SearchParameters(seconds: nil, iterations: iterations, seed: 3)).plan
    }

    @Test func `goods that do not hold for a round trip are served by two vehicles`() {
        // Places at −10 and 10: one vehicle would reach the second after 30 s, goods hold for 25.
        var problem = Problem.line(0, -10, 10)
        for place in [1, 2] {
            problem.addJob(at: place) {
                $0.delivery = []
                $0.handling.isBoxed = true
            }
        }
        problem.measure("kg")
        for index in 0...1 {
            problem.jobs[index].delivery = [1]
            problem.jobs[index].holdTime = 25
        }
        for _ in 0...1 { problem.addVehicle { $0.costs.fixed = 1000 } }
        #expect(solve(problem).routes.count == 2)
        problem.jobs[1].holdTime = 30
        #expect(solve(problem).routes.count == 1)
    }

    @Test func `recalled goods never share a trip with saleable ones`() {
        var problem = Problem.line(0, 10, 11)
        problem.goodsClasses = ["saleable", "recalled"]
        problem.segregation.keep(0, and: 1, .neverSameTrip)
        problem.addJob(at: 1) { $0.handling.goodsClass = 0 }
        problem.addJob(at: 2) { $0.handling.goodsClass = 1 }
        for _ in 0...1 { problem.addVehicle() }
        #expect(solve(problem).routes.count == 2)
        problem.segregation.keep(0, and: 1, .otherCompartment)
        for index in 0...1 {
            problem.vehicles[index].compartments = ["A", "B"].map {
                Compartment(id: $0, capacity: [], regimes: nil)
            }
        }
        let plan = solve(problem)
        #expect(plan.routes.count == 1)
        #expect(Set(plan.routes[0].visits.map(\.compartment)) == [0, 1])
    }

    @Test(arguments: UInt64(1)...5)
    func `no body drives twice where its layouts differ in room alone`(seed: UInt64) {
        // One body that holds 10, or at a higher cost 20; 24 kg are to be brought.
        var problem = Problem.line(0, 10, 11, 12, 13)
        problem.measure("kg")
        for (room, fixed) in [(10, 1000), (20, 3000)] {
            problem.addVehicle {
                $0.body = "V1"
                $0.capacity = [room]
                $0.costs.fixed = fixed
            }
        }
        for place in 1...4 { problem.addJob(at: place) { $0.delivery = [6] } }
        let parameters = SearchParameters(seconds: nil, iterations: 500, seed: seed)
        let plan = RouteSolver(problem).solve(parameters).plan
        #expect(PlanEvaluation(plan, in: problem).violations.isEmpty)
        #expect(plan.routes.count == 1)
        #expect(plan.unassigned.count >= 1)
    }

    @Test func `a box is taken that holds long enough, if it is ready before anybody leaves`() {
        // The stop is 30 s away: the box that holds 20 s is of no use, the other is ready at 50, before the shift at 100.
        var problem = Problem.line(0, 30)
        problem.addRegimes()
        problem.measure("kg")
        problem.boxTypes = [(0, 20), (50, 1000)].enumerated().map { index, times in
            var box = BoxType(id: .text("box \(index)"), regime: 0, holdTime: times.1)
            box.readyAt = times.0
            return box
        }
        problem.addJob(at: 1) {
            $0.delivery = [1]
            $0.regime = 0
            $0.boxes = [BoxNeed(type: 0), BoxNeed(type: 1)]
        }
        problem.addVehicle {
            $0.capacity = [5]
            $0.shift = [100, 1000]
        }
        #expect(solve(problem).unassigned.isEmpty)
    }

    @Test func `the layout of a body follows the goods, and no body drives in two`() {
        // Two bodies, each with one large cold compartment or with a cold and a warm one; 6 kg cold and 4 kg warm fit one
        // body in the second layout.
        var problem = Problem.line(0, 10, 11)
        problem.measure("kg")
        problem.addRegimes()
        for body in ["V1", "V2"] {
            for isSplit in [false, true] {
                problem.addVehicle {
                    $0.id = .text(isSplit ? "\(body) split" : body)
                    $0.body = .text(body)
                    $0.costs.fixed = 1000
                    $0.compartments =
                        isSplit
                        ? [
                            Compartment(id: "front", capacity: [6], regimes: [0]),
                            Compartment(id: "rear", capacity: [4], regimes: [1]),
                        ] : [Compartment(id: "whole", capacity: [10], regimes: [0])]
                }
            }
        }
        problem.addJob(at: 1) {
            $0.delivery = [6]
            $0.regime = 0
        }
        problem.addJob(at: 2) {
            $0.delivery = [4]
            $0.regime = 1
        }
        #expect(solve(problem).routes.map { problem.vehicles[$0.vehicle].compartments.count } == [2])
        // 9 kg cold beside the warm goods: one body in each layout.
        problem.jobs[0].delivery = [9]
        let two = solve(problem)
        #expect(two.unassigned.isEmpty)
        #expect(Set(two.routes.compactMap { problem.vehicles[$0.vehicle].body }) == ["V1", "V2"])
        // Three lots that each fill a body: one stays behind, whatever the layouts.
        problem.addJob(at: 2) {
            $0.delivery = [10]
            $0.regime = 0
        }
        let three = solve(problem)
        #expect(three.unassigned.count == 1)
        #expect(PlanEvaluation(three, in: problem).violations.isEmpty)
    }

    @Test(arguments: 1...3)
    func `goods of several patients never share a box`(stock: Int) {
        // Three small orders to one home: each takes a box of its own, so with fewer boxes orders stay behind.
        var problem = Problem.line(0, 10)
        problem.measure("kg")
        problem.addRegimes()
        problem.boxTypes = [BoxType(id: "bag", regime: 0, holdTime: 900)]
        problem.boxTypes[0].stock = stock
        problem.addVehicle()
        for _ in 0...2 {
            problem.addJob(at: 1) {
                $0.delivery = [1]
                $0.regime = 0
                $0.boxes = [BoxNeed(type: 0)]
            }
        }
        let plan = solve(problem)
        #expect(plan.unassigned.count == 3 - stock)
        #expect(plan.routes.flatMap(\.visits).allSatisfy { $0.box == 0 })
        #expect(PlanEvaluation(plan, in: problem).violations.isEmpty)
    }

    /// A vehicle that holds one job of two at 10 and may load again, and what preparing its compartment takes.
    private func twoTrips(_ prepare: (inout Problem) -> Void) -> Problem {
        var problem = Problem.line(0, 10)
        problem.measure("kg")
        problem.addRegimes()
        problem.goodsClasses = ["saleable", "recalled"]
        problem.addVehicle {
            $0.compartments = [Compartment(id: "box", capacity: [1], regimes: [0, 1])]
            $0.reloadDepots = [0]
            $0.costs.perTaskHour = 3600
        }
        problem.addDepot(at: 0)
        for _ in 0...1 { problem.addJob(at: 1) { $0.delivery = [1] } }
        prepare(&problem)
        return problem
    }

    @Test func `trips come in the order that needs no cleaning`() {
        for recalled in 0...1 {
            let problem = twoTrips { problem in
                problem.cleaning[after: 1, before: 0] = 50
                problem.jobs[1 - recalled].handling.goodsClass = 0
                problem.jobs[recalled].handling.goodsClass = 1
            }
            let plan = solve(problem)
            #expect(plan.routes.map { $0.visits.map(\.task) } == [[.job(1 - recalled), .job(recalled)]])
            // Four drives of 10 s, and nothing else.
            #expect(PlanEvaluation(plan, in: problem).cost == Cost(wireUnits: 40))
        }
    }

    @Test func `a changeover that the shift has no time for leaves goods out`() {
        let problem = twoTrips { problem in
            problem.jobs[0].regime = 0
            problem.jobs[1].regime = 1
            problem.vehicles[0].compartments[0].changeovers = [
                Changeover(to: 0, seconds: 5), Changeover(to: 1, seconds: 5),
            ]
            problem.vehicles[0].shift = [0, 50]
        }
        // 5 + 10 + 10, and again: 50 s.
        let plan = solve(problem)
        #expect(plan.unassigned.isEmpty)
        #expect(PlanEvaluation(plan, in: problem).cost == Cost(wireUnits: 50))
        var tight = problem
        tight.vehicles[0].shift = [0, 49]
        #expect(solve(tight).unassigned.count == 1)
    }

    @Test func `a van that is cold already is given the cold goods`() {
        let problem = twoTrips { problem in
            for index in 0...1 { problem.jobs[index].regime = index }
            problem.vehicles.append(problem.vehicles[0])
            problem.vehicles[1].id = 2
            for index in 0...1 {
                problem.vehicles[index].compartments[0].changeovers = [
                    Changeover(to: 0, seconds: 30), Changeover(to: 1, seconds: 30),
                ]
                problem.vehicles[index].compartments[0].state.regime = 1 - index
            }
        }
        let plan = solve(problem)
        #expect(plan.routes.map { $0.visits.map(\.task) } == [[.job(1)], [.job(0)]])
        #expect(PlanEvaluation(plan, in: problem).cost == Cost(wireUnits: 40))
    }

    @Test func `certificates that make no difference do not split a fleet into types`() {
        var problem = Problem.line(0, 10)
        problem.addJob(at: 1) { $0.handling.requires = ["calibration"] }
        for day in 1...9 {
            problem.addVehicle {
                $0.shift = [0, 86_400]
                $0.permits = [
                    Permit("calibration", validUntil: 86_400 * day), Permit("tail lift", validUntil: day),
                ]
            }
        }
        #expect(CompiledInstance(problem).types.count == 1)
        problem.vehicles[0].permits[0].validUntil = -86_400
        #expect(CompiledInstance(problem).types.count == 2)
    }

    @Test func `problems without such rules compile without them`() {
        let instance = CompiledInstance(Problem.random(seed: 4, features: [.windows, .costs]))
        #expect(!instance.rules.needs.any)
    }
}
