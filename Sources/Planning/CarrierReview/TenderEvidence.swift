public import CarrierPool
internal import Foundation

/// What a customer's tender asks to be shown of a period: on-time delivery by the customer's own definition, and how
/// complete the temperature records are.
///
/// Counted as it happened, without fading and without a prior: evidence, not judgement.
public struct TenderEvidence: Sendable {
    /// The figures over one group of records.
    public struct Figures: Sendable {
        /// The carrier; empty for all together.
        public let carrier: String
        /// Deliveries in time, whoever caused the rest.
        public let onTime: Tally
        /// Deliveries in time without the failures that the carriers did not cause.
        public let onTimeAttributable: Tally
        /// Deliveries that the definition leaves out.
        public let excludedDeliveries: Int
        /// Trips with loggers, of all trips.
        public let monitored: Tally
        /// Trips with a complete record, of those monitored.
        public let completeRecords: Tally
        /// Minutes covered, of those required.
        public let coveredMinutes: Tally
        /// Trips with a confirmed excursion, of those monitored.
        public let excursionTrips: Tally
        /// Monitored hours.
        public let monitoredHours: Double
    }

    /// What it covers.
    public let period: ReviewPeriod
    /// How on-time was counted.
    public let definition: KPIDefinition
    /// All carriers together.
    public let total: Figures
    /// Each carrier, in order of name.
    public let carriers: [Figures]
    /// Deliveries that were late, with who caused it; in the order of time.
    public let late: [Trial]

    /// The evidence of `history` over `period`.
    public init(_ history: CarrierHistory, period: ReviewPeriod, onTime definition: KPIDefinition) {
        self.period = period
        self.definition = definition
        var part = history
        part.trips.removeAll { !period.contains($0.delivered ?? $0.pickupBy) }
        let trials = definition.trials(in: history, at: period.end).filter { period.contains($0.moment) }
        let byCarrier = Dictionary(grouping: trials, by: \.carrier)
        let tripsByCarrier = Dictionary(grouping: part.trips, by: \.carrier)
        total = Figures(carrier: "", trials: trials, trips: part.trips)
        carriers = Set(byCarrier.keys).union(tripsByCarrier.keys).sorted().map {
            Figures(carrier: $0, trials: byCarrier[$0] ?? [], trips: tripsByCarrier[$0] ?? [])
        }
        late = trials.filter { $0.exclusion == nil && $0.tally.misses > 0 }
            .sorted { ($0.moment, $0.subject) < ($1.moment, $1.subject) }
    }
}

extension TenderEvidence.Figures {
    fileprivate init(carrier: String, trials: [Trial], trips: [TripRecord]) {
        let counted = trials.filter { $0.exclusion == nil }
        var history = CarrierHistory()
        history.trips = trips
        func tally(_ kpi: KPI) -> Tally {
            KPIDefinition.standard(kpi).trials(in: history, at: .distantFuture)
                .filter { $0.exclusion == nil }.reduce(.none) { $0 + $1.tally }
        }
        self.carrier = carrier
        onTime = counted.reduce(.none) { $0 + $1.tally }
        onTimeAttributable = counted.filter { $0.attribution == nil || $0.isCarriers }
            .reduce(.none) { $0 + $1.tally }
        excludedDeliveries = trials.count - counted.count
        monitored = Tally(Double(trips.count { $0.temperature != nil }), of: Double(trips.count))
        completeRecords = tally(.recordCompleteness)
        coveredMinutes = tally(.recordCoverage)
        excursionTrips = tally(.excursionFree).complement
        monitoredHours = history.excursionCount.exposure
    }
}
