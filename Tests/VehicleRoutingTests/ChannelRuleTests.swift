import RoutingTestSupport
import Testing
import VehicleRouting

@Suite("Channel rules, by hand") struct ChannelRuleTests {
    /// Depots at 0 and 20, consignees at 4 (in China) and 9 (in Germany); a vehicle at each depot.
    private func problem(_ rules: ChannelRule...) -> Problem {
        var problem = Problem.line(0, 20, 4, 9)
        problem.measure("kg")
        (problem.locations[2].country, problem.locations[2].site) = ("CN", "S1")
        (problem.locations[3].country, problem.locations[3].site) = ("DE", "S2")
        problem.addVehicle { $0.capacity = [9] }
        problem.addVehicle(from: 1, to: 1) { $0.capacity = [9] }
        problem.addDepot(at: 0)
        problem.addDepot(at: 1)
        problem.channelRules = rules
        return problem
    }

    private func violations(_ problem: Problem, of vehicle: Int = 0, _ tasks: TaskReference...) -> [Violation]
    {
        let route = Route(vehicle: vehicle, visits: tasks.map { Visit($0) }, regimes: [nil])
        return RouteEvaluation(route, at: 0, in: problem).violations
    }

    /// No vaccines to homes in China.
    private var ban: ChannelRule {
        var rule = ChannelRule(id: "BAN", note: "Not sold online.")
        rule.countries = ["CN"]
        rule.productClasses = ["vaccine", "narcotic"]
        rule.channels = ["direct_to_patient"]
        rule.isForbidden = true
        return rule
    }

    private func goods(_ channel: String?, _ classes: Set<String>) -> (inout Job) -> Void {
        {
            $0.delivery = [1]
            ($0.handling.channel, $0.handling.productClasses) = (channel, classes)
        }
    }

    @Test func `a rule binds what matches it in every respect, and nothing else`() {
        var problem = problem(ban)
        problem.addJob(at: 2, goods("direct_to_patient", ["prescription", "vaccine"]))
        // Another class, another channel, no channel, another country.
        problem.addJob(at: 2, goods("direct_to_patient", ["prescription"]))
        problem.addJob(at: 2, goods("wholesale", ["vaccine"]))
        problem.addJob(at: 2, goods(nil, ["vaccine"]))
        problem.addJob(at: 3, goods("direct_to_patient", ["vaccine"]))
        let banned = Violation(.channel, route: 0, task: .job(0), detail: "BAN")
        #expect(violations(problem, .job(0), .job(1), .job(2), .job(3), .job(4)) == [banned])
        #expect(!problem.maySupply(.job(0)))
        #expect((1...4).allSatisfy { problem.maySupply(.job($0)) })
    }

    @Test func `what only comes back is supplied to nobody`() {
        var problem = problem(ban)
        problem.addJob(at: 2, goods("direct_to_patient", ["vaccine"]))
        (problem.jobs[0].delivery, problem.jobs[0].pickup) = ([], [1])
        #expect(violations(problem, .job(0)).isEmpty)
    }

    @Test func `a conditional rule names the certificates that are missing`() {
        var rule = ChannelRule(id: "CERT")
        rule.needs = ["licence", "transport"]
        var problem = problem(rule)
        problem.addJob(at: 2) { $0.handling.permits = [Permit("licence")] }
        let missing = Violation(.channel, route: 0, task: .job(0), detail: "CERT transport")
        #expect(violations(problem, .job(0)) == [missing])
        // At 4 by 4, back at 8: a certificate until 7 lapses on the road, by the rule of certificates.
        problem.jobs[0].handling.permits.append(Permit("transport", validUntil: 7))
        #expect(violations(problem, .job(0)).map(\.cause) == [.permit])
    }

    @Test func `a consignee is supplied from the depots that may ship to it, trip by trip`() {
        var rule = ChannelRule(id: "TENDER")
        rule.consignees = ["S1"]
        rule.depots = [1]
        var problem = problem(rule)
        problem.addJob(at: 2) { $0.delivery = [1] }
        problem.addJob(at: 3) { $0.delivery = [1] }
        let wrong = Violation(.shipFrom, route: 0, task: .job(0), detail: "TENDER")
        #expect(violations(problem, .job(0), .job(1)) == [wrong])
        #expect(violations(problem, of: 1, .job(0), .job(1)).isEmpty)
        // Loaded again at the depot that may.
        problem.vehicles[0].reloadDepots = [1]
        let steps: [RouteStep] = [
            .visit(Visit(.job(1))), .reload(Reload(depot: 1, regimes: [nil])), .visit(Visit(.job(0))),
        ]
        let route = Route(vehicle: 0, steps: steps, regimes: [nil])
        #expect(RouteEvaluation(route, at: 0, in: problem).violations.isEmpty)
        #expect(problem.origins(of: .job(0)) == [1])
        #expect(problem.origins(of: .job(1)) == nil)
    }

    @Test func `the stock of an order and the rules have to agree, or nobody may bring it`() {
        var rule = ChannelRule(id: "TENDER")
        rule.depots = [1]
        var problem = problem(rule)
        problem.addJob(at: 2) { $0.depots = [0] }
        #expect(problem.origins(of: .job(0)) == [])
        #expect(!problem.maySupply(.job(0)))
    }

    @Test func `a shipment is judged where it is handed over, and by the depot it is fetched at`() {
        var rule = ChannelRule(id: "TENDER")
        (rule.consignees, rule.depots) = (["S1"], [1])
        var problem = problem(rule)
        problem.addShipment(from: 0, to: 2, amount: [1])
        problem.addShipment(from: 3, to: 2, amount: [1])
        let wrong = [TaskReference.pickup(0), .delivery(0)].map {
            Violation(.shipFrom, route: 0, task: $0, detail: "TENDER")
        }
        #expect(violations(problem, .pickup(0), .delivery(0)) == wrong)
        // From a consignee: the goods have been shipped already.
        #expect(violations(problem, .pickup(1), .delivery(1)).isEmpty)
    }

    @Test func `no carrier may bring what nobody may supply`() {
        var problem = problem(ban)
        problem.addJob(at: 2, goods("direct_to_patient", ["vaccine"]))
        problem.addJob(at: 3, goods("direct_to_patient", ["vaccine"]))
        problem.carriers = [Carrier(id: "North", tariff: Tariff(perJob: 1))]
        let plan = Plan(awards: [Award(.job(0), carrier: 0), Award(.job(1), carrier: 0)])
        let expected = Violation(.carrier, task: .job(0), detail: "North")
        #expect(PlanEvaluation(plan, in: problem).violations == [expected])
        let written = WrittenPlan(plan, evaluation: PlanEvaluation(plan, in: problem), in: problem)
        #expect(PlanChecker(problem).check(written).map(\.code) == [.carrier])
    }

    @Test func `a carrier's way begins at a depot that may ship`() {
        var rule = ChannelRule(id: "TENDER")
        rule.depots = [1]
        var problem = problem(rule)
        problem.addJob(at: 2) { $0.delivery = [1] }
        let carrier = Carrier(id: "North", tariff: Tariff(perKilometre: 1000))
        // 16 m from the depot at 20, not 4 m from that at 0, at one unit a metre.
        #expect(problem.price(of: .job(0), by: carrier) == Cost(wireUnits: 16))
    }
}
