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
    /// The most orders each carrier takes on the day by its calendar; one that is not named has no such limit.
    public var limits: [String: Int] = [:]
    /// What each carrier is in the pool; one that is not named supplements it.
    public var tiers: [String: CarrierHistoryFolder.Contract.Tier] = [:]
    /// Trips since the last excursion, by carrier; nil when there is no record at all, and then nobody is on trial.
    public var cleanTrips: [String: Int]?
    /// Trips on record, by carrier.
    public var trips: [String: Int] = [:]
    /// Trips without excursion that end a carrier's trial, where its contract says how many.
    public var trialTrips: [String: Int] = [:]
    /// How carriers are tried out.
    public var onboarding = OnboardingRule()
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
    static let daysOfShares = 28.0

    /// What a history says at `moment`, older trials fading.
    ///
    /// Each risk is that of the carrier against its service class; a carrier of the class without a record has what the
    /// class has.  A newcomer is expected to be like all carriers together, but on half of the evidence.
    ///
    /// - Parameter day: When what is given away is driven: contracts and calendar are read as of then; nil for `moment`.
    public init(
        _ folder: CarrierHistoryFolder,
        at moment: Date,
        day: Date? = nil,
        forgetting: Forgetting = Forgetting()
    ) {
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
        limits = folder.limits(at: day ?? moment)
        for contract in folder.contracts {
            tiers[contract.carrier] = contract.tier
            trialTrips[contract.carrier] = contract.trialTrips
        }
        cleanTrips = Self.cleanTrips(history, before: moment)
        trips = Dictionary(grouping: history.trips.filter { $0.pickupBy < moment }, by: \.carrier)
            .mapValues(\.count)
        let driven = day ?? moment
        expired = Set(
            folder.contracts.filter { contract in
                // Until a date means through that day; until an hour of the day is not until the end of its trips.
                contract.qualifiedUntil.map { $0 != driven && $0 < driven.addingTimeInterval(86_400) }
                    ?? false
            }.map(\.carrier)
        )
        given = Self.given(history, before: moment)
        policy = DiversificationPolicy()
    }

    private static func cleanTrips(_ history: CarrierHistory, before moment: Date) -> [String: Int] {
        let trips = Dictionary(grouping: history.trips.filter { $0.pickupBy < moment }, by: \.carrier)
        return trips.mapValues { trips in
            let latest = trips.sorted { ($1.pickupBy, $1.trip) < ($0.pickupBy, $0.trip) }
            return latest.prefix { ($0.temperature?.excursions ?? 0) == 0 }.count
        }
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
