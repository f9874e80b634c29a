public import VehicleRouting

/// One reading of a logger.
public struct TemperatureReading: Hashable, Sendable {
    /// When, in seconds of any clock.
    public var time: Seconds
    /// Degrees Celsius.
    public var celsius: Double

    /// `celsius` at `time`.
    public init(time: Seconds, celsius: Double) {
        self.time = time
        self.celsius = celsius
    }
}

/// What a temperature record says about goods with a label.
///
/// A judgement of the record, not of the goods: what becomes of them is for a quality person to say.
public struct RecordVerdict: Hashable, Sendable {
    /// A stretch outside the range of the label.
    public struct Excursion: Hashable, Sendable {
        /// The first reading outside.
        public var from: Seconds
        /// The first reading inside again, or the last of the record.
        public var to: Seconds
        /// The reading furthest outside, °C.
        public var extreme: Double
        /// Whether it was too cold.
        public var isCold: Bool

        /// A stretch from its first reading outside to the first one inside.
        public init(from: Seconds, to: Seconds, extreme: Double, isCold: Bool) {
            self.from = from
            self.to = to
            self.extreme = extreme
            self.isCold = isCold
        }
    }

    /// Stretches outside the range, in order.
    public let excursions: [Excursion]
    /// Which readings are missing.
    public let completeness: RecordCompleteness
    /// The lowest and the highest reading, °C.
    public let range: ClosedRange<Double>
    /// What the mean kinetic temperature says; nil for a label that has no limit of it, and for one reading.
    public let kinetics: KineticLimit.Verdict?

    /// Judges a record.
    ///
    /// A reading holds until the next one, at most for an interval.
    ///
    /// - Parameters:
    ///   - readings: at least one, in any order.
    ///   - label: the range on the goods' label.
    ///   - interval: the longest time between readings, in seconds.
    public init(of readings: [TemperatureReading], label: Regime, interval: Seconds) {
        precondition(!readings.isEmpty && interval > 0)
        let readings = readings.sorted { $0.time < $1.time }
        let (first, last) = (readings[0].time, readings[readings.count - 1].time)
        completeness = RecordCompleteness(
            readings: readings.map(\.time),
            from: first,
            to: last,
            interval: interval
        )
        let degrees = readings.map(\.celsius)
        range = (degrees.min() ?? 0)...(degrees.max() ?? 0)
        excursions = Self.excursions(readings, label)
        let samples = zip(readings, readings.dropFirst()).compactMap { one, next in
            next.time > one.time
                ? TemperatureSample(
                    celsius: one.celsius,
                    duration: Double(min(next.time - one.time, interval))
                )
                : nil
        }
        kinetics = samples.isEmpty ? nil : KineticLimit.of(label)?.verdict(on: samples)
    }

    /// Whether the goods were inside their range all the time and no reading is missing.
    public var isSound: Bool { excursions.isEmpty && completeness.isComplete }

    private static func excursions(_ readings: [TemperatureReading], _ label: Regime) -> [Excursion] {
        let low = label.low.map { Double($0) / 1000 } ?? -.infinity
        let high = label.high.map { Double($0) / 1000 } ?? .infinity
        var found: [Excursion] = []
        var isOpen = false
        for reading in readings {
            let (isCold, isWarm) = (reading.celsius < low, reading.celsius > high)
            let last = found.count - 1
            if isOpen { found[last].to = reading.time }
            guard isCold || isWarm else {
                isOpen = false
                continue
            }
            if isOpen, found[last].isCold == isCold {
                let extreme = found[last].extreme
                found[last].extreme = isCold ? min(extreme, reading.celsius) : max(extreme, reading.celsius)
            } else {
                found.append(
                    Excursion(
                        from: reading.time,
                        to: reading.time,
                        extreme: reading.celsius,
                        isCold: isCold
                    )
                )
                isOpen = true
            }
        }
        return found
    }
}
