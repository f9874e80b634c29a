import Foundation

/// What is left of ln Γ(x) once Stirling's leading terms are taken away:
/// s(x) = ln Γ(x) − (x − ½) ln x + x − ½ ln 2π, for x > 0.
///
/// Prefactors of the beta and gamma distributions are differences of log-gammas as large as the counts themselves;
/// subtracting those loses a digit for every factor of ten in the count.  With the leading terms cancelled on paper
/// only these small remainders are subtracted.
///
/// Series: NIST DLMF 5.11.1, six terms, relative error below 1e-15 from x = 10.  Smaller x are moved up by
/// Γ(x + 1) = x Γ(x).
func stirlingRemainder(_ x: Double) -> Double {
    precondition(x > 0)
    var shifted = x
    var moved = 0.0
    while shifted < 10 {
        moved += (shifted + 0.5) * log1p(1 / shifted) - 1
        shifted += 1
    }
    let r = 1 / shifted
    let r2 = r * r
    // 1/12 r − 1/360 r³ + 1/1260 r⁵ − …, by Horner's rule.
    var series = -691.0 / 360_360
    for divisor in [1_188.0, -1_680, 1_260, -360, 12] {
        series = series * r2 + 1 / divisor
    }
    return moved + series * r
}

/// The logarithm of the beta function B(a, b), for a, b > 0.
func logBeta(_ a: Double, _ b: Double) -> Double {
    let leading = (a - 0.5) * log(a) + (b - 0.5) * log(b) - (a + b - 0.5) * log(a + b)
    return leading + log(2 * .pi) / 2 + stirlingRemainder(a) + stirlingRemainder(b) - stirlingRemainder(a + b)
}
