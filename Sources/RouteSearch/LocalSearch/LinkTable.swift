/// The arcs between near tasks that the local search tries to bring into the plan.
///
/// `NeighbourTable.near` does not say which of two tasks should come first; this table does.
struct LinkTable: ~Copyable {
    /// How many arcs each task has: fifty at most, since looking at eighty took a tenth more time for no gain that was beyond
    /// the noise; see Docs/benchmarks.md.
    let width: Int
    /// Twice the other task, and one more where the task comes before it: entry `task × width + rank`, nearest first.
    let entries: Slab<Int32>

    init(_ instance: CompiledInstance) {
        let near = instance.neighbours.nearCount
        width = min(2 * near, 50)
        entries = Slab(repeating: -1, count: instance.taskCount * width)
        guard let type = instance.types.first else { return }
        var ranked: [(distance: Double, entry: Int32)] = []
        for task in 0..<instance.taskCount {
            ranked.removeAll(keepingCapacity: true)
            for rank in 0..<near {
                let other = Int(instance.neighbours.near[task * near + rank])
                let place = instance.tasks.location[task]
                let there = instance.roads.arc(type.matrix, from: place, to: instance.tasks.location[other])
                let back = instance.roads.arcInto(type.matrix, place, from: instance.tasks.location[other])
                let behind = NeighbourTable.proximity(other, task, back, instance.tasks)
                let before = NeighbourTable.proximity(task, other, there, instance.tasks)
                ranked.append((behind, Int32(2 * other)))
                ranked.append((before, Int32(2 * other + 1)))
            }
            ranked.sort { ($0.distance, $0.entry) < ($1.distance, $1.entry) }
            for rank in 0..<min(width, ranked.count) { entries[task * width + rank] = ranked[rank].entry }
        }
    }
}
