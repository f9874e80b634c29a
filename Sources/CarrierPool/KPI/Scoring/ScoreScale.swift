/// How a figure becomes points: 0 at the floor, 100 at the target, straight between, and never outside.
///
/// A floor above the target suits figures of which less is better.
public struct ScoreScale: Hashable, Codable, Sendable {
    /// The value worth 0 points.
    public let floor: Double
    /// The value worth 100 points.
    public let target: Double

    /// A scale from `floor` to `target`, which differ.
    public init(floor: Double, target: Double, of kpi: KPI) throws(CarrierPoolError) {
        guard floor.isFinite, target.isFinite, floor != target else {
            throw CarrierPoolError(.flatScale(floor: floor, target: target), at: .scoring(kpi))
        }
        self.floor = floor
        self.target = target
    }

    /// The points for a value, 0 to 100.
    public func points(_ value: Double) -> Double {
        min(max((value - floor) / (target - floor), 0), 1) * 100
    }

    /// The points for an interval of values, in rising order.
    public func points(_ interval: Interval) -> Interval {
        let ends = [points(interval.lower), points(interval.upper)].sorted()
        return Interval(lower: ends[0], upper: ends[1], level: interval.level)
    }

    /// The variance of the points when the value is only known as a distribution.
    ///
    /// Taken over 40 equally likely values, which also sees what the two ends cut off.
    func variance(of distribution: BetaDistribution) -> Double {
        let steps = 40
        let values = (0..<steps).map { points(distribution.quantile((Double($0) + 0.5) / Double(steps))) }
        let mean = values.reduce(0, +) / Double(steps)
        return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(steps)
    }
}
