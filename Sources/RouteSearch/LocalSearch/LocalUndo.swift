/// What routes were before a candidate touched them: their tasks in order.
///
/// Putting a route back walks it anew, which happens once per candidate and is less work than copying nodes at every
/// touch.
struct LocalUndo: ~Copyable {
    /// The slots touched, in order of their first touch.
    let slots: Slab<Int32>
    var slotCount = 0
    /// Where each touched slot's tasks begin in `tasks`, and one past the end of the last.
    let begins: Slab<Int32>
    let tasks: Slab<Int32>
    /// The round in which each slot was last saved.
    let savedIn: Slab<Int32>
    var round: Int32 = 0

    init(_ instance: CompiledInstance) {
        slots = Slab(repeating: 0, count: instance.fleet.slotCount)
        begins = Slab(repeating: 0, count: instance.fleet.slotCount + 1)
        tasks = Slab(repeating: 0, count: instance.taskCount)
        savedIn = Slab(repeating: -1, count: instance.fleet.slotCount)
    }
}

extension LocalSolution {
    /// Starts a candidate: what is touched from now on can be put back.
    mutating func beginCandidate() {
        undo.round &+= 1
        undo.slotCount = 0
        undo.begins[0] = 0
    }

    /// Saves a route, on its first touch in this candidate.
    @inline(__always)
    mutating func touch(_ slot: Int32) {
        if undo.savedIn[slot] != undo.round { save(slot) }
    }

    @inline(never)
    private mutating func save(_ slot: Int32) {
        undo.savedIn[slot] = undo.round
        var place = undo.begins[undo.slotCount]
        var node = nodes[start(slot)].next
        while isTask(node) {
            undo.tasks[place] = node
            place += 1
            node = nodes[node].next
        }
        undo.slots[undo.slotCount] = slot
        undo.slotCount += 1
        undo.begins[undo.slotCount] = place
    }

    /// Puts every touched route back as it was.
    ///
    /// - Parameter arrivals: Tasks that were absent before the candidate, to be absent again.
    mutating func rollBack() {
        for entry in 0..<undo.slotCount {
            var node = nodes[start(undo.slots[entry])].next
            while isTask(node) {
                nodes.update(node) { $0.route = -1 }
                node = nodes[node].next
            }
        }
        for entry in 0..<undo.slotCount {
            let slot = undo.slots[entry]
            var last = start(slot)
            for place in undo.begins[entry]..<undo.begins[entry + 1] {
                let task = undo.tasks[place]
                nodes.update(last) { $0.next = task }
                nodes.update(task) {
                    $0.previous = last
                    $0.route = slot
                }
                last = task
            }
            close(slot, last: last)
            refreshCounted(slot)
        }
    }

    /// Makes `last` the last node of a route before its end.
    @inline(__always)
    func close(_ slot: Int32, last: Int32) {
        let end = start(slot) + 1
        nodes.update(last) { $0.next = end }
        nodes.update(end) { $0.previous = last }
    }
}
