public import LinearProgramming

/// Which carrier gets which lot, so that effective prices, missed promises and concentration cost least together.
///
/// A mixed-integer model: x(lot, carrier) is 0 or 1, u(lot) leaves a lot to nobody, s(carrier) counts promised lots not
/// given, e(carrier) lots beyond the normal capacity.
///
/// - least Σ E x + Σ leaving · u + Σ shortfall price · s + Σ surge price · e + concentration price · excess of Σ s²
/// - every lot: Σ x + u = 1
/// - every carrier: Σ x − e ≤ maxLots, and Σ x + s ≥ minimumLots
/// - every lane and party: volume given ≤ share cap · volume of the lane, both with what was given before
/// - every lane: Σ of squared shares ≤ 1 ÷ effective number, by cuts at the shares found so far
/// - carriers on trial: Σ x ≤ their lots
///
/// It always has a solution, because a lot may be left to nobody.  The relaxation's duals are prices.
public struct CarrierAllocation: Sendable {
    /// What is to be given away.
    public var lots: [PoolLot]
    /// What each carrier has agreed to; a carrier without terms takes any number of lots.
    public var terms: [CarrierTerms]
    /// Every pair of lot and carrier that was looked at, excluded ones included.
    public var candidates: [PoolCandidate]
    /// How far lanes are to be spread.
    public var policy: DiversificationPolicy
    /// What was given before.
    public var given: [GivenVolume]
    /// Carriers on trial, and how many lots they get together; nil when nobody is on trial.
    public var trials: TrialLimit?

    /// An allocation of `lots` among `candidates`.
    ///
    /// Names of lots and of terms are distinct, and a pair of lot and carrier is named once; lots and carriers that the
    /// candidates name beyond these are no matter.
    public init(
        lots: [PoolLot],
        terms: [CarrierTerms],
        candidates: [PoolCandidate],
        policy: DiversificationPolicy = DiversificationPolicy(),
        given: [GivenVolume] = [],
        trials: TrialLimit? = nil
    ) {
        precondition(Set(lots.map(\.id)).count == lots.count, "two lots have one name")
        precondition(Set(terms.map(\.carrier)).count == terms.count, "a carrier has two terms")
        self.lots = lots
        self.terms = terms
        self.candidates = candidates
        self.policy = policy
        self.given = given
        self.trials = trials
    }

    /// Rounds of cuts at the relaxation's shares, each one linear program.
    private static let mostRelaxedCuts = 30
    /// Rounds of cuts at whole lots after which what is left of the concentration is paid for.
    private static let mostWholeCuts = 4

    /// Solves the model.
    ///
    /// The squared shares are cut at parts of lots first: those cuts are cheap, and branch and bound then seldom needs more.
    ///
    /// - Parameters:
    ///   - seconds: Wall-clock time for all of it, above 0; nil for a result that is the same every time.
    ///   - nodes: Nodes of each branch-and-bound tree, at least 1.
    ///   - gap: How far from the best a decision may be and still count as best, relative, 0 or more.
    /// - Throws: `LinearProgramError` when a price is not a number.
    public func solve(
        seconds: Double? = nil,
        nodes: Int = 1_000,
        gap: Double = 1e-6
    ) throws(LinearProgramError) -> AllocationResult {
        let candidates = ruledCandidates()
        var model = try AllocationModel(self, candidates: candidates)
        let end = seconds.map { ContinuousClock.now + .seconds($0) }
        func options() -> SolveOptions? {
            let left = end.map { ContinuousClock.now.duration(to: $0) / .seconds(1) }
            if let left, left <= 0 { return nil }
            return SolveOptions(timeLimit: left, nodeLimit: nodes, gap: gap)
        }
        var relaxation = model.program.solveRelaxation(options() ?? Self.brief)
        for _ in 0..<Self.mostRelaxedCuts {
            guard let values = relaxation.values, let options = options(),
                try model.cutConcentration(at: values)
            else { break }
            relaxation = model.program.solveRelaxation(options)
        }
        var solution = model.program.solve(options() ?? Self.brief)
        var isCutAgain = false
        for _ in 0..<Self.mostWholeCuts {
            guard let options = options(), let values = solution.values,
                try model.cutConcentration(at: values)
            else { break }
            isCutAgain = true
            let next = model.program.solve(options)
            guard next.values != nil else { break }
            solution = next
        }
        if isCutAgain { relaxation = model.program.solveRelaxation(options() ?? Self.brief) }
        return AllocationResult(
            self,
            candidates: candidates,
            model: model,
            solution: solution,
            relaxation: relaxation
        )
    }

    /// For what has to be tried although time is up.
    private static let brief = SolveOptions(timeLimit: 0.1)

    /// The candidates with the exclusions that follow from terms.
    private func ruledCandidates() -> [PoolCandidate] {
        let lotsByName = Dictionary(uniqueKeysWithValues: lots.map { ($0.id, $0) })
        let termsByName = Dictionary(uniqueKeysWithValues: terms.map { ($0.carrier, $0) })
        return candidates.compactMap { candidate in
            guard let lot = lotsByName[candidate.lot] else { return nil }
            guard candidate.exclusion == nil, let terms = termsByName[candidate.carrier] else {
                return candidate
            }
            var ruled = candidate
            if terms.refusedLanes.contains(lot.lane) {
                ruled.exclusion = .refusedLane
            } else if let notice = lot.notice, notice < terms.leadTime {
                ruled.exclusion = .tooLate(leadTime: terms.leadTime)
            }
            return ruled
        }
    }
}
