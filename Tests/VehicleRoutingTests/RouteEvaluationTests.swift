import RoutingTestSupport
import Testing
import VehicleRouting

@Suite struct RouteEvaluationTests {
    @Test func `deliveries are aboard from the start, pickups to the end, each in its compartment`() {
        var problem = Problem.line(0, 4, 9)
        problem.measure("kg")
        problem.addVehicle {
            $0.compartments = [
                Compartment(id: "front", capacity: [9], regimes: nil),
                Compartment(id: "rear", capacity: [9], regimes: nil),
            ]
        }
        problem.addJob(at: 1) { $0.delivery = [3] }
        problem.addJob(at: 2) {
            $0.delivery = [2]
            $0.pickup = [4]
        }
        problem.addShipment(from: 1, to: 2, amount: [5])
        let route = Route(
            vehicle: 0,
            visits: [
                Visit(.job(0)), Visit(.pickup(0), compartment: 1), Visit(.delivery(0), compartment: 1),
                Visit(.job(1)),
            ],
            regimes: [nil, nil]
        )
        let evaluation = RouteEvaluation(route, at: 0, in: problem)
        // Front: 3 + 2, then 2 once job 1 is done, and 4 picked up at the end.  Rear: 5 between its two stops.
        #expect(evaluation.loads == [[[5], [0]], [[2], [0]], [[2], [5]], [[2], [0]], [[4], [0]]])
        #expect(evaluation.peakLoads == [[5], [5]])
        #expect(evaluation.violations.isEmpty)
    }

    @Test func `goods that nobody takes are on board until the vehicle loads again`() {
        var problem = Problem.line(0, 4, 9)
        problem.measure("boxes")
        problem.addDepot(at: 0)
        problem.addVehicle(from: 0, to: 0) {
            $0.compartments = [
                Compartment(id: "front", capacity: [3], regimes: nil),
                Compartment(id: "rear", capacity: [3], regimes: nil),
            ]
            $0.compartments[0].ballast = [2]
            $0.reloadDepots = [0]
        }
        problem.addJob(at: 1) { $0.delivery = [1] }
        problem.addJob(at: 2) { $0.delivery = [3] }
        func route(_ steps: RouteStep...) -> Route { Route(vehicle: 0, steps: steps, regimes: [nil, nil]) }
        let (one, two) = (RouteStep.visit(Visit(.job(0))), RouteStep.visit(Visit(.job(1))))
        let twice = RouteEvaluation(
            route(one, .reload(Reload(depot: 0, regimes: [nil, nil])), two),
            at: 0,
            in: problem
        )
        // 2 + 1 in front, 2 once job 1 is done; the 2 come off at the depot, where the 3 for job 2 come aboard.
        #expect(twice.loads == [[[3], [0]], [[2], [0]], [[3], [0]], [[0], [0]]])
        #expect(twice.violations.isEmpty)
        // Without a reload 2 + 1 + 3 are on board at once: 3 more than the compartment holds.
        let once = RouteEvaluation(route(one, two), at: 0, in: problem)
        let overload = Violation(.load, route: 0, amount: 3, unit: "boxes", detail: "front")
        #expect(once.violations == [overload])
    }

    @Test func `each cause of cost has its own line in the ledger`() {
        var problem = Problem.line(0, 1000, 3000)
        problem.addVehicle {
            $0.costs = VehicleCosts(
                fixed: 70,
                perKilometre: 9,
                perHour: 36,
                perTaskHour: 72,
                perWaitHour: 144,
                perStop: 5,
                overtimePerHour: 360,
                overtimeAfter: 6000
            )
        }
        problem.addDepot(at: 0, loading: 50)
        problem.addJob(at: 1) {
            $0.service = 100
            $0.timeWindows = [[0, 1100]]
        }
        problem.addJob(at: 1) { $0.service = 100 }
        problem.addJob(at: 2) { $0.timeWindows = [[3700, 9000]] }
        let route = problem.route(.job(0), .job(1), .job(2))
        let ledger = RouteEvaluation(route, at: 0, in: problem).ledger
        // Loads 50…100, at 1000 by 1100, done 1300, at 3000 by 3300, waits till 3700, home 6700: 6650 s in all.
        #expect(ledger.fixed == Cost(wireUnits: 70))
        // 6 km × 9
        #expect(ledger.distance == Cost(wireUnits: 54))
        // 6000 s of driving = 5/3 h × 36
        #expect(ledger.driving == Cost(wireUnits: 60))
        // 50 s loading + 200 s service = 250/3600 h × 72
        #expect(ledger.tasks == Cost(wireUnits: 5))
        // 400/3600 h × 144
        #expect(ledger.waiting == Cost(wireUnits: 16))
        // Two halts, not three jobs
        #expect(ledger.stops == Cost(wireUnits: 10))
        // (6650 − 6000)/3600 h × 360
        #expect(ledger.overtime == Cost(wireUnits: 65))
        #expect(ledger.total == Cost(wireUnits: 70 + 54 + 60 + 5 + 16 + 10 + 65))
    }

    @Test func `a matrix with its own costs replaces the rates by road and hour`() {
        var problem = Problem.line(0, 4)
        problem.matrices["car"] = TravelMatrix(
            size: 2,
            durations: [0, 4, 4, 0],
            distances: [0, 4, 4, 0],
            costs: [0, 11, 13, 0]
        )
        problem.addVehicle()
        problem.addJob(at: 1)
        let ledger = RouteEvaluation(problem.route(.job(0)), at: 0, in: problem).ledger
        #expect(ledger.driving == Cost(wireUnits: 24))
        #expect(ledger.distance == .zero)
    }

    @Test func `by default a route costs its driving seconds`() {
        var problem = Problem.line(0, 7)
        problem.addVehicle()
        problem.addJob(at: 1) { $0.service = 30 }
        let ledger = RouteEvaluation(problem.route(.job(0)), at: 0, in: problem).ledger
        #expect(ledger.total == Cost(wireUnits: 14))
    }

    @Test func `amounts smaller than a wire unit are kept exactly and rounded when shown`() {
        var problem = Problem.line(0, 7)
        problem.addVehicle { $0.costs = VehicleCosts(perKilometre: 1, perHour: 1) }
        problem.addJob(at: 1)
        let ledger = RouteEvaluation(problem.route(.job(0)), at: 0, in: problem).ledger
        // 14 m × 18 + 14 s × 5 ticks, far below half of 18 000
        #expect(ledger.total == Cost(ticks: 322))
        #expect(ledger.total.wireUnits == 0)
    }
}
