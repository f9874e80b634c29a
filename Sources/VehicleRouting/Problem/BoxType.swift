/// A type of passive box: goods in it need no cooled compartment, but have only so long.
public struct BoxType: Hashable, Sendable {
    /// The name from outside, unique among box types.
    public var id: Identifier
    /// Index into the problem's regimes of what it keeps inside.
    public var regime: Int
    /// The longest time from the beginning of loading to the end of hand-over, in seconds, all factors of the day
    /// included.
    public var holdTime: Seconds
    /// The earliest departure with one: conditioning takes so long; 0 when it is ready from the start.
    public var readyAt: Seconds
    /// How many there are; nil for as many as needed.
    public var stock: Int?
    /// What using one costs, in wire units; decides between types that will do, and is not part of a route's cost.
    public var cost: Int
    /// The last second at which it is qualified; nil when that does not lapse.
    public var validUntil: Seconds?

    /// A type that keeps `regime` for `holdTime` seconds.
    public init(id: Identifier, regime: Int, holdTime: Seconds) {
        self.id = id
        self.regime = regime
        self.holdTime = holdTime
        readyAt = 0
        stock = nil
        cost = 0
        validUntil = nil
    }
}

/// How many boxes of a type the goods of a job would fill.
public struct BoxNeed: Hashable, Sendable {
    /// Index into the problem's box types.
    public var type: Int
    /// How many, at least 1.
    public var count: Int

    /// `count` boxes of `type`.
    public init(type: Int, count: Int = 1) {
        self.type = type
        self.count = count
    }
}

extension Problem {
    /// The boxes the goods of a task may travel in, one kind of them; empty for goods without a box.
    public func boxNeeds(_ task: TaskReference) -> [BoxNeed] {
        if case .job(let index) = task { jobs[index].boxes } else { [] }
    }

    /// The type of box (index) that holds longest of those the goods of a task may travel in; nil for goods without one.
    public func longestHoldingBox(for task: TaskReference) -> Int? {
        boxNeeds(task).map(\.type).max { (boxTypes[$0].holdTime, $1) < (boxTypes[$1].holdTime, $0) }
    }

    /// The longest time from the beginning of loading to the end of hand-over at a visit; nil for no limit.
    public func holdTime(of visit: Visit) -> Seconds? {
        guard case .job(let index) = visit.task else { return nil }
        let limits = [jobs[index].holdTime, visit.box.map { boxTypes[$0].holdTime }]
        return limits.compactMap { $0 }.min()
    }

    /// The earliest departure with the goods of a visit: they are ready, and their box is.
    public func release(of visit: Visit) -> Seconds {
        guard case .job(let index) = visit.task, !jobs[index].delivery.isNothing else { return 0 }
        return max(jobs[index].release, visit.box.map { boxTypes[$0].readyAt } ?? 0)
    }
}
