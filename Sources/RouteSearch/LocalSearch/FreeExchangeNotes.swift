/// What is noted while two routes look for an exchange.
struct FreeExchangeNotes: ~Copyable {
    /// The near tasks of the route that looks and of the others.
    var pairs: NearPairs
    /// The tasks of the first and of the second route that are near one of the other.
    var first: TaskList
    var second: TaskList
    /// What each of these tasks saves where it leaves, loads aside.
    let leaving: Slab<Int64>
    /// Where each of these tasks would stand best in the other route.
    let roomy: Slab<RoomyPlaces>
    /// The round in which each task was last noted.
    let notedIn: Slab<Int32>
    var round: Int32 = 0

    init(_ instance: CompiledInstance) {
        let count = instance.taskCount
        pairs = NearPairs(instance)
        first = TaskList(capacity: count)
        second = TaskList(capacity: count)
        leaving = Slab(repeating: 0, count: count)
        roomy = Slab(repeating: .none, count: count)
        notedIn = Slab(repeating: -1, count: count)
    }
}

extension FreeExchangeNotes {
    /// The least that a task's move to one of its noted places may change the cost by, loads aside; hopeless without a place.
    @inline(__always)
    func promise(of task: Int32) -> Int64 {
        let place = roomy[task].least
        return place == .max ? .max / 4 : leaving[task] + place
    }
}
