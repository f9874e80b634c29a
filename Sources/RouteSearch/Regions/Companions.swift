import VehicleRouting

/// Which requests have to be in one region, because a relation puts them on one route.
struct Companions {
    private var groupOf: [TaskReference: Int] = [:]
    private var groups: [[TaskReference]] = []

    init(_ problem: Problem) {
        for relation in problem.relations {
            if case .apart = relation.kind { continue }
            join(relation.tasks.map(\.request))
        }
    }

    /// The requests that go with `request`, itself among them.
    func group(of request: TaskReference) -> [TaskReference] {
        groupOf[request].map { groups[$0] } ?? [request]
    }

    private mutating func join(_ requests: [TaskReference]) {
        var union: [TaskReference] = []
        for request in requests where !union.contains(request) {
            union += group(of: request).filter { !union.contains($0) }
        }
        for request in union { groupOf[request] = groups.count }
        groups.append(union)
    }
}

extension TaskReference {
    /// The task that stands for the request: a job, or the pickup of a shipment.
    var request: TaskReference {
        if case .delivery(let index) = self { .pickup(index) } else { self }
    }
}
