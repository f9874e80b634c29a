extension Tally {
    /// The confidence interval for this rate on its own, with no help from other carriers; nil without trials.
    ///
    /// Wilson, *Journal of the American Statistical Association* 22 (1927), 209–212.
    public func wilsonInterval(level: Double = 0.95) -> Interval? {
        guard let rate else { return nil }
        let z = NormalDistribution.quantile((1 + level) / 2)
        let z2n = z * z / trials
        let centre = (rate + z2n / 2) / (1 + z2n)
        let half = z * (rate * (1 - rate) / trials + z2n / (4 * trials)).squareRoot() / (1 + z2n)
        // At 0 and at all, the end is exactly 0 or 1; rounding would leave it a hair beside.
        return Interval(
            lower: count == 0 ? 0 : max(centre - half, 0),
            upper: misses == 0 ? 1 : min(centre + half, 1),
            level: level
        )
    }
}
