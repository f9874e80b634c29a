/// Tasks whose surroundings have changed, first in first out, each at most once.
struct LocalQueue: ~Copyable {
    private let ring: Slab<Int32>
    private let isWaiting: Slab<Bool>
    private var head = 0
    /// How many tasks wait.
    private(set) var count = 0

    init(capacity: Int) {
        ring = Slab(repeating: 0, count: max(capacity, 1))
        isWaiting = Slab(repeating: false, count: max(capacity, 1))
    }

    /// Adds a task, unless it waits already.
    @inline(__always)
    mutating func append(_ task: Int32) {
        guard !isWaiting[task] else { return }
        isWaiting[task] = true
        var place = head &+ count
        if place >= ring.count { place &-= ring.count }
        ring[place] = task
        count &+= 1
    }

    /// Takes the task that waits longest; nil when none does.
    @inline(__always)
    mutating func popFirst() -> Int32? {
        guard count > 0 else { return nil }
        let task = ring[head]
        head = head &+ 1 == ring.count ? 0 : head &+ 1
        count &-= 1
        isWaiting[task] = false
        return task
    }
}
