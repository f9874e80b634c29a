import Interchange
import Testing
import VehicleRouting

/// What VROOM's own files mean here.
struct VROOMProblemTests {
    private func read(_ text: String, isStrict: Bool = false) throws -> ProblemDocument {
        try ProblemFile.read(Array(text.utf8), isStrict: isStrict)
    }

    @Test func `what a VROOM file leaves out has VROOM's defaults`() throws {
        let document = try read(
            """
            {"vehicles": [{"id": 0, "start": [2.35, 48.72]}],
             "jobs": [{"id": 4294967296, "location": [1.98, 48.7]}, {"id": 2, "location": [2.35, 48.72]}]}
            """
        )
        let problem = document.problem
        let vehicle = problem.vehicles[0]
        #expect(vehicle.profile == "car")
        #expect(vehicle.shift == .always)
        #expect(vehicle.costs == VehicleCosts(perHour: 3600))
        #expect(vehicle.end == nil)
        #expect(vehicle.speedFactor == 1)
        #expect(problem.matrices.isEmpty)
        // Jobs come first, then vehicles; the second job is at the vehicle's start.
        #expect(problem.locations.count == 2)
        #expect(problem.jobs.map(\.location) == [0, 1])
        #expect(vehicle.start == 1)
        #expect(problem.jobs[0].id == 4_294_967_296)
        #expect(document.warnings.isEmpty)
    }

    @Test func `the old keys amount and matrix still work`() throws {
        let problem = try read(
            """
            {"vehicles": [{"id": 1, "start_index": 0, "capacity": [4]}],
             "jobs": [{"id": 1, "location_index": 1, "amount": [3]}], "matrix": [[0, 7], [8, 0]]}
            """
        ).problem
        #expect(problem.jobs[0].delivery == [3])
        #expect(problem.jobs[0].pickup.isEmpty)
        #expect(problem.matrices["car"]?.duration(from: 0, to: 1) == 7)
        #expect(problem.dimensions.count == 1)
    }

    @Test func `windows are sorted`() throws {
        let problem = try read(
            """
            {"vehicles": [{"id": 1, "start": [0, 0], "time_window": [5, 99]}],
             "jobs": [{"id": 1, "location": [1, 1], "time_windows": [[40, 50], [10, 20]]}]}
            """
        ).problem
        #expect(
            problem.jobs[0].timeWindows == [
                TimeWindow(opens: 10, closes: 20), TimeWindow(opens: 40, closes: 50),
            ]
        )
        #expect(problem.vehicles[0].shift == TimeWindow(opens: 5, closes: 99))
    }

    @Test func `steps become the initial plan, and who is in none is unassigned`() throws {
        let document = try read(
            """
            {"vehicles": [
               {"id": 7, "start": [0, 0], "steps": [{"type": "start"}, {"type": "pickup", "id": 1},
                 {"type": "job", "id": 1}, {"type": "delivery", "id": 2}, {"type": "end"}]},
               {"id": 8, "start": [0, 0]}],
             "jobs": [{"id": 1, "location": [1, 1]}, {"id": 2, "location": [2, 1]}],
             "shipments": [{"pickup": {"id": 1, "location": [3, 1]}, "delivery": {"id": 2, "location": [4, 1]}}]}
            """,
            isStrict: true
        )
        let visits = [Visit(.pickup(0)), Visit(.job(0)), Visit(.delivery(0))]
        #expect(
            document.initialPlan
                == Plan(
                    routes: [Route(vehicle: 0, visits: visits, regimes: [nil])],
                    unassigned: [Unassigned(.job(1))]
                )
        )
    }

    @Test func `a misspelt key is a warning that names the nearest one, and an error when strict`() throws {
        let text = """
            {"vehicles": [{"id": 1, "start": [0, 0], "cost": {}, "descripton": "bike"}],
             "jobs": [{"id": 1, "location": [1, 1], "prioritty": 5, "colour": "red"}]}
            """
        #expect(
            try read(text).warnings.map(\.description) == [
                "/jobs/0/prioritty: the key 'prioritty' is not known here and has no effect, did you mean 'priority'?",
                "/jobs/0/colour: the key 'colour' is not known here and has no effect",
                "/vehicles/0/cost: the key 'cost' is not known here and has no effect, did you mean 'costs'?",
                "/vehicles/0/descripton: the key 'descripton' is not known here and has no effect, did you mean 'description'?",
            ]
        )
        let error = #expect(throws: FormatError.self) { try read(text, isStrict: true) }
        #expect(
            error?.description
                == "/jobs/0: there is no key 'prioritty' here, did you mean 'priority'?; correct the key or read without strict (F223)"
        )
    }

    @Test(.enabled(if: SharedData.isPresent, "../shared/data is absent"))
    func `VROOM's documented examples are read`() throws {
        let first = try ProblemFile.read(SharedData.path("vroom/example_1.json"), isStrict: true)
        #expect(first.problem.shipments.count == 1)
        #expect(first.problem.vehicles[1].breaks.count == 1)
        let answer = try PlanFile.read(SharedData.path("vroom/example_1_sol.json"), in: first.problem)
        let plan = try PlanFile.plan(answer, in: first.problem)
        #expect(plan.routes.flatMap(\.steps).contains(.rest(.planned(0))))

        let second = try ProblemFile.read(SharedData.path("vroom/example_2.json"), isStrict: true).problem
        let written = try PlanFile.read(SharedData.path("vroom/example_2_sol.json"), in: second)
        let evaluation = PlanEvaluation(try PlanFile.plan(written, in: second), in: second)
        #expect(evaluation.cost == Cost(wireUnits: written.summary.totals.cost))
        #expect(evaluation.violations.isEmpty)

        let third = try ProblemFile.read(SharedData.path("vroom/example_3.json"), isStrict: true)
        #expect(third.initialPlan?.routes.map(\.visits.count) == [3, 3])
        #expect(third.warnings.map(\.pointer) == ["/vehicles/1/steps/0/service_after"])
        let evaluated = try PlanFile.read(SharedData.path("vroom/example_3_sol.json"), in: third.problem)
        #expect(try PlanFile.plan(evaluated, in: third.problem) == third.initialPlan)
        #expect(
            evaluated.routes[1].violations.contains(WrittenViolation("lead_time", amount: 800, unit: "s"))
        )
    }
}
