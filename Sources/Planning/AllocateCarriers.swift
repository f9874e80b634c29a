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

    private let problem: Problem
    private let knowledge: PoolKnowledge
    private let rule: ConsequenceRule
    /// Seconds of the day at which the decision is made; lead times are counted from there.
    private let decided: Seconds

    /// Allocation in `problem` with what is known of its carriers.
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
    /// A plan keeps its own awards if nothing better is found within `seconds`.
    ///
    /// - Throws: `LinearProgramError` when a price is not a number.
    public func run(_ plan: Plan, seconds: Double = 10) throws(LinearProgramError) -> Outcome {
        let done = Set(plan.routes.flatMap(\.visits).map(\.task))
        let tasks =
            (problem.jobs.indices.map(TaskReference.job) + problem.shipments.indices.map(TaskReference.pickup))
            .filter { !done.contains($0) }
        let names = Dictionary(uniqueKeysWithValues: tasks.map { ($0, name(of: $0)) })
        let allocation = CarrierAllocation(
            lots: tasks.map(lot),
            terms: problem.carriers.map(terms),
            candidates: tasks.flatMap { task in problem.carriers.map { candidate(task, $0) } },
            policy: knowledge.policy,
            given: given
        )
        let result = try allocation.solve(SolveOptions(timeLimit: max(seconds, 0.1), gap: 1e-6))
        var allocated = plan
        if result.cost != nil {
            let reasons = Dictionary(plan.unassigned.map { ($0.task, $0.reasons) }) { first, _ in first }
            let indices = Dictionary(
                problem.carriers.enumerated().map { ("\($1.id)", $0) },
                uniquingKeysWith: { first, _ in first }
            )
            allocated.awards = []
            allocated.unassigned = []
            for task in tasks {
                if let code = result.awards[name(of: task)], let carrier = indices[code] {
                    allocated.awards.append(Award(task, carrier: carrier))
                } else {
                    allocated.unassigned.append(Unassigned(task, reasons: reasons[task] ?? []))
                }
            }
        }
        return Outcome(plan: allocated, result: result, names: names)
    }

    /// What each task costs when the pool takes it, in currency, at effective prices and at what the carriers' capacity
    /// is worth: the price at which the own fleet should leave it.
    ///
    /// - Parameter result: The latest allocation; nil before the first, when capacity is worth nothing.
    public func poolPrices(after result: AllocationResult? = nil) -> [TaskReference: Cost] {
        let tasks =
            problem.jobs.indices.map(TaskReference.job) + problem.shipments.indices.map(TaskReference.pickup)
        let unit = Double(Cost.ticksPerWireUnit) * Double(problem.currency?.wireUnits ?? 1)
        var prices: [TaskReference: Cost] = [:]
        for task in tasks {
            let offers = problem.carriers.compactMap { carrier -> Double? in
                let candidate = candidate(task, carrier)
                guard candidate.exclusion == nil, carrier.maxJobs != 0 else { return nil }
                return candidate.price.total + (result?.capacityPrices[candidate.carrier] ?? 0)
            }
            if let best = offers.min() { prices[task] = Cost(ticks: Int((best * unit).rounded())) }
        }
        return prices
    }
}

extension AllocateCarriers {
    /// Job 7 and shipment 7 may both exist.
    private func name(of task: TaskReference) -> String {
        switch task {
        case .job(let index): "\(problem.jobs[index].id)"
        case .pickup(let index), .delivery(let index): "shipment \(problem.shipments[index].pickup.id)"
        }
    }

    private func lot(_ task: TaskReference) -> PoolLot {
        let price = problem.importance(of: task).cost.map(problem.inCurrency)
        let opens = problem.visit(task).timeWindows.first?.opens
        return PoolLot(
            id: name(of: task),
            lane: lane(of: task),
            priceOfLeaving: price,
            notice: opens.map { Double(max($0 - decided, 0)) }
        )
    }

    /// The depot the goods come from, if the record of the pool knows it as a lane; else the pool is one lane.
    private func lane(of task: TaskReference) -> String {
        guard case .job(let index) = task else { return Self.wholePool }
        let depots = problem.jobs[index].depots
        let first = depots.min() ?? (problem.depots.isEmpty ? nil : 0)
        let depot = first.map { "\(problem.depots[$0].id)" } ?? Self.wholePool
        return lanesOnRecord.contains(depot) ? depot : Self.wholePool
    }

    private static let wholePool = "all"

    private var lanesOnRecord: Set<String> { Set(knowledge.given.map(\.lane)) }

    /// Volume given before by depot; where the record knows none of the depots, all of it counts for the one lane.
    private var given: [GivenVolume] {
        let depots = Set(problem.depots.map { "\($0.id)" })
        return knowledge.given.map { volume in
            depots.contains(volume.lane)
                ? volume
                : GivenVolume(lane: Self.wholePool, carrier: volume.carrier, volume: volume.volume)
        }
    }

    private func terms(_ carrier: Carrier) -> CarrierTerms {
        let code = "\(carrier.id)"
        var terms = knowledge.contracts.first { $0.carrier == code } ?? CarrierTerms(carrier: code)
        // The limit of the day is checked of every plan, so surge lies within it.
        terms.maxLots = carrier.maxJobs.map { max($0 - terms.surgeLots, 0) }
        if let limit = carrier.maxJobs { terms.surgeLots = min(terms.surgeLots, limit) }
        return terms
    }

    private func candidate(_ task: TaskReference, _ carrier: Carrier) -> PoolCandidate {
        let code = "\(carrier.id)"
        let price = problem.inCurrency(problem.price(of: task, by: carrier))
        return PoolCandidate(
            lot: name(of: task),
            carrier: code,
            price: EffectivePrice(
                price: price,
                risk: knowledge.risks[code] ?? knowledge.newcomer ?? .none,
                consequences: rule.consequences(of: task, in: problem)
            ),
            exclusion: missing(task, carrier).map(PoolCandidate.Exclusion.unqualified)
        )
    }

    /// What keeps a carrier from a task: the skill, the regime, the qualification; nil when nothing does.
    private func missing(_ task: TaskReference, _ carrier: Carrier) -> String? {
        if knowledge.expired.contains("\(carrier.id)") { return Strings()[.qualificationEnded] }
        if carrier.mayCarry(task, in: problem) { return nil }
        if let skill = problem.skills(task).subtracting(carrier.skills).min() { return "\(skill)" }
        return problem.regime(task).map { "\(problem.regimes[$0].id)" } ?? ""
    }
}

extension CarrierRisk {
    /// A carrier of whom nothing is known is taken at its price.
    fileprivate static let none = CarrierRisk(
        late: .known(0),
        excursion: .known(0),
        refusal: .known(0),
        missingRecord: .known(0),
        damage: .known(0)
    )
}
