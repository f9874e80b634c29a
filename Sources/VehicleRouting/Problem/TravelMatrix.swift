/// Driving times and distances between the locations of a problem, for one profile.
public struct TravelMatrix: Hashable, Sendable {
    /// How many locations it covers.
    public let size: Int
    /// Driving seconds, row by row: from the row's location to the column's.
    public let durations: [Int32]
    /// Metres, row by row; empty when the problem has no distances.
    public let distances: [Int32]
    /// What an arc costs in wire units where the file gives its own costs; empty when costs follow from the
    /// rates.
    public let costs: [Int32]
    /// How fast the traffic is by time of day, sorted; empty when `durations` hold all day.
    public var speeds: [SpeedSlice]

    /// A matrix of `size` rows.
    ///
    /// `durations` has `size × size` entries, the other two that many or none.
    public init(
        size: Int,
        durations: [Int32],
        distances: [Int32] = [],
        costs: [Int32] = [],
        speeds: [SpeedSlice] = []
    ) {
        precondition(durations.count == size * size)
        precondition(distances.isEmpty || distances.count == size * size)
        precondition(costs.isEmpty || costs.count == size * size)
        self.size = size
        self.durations = durations
        self.distances = distances
        self.costs = costs
        self.speeds = speeds
    }

    /// Driving seconds from one location to another, before the vehicle's speed factor.
    public func duration(from origin: Int, to destination: Int) -> Seconds {
        Seconds(durations[origin * size + destination])
    }

    /// Driving seconds of a vehicle that is `speedFactor` times as fast, rounded to the nearest second.
    public func duration(from origin: Int, to destination: Int, speedFactor: Double) -> Seconds {
        let seconds = duration(from: origin, to: destination)
        return speedFactor == 1 ? seconds : Seconds((Double(seconds) / speedFactor).rounded())
    }

    /// Metres from one location to another; 0 when the problem has no distances.
    public func distance(from origin: Int, to destination: Int) -> Metres {
        distances.isEmpty ? 0 : Metres(distances[origin * size + destination])
    }

    /// The arc's own cost in wire units, or nil when costs follow from the vehicle's rates.
    public func arcCost(from origin: Int, to destination: Int) -> Int? {
        costs.isEmpty ? nil : Int(costs[origin * size + destination])
    }
}
