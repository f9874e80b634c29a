internal import VehicleRouting

extension RunningDay {
    /// Leaves to others what a vehicle was to collect, where goods that stay on board against the plan take its room.
    mutating func makeRoom() {
        for route in plan.routes where isOverloaded(route) {
            var route = route
            var collections = route.visits.map(\.task).filter { !problem.loadChange($0).loaded.isNothing }
            while isOverloaded(route), !collections.isEmpty {
                // One that is enough by itself, or else the first.
                let enough = collections.firstIndex { !isOverloaded(route, without: $0) } ?? 0
                let task = collections.remove(at: enough)
                route.takeOff(Set(task.halves))
                for half in task.halves { plan.drop(half) }
            }
        }
        plan.complete(in: problem)
    }

    private func isOverloaded(_ route: Route, without task: TaskReference) -> Bool {
        var lighter = route
        lighter.takeOff(Set(task.halves))
        return isOverloaded(lighter)
    }

    private func isOverloaded(_ route: Route) -> Bool {
        PlanEvaluation(Plan(routes: [route]), in: problem).violations.contains { $0.cause == .load }
    }
}
