internal import CarrierPool
internal import VehicleRouting

/// What failures cost, by order: the step from a carrier's record to money.
///
/// No public source has figures for this; the defaults are starting points of the right order of magnitude, to be
/// set with each customer.
public struct ConsequenceRule: Hashable, Codable, Sendable {
    /// A late delivery, in currency.
    public var late = 180.0
    /// How many times more a late delivery of a critical order costs.
    public var criticalFactor = 3.0
    /// Orders of this priority and more are critical, 0 … 100.
    public var criticalPriority = 50
    /// Share of the goods' value lost in an excursion, for goods that need a temperature.
    public var excursionLoss = 0.35
    /// A refused tender, in currency.
    public var refusal = 60.0
    /// An incomplete temperature record, in currency, for goods that need a temperature.
    public var missingRecord = 40.0
    /// Share of the goods' value lost in a damage.
    public var damageLoss = 0.1

    /// The defaults.
    public init() {}

    /// The consequences for one job or shipment.
    func consequences(of task: TaskReference, in problem: Problem) -> Consequences {
        let (priority, _) = problem.importance(of: task)
        let isCritical = priority >= criticalPriority
        let needsTemperature = problem.regime(task) != nil
        let value =
            switch task {
            case .job(let index): problem.jobs[index].goodsValue
            case .pickup(let index), .delivery(let index): problem.shipments[index].goodsValue
            }
        return Consequences(
            late: isCritical ? late * criticalFactor : late,
            goodsValue: problem.inCurrency(value),
            excursionLoss: needsTemperature ? excursionLoss : 0,
            refusal: refusal,
            missingRecord: needsTemperature ? missingRecord : 0,
            damageLoss: damageLoss,
            isCritical: isCritical
        )
    }
}

extension Problem {
    /// An amount in whole currency; plain cost units without one.
    func inCurrency(_ cost: Cost) -> Double {
        Double(cost.ticks) / Double(Cost.ticksPerWireUnit) / Double(currency?.wireUnits ?? 1)
    }
}
