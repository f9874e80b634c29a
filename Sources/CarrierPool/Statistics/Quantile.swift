/// The point where a rising distribution function reaches `probability`, between `lower` and `upper`.
///
/// Newton's step with the density, kept inside a shrinking bracket and replaced by halving whenever it leaves the
/// bracket or does not at least halve the step before last (Brent's safeguard, as in Dekker's zero finder).
///
/// - Parameters:
///   - lower: A point where the distribution function is at most `probability`.
///   - upper: A point where it is at least `probability`.
///   - start: Where to begin; any point between the two, the mean is good.
func quantile(
    _ probability: Double,
    between lower: Double,
    and upper: Double,
    startingAt start: Double,
    distribution: (Double) -> Double,
    density: (Double) -> Double
) -> Double {
    var lower = lower
    var upper = upper
    var x = start
    var step = upper - lower
    var stepBefore = step
    for _ in 0..<400 {
        let excess = distribution(x) - probability
        if excess == 0 { return x }
        if excess > 0 { upper = x } else { lower = x }
        let newton = excess / density(x)
        let halve =
            !newton.isFinite || x - newton <= lower || x - newton >= upper || abs(newton) > stepBefore / 2
        stepBefore = step
        let next = halve ? middle(lower, upper) : x - newton
        step = abs(next - x)
        x = next
        if step <= 2e-16 * abs(x) || upper - lower <= 2e-16 * abs(upper) { return x }
    }
    return x
}

/// The middle of the bracket; in ratio while it spans decades, so that quantiles near zero are reached soon.
private func middle(_ lower: Double, _ upper: Double) -> Double {
    lower > 0 && upper / lower > 16 ? (lower * upper).squareRoot() : lower + (upper - lower) / 2
}
