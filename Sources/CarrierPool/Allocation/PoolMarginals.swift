internal import LinearProgramming

/// What one more lot costs beyond its own price, because limits bind: the duals of an allocation, by what they are about.
///
/// With these a lot that was not in the allocation has a price too, which is what the own fleet needs to know of the pool.
public struct PoolMarginals: Hashable, Codable, Sendable {
    /// A party on a lane.
    public struct Place: Hashable, Codable, Sendable {
        /// The lane.
        public var lane: String
        /// The party.
        public var party: String

        /// `party` on `lane`.
        public init(lane: String, party: String) {
            self.lane = lane
            self.party = party
        }
    }

    /// For each lot given to a carrier, in currency: its capacity, less what a promised lot saves; carriers without an entry
    /// ask nothing.
    public var carriers: [String: Double] = [:]
    /// For each unit of volume given to a party on a lane, in currency: its share and the concentration.
    public var parties: [Place: Double] = [:]
    /// For each unit of volume on a lane, in currency, at most 0: more volume leaves every party more room.
    public var lanes: [String: Double] = [:]

    /// Nothing binds.
    public init() {}

    /// What a lot costs beyond its own price, in currency; negative where it fills a promise.
    public func surcharge(carrier: String, party: String, lane: String, volume: Double) -> Double {
        let place = parties[Place(lane: lane, party: party)] ?? 0
        return (carriers[carrier] ?? 0) + volume * (place + (lanes[lane] ?? 0))
    }

    /// The mean of these and `other`, which counts with `weight` between 0 and 1.
    public func blended(with other: PoolMarginals, weight: Double) -> PoolMarginals {
        var mean = PoolMarginals()
        func blend<Key: Hashable>(_ first: [Key: Double], _ second: [Key: Double]) -> [Key: Double] {
            var sum = first.mapValues { (1 - weight) * $0 }
            for (key, value) in second { sum[key, default: 0] += weight * value }
            return sum
        }
        mean.carriers = blend(carriers, other.carriers)
        mean.parties = blend(parties, other.parties)
        mean.lanes = blend(lanes, other.lanes)
        return mean
    }
}

extension PoolMarginals {
    /// Reads the duals of a relaxation; a row that holds a sum down has a dual of 0 or less, one that holds it up of 0 or
    /// more.
    init(_ model: AllocationModel, duals: RowValues, trials: TrialLimit?) {
        for item in model.capacityRows { carriers[item.carrier, default: 0] += max(-duals[item.row], 0) }
        for item in model.promiseRows { carriers[item.carrier, default: 0] -= max(duals[item.row], 0) }
        if let row = model.trialRow, let trials {
            for carrier in trials.carriers { carriers[carrier, default: 0] += max(-duals[row], 0) }
        }
        for item in model.shareRows {
            let worth = max(-duals[item.row], 0)
            parties[Place(lane: item.lane, party: item.party), default: 0] += worth
            lanes[item.lane, default: 0] -= item.cap * worth
        }
        for item in model.spreadRows {
            let worth = max(-duals[item.row], 0)
            for (party, slope) in item.coefficients {
                parties[Place(lane: item.lane, party: party), default: 0] += slope * worth
            }
        }
    }
}
