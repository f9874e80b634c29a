public import VehicleRouting

/// What distinguishes one plan from another, stop by stop: the typed difference that reports, commands and the price of
/// deviation all work from.
///
/// Plans may be of different problems, as before and after an urgent order; stops are matched by name.
public struct PlanDifference: Hashable, Sendable {
    /// The stops that differ, by name.
    public var stops: [StopDifference]
    /// What the earlier plan costs.
    public var costBefore: Cost
    /// What the later plan costs.
    public var costAfter: Cost

    /// Compares `before` with `after`.
    ///
    /// - Parameters:
    ///   - promises: Until when service was promised to begin, where that is not what the later problem says.
    ///   - ignoring: Stops that do not count, wherever they are: those done between the two plans.
    public init(
        from before: Plan,
        in earlier: Problem,
        to after: Plan,
        in later: Problem,
        promises: [StopName: Seconds] = [:],
        ignoring done: Set<StopName> = []
    ) {
        let first = PlanEvaluation(before, in: earlier)
        let second = PlanEvaluation(after, in: later)
        costBefore = first.cost
        costAfter = second.cost
        let old = before.fates(first, in: earlier)
        var new = after.fates(second, in: later)
        for (name, promise) in promises {
            guard case .driven(var standing)? = new[name] else { continue }
            standing.lateness = max(standing.begin - promise, 0)
            new[name] = .driven(standing)
        }
        let moved = Self.outOfOrder(
            from: before.order(in: earlier, without: done),
            to: after.order(in: later, without: done)
        )
        stops = Set(old.keys).union(new.keys).subtracting(done).sorted().compactMap { name in
            let stop = StopDifference(name, old[name], new[name], changesPlace: moved.contains(name))
            return stop.changes.isEmpty ? nil : stop
        }
    }

    /// The stops whose service begins more than `tolerance` seconds earlier or later than before.
    public func changedTimes(beyond tolerance: Seconds) -> [StopDifference] {
        stops.filter { abs($0.shift ?? 0) > tolerance }
    }

    /// The vehicles on which anything but times has changed.
    public var vehicles: Set<Identifier> {
        var touched: Set<Identifier> = []
        for stop in stops where stop.changes.contains(where: \.isMove) {
            for case .driven(let standing)? in [stop.before, stop.after] { touched.insert(standing.vehicle) }
        }
        return touched
    }

    /// The stops that have left the order in which their vehicle made them: the fewest whose removal leaves the others in
    /// the order they had.
    private static func outOfOrder(
        from before: [Identifier: [StopName]],
        to after: [Identifier: [StopName]]
    ) -> Set<StopName> {
        var moved: Set<StopName> = []
        for (vehicle, stops) in after {
            let places = Dictionary(
                (before[vehicle] ?? []).enumerated().map { ($1, $0) },
                uniquingKeysWith: { first, _ in first }
            )
            let common = stops.filter { places[$0] != nil }
            let kept = longestRise(common.map { places[$0] ?? 0 })
            for (index, stop) in common.enumerated() where !kept.contains(index) { moved.insert(stop) }
        }
        return moved
    }

    /// Indices of a longest rising subsequence; O(n²), and routes have tens of stops.
    private static func longestRise(_ numbers: [Int]) -> Set<Int> {
        var length = [Int](repeating: 1, count: numbers.count)
        var previous = [Int?](repeating: nil, count: numbers.count)
        for index in numbers.indices {
            for earlier in 0..<index where numbers[earlier] < numbers[index] {
                if length[earlier] + 1 > length[index] {
                    (length[index], previous[index]) = (length[earlier] + 1, earlier)
                }
            }
        }
        var place = numbers.indices.max { length[$0] < length[$1] }
        var kept: Set<Int> = []
        while let index = place {
            kept.insert(index)
            place = previous[index]
        }
        return kept
    }
}

extension Plan {
    /// The stops of each vehicle in their order.
    fileprivate func order(in problem: Problem, without done: Set<StopName>) -> [Identifier: [StopName]] {
        var order: [Identifier: [StopName]] = [:]
        for route in routes {
            order[problem.vehicles[route.vehicle].id] = route.visits
                .map { StopName($0.task, in: problem) }
                .filter { !done.contains($0) }
        }
        return order
    }
}
