public import VehicleRouting

/// The figures by which a plan of a day is judged, for one plan.
///
/// All follow from `PlanEvaluation`; nothing here computes a time or a cost of its own.
public struct DayFigures: Hashable, Sendable {
    /// What routes and carriers cost; the price of what is left out is no part of it.
    public var transportCost: Cost
    /// What the own routes cost.
    public var routeCost: Cost
    /// What the carriers charge.
    public var carrierCost: Cost
    /// Orders (jobs and shipments) on own routes.
    public var served: Int
    /// Orders given to carriers.
    public var awarded: Int
    /// Orders left out.
    public var unassigned: Int
    /// Routes with at least one visit.
    public var vehiclesUsed: Int
    /// Halts of the own routes.
    public var halts: Int
    /// Metres of the own routes.
    public var distance: Metres
    /// Metres driven with nothing on board.
    public var emptyDistance: Metres
    /// Seconds from start to end, summed over routes.
    public var workingTime: Seconds
    /// Seconds of waiting, summed over routes.
    public var waitingTime: Seconds
    /// Value of the goods served or given to carriers; zero when not known.
    public var goodsValue: Cost
    /// Seconds between the begin of service and the close of its window, for visits that have one; negative when late;
    /// sorted.
    public var margins: [Seconds]
    /// How full the vehicles used are in the dimension that binds; nil when nothing limits them.
    public var fill: Fill?
    /// Promises broken.
    public var violations: Int

    /// A share of capacity in the dimension where it is greatest.
    public struct Fill: Hashable, Sendable {
        /// Index into the problem's dimensions.
        public var dimension: Int
        /// Load ÷ capacity; above 1 when overloaded.
        public var share: Double
    }

    /// The figures of `plan`, whose evaluation is `evaluation`; O(visits).
    public init(_ plan: Plan, evaluation: PlanEvaluation, in problem: Problem) {
        routeCost = evaluation.ledger.total
        carrierCost = evaluation.carrierCost
        transportCost = routeCost + carrierCost
        violations = evaluation.violations.count
        let driven = zip(plan.routes, evaluation.routes).filter { !$0.0.visits.isEmpty }
        let tasks = driven.flatMap { $0.0.visits.map(\.task) }.filter(\.countsAsOrder)
        served = tasks.count
        awarded = plan.awards.count
        unassigned = plan.unassigned.count
        vehiclesUsed = driven.count
        halts = driven.reduce(0) { sum, route in sum + route.1.schedule.stops.count { $0.isHalt } }
        distance = driven.reduce(0) { $0 + $1.1.schedule.distance }
        emptyDistance = driven.reduce(0) { $0 + $1.1.emptyDistance }
        workingTime = driven.reduce(0) { $0 + $1.1.schedule.duration }
        waitingTime = driven.reduce(0) { $0 + $1.1.schedule.waitingTime }
        goodsValue = (tasks + plan.awards.map(\.task)).reduce(.zero) { $0 + problem.goodsValue($1) }
        margins = driven.flatMap { route, evaluation in
            zip(route.visits, evaluation.schedule.stops).compactMap { problem.margin(of: $0.task, at: $1) }
        }
        .sorted()
        fill = Fill.binding(
            loads: driven.map { $0.1.peakTotal(dimensions: problem.dimensions.count) },
            capacities: driven.map { problem.vehicles[$0.0.vehicle].totalCapacity }
        )
    }

    /// The smallest margin; nil when no visit has a window.
    public var leastMargin: Seconds? { margins.first }
    /// The margin that half of the visits exceed; of two middle ones the smaller.
    public var medianMargin: Seconds? { margins.isEmpty ? nil : margins[(margins.count - 1) / 2] }
    /// Own cost per halt; nil without halts.
    public var costPerHalt: Cost? { halts == 0 ? nil : Cost(ticks: routeCost.ticks / halts) }
    /// Own cost per kilometre; nil when nothing is driven.
    public var costPerKilometre: Cost? {
        distance == 0 ? nil : Cost(ticks: Int((Double(routeCost.ticks) * 1000 / Double(distance)).rounded()))
    }
    /// Transport cost per order that arrives; nil when none does.
    public var costPerOrder: Cost? {
        served + awarded == 0 ? nil : Cost(ticks: transportCost.ticks / (served + awarded))
    }
    /// Transport cost ÷ goods value; nil when the value is not known.
    public var shareOfGoodsValue: Double? {
        goodsValue == .zero ? nil : Double(transportCost.ticks) / Double(goodsValue.ticks)
    }
    /// Empty metres ÷ all metres; nil when nothing is driven.
    public var emptyShare: Double? { distance == 0 ? nil : Double(emptyDistance) / Double(distance) }
}

extension DayFigures.Fill {
    /// The dimension with the greatest share over vehicles that all have a limit in it.
    static func binding(loads: [Load], capacities: [Load]) -> Self? {
        let limited = zip(loads, capacities).filter { !$0.1.isEmpty }
        guard let dimensions = limited.map(\.1.count).min() else { return nil }
        let fills = (0..<dimensions).compactMap { dimension -> Self? in
            let capacity = limited.reduce(0) { $0 + $1.1[dimension] }
            guard capacity > 0 else { return nil }
            let load = limited.reduce(0) { $0 + ($1.0.isEmpty ? 0 : $1.0[dimension]) }
            return Self(dimension: dimension, share: Double(load) / Double(capacity))
        }
        return fills.max { $0.share < $1.share }
    }
}

extension TaskReference {
    /// Whether the task stands for its order in counts: a shipment counts at its pickup.
    var countsAsOrder: Bool {
        if case .delivery = self { false } else { true }
    }
}

extension RouteEvaluation {
    /// Metres driven with nothing on board.
    var emptyDistance: Metres {
        let legs = schedule.steps.map(\.distance) + [schedule.lastDistance]
        return zip(legs, loads).reduce(0) { sum, leg in
            leg.1.allSatisfy(\.isNothing) ? sum + leg.0 : sum
        }
    }

    /// The greatest load of the whole vehicle, dimension by dimension.
    func peakTotal(dimensions: Int) -> Load {
        let nothing = Load(repeating: 0, count: dimensions)
        return loads.reduce(into: nothing) { peak, moment in
            let total = moment.reduce(into: nothing) { $0.add($1) }
            for dimension in nothing.indices { peak[dimension] = max(peak[dimension], total[dimension]) }
        }
    }
}

extension Vehicle {
    /// What the vehicle carries in all: its own limit, else that of its compartments; empty sets no limit.
    var totalCapacity: Load {
        if !capacity.isEmpty { return capacity }
        guard !compartments.isEmpty, compartments.allSatisfy({ !$0.capacity.isEmpty }) else { return [] }
        return compartments.reduce(into: []) { $0.add($1.capacity) }
    }
}

extension Problem {
    /// Value of the goods of a task.
    func goodsValue(_ task: TaskReference) -> Cost {
        switch task {
        case .job(let index): jobs[index].goodsValue
        case .pickup(let index), .delivery(let index): shipments[index].goodsValue
        }
    }

    /// Seconds between the begin of service and the close of the window it lies in, negative when late; nil without
    /// windows.
    func margin(of task: TaskReference, at stop: RouteSchedule.Stop) -> Seconds? {
        let windows = visit(task).timeWindows
        guard !windows.isEmpty else { return nil }
        if stop.lateness > 0 { return -stop.lateness }
        return windows.first { $0.closes >= stop.begin }.map { $0.closes - stop.begin }
    }
}
