import Testing

@testable import CarrierPool

/// Charts with one point a period.
@Suite struct PeriodChartTests {
    /// Late of 40 deliveries a week: 5, 7.5, 12.5, 15 and 17.5 %.
    static let weeks = [2.0, 3, 5, 6, 7].map { Tally($0, of: 40) }

    @Test func `the smoothed late rate alarms in week four`() {
        let points = EWMAChart(rate: 0.05).points(for: Self.weeks)
        #expect(
            points.map { printed($0.value, 5) } == ["0.05000", "0.05500", "0.06900", "0.08520", "0.10316"]
        )
        let upper = points.map { printed($0.upper ?? .nan, 5) }
        #expect(upper == ["0.07068", "0.07648", "0.07960", "0.08144", "0.08256"])
        #expect(points.map(\.signal) == [.none, .none, .none, .worse, .worse])
    }

    @Test func `the single weeks pass the three-sigma limit only in week five, and are too small to trust`() {
        let points = PChart(rate: 0.05).points(for: Self.weeks).compactMap { $0 }
        #expect(points.map { printed($0.value, 3) } == ["0.050", "0.075", "0.125", "0.150", "0.175"])
        // .05 + 3 √(.05 · .95 ÷ 40)
        #expect(points.map { printed($0.upper ?? .nan, 4) } == Array(repeating: "0.1534", count: 5))
        #expect(points.map(\.signal) == [.none, .none, .none, .none, .worse])
        #expect(points.allSatisfy { !$0.isSupported })
    }

    @Test(arguments: [(0.01, 200.0), (0.02, 100), (0.099, 100), (0.1, 50), (0.5, 50), (0.95, 100)])
    func `a p-chart needs the more trials a period, the rarer the failure`(
        _ c: (rate: Double, needed: Double)
    ) {
        #expect(PChart(rate: c.rate).trialsNeeded == c.needed)
    }

    @Test func `a varying number of trials gives each smoothed point its own limit`() throws {
        // Week 1: λ² p q ÷ 10; week 2: λ² p q ÷ 1000 + (1 − λ)² of week 1, with p q = .0475.
        let points = EWMAChart(rate: 0.05).points(for: [Tally(0, of: 10), Tally(50, of: 1_000)])
        let first = 0.04 * 0.0475 / 10
        let second = 0.04 * 0.0475 / 1_000 + 0.64 * first
        let expected = [first, second].map { 0.05 + 3 * $0.squareRoot() }
        #expect(abs(try #require(points[0].upper) - expected[0]) < 1e-12)
        #expect(abs(try #require(points[1].upper) - expected[1]) < 1e-12)
    }

    @Test func `a week without deliveries leaves the smoothed rate where it was`() {
        let points = EWMAChart(rate: 0.05).points(for: [Tally(6, of: 40), .none])
        #expect(points[0] == points[1])
        #expect(PChart(rate: 0.05).points(for: [.none]) == [nil])
    }

    @Test func `with thousands of trials Laney's limits follow the spread between weeks`() throws {
        // p̄ = .1; σ = √(.09 ÷ 10 000) = .003; z = −10, 10, −10, 10, so the mean moving range is 20.
        let chart = try #require(
            LaneyChart([700, 1_300, 700, 1_300].map { Tally($0, of: 10_000) })
        )
        #expect(abs(chart.excess - 20 / 1.128) < 1e-9)
        let upper = 0.1 + 3 * 0.003 * 20 / 1.128
        #expect(abs(try #require(chart.points[0].upper) - upper) < 1e-9)
        #expect(chart.points.allSatisfy { $0.signal == .none })
        // The plain limits call every week an alarm.
        let plain = PChart(rate: 0.1).points(for: [Tally(700, of: 10_000), Tally(1_300, of: 10_000)])
        #expect(plain.map { $0?.signal } == [.better, .worse])
    }

    @Test func `charts without any failure, or of a single period, are not drawn`() {
        #expect(PChart(pooling: [Tally(0, of: 300)]) == nil)
        #expect(LaneyChart([Tally(3, of: 300)]) == nil)
    }

    @Test func `a p-chart's false alarms come as often as the binomial tail says`() {
        // n = 100, p = .05: limit .05 + 3 √.000475 = .11538, so 12 failures alarm; P(X ≥ 12) = .004274 (SciPy).
        #expect(abs(1 / PChart(rate: 0.05).averageRunLength(trials: 100) - 0.004_274) < 1e-6)
    }

    @Test func `the smoothed chart's computed run length is the one seen in simulation`() {
        let chart = EWMAChart(rate: 0.1, width: 2.5)
        var random = SplitMix64(seed: 11)
        let runs = 500
        let lengths = (0..<runs).map { _ in
            var failures: [Tally] = []
            while true {
                for _ in 0..<100 { failures.append(Self.week(of: 20, rate: 0.1, using: &random)) }
                let alarm = chart.points(for: failures).firstIndex { $0.signal == .worse }
                if let alarm { return alarm + 1 }
            }
        }
        // A mean of 500 run lengths, each about as spread as it is long, is good to 4.5 %; the first weeks' narrower
        // limits, which the computation leaves out, take off a little more.
        let seen = Double(lengths.reduce(0, +)) / Double(runs)
        #expect(abs(seen / chart.averageRunLength(trials: 20) - 1) < 0.1, "\(seen)")
    }

    @Test func `a p-chart in control runs as long as is stated`() {
        let chart = PChart(rate: 0.05)
        var random = SplitMix64(seed: 12)
        let runs = 600
        var weeks = 0
        for _ in 0..<runs {
            var signal = ChartSignal.none
            repeat {
                weeks += 1
                let week = Self.week(of: 100, rate: 0.05, using: &random)
                signal = chart.points(for: [week]).compactMap { $0?.signal }.first ?? .none
            } while signal != .worse
        }
        let seen = Double(weeks) / Double(runs)
        let stated = chart.averageRunLength(trials: 100)
        #expect(abs(seen / stated - 1) < 0.1, "\(seen) beside \(stated)")
    }

    static func week(of trials: Int, rate: Double, using random: inout SplitMix64) -> Tally {
        var tally = Tally.none
        for _ in 0..<trials { tally.record(random.happens(rate)) }
        return tally
    }
}
