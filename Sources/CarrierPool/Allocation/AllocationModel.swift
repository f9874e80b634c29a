import LinearProgramming

/// The rows and columns of an allocation.
struct AllocationModel {
    /// One candidate's column.
    struct Choice {
        var candidate: Int
        var lot: Int
        var party: String
        var column: LinearProgram.Column
    }

    private(set) var program: LinearProgram
    private(set) var choices: [Choice] = []
    private(set) var lotRows: [LinearProgram.Row] = []
    private(set) var leaving: [LinearProgram.Column] = []
    private(set) var shortfalls: [(carrier: String, column: LinearProgram.Column)] = []
    private(set) var surges: [(carrier: String, column: LinearProgram.Column)] = []
    private(set) var capacityRows: [(carrier: String, row: LinearProgram.Row)] = []
    private(set) var promiseRows: [(carrier: String, row: LinearProgram.Row)] = []
    private(set) var shareRows: [ShareRow] = []
    private(set) var spreadRows: [SpreadRow] = []
    private(set) var trialRow: LinearProgram.Row?
    private(set) var lanes: [Lane] = []
    private let lots: [PoolLot]
    private let policy: DiversificationPolicy
    private var cuts = 0

    /// A lane with what was and is to be given on it.
    struct Lane {
        var name: String
        /// Volume of today's lots and of what was given before.
        var volume: Double
        var before: [String: Double]
        /// Index into the lots.
        var lots: [Int]
        var excess: LinearProgram.Column?
        /// What squared shares may sum to.
        ///
        /// Nobody is charged today for a lane that depended on few before.
        var allowed = 1.0
    }

    /// What a party may have of a lane.
    struct ShareRow {
        var lane: String
        var party: String
        /// The share, by which the room grows with the lane.
        var cap: Double
        var row: LinearProgram.Row
    }

    /// A tangent of the squared shares of a lane.
    struct SpreadRow {
        var lane: String
        /// The coefficient of a unit of volume, by party.
        var coefficients: [String: Double]
        var row: LinearProgram.Row
    }

    init(_ allocation: CarrierAllocation, candidates: [PoolCandidate]) throws(LinearProgramError) {
        program = LinearProgram(name: "carrier allocation", sense: .minimise)
        lots = allocation.lots
        policy = allocation.policy
        try addLots(candidates)
        try addChoices(candidates, terms: allocation.terms)
        try addTerms(allocation.terms, candidates)
        try addLanes(allocation)
        try addTrials(allocation.trials, candidates)
    }

    /// Leaving a lot that must be given costs more than any way of giving it.
    private static func forbidding(_ candidates: [PoolCandidate]) -> Double {
        10 * (candidates.map(\.decision.total).max() ?? 0) + 1_000
    }

    private mutating func addLots(_ candidates: [PoolCandidate]) throws(LinearProgramError) {
        let forbidding = Self.forbidding(candidates)
        for lot in lots {
            let cost = lot.priceOfLeaving ?? forbidding
            // The lot's row keeps its columns at 1 or less.  A bound of their own would share that row's dual, and
            // neither would then be the price of the lot.
            let column = try program.addColumn("leave \(lot.id)", cost: cost)
            leaving.append(column)
            lotRows.append(try program.addRow("lot \(lot.id)", .exactly(1), [(column, 1)]))
        }
    }

    private mutating func addChoices(
        _ candidates: [PoolCandidate],
        terms: [CarrierTerms]
    ) throws(LinearProgramError) {
        let indices = Dictionary(uniqueKeysWithValues: lots.enumerated().map { ($1.id, $0) })
        let parties = Dictionary(uniqueKeysWithValues: terms.map { ($0.carrier, $0.party) })
        for (index, candidate) in candidates.enumerated() where candidate.exclusion == nil {
            guard let lot = indices[candidate.lot] else { continue }
            let column = try program.addColumn(
                "give \(candidate.lot) to \(candidate.carrier)",
                cost: candidate.decision.total,
                kind: .integer,
                terms: [(lotRows[lot], 1)]
            )
            choices.append(
                Choice(
                    candidate: index,
                    lot: lot,
                    party: parties[candidate.carrier] ?? candidate.carrier,
                    column: column
                )
            )
        }
    }

    private mutating func addTerms(
        _ terms: [CarrierTerms],
        _ candidates: [PoolCandidate]
    ) throws(LinearProgramError) {
        for term in terms {
            let own = choices.filter { candidates[$0.candidate].carrier == term.carrier }
                .map { (column: $0.column, coefficient: 1.0) }
            if let limit = term.maxLots {
                var sum = own
                if term.surgeLots > 0 {
                    let surge = try program.addColumn(
                        "surge \(term.carrier)",
                        .between(0, Double(term.surgeLots)),
                        cost: term.surgePrice
                    )
                    surges.append((term.carrier, surge))
                    sum.append((surge, -1))
                }
                let row = try program.addRow("capacity \(term.carrier)", .atMost(Double(limit)), sum)
                capacityRows.append((term.carrier, row))
            }
            if term.minimumLots > 0 {
                let short = try program.addColumn(
                    "shortfall \(term.carrier)",
                    .between(0, Double(term.minimumLots)),
                    cost: term.shortfallPrice
                )
                shortfalls.append((term.carrier, short))
                let minimum = Bounds.atLeast(Double(term.minimumLots))
                let row = try program.addRow("promise \(term.carrier)", minimum, own + [(short, 1)])
                promiseRows.append((term.carrier, row))
            }
        }
    }

    private mutating func addTrials(_ trials: TrialLimit?, _ candidates: [PoolCandidate])
        throws(LinearProgramError)
    {
        guard let trials else { return }
        let own = choices.filter { trials.carriers.contains(candidates[$0.candidate].carrier) }
        guard own.count > trials.mostLots else { return }
        trialRow = try program.addRow(
            "trials",
            .atMost(Double(trials.mostLots)),
            own.map { (column: $0.column, coefficient: 1.0) }
        )
    }

    private mutating func addLanes(_ allocation: CarrierAllocation) throws(LinearProgramError) {
        let partyOf = Dictionary(uniqueKeysWithValues: allocation.terms.map { ($0.carrier, $0.party) })
        let caps = Dictionary(
            allocation.terms.compactMap { term in term.shareCap.map { (term.party, $0) } },
            uniquingKeysWith: min
        )
        let grouped = Dictionary(grouping: lots.indices) { lots[$0].lane }
        for (name, members) in grouped.sorted(by: { $0.key < $1.key }) {
            var before: [String: Double] = [:]
            for given in allocation.given where given.lane == name {
                before[partyOf[given.carrier] ?? given.carrier, default: 0] += given.volume
            }
            let volume = members.reduce(0) { $0 + lots[$1].volume } + before.values.reduce(0, +)
            guard volume >= policy.leastVolume else { continue }
            var lane = Lane(name: name, volume: volume, before: before, lots: members)
            try addShareCaps(lane, caps: caps)
            if policy.effectiveNumber > 1, parties(on: lane).count > 1 {
                let past = Concentration(volumes: before.sorted { $0.key < $1.key }.map(\.value))
                lane.allowed = max(1 / policy.effectiveNumber, past.shares.reduce(0) { $0 + $1 * $1 })
                lane.excess = try program.addColumn(
                    "concentration \(name)",
                    cost: policy.concentrationPrice * 100 * volume
                )
            }
            lanes.append(lane)
        }
    }

    private func choices(on lane: Lane) -> [Choice] {
        choices.filter { lots[$0.lot].lane == lane.name }
    }

    /// The share of each party of a lane's volume at `values`, which may be parts of a lot, what was given before included.
    func shares(on lane: Lane, at values: ColumnValues) -> [String: Double] {
        var volumes = lane.before
        for choice in choices(on: lane) {
            let part = values[choice.column]
            // What a simplex leaves beside whole numbers.
            guard part > 1e-9 else { continue }
            volumes[choice.party, default: 0] += part * lots[choice.lot].volume
        }
        return volumes.mapValues { $0 / lane.volume }
    }

    private func parties(on lane: Lane) -> Set<String> {
        Set(choices(on: lane).map(\.party)).union(lane.before.filter { $0.value > 0 }.map(\.key))
    }

    private mutating func addShareCaps(_ lane: Lane, caps: [String: Double]) throws(LinearProgramError) {
        let byParty = Dictionary(grouping: choices(on: lane), by: \.party)
        for (party, own) in byParty.sorted(by: { $0.key < $1.key }) {
            let cap = caps[party] ?? policy.shareCap
            guard cap < 1 else { continue }
            // A party that was over its share before gets nothing more, rather than making the model infeasible.
            let room = max(cap * lane.volume - (lane.before[party] ?? 0), 0)
            let terms = own.map { (column: $0.column, coefficient: lots[$0.lot].volume) }
            let row = try program.addRow("share of \(party) on \(lane.name)", .atMost(room), terms)
            shareRows.append(ShareRow(lane: lane.name, party: party, cap: cap, row: row))
        }
    }

    /// Adds, for every lane whose squared shares sum to more than allowed, the tangent of that sum at the shares of
    /// `values`; whether any was added.
    ///
    /// The sum is convex, so its tangent cuts off the point and nothing that is allowed (Kelley, *SIAM Journal* 8 (1960),
    /// 703–712).
    mutating func cutConcentration(at values: ColumnValues) throws(LinearProgramError) -> Bool {
        var found = false
        for lane in lanes {
            guard let excess = lane.excess else { continue }
            let own = choices(on: lane)
            let shares = shares(on: lane, at: values)
            guard shares.sumOfSquares - values[excess] > lane.allowed + 1e-6 else { continue }
            // Σ (2 s̄ s − s̄²) ≤ allowed + excess, with s = (before + today) ÷ volume.
            var constant = 0.0
            for (party, share) in shares.sorted(by: { $0.key < $1.key }) {
                constant += 2 * share * (lane.before[party] ?? 0) / lane.volume - share * share
            }
            let slopes = shares.mapValues { 2 * $0 / lane.volume }
            let terms = own.map { choice in
                (
                    column: choice.column,
                    coefficient: (slopes[choice.party] ?? 0) * lots[choice.lot].volume
                )
            }
            cuts += 1
            let row = try program.addRow(
                "spread \(lane.name) \(cuts)",
                .atMost(lane.allowed - constant),
                terms.filter { $0.coefficient != 0 } + [(excess, -1)]
            )
            spreadRows.append(SpreadRow(lane: lane.name, coefficients: slopes, row: row))
            found = true
        }
        return found
    }
}

extension [String: Double] {
    /// Σ s², added up in the order of names, so that equal shares have equal sums.
    var sumOfSquares: Double {
        sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }
    }
}
