/// The tasks near each task, nearest first.
struct NeighbourTable: ~Copyable {
    /// How many near tasks each row holds.
    let nearCount: Int
    /// How many adjacent tasks each row holds.
    let adjacentCount: Int
    /// Beside which tasks a task is worth trying: entry `task × nearCount + rank`.
    ///
    /// Near in time as well as on the road: waiting and unavoidable lateness between the two count, as in Vidal, Crainic,
    /// Gendreau and Prins, *Computers & Operations Research* 40 (2013), 475–489, section 4.5.
    let near: Slab<Int32>
    /// The tasks around a task by road alone: entry `task × adjacentCount + rank`.
    let adjacent: Slab<Int32>

    /// The weight of a second of waiting against one of driving.
    static let waitWeight = 0.2
    /// The weight of a second of unavoidable lateness against one of driving.
    static let lateWeight = 1.0

    /// The neighbours of the first `count` tasks.
    init(
        count: Int,
        tasks: borrowing TaskTable,
        roads: borrowing RoadTable,
        type: FleetType?,
        near: Int,
        adjacent: Int
    ) {
        nearCount = min(near, max(count - 1, 0))
        adjacentCount = min(adjacent, max(count - 1, 0))
        self.near = Slab(repeating: -1, count: count * nearCount)
        self.adjacent = Slab(repeating: -1, count: count * adjacentCount)
        guard let type else { return }
        var nearest = SmallestKeys(wanted: nearCount)
        var closest = SmallestKeys(wanted: adjacentCount)
        for task in 0..<count {
            let place = tasks.location[task]
            for other in 0..<count where other != task {
                let there = roads.arc(type.matrix, from: place, to: tasks.location[other])
                let back = roads.arcInto(type.matrix, place, from: tasks.location[other])
                let away = Self.proximity(task, other, there, tasks)
                nearest.offer(Self.key(min(away, Self.proximity(other, task, back, tasks)), other))
                closest.offer(Self.key(Double(min(Self.way(there), Self.way(back))), other))
            }
            nearest.empty(into: self.near, row: task)
            closest.empty(into: self.adjacent, row: task)
        }
    }

    /// How far `second` is from `first` if it comes right after it by `arc`, in seconds.
    static func proximity(
        _ first: Int,
        _ second: Int,
        _ arc: Arc,
        _ tasks: borrowing TaskTable
    ) -> Double {
        let reach = Int64(tasks.service[first]) + Int64(arc.time)
        let wait = max(Int64(tasks.opens[second]) - reach - Int64(tasks.closes[first]), 0)
        let late = max(Int64(tasks.opens[first]) + reach - Int64(tasks.closes[second]), 0)
        return Double(arc.time) + waitWeight * Double(wait) + lateWeight * Double(late)
    }

    /// How far an arc goes: its length, or where that costs nothing its time.
    private static func way(_ arc: Arc) -> Int32 {
        arc.length > 0 ? arc.length : arc.time
    }

    /// Sorts by distance, then by number, in one comparison of 64 bits.
    private static func key(_ distance: Double, _ other: Int) -> UInt64 {
        UInt64(min(distance, 2e9)) << 32 | UInt64(other)
    }
}

/// The smallest of a stream of keys, without sorting all of them.
///
/// Keys are gathered below a bound; whenever four times as many as wanted have come together, the best are kept and the
/// bound falls.
struct SmallestKeys {
    private var keys: [UInt64] = []
    private let wanted: Int
    private var bound = UInt64.max

    init(wanted: Int) {
        self.wanted = wanted
        keys.reserveCapacity(4 * wanted)
    }

    /// Takes note of a key.
    @inline(__always)
    mutating func offer(_ key: UInt64) {
        guard key < bound, wanted > 0 else { return }
        keys.append(key)
        if keys.count == 4 * wanted { cut() }
    }

    private mutating func cut() {
        keys.sort()
        keys.removeLast(max(keys.count - wanted, 0))
        bound = keys.last ?? .max
    }

    /// Writes the lower halves of the smallest keys into a row, smallest first, and forgets all.
    ///
    /// - Precondition: As many keys as wanted have been offered.
    mutating func empty(into table: borrowing Slab<Int32>, row: Int) {
        keys.sort()
        for rank in 0..<wanted {
            table[row * wanted + rank] = Int32(truncatingIfNeeded: keys[rank] & 0xFFFF_FFFF)
        }
        keys.removeAll(keepingCapacity: true)
        bound = .max
    }
}
