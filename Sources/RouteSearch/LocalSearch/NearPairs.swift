/// A task of a route and a near one outside of it.
struct NearPair: BitwiseCopyable {
    /// The task of the route.
    var own: Int32
    /// The near task.
    var other: Int32
    /// The next pair with the same other route; −1 behind the last.
    var next: Int32
}

/// The pairs of a task of one route and a near task of another, by the other's route.
///
/// Two routes exchange tasks where they come near each other, so the work goes with the near tasks of a route and not with
/// the square of its length.
struct NearPairs: ~Copyable {
    private let pairs: Slab<NearPair>
    private var count: Int32 = 0
    /// The first pair with each slot's route; −1 when there is none.
    private let heads: Slab<Int32>
    /// The slots of the other routes, in the order in which they were met.
    private let slots: Slab<Int32>
    /// How many other routes there are.
    private(set) var slotCount = 0

    init(_ instance: CompiledInstance) {
        let blank = NearPair(own: -1, other: -1, next: -1)
        pairs = Slab(repeating: blank, count: instance.taskCount * instance.neighbours.nearCount)
        heads = Slab(repeating: -1, count: instance.fleet.slotCount)
        slots = Slab(repeating: -1, count: instance.fleet.slotCount)
    }

    /// Forgets all pairs.
    mutating func removeAll() {
        for index in 0..<slotCount { heads[slots[index]] = -1 }
        (count, slotCount) = (0, 0)
    }

    /// Adds a pair whose other task is on the route in `slot`.
    @inline(__always)
    mutating func append(_ own: Int32, _ other: Int32, in slot: Int32) {
        if heads[slot] < 0 {
            slots[slotCount] = slot
            slotCount += 1
        }
        pairs[count] = NearPair(own: own, other: other, next: heads[slot])
        heads[slot] = count
        count += 1
    }

    /// The slot of an other route, counted from 0.
    func slot(_ index: Int) -> Int32 { slots[index] }

    /// The first pair with the route in `slot`; −1 when there is none.
    @inline(__always)
    func first(in slot: Int32) -> Int32 { heads[slot] }

    /// A pair by its number.
    @inline(__always)
    func pair(_ entry: Int32) -> NearPair { pairs[entry] }
}
