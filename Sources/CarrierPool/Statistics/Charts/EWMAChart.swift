import Foundation

/// The failure rate smoothed over periods: sees a slow drift weeks before single periods stand out.
///
/// zₜ = λ xₜ + (1 − λ) zₜ₋₁ from z₀ = p₀, with limits p₀ ± L times the deviation of zₜ.  With n trials in every period
/// that deviation is √(p₀ (1 − p₀) ÷ n · λ ÷ (2 − λ) · (1 − (1 − λ)^2t)); here it is carried along period by period, so n
/// may vary.  Roberts, *Technometrics* 1 (1959), 239–250.
public struct EWMAChart: Hashable, Codable, Sendable {
    /// The rate p₀ when nothing is wrong, strictly between 0 and 1.
    public var rate: Double
    /// The weight λ of the newest period, above 0 and at most 1.
    public var smoothing: Double
    /// Distance L of the limits, in standard deviations.
    public var width: Double

    /// A chart around a known rate; the defaults λ = 0.2 and L = 3 suit weekly reviews.
    public init(rate: Double, smoothing: Double = 0.2, width: Double = 3) {
        precondition(rate > 0 && rate < 1 && smoothing > 0 && smoothing <= 1 && width > 0)
        self.rate = rate
        self.smoothing = smoothing
        self.width = width
    }

    /// One point a period.
    ///
    /// A period without trials keeps the smoothed value and its limits.
    public func points(for failures: [Tally]) -> [ChartPoint] {
        var smoothed = rate
        var variance = 0.0
        return failures.map { tally in
            if let value = tally.rate {
                smoothed = smoothing * value + (1 - smoothing) * smoothed
                variance =
                    smoothing * smoothing * rate * (1 - rate) / tally.trials
                    + (1 - smoothing) * (1 - smoothing) * variance
            }
            let reach = width * variance.squareRoot()
            return ChartPoint(
                rate: smoothed,
                centre: rate,
                lower: max(rate - reach, 0),
                upper: min(rate + reach, 1)
            )
        }
    }

    /// Periods until the chart first signals `worse`, on average, when the true rate is `trueRate` (by default the
    /// chart's own, so these are false alarms) and every period has `trials` trials.
    ///
    /// Limits are taken as settled; the narrower first ones shorten the figure slightly.
    public func averageRunLength(trials: Int, trueRate: Double? = nil) -> Double {
        precondition(trials > 0)
        let n = Double(trials)
        let deviation = (rate * (1 - rate) / n * smoothing / (2 - smoothing)).squareRoot()
        let outcomes = binomial(trials: trials, rate: trueRate ?? rate).enumerated().map {
            (value: Double($0.offset) / n, probability: $0.element)
        }
        return smoothedRunLength(
            from: rate,
            limit: rate + width * deviation,
            floor: max(rate - 6 * deviation, 0),
            smoothing: smoothing,
            outcomes: outcomes.filter { $0.probability > 1e-12 },
            // As fine as the smallest moves, or reading between states would itself be a spread.
            states: max(200, Int(8 / smoothing))
        )
    }

    /// The binomial probabilities of 0…n events.
    private func binomial(trials: Int, rate: Double) -> [Double] {
        let n = Double(trials)
        return (0...trials).map { count in
            let k = Double(count)
            // ln of the binomial coefficient: 1 ÷ ((n + 1) B(k + 1, n − k + 1)).
            let coefficient = -log(n + 1) - logBeta(k + 1, n - k + 1)
            return exp(coefficient + k * log(rate) + (n - k) * log1p(-rate))
        }
    }
}
