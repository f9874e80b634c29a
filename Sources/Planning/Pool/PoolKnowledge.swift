public import CarrierPool
public import Foundation
public import Interchange

/// What is known of the pool beside tariffs: records, contracts, and what was given before.
public struct PoolKnowledge: Sendable {
    /// What may go wrong with each carrier, by its code.
    public var risks: [String: CarrierRisk] = [:]
    /// What may go wrong with a carrier that `risks` does not name; nil when nothing is known of any: then carriers are
    /// taken at their prices.
    public var newcomer: CarrierRisk?
    /// What each carrier has agreed to; one that is not named has no terms beyond its limit of the day.
    public var contracts: [CarrierTerms] = []
    /// Carriers whose qualification has ended.
    public var expired: Set<String> = []
    /// Volume given before, in orders; lanes are depots.
    public var given: [GivenVolume] = []
    /// How far lanes are to be spread.
    public var policy = DiversificationPolicy.none

    /// Nothing is known: carriers are compared by their tariffs.
    public init() {}

    /// The figures that `CarrierRisk` is made of.
    fileprivate static let riskyFigures: [KPI] = [
        .onTimeDelivery, .excursionFree, .tenderAcceptance, .recordCompleteness, .undamaged,
    ]
    /// The share of the evidence of all carriers that counts for one nobody has seen: a house rule.
    private static let newcomerEvidence = 0.5

    /// Days of trips before the day on which shares are counted.
    private static let daysOfShares = 28.0

    /// What a history says at `moment`, older trials fading.
    ///
    /// Each risk is that of the carrier against its service class; a carrier of the class without a record has what the
    /// class has.  A newcomer is expected to be like all carriers together, but on half of the evidence.
    public init(_ folder: CarrierHistoryFolder, at moment: Date, forgetting: Forgetting = Forgetting()) {
        let history = CarrierHistory(folder)
        let carriers = ReviewedCarrier.all(in: folder, history)
        func compare(_ members: [ReviewedCarrier]) -> (KPI) -> KPIComparison {
            let comparisons = Dictionary(
                uniqueKeysWithValues: Self.riskyFigures.map { kpi in
                    let comparison = KPIComparison(
                        .standard(kpi),
                        of: members.map(\.code),
                        in: history,
                        at: moment,
                        forgetting: { _ in forgetting }
                    )
                    return (kpi, comparison)
                }
            )
            return { kpi in
                guard let comparison = comparisons[kpi] else { preconditionFailure("\(kpi) is no risk") }
                return comparison
            }
        }
        for members in Dictionary(grouping: carriers, by: \.serviceClass).values {
            let comparison = compare(members)
            for code in members.map(\.code) {
                risks[code] = CarrierRisk { comparison($0).estimate(for: code) }
            }
        }
        let all = compare(carriers)
        newcomer = CarrierRisk { all($0).pool.prior.discounted(to: Self.newcomerEvidence) }
        contracts = folder.contracts.map(CarrierTerms.init)
        expired = Set(
            folder.contracts.filter { $0.qualifiedUntil.map { $0 < moment } ?? false }.map(\.carrier)
        )
        given = Self.given(history, before: moment)
        policy = DiversificationPolicy()
    }

    private static func given(_ history: CarrierHistory, before moment: Date) -> [GivenVolume] {
        let first = moment.addingTimeInterval(-daysOfShares * 86_400)
        let trips = history.trips.filter { first <= $0.pickupBy && $0.pickupBy < moment }
        let groups = Dictionary(grouping: trips) { [$0.lane, $0.carrier] }
        return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, trips in
            GivenVolume(
                lane: key[0],
                carrier: key[1],
                // A trip that does not say how many orders it had carried at least one.
                volume: trips.reduce(0) { $0 + max($1.basis.orders, 1) }
            )
        }
    }
}

extension CarrierRisk {
    /// The risks that go with what is known of the five figures.
    fileprivate init(_ known: (KPI) -> BetaDistribution) {
        self.init(
            late: .share(known(.onTimeDelivery).complement),
            excursion: .share(known(.excursionFree).complement),
            refusal: .share(known(.tenderAcceptance).complement),
            missingRecord: .share(known(.recordCompleteness).complement),
            damage: .share(known(.undamaged).complement)
        )
    }
}

extension CarrierTerms {
    fileprivate init(_ contract: CarrierHistoryFolder.Contract) {
        self.init(
            carrier: contract.carrier,
            party: contract.partner.isEmpty ? contract.carrier : contract.partner
        )
        minimumLots = contract.minimumOrders
        shortfallPrice = contract.shortfallPrice
        surgeLots = contract.surgeOrders
        surgePrice = contract.surgePrice
        leadTime = 60 * contract.leadTimeMinutes
        refusedLanes = Set(contract.refusedLanes)
        shareCap = contract.shareCap
    }
}
