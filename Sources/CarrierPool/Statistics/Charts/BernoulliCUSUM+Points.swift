extension BernoulliCUSUM {
    /// One point a trip, in their order: the sum after it, against the threshold.
    ///
    /// After a signal the sum starts again at 0, so that each signal is a case of its own.
    public func points(for failures: [Bool]) -> [ChartPoint] {
        var chart = self
        return failures.map { failed in
            let signal = chart.record(failed: failed)
            let point = ChartPoint(evidence: Double(chart.sum), threshold: Double(threshold), signal: signal)
            if signal == .worse { chart.reset() }
            return point
        }
    }
}

extension ChartPoint {
    /// A point of a chart that sums up evidence of failures from 0.
    fileprivate init(evidence: Double, threshold: Double, signal: ChartSignal) {
        value = evidence
        centre = 0
        lower = nil
        upper = threshold
        self.signal = signal
        isSupported = true
    }
}
