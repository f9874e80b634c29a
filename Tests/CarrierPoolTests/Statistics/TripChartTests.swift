import Foundation
import Testing

@testable import CarrierPool

/// Charts that take in one trip at a time.
@Suite struct TripChartTests {
    @Test func `a CUSUM moves by the log-likelihood ratio in whole steps`() {
        // p₁ = .02 ÷ 1.01 = .019802; ln(p₁/p₀) = .68320; ln(.99 ÷ .980198) = .0099503; ratio 68.66.
        let chart = BernoulliCUSUM(rate: 0.01, threshold: 200)
        #expect(chart.rise == 69)
        #expect(chart.fall == 1)
        var moving = chart
        #expect(moving.record(failed: false) == .none)
        #expect(moving.sum == 0)
        let signals = [true, false, true, true].map { moving.record(failed: $0) }
        // 69, 68, 137, 206
        #expect(signals == [.none, .none, .none, .worse])
        #expect(moving.sum == 206)
    }

    @Test func `a CUSUM holds the run length it was made for, and finds doubled odds much sooner`() {
        let chart = BernoulliCUSUM(rate: 0.02, runLength: 2_000)
        #expect(chart.averageRunLength() >= 2_000)
        #expect(chart.averageRunLength() < 2_200)
        #expect(BernoulliCUSUM(rate: 0.02, threshold: chart.threshold - 1).averageRunLength() < 2_000)
        #expect(chart.averageRunLength(trueRate: 0.04 / 1.02) < 500)

        var random = SplitMix64(seed: 5)
        let runs = 400
        var trips = 0
        for _ in 0..<runs {
            var running = chart
            repeat { trips += 1 } while running.record(failed: random.happens(0.02)) == .none
        }
        // A mean of 400 run lengths, each about as spread as it is long, is good to 5 %.
        let seen = Double(trips) / Double(runs)
        #expect(abs(seen / chart.averageRunLength() - 1) < 0.1, "\(seen)")
    }

    @Test(arguments: [0.005, 0.05])
    func `a CUSUM in control runs as long as is stated`(rate: Double) {
        let chart = BernoulliCUSUM(rate: rate, runLength: 1_000)
        var random = SplitMix64(seed: 17)
        let runs = 600
        var trips = 0
        for _ in 0..<runs {
            var running = chart
            repeat { trips += 1 } while running.record(failed: random.happens(rate)) == .none
        }
        // A mean of 600 run lengths, each about as spread as it is long, is good to 4.1 %.
        let seen = Double(trips) / Double(runs)
        #expect(abs(seen / chart.averageRunLength() - 1) < 0.1, "\(seen) beside \(chart.averageRunLength())")
    }

    @Test(arguments: [(0.01, 4.3, 15_250.0), (0.1, 3.3, 10_050), (0.5, 2.9, 8_460)])
    func `a rate smoothed trip by trip runs in control about as long as is published`(
        _ c: (rate: Double, width: Double, published: Double)
    ) {
        // λ = .01.  The widths are published to one decimal; half of the last one moves the run length by 15 %, as it goes
        // with exp(L² ÷ 2): at L = 3, L · .05 = .15.
        let chart = EWMAChart(rate: c.rate, smoothing: 0.01, width: c.width)
        let computed = chart.averageRunLength(trials: 1)
        #expect(abs(computed / c.published - 1) < 0.05, "\(computed) beside \(c.published)")
    }

    @Test func `at one failure in a hundred, 99 good trips lie between two failures on average`() {
        // A CUSUM whose first failure signals takes 1 ÷ .01 = 100 trips, the last of them failed: (1 − p) ÷ p = 99 good ones.
        let rise = BernoulliCUSUM(rate: 0.01, threshold: 1).rise
        let chart = BernoulliCUSUM(rate: 0.01, threshold: rise)
        #expect(printed(chart.averageRunLength() - 1, 9) == "99.000000000")
    }

    @Test func `a CUSUM with steps of unlike size agrees with its smallest case by hand`() {
        // At odds ratio 2 and p = .2 the steps are 14 and 5.  With threshold 14 any failure signals: 1 ÷ .2 trips.
        let chart = BernoulliCUSUM(rate: 0.2, threshold: 14)
        #expect(chart.rise == 14 && chart.fall == 5)
        #expect(abs(chart.averageRunLength() - 5) < 1e-12)
        let longer = BernoulliCUSUM(rate: 0.2, threshold: 15)
        // With threshold 15 the first failure makes 14, and a second signals unless three good trips came between:
        // a₀ = 5 + a₁₄ and a₁₄ = 1 + .8 a₉, a₉ = 1 + .8 a₄, a₄ = 1 + .8 a₀.
        // a₁₄ = 1 + .8 + .64 + .512 a₀ = 2.44 + .512 a₀, so a₀ = 7.44 ÷ .488.
        #expect(abs(longer.averageRunLength() - 7.44 / 0.488) < 1e-9)
    }
}
