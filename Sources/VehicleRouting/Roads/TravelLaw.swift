/// Seconds and metres from one place to another.
public struct TravelLeg: Hashable, Sendable, BitwiseCopyable {
    /// Driving seconds.
    public var seconds: Int32
    /// Metres.
    public var metres: Int32

    /// A leg of `seconds` and `metres`.
    public init(seconds: Int32, metres: Int32) {
        self.seconds = seconds
        self.metres = metres
    }
}

/// How travel times and distances follow from where the places are, for problems too large for a table of them.
public enum TravelLaw: Hashable, Sendable {
    /// Straight lines in a plane, as published instances have them.
    case plane(PlaneLaw)
    /// A guess on the earth: great circles, a detour factor, speeds.
    case globe(GlobeLaw)

    /// How many places it covers.
    public var size: Int {
        switch self {
        case .plane(let law): law.points.count
        case .globe(let law): law.directions.count
        }
    }

    /// The way from one place to another; symmetric, nothing from a place to itself.
    public func leg(from origin: Int, to destination: Int) -> TravelLeg {
        switch self {
        case .plane(let law): law.leg(from: origin, to: destination)
        case .globe(let law): law.leg(from: origin, to: destination)
        }
    }

    /// A leg than which none is longer.
    public var longest: TravelLeg {
        switch self {
        case .plane(let law): law.longest
        case .globe(let law): law.longest
        }
    }

    /// For each of `places` the shortest leg from another of them; nil where there is no other.
    ///
    /// Legs grow with the straight line, so the nearest by that is looked for: outward along the axis on which the places
    /// lie farthest apart, until no nearer one can follow.
    public func shortestLegs(among places: [Int]) -> [TravelLeg?] {
        let points = places.map(point)
        guard let first = points.first else { return [] }
        let spread = points.reduce(first, pointwiseMax) - points.reduce(first, pointwiseMin)
        let axis = spread.indices.max { spread[$0] < spread[$1] } ?? 0
        let order = points.indices.sorted { points[$0][axis] < points[$1][axis] }
        var legs = [TravelLeg?](repeating: nil, count: places.count)
        for (rank, own) in order.enumerated() {
            var (best, nearest) = (Double.infinity, own)
            for step in [-1, 1] {
                var position = rank + step
                while order.indices.contains(position) {
                    let difference = points[order[position]] - points[own]
                    guard difference[axis] * difference[axis] < best else { break }
                    let square = (difference * difference).sum()
                    if square < best { (best, nearest) = (square, order[position]) }
                    position += step
                }
            }
            if nearest != own { legs[own] = leg(from: places[nearest], to: places[own]) }
        }
        return legs
    }

    /// Where a place is, in a space in which legs grow with the straight line.
    private func point(_ place: Int) -> SIMD3<Double> {
        switch self {
        case .plane(let law): SIMD3(law.points[place], 0)
        case .globe(let law): law.directions[place]
        }
    }

    /// The law among some of the places, in their order.
    func covering(_ places: [Int]) -> TravelLaw {
        switch self {
        case .plane(let law): .plane(PlaneLaw(points: places.map { law.points[$0] }, steps: law.steps))
        case .globe(let law):
            .globe(GlobeLaw(law.estimate, directions: places.map { law.directions[$0] }))
        }
    }
}

/// Straight lines in a plane whose lengths become whole numbers in steps; a unit is a second and a metre alike.
public struct PlaneLaw: Hashable, Sendable {
    /// One step from a length to a whole number.
    public struct Step: Hashable, Sendable {
        /// What the length is multiplied by.
        public var factor: Double
        /// How the product is rounded.
        public var rule: FloatingPointRoundingRule

        /// Multiplies by `factor`, then rounds by `rule`.
        public init(factor: Double, rule: FloatingPointRoundingRule) {
            self.factor = factor
            self.rule = rule
        }
    }

    /// The places.
    let points: [SIMD2<Double>]
    /// What is done to a length, one after the other; the last leaves a whole number.
    let steps: [Step]

    /// The law between `points`; at least one step, and no length beyond what 32 bits hold.
    public init(between points: [Coordinate], steps: [Step]) {
        self.init(points: points.map { SIMD2($0.longitude, $0.latitude) }, steps: steps)
        precondition(!steps.isEmpty, "lengths have to become whole")
        precondition(whole(diagonal) <= Double(Int32.max), "a length is too large")
    }

    init(points: [SIMD2<Double>], steps: [Step]) {
        self.points = points
        self.steps = steps
    }

    /// The diagonal of the box around `points`, than which no straight line between two of them is longer.
    public static func diagonal(of points: [Coordinate]) -> Double {
        PlaneLaw(points: points.map { SIMD2($0.longitude, $0.latitude) }, steps: []).diagonal
    }

    private var diagonal: Double {
        guard let first = points.first else { return 0 }
        let low = points.reduce(first, pointwiseMin)
        let high = points.reduce(first, pointwiseMax)
        return Self.length(high - low)
    }

    @inline(__always)
    func leg(from origin: Int, to destination: Int) -> TravelLeg {
        let length = Int32(whole(Self.length(points[origin] - points[destination])))
        return TravelLeg(seconds: length, metres: length)
    }

    var longest: TravelLeg {
        let length = Int32(whole(diagonal))
        return TravelLeg(seconds: length, metres: length)
    }

    @inline(__always)
    private func whole(_ length: Double) -> Double {
        var value = length
        for step in steps { value = (step.factor * value).rounded(step.rule) }
        return value
    }

    @inline(__always)
    private static func length(_ difference: SIMD2<Double>) -> Double {
        (difference * difference).sum().squareRoot()
    }
}

/// A road estimate between places on the earth.
public struct GlobeLaw: Hashable, Sendable {
    /// The estimate.
    public let estimate: RoadEstimate
    /// Where the places are, seen from the centre of the earth.
    let directions: [SIMD3<Double>]

    /// The law between `points`.
    public init(_ estimate: RoadEstimate, points: [Coordinate]) {
        self.init(estimate, directions: points.map(GreatCircle.direction))
    }

    init(_ estimate: RoadEstimate, directions: [SIMD3<Double>]) {
        self.estimate = estimate
        self.directions = directions
    }

    @inline(__always)
    func leg(from origin: Int, to destination: Int) -> TravelLeg {
        estimate.leg(from: directions[origin], to: directions[destination])
    }

    /// The drive between opposite corners of the box around all places.
    var longest: TravelLeg {
        guard let first = directions.first else { return TravelLeg(seconds: 0, metres: 0) }
        let difference = directions.reduce(first, pointwiseMax) - directions.reduce(first, pointwiseMin)
        let chord = min((difference * difference).sum().squareRoot(), 2)
        // Two directions on the equator that far apart.
        let half = chord / 2
        let along = (1 - half * half).squareRoot()
        return estimate.leg(from: SIMD3(along, half, 0), to: SIMD3(along, -half, 0))
    }
}
