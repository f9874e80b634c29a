/// Driving times and distances between the locations of a problem, for one profile.
///
/// Either tables with an entry for every pair, or a law by which an entry is computed when it is asked for: beyond some
/// thousand locations the tables would need more memory than the rest of the problem.
public struct TravelMatrix: Hashable, Sendable {
    /// How many locations it covers.
    public let size: Int
    /// Driving seconds, row by row: from the row's location to the column's; empty under a law.
    public let durations: [Int32]
    /// Metres, row by row; empty under a law and when the problem has no distances.
    public let distances: [Int32]
    /// What an arc costs in wire units where the file gives its own costs; empty when costs follow from the
    /// rates.
    public let costs: [Int32]
    /// How fast the traffic is by time of day, sorted; empty when `durations` hold all day.
    public var speeds: [SpeedSlice]
    /// What entries follow from; nil where they stand in tables.
    public let law: TravelLaw?

    /// The most locations whose entries are computed once and kept: 2048² entries are 16 MB a table.
    public static let mostTabulated = 2_048

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
        law = nil
    }

    /// The matrix of a law, in tables for at most `mostTabulated` locations.
    public init(following law: TravelLaw, mostTabulated: Int = mostTabulated) {
        let size = law.size
        costs = []
        speeds = []
        self.size = size
        guard size <= mostTabulated else {
            (durations, distances) = ([], [])
            self.law = law
            return
        }
        var durations = [Int32](repeating: 0, count: size * size)
        var distances = durations
        for row in 0..<size {
            for column in 0..<row {
                let leg = law.leg(from: row, to: column)
                (durations[row * size + column], durations[column * size + row]) = (leg.seconds, leg.seconds)
                (distances[row * size + column], distances[column * size + row]) = (leg.metres, leg.metres)
            }
        }
        self.durations = durations
        self.distances = durations == distances ? durations : distances
        self.law = nil
    }

    /// The matrix among some of the locations, in their order.
    public func covering(_ places: [Int]) -> TravelMatrix {
        var part = law.map { TravelMatrix(following: $0.covering(places)) } ?? tables(covering: places)
        part.speeds = speeds
        return part
    }

    private func tables(covering places: [Int]) -> TravelMatrix {
        func part(_ table: [Int32]) -> [Int32] {
            guard !table.isEmpty else { return [] }
            return places.flatMap { row in places.map { table[row * size + $0] } }
        }
        let times = part(durations)
        return TravelMatrix(
            size: places.count,
            durations: times,
            distances: distances == durations ? times : part(distances),
            costs: part(costs)
        )
    }

    /// Driving seconds from one location to another, before the vehicle's speed factor.
    public func duration(from origin: Int, to destination: Int) -> Seconds {
        if let law { return Seconds(law.leg(from: origin, to: destination).seconds) }
        return Seconds(durations[origin * size + destination])
    }

    /// Driving seconds of a vehicle that is `speedFactor` times as fast, rounded to the nearest second.
    public func duration(from origin: Int, to destination: Int, speedFactor: Double) -> Seconds {
        let seconds = duration(from: origin, to: destination)
        return speedFactor == 1 ? seconds : Seconds((Double(seconds) / speedFactor).rounded())
    }

    /// Whether it knows metres.
    public var hasDistances: Bool { law != nil || !distances.isEmpty }

    /// Metres from one location to another; 0 when the problem has no distances.
    public func distance(from origin: Int, to destination: Int) -> Metres {
        if let law { return Metres(law.leg(from: origin, to: destination).metres) }
        return distances.isEmpty ? 0 : Metres(distances[origin * size + destination])
    }

    /// The arc's own cost in wire units, or nil when costs follow from the vehicle's rates.
    public func arcCost(from origin: Int, to destination: Int) -> Int? {
        costs.isEmpty ? nil : Int(costs[origin * size + destination])
    }

    /// Seconds and metres than which no entry is longer: exact for tables, an upper limit under a law.
    public var longest: TravelLeg {
        law?.longest ?? TravelLeg(seconds: durations.max() ?? 0, metres: distances.max() ?? 0)
    }
}
