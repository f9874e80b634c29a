import Foundation

/// The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P(a, x), for a > 0 and x ≥ 0.
///
/// Series DLMF 8.11.4 below the mean, continued fraction DLMF 8.9.2 (modified Lentz) above it.
func incompleteGamma(_ x: Double, shape a: Double) -> (lower: Double, upper: Double) {
    precondition(a > 0 && x >= 0)
    if x == 0 { return (0, 1) }
    if x == .infinity { return (1, 0) }
    let factor = gammaFactor(x, shape: a)
    if x < a + 1 {
        let lower = factor * gammaSeries(x, shape: a)
        return (lower, 1 - lower)
    }
    let upper = factor * gammaFraction(x, shape: a)
    return (1 - upper, upper)
}

/// x^a e^(−x) ÷ Γ(a), written around the mean so that large counts keep their digits.
func gammaFactor(_ x: Double, shape a: Double) -> Double {
    let off = (x - a) / a
    let bulk = a * ((abs(off) < 0.5 ? log1p(off) : log(x / a)) - off)
    return exp(bulk - stirlingRemainder(a)) * (a / (2 * .pi)).squareRoot()
}

private func gammaSeries(_ x: Double, shape a: Double) -> Double {
    var term = 1 / a
    var sum = term
    var divisor = a
    while term > sum * 1e-17 {
        divisor += 1
        term *= x / divisor
        sum += term
    }
    return sum
}

private func gammaFraction(_ x: Double, shape a: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / b
    var value = d
    for step in 1...100_000 {
        let i = Double(step)
        let numerator = -i * (i - a)
        b += 2
        d = numerator * d + b
        if abs(d) < tiny { d = tiny }
        c = b + numerator / c
        if abs(c) < tiny { c = tiny }
        d = 1 / d
        let factor = d * c
        value *= factor
        if abs(factor - 1) < 1e-16 { break }
    }
    return value
}
