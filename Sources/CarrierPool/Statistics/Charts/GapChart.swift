/// Trips between rare failures (g-chart): a short gap is bad news.
///
/// With failure rate p, the failure-free trips before the r-th failure follow a negative binomial distribution with
/// mean r (1 − p) ÷ p.  It is far from normal, so the limits are its quantiles and not mean ± 3 deviations.
public struct GapChart: Hashable, Codable, Sendable {
    /// The failure rate per trip when nothing is wrong, strictly between 0 and 1.
    public let rate: Double
    /// Failures that make one point, r: at least 1.
    public let failuresPerPoint: Int
    /// The probability of a false alarm at one point, on each side.
    public let falseAlarm: Double
    /// Mean of failure-free trips a point.
    public let centre: Double
    /// A point with at most this many failure-free trips signals `worse`; nil when not even zero would be surprising.
    public let lower: Int?
    /// A point with at least this many failure-free trips signals `better`.
    public let upper: Int

    /// A chart for a known rate; the default false alarm is that of three standard deviations, 0.00135.
    ///
    /// At rates above 0.135 % a single gap can never be short enough: use two or more failures a point, or
    /// `BernoulliCUSUM`.
    public init(rate: Double, failuresPerPoint: Int = 1, falseAlarm: Double = 0.001_35) {
        precondition(rate > 0 && rate < 1 && failuresPerPoint > 0 && falseAlarm > 0 && falseAlarm < 0.5)
        self.rate = rate
        self.failuresPerPoint = failuresPerPoint
        self.falseAlarm = falseAlarm
        centre = Double(failuresPerPoint) * (1 - rate) / rate
        let shortEnough = Self.smallest { trips in
            Self.tails(trips: trips, rate: rate, failures: failuresPerPoint).atMost > falseAlarm
        }
        lower = shortEnough > 0 ? shortEnough - 1 : nil
        upper = Self.smallest { trips in
            Self.tails(trips: trips, rate: rate, failures: failuresPerPoint).atLeast <= falseAlarm
        }
    }

    /// One point for each gap, given as failure-free trips before each failure in the order they happened.
    ///
    /// With r failures a point, r gaps in a row are added; gaps left over at the end wait for the next review.
    public func points(forGaps gaps: [Int]) -> [ChartPoint] {
        stride(from: 0, through: gaps.count - failuresPerPoint, by: failuresPerPoint).map { start in
            ChartPoint(
                gap: Double(gaps[start..<start + failuresPerPoint].reduce(0, +)),
                centre: centre,
                lower: lower.map(Double.init),
                upper: Double(upper)
            )
        }
    }

    /// Points until one signals `worse`, on average, at the given true rate (by default the chart's own).
    public func averageRunLength(trueRate: Double? = nil) -> Double {
        guard let lower else { return .infinity }
        return 1 / Self.tails(trips: lower, rate: trueRate ?? rate, failures: failuresPerPoint).atMost
    }

    /// The probabilities of at most, and of at least, this many failure-free trips before the r-th failure.
    private static func tails(trips: Int, rate: Double, failures: Int) -> (atMost: Double, atLeast: Double) {
        let r = Double(failures)
        let atLeast = trips == 0 ? 1 : incompleteBeta(rate, a: r, b: Double(trips)).upper
        return (incompleteBeta(rate, a: r, b: Double(trips) + 1).lower, atLeast)
    }

    /// The smallest number for which a condition holds that, once true, stays true.
    private static func smallest(where holds: (Int) -> Bool) -> Int {
        var high = 1
        while !holds(high) { high *= 2 }
        var low = 0
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return high
    }
}
