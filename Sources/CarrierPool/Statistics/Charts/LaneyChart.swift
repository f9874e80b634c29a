/// The failure rate period by period when trials are many and periods differ by more than chance: Laney's p′ chart.
///
/// Limits p̄ ± 3 σᵢ σ_z, where σᵢ is the binomial deviation and σ_z how much more than that neighbouring periods differ:
/// the mean moving range of zᵢ = (pᵢ − p̄) ÷ σᵢ, over 1.128.  Laney, *Quality Engineering* 14 (2002), 531–537.
public struct LaneyChart: Hashable, Codable, Sendable {
    /// The pooled rate p̄.
    public let rate: Double
    /// The spread σ_z of the periods in binomial deviations: 1 when chance explains it, more with overdispersion.
    public let excess: Double
    /// Distance of the limits, in deviations.
    public let width: Double
    /// One point a period with trials.
    public let points: [ChartPoint]

    /// The mean moving range of two standard normal values, 2 ÷ √π.
    private static let movingRangeOfChance = 1.128

    /// Nil with fewer than two periods with trials, or when all or none of the trials failed.
    public init?(_ failures: [Tally], width: Double = 3) {
        let periods = failures.filter { $0.trials > 0 }
        let all = periods.reduce(Tally.none, +)
        guard periods.count > 1, all.count > 0, all.misses > 0 else { return nil }
        let rate = all.count / all.trials
        let deviations = periods.map { (rate * (1 - rate) / $0.trials).squareRoot() }
        let values = periods.map { $0.count / $0.trials }
        let z = zip(values, deviations).map { ($0 - rate) / $1 }
        let ranges = zip(z, z.dropFirst()).map { abs($1 - $0) }
        let excess = ranges.reduce(0, +) / Double(ranges.count) / Self.movingRangeOfChance
        self.rate = rate
        self.excess = excess
        self.width = width
        points = zip(values, deviations).map { value, deviation in
            let reach = width * deviation * excess
            return ChartPoint(
                rate: value,
                centre: rate,
                lower: max(rate - reach, 0),
                upper: min(rate + reach, 1)
            )
        }
    }
}
