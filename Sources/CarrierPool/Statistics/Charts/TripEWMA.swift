import Foundation

/// The failure rate smoothed trip by trip, for failures rare enough that a period holds none.
///
/// zₜ = λ xₜ + (1 − λ) zₜ₋₁ with xₜ = 1 for a failure; it signals above p₀ + L √(p₀ (1 − p₀) λ ÷ (2 − λ)).
public struct TripEWMA: Hashable, Codable, Sendable {
    /// The rate p₀ when nothing is wrong, strictly between 0 and 1.
    public let rate: Double
    /// The weight λ of the newest trip.
    public let smoothing: Double
    /// Distance L of the limit, in standard deviations.
    public let width: Double
    /// The smoothed rate after the trips recorded so far.
    public private(set) var value: Double

    /// A chart around a known rate, with λ = 0.01 and the published width for that rate unless told otherwise.
    public init(rate: Double, smoothing: Double = 0.01, width: Double? = nil) {
        precondition(rate > 0 && rate < 1 && smoothing > 0 && smoothing <= 1)
        self.rate = rate
        self.smoothing = smoothing
        self.width = width ?? Self.publishedWidth(rate: rate)
        value = rate
    }

    /// The value above which the chart signals.
    public var limit: Double { rate + width * deviation }

    private var deviation: Double { (rate * (1 - rate) * smoothing / (2 - smoothing)).squareRoot() }

    /// Takes in one trip, and says whether the chart now signals `worse` or `none`.
    public mutating func record(failed: Bool) -> ChartSignal {
        value = smoothing * (failed ? 1 : 0) + (1 - smoothing) * value
        return value > limit ? .worse : .none
    }

    /// Starts over at the normal rate, after a case was opened.
    public mutating func reset() { value = rate }

    /// L for λ = 0.01: 4.3, 3.3 and 2.9 at rates of 1, 10 and 50 %, in between by the logarithm of the rate.
    ///
    /// The table of settings in *BMJ Quality & Safety* gives false alarms every 15 250, 10 050 and 8 460 trips for
    /// these; `averageRunLength` agrees within 4 %.
    static func publishedWidth(rate: Double) -> Double {
        let table = [(rate: 0.01, width: 4.3), (rate: 0.1, width: 3.3), (rate: 0.5, width: 2.9)]
        for (low, high) in zip(table, table.dropFirst()) where rate < high.rate {
            let share = log(max(rate, low.rate) / low.rate) / log(high.rate / low.rate)
            return low.width + share * (high.width - low.width)
        }
        return table[table.count - 1].width
    }

    /// Trips until the first signal, on average, when the true rate is `trueRate` (by default the chart's own, so
    /// these are false alarms).
    public func averageRunLength(trueRate: Double? = nil) -> Double {
        let p = trueRate ?? rate
        precondition(p > 0 && p <= 1)
        return smoothedRunLength(
            from: rate,
            limit: limit,
            floor: max(rate - 6 * deviation, 0),
            smoothing: smoothing,
            outcomes: [(value: 0, probability: 1 - p), (value: 1, probability: p)],
            states: 1_000
        )
    }
}
