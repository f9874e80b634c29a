import Foundation
import Testing

@testable import CarrierPool

/// Charts that take in one trip, or one gap between failures, at a time.
@Suite struct TripChartTests {
    @Test(arguments: [(0.01, 4.3, 15_250.0), (0.1, 3.3, 10_050), (0.5, 2.9, 8_460)])
    func `the published settings of the trip EWMA have their published run length`(
        _ c: (rate: Double, width: Double, trips: Double)
    ) {
        let chart = TripEWMA(rate: c.rate)
        #expect(abs(chart.width - c.width) < 1e-12)
        #expect(abs(chart.averageRunLength() / c.trips - 1) < 0.1, "\(chart.averageRunLength())")
    }

    @Test func `between published rates the width follows the logarithm of the rate`() {
        // Half way from 1 to 10 % in the logarithm.
        #expect(abs(TripEWMA(rate: 0.1 / 10.squareRoot()).width - 3.8) < 1e-12)
        #expect(TripEWMA(rate: 0.001).width == 4.3)
        #expect(TripEWMA(rate: 0.9).width == 2.9)
    }

    @Test func `a trip EWMA signals after a run of failures and starts over when reset`() {
        var chart = TripEWMA(rate: 0.01)
        // The limit is .0403: from .01, each failure adds 1 % of the way to 1, so the fourth passes it.
        let signals = (1...4).map { _ in chart.record(failed: true) }
        #expect(signals == [.none, .none, .none, .worse])
        chart.reset()
        #expect(chart.value == 0.01)
    }

    @Test func `gaps between excursions at one per cent average 99 trips, and none is short enough alone`() {
        let chart = GapChart(rate: 0.01)
        #expect(abs(chart.centre - 99) < 1e-9)
        // Two excursions in a row happen once in a hundred: more often than one false alarm in 740.
        #expect(chart.lower == nil)
        // .99^g ≤ .00135 from g = 658 on: ln .00135 ÷ ln .99 = 657.4.
        #expect(chart.upper == 658)
        #expect(chart.averageRunLength() == .infinity)
    }

    @Test func `two gaps together can be short enough`() throws {
        let chart = GapChart(rate: 0.01, failuresPerPoint: 2)
        // P(both failures within t trips) = 1 − .99^t − t · .01 · .99^(t−1): .00098 for t = 5, .00146 for t = 6;
        // five trips with two failures leave three between.
        #expect(chart.lower == 3)
        #expect(chart.points(forGaps: [90, 120, 1, 2, 50]).map(\.signal) == [.none, .worse])
        let expected = 1 - pow(0.99, 5) - 5 * 0.01 * pow(0.99, 4)
        #expect(abs(chart.averageRunLength() * expected - 1) < 1e-9)
    }

    @Test func `single gaps suffice when failures are very rare`() {
        // P(gap ≤ g) = 1 − .9999^(g+1) ≤ .00135 up to g + 1 = 13.5.
        #expect(GapChart(rate: 0.000_1).lower == 12)
    }

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
