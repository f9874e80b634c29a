internal import LinearProgramming

/// What an allocation is expected to cost, cause by cause, in currency.
///
/// Prices and losses are the expected ones, also where a drawn price decided.
public struct PoolLedger: Hashable, Codable, Sendable {
    /// What the carriers charge.
    public var prices = 0.0
    /// What their failures are expected to cost.
    public var losses = 0.0
    /// Lots beyond the normal capacity.
    public var surges = 0.0
    /// Promised lots not given.
    public var shortfalls = 0.0
    /// Lanes that depend on too few parties.
    public var concentration = 0.0
    /// Lots left to nobody, as far as leaving them has a price.
    public var leaving = 0.0

    /// Nothing is given and nothing left.
    public init() {}

    /// All of it.
    public var total: Double { prices + losses + surges + shortfalls + concentration + leaving }
}

extension PoolLedger {
    init(
        _ allocation: CarrierAllocation,
        _ candidates: [PoolCandidate],
        model: AllocationModel,
        values: ColumnValues,
        awards: [String: String]
    ) {
        for candidate in candidates
        where candidate.exclusion == nil && awards[candidate.lot] == candidate.carrier {
            prices += candidate.price.price
            losses += candidate.price.total - candidate.price.price
        }
        for lot in allocation.lots where awards[lot.id] == nil { leaving += lot.priceOfLeaving ?? 0 }
        func cost(_ column: LinearProgram.Column) -> Double {
            max(values[column], 0) * model.program.cost(of: column)
        }
        surges = model.surges.reduce(0) { $0 + cost($1.column) }
        shortfalls = model.shortfalls.reduce(0) { $0 + cost($1.column) }
        // From the shares themselves: cuts may have ended before the model saw all of it.
        for lane in model.lanes {
            guard let excess = lane.excess else { continue }
            let shares = model.shares(on: lane, at: values)
            concentration +=
                max(shares.sumOfSquares - lane.allowed, 0) * model.program.cost(of: excess)
        }
    }
}
