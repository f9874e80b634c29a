/// Something the pool is to carry: an order, or orders that go together.
public struct PoolLot: Hashable, Codable, Sendable {
    /// Its name, unique among lots.
    public var id: String
    /// The lane it is on; shares are counted by lane.
    public var lane: String
    /// What shares are counted in, above 0: 1 for counting lots.
    public var volume: Double
    /// What it costs to give it to nobody, in currency; nil when it must be given away if any carrier can take it.
    public var priceOfLeaving: Double?
    /// Seconds from the decision to the pickup, for carriers that need notice; nil when that is no matter.
    public var notice: Double?

    /// A lot on `lane`.
    public init(
        id: String,
        lane: String,
        volume: Double = 1,
        priceOfLeaving: Double? = nil,
        notice: Double? = nil
    ) {
        precondition(volume > 0 && priceOfLeaving ?? 0 >= 0)
        self.id = id
        self.lane = lane
        self.volume = volume
        self.priceOfLeaving = priceOfLeaving
        self.notice = notice
    }
}

/// What a carrier has agreed to.
public struct CarrierTerms: Hashable, Codable, Sendable {
    /// The carrier, unique among terms.
    public var carrier: String
    /// Who fails with it: carriers of one party (one subcontractor, one depot) count as one in shares.
    public var party: String
    /// The most lots it takes; nil for no limit.
    public var maxLots: Int?
    /// Lots it takes beyond `maxLots`, at `surgePrice` more each; at least 0.
    public var surgeLots: Int
    /// What a lot beyond `maxLots` costs on top, in currency, at least 0.
    public var surgePrice: Double
    /// Lots that were promised to it; at least 0.
    public var minimumLots: Int
    /// What each promised lot that it does not get costs, in currency, at least 0.
    public var shortfallPrice: Double
    /// Seconds of notice it needs, at least 0.
    public var leadTime: Double
    /// Lanes it does not serve, or is not to serve, now.
    public var refusedLanes: Set<String>
    /// Its share of a lane's volume may not exceed this; nil for the policy's.
    public var shareCap: Double?

    /// A carrier without limits or promises.
    public init(carrier: String, party: String? = nil, maxLots: Int? = nil) {
        self.carrier = carrier
        self.party = party ?? carrier
        self.maxLots = maxLots
        surgeLots = 0
        surgePrice = 0
        minimumLots = 0
        shortfallPrice = 0
        leadTime = 0
        refusedLanes = []
        shareCap = nil
    }
}

/// A carrier that might take a lot: what it would cost, or why it cannot.
public struct PoolCandidate: Hashable, Codable, Sendable {
    /// Why a carrier is no candidate for a lot.
    public enum Exclusion: Hashable, Codable, Sendable {
        /// It lacks a qualification: a regime, a skill, a licence that is valid.
        case unqualified(String)
        /// It needs this many seconds of notice.
        case tooLate(leadTime: Double)
        /// It does not serve the lane, or is not to.
        case refusedLane
        /// It is on trial, and a failure here would cost too much.
        case onTrial
    }

    /// The lot.
    public var lot: String
    /// The carrier.
    public var carrier: String
    /// What it is expected to cost, with every part.
    public var price: EffectivePrice
    /// The price that decides: the expected one, or one drawn at random for a carrier on trial.
    public var decision: EffectivePrice
    /// Why it cannot be given the lot; nil when it can.
    public var exclusion: Exclusion?

    /// A carrier that can take a lot, or cannot for the reason of `exclusion`.
    ///
    /// - Parameter decision: The price that decides; nil for the expected one.
    public init(
        lot: String,
        carrier: String,
        price: EffectivePrice,
        decision: EffectivePrice? = nil,
        exclusion: Exclusion? = nil
    ) {
        self.lot = lot
        self.carrier = carrier
        self.price = price
        self.decision = decision ?? price
        self.exclusion = exclusion
    }
}
