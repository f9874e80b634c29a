internal import VehicleRouting

extension RunningDay {
    /// Leaves to others what a vehicle was to collect, where goods that stay on board against the plan take its room.
    mutating func makeRoom() {
        for route in plan.routes where isOverloaded(route) {
            var route = route
            var collections = route.visits.map(\.task).filter { !problem.loadChange($0).loaded.isNothing }
            while isOverloaded(route), !collections.isEmpty {
                // One that is enough by itself, or else the first.
                let enough = collections.firstIndex { !isOverloaded(route.without($0)) } ?? 0
                let task = collections.remove(at: enough)
                route = route.without(task)
                for half in task.halves { plan.drop(half) }
            }
        }
        plan.complete(in: problem)
    }

    private func isOverloaded(_ route: Route) -> Bool {
        PlanEvaluation(Plan(routes: [route]), in: problem).violations.contains { $0.cause == .load }
    }
}

extension Route {
    /// The route on which a task is not done.
    fileprivate func without(_ task: TaskReference) -> Route {
        var route = self
        let halves = Set(task.halves)
        route.removeVisits { halves.contains($0.task) }
        route.dropEmptyTrips()
        return route
    }
}
