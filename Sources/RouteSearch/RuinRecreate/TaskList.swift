/// A list of tasks with room for all, filled and emptied without allocating.
struct TaskList: ~Copyable {
    private let storage: Slab<Int32>
    /// How many tasks are in it.
    private(set) var count = 0

    /// An empty list with room for `capacity` tasks.
    init(capacity: Int) {
        storage = Slab(repeating: 0, count: capacity)
    }

    /// A list of the same tasks.
    init(copying other: borrowing TaskList) {
        self.init(capacity: other.storage.count)
        replace(with: other)
    }

    /// The task at a place, counted from 0.
    subscript(index: Int) -> Int32 {
        @inline(__always) get {
            assert(index < count, "index behind the end of the list")
            return storage[index]
        }
        @inline(__always) nonmutating set {
            assert(index < count, "index behind the end of the list")
            storage[index] = newValue
        }
    }

    /// Adds a task at the end.
    @inline(__always)
    mutating func append(_ task: Int32) {
        storage[count] = task
        count += 1
    }

    /// Forgets all tasks.
    @inline(__always)
    mutating func removeAll() {
        count = 0
    }

    /// Replaces the tasks by those of another list.
    mutating func replace(with other: borrowing TaskList) {
        count = other.count
        for index in 0..<other.count { storage[index] = other[index] }
    }

    /// Sorts by rising key, then by number; keys stand in `keys`, one per task.
    ///
    /// Insertion sort: lists hold about ten tasks.  Long ones, as at the very start, go through an array.
    func sort(by keys: borrowing Slab<Int32>, offset: Int) {
        guard count <= 48 else { return sortLong(by: keys, offset: offset) }
        for index in 1..<max(count, 1) {
            let task = storage[index]
            let key = keys[offset &+ Int(task)]
            var place = index
            while place > 0 {
                let other = storage[place - 1]
                let otherKey = keys[offset &+ Int(other)]
                guard otherKey > key || otherKey == key && other > task else { break }
                storage[place] = other
                place -= 1
            }
            storage[place] = task
        }
    }

    @inline(never)
    private func sortLong(by keys: borrowing Slab<Int32>, offset: Int) {
        var packed: [Int64] = []
        packed.reserveCapacity(count)
        for index in 0..<count {
            packed.append(Int64(keys[offset + Int(storage[index])]) << 32 | Int64(storage[index]))
        }
        packed.sort()
        for index in 0..<count { storage[index] = Int32(truncatingIfNeeded: packed[index]) }
    }

    /// Brings the tasks into random order (Fisher and Yates).
    func shuffle(_ random: inout SearchRandom) {
        for index in (1..<max(count, 1)).reversed() {
            let other = random.below(index + 1)
            (storage[index], storage[other]) = (storage[other], storage[index])
        }
    }
}
