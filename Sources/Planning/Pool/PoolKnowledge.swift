public import CarrierPool
public import Foundation
public import Interchange

/// What is known of the pool beside tariffs: records, contracts, and what was given before.
public struct PoolKnowledge: Sendable {
    /// What may go wrong with each carrier, by its code; a carrier that is not named is taken at its price.
    public var risks: [String: CarrierRisk] = [:]
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

    /// Days of trips before the day on which shares are counted.
    private static let daysOfShares = 28.0

    /// What a history says at `moment`, older trials fading.
    ///
    /// Each risk is that of the carrier against its service class; a carrier of the class without a record has what the
    /// class has.
    public init(_ folder: CarrierHistoryFolder, at moment: Date, forgetting: Forgetting = Forgetting()) {
        let history = CarrierHistory(folder)
        let carriers = ReviewedCarrier.all(in: folder, history)
        for members in Dictionary(grouping: carriers, by: \.serviceClass).values {
            let codes = members.map(\.code)
            func failures(_ kpi: KPI) -> KPIComparison {
                KPIComparison(.standard(kpi), of: codes, in: history, at: moment) { _ in forgetting }
            }
            let late = failures(.onTimeDelivery)
            let excursion = failures(.excursionFree)
            let refusal = failures(.tenderAcceptance)
            let missing = failures(.recordCompleteness)
            let damage = failures(.undamaged)
            for code in codes {
                func risk(_ comparison: KPIComparison) -> FailureRisk {
                    .share(comparison.estimate(for: code).complement)
                }
                risks[code] = CarrierRisk(
                    late: risk(late),
                    excursion: risk(excursion),
                    refusal: risk(refusal),
                    missingRecord: risk(missing),
                    damage: risk(damage)
                )
            }
        }
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
