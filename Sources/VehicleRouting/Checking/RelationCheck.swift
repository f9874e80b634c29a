/// Judges the relations between tasks over all routes of a written plan.
struct RelationCheck {
    private let relations: [Relation]
    /// Where each task was met: the route, its step there, and its name.
    private var met: [TaskReference: (route: Int, step: Int, name: String)] = [:]

    init(_ problem: Problem) {
        relations = problem.relations
    }

    /// Notes where the tasks of a route are.
    mutating func note(_ route: ReadRoute) {
        guard !relations.isEmpty else { return }
        for stop in route.stops { met[stop.task] = (route.index, stop.step, stop.name) }
    }

    /// Every relation that is broken, at the task that breaks it.
    var findings: [CheckFinding] {
        relations.flatMap { relation in
            let places = relation.tasks.compactMap { met[$0] }
            return places.indices.dropFirst().compactMap { index -> CheckFinding? in
                let (here, before) = (places[index], places[..<index])
                let problem: String? =
                    switch relation.kind {
                    case .together:
                        here.route == places[0].route ? nil : "belongs on the route of \(places[0].name)"
                    case .apart:
                        before.first { $0.route == here.route }.map {
                            "may not share a route with \($0.name)"
                        }
                    case .sequence:
                        before.last.flatMap {
                            here.route == $0.route && here.step > $0.step ? nil : "must come after \($0.name)"
                        }
                    }
                return problem.map {
                    CheckFinding(
                        .relation,
                        at: CheckFinding.Place(route: here.route, step: here.step),
                        subject: "\(here.name) \($0)"
                    )
                }
            }
        }
    }
}
