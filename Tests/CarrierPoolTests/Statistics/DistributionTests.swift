import Foundation
import Testing

@testable import CarrierPool

/// References: 40-digit arithmetic (mpmath) for the functions, and for quantiles the root of the same; where mpmath
/// did not converge (marked), SciPy 1.17.
@Suite struct DistributionTests {
    @Test(arguments: [
        (a: 0.5, b: 0.5, x: 0.3, value: 0.369010119565545383),
        (a: 2, b: 3, x: 0.4, value: 0.5248),
        (a: 198.67722, b: 13.65089, x: 0.9, value: 0.0274156584084269204),
        (a: 1, b: 500, x: 0.001, value: 0.393621055138814995),
        (a: 500, b: 1, x: 0.999, value: 0.606378944861185005),
        (a: 0.02, b: 40, x: 1e-6, value: 0.825669359401069112),
        (a: 95_000, b: 5_000, x: 0.951, value: 0.927284811879322447),
        (a: 12.5, b: 900, x: 0.03, value: 0.999533293196784178),
    ])
    func `the incomplete beta function agrees with forty-digit arithmetic`(
        _ c: (a: Double, b: Double, x: Double, value: Double)
    ) {
        let tails = incompleteBeta(c.x, a: c.a, b: c.b)
        #expect(abs(tails.lower / c.value - 1) < 1e-12)
        #expect(abs(tails.upper - (1 - c.value)) < 1e-12)
    }

    @Test(arguments: [
        (a: 0.5, b: 0.5, p: 0.05, value: 0.006155829702431137),
        (a: 2, b: 3, p: 0.5, value: 0.3857275681323895),
        (a: 10.67722, b: 1.65089, p: 0.05, value: 0.6844082176494153),
        (a: 1, b: 500, p: 0.95, value: 0.00597355151634956),
        (a: 0.3, b: 9, p: 0.05, value: 3.710295424927552e-6),
        (a: 1, b: 1, p: 0.8, value: 0.8),
        // SciPy
        (a: 400, b: 2, p: 0.9, value: 0.9986730108270617),
        (a: 95_000, b: 5_000, p: 0.05, value: 0.9488612741538537),
    ])
    func `beta quantiles agree with reference values`(_ c: (a: Double, b: Double, p: Double, value: Double)) {
        let quantile = BetaDistribution(alpha: c.a, beta: c.b).quantile(c.p)
        #expect(abs(quantile / c.value - 1) < 1e-11)
    }

    @Test(arguments: [
        (a: 0.5, x: 0.2, value: 0.472910743134461915),
        (a: 3, x: 2.5, value: 0.456186884116670482),
        (a: 40, x: 30, value: 0.0462530376458420364),
        (a: 1_000, x: 1_050, value: 0.941328888622681923),
        (a: 0.01, x: 1e-3, value: 0.938570652526128986),
        (a: 20_000, x: 20_100, value: 0.7606167055614176),  // SciPy
    ])
    func `the incomplete gamma function agrees with forty-digit arithmetic`(
        _ c: (a: Double, x: Double, value: Double)
    ) {
        #expect(abs(incompleteGamma(c.x, shape: c.a).lower / c.value - 1) < 1e-11)
    }

    @Test(arguments: [
        (a: 0.5, p: 0.05, value: 0.001966070000009761),
        (a: 1, p: 0.95, value: 2.9957322735539895),
        (a: 3, p: 0.5, value: 2.674060313723559),
        (a: 40, p: 0.8, value: 45.202674266114975),
        (a: 20_000, p: 0.95, value: 20_233.1845562359),
    ])
    func `gamma quantiles agree with SciPy`(_ c: (a: Double, p: Double, value: Double)) {
        #expect(abs(GammaDistribution(events: c.a, exposure: 1).quantile(c.p) / c.value - 1) < 1e-11)
    }

    @Test(arguments: [
        (0.975, 1.959963984540054), (0.95, 1.6448536269514722), (1e-6, -4.753424308822899), (0.5, 0),
    ])
    func `normal quantiles agree with SciPy`(_ c: (p: Double, z: Double)) {
        #expect(abs(NormalDistribution.quantile(c.p) - c.z) < 1e-12)
    }

    @Test func `a quantile is undone by its distribution, over seven decades of evidence`() {
        for alpha in [0.05, 0.7, 3, 48, 900, 30_000] {
            for beta in [0.05, 1.3, 20, 400, 8_000] {
                let distribution = BetaDistribution(alpha: alpha, beta: beta)
                for p in [0.001, 0.05, 0.2, 0.5, 0.8, 0.95, 0.999] {
                    let x = distribution.quantile(p)
                    // A quantile that rounds to 0 or 1 cannot be undone.
                    guard x > 0 && 1 - x > 1e-6 else { continue }
                    #expect(
                        abs(distribution.probability(atMost: x) - p) < 1e-9,
                        "Beta(\(alpha), \(beta)) at \(p)"
                    )
                }
            }
        }
    }

    @Test func `no event in n units bounds the rate at three over n`() throws {
        // −ln 0.05 = 2.99573…
        let bound = try #require(EventCount(0, in: 30).upperBound())
        #expect(abs(bound * 30 + log(0.05)) < 1e-12)
        #expect(EventCount(0, in: 0).upperBound() == nil)
    }
}
