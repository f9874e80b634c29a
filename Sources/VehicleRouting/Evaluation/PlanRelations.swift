extension Plan {
    /// Tasks that share a route or do not, or their order, against a relation.
    ///
    /// The later task is at fault: for tasks that belong together each one that is not with the first, for tasks that
    /// belong apart each one that joins another, in a sequence each one that is not behind the one before it.
    func relationViolations(in problem: Problem) -> [Violation] {
        guard !problem.relations.isEmpty else { return [] }
        var places: [TaskReference: (route: Int, step: Int)] = [:]
        for (index, route) in routes.enumerated() {
            for (step, visit) in route.steps.enumerated() {
                if let task = visit.visit?.task { places[task] = (index, step) }
            }
        }
        var found: [Violation] = []
        for relation in problem.relations {
            let served = relation.tasks.compactMap { task in places[task].map { (task: task, place: $0) } }
            var routesMet: Set<Int> = []
            for (index, item) in served.enumerated() {
                let isBroken: Bool
                switch relation.kind {
                case .together: isBroken = index > 0 && item.place.route != served[0].place.route
                case .apart: isBroken = !routesMet.insert(item.place.route).inserted
                case .sequence:
                    let before = index > 0 ? served[index - 1].place : (item.place.route, -1)
                    isBroken = item.place.route != before.0 || item.place.step < before.1
                }
                guard isBroken else { continue }
                found.append(
                    Violation(.relation, route: item.place.route, task: item.task, detail: relation.kind.word)
                )
            }
        }
        return found
    }
}

extension Relation.Kind {
    /// The word on the wire.
    public var word: String {
        switch self {
        case .together: "same_vehicle"
        case .apart: "different_vehicles"
        case .sequence: "sequence"
        }
    }
}
