/// How much a lane may depend on few carriers.
public struct DiversificationPolicy: Hashable, Codable, Sendable {
    /// The largest share of a lane's volume that one party may have, above 0, at most 1.
    public var shareCap: Double
    /// The least effective number of parties, 1 ÷ Σ s², at least 1.
    public var effectiveNumber: Double
    /// Both hold only for lanes with at least this volume, volume given before included.
    ///
    /// A lane of three lots cannot be spread in shares of 60 %.
    public var leastVolume: Double
    /// What it costs to miss the effective number by 0.01 in Σ s², in currency per unit of the lane's volume; at least 0.
    public var concentrationPrice: Double

    /// House rules: at most 60 % and at least two effective parties on lanes of five lots or more.
    public init(
        shareCap: Double = 0.6,
        effectiveNumber: Double = 2,
        leastVolume: Double = 5,
        concentrationPrice: Double = 1
    ) {
        precondition(shareCap > 0 && shareCap <= 1 && effectiveNumber >= 1)
        precondition(leastVolume >= 0 && concentrationPrice >= 0)
        self.shareCap = shareCap
        self.effectiveNumber = effectiveNumber
        self.leastVolume = leastVolume
        self.concentrationPrice = concentrationPrice
    }

    /// Nothing is demanded.
    public static let none = DiversificationPolicy(shareCap: 1, effectiveNumber: 1)
}

/// Volume that was given before: what shares are counted on beside today's lots.
public struct GivenVolume: Hashable, Codable, Sendable {
    /// The lane.
    public var lane: String
    /// The carrier.
    public var carrier: String
    /// The volume, in the unit of the lots, at least 0.
    public var volume: Double

    /// Volume of a carrier on a lane.
    public init(lane: String, carrier: String, volume: Double) {
        precondition(volume >= 0)
        self.lane = lane
        self.carrier = carrier
        self.volume = volume
    }
}
