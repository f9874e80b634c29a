import CarrierPool
import VehicleRouting

/// Lots, terms and candidates of an allocation, from the problem and what is known of the pool.
struct PoolOffers {
    /// How far each carrier on trial has come, by its code.
    let onTrial: [String: Onboarding]
    /// Volume given before by depot; where the record knows none of the depots, all of it counts for the one lane.
    let given: [GivenVolume]
    private let allocation: AllocateCarriers
    private let lanesOnRecord: Set<String>
    private let contracts: [String: CarrierTerms]

    private var problem: Problem { allocation.problem }
    private var knowledge: PoolKnowledge { allocation.knowledge }

    init(_ allocation: AllocateCarriers) {
        self.allocation = allocation
        let knowledge = allocation.knowledge
        onTrial = knowledge.onTrial(among: allocation.problem)
        let depots = Set(allocation.problem.depots.map { "\($0.id)" })
        given = knowledge.given.map { volume in
            depots.contains(volume.lane)
                ? volume
                : GivenVolume(lane: Self.wholePool, carrier: volume.carrier, volume: volume.volume)
        }
        lanesOnRecord = Set(knowledge.given.map(\.lane))
        contracts = Dictionary(knowledge.contracts.map { ($0.carrier, $0) }) { first, _ in first }
    }

    func lot(_ task: TaskReference) -> PoolLot {
        PoolLot(
            id: allocation.name(of: task),
            lane: lane(of: task),
            priceOfLeaving: problem.importance(of: task).cost.map(problem.inCurrency),
            notice: Double(max(problem.latestPickup(of: task) - allocation.decided, 0))
        )
    }

    /// The depot the goods come from, if the record of the pool knows it as a lane; else the pool is one lane.
    private func lane(of task: TaskReference) -> String {
        guard case .job = task else { return Self.wholePool }
        let first = problem.origins(of: task)?.min() ?? (problem.depots.isEmpty ? nil : 0)
        let depot = first.map { "\(problem.depots[$0].id)" } ?? Self.wholePool
        return lanesOnRecord.contains(depot) ? depot : Self.wholePool
    }

    private static let wholePool = "all"

    func terms(_ carrier: Carrier) -> CarrierTerms {
        let code = "\(carrier.id)"
        var terms = contracts[code] ?? CarrierTerms(carrier: code)
        // The limit of the day is checked of every plan, so surge lies within it.
        let limit = [carrier.maxJobs, knowledge.limits[code]].compactMap { $0 }.min()
        terms.maxLots = limit.map { max($0 - terms.surgeLots, 0) }
        if let limit { terms.surgeLots = min(terms.surgeLots, limit) }
        return terms
    }

    func candidate(_ task: TaskReference, _ carrier: Carrier) -> PoolCandidate {
        let code = "\(carrier.id)"
        let bid = problem.inCurrency(problem.price(of: task, by: carrier))
        let risk = knowledge.risks[code] ?? knowledge.newcomer ?? .none
        let consequences = allocation.rule.consequences(of: task, in: problem)
        let price = EffectivePrice(price: bid, risk: risk, consequences: consequences)
        var candidate = PoolCandidate(
            lot: allocation.name(of: task),
            carrier: code,
            price: price,
            exclusion: missing(task, carrier).map(PoolCandidate.Exclusion.unqualified)
        )
        if onTrial[code] != nil, candidate.exclusion == nil, !isForTrial(task) {
            candidate.exclusion = .onTrial
        }
        if allocation.basis == .bid {
            candidate.decision = EffectivePrice(price: bid, risk: .none, consequences: consequences)
        } else if onTrial[code] != nil, candidate.exclusion == nil {
            // A stream for each pair, so that a lot's draw is the same in every round of a market.
            var random = SeededRandom(seed: allocation.seed, stream: "trial \(code) \(candidate.lot)")
            candidate.decision = .drawn(
                price: bid,
                risk: risk,
                consequences: consequences,
                using: &random
            )
        }
        return candidate
    }

    /// Whether a failure would cost so little that a carrier may be tried out on it.
    ///
    /// For goods bound for a patient somebody waits, and nobody else can bring them.
    private func isForTrial(_ task: TaskReference) -> Bool {
        let consequences = allocation.rule.consequences(of: task, in: problem)
        return !consequences.isCritical && problem.handling(task).patient == nil
            && problem.skills(task).isEmpty
            && consequences.goodsValue <= knowledge.onboarding.valueCap
    }

    /// What carriers on trial get together of these tasks; nil when nobody is on trial.
    func trials(among tasks: [TaskReference]) -> TrialLimit? {
        guard !onTrial.isEmpty else { return nil }
        let eligible = tasks.count(where: isForTrial)
        return TrialLimit(carriers: Set(onTrial.keys), mostLots: knowledge.onboarding.quota(of: eligible))
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
    static let none = CarrierRisk(
        late: .known(0),
        excursion: .known(0),
        refusal: .known(0),
        missingRecord: .known(0),
        damage: .known(0)
    )
}

extension Problem {
    /// Seconds of the day by which goods have to leave for the end of the last window, from the nearest depot they may come
    /// from.
    ///
    /// The end of the day where there is no window.
    func latestPickup(of task: TaskReference) -> Seconds {
        switch task {
        case .job(let index):
            let closes = jobs[index].timeWindows.last?.closes ?? 86_400
            return closes - drive(to: task)
        case .pickup(let index), .delivery(let index):
            let delivery = shipments[index].delivery.timeWindows.last?.closes ?? 86_400
            let pickup = shipments[index].pickup.timeWindows.last?.closes ?? 86_400
            return min(pickup, delivery - drive(to: .delivery(index)))
        }
    }

    /// Seconds of driving from the nearest depot the goods may come from, or from a shipment's pickup, in the first
    /// profile by name.
    private func drive(to task: TaskReference) -> Seconds {
        guard let matrix = matrices.min(by: { $0.key < $1.key })?.value else { return 0 }
        switch task {
        case .job(let index):
            let origins = origins(of: task) ?? Set(depots.indices)
            return origins.map { matrix.duration(from: depots[$0].location, to: jobs[index].location) }.min()
                ?? 0
        case .pickup: return 0
        case .delivery(let index):
            return matrix.duration(
                from: shipments[index].pickup.location,
                to: shipments[index].delivery.location
            )
        }
    }
}
