import CarrierPool
import LinearProgramming
import VehicleRouting

/// A plan with its share for the pool, and what all of it is expected to cost.
struct MarketStanding {
    /// Routes, awards and what is left.
    let plan: Plan
    /// The decision about the pool; nil without carriers.
    let result: AllocationResult?
    /// What the own routes cost.
    let own: Cost
    /// What the pool costs, cause by cause.
    let pool: PoolLedger
    /// What plans of a market are compared by: as all plans, but at effective prices.
    let objective: PlanObjective

    /// Own routes and pool together.
    var total: Cost { objective.cost }

    /// Gives what `routes` do not serve to the pool.
    ///
    /// - Parameters:
    ///   - basis: What the choice among carriers goes by; the cost is at effective prices whatever it is.
    ///   - seconds: Wall-clock time for the allocation; nil for a result that is the same every time.
    init(
        _ routes: Plan,
        in pool: DayPool,
        basis: AllocateCarriers.Basis = .effectivePrice,
        seconds: Double?
    ) throws(LinearProgramError) {
        let problem = pool.problem
        var allocation = pool.allocation
        allocation.basis = basis
        let whole = Plan(routes: routes.routes).completed(in: problem)
        var plan = whole
        var result: AllocationResult?
        // Also when nothing is to be given: what was promised and is not given has a price.
        if pool.hasCarriers {
            let outcome = try allocation.run(whole, seconds: seconds)
            plan = outcome.plan
            result = outcome.result
        }
        let evaluation = PlanEvaluation(plan, in: problem)
        var ledger = result?.ledger ?? PoolLedger()
        if result?.ledger == nil {
            // Nothing was found, or nobody is there: the awards at their tariffs.
            ledger.prices = problem.inCurrency(evaluation.carrierCost)
            ledger.leaving = problem.inCurrency(evaluation.unassignedCost)
        }
        self.plan = plan
        self.result = result
        own = evaluation.ledger.total
        self.pool = ledger
        var objective = evaluation.objective
        objective.cost = own + problem.cost(ofCurrency: ledger.total)
        self.objective = objective
    }
}

extension Problem {
    /// An amount of whole currency as a cost, to the tick; at most 10¹⁸ ticks, which leaves room to add.
    func cost(ofCurrency amount: Double) -> Cost {
        let ticks = amount * Double(Cost.ticksPerWireUnit) * Double(currency?.wireUnits ?? 1)
        return Cost(ticks: Int(min(max(ticks.rounded(), -1e18), 1e18)))
    }
}
