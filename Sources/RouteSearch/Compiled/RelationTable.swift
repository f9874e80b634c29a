import VehicleRouting

/// The relations between tasks, by task.
struct RelationTable {
    /// A task's part in a relation.
    struct Part {
        /// Index of the relation.
        var relation: Int
        /// The task's place in it.
        var rank: Int
    }

    /// What each relation asks for.
    let kinds: [Relation.Kind]
    /// The tasks of each relation.
    let members: [[Int32]]
    /// Per task of the problem, its parts; empty when there are no relations at all.
    private let parts: [[Part]]

    init(_ problem: Problem, visitCount: Int, number: (TaskReference) -> Int32) {
        kinds = problem.relations.map(\.kind)
        members = problem.relations.map { $0.tasks.map(number) }
        var parts = [[Part]](repeating: [], count: kinds.isEmpty ? 0 : visitCount)
        for (relation, tasks) in members.enumerated() {
            for (rank, task) in tasks.enumerated() {
                parts[Int(task)].append(Part(relation: relation, rank: rank))
            }
        }
        self.parts = parts
    }

    /// The parts of a task; none for reloads.
    func parts(of task: Int32) -> [Part] {
        Int(task) < parts.count ? parts[Int(task)] : []
    }
}

extension SearchSolution {
    /// Whether the tasks that belong with an absent task, or apart from it, let the route in `slot` have it.
    func relationsAllow(_ task: Int32, on slot: Int32) -> Bool {
        for part in instance.relations.parts(of: task) {
            let kind = instance.relations.kinds[part.relation]
            for other in instance.relations.members[part.relation] where other != task {
                let route = nodes[other].route
                guard route >= 0 else { continue }
                if (route == slot) == (kind == .apart) { return false }
            }
        }
        return true
    }
}
