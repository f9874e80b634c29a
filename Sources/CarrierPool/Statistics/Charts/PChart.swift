/// The failure rate period by period, against three standard deviations of chance.
///
/// Limits p̄ ± 3 √(p̄ (1 − p̄) ÷ n), each period with its own n.
public struct PChart: Hashable, Codable, Sendable {
    /// The rate when nothing is wrong, strictly between 0 and 1.
    public var rate: Double
    /// Distance of the limits, in standard deviations.
    public var width: Double

    /// A chart around a known rate, strictly between 0 and 1.
    public init(rate: Double, width: Double = 3) {
        precondition(rate > 0 && rate < 1 && width > 0)
        self.rate = rate
        self.width = width
    }

    /// A chart around the pooled rate of the periods; nil when all or none of the trials failed.
    public init?(pooling periods: [Tally], width: Double = 3) {
        let all = periods.reduce(Tally.none, +)
        guard all.count > 0, all.misses > 0 else { return nil }
        self.init(rate: all.count / all.trials, width: width)
    }

    /// Trials a period must have for the limits to hold: 200, 100 or 50 for rates below 2 %, below 10 %, and above.
    ///
    /// Table of settings in *BMJ Quality & Safety*; rates above a half count as their complement.
    public var trialsNeeded: Double {
        let rarer = min(rate, 1 - rate)
        return rarer < 0.02 ? 200 : rarer < 0.1 ? 100 : 50
    }

    /// One point a period; periods without trials have none.
    public func points(for failures: [Tally]) -> [ChartPoint?] {
        failures.map { tally in
            tally.rate.map { value in
                let reach = width * (rate * (1 - rate) / tally.trials).squareRoot()
                return ChartPoint(
                    rate: value,
                    centre: rate,
                    lower: max(rate - reach, 0),
                    upper: min(rate + reach, 1),
                    isSupported: tally.trials >= trialsNeeded
                )
            }
        }
    }

    /// Periods until a point lies above the limit, on average, when the true rate is `trueRate` (by default the
    /// chart's own, so these are false alarms) and every period has `trials` trials.
    ///
    /// Exact, from the binomial tail.
    public func averageRunLength(trials: Int, trueRate: Double? = nil) -> Double {
        precondition(trials > 0)
        let n = Double(trials)
        let upper = rate + width * (rate * (1 - rate) / n).squareRoot()
        let failing = (n * upper).rounded(.down) + 1
        guard failing <= n else { return .infinity }
        return 1 / incompleteBeta(trueRate ?? rate, a: failing, b: n - failing + 1).lower
    }
}
