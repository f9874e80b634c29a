import Foundation
import Interchange
import RoutingTestSupport
import Testing
import VehicleRouting

struct PlanFileTests {
    /// A random problem with a plan that a file can hold: a vehicle without compartments has none to set.
    private func draw(_ seed: UInt64) -> (problem: Problem, plan: Plan) {
        let problem = Problem.random(seed: seed, jobs: 9, vehicles: 4)
        var plan = Plan.random(for: problem, seed: seed)
        for index in plan.routes.indices
        where problem.vehicles[plan.routes[index].vehicle].compartments.isEmpty {
            plan.routes[index].regimes = [nil]
        }
        if !plan.unassigned.isEmpty {
            plan.unassigned[0].reasons = [
                UnassignedReason(
                    code: "SKILL_CONSTRAINT",
                    vehicles: [0, 2],
                    detail: "crane",
                    evenAlone: true
                ),
                UnassignedReason(code: "CAPACITY_CONSTRAINT", vehicles: [1], relaxation: 3, unit: "kg"),
            ]
        }
        return (problem, plan)
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func `a plan that is written and read again states the same and decides the same`(seed: UInt64) throws {
        let (problem, plan) = draw(seed)
        let written = WrittenPlan(plan, evaluation: PlanEvaluation(plan, in: problem), in: problem)
        let text = PlanFile.text(for: written, in: problem)
        let read = try PlanFile.read(Array(text.utf8), in: problem)
        #expect(read == written)
        #expect(try PlanFile.plan(read, in: problem) == plan)
    }

    /// VROOM once refused its own answers (VROOM issue 1251).
    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func `an answer fed back as steps is the same plan`(seed: UInt64) throws {
        let (problem, drawn) = draw(seed)
        // Steps can say neither that a task is done twice nor that a carrier has it.
        var seen: Set<TaskReference> = []
        var plan = Plan()
        for var route in drawn.routes.sorted(by: { $0.vehicle < $1.vehicle }) {
            route.removeVisits { !seen.insert($0.task).inserted }
            if !route.visits.isEmpty { plan.routes.append(route) }
        }
        plan.unassigned =
            problem.jobs.indices.filter { !seen.contains(.job($0)) }.map { Unassigned(.job($0)) }
            + problem.shipments.indices.filter { !seen.contains(.pickup($0)) }.map { Unassigned(.pickup($0)) }
        let written = WrittenPlan(plan, evaluation: PlanEvaluation(plan, in: problem), in: problem)
        let answer = PlanFile.text(for: written, in: problem)
        let fed = try feed(answer, into: ProblemFile.text(for: problem))
        let document = try ProblemFile.read(fed, isStrict: true)
        #expect(document.problem == problem)
        if !plan.routes.isEmpty { #expect(document.initialPlan == plan) }
    }

    /// Puts the steps of each route of `answer` into its vehicle in `problem`.
    private func feed(_ answer: String, into problem: String) throws -> [UInt8] {
        func object(_ text: String) throws -> [String: Any] {
            try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        }
        var document = try object(problem)
        let routes = try #require(try object(answer)["routes"] as? [[String: Any]])
        var vehicles = try #require(document["vehicles"] as? [[String: Any]])
        for route in routes {
            let index = try #require(vehicles.firstIndex { $0["id"] as? Int == route["vehicle"] as? Int })
            vehicles[index]["steps"] = route["steps"]
        }
        document["vehicles"] = vehicles
        return [UInt8](try JSONSerialization.data(withJSONObject: document))
    }

    @Test func `an answer has every key of VROOM's, the old ones too`() throws {
        var problem = Problem.line(0, 30, 70)
        problem.measure("kg")
        problem.addVehicle { $0.capacity = [9] }
        problem.addJob(at: 1) {
            $0.delivery = [4]
            $0.service = 10
            $0.timeWindows = [[100, 200]]
        }
        problem.addJob(at: 2) { $0.delivery = [8] }
        let plan = Plan(routes: [problem.route(.job(0))], unassigned: [Unassigned(.job(1))])
        let written = WrittenPlan(plan, evaluation: PlanEvaluation(plan, in: problem), in: problem)
        let text = PlanFile.text(
            for: written,
            in: problem,
            computingTimes: ComputingTimes(loading: 2, solving: 3, routing: 0),
            warnings: ["mind the gap"]
        )
        // It leaves at 70 to arrive at 100, serves for 10 and is back at 140: 60 seconds of driving, so cost 60.
        #expect(
            text == """
                {
                  "code": 0,
                  "summary": {
                    "cost": 60,
                    "routes": 1,
                    "unassigned": 1,
                    "delivery": [4],
                    "amount": [4],
                    "pickup": [0],
                    "setup": 0,
                    "service": 10,
                    "duration": 60,
                    "waiting_time": 0,
                    "priority": 0,
                    "distance": 60,
                    "cost_breakdown": {
                      "fixed": 0,
                      "distance": 0,
                      "driving": 60,
                      "tasks": 0,
                      "waiting": 0,
                      "stops": 0,
                      "overtime": 0,
                      "lateness": 0
                    },
                    "violations": [],
                    "computing_times": {
                      "loading": 2,
                      "solving": 3,
                      "routing": 0
                    },
                    "carrier_cost": 0,
                    "unassigned_cost": 0
                  },
                  "unassigned": [
                    {
                      "id": 2,
                      "type": "job",
                      "location_index": 2
                    }
                  ],
                  "routes": [
                    {
                      "vehicle": 1,
                      "cost": 60,
                      "delivery": [4],
                      "amount": [4],
                      "pickup": [0],
                      "setup": 0,
                      "service": 10,
                      "duration": 60,
                      "waiting_time": 0,
                      "priority": 0,
                      "distance": 60,
                      "cost_breakdown": {
                        "fixed": 0,
                        "distance": 0,
                        "driving": 60,
                        "tasks": 0,
                        "waiting": 0,
                        "stops": 0,
                        "overtime": 0,
                        "lateness": 0
                      },
                      "steps": [
                        {
                          "type": "start",
                          "location_index": 0,
                          "setup": 0,
                          "service": 0,
                          "waiting_time": 0,
                          "load": [4],
                          "arrival": 70,
                          "duration": 0,
                          "distance": 0,
                          "violations": [],
                          "departure": 70,
                          "compartment_loads": [[4]]
                        },
                        {
                          "type": "job",
                          "id": 1,
                          "job": 1,
                          "location_index": 1,
                          "setup": 0,
                          "service": 10,
                          "waiting_time": 0,
                          "load": [0],
                          "arrival": 100,
                          "duration": 30,
                          "distance": 30,
                          "violations": [],
                          "departure": 110,
                          "compartment_loads": [[0]]
                        },
                        {
                          "type": "end",
                          "location_index": 0,
                          "setup": 0,
                          "service": 0,
                          "waiting_time": 0,
                          "load": [0],
                          "arrival": 140,
                          "duration": 60,
                          "distance": 60,
                          "violations": [],
                          "departure": 140,
                          "compartment_loads": [[0]]
                        }
                      ],
                      "violations": []
                    }
                  ],
                  "warnings": ["mind the gap"]
                }

                """
        )
    }

    @Test func `where a file does not say, goods travel where a regime suits them`() throws {
        var problem = Problem.line(0, 3)
        problem.measure("kg")
        problem.addRegimes()
        problem.addVehicle {
            $0.compartments = [
                Compartment(id: "front", capacity: [9], regimes: [2]),
                Compartment(id: "rear", capacity: [9], regimes: [1, 0]),
            ]
        }
        problem.addJob(at: 1) { $0.regime = 0 }
        let steps = [
            WrittenStep(.start, arrival: 0), WrittenStep(.job, id: 1, arrival: 3),
            WrittenStep(.end, arrival: 6),
        ]
        let written = WrittenPlan(
            routes: [WrittenRoute(vehicle: 1, steps: steps)],
            summary: WrittenSummary()
        )
        // REF goods suit neither the freezer in front nor CRT, but REF, the second regime of the rear.
        let route = try PlanFile.plan(written, in: problem).routes[0]
        #expect(route.visits == [Visit(.job(0), compartment: 1)])
        #expect(route.regimes == [nil, 0])
    }

    @Test(arguments: [
        (
            "{\"code\": 2, \"error\": \"No vehicle defined.\"}",
            "/error: the file holds an error and no plan: No vehicle defined.; plan again (F212)"
        ),
        (
            "{\"jobs\": []}",
            "the whole document: 'summary' is missing; give a plan file, not a problem (F202)"
        ),
        (
            "{\"summary\": {\"cost\": 1}, \"routes\": [{\"vehicle\": 1, \"cost\": 1, \"steps\": [{\"type\": \"start\"}]}]}",
            "/routes/0/steps/0: 'arrival' is missing; say when the vehicle arrives (F202)"
        ),
        (
            "{\"summary\": {\"cost\": 1}, \"routes\": [{\"vehicle\": 1, \"cost\": 1, \"steps\": [{\"type\": \"lunch\", \"arrival\": 1}]}]}",
            """
            /routes/0/steps/0/type: type should be start, job, pickup, delivery, reload, break or end, but is "lunch"; correct the value (F221)
            """
        ),
        (
            "{\"summary\": {\"cost\": 9223372036854775807}, \"routes\": []}",
            "/summary/cost: cost should be between -1000000000000 and 1000000000000, but is 9223372036854775807; correct the number (F206)"
        ),
    ])
    func `a file that is no plan is refused`(text: String, message: String) {
        let error = #expect(throws: FormatError.self) { try PlanFile.read(Array(text.utf8), in: Problem()) }
        #expect(error?.description == message)
    }

    @Test func `a plan of another problem is refused by the name that is not there`() throws {
        var problem = Problem.line(0, 3)
        problem.addVehicle()
        problem.addJob(at: 1)
        let plan = Plan(routes: [problem.route(.job(0))])
        let written = WrittenPlan(plan, evaluation: PlanEvaluation(plan, in: problem), in: problem)
        problem.vehicles[0].id = 5
        let error = #expect(throws: FormatError.self) { try PlanFile.plan(written, in: problem) }
        #expect(
            error?.description
                == "/routes/0/vehicle: the route refers to vehicle 1, which does not exist; correct the reference or add what it names (F209)"
        )
    }
}
