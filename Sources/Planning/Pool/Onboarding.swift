import VehicleRouting

/// How carriers that nobody knows well are tried out.
///
/// With no excursion in `n` trips the true rate may still be as high as 3/n (95 %): thirty trips say "below 10 %" and no
/// more.  So trials are few, and where a failure costs little.
public struct OnboardingRule: Hashable, Codable, Sendable {
    /// Trips without excursion after which a carrier is like any other, at least 1; also who has fewer on record is on
    /// trial unless its contract says otherwise.
    public var trips = 30
    /// The first trips, which carry a second logger.
    public var shadowTrips = 5
    /// The largest share of the orders fit for trials that carriers on trial get together, 0 … 1.
    public var share = 0.1
    /// The greatest value of goods that may be tried, in currency.
    public var valueCap = 5_000.0

    /// House rules.
    public init() {}

    /// How many orders carriers on trial get of so many that are fit: their share, but at least one.
    func quota(of eligible: Int) -> Int {
        eligible == 0 ? 0 : max(1, Int(share * Double(eligible)))
    }
}

/// How far a carrier on trial has come.
public struct Onboarding: Hashable, Sendable {
    /// What its next trips are.
    public enum Stage: Hashable, Sendable {
        /// With a second logger.
        case shadow
        /// Orders of low consequence only.
        case trial
    }

    /// Trips since the last excursion.
    public var cleanTrips: Int
    /// As many as it needs.
    public var neededTrips: Int
    /// What its next trips are.
    public var stage: Stage

    /// Trips that are left.
    public var remaining: Int { max(neededTrips - cleanTrips, 0) }
}

extension PoolKnowledge {
    /// How far the carriers of `problem` have come that are on trial, by their codes; nobody is without a record.
    func onTrial(among problem: Problem) -> [String: Onboarding] {
        guard let cleanTrips else { return [:] }
        var found: [String: Onboarding] = [:]
        for carrier in problem.carriers {
            let code = "\(carrier.id)"
            let clean = cleanTrips[code] ?? 0
            // Without a word in the contract, only who has a short record altogether is new.
            let isNew = (trips[code] ?? 0) < onboarding.trips
            let needed = trialTrips[code] ?? (isNew ? onboarding.trips : 0)
            guard clean < needed else { continue }
            let stage: Onboarding.Stage = clean < onboarding.shadowTrips ? .shadow : .trial
            found[code] = Onboarding(cleanTrips: clean, neededTrips: needed, stage: stage)
        }
        return found
    }
}
