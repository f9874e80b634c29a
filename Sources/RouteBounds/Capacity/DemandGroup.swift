internal import VehicleRouting

/// Demands that the model treats as so many equal ones, each with the average use of every resource.
struct DemandGroup {
    /// Indices of the demands.
    let members: [Int]
    /// The same stowages as those of each member, in the same order.
    let options: [DemandOption]
    /// Index of the regime on the label; nil for goods that travel at any temperature.
    let label: Int?
    /// The average cost of doing without own vehicles, in wire units; nil when own vehicles must do them.
    let outsideCost: Double?
}

/// Puts demands together until the model is small.
struct DemandGrouping {
    /// How many columns of assignments the model may have before demands are put together.
    ///
    /// With 2000 the linear programs of a day of 1000 jobs and 10 classes take some 0.3 s together, with 6000 as many seconds.
    static let columnLimit = 2000

    private let demands: [Demand]
    private let options: [[DemandOption]]
    private let columnLimit: Int

    /// - Parameter options: Per demand; a demand without options is left out.
    init(_ demands: [Demand], options: [[DemandOption]], columnLimit: Int) {
        self.demands = demands
        self.options = options
        self.columnLimit = columnLimit
    }

    /// The finest grouping within the limit: each demand by itself; those alike in label, stowages and windows, which are
    /// compared by the second, the hour, or three hours; or those alike in label and stowages.
    ///
    /// Whether a demand must be served always keeps groups apart.
    func groups() -> [DemandGroup] {
        let single = demands.indices.filter { !options[$0].isEmpty }.map { [$0] }
        if columns(of: single) <= columnLimit { return single.map(group) }
        for step in [1, 3600, 3 * 3600] {
            let grouping = alike { $0.hull?.widened(to: step) }
            if columns(of: grouping) <= columnLimit { return grouping.map(group) }
        }
        return alike { _ in nil }.map(group)
    }

    private func columns(of grouping: [[Int]]) -> Int {
        grouping.reduce(0) { $0 + options[$1[0]].count }
    }

    private struct Key: Hashable {
        let label: Int?
        let stowages: [Stowage]
        let isRequired: Bool
        let window: TimeWindow?
    }

    private func alike(by window: (Demand) -> TimeWindow?) -> [[Int]] {
        var positions: [Key: Int] = [:]
        var groups: [[Int]] = []
        for (index, demand) in demands.enumerated() where !options[index].isEmpty {
            let key = Key(
                label: demand.label,
                stowages: options[index].map(\.stowage),
                isRequired: demand.outsideCost == nil,
                window: window(demand)
            )
            if let position = positions[key] {
                groups[position].append(index)
            } else {
                positions[key] = groups.count
                groups.append([index])
            }
        }
        return groups
    }

    private func group(_ members: [Int]) -> DemandGroup {
        let count = Double(members.count)
        let averages = options[members[0]].indices.map { position in
            var shares: [Int: Double] = [:]
            for use in members.lazy.flatMap({ options[$0][position].uses }) {
                shares[use.resource, default: 0] += use.share / count
            }
            return DemandOption(
                stowage: options[members[0]][position].stowage,
                cost: members.reduce(0) { $0 + options[$1][position].cost } / count,
                uses: shares.sorted { $0.key < $1.key }.map { ResourceUse(resource: $0, share: $1) }
            )
        }
        let outside = members.compactMap { demands[$0].outsideCost }
        return DemandGroup(
            members: members,
            options: averages,
            label: demands[members[0]].label,
            outsideCost: outside.isEmpty ? nil : outside.reduce(0, +) / count
        )
    }
}

extension TimeWindow {
    /// The smallest window around this one whose ends are multiples of `step` seconds.
    fileprivate func widened(to step: Seconds) -> TimeWindow {
        TimeWindow(opens: opens / step * step, closes: (closes + step - 1) / step * step)
    }
}
