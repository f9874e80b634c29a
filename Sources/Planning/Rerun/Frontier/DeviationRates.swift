public import VehicleRouting

/// What it is worth not to change what people have been told, in the plan's money.
///
/// Each price rises as departure nears: twice for goods that leave within two hours, four times for goods on board.  The
/// unit is what a stop of the running plan costs on average, so that the prices suit fleets of any size and currency.
public struct DeviationRates: Hashable, Sendable {
    /// Another vehicle makes the stop.
    public var vehicle: Cost
    /// The stop has left its order on the route.
    public var position: Cost
    /// The customer is told another time, more than `tolerance` away.
    public var time: Cost
    /// For each quarter of an hour of that beyond `tolerance`.
    public var quarterHour: Cost
    /// A promise is newly broken, or the order is left out.
    public var promise: Cost
    /// A tender is recalled.
    public var tender: Cost
    /// What a search reckons an hour after the promised time to cost, in wire units: less than it takes to leave an order out.
    var lateHour: Int
    /// What a search that is to keep told times reckons an hour beyond `tolerance` to cost, in wire units: as much beyond it
    /// is worth a customer told.
    var toldHour: Int
    /// Seconds by which service may begin earlier or later before a customer is told.
    public var tolerance: Seconds

    /// Rates in units of what a stop of `plan` costs on average.
    public init(_ plan: Plan, in problem: Problem, tolerance: Seconds = 600) {
        let evaluation = PlanEvaluation(plan, in: problem)
        let stops = max(plan.routes.reduce(0) { $0 + $1.visits.count }, 1)
        let unit = Cost(ticks: max(evaluation.ledger.total.ticks / stops, 2))
        vehicle = unit
        position = Cost(ticks: unit.ticks / 2)
        time = unit
        quarterHour = Cost(ticks: unit.ticks / 2)
        promise = 5 * unit
        tender = 3 * unit
        lateHour = max((2 * unit).wireUnits, 1)
        toldHour = max(3600 / max(tolerance, 60) * time.wireUnits, 1)
        self.tolerance = tolerance
    }

    /// The price of all that `difference` says has changed, at the time `now`.
    public func price(of difference: PlanDifference, at now: Seconds, in problem: Problem) -> Cost {
        let aboard = Set(problem.jobs.filter { $0.aboard != nil }.map { StopName($0.id) })
        return difference.stops.reduce(.zero) { sum, stop in
            var told: Seconds?
            if case .driven(let standing)? = stop.before { told = standing.begin }
            let urgency = Self.urgency(isAboard: aboard.contains(stop.name), told: told, at: now)
            return sum + stop.changes.reduce(.zero) { $0 + urgency * price(of: $1) }
        }
    }

    /// How many times a change counts: it rises as departure nears.
    static func urgency(isAboard: Bool, told: Seconds?, at now: Seconds) -> Int {
        if isAboard { return 4 }
        return told.map { $0 - now < 7200 } ?? false ? 2 : 1
    }

    private func price(of change: StopDifference.Change) -> Cost {
        switch change {
        case .vehicle: vehicle
        case .position, .compartment: position
        case .time(let shift) where abs(shift) > tolerance:
            time + ((abs(shift) - tolerance) / 900) * quarterHour
        case .promiseBroken, .leftOut: promise
        case .carrier(from: _?, to: _): tender
        case .time, .carrier, .added, .removed, .takenUp, .promiseKept: .zero
        }
    }

    /// What one tick of deviation counts for beside a tick of money: 0 at stability 0, 1 at a half, 100 at 1, where
    /// nothing but the broken is touched.
    public static func weight(stability: Double) -> Double {
        min(stability / max(1 - stability, 0.01), 100)
    }
}
