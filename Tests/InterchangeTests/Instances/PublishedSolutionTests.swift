import Interchange
import Testing
import VehicleRouting

/// Solutions that others have published, evaluated by us.
///
/// They need `../shared/data`, which is no part of the repository.
@Suite(.enabled(if: SharedData.isPresent, "../shared/data is absent"))
struct PublishedSolutionTests {
    static let gehringHomberger = SharedData.instances("gh1000", ending: ".sol")
    static let ortec = SharedData.instances("ortec", ending: ".sol")

    @Test(arguments: gehringHomberger)
    func `a solution of a thousand customers costs what its file states and breaks nothing`(
        name: String
    ) throws {
        try expectStatedCost("instances/gh1000/\(name)", ending: ".txt")
    }

    @Test(arguments: ortec)
    func `a solution on real roads costs what its file states and breaks nothing`(name: String) throws {
        try expectStatedCost("instances/ortec/\(name)", ending: ".txt")
    }

    @Test(arguments: ["mdvrptw", "mtvrptwr", "pcvrptw", "vrpb"])
    func `a solution of a VRPLIB set costs what its file states and breaks nothing`(set: String) throws {
        let names = SharedData.instances(set, ending: ".sol")
        #expect(names.count == 8)
        for name in names { try expectStatedCost("instances/\(set)/\(name)", ending: ".vrp") }
    }

    @Test func `a solution of a heterogeneous fleet costs what its file states, which may be in other units`()
        throws
    {
        for name in SharedData.instances("hfvrp", ending: ".sol") {
            let path = SharedData.path("instances/hfvrp/\(name)")
            let instance = try InstanceFile.read(path + ".vrp")
            let solution = try SolutionFile.read(path + ".sol", for: instance)
            let evaluation = PlanEvaluation(solution.plan, in: instance.problem)
            #expect(evaluation.violations.isEmpty, "\(name)")
            let stated = try #require(solution.statedCost)
            if stated.contains(".") {
                // These files state hundredths of the file's unit, so 1/100 000 of ours, cut off or rounded.
                let ours = Double(evaluation.cost.wireUnits) / 100_000
                #expect(abs(ours - (Double(stated) ?? 0)) < 0.01, "\(name)")
            } else {
                #expect(solution.agrees(with: evaluation.cost, in: instance) == true, "\(name)")
            }
        }
    }

    @Test(arguments: ["solomon", "gh200", "gh400", "lilim100"])
    func `every instance of the classic sets is readable`(set: String) throws {
        let names = SharedData.instances(set, ending: ".txt")
        #expect(!names.isEmpty)
        for name in names {
            let instance = try InstanceFile.read(SharedData.path("instances/\(set)/\(name).txt"))
            let problem = instance.problem
            #expect(instance.format == (set == "lilim100" ? .liLim : .solomon))
            #expect(problem.jobs.count + 2 * problem.shipments.count == problem.locations.count - 1)
        }
    }

    @Test func `trips that reload are read into the model and out of solutions`() throws {
        for name in SharedData.instances("mtvrptwr", ending: ".sol") {
            let path = SharedData.path("instances/mtvrptwr/\(name)")
            let instance = try InstanceFile.read(path + ".vrp")
            #expect(instance.problem.vehicles.allSatisfy { $0.reloadDepots == [0] })
            #expect(instance.problem.jobs.contains { $0.release > 0 })
            let solution = try SolutionFile.read(path + ".sol", for: instance)
            #expect(solution.plan.routes.contains { $0.trips.count > 1 })
            let written = solution.text(for: instance)
            #expect(try SolutionFile.read(Array(written.utf8), for: instance) == solution)
        }
    }

    private func expectStatedCost(_ name: String, ending: String) throws {
        let path = SharedData.path(name)
        let instance = try InstanceFile.read(path + ending)
        let solution = try SolutionFile.read(path + ".sol", for: instance)
        let evaluation = PlanEvaluation(solution.plan, in: instance.problem)
        #expect(evaluation.violations.isEmpty, "\(name)")
        #expect(evaluation.unassignedRequired == 0, "\(name)")
        let written = WrittenPlan(solution.plan, evaluation: evaluation, in: instance.problem)
        #expect(PlanChecker(instance.problem).check(written).isEmpty, "\(name)")
        #expect(
            solution.agrees(with: evaluation.cost, in: instance) == true,
            "\(name): \(instance.text(of: evaluation.cost)) against \(solution.statedCost ?? "nothing")"
        )
    }
}
