import RoutingTestSupport
import Testing
import VehicleRouting

@Suite struct PlanCheckerTests {
    @Test func `what the evaluation says, the checker derives by its own way`() {
        for seed in 1...250 as ClosedRange<UInt64> {
            let isLong = seed % 2 == 0
            var features: RandomFeatures = isLong ? [.all, .workingDay] : .all
            if seed % 3 == 0 { features.insert(.preparations) }
            if seed % 5 == 0 { features.insert(.ballast) }
            let problem = Problem.random(seed: seed, features: features)
            let plan = Plan.random(for: problem, seed: seed)
            let evaluation = PlanEvaluation(plan, in: problem)
            let written = WrittenPlan(plan, evaluation: evaluation, in: problem)
            let findings = PlanChecker(problem).check(written)
            // No number is untrue, and the promises broken are the same, cause by cause.
            #expect(findings.filter { $0.kind != .brokenPromise }.isEmpty, "seed \(seed)")
            let found = findings.map(\.code.rawValue).sorted()
            let expected = evaluation.violations.map { CheckFinding.Code($0.cause).rawValue }.sorted()
            #expect(found == expected, "seed \(seed)")
            let amounts = findings.compactMap { $0.unit == "s" ? $0.derived : nil }.sorted()
            #expect(amounts == evaluation.violations.filter { $0.unit == "s" }.map(\.amount).sorted())
        }
    }

    /// A right plan with one of everything: loading, windows, waiting, setup, two compartments, a shipment, a carrier
    /// and a job left out.
    private static func right() -> (problem: Problem, plan: Plan) {
        var problem = Problem.line(0, 4, 9)
        problem.measure("kg")
        problem.addRegimes()
        problem.addVehicle {
            $0.capacity = [20]
            $0.compartments = [
                Compartment(id: "cold", capacity: [9], regimes: [0]),
                Compartment(id: "warm", capacity: [9], regimes: [1]),
            ]
            $0.skills = ["lift"]
            $0.shift = [0, 90]
            $0.costs = VehicleCosts(
                fixed: 7,
                perKilometre: 3000,
                perHour: 3600,
                perTaskHour: 7200,
                perWaitHour: 1800,
                perStop: 2,
                overtimePerHour: 3600,
                overtimeAfter: 30
            )
        }
        problem.addDepot(at: 0, loading: 5)
        problem.addDepot(at: 2)
        problem.addJob(at: 1) {
            $0.delivery = [3]
            $0.regime = 0
            $0.skills = ["lift"]
            $0.setup = 1
            $0.service = 2
            $0.priority = 10
            $0.timeWindows = [[0, 20]]
            $0.depots = [0]
            $0.allowedVehicles = [1]
        }
        problem.addJob(at: 2) {
            $0.pickup = [2]
            $0.regime = 1
            $0.timeWindows = [[40, 50]]
        }
        problem.addJob(at: 2) { $0.delivery = [1] }
        problem.addJob(at: 2) {
            $0.delivery = [1]
            $0.unassignedCost = Cost(wireUnits: 30)
        }
        problem.addShipment(from: 1, to: 2, amount: [4]) { $0.regime = 1 }
        problem.carriers = [Carrier(id: "North", tariff: Tariff(perJob: 25))]
        problem.carriers[0].maxJobs = 1
        let visits = [
            Visit(.job(0)), Visit(.pickup(0), compartment: 1), Visit(.delivery(0), compartment: 1),
            Visit(.job(1), compartment: 1),
        ]
        let plan = Plan(
            routes: [Route(vehicle: 0, visits: visits, regimes: [0, 1])],
            awards: [Award(.job(2), carrier: 0)],
            unassigned: [Unassigned(.job(3))]
        )
        return (problem, plan)
    }

    private static func write(_ plan: Plan, _ problem: Problem) -> WrittenPlan {
        WrittenPlan(plan, evaluation: PlanEvaluation(plan, in: problem), in: problem)
    }

    @Test func `a right plan has no findings`() {
        let (problem, plan) = Self.right()
        #expect(PlanEvaluation(plan, in: problem).violations.isEmpty)
        #expect(PlanChecker(problem).check(Self.write(plan, problem)).isEmpty)
    }

    /// One rule of the problem or one decision of the plan, broken.
    struct Breach: CustomTestStringConvertible, Sendable {
        let cause: Violation.Cause
        let amount: Int?
        let breakIt: @Sendable (inout Problem, inout Plan) -> Void

        var testDescription: String { cause.rawValue }

        init(
            _ cause: Violation.Cause,
            _ amount: Int?,
            _ breakIt: @escaping @Sendable (inout Problem, inout Plan) -> Void
        ) {
            self.cause = cause
            self.amount = amount
            self.breakIt = breakIt
        }
    }

    // The right route leaves at 16 after loading from 11, is at 4 by 20, served till 23, at 9 by 28, waits there till
    // 40 for the last job, and is home at 49: 38 s in all, 18 of them driving, 18 m.
    static let breaches =
        [
            Breach(.delay, 2) { problem, _ in problem.vehicles[0].shift = [0, 47] },
            Breach(.delay, 3) { problem, _ in problem.jobs[1].timeWindows = [[12, 14]] },
            Breach(.load, 1) { problem, _ in problem.vehicles[0].compartments[1].capacity = [3] },
            Breach(.load, 2) { problem, _ in problem.vehicles[0].capacity = [2] },
            Breach(.skills, nil) { problem, _ in problem.vehicles[0].skills = [] },
            Breach(.regime, nil) { problem, _ in problem.jobs[1].regime = 2 },
            Breach(.regime, nil) { problem, _ in problem.vehicles[0].compartments[0].regimes = [2] },
            Breach(.depot, nil) { problem, _ in problem.jobs[0].depots = [1] },
            Breach(.vehicle, nil) { problem, _ in problem.jobs[0].allowedVehicles = ["other"] },
            Breach(.maxTasks, 1) { problem, _ in problem.vehicles[0].maxTasks = 3 },
            Breach(.maxTravelTime, 2) { problem, _ in problem.vehicles[0].maxTravelTime = 16 },
            Breach(.maxDistance, 3) { problem, _ in problem.vehicles[0].maxDistance = 15 },
            Breach(.maxDuration, 8) { problem, _ in problem.vehicles[0].maxDuration = 30 },
            Breach(.precedence, nil) { problem, plan in
                problem.shipments[0].regime = nil
                plan.routes[0].steps[2] = .visit(Visit(plan.routes[0].visits[2].task, compartment: 0))
            },
            Breach(.duplicate, nil) { _, plan in plan.unassigned.append(Unassigned(.job(3))) },
            Breach(.duplicate, nil) { _, plan in
                plan.routes.append(Route(vehicle: 0, visits: [], regimes: [nil, nil]))
            },
            Breach(.missing, nil) { _, plan in plan.unassigned = [] },
            Breach(.reload, nil) { _, plan in
                plan.routes[0].steps.append(.reload(Reload(depot: 0, regimes: [nil, nil])))
            },
            // The last job is done at 40 where depot 1 is, which closed at 30.
            Breach(.delay, 10) { problem, plan in
                problem.vehicles[0].reloadDepots = [1]
                problem.depots[1].timeWindows = [[0, 30]]
                plan.routes[0].steps.append(.reload(Reload(depot: 1, regimes: [nil, nil])))
            },
            Breach(.regime, nil) { problem, plan in
                problem.vehicles[0].reloadDepots = [1]
                plan.routes[0].steps.append(.reload(Reload(depot: 1, regimes: [2, nil])))
            },
            Breach(.delay, 5) { problem, plan in
                problem.vehicles[0].breaks = [Break(id: "lunch", timeWindows: [[0, 35]], service: 0)]
                plan.routes[0].steps.append(.rest(.planned(0)))
            },
            Breach(.missingBreak, nil) { problem, _ in
                problem.vehicles[0].breaks = [Break(id: "lunch", timeWindows: [], service: 1)]
            },
            Breach(.driving, 2) { problem, _ in
                problem.vehicles[0].workRule = WorkRule(id: "law")
                problem.vehicles[0].workRule?.maxContinuousDriving = 16
                problem.vehicles[0].workRule?.rest = 10
            },
            Breach(.relation, nil) { problem, _ in
                problem.relations = [Relation(.sequence(lag: 0), [.job(1), .job(0)])]
            },
            Breach(.aboard, nil) { problem, _ in
                problem.jobs[0].aboard = Aboard(vehicle: 1, compartment: "warm")
            },
            Breach(.carrier, 1) { problem, _ in problem.carriers[0].maxJobs = 0 },
            Breach(.carrier, nil) { problem, _ in problem.jobs[2].skills = ["lift"] },
        ] + coldChainBreaches

    @Test(arguments: breaches)
    func `one broken promise is one finding, admitted or not`(_ breach: Breach) throws {
        var (problem, plan) = Self.right()
        if breach.amount == 3, breach.cause == .delay {
            // Late at once: the window closed at 14, and the earliest arrival at 9 is 5 + 4 + 3 + 5 = 17.
            problem.jobs[0].timeWindows = []
        }
        breach.breakIt(&problem, &plan)
        var written = Self.write(plan, problem)
        let admitted = PlanChecker(problem).check(written)
        #expect(admitted.map(\.code) == [CheckFinding.Code(breach.cause)], "\(admitted)")
        #expect(admitted.first?.derived == breach.amount)
        for route in written.routes.indices { written.routes[route].violations = [] }
        let hidden = try #require(PlanChecker(problem).check(written).first)
        #expect(hidden.code == admitted.first?.code)
        #expect(hidden.stated == nil)
    }

    @Test func `every cause of violation has a breach above`() {
        #expect(Set(Self.breaches.map(\.cause)) == Set(Violation.Cause.allCases))
    }

    /// One stated number, changed.
    struct Lie: CustomTestStringConvertible, Sendable {
        let code: CheckFinding.Code
        let tell: @Sendable (inout WrittenPlan) -> Void

        var testDescription: String { code.rawValue }

        init(_ code: CheckFinding.Code, _ tell: @escaping @Sendable (inout WrittenPlan) -> Void) {
            self.code = code
            self.tell = tell
        }
    }

    static let lies = [
        Lie(.unknownVehicle) { $0.routes[0].vehicle = "ghost" },
        Lie(.unknownTask) { $0.unassigned.append(WrittenUnassigned(.job, id: "ghost")) },
        Lie(.unknownCompartment) { $0.routes[0].compartments[0].id = "ghost" },
        Lie(.unknownCompartment) { $0.routes[0].steps[1].compartment = nil },
        Lie(.unknownBox) { $0.routes[0].steps[1].box = "ghost" },
        Lie(.unknownRegime) { $0.routes[0].compartments[0].regime = "ghost" },
        Lie(.unknownCarrier) { $0.awards[0].carrier = "ghost" },
        Lie(.brokenSteps) { $0.routes[0].steps.removeLast() },
        Lie(.location) { $0.routes[0].steps[2].location = 0 },
        Lie(.location) { $0.unassigned[0].location = 0 },
        Lie(.arrival) { $0.routes[0].steps[0].arrival += 1 },
        Lie(.arrival) { $0.routes[0].steps[3].arrival -= 1 },
        Lie(.arrival) { $0.routes[0].steps[5].arrival += 1 },
        Lie(.waiting) { $0.routes[0].steps[4].waiting = 0 },
        Lie(.setup) { $0.routes[0].steps[1].setup = 0 },
        Lie(.service) { $0.routes[0].steps[0].service = 4 },
        Lie(.service) { $0.routes[0].steps[1].service = 3 },
        Lie(.stepLoad) { $0.routes[0].steps[1].load = [1] },
        Lie(.compartmentLoad) { $0.routes[0].steps[2].compartmentLoads?[1] = [5] },
        Lie(.stepTravelTime) { $0.routes[0].steps[5].travelTime = 17 },
        Lie(.stepDistance) { $0.routes[0].steps[4].distance = 17 },
        Lie(.cost) { $0.routes[0].totals.cost += 1 },
        Lie(.cost) { $0.summary.totals.cost -= 1 },
        Lie(.ledger) { $0.routes[0].totals.ledger?.overtime += 1 },
        Lie(.ledger) { $0.summary.totals.ledger?.fixed += 1 },
        Lie(.totalSetup) { $0.routes[0].totals.setup += 1 },
        Lie(.totalService) { $0.summary.totals.service += 1 },
        Lie(.totalTravelTime) { $0.routes[0].totals.travelTime += 1 },
        Lie(.totalWaiting) { $0.summary.totals.waitingTime += 1 },
        Lie(.totalDistance) { $0.routes[0].totals.distance = 1 },
        Lie(.priority) { $0.summary.totals.priority = 11 },
        Lie(.delivery) { $0.summary.totals.delivery = [0] },
        Lie(.pickup) { $0.routes[0].totals.pickup = [] },
        Lie(.violation) { $0.routes[0].violations.append(WrittenViolation("skills", step: 1)) },
        Lie(.routeCount) { $0.summary.routes = 2 },
        Lie(.unassignedCount) { $0.summary.unassigned = 0 },
        Lie(.awardCost) { $0.awards[0].cost = 24 },
        Lie(.carrierCost) { $0.summary.carrierCost = 26 },
        Lie(.preparation) { $0.routes[0].steps[0].preparation = 3 },
        Lie(.unassignedCost) { $0.summary.unassignedCost = 0 },
    ]

    @Test(arguments: lies)
    func `one untrue number or name is one finding`(_ lie: Lie) {
        let (problem, plan) = Self.right()
        var written = Self.write(plan, problem)
        lie.tell(&written)
        let findings = PlanChecker(problem).check(written)
        #expect(findings.map(\.code) == [lie.code], "\(findings)")
    }

    @Test func `every code is reported by some test here`() {
        let told = Set(Self.lies.map(\.code)).union(Self.breaches.map { CheckFinding.Code($0.cause) })
        // The two codes about the start of the route have tests of their own below.
        #expect(told.union([.departure, .early]) == Set(CheckFinding.Code.allCases))
    }

    /// One job at 4, always open, released at 3.
    private func oneJob() -> (problem: Problem, written: WrittenPlan) {
        var problem = Problem.line(0, 4)
        problem.measure("kg")
        problem.addVehicle()
        problem.addJob(at: 1) {
            $0.delivery = [1]
            $0.release = 3
        }
        return (problem, Self.write(Plan(routes: [problem.route(.job(0))]), problem))
    }

    @Test func `a route that is whole but leaves earlier than it may is named once`() {
        var (problem, written) = oneJob()
        for step in 0...2 { written.routes[0].steps[step].arrival -= 1 }
        let findings = PlanChecker(problem).check(written)
        #expect(findings.map(\.code) == [.departure, .early])
        #expect(findings.last?.derived == 1)
        problem.jobs[0].release = 0
        // Now it may leave at 0 and leaves at 2: later than need be, and nothing else is wrong.
        #expect(PlanChecker(problem).check(written).map(\.code) == [.departure])
    }

    @Test func `a number that the file does not state is not checked`() {
        var (problem, written) = oneJob()
        written.routes[0].totals.ledger = nil
        written.routes[0].totals.distance = nil
        written.routes[0].steps[1].load = nil
        written.summary.carrierCost = nil
        #expect(PlanChecker(problem).check(written).isEmpty)
    }

    @Test func `a finding reads as a sentence with place, value, truth and code`() {
        var (problem, written) = oneJob()
        written.routes[0].steps[1].arrival = 9
        let number = PlanChecker(problem).check(written).map(\.description)
        #expect(number == ["route 1, step 2: arrival of job 1 is given as 9 s but works out as 7 s (C131)"])
        problem.vehicles[0].maxDistance = 5
        written.routes[0].steps[1].arrival = 7
        let promise = PlanChecker(problem).check(written).map(\.description)
        #expect(promise == ["route 1: vehicle 1 drives too far by 3 m (C118)"])
    }
}
