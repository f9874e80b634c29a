internal import VehicleRouting

/// The least that an arc may take, each figure for itself: no arc need have all three.
struct ArcFloor {
    /// Driving seconds.
    var seconds: Seconds
    /// Metres.
    var metres: Metres
    /// The arc's own cost in wire units; 0 where costs follow from the rates.
    var cost: Int

    static let nothing = ArcFloor(seconds: 0, metres: 0, cost: 0)

    func lowered(to other: ArcFloor?) -> ArcFloor {
        guard let other else { return self }
        return ArcFloor(
            seconds: min(seconds, other.seconds),
            metres: min(metres, other.metres),
            cost: min(cost, other.cost)
        )
    }
}

extension TravelMatrix {
    func floor(from origin: Int, to destination: Int) -> ArcFloor {
        ArcFloor(
            seconds: duration(from: origin, to: destination),
            metres: distance(from: origin, to: destination),
            cost: arcCost(from: origin, to: destination) ?? 0
        )
    }
}

/// The shortest arc into each place where something is to be done.
///
/// Every halt of a route is reached by an arc of its own, so the shortest arcs into the halts together never exceed
/// what the route drives before its last arc.
struct NearestArcs {
    private let matrix: TravelMatrix
    private let places: [Int]
    /// By location, from the nearest other place where something is to be done; nil where there is none.
    private let inward: [ArcFloor?]

    /// Looks at every pair of `places` (locations, each once), O(places²); under a law at near ones only.
    init(in matrix: TravelMatrix, between places: [Int]) {
        self.matrix = matrix
        self.places = places
        if let law = matrix.law {
            var inward = [ArcFloor?](repeating: nil, count: matrix.size)
            for (place, leg) in zip(places, law.shortestLegs(among: places)) {
                inward[place] = leg.map {
                    ArcFloor(seconds: Int($0.seconds), metres: Int($0.metres), cost: 0)
                }
            }
            self.inward = inward
            return
        }
        var inward = [ArcFloor?](repeating: nil, count: matrix.size)
        for destination in places {
            for origin in places where origin != destination {
                let arc = matrix.floor(from: origin, to: destination)
                inward[destination] = arc.lowered(to: inward[destination])
            }
        }
        self.inward = inward
    }

    /// The least travel by which a vehicle that starts at `start` comes to a place.
    ///
    /// Nothing where it may begin: at its start, or anywhere when it has none.
    func into(_ place: Int, startingAt start: Int?) -> ArcFloor {
        guard let start, start != place else { return .nothing }
        return matrix.floor(from: start, to: place).lowered(to: inward[place])
    }

    /// The least travel by which a vehicle that ends at `end` gets there from its last place.
    func last(to end: Int?) -> ArcFloor {
        guard let end, let first = places.first else { return .nothing }
        return places.dropFirst().reduce(matrix.floor(from: first, to: end)) {
            $0.lowered(to: matrix.floor(from: $1, to: end))
        }
    }
}

/// The shortest driving times between one place and all others, by way of any places.
///
/// A route may reach a place by way of others sooner than directly where a matrix breaks the triangle inequality (rounding
/// suffices); these times are never above what any route needs.
struct ShortestTimes {
    /// By location; nothing is said of locations outside the places given.
    private let seconds: [Seconds]

    /// All zero: for a route that has no fixed start or end.
    init(count: Int) {
        seconds = [Seconds](repeating: 0, count: count)
    }

    /// The times from `origin`; all zero without one, and under a law, whose matrices are too large for a method that looks
    /// at every pair: zero is never above what a route needs either.
    init(from origin: Int?, among places: [Int], in matrix: TravelMatrix, arc: (Int, Int) -> Seconds) {
        guard let origin, matrix.law == nil else {
            self.init(count: matrix.size)
            return
        }
        self.init(at: origin, among: places, count: matrix.size, arc: arc)
    }

    /// Dijkstra's method on the full graph over `places`; O(places²).
    ///
    /// - Parameter arc: Driving seconds from the first location towards the second, never negative; turned round when
    ///   times *to* `origin` are wanted.
    init(at origin: Int, among places: [Int], count: Int, arc: (Int, Int) -> Seconds) {
        var seconds = [Seconds](repeating: .max, count: count)
        var open = places.filter { $0 != origin }
        seconds[origin] = 0
        var latest = origin
        while !open.isEmpty {
            var nearest = 0
            for (position, place) in open.enumerated() {
                seconds[place] = min(seconds[place], seconds[latest] + arc(latest, place))
                if seconds[place] < seconds[open[nearest]] { nearest = position }
            }
            latest = open[nearest]
            open.swapAt(nearest, open.count - 1)
            open.removeLast()
        }
        self.seconds = seconds
    }

    subscript(place: Int) -> Seconds { seconds[place] }
}
