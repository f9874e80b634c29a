import Testing

@testable import RouteSearch

@Suite struct SearchRandomTests {
    @Test func `the sequence of a seed is that of the published generators`() {
        // Worked out with a separate program from the definitions of SplitMix64 and xoshiro256++, seed 42.
        var random = SearchRandom(seed: 42)
        #expect(random.next() == 15_021_278_609_987_233_951)
        #expect(random.next() == 5_881_210_131_331_364_753)
        #expect(random.next() == 18_149_643_915_985_481_100)
    }

    @Test func `numbers below six fall on each face about as often`() {
        var random = SearchRandom(seed: 7)
        var faces = [Int](repeating: 0, count: 6)
        for _ in 0..<6000 { faces[random.below(6)] += 1 }
        // 1000 are expected on each face; five standard deviations are 5 × √(6000 × 1/6 × 5/6) ≈ 144.
        #expect(faces.allSatisfy { abs($0 - 1000) < 144 })
    }

    @Test func `units lie in the half-open unit interval`() {
        var random = SearchRandom(seed: 3)
        let units = (0..<1000).map { _ in random.unit() }
        #expect(units.allSatisfy { $0 >= 0 && $0 < 1 })
        #expect(abs(units.reduce(0, +) / 1000 - 0.5) < 0.05)
    }
}
