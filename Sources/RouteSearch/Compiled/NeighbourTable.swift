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
        var keys = [UInt64](repeating: 0, count: count)
        for task in 0..<count {
            for other in 0..<count {
                let there = Self.proximity(task, other, tasks, roads, type)
                let back = Self.proximity(other, task, tasks, roads, type)
                keys[other] = Self.key(min(there, back), other, excluding: task)
            }
            Self.fill(self.near, row: task, width: nearCount, from: &keys)
            for other in 0..<count {
                let there = roads.arc(type.matrix, from: tasks.location[task], to: tasks.location[other])
                let back = roads.arc(type.matrix, from: tasks.location[other], to: tasks.location[task])
                let length = min(there.length, back.length)
                keys[other] = Self.key(Double(length), other, excluding: task)
            }
            Self.fill(self.adjacent, row: task, width: adjacentCount, from: &keys)
        }
    }

    /// How far `second` is from `first` if it comes right after it, in seconds.
    private static func proximity(
        _ first: Int,
        _ second: Int,
        _ tasks: borrowing TaskTable,
        _ roads: borrowing RoadTable,
        _ type: FleetType
    ) -> Double {
        let arc = roads.arc(type.matrix, from: tasks.location[first], to: tasks.location[second])
        let reach = Int64(tasks.service[first]) + Int64(arc.time)
        let wait = max(Int64(tasks.opens[second]) - reach - Int64(tasks.closes[first]), 0)
        let late = max(Int64(tasks.opens[first]) + reach - Int64(tasks.closes[second]), 0)
        return Double(arc.time) + waitWeight * Double(wait) + lateWeight * Double(late)
    }

    /// Sorts by distance, then by number, in one comparison of 64 bits.
    private static func key(_ distance: Double, _ other: Int, excluding task: Int) -> UInt64 {
        guard other != task else { return .max }
        return UInt64(min(distance, 2e9)) << 32 | UInt64(other)
    }

    private static func fill(_ table: borrowing Slab<Int32>, row: Int, width: Int, from keys: inout [UInt64])
    {
        keys.sort()
        for rank in 0..<width {
            table[row * width + rank] = Int32(truncatingIfNeeded: keys[rank] & 0xFFFF_FFFF)
        }
    }
}
