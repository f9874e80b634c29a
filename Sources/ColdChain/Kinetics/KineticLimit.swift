public import VehicleRouting

/// What the mean kinetic temperature of a label's window may be, and which excursions it may hold at all.
public struct KineticLimit: Hashable, Sendable {
    /// The window that is averaged, in seconds; all its data count.
    public let window: Double
    /// The highest mean kinetic temperature, °C.
    public let mean: Double
    /// The range that may never be left, °C; nothing averages away what is colder.
    public let allowed: ClosedRange<Double>
    /// What is warmer than this, °C, is a spike.
    public let spike: Double
    /// The most seconds of spikes in a window.
    public let longestSpike: Double

    /// Controlled cold, 2–8 °C: 24 consecutive hours (USP general chapter 1079.2, official since 1 August 2025).
    public static let cold = KineticLimit(
        window: 24 * 3600,
        mean: 8,
        allowed: 2...15,
        spike: 15,
        longestSpike: 0
    )
    /// Controlled room temperature, 20–25 °C: 30 consecutive days, above 30 °C for a day at most (USP general chapters 659
    /// and 1079.2).
    public static let room = KineticLimit(
        window: 30 * 24 * 3600,
        mean: 25,
        allowed: 15...40,
        spike: 30,
        longestSpike: 24 * 3600
    )

    /// The limit for goods with this label; nil where the chapter has none, as for frozen goods.
    public static func of(_ label: Regime) -> KineticLimit? {
        switch (label.low, label.high) {
        case (2000, 8000): .cold
        case (20_000, 25_000): .room
        default: nil
        }
    }

    /// What a record says about a product.
    public enum Verdict: Hashable, Sendable {
        /// Every window keeps the limit.
        case kept
        /// A sample is outside the range that may never be left.
        case outside(celsius: Double)
        /// A window has so many seconds of spikes.
        case warmTooLong(seconds: Double)
        /// The worst window has this mean kinetic temperature.
        case tooWarm(mean: Double)
    }

    /// Judges a record without gaps, every window of it that begins with a sample; a shorter record is one window.
    ///
    /// O(samples).
    public func verdict(
        on samples: [TemperatureSample],
        by kinetics: MeanKineticTemperature = MeanKineticTemperature()
    ) -> Verdict {
        if let worst = samples.first(where: { !allowed.contains($0.celsius) }) {
            return .outside(celsius: worst.celsius)
        }
        guard let warmest = samples.map(\.celsius).max() else { return .kept }
        let rates = samples.map { kinetics.rate(at: $0.celsius, besideThatAt: warmest) }
        var (fastest, longest) = (0.0, 0.0)
        // What lies in whole samples from `first` up to `end`: seconds, seconds times rate, and seconds of spikes.
        var (end, seconds, decay, spikes) = (0, 0.0, 0.0, 0.0)
        for first in samples.indices {
            while end < samples.count, seconds + samples[end].duration <= window {
                let duration = samples[end].duration
                seconds += duration
                decay += duration * rates[end]
                spikes += samples[end].celsius > spike ? duration : 0
                end += 1
            }
            // A window that the record does not fill has been part of the one before.
            if end == samples.count, seconds < window, first > 0 { break }
            let part = end < samples.count ? window - seconds : 0
            let more = part > 0 ? rates[end] * part : 0
            fastest = max(fastest, (decay + more) / (seconds + part))
            longest = max(longest, spikes + (part > 0 && samples[end].celsius > spike ? part : 0))
            if end > first {
                seconds -= samples[first].duration
                decay -= samples[first].duration * rates[first]
                spikes -= samples[first].celsius > spike ? samples[first].duration : 0
            } else {
                end = first + 1
            }
        }
        let worst = kinetics.celsius(ofRate: fastest, besideThatAt: warmest)
        if longest > longestSpike { return .warmTooLong(seconds: longest) }
        return worst > mean ? .tooWarm(mean: worst) : .kept
    }
}
