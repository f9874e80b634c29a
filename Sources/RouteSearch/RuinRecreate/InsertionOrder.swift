/// The orders in which removed tasks are put back, as sorting keys: entry `order × tasks + task`.
struct InsertionOrders: ~Copyable {
    let keys: Slab<Int32>
    private let taskCount: Int
    /// How many orders there are beside the random one.
    static let count = 6

    init(_ instance: CompiledInstance) {
        let count = instance.visitCount
        taskCount = count
        keys = Slab(repeating: 0, count: Self.count * count)
        guard let type = instance.types.first else { return }
        let shift = Int(type.latestEnd) - Int(type.earliestDeparture)
        for task in 0..<count {
            let place = instance.tasks.location[task]
            let there = instance.roads.arc(type.matrix, from: type.start, to: place)
            let back = instance.roads.arc(type.matrix, from: place, to: type.end)
            let far =
                Self.length(there, or: back, within: shift) &+ Self.length(back, or: there, within: shift)
            let (opens, closes) = (instance.tasks.opens[task], instance.tasks.closes[task])
            keys[task] = -instance.tasks.demand[task]
            keys[count + task] = -far
            keys[2 * count + task] = far
            keys[3 * count + task] = closes &- opens
            keys[4 * count + task] = opens
            keys[5 * count + task] = -closes
        }
    }

    /// The length of an arc, or of the way back where the arc takes longer than a shift and so says nothing about how far
    /// a place is, as arcs do that stand for what may not be.
    private static func length(_ arc: Arc, or back: Arc, within shift: Int) -> Int32 {
        Int(arc.time) > shift ? back.length : arc.length
    }

    /// Sorts a list by one of the seven orders: at random, dear loads first, far first, near first, narrow
    /// windows first, early openings first, late closings first.
    func arrange(_ list: borrowing TaskList, _ random: inout SearchRandom) {
        let order = random.below(Self.count + 1)
        if order == Self.count {
            list.shuffle(&random)
        } else {
            list.sort(by: keys, offset: order * taskCount)
        }
    }
}
