public import LinearProgramming

/// What an allocation decided, with everything it looked at.
public struct AllocationResult: Sendable {
    /// One candidate in the record of the decision.
    public struct Entry: Hashable, Codable, Sendable {
        /// The candidate with every part of its effective price.
        public let candidate: PoolCandidate
        /// Whether the lot was given to it.
        public let isChosen: Bool
        /// How much more the whole allocation would cost if the lot were given here, as far as the relaxation tells: the
        /// reduced cost, in currency, at least 0.
        ///
        /// Nil for excluded candidates and without a proved relaxation.
        public let regret: Double?
    }

    /// How a lane is spread, with what was given before.
    public struct LaneShares: Hashable, Codable, Sendable {
        /// The lane.
        public let lane: String
        /// Its volume, given before and today.
        public let volume: Double
        /// The share of each party, between 0 and 1.
        public let shares: [String: Double]

        /// The effective number of parties, 1 ÷ Σ s².
        public var effectiveNumber: Double {
            Concentration(volumes: shares.sorted { $0.key < $1.key }.map(\.value)).effectiveNumber
        }
    }

    /// Whether the decision is proved best.
    public let status: LinearSolution.Status
    /// The carrier of each lot that was given.
    public let awards: [String: String]
    /// Lots that nobody gets, in their order.
    public let left: [String]
    /// Promised lots not given, by carrier; only those above 0.
    public let shortfalls: [String: Double]
    /// All costs together, in currency: effective prices, leaving, shortfalls, surges, concentration.
    ///
    /// Nil when nothing was found in time.
    public let cost: Double?
    /// No allocation costs less than this; nil when nothing was proved.
    public let bound: Double?
    /// For each lot what the pool asks at the margin, in currency: the dual of its row in the relaxation.
    ///
    /// A lot that the own fleet can drive for less should not be given away.  Empty without a proved relaxation.
    public let prices: [String: Double]
    /// What limits, promises and shares add to the price of one more lot.
    public let marginals: PoolMarginals
    /// What the allocation is expected to cost, cause by cause; nil when nothing was found in time.
    public let ledger: PoolLedger?
    /// Every candidate, in the order given: the record that explains the decision later.
    public let entries: [Entry]
    /// How lanes are spread that the policy looks at.
    public let lanes: [LaneShares]

    init(
        _ allocation: CarrierAllocation,
        candidates: [PoolCandidate],
        model: AllocationModel,
        solution: LinearSolution,
        relaxation: LinearSolution
    ) {
        let values = solution.values
        var awards: [String: String] = [:]
        var columns: [Int: LinearProgram.Column] = [:]
        for choice in model.choices {
            columns[choice.candidate] = choice.column
            let candidate = candidates[choice.candidate]
            if let values, values[choice.column] > 0.5 { awards[candidate.lot] = candidate.carrier }
        }
        status = solution.status
        self.awards = awards
        left = allocation.lots.map(\.id).filter { awards[$0] == nil }
        cost = solution.objective
        bound = solution.bound
        var shortfalls: [String: Double] = [:]
        for (carrier, column) in model.shortfalls {
            if let values, values[column] > 1e-6 { shortfalls[carrier] = values[column] }
        }
        self.shortfalls = shortfalls
        let duals = relaxation.duals
        prices =
            duals.map { duals in
                Dictionary(
                    uniqueKeysWithValues: zip(allocation.lots, model.lotRows).map { ($0.id, duals[$1]) }
                )
            } ?? [:]
        marginals =
            duals.map { PoolMarginals(model, duals: $0, trials: allocation.trials) } ?? PoolMarginals()
        ledger = values.map { PoolLedger(allocation, candidates, model: model, values: $0, awards: awards) }
        let reduced = relaxation.reducedCosts
        entries = candidates.enumerated().map { index, candidate in
            Entry(
                candidate: candidate,
                isChosen: candidate.exclusion == nil && awards[candidate.lot] == candidate.carrier,
                regret: columns[index].flatMap { column in reduced.map { max($0[column], 0) } }
            )
        }
        let parties = Dictionary(uniqueKeysWithValues: allocation.terms.map { ($0.carrier, $0.party) })
        lanes = model.lanes.map { lane in
            var volumes = lane.before
            for index in lane.lots {
                let lot = allocation.lots[index]
                guard let carrier = awards[lot.id] else { continue }
                volumes[parties[carrier] ?? carrier, default: 0] += lot.volume
            }
            let total = max(volumes.values.reduce(0, +), .leastNonzeroMagnitude)
            return LaneShares(
                lane: lane.name,
                volume: lane.volume,
                shares: volumes.mapValues { $0 / total }
            )
        }
    }
}
