import Testing

@testable import Planning

@Suite struct `seeded random numbers` {
    @Test func `SplitMix64 gives the first numbers its authors print for seed 1234567`() {
        var mixer = SplitMix64(state: 1_234_567)
        #expect(mixer.next() == 6_457_827_717_110_365_317)
        #expect(mixer.next() == 3_203_168_211_198_807_973)
        #expect(mixer.next() == 9_817_491_932_198_370_423)
    }

    @Test func `xoshiro256** in state 1 2 3 4 gives the numbers of its reference code`() {
        var random = SeededRandom(state: (1, 2, 3, 4))
        // rotl(2 · 5, 7) · 9 = 10 · 128 · 9 = 11520; then s1 = 0, so 0.
        #expect(random.next() == 11_520)
        #expect(random.next() == 0)
        #expect(random.next() == 1_509_978_240)
        #expect(random.next() == 1_215_971_899_390_074_240)
    }

    @Test func `a normal number has mean 0 and standard deviation 1`() {
        var random = SeededRandom(seed: 1, stream: "normal")
        let draws = (0..<20_000).map { _ in random.normal() }
        let mean = draws.reduce(0, +) / 20_000
        let variance = draws.reduce(0) { $0 + $1 * $1 } / 20_000 - mean * mean
        // Four standard errors: 4 / √20000 = 0.028 for the mean, 4 · √(2/20000) = 0.04 for the variance.
        #expect(abs(mean) < 0.028)
        #expect(abs(variance - 1) < 0.04)
    }

    @Test func `half of log-normal numbers lie below the median`() {
        var random = SeededRandom(seed: 2, stream: "log-normal")
        let below = (0..<10_000).count { _ in random.logNormal(median: 3, sigma: 0.8) < 3 }
        // Four standard errors of a half in ten thousand: 4 · 50 = 200.
        #expect(abs(below - 5_000) < 200)
    }

    @Test func `Poisson numbers have the mean asked for`() {
        var random = SeededRandom(seed: 3, stream: "poisson")
        let sum = (0..<10_000).reduce(0) { total, _ in total + random.poisson(mean: 4) }
        // Four standard errors: 4 · √(4/10000) = 0.08.
        #expect(abs(Double(sum) / 10_000 - 4) < 0.08)
    }

    @Test func `weights of 1, 0 and 3 are drawn one quarter, never and three quarters of the time`() {
        var random = SeededRandom(seed: 4, stream: "weights")
        let weights = CumulativeWeights([1, 0, 3])
        var counts = [0, 0, 0]
        for _ in 0..<10_000 { counts[weights.draw(using: &random)] += 1 }
        #expect(abs(counts[0] - 2_500) < 200)
        #expect(counts[1] == 0)
    }

    @Test func `streams of one seed differ`() {
        var orders = SeededRandom(seed: 7, stream: "orders")
        var sites = SeededRandom(seed: 7, stream: "sites")
        #expect(orders.next() != sites.next())
    }
}
