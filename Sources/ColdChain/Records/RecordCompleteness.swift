public import VehicleRouting

/// How much of a trip its temperature record covers.
public struct RecordCompleteness: Hashable, Sendable {
    /// A stretch without a reading that was due.
    public struct Gap: Hashable, Sendable {
        /// The reading before, or the start of the trip.
        public var from: Seconds
        /// The reading after, or the end of the trip.
        public var to: Seconds
    }

    /// Where readings are missing, in order.
    public let gaps: [Gap]
    /// Seconds that lie no further than one interval after a reading.
    public let covered: Seconds
    /// Seconds of the trip.
    public let duration: Seconds

    /// Judges the times of `readings` over a trip that should have one at least every `interval` seconds.
    public init(readings: [Seconds], from start: Seconds, to end: Seconds, interval: Seconds) {
        let times = readings.filter { (start...end).contains($0) }.sorted()
        duration = end - start
        let ends = times.dropFirst() + [end]
        covered = zip(times, ends).reduce(0) { $0 + min($1.1 - $1.0, interval) }
        let marks = [start] + times + [end]
        gaps = zip(marks, marks.dropFirst()).filter { $1 - $0 > interval }.map { Gap(from: $0, to: $1) }
    }

    /// The covered share, 0 … 1; 1 for a trip of no length.
    public var share: Double { duration > 0 ? Double(covered) / Double(duration) : 1 }
    /// Whether no reading is missing.
    public var isComplete: Bool { gaps.isEmpty }
}
