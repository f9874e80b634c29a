internal import VehicleRouting

/// The relations that keep a task from vehicles, as a plan has it.
struct RelationObstacles {
    private let problem: Problem
    /// Which vehicle does each task.
    private var vehicles: [TaskReference: Int] = [:]

    init(_ plan: Plan, in problem: Problem) {
        self.problem = problem
        guard !problem.relations.isEmpty else { return }
        for route in plan.routes {
            for visit in route.visits { vehicles[visit.task] = route.vehicle }
        }
    }

    /// The relation that a task would break on a vehicle, with the task it is about; nil when there is none.
    func breach(_ task: ProbedTask, on vehicle: Int) -> Breach? {
        for relation in problem.relations {
            guard task.references.contains(where: relation.tasks.contains) else { continue }
            for other in relation.tasks where !task.references.contains(other) {
                guard let host = vehicles[other], (host == vehicle) == (relation.kind == .apart) else {
                    continue
                }
                return Breach(code: .relation, detail: "\(problem.visit(other).id)")
            }
        }
        return nil
    }
}
