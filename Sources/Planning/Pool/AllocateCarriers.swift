public import CarrierPool
public import LinearProgramming
public import VehicleRouting

/// Gives what a plan's own vehicles do not drive to the carriers of the pool, by effective price.
public struct AllocateCarriers: Sendable {
    /// A plan with its awards, and the record of every candidate.
    public struct Outcome: Sendable {
        /// The plan: the same routes, the awards as allocated, the rest unassigned.
        public var plan: Plan
        /// The decision, with all candidates at decision time; lots are called like their tasks in `names`.
        public var result: AllocationResult
        /// The name of each task that was to be given away.
        public var names: [TaskReference: String]
    }

    /// What the choice among carriers goes by.
    public enum Basis: Hashable, Sendable {
        /// The price with the record in it.
        case effectivePrice
        /// The tariff alone, under the same rules.
        case bid
        /// Nobody is asked: everything is left.
        case nobody
    }

    /// What the choice goes by; the outcome's ledger is of effective prices whatever it is.
    public var basis = Basis.effectivePrice
    /// What makes the draws for carriers on trial repeatable.
    public var seed: UInt64 = 1

    let problem: Problem
    let knowledge: PoolKnowledge
    let rule: ConsequenceRule
    /// Seconds of the day at which the decision is made; lead times are counted from there.
    let decided: Seconds

    /// Allocation in `problem` with what is known of its carriers.
    ///
    /// - Parameter decided: Seconds of the day at which the decision is made, negative for the day before.
    public init(
        _ problem: Problem,
        knowledge: PoolKnowledge = PoolKnowledge(),
        rule: ConsequenceRule = ConsequenceRule(),
        decided: Seconds = 0
    ) {
        self.problem = problem
        self.knowledge = knowledge
        self.rule = rule
        self.decided = decided
    }

    /// Allocates everything that no route of `plan` serves: what it left unassigned and what it awarded.
    ///
    /// A plan keeps its own awards if nothing is found.
    ///
    /// - Parameter seconds: Wall-clock time for it; nil for a result that is the same every time.
    /// - Throws: `LinearProgramError` when a price is not a number.
    public func run(_ plan: Plan, seconds: Double? = nil) throws(LinearProgramError) -> Outcome {
        let done = Set(plan.routes.flatMap(\.visits).map(\.task))
        let tasks = problem.orders.filter { !done.contains($0) }
        let names = Dictionary(uniqueKeysWithValues: tasks.map { ($0, name(of: $0)) })
        let offers = PoolOffers(self)
        let allocation = CarrierAllocation(
            lots: tasks.map(offers.lot),
            terms: problem.carriers.map(offers.terms),
            candidates: basis == .nobody
                ? [] : tasks.flatMap { task in problem.carriers.map { offers.candidate(task, $0) } },
            policy: knowledge.policy,
            given: offers.given,
            trials: offers.trials(among: tasks)
        )
        let result = try allocation.solve(seconds: seconds.map { max($0, 0.1) }, gap: Self.gap)
        return Outcome(plan: allocated(plan, tasks, by: result), result: result, names: names)
    }

    /// A thousandth of a percent: the last digits of a market are not worth a second.
    private static let gap = 1e-5

    private func allocated(_ plan: Plan, _ tasks: [TaskReference], by result: AllocationResult) -> Plan {
        guard result.cost != nil else { return plan }
        let reasons = Dictionary(plan.unassigned.map { ($0.task, $0.reasons) }) { first, _ in first }
        let indices = Dictionary(
            problem.carriers.enumerated().map { ("\($1.id)", $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var allocated = Plan(routes: plan.routes)
        for task in tasks {
            if let code = result.awards[name(of: task)], let carrier = indices[code] {
                allocated.awards.append(Award(task, carrier: carrier))
            } else {
                allocated.unassigned.append(Unassigned(task, reasons: reasons[task] ?? []))
            }
        }
        return allocated
    }

    /// What each task costs when the pool takes it, in currency, at effective prices and at what limits and shares are worth:
    /// the price at which the own fleet should leave it.
    ///
    /// Carriers on trial set no prices: they get few orders, whatever they cost.
    ///
    /// - Parameter marginals: What binds; nothing before the first allocation.
    public func poolPrices(_ marginals: PoolMarginals = PoolMarginals()) -> [TaskReference: Cost] {
        let offers = PoolOffers(self)
        let unit = Double(problem.currency?.wireUnits ?? 1)
        var prices: [TaskReference: Cost] = [:]
        for task in problem.orders {
            let asked = problem.carriers.compactMap { carrier -> Double? in
                let candidate = offers.candidate(task, carrier)
                guard candidate.exclusion == nil, carrier.maxJobs != 0,
                    offers.onTrial[candidate.carrier] == nil
                else { return nil }
                let lot = offers.lot(task)
                let terms = offers.terms(carrier)
                guard !terms.refusedLanes.contains(lot.lane), terms.leadTime <= lot.notice ?? .infinity else {
                    return nil
                }
                return candidate.decision.total
                    + marginals.surcharge(
                        carrier: candidate.carrier,
                        party: terms.party,
                        lane: lot.lane,
                        volume: lot.volume
                    )
            }
            // To the wire unit, so that the search can count in units as large as ever.
            if let best = asked.min() {
                prices[task] = Cost(wireUnits: max(Int((best * unit).rounded()), 0))
            }
        }
        return prices
    }

    /// Job 7 and shipment 7 may both exist.
    func name(of task: TaskReference) -> String {
        switch task {
        case .job(let index): "\(problem.jobs[index].id)"
        case .pickup(let index), .delivery(let index): "shipment \(problem.shipments[index].pickup.id)"
        }
    }
}
